#include <godwit/data.hpp>

#include "golden/golden.hpp"

// Rows of data, and the copies that drops keep.

namespace godwit::test {

namespace {

void accounts(SchemaBuilder& schema) {
    schema.createTable("accounts", [](TableBuilder& t) {
        t.id();
        t.string("name", 80);
        t.decimal("balance", 12, 2).defaultTo(0);
        t.boolean("active").defaultTo(true);
        t.enumeration("kind", "account_kind", {"private", "company"}).defaultTo("private");
        t.timestampTz("seen_at").nullable();
        t.json("settings").nullable();
        t.bytes("picture").nullable();
        t.timestamps();
    });
    schema.createTable("memberships", [](TableBuilder& t) {
        t.uuid("person");
        t.string("club", 20);
        t.integer("points").nullable();
        t.primaryKey({"person", "club"});
    });
}

void addRowCases(std::vector<GoldenCase>& cases) {
    cases.push_back({.name = "insert_row", .given = accounts, .when = [](SchemaBuilder& schema) {
                         schema.insert("accounts", {{"name", "O'Brien"}, {"balance", 12.5}});
                     }});
    cases.push_back({.name = "insert_rows", .given = accounts, .when = [](SchemaBuilder& schema) {
                         schema.insert(
                             "accounts",
                             {"id", "name", "active", "kind"},
                             {{1, "Ada", true, "private"}, {2, "Acme", false, "company"}});
                     }});
    cases.push_back(
        {.name = "insert_rows_unless_there", .given = accounts, .when = [](SchemaBuilder& schema) {
             schema
                 .insert("memberships",
                         {"person", "club"},
                         {{"6f0a1f5e-1f6d-4c1c-9a54-0f2f7a6c3b10", "chess"},
                          {"6f0a1f5e-1f6d-4c1c-9a54-0f2f7a6c3b10", "go"}})
                 .ifNotExists();
         }});
    cases.push_back({.name = "insert_values_of_all_kinds",
                     .given = accounts,
                     .when = [](SchemaBuilder& schema) {
                         schema.insert("accounts",
                                       {{"name", "back\\slash ? :name $$"},
                                        {"balance", "1234567890.5"},
                                        {"active", 1},
                                        {"seen_at", "2025-02-17T16:30:00.25+02:00"},
                                        {"settings", "{\"theme\": \"dark\"}"},
                                        {"picture", blob("\x89PNG\x00")},
                                        {"created_at", now},
                                        {"updated_at", expr("CURRENT_TIMESTAMP")}});
                         schema.insert(
                             "accounts",
                             {{"name", "nobody"}, {"seen_at", null}, {"picture", "text"}});
                     }});
    cases.push_back({.name = "update_rows", .given = accounts, .when = [](SchemaBuilder& schema) {
                         schema.update("accounts", {{"active", false}, {"seen_at", null}})
                             .by({{"name", "Ada"}, {"seen_at", null}})
                             .where("balance = 0");
                         schema.update("accounts", {{"name", expr("upper(name)")}}).allRows();
                     }});
    cases.push_back({.name = "erase_rows", .given = accounts, .when = [](SchemaBuilder& schema) {
                         schema.erase("accounts").by({{"id", 1}});
                         schema.erase("memberships").where("points IS NULL");
                         schema.erase("memberships").allRows();
                     }});
    cases.push_back({.name = "backfill", .given = accounts, .when = [](SchemaBuilder& schema) {
                         schema.backfill("accounts")
                             .set("balance",
                                  {.postgresql = "balance * 1.5",
                                   .mysql = "balance * 1.5",
                                   .mariadb = sameAs::mysql,
                                   .sqlite = "balance * 3 / 2"})
                             .set("active", false)
                             .where("seen_at IS NULL")
                             .because("the interest of two years is credited");
                     }});
    cases.push_back({.name = "backfill_by_several_columns",
                     .given = accounts,
                     .when = [](SchemaBuilder& schema) {
                         schema.backfill("memberships").set("points", 0).batchesOf(100).pause(50);
                     }});
    cases.push_back({.name = "call_data", .given = accounts, .when = [](SchemaBuilder& schema) {
                         schema.data("fill in settings", "rev-1", [](DataContext& db) {
                             db.execute("UPDATE accounts SET settings = ?", {"{}"});
                         });
                         schema.data("look up points", "rev-2", [](DataContext&) {}).resumable();
                     }});
    cases.push_back(
        {.name = "verify", .given = accounts, .when = [](SchemaBuilder& schema) {
             schema
                 .verify("nobody owes anything", "SELECT count(*) FROM accounts WHERE balance < 0")
                 .equals(0);
             schema.verify("no nameless account", "SELECT id FROM accounts WHERE name = ''")
                 .isEmpty();
         }});
}

void addCopyCases(std::vector<GoldenCase>& cases) {
    cases.push_back(
        {.name = "drop_table_keeping_a_copy", .given = accounts, .when = [](SchemaBuilder& schema) {
             schema.dropTable("accounts").keepCopy();
         }});
    cases.push_back({.name = "restore_table",
                     .given = accounts,
                     .up = [](SchemaBuilder& schema) { schema.dropTable("accounts").keepCopy(); },
                     .when =
                         [](SchemaBuilder& schema) {
                             schema.createTable("accounts", [](TableBuilder& t) {
                                 t.id();
                                 t.string("name", 80);
                                 t.enumeration("kind", "account_kind", {"private", "company"});
                                 t.integer("added").defaultTo(0);
                             });
                         }});
    cases.push_back({.name = "drop_column_keeping_a_copy",
                     .given = accounts,
                     .when = [](SchemaBuilder& schema) {
                         schema.alterTable("accounts", [](AlterBuilder& t) {
                             t.dropColumn("kind").keepCopy();
                         });
                     }});
    cases.push_back({.name = "restore_column",
                     .given = accounts,
                     .up =
                         [](SchemaBuilder& schema) {
                             schema.alterTable("memberships", [](AlterBuilder& t) {
                                 t.dropColumn("points").keepCopy();
                             });
                         },
                     .when =
                         [](SchemaBuilder& schema) {
                             schema.alterTable("memberships", [](AlterBuilder& t) {
                                 t.integer("points").nullable();
                             });
                         }});
    cases.push_back({.name = "change_type_keeping_a_copy",
                     .given = accounts,
                     .when = [](SchemaBuilder& schema) {
                         schema.alterTable("accounts", [](AlterBuilder& t) {
                             t.changeType("balance", bigInteger()).keepCopy();
                         });
                     }});
    cases.push_back({.name = "change_type_back",
                     .given = accounts,
                     .up =
                         [](SchemaBuilder& schema) {
                             schema.alterTable("accounts", [](AlterBuilder& t) {
                                 t.changeType("balance", bigInteger()).keepCopy();
                             });
                         },
                     .when =
                         [](SchemaBuilder& schema) {
                             schema.alterTable("accounts", [](AlterBuilder& t) {
                                 t.changeType("balance", decimal(12, 2));
                             });
                         }});
    cases.push_back(
        {.name = "drop_copy",
         .given =
             [](SchemaBuilder& schema) {
                 accounts(schema);
                 schema.alterTable("memberships",
                                   [](AlterBuilder& t) { t.dropColumn("points").keepCopy(); });
             },
         .when = [](SchemaBuilder& schema) { schema.dropCopy("memberships", "points"); }});
}

}  // namespace

void addDataCases(std::vector<GoldenCase>& cases) {
    addRowCases(cases);
    addCopyCases(cases);
}

}  // namespace godwit::test
