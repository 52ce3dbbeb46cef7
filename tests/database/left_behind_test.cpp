#include <ostream>
#include <string>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

#include <fmt/format.h>

#include <godwit/error.hpp>
#include <godwit/migrator.hpp>

#include "database/support/scratch_database.hpp"

// A table or column is renamed or goes while SQL that is only a text to the server names it: what
// it would break is refused when the plan is built, and what the server takes care of is not.

namespace godwit::test {
namespace {

using Write = void (*)(SchemaBuilder&);

template <bool isUnique>
void tables(SchemaBuilder& schema) {
    schema.createTable("orders", [](TableBuilder& t) {
        t.integer("id").primaryKey();
        auto total = t.integer("total").defaultTo(0);
        if (isUnique) {
            total.unique();
        }
    });
    schema.createTable("log", [](TableBuilder& t) { t.integer("n"); });
}

void notes(auto trigger, std::string_view column) {
    const std::string insert = fmt::format("INSERT INTO log VALUES (NEW.{})", column);
    const std::string block = insert + "; RETURN NULL;";
    trigger.after(onInsert).body({.postgresql = std::string_view{block},
                                  .mysql = std::string_view{insert},
                                  .mariadb = sameAs::mysql,
                                  .sqlite = std::string_view{insert}});
}

void makeView(SchemaBuilder& schema) { schema.createView("seen", "SELECT total FROM orders"); }
void makeStarView(SchemaBuilder& schema) { schema.createView("seen", "SELECT * FROM orders"); }
void makeCountView(SchemaBuilder& schema) {
    schema.createView("seen", "SELECT count(*) AS orders_in_all FROM orders");
}
void makeTrigger(SchemaBuilder& schema) { notes(schema.createTrigger("keep", "orders"), "total"); }
void makeOtherTrigger(SchemaBuilder& schema) {
    schema.createTrigger("note", "log")
        .after(onInsert)
        .body({.postgresql = "UPDATE orders SET total = total + 1; RETURN NULL;",
               .mysql = "UPDATE orders SET total = total + 1",
               .mariadb = sameAs::mysql,
               .sqlite = "UPDATE orders SET total = total + 1"});
}
void makeFunction(SchemaBuilder& schema) {
    schema.createFunction(
        "big",
        "()",
        {.postgresql =
             "RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) FROM orders WHERE total > 1 $$",
         .mysql = "RETURNS BIGINT READS SQL DATA RETURN (SELECT count(*) FROM orders WHERE total > "
                  "1)",
         .mariadb = sameAs::mysql,
         .sqlite = nothing});
}

void renameColumn(SchemaBuilder& schema) {
    schema.alterTable("orders", [](AlterBuilder& t) { t.renameColumn("total", "amount"); });
}
void dropColumn(SchemaBuilder& schema) {
    schema.alterTable("orders", [](AlterBuilder& t) { t.dropColumn("total"); });
}
void renameTable(SchemaBuilder& schema) { schema.renameTable("orders", "sales"); }
void dropTable(SchemaBuilder& schema) { schema.dropTable("orders"); }

// What becomes of a change: godwit refuses the plan, or the server the statement, or it works, and
// so does what names the thing.
struct Fate {
    const char* postgresql;
    const char* mysql;  // And MariaDB.
    const char* sqlite;
};

struct Case {
    const char* name;
    Write object;
    const char* use;  // Fails when the object is broken; empty when it goes with its table.
    Write change;
    Fate fate;
    Write given = tables<false>;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

constexpr const char* kRefused = "refused";
constexpr const char* kByServer = "refused by the server";
constexpr const char* kWorks = "works";

constexpr const char* kRead = "SELECT * FROM seen";
constexpr const char* kInsert = "INSERT INTO orders (id) VALUES (7)";
constexpr const char* kInsertSale = "INSERT INTO sales (id) VALUES (7)";
constexpr const char* kLog = "INSERT INTO log VALUES (7)";
constexpr const char* kCall = "SELECT big()";

const Case kCases[] = {
    {"ViewAndRenamedColumn", makeView, kRead, renameColumn, {kWorks, kRefused, kWorks}},
    {"ViewAndDroppedColumn", makeView, kRead, dropColumn, {kByServer, kRefused, kByServer}},
    {"ViewAndDroppedKey",
     makeView,
     kRead,
     dropColumn,
     {kByServer, kRefused, kByServer},
     tables<true>},
    {"ViewAndRenamedTable", makeView, kRead, renameTable, {kWorks, kRefused, kWorks}},
    {"ViewAndDroppedTable", makeView, kRead, dropTable, {kByServer, kRefused, kRefused}},
    {"ViewOfAllAndRenamedColumn", makeStarView, kRead, renameColumn, {kWorks, kRefused, kWorks}},
    {"ViewOfAllAndDroppedColumn", makeStarView, kRead, dropColumn, {kByServer, kRefused, kWorks}},
    {"ViewThatCountsAndRenamedColumn",
     makeCountView,
     kRead,
     renameColumn,
     {kWorks, kWorks, kWorks}},
    {"TriggerAndRenamedColumn", makeTrigger, kInsert, renameColumn, {kRefused, kRefused, kWorks}},
    {"TriggerAndDroppedColumn", makeTrigger, kInsert, dropColumn, {kRefused, kRefused, kByServer}},
    {"TriggerAndDroppedKey",
     makeTrigger,
     kInsert,
     dropColumn,
     {kRefused, kRefused, kByServer},
     tables<true>},
    {"TriggerAndRenamedTable", makeTrigger, kInsertSale, renameTable, {kWorks, kWorks, kWorks}},
    {"TriggerAndDroppedTable", makeTrigger, "", dropTable, {kWorks, kWorks, kWorks}},
    {"OtherTriggerAndRenamedColumn",
     makeOtherTrigger,
     kLog,
     renameColumn,
     {kRefused, kRefused, kWorks}},
    {"OtherTriggerAndDroppedColumn",
     makeOtherTrigger,
     kLog,
     dropColumn,
     {kRefused, kRefused, kByServer}},
    {"OtherTriggerAndRenamedTable",
     makeOtherTrigger,
     kLog,
     renameTable,
     {kRefused, kRefused, kWorks}},
    {"OtherTriggerAndDroppedTable",
     makeOtherTrigger,
     kLog,
     dropTable,
     {kRefused, kRefused, kRefused}},
};

// SQLite has no functions of its own.
const Case kFunctionCases[] = {
    {"FunctionAndRenamedColumn", makeFunction, kCall, renameColumn, {kRefused, kRefused, ""}},
    {"FunctionAndDroppedColumn", makeFunction, kCall, dropColumn, {kRefused, kRefused, ""}},
    {"FunctionAndRenamedTable", makeFunction, kCall, renameTable, {kRefused, kRefused, ""}},
    {"FunctionAndDroppedTable", makeFunction, kCall, dropTable, {kRefused, kRefused, ""}},
};

class Make final : public Migration {
public:
    static inline Write given = nullptr;
    static inline Write object = nullptr;
    void up(SchemaBuilder& schema) const override {
        given(schema);
        object(schema);
    }
    void down(SchemaBuilder&) const override {}
};

class Change final : public Migration {
public:
    static inline Write change = nullptr;
    void up(SchemaBuilder& schema) const override { change(schema); }
    void down(SchemaBuilder&) const override {}
};

class MadeAnewBehind : public testing::Test {
protected:
    void migrate(Write given, Write object, Write change) {
        Make::given = given;
        Make::object = object;
        Change::change = change;
        MigrationSet set;
        set.add<Make>("20250401000000_make").add<Change>("20250402000000_change");
        Migrator{connection_, std::move(set)}.up();
    }

    ScratchDatabase database_;
    Connection connection_ = database_.connect();
};

class LeftBehind : public MadeAnewBehind, public testing::WithParamInterface<Case> {
protected:
    std::string fate() {
        const Case& c = GetParam();
        try {
            migrate(c.given, c.object, c.change);
        } catch (const MigrationFailed&) {
            return kByServer;
        } catch (const UsageError& error) {
            EXPECT_EQ(codeText(error.code()), "GW212") << error.what();
            return kRefused;
        }
        if (*c.use != '\0') {
            connection_.query(c.use);
        }
        return kWorks;
    }
};

class LeftBehindOnServers : public LeftBehind {};

std::string nameOfCase(const testing::TestParamInfo<Case>& info) { return info.param.name; }

std::string fateHere(const Fate& fate) {
    switch (testServer().kind) {
    case DatabaseKind::PostgreSQL:
        return fate.postgresql;
    case DatabaseKind::MySQL:
    case DatabaseKind::MariaDB:
        return fate.mysql;
    case DatabaseKind::SQLite:
        break;
    }
    return fate.sqlite;
}

TEST_P(LeftBehind, IsNothingThatFailsWhenItIsUsed) { EXPECT_EQ(fate(), fateHere(GetParam().fate)); }

TEST_P(LeftBehindOnServers, IsNothingThatFailsWhenItIsCalled) {
    EXPECT_EQ(fate(), fateHere(GetParam().fate));
}

INSTANTIATE_TEST_SUITE_P(Objects, LeftBehind, testing::ValuesIn(kCases), nameOfCase);
INSTANTIATE_TEST_SUITE_P(Functions,
                         LeftBehindOnServers,
                         testing::ValuesIn(kFunctionCases),
                         nameOfCase);

TEST_F(MadeAnewBehind, WhatWasRenamedLeavesNothingBroken) {
    migrate(tables<false>, makeTrigger, [](SchemaBuilder& schema) {
        renameColumn(schema);
        notes(schema.replaceTrigger("keep", "orders"), "amount");
    });
    connection_.execute("INSERT INTO orders (id, amount) VALUES (7, 8)");
    EXPECT_EQ(onlyValue(connection_.query("SELECT n FROM log")), "8");
}

TEST_F(MadeAnewBehind, WhatTakesTheNameIsWhatTheSqlNames) {
    migrate(tables<false>, makeOtherTrigger, [](SchemaBuilder& schema) {
        renameTable(schema);
        schema.createTable("orders", [](TableBuilder& t) { t.integer("total"); });
    });
    connection_.execute(kLog);
}

// A view or function that is made anew behind a rename goes back behind it too.
class RenamesUnderAView final : public ReversibleMigration {
public:
    void change(SchemaBuilder& schema) const override {
        schema.alterTable("orders", [](auto& t) { t.renameColumn("total", "amount"); });
        schema.replaceView("seen",
                           "SELECT amount AS total FROM orders",
                           "SELECT total FROM orders");
    }
};

class RetiresAColumnUnderATrigger final : public ReversibleMigration {
public:
    void change(SchemaBuilder& schema) const override {
        schema.alterTable("orders", [](auto& t) { t.renameColumn("total", "amount"); });
        schema.dropTrigger("keep", "orders")
            .after(onInsert)
            .body({.postgresql = "INSERT INTO log VALUES (NEW.total); RETURN NULL;",
                   .mysql = "INSERT INTO log VALUES (NEW.total)",
                   .mariadb = sameAs::mysql,
                   .sqlite = "INSERT INTO log VALUES (NEW.total)"});
    }
};

template <class Changing, Write kObject>
void thereAndBack(Connection& connection, std::string_view use) {
    Make::given = tables<false>;
    Make::object = kObject;
    MigrationSet set;
    set.add<Make>("20250401000000_make").add<Changing>("20250402000000_change");
    Migrator migrator{connection, std::move(set)};
    migrator.up();
    migrator.rollback(1);
    connection.query(use);
}

using MadeAnewInChange = MadeAnewBehind;

TEST_F(MadeAnewInChange, ATriggerComesBackBehindTheNameThatItReads) {
    thereAndBack<RetiresAColumnUnderATrigger, makeTrigger>(connection_, kInsert);
}

TEST_F(MadeAnewInChange, AViewComesBackBehindTheNameThatItReads) {
    thereAndBack<RenamesUnderAView, makeView>(connection_, kRead);
}

}  // namespace
}  // namespace godwit::test
