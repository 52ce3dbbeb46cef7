#include <gtest/gtest.h>

#include <godwit/error.hpp>
#include <godwit/migrator.hpp>

#include "database/support/catalog.hpp"
#include "database/support/scratch_database.hpp"
#include "support/written_migration.hpp"

// A change() is made and taken back, and the catalog is as before; or it is refused while nothing
// has run.

namespace godwit::test {
namespace {

using Change = void (*)(ReversibleSchemaBuilder&);

template <Change kChange>
class Changing final : public ReversibleMigration {
public:
    void change(ReversibleSchemaBuilder& schema) const override { kChange(schema); }
};

class GoesBack : public testing::Test {
protected:
    template <WrittenBody kGiven, Change kChange>
    void goesBack() {
        Migrator migrator = after<kGiven, kChange>();
        const std::string before = catalogOf(connection_);
        migrator.up();
        const std::string after = catalogOf(connection_);
        EXPECT_NE(catalogChange(before, after), "");
        migrator.rollback();
        EXPECT_EQ(catalogChange(before, catalogOf(connection_)), "") << "after the way back";
        migrator.up();
        EXPECT_EQ(catalogChange(after, catalogOf(connection_)), "") << "after the second way up";
    }

private:
    template <WrittenBody kGiven, Change kChange>
    Migrator after() {
        MigrationSet set;
        set.add<Written<kGiven>>("20250401000000_given");
        set.add<Changing<kChange>>("20250402000000_change");
        Migrator migrator{connection_, std::move(set)};
        migrator.upTo("20250401000000_given");
        return migrator;
    }

    ScratchDatabase database_;
    Connection connection_ = database_.connect();
};

void numbersAndTheirTotal(SchemaBuilder& schema) {
    schema.createTable("numbers", [](TableBuilder& t) {
        t.integer("x");
        t.integer("y");
        t.integer("total").storedAs("x + y");
    });
}

void replaceComputed(ReversibleSchemaBuilder& schema) {
    schema.alterTable("numbers", [](ReversibleAlterBuilder& t) {
        t.integer("difference").storedAs("x - y");
        t.dropColumn("total", integer().storedAs("x + y"));
    });
}

TEST_F(GoesBack, AComputedColumnThatIsNeverNull) {
    goesBack<numbersAndTheirTotal, replaceComputed>();
}

// What keeps NULL out may still be called after the old names.
void numbersRenamed(SchemaBuilder& schema) {
    numbersAndTheirTotal(schema);
    schema.alterTable("numbers", [](AlterBuilder& t) { t.renameColumn("total", "sum"); });
    schema.renameTable("numbers", "figures");
}

void dropComputed(ReversibleSchemaBuilder& schema) {
    schema.alterTable("figures", [](ReversibleAlterBuilder& t) {
        t.dropColumn("sum", integer().storedAs("x + y"));
    });
}

TEST_F(GoesBack, AComputedColumnThatIsNeverNullAfterRenames) {
    goesBack<numbersRenamed, dropComputed>();
}

void hosts(SchemaBuilder& schema) {
    schema.createTable("hosts", [](TableBuilder& t) {
        t.string("name", 50);
        t.inet("address").nullable().storedAs("name");
    });
}

void dropAddress(ReversibleSchemaBuilder& schema) {
    schema.alterTable("hosts", [](ReversibleAlterBuilder& t) {
        t.dropColumn("address", inet().nullable().storedAs("name"));
    });
}

using GoesBackOnMysql = GoesBack;

TEST_F(GoesBackOnMysql, AComputedColumnOfACheckedType) { goesBack<hosts, dropAddress>(); }

}  // namespace
}  // namespace godwit::test
