#include <set>

#include <gtest/gtest.h>

#include "model/resolve.hpp"
#include "unit/support/recording.hpp"

namespace godwit {
namespace {

using test::Calls;
using test::messageOf;
using test::schemaAfter;

void usersAndOrders(SchemaBuilder& schema) {
    schema.createTable("users", [](TableBuilder& t) {
        t.id();
        t.string("email").unique();
    });
    schema.createTable("orders", [](TableBuilder& t) {
        t.id();
        t.foreignId("user_id").references("users");
        t.enumeration("status", "order_status", {"open", "done"});
        t.integer("amount");
        t.index({"user_id", "status"});
        t.check("amount_positive", "amount > 0");
    });
}

Calls then(const Calls& more) {
    return [more](SchemaBuilder& schema) {
        usersAndOrders(schema);
        more(schema);
    };
}

Calls altering(const std::function<void(AlterBuilder&)>& body) {
    return then([body](SchemaBuilder& schema) { schema.alterTable("orders", body); });
}

TEST(Replay, DropsWithAColumnWhatHoldsIt) {
    const Schema schema = schemaAfter(altering([](AlterBuilder& t) { t.dropColumn("user_id"); }));
    const Table& orders = schema.tables.at("orders");
    EXPECT_TRUE(orders.foreignKeys.empty());
    EXPECT_TRUE(orders.indexes.empty());
    EXPECT_EQ(orders.columns.size(), 3U);
    EXPECT_TRUE(orders.primaryKey.has_value());
}

TEST(Replay, RenamesAColumnWhereverItIsNamed) {
    const Schema schema = schemaAfter(then([](SchemaBuilder& s) {
        s.alterTable("users", [](AlterBuilder& t) { t.renameColumn("id", "number"); });
        s.alterTable("orders", [](AlterBuilder& t) { t.renameColumn("user_id", "buyer"); });
    }));
    const Table& orders = schema.tables.at("orders");
    EXPECT_EQ(orders.foreignKeys[0].columns, std::vector<std::string>{"buyer"});
    EXPECT_EQ(orders.foreignKeys[0].referencedColumns, std::vector<std::string>{"number"});
    EXPECT_EQ(columnsOf(orders.indexes[0]), (std::vector<std::string>{"buyer", "status"}));
    EXPECT_EQ(schema.tables.at("users").primaryKey->columns, std::vector<std::string>{"number"});
}

TEST(Replay, RenamesATableWhereverItIsReferenced) {
    const Schema schema =
        schemaAfter(then([](SchemaBuilder& s) { s.renameTable("users", "people"); }));
    EXPECT_FALSE(schema.tables.contains("users"));
    EXPECT_EQ(schema.tables.at("people").name, "people");
    EXPECT_EQ(schema.tables.at("orders").foreignKeys[0].referencedTable, "people");
}

TEST(Replay, FindsWhatADropByColumnsMeansUnderItsOldName) {
    const Schema schema = schemaAfter(then([](SchemaBuilder& s) {
        s.renameTable("orders", "sales");
        s.alterTable("sales", [](AlterBuilder& t) { t.dropIndex({"user_id", "status"}); });
    }));
    EXPECT_TRUE(schema.tables.at("sales").indexes.empty());
}

TEST(Replay, FallsBackToTheNamingRuleForAnUnknownTable) {
    EXPECT_EQ(
        detail::resolvedName(op::DropIndex{.table = "old", .name = {}, .columns = {"a"}}, Schema{}),
        "old_a_idx");
}

TEST(Replay, LetsTablesOutsideItsKnowledgeBe) {
    EXPECT_NO_THROW(schemaAfter([](SchemaBuilder& schema) {
        schema.alterTable("legacy", [](AlterBuilder& t) {
            t.integer("a");
            t.dropColumn("b");
            t.dropForeignKey("c");
        });
        schema.dropTable("legacy_2");
        schema.renameTable("legacy_3", "legacy_4");
    }));
}

struct Contradiction {
    const char* behaviour;
    ErrorCode code;
    Calls calls;
    std::string message;
};

TEST(Replay, RefusesContradictionsByName) {
    const std::vector<Contradiction> contradictions = {
        {"table made twice",
         ErrorCode::TableExists,
         then([](SchemaBuilder& s) { s.createTable("users", [](TableBuilder& t) { t.id(); }); }),
         "table users is there already"},
        {"table without columns",
         ErrorCode::TableWithoutColumns,
         [](SchemaBuilder& s) { s.createTable("empty", [](TableBuilder&) {}); },
         "table empty has no columns"},
        {"table changed after its drop",
         ErrorCode::UnknownTable,
         then([](SchemaBuilder& s) {
             s.dropTable("orders");
             s.alterTable("orders", [](AlterBuilder& t) { t.integer("x"); });
         }),
         "table orders is not there any more"},
        {"table renamed over another",
         ErrorCode::TableExists,
         then([](SchemaBuilder& s) { s.renameTable("orders", "users"); }),
         "table users is there already"},
        {"referenced table dropped",
         ErrorCode::TableStillReferenced,
         then([](SchemaBuilder& s) { s.dropTable("users"); }),
         "users is still referenced by orders (orders_user_id_fkey)"},
        {"referenced column dropped",
         ErrorCode::TableStillReferenced,
         then([](SchemaBuilder& s) {
             s.alterTable("users", [](AlterBuilder& t) { t.dropColumn("id"); });
         }),
         "users.id is still referenced by orders (orders_user_id_fkey)"},
        {"referenced primary key dropped",
         ErrorCode::TableStillReferenced,
         then([](SchemaBuilder& s) {
             s.alterTable("users", [](AlterBuilder& t) { t.dropPrimaryKey(); });
         }),
         "the key of users over id is still referenced by orders (orders_user_id_fkey)"},
        {"column added twice",
         ErrorCode::DuplicateColumn,
         altering([](AlterBuilder& t) { t.integer("amount"); }),
         "table orders has a column amount already"},
        {"column renamed over another",
         ErrorCode::DuplicateColumn,
         altering([](AlterBuilder& t) { t.renameColumn("amount", "status"); }),
         "table orders has a column status already"},
        {"unknown column dropped",
         ErrorCode::UnknownColumn,
         altering([](AlterBuilder& t) { t.dropColumn("colour"); }),
         "table orders has no column colour"},
        {"unknown column indexed",
         ErrorCode::UnknownColumn,
         altering([](AlterBuilder& t) { t.index({"colour"}); }),
         "table orders has no column colour"},
        {"unknown column referenced",
         ErrorCode::UnknownColumn,
         altering([](AlterBuilder& t) { t.foreignKey({"amount"}).references("users", {"age"}); }),
         "table users has no column age"},
        {"unknown column commented",
         ErrorCode::UnknownColumn,
         altering([](AlterBuilder& t) { t.commentOn("colour", "red"); }),
         "table orders has no column colour"},
        {"second primary key",
         ErrorCode::SecondPrimaryKey,
         altering([](AlterBuilder& t) { t.primaryKey({"amount"}); }),
         "table orders has a primary key already, over id"},
        {"index name taken in another table",
         ErrorCode::DuplicateObjectName,
         altering([](AlterBuilder& t) { t.index({"amount"}).named("users_email_key"); }),
         "table users has an index or unique constraint users_email_key already"},
        {"foreign key name taken",
         ErrorCode::DuplicateObjectName,
         altering([](AlterBuilder& t) { t.foreignKey({"user_id"}).references("users", {"id"}); }),
         "table orders has a foreign key orders_user_id_fkey already"},
        {"check name taken",
         ErrorCode::DuplicateObjectName,
         altering([](AlterBuilder& t) { t.check("amount_positive", "amount > 1"); }),
         "table orders has a check amount_positive already"},
        {"unknown index dropped",
         ErrorCode::UnknownConstraint,
         altering([](AlterBuilder& t) { t.dropIndex({"amount"}); }),
         "table orders has no index named orders_amount_idx"},
        {"unknown check dropped",
         ErrorCode::UnknownConstraint,
         altering([](AlterBuilder& t) { t.dropCheck("nonsense"); }),
         "table orders has no check named nonsense"},
        {"primary key dropped twice",
         ErrorCode::UnknownConstraint,
         altering([](AlterBuilder& t) {
             t.dropPrimaryKey();
             t.dropPrimaryKey();
         }),
         "table orders has no primary key"},
        {"enum with other values",
         ErrorCode::EnumDiffers,
         altering([](AlterBuilder& t) { t.enumeration("was", "order_status", {"open"}); }),
         "enum type order_status has other values in orders.status than in orders.was"},
    };
    for (const Contradiction& one : contradictions) {
        SCOPED_TRACE(one.behaviour);
        EXPECT_EQ(messageOf(one.code, [&one] { schemaAfter(one.calls); }), one.message);
    }
}

TEST(Replay, LetsAKeyGoWhileAnotherDoesItsWork) {
    EXPECT_NO_THROW(schemaAfter(then([](SchemaBuilder& s) {
        s.alterTable("users", [](AlterBuilder& t) {
            t.index({"id"}).unique();
            t.dropPrimaryKey();
        });
    })));
}

TEST(Replay, RemembersWhichColumnACheckMeansAfterItsRename) {
    const Schema schema = schemaAfter(altering([](AlterBuilder& t) {
        t.renameColumn("amount", "quantity");
        t.renameColumn("quantity", "pieces");
    }));
    EXPECT_EQ(schema.tables.at("orders").checks[0].renamedColumns,
              std::vector<std::string>{"pieces"});
}

TEST(Replay, IsCertainOfNothingAfterRawSql) {
    EXPECT_NO_THROW(schemaAfter(then([](SchemaBuilder& s) {
        s.sql({.postgresql = "SELECT 1", .mysql = nothing, .mariadb = nothing, .sqlite = nothing});
        s.createTable("users", [](TableBuilder& t) { t.id(); });
        s.alterTable("orders", [](AlterBuilder& t) { t.dropColumn("colour"); });
    })));
}

TEST(Replay, StaysCertainAfterRawSqlThatDoesNothing) {
    EXPECT_FALSE(
        schemaAfter([](SchemaBuilder& s) {
            s.sql({.postgresql = nothing, .mysql = nothing, .mariadb = nothing, .sqlite = nothing});
        }).touchedByRawSql);
}

TEST(Operation, HasOneNameEach) {
    std::set<std::string_view> names;
    const auto operations = test::recorded([](SchemaBuilder& s) {
        s.dropTable("a");
        s.renameTable("a", "b");
        s.createTable("c", [](TableBuilder& t) { t.id(); });
    });
    for (const Operation& operation : operations) {
        names.insert(nameOf(operation));
    }
    EXPECT_EQ(names, (std::set<std::string_view>{"create_table", "drop_table", "rename_table"}));
    EXPECT_EQ(nameOf(Operation{op::RawSql{}}), "raw_sql");
    EXPECT_EQ(nameOf(Operation{op::DropIndex{}}), "drop_index");
    EXPECT_EQ(nameOf(Operation{op::AddPrimaryKey{}}), "add_primary_key");
}

}  // namespace
}  // namespace godwit
