#include <gtest/gtest.h>

#include <godwit/migrator.hpp>

#include "database/support/catalog.hpp"
#include "database/support/own_names.hpp"
#include "database/support/scratch_database.hpp"
#include "support/written_migration.hpp"

// Views, triggers, functions and so on in a change(): up and down give the catalog that was there
// before, and up again the one that came of it.

namespace godwit::test {

namespace {

constexpr const char* kMake = "20250401000000_make";
constexpr const char* kChange = "20250402000000_change";

constexpr DatabaseSet kWithRoutines = postgresql | mysql | mariadb;
constexpr const char* kBigOrders = "SELECT id FROM orders WHERE pieces > 100";
const SqlTexts kTwice = {.postgresql = "RETURNS integer LANGUAGE sql AS $$ SELECT 2 * n $$",
                         .mysql = "RETURNS integer DETERMINISTIC NO SQL RETURN 2 * n",
                         .mariadb = sameAs::mysql,
                         .sqlite = nothing};
const SqlTexts kThrice = {.postgresql = "RETURNS integer LANGUAGE sql AS $$ SELECT 3 * n $$",
                          .mysql = "RETURNS integer DETERMINISTIC NO SQL RETURN 3 * n",
                          .mariadb = sameAs::mysql,
                          .sqlite = nothing};
const SqlTexts kNote = everywhere("INSERT INTO log (pieces) VALUES (NEW.pieces);");

void make(SchemaBuilder& schema) {
    schema.createTable("log", [](TableBuilder& t) { t.integer("pieces"); });
    schema.createTable("orders", [](TableBuilder& t) {
        t.integer("id").primaryKey();
        t.integer("pieces");
    });
    schema.createView("big_orders", kBigOrders);
    schema.createTrigger("note", "orders").after(onInsert | onUpdate).body(kNote);
    schema.createFunction("twice", "(n integer)", kTwice);
    schema.createSequence("numbers").startsAt(10).incrementsBy(5).only(postgresql | mariadb);
}

class MakesObjects : public ReversibleMigration {
public:
    void change(SchemaBuilder& schema) const override {
        schema.createView("small_orders", "SELECT id FROM orders WHERE pieces < 10");
        schema.createTrigger("keep", "orders")
            .before(onDelete)
            .body(everywhere("INSERT INTO log (pieces) VALUES (OLD.pieces);"));
        schema.createFunction("thrice", "(n integer)", kThrice);
        schema.createSequence("figures").only(postgresql | mariadb);
        schema.createRole(ownWord("clerk")).only(kWithRoutines);
        schema.grant(select | insert, "orders").to({ownWord("clerk")}).only(kWithRoutines);
    }
};

class ChangesObjects : public ReversibleMigration {
public:
    void change(SchemaBuilder& schema) const override {
        schema.replaceView("big_orders", "SELECT id FROM orders WHERE pieces > 500", kBigOrders);
        schema.renameView("big_orders", "large_orders");
        schema.renameTrigger("note", "orders", "write_down");
        schema.replaceFunction("twice", everywhere("(n integer)"), kThrice, kTwice)
            .only(kWithRoutines);
        schema.renameFunction("twice", "thrice").only(kWithRoutines);
        schema.renameSequence("numbers", "figures").only(postgresql | mariadb);
    }
};

class DropsObjects : public ReversibleMigration {
public:
    void change(SchemaBuilder& schema) const override {
        schema.dropView("big_orders", kBigOrders);
        schema.dropTrigger("note", "orders").after(onInsert | onUpdate).body(kNote);
        schema.dropFunction("twice", "(n integer)", kTwice);
        schema.dropSequence("numbers").startsAt(10).incrementsBy(5).only(postgresql | mariadb);
    }
};

class MakesObjectsOfPostgresql : public ReversibleMigration {
public:
    void change(SchemaBuilder& schema) const override {
        schema.createMaterializedView("sums", "SELECT count(*) AS n FROM orders");
        schema.enableExtension("citext");
        schema.createSchema("billing");
        schema.renameSchema("billing", "sales");
        schema.enableRowLevelSecurity("orders").forced();
        schema.createPolicy("few", "orders").usingExpression("pieces < 10");
        schema.renamePolicy("few", "orders", "some");
        schema.createTable("visits", [](TableBuilder& t) {
            t.integer("day");
            t.partitionByRange({"day"});
        });
        schema.createPartition("visits_one", "visits").from({lowest}).to({10});
        schema.createPartition("visits_two", "visits").from({10}).to({20});
        schema.detachPartition("visits_two", "visits").from({10}).to({20});
        schema.createTable("visits_three", [](TableBuilder& t) { t.integer("day"); });
        schema.attachPartition("visits_three", "visits").from({20}).to({30});
    }
};

class ForcesRowSecurity : public ReversibleMigration {
public:
    void change(SchemaBuilder& schema) const override {
        schema.enableRowLevelSecurity("orders").forced();
    }
};

void makeSecure(SchemaBuilder& schema) {
    make(schema);
    schema.enableRowLevelSecurity("orders");
}

class ObjectsInChange : public testing::Test {
protected:
    template <class Change, WrittenBody kMade = make>
    void goesBack() {
        MigrationSet set;
        set.add<Written<kMade>>(kMake);
        set.add<Change>(kChange);
        Migrator migrator{connection_, std::move(set)};
        migrator.upTo(kMake);
        const std::string before = catalogOf(connection_);
        migrator.up();
        const std::string after = catalogOf(connection_);
        EXPECT_NE(catalogChange(before, after), "");
        migrator.rollback();
        EXPECT_EQ(catalogChange(before, catalogOf(connection_)), "") << "after the way back";
        migrator.up();
        EXPECT_EQ(catalogChange(after, catalogOf(connection_)), "") << "after the second way up";
        migrator.rollback();
    }

    ScratchDatabase database_;
    Connection connection_ = database_.connect();
};

TEST_F(ObjectsInChange, GoAgainWhenTheyWereMade) { goesBack<MakesObjects>(); }

TEST_F(ObjectsInChange, AreAsBeforeWhenTheyWereChanged) { goesBack<ChangesObjects>(); }

TEST_F(ObjectsInChange, ComeBackWhenTheyWereDropped) { goesBack<DropsObjects>(); }

using ObjectsInChangeOnPostgresql = ObjectsInChange;

TEST_F(ObjectsInChangeOnPostgresql, OfEveryKindGoBack) { goesBack<MakesObjectsOfPostgresql>(); }

TEST_F(ObjectsInChangeOnPostgresql, AreForcedNoMore) { goesBack<ForcesRowSecurity, makeSecure>(); }

}  // namespace

}  // namespace godwit::test
