#include <set>

#include <gtest/gtest.h>

#include <godwit/plan.hpp>

#include "json/canonical.hpp"
#include "unit/support/recording.hpp"

namespace godwit {
namespace {

using test::recorded;

std::vector<Operation> orders() {
    return recorded([](SchemaBuilder& schema) {
        schema.createTable("orders", [](TableBuilder& t) {
            t.uuid("id").primaryKey().generated();
            t.decimal("total", 12, 2).defaultTo("0.00");
            t.enumeration("status", "order_status", {"pending", "paid"}).defaultTo("pending");
            t.timestampTz("at").nullable().defaultTo(now).comment("when \"it\" was");
            t.index({"status"});
        });
    });
}

// A published vector: a change here is a new checksum algorithm and makes every applied migration
// look modified.
TEST(CanonicalOperations, AreTheseBytesForEver) {
    EXPECT_EQ(
        detail::canonicalOperations(orders()),
        R"([{"checks":[],"columns":[)"
        R"({"comment":"","default":null,"generated":true,"name":"id","nullable":false,)"
        R"("renewed_at_update":false,"type":{"kind":"uuid"}},)"
        R"({"comment":"","default":{"number":"0.00"},"generated":false,"name":"total",)"
        R"("nullable":false,"renewed_at_update":false,)"
        R"("type":{"kind":"decimal","precision":12,"scale":2}},)"
        R"({"comment":"","default":{"text":"pending"},"generated":false,"name":"status",)"
        R"("nullable":false,"renewed_at_update":false,)"
        R"("type":{"enum":"order_status","kind":"enumeration","values":["pending","paid"]}},)"
        R"({"comment":"when \"it\" was","default":{"now":true},"generated":false,"name":"at",)"
        R"("nullable":true,"renewed_at_update":false,)"
        R"("type":{"kind":"timestamp_tz","precision":6}}],)"
        R"("comment":"","foreign_keys":[],)"
        R"("indexes":[{"columns":["status"],"name":"orders_status_idx","unique":false}],)"
        R"("op":"create_table","primary_key":{"columns":["id"],"name":"orders_pkey"},)"
        R"("table":"orders","unique_keys":[]}])");
}

TEST(Checksum, IsThisForEver) {
    EXPECT_EQ(checksumOf("20250217143000_create_orders_table", orders()),
              "gw1:f8aa79f809b6149ab60c71a2883be8c8ce8b66fb0627e4cf01c7f1296f096728");
}

TEST(Checksum, DependsOnIdAndOperationsAlone) {
    EXPECT_NE(checksumOf("20250217143000_a", orders()), checksumOf("20250217143000_b", orders()));
    EXPECT_NE(checksumOf("20250217143000_a", orders()), checksumOf("20250217143000_a", {}));
    EXPECT_EQ(checksumOf("20250217143000_a", orders()), checksumOf("20250217143000_a", orders()));
}

TEST(Checksum, IgnoresLineEndsOfRawSql) {
    const auto rawSql = [](const char* sql) {
        return recorded([sql](SchemaBuilder& s) { s.sql({.sqlite = sql}); });
    };
    EXPECT_EQ(checksumOf("20250217143000_a", rawSql("SELECT\r\n1")),
              checksumOf("20250217143000_a", rawSql("SELECT\n1")));
    EXPECT_NE(checksumOf("20250217143000_a", rawSql("SELECT 1")),
              checksumOf("20250217143000_a", rawSql("SELECT\n1")));
}

TEST(CanonicalOperations, TellEveryFieldApart) {
    const std::vector<test::Calls> variants = {
        [](SchemaBuilder& s) { s.dropTable("a"); },
        [](SchemaBuilder& s) { s.dropTable("b"); },
        [](SchemaBuilder& s) { s.renameTable("a", "b"); },
        [](SchemaBuilder& s) { s.renameTable("a", "c"); },
        [](SchemaBuilder& s) { s.alterTable("a", [](AlterBuilder& t) { t.comment("x"); }); },
        [](SchemaBuilder& s) { s.alterTable("a", [](AlterBuilder& t) { t.comment("y"); }); },
        [](SchemaBuilder& s) { s.alterTable("a", [](AlterBuilder& t) { t.integer("x"); }); },
        [](SchemaBuilder& s) {
            s.alterTable("a", [](AlterBuilder& t) { t.integer("x").nullable(); });
        },
        [](SchemaBuilder& s) { s.alterTable("a", [](AlterBuilder& t) { t.bigInteger("x"); }); },
        [](SchemaBuilder& s) { s.alterTable("a", [](AlterBuilder& t) { t.string("x", 1); }); },
        [](SchemaBuilder& s) { s.alterTable("a", [](AlterBuilder& t) { t.string("x", 2); }); },
        [](SchemaBuilder& s) { s.alterTable("a", [](AlterBuilder& t) { t.dropColumn("x"); }); },
        [](SchemaBuilder& s) {
            s.alterTable("a", [](AlterBuilder& t) { t.renameColumn("x", "y"); });
        },
        [](SchemaBuilder& s) { s.alterTable("a", [](AlterBuilder& t) { t.commentOn("x", "y"); }); },
        [](SchemaBuilder& s) { s.alterTable("a", [](AlterBuilder& t) { t.primaryKey({"x"}); }); },
        [](SchemaBuilder& s) { s.alterTable("a", [](AlterBuilder& t) { t.dropPrimaryKey(); }); },
        [](SchemaBuilder& s) { s.alterTable("a", [](AlterBuilder& t) { t.unique({"x"}); }); },
        [](SchemaBuilder& s) { s.alterTable("a", [](AlterBuilder& t) { t.dropUnique({"x"}); }); },
        [](SchemaBuilder& s) { s.alterTable("a", [](AlterBuilder& t) { t.dropUnique("x"); }); },
        [](SchemaBuilder& s) {
            s.alterTable("a", [](AlterBuilder& t) { t.foreignKey({"x"}).references("b", {"y"}); });
        },
        [](SchemaBuilder& s) {
            s.alterTable("a", [](AlterBuilder& t) {
                t.foreignKey({"x"}).references("b", {"y"}).onDelete(cascade);
            });
        },
        [](SchemaBuilder& s) {
            s.alterTable("a", [](AlterBuilder& t) {
                t.foreignKey({"x"}).references("b", {"y"}).onUpdate(cascade);
            });
        },
        [](SchemaBuilder& s) { s.alterTable("a", [](AlterBuilder& t) { t.dropForeignKey("x"); }); },
        [](SchemaBuilder& s) { s.alterTable("a", [](AlterBuilder& t) { t.check("x", "y"); }); },
        [](SchemaBuilder& s) { s.alterTable("a", [](AlterBuilder& t) { t.dropCheck("x"); }); },
        [](SchemaBuilder& s) { s.alterTable("a", [](AlterBuilder& t) { t.index({"x"}); }); },
        [](SchemaBuilder& s) {
            s.alterTable("a", [](AlterBuilder& t) { t.index({"x"}).unique(); });
        },
        [](SchemaBuilder& s) { s.alterTable("a", [](AlterBuilder& t) { t.dropIndex("x"); }); },
        [](SchemaBuilder& s) { s.sql({.sqlite = "x"}); },
        [](SchemaBuilder& s) { s.sql({.mysql = "x"}); },
        [](SchemaBuilder& s) { s.sql({.mysql = "x", .sqlite = nothing}); },
    };
    std::set<std::string> seen;
    for (std::size_t i = 0; i < variants.size(); ++i) {
        EXPECT_TRUE(seen.insert(detail::canonicalOperations(recorded(variants[i]))).second) << i;
    }
}

}  // namespace
}  // namespace godwit
