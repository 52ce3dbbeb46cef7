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
        const std::string before = catalog();
        migrator.up();
        const std::string after = catalog();
        EXPECT_NE(catalogChange(before, after), "");
        migrator.rollback();
        EXPECT_EQ(catalogChange(before, catalog()), "") << "after the way back";
        migrator.up();
        EXPECT_EQ(catalogChange(after, catalog()), "") << "after the second way up";
    }

    /// What the plan says against it.
    template <WrittenBody kGiven, Change kChange>
    std::string refusal() {
        Migrator migrator = after<kGiven, kChange>();
        try {
            migrator.plan();
        } catch (const UsageError& error) {
            return error.message();
        }
        return "nothing";
    }

private:
    // SQLite puts a new name into quotes where it writes it into the SQL that is there.
    std::string catalog() {
        std::string text = catalogOf(connection_);
        std::erase(text, '"');
        return text;
    }

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

// MySQL renames no column that a check names.
constexpr DatabaseSet kFollowing = postgresql | mariadb | sqlite;
constexpr DatabaseSet kWithTransactions = postgresql | sqlite;

void renamedInSql(SchemaBuilder& schema) {
    schema.createTable("orders", [](TableBuilder& t) {
        t.integer("id").nullable();
        t.integer("total");
    });
    schema.alterTable("orders", [](AlterBuilder& t) {
        t.integer("twice").storedAs("total * 2").only(kFollowing);
        t.check("positive", "total > 0").only(kFollowing);
        t.index({"id"}).named("big").where("total > 100").only(kWithTransactions);
        t.index({expr("total + 1")}).named("more").only(kWithTransactions);
    });
    schema.createView("seen", "SELECT id FROM orders WHERE total > 1").only(kWithTransactions);
    schema.createPolicy("few", "orders").usingExpression("total < 10").only(postgresql);
    schema.alterTable("orders", [](AlterBuilder& t) { t.renameColumn("total", "amount"); });
    schema.alterTable("orders", [](AlterBuilder& t) {
        t.integer("twice").storedAs("amount * 2").only(mysql);
        t.check("positive", "amount > 0").only(mysql);
    });
}

void dropAsTheyReadToday(ReversibleSchemaBuilder& schema) {
    schema.dropPolicy("few", "orders").usingExpression("amount < 10").only(postgresql);
    schema.dropView("seen", "SELECT id FROM orders WHERE amount > 1").only(kWithTransactions);
    schema.alterTable("orders", [](ReversibleAlterBuilder& t) {
        t.dropIndex({expr("amount + 1")}).named("more").only(kWithTransactions);
        t.dropIndex({"id"}).named("big").where("amount > 100").only(kWithTransactions);
        t.dropCheck("positive", "amount > 0");
        t.dropColumn("twice", integer().storedAs("amount * 2"));
    });
}

TEST_F(GoesBack, WhatReadsOtherwiseSinceAColumnWasRenamed) {
    goesBack<renamedInSql, dropAsTheyReadToday>();
}

using GoesBackWithTransactions = GoesBack;

void dropTableAsItReadsToday(ReversibleSchemaBuilder& schema) {
    schema.dropPolicy("few", "orders").usingExpression("amount < 10").only(postgresql);
    schema.dropView("seen", "SELECT id FROM orders WHERE amount > 1");
    schema.dropTable("orders", [](TableBuilder& t) {
        t.integer("id").nullable();
        t.integer("amount");
        t.integer("twice").storedAs("amount * 2");
        t.check("positive", "amount > 0");
        t.index({"id"}).named("big").where("amount > 100");
        t.index({expr("amount + 1")}).named("more");
    });
}

TEST_F(GoesBackWithTransactions, ATableThatReadsOtherwiseSinceAColumnWasRenamed) {
    goesBack<renamedInSql, dropTableAsItReadsToday>();
}

void dropColumnOfIndex(ReversibleSchemaBuilder& schema) {
    schema.alterTable("orders",
                      [](ReversibleAlterBuilder& t) { t.dropColumn("id", integer().nullable()); });
}

TEST_F(GoesBackWithTransactions, NoIndexThatReadsOtherwiseByItself) {
    EXPECT_EQ((refusal<renamedInSql, dropColumnOfIndex>()),
              "drop_column orders.id cannot be taken back: the index big goes with it, and its SQL "
              "names what was renamed since");
}

void dropViewAsWritten(ReversibleSchemaBuilder& schema) {
    schema.dropView("seen", "SELECT id FROM orders WHERE total > 1");
}

TEST_F(GoesBackWithTransactions, NothingThatIsSaidByAFormerName) {
    EXPECT_EQ((refusal<renamedInSql, dropViewAsWritten>()),
              "drop_view seen says SQL as it was written, and that names total of orders, which is "
              "called amount by now");
}

const SqlTexts kTwice = everywhere("RETURNS integer LANGUAGE sql AS $$ SELECT 2 * n $$");
const SqlTexts kThrice = everywhere("RETURNS integer LANGUAGE sql AS $$ SELECT 3 * n $$");

void makeFunction(SchemaBuilder& schema) { schema.createFunction("twice", "(n integer)", kTwice); }

void dropFunctionInOtherWords(ReversibleSchemaBuilder& schema) {
    schema.dropFunction("twice", "(n int)", kTwice);
}

void replaceFunctionByOneOfOtherParameters(ReversibleSchemaBuilder& schema) {
    schema.replaceFunction("twice", everywhere("(n integer, m integer)"), kThrice, kTwice);
}

using GoesBackOnPostgresql = GoesBack;

TEST_F(GoesBackOnPostgresql, AFunctionWhoseParametersAreSpelledOtherwise) {
    goesBack<makeFunction, dropFunctionInOtherWords>();
}

TEST_F(GoesBackOnPostgresql, NoFunctionThatIsReplacedByOneOfOtherParameters) {
    EXPECT_EQ((refusal<makeFunction, replaceFunctionByOneOfOtherParameters>()),
              "replace_function twice says otherwise than what the migrations before have made: "
              "parameters are (n integer, m integer) (known: (n integer))");
}

void renamedWithItsKeys(SchemaBuilder& schema) {
    schema.createTable("orders", [](TableBuilder& t) {
        t.integer("id").primaryKey();
        t.integer("number").unique();
        t.integer("total");
        t.index({"total"});
    });
    schema.renameTable("orders", "sales");
}

void makeKeysOfTheSameNames(ReversibleSchemaBuilder& schema) {
    schema.createTable("orders", [](TableBuilder& t) { t.integer("id").primaryKey(); });
}

void makeKeysOfOtherNames(ReversibleSchemaBuilder& schema) {
    schema.createTable("orders", [](TableBuilder& t) {
        t.integer("id");
        t.integer("total");
        t.primaryKey({"id"}).named("orders_key");
        t.index({"total"}).named("by_total");
    });
}

TEST_F(GoesBackOnPostgresql, NoKeyByANameThatARenamedTableKeeps) {
    EXPECT_EQ((refusal<renamedWithItsKeys, makeKeysOfTheSameNames>()),
              "table sales has a primary key orders_pkey already");
}

TEST_F(GoesBack, ATableByTheFormerNameOfAnother) {
    goesBack<renamedWithItsKeys, makeKeysOfOtherNames>();
}

}  // namespace
}  // namespace godwit::test
