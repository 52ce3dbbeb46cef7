#include <gtest/gtest.h>

#include "plan/definitions.hpp"
#include "unit/support/recording.hpp"

// What a drop says goes must be what the migrations before have made: else its way back would make
// something else.

namespace godwit {
namespace {

using test::Calls;
using test::schemaAfter;

void shop(SchemaBuilder& s) {
    s.createTable("orders", [](TableBuilder& t) {
        t.id();
        t.integer("total");
    });
    s.createView("big_orders", "SELECT id FROM orders WHERE total > 100");
    s.createTrigger("keep", "orders").after(onInsert).body("SELECT 1");
    s.createSequence("numbers").startsAt(10);
    s.createMaterializedView("sums", "SELECT sum(total) FROM orders").withNoData();
}

using Reversible = void (*)(ReversibleSchemaBuilder&);

// What is wrong with the calls; empty when nothing is.
std::string refusalOf(Reversible calls,
                      const Calls& given = shop,
                      DatabaseSet databases = everyDatabase) {
    Schema before = schemaAfter(given);
    before.databases = databases;
    try {
        detail::Recorder recorder;
        ReversibleSchemaBuilder schema{recorder};
        calls(schema);
        detail::wantKnownDefinitions(recorder.take(), before);
    } catch (const UsageError& error) {
        EXPECT_EQ(codeText(error.code()), codeText(ErrorCode::DefinitionDiffers));
        return error.message();
    }
    return {};
}

TEST(KnownDefinitions, AreTakenWhenTheyAreWhatWasMade) {
    EXPECT_EQ(refusalOf([](ReversibleSchemaBuilder& s) {
                  s.dropView("big_orders", "SELECT id FROM orders WHERE total > 100");
                  s.dropTrigger("keep", "orders").after(onInsert).body("SELECT 1");
                  s.dropSequence("numbers").startsAt(10);
                  s.dropMaterializedView("sums", "SELECT sum(total) FROM orders");
              }),
              "");
}

TEST(KnownDefinitions, AreRefusedWhenTheySayAnotherQuery) {
    EXPECT_EQ(
        refusalOf([](ReversibleSchemaBuilder& s) { s.dropView("big_orders", "SELECT 1"); }),
        "drop_view big_orders says otherwise than what the migrations before have made: query is "
        "\"SELECT 1\" (known: \"SELECT id FROM orders WHERE total > 100\")");
}

TEST(KnownDefinitions, AreRefusedWhenTheySayAnotherFormerQuery) {
    EXPECT_EQ(refusalOf([](ReversibleSchemaBuilder& s) {
                  s.replaceView("big_orders", "SELECT 2", "SELECT 1");
              }),
              "replace_view big_orders says otherwise than what the migrations before have made: "
              "query is \"SELECT 1\" (known: \"SELECT id FROM orders WHERE total > 100\")");
}

TEST(KnownDefinitions, AreRefusedWhenTheySayAnotherEventOrNumber) {
    EXPECT_EQ(refusalOf([](ReversibleSchemaBuilder& s) {
                  s.dropTrigger("keep", "orders").after(onUpdate).body("SELECT 1");
              }),
              "drop_trigger orders.keep says otherwise than what the migrations before have made: "
              "events is \"update\" (known: \"insert\")");
    EXPECT_EQ(refusalOf([](ReversibleSchemaBuilder& s) { s.dropSequence("numbers"); }),
              "drop_sequence numbers says otherwise than what the migrations before have made: "
              "start is nothing (known: 10)");
}

TEST(KnownDefinitions, AreNotComparedOnceATextNamesWhatWasRenamed) {
    const auto renamed = [](SchemaBuilder& s) {
        shop(s);
        s.renameTable("orders", "purchases");
    };
    EXPECT_EQ(refusalOf(
                  [](ReversibleSchemaBuilder& s) {
                      s.dropView("big_orders", "SELECT id FROM purchases WHERE total > 100");
                  },
                  renamed),
              "");
}

TEST(KnownDefinitions, AreNotComparedOnceRawSqlNamesTheObject) {
    const auto changed = [](SchemaBuilder& s) {
        shop(s);
        s.sql(everywhere("CREATE OR REPLACE VIEW big_orders AS SELECT 3"));
    };
    EXPECT_EQ(refusalOf([](ReversibleSchemaBuilder& s) { s.dropView("big_orders", "SELECT 3"); },
                        changed),
              "");
}

// The key of a renamed table is still called after its old name, where it is called anything.
TEST(KnownDefinitions, OfPrimaryKeysHaveANameOnPostgresqlAlone) {
    const Calls renamed = [](SchemaBuilder& s) {
        s.createTable("orders", [](TableBuilder& t) { t.integer("number").primaryKey(); });
        s.renameTable("orders", "sales");
    };
    const Reversible dropKey = [](ReversibleSchemaBuilder& s) {
        s.alterTable("sales", [](ReversibleAlterBuilder& t) { t.dropPrimaryKey({"number"}); });
    };
    const Reversible dropTable = [](ReversibleSchemaBuilder& s) {
        s.dropTable("sales", [](TableBuilder& t) { t.integer("number").primaryKey(); });
    };
    EXPECT_EQ(refusalOf(dropKey, renamed, mysql | mariadb | sqlite), "");
    EXPECT_EQ(refusalOf(dropTable, renamed, mysql), "");
    EXPECT_EQ(refusalOf(dropKey, renamed, postgresql),
              "drop_primary_key sales says otherwise than what the migrations before have made: "
              "name is \"sales_pkey\" (known: \"orders_pkey\")");
}

TEST(KnownDefinitions, OfColumnsAreRefusedWhenTheyDiffer) {
    EXPECT_EQ(refusalOf([](ReversibleSchemaBuilder& s) {
                  s.alterTable("orders", [](auto& t) { t.dropColumn("total", bigInteger()); });
              }),
              "drop_column orders.total says otherwise than what the migrations before have made: "
              "type.kind is \"big_integer\" (known: \"integer\")");
}

void twice(SchemaBuilder& s) {
    s.createFunction("twice",
                     "(n integer, m varchar DEFAULT '')",
                     everywhere("RETURNS integer RETURN 2 * n"));
}

TEST(KnownDefinitions, OfFunctionsSpellATypeAsTheyLike) {
    const Reversible other = [](ReversibleSchemaBuilder& s) {
        s.dropFunction("twice",
                       "(n int, m character varying DEFAULT '')",
                       everywhere("RETURNS integer RETURN 2 * n"));
    };
    const Reversible noDefault = [](ReversibleSchemaBuilder& s) {
        s.dropFunction("twice",
                       "(n integer, m varchar)",
                       everywhere("RETURNS integer RETURN 2 * n"));
    };
    const Reversible otherName = [](ReversibleSchemaBuilder& s) {
        s.dropFunction("twice",
                       "(x integer, m varchar DEFAULT '')",
                       everywhere("RETURNS integer RETURN 2 * n"));
    };
    EXPECT_EQ(refusalOf(other, twice, postgresql), "");
    EXPECT_NE(refusalOf(noDefault, twice, postgresql), "");
    EXPECT_NE(refusalOf(otherName, twice, postgresql), "");
}

TEST(KnownDefinitions, OfAFunctionThatIsReplacedHaveItsParameters) {
    const Reversible wider = [](ReversibleSchemaBuilder& s) {
        s.replaceFunction("twice",
                          everywhere("(n integer, m varchar, o text)"),
                          everywhere("RETURNS integer RETURN 3 * n"),
                          everywhere("RETURNS integer RETURN 2 * n"));
    };
    EXPECT_EQ(refusalOf(wider, twice, postgresql),
              "replace_function twice says otherwise than what the migrations before have made: "
              "parameters are (n integer, m varchar, o text) (known: (n integer, m varchar DEFAULT "
              "''))");
    const Calls madeOutside = [](SchemaBuilder& s) {
        twice(s);
        s.sql(everywhere("CREATE FUNCTION twice(n integer, m varchar, o text) ..."));
    };
    EXPECT_EQ(refusalOf(wider, madeOutside, postgresql), "");
    EXPECT_EQ(refusalOf(
                  wider,
                  [](SchemaBuilder&) {},
                  postgresql),
              "");
}

TEST(ReferencedTables, AreStillThereAfterTheMigration) {
    const auto refusal = [](const Calls& calls) {
        const auto operations = test::recorded(calls);
        return test::messageOf(ErrorCode::UnknownTable, [&] {
            detail::wantReferencedTables(operations, schemaAfter(calls));
        });
    };
    EXPECT_EQ(refusal([](SchemaBuilder& s) {
                  shop(s);
                  s.dropTable("orders");
                  s.createTable("items", [](TableBuilder& t) {
                      t.bigInteger("order_id").references("orders");
                  });
              }),
              "items_order_id_fkey references the table orders, which is not there any more");
    EXPECT_EQ(refusal([](SchemaBuilder& s) {
                  shop(s);
                  s.renameTable("orders", "sales");
                  s.createTable("items", [](TableBuilder& t) { t.bigInteger("order_id"); });
                  s.alterTable("items", [](AlterBuilder& t) {
                      t.foreignKey({"order_id"}).references("orders", {"id"}).named("of_an_order");
                  });
              }),
              "of_an_order references the table orders, which is not there any more");
}

TEST(ReferencedTables, MayComeBackOrBeNoneOfTheMigrations) {
    const Calls calls = [](SchemaBuilder& s) {
        shop(s);
        s.dropTable("orders");
        s.createTable("items", [](TableBuilder& t) {
            t.bigInteger("order_id").references("orders");
            t.bigInteger("other_id").references("made_by_hand");
        });
        s.createTable("orders", [](TableBuilder& t) { t.id(); });
        s.renameTable("orders", "sales");
    };
    EXPECT_NO_THROW(detail::wantReferencedTables(test::recorded(calls), schemaAfter(calls)));
}

}  // namespace
}  // namespace godwit
