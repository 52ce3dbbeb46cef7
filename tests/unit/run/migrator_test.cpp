#include <gtest/gtest.h>

#include <godwit/migrator.hpp>

#include "support/marked_run.hpp"
#include "support/shop_migrations.hpp"
#include "unit/support/fake_driver.hpp"
#include "unit/support/recording.hpp"

// What a Migrator says to a server, seen from a server that is not there.

namespace godwit {
namespace {

using test::FakeServer;
using test::kCreateUsers;
using test::messageOf;

std::vector<std::optional<std::string>> historyRow(const MigrationEntry& entry, int seq) {
    return {std::to_string(seq),
            entry.id,
            "",
            "apply",
            checksumOf(entry.id, record(entry.make(), Direction::Up)),
            "1",
            "2026-01-01 00:00:00.000000",
            "2026-01-01 00:00:00.000000",
            "3",
            "somebody",
            "1",
            std::nullopt,
            "0"};
}

FakeServer serverWithEverythingApplied(Server kind) {
    FakeServer server;
    server.server = kind;
    std::vector<std::vector<std::optional<std::string>>> rows;
    int seq = 0;
    for (const MigrationEntry& entry : test::shopMigrations()) {
        rows.push_back(historyRow(entry, ++seq));
    }
    server.answer("godwit_history", rows);
    return server;
}

class OnEachKind : public testing::TestWithParam<Server> {};

TEST_P(OnEachKind, IsOneQueryWhenNothingIsPending) {
    FakeServer server = serverWithEverythingApplied(GetParam());
    Connection connection = server.connect();
    EXPECT_TRUE((Migrator{connection, test::shopMigrations()}.up().steps.empty()));
    ASSERT_EQ(server.log.size(), 1U);
    EXPECT_TRUE(server.log[0].starts_with("SELECT"));
}

TEST_P(OnEachKind, OnlyReadsForPlanAndStatus) {
    FakeServer server;
    server.server = GetParam();
    server.refuse("godwit_history", ErrorCode::TableNotFound);
    Connection connection = server.connect();
    Migrator migrator{connection, test::shopMigrations()};
    EXPECT_EQ(migrator.plan().steps.size(), 3U);
    EXPECT_EQ(migrator.status().migrations.size(), 3U);
    for (const std::string& statement : server.log) {
        EXPECT_TRUE(statement.starts_with("SELECT")) << statement;
    }
}

TEST_P(OnEachKind, RunsTheVeryStatementsOfThePlan) {
    FakeServer server;
    server.server = GetParam();
    server.answer("FROM (SELECT", {{"t", "1", "public", "public", "t"}});  // PostgreSQL's lock
    if (GetParam().kind == DatabaseKind::MySQL || GetParam().kind == DatabaseKind::MariaDB) {
        server.answers.clear();
        server.answer("GET_LOCK", {{"1", "gw_0", "shop"}});
        server.answer("@@SESSION.sql_mode", {{"1", "", "", "", "", "", "", "1"}});
    }
    server.answer("PRAGMA busy_timeout", {{"0"}});
    server.answer("max(seq)", {{std::nullopt}});
    server.answers.push_back({"SELECT seq", {}, ErrorCode::TableNotFound});
    Connection connection = server.connect();
    Migrator migrator{connection, test::shopMigrations()};
    std::vector<std::string> planned;
    for (const Step& step : migrator.plan(Target::upTo(kCreateUsers)).steps) {
        for (const Statement& statement : step.statements) {
            planned.push_back(textOf(statement));
        }
    }
    server.log.clear();
    migrator.upTo(kCreateUsers);
    std::vector<std::string> ran;
    for (const std::string& statement : server.log) {
        if (std::find(planned.begin(), planned.end(), statement) != planned.end()) {
            ran.push_back(statement);
        }
    }
    EXPECT_EQ(ran, planned);
    EXPECT_FALSE(planned.empty());
}

INSTANTIATE_TEST_SUITE_P(Migrator,
                         OnEachKind,
                         testing::Values(Server{DatabaseKind::PostgreSQL, {17, 0, 0}},
                                         Server{DatabaseKind::MySQL, {9, 7, 0}},
                                         Server{DatabaseKind::MariaDB, {11, 8, 0}},
                                         Server{DatabaseKind::SQLite, {3, 40, 1}}),
                         [](const auto& one) { return std::string(nameOf(one.param.kind)); });

TEST(Migrator, SendsAMigrationToPostgresqlAsOneMessageAndItsCommitApart) {
    FakeServer server;
    server.server = {DatabaseKind::PostgreSQL, {17, 0, 0}};
    server.answer("pg_try_advisory_lock", {{"t", "1", "public", "public", "t"}});
    server.answers.push_back({"SELECT seq", {}, ErrorCode::TableNotFound});
    Connection connection = server.connect();
    EXPECT_EQ((Migrator{connection, test::shopMigrations()}.up().steps.size()), 3U);
    // Two looks at the history, the lock, its end, and two for each of three migrations.
    EXPECT_EQ(server.messages, 4U + 2U * 3U);
}

TEST(Migrator, SendsToMariadbEachStatementAndOneHistoryRow) {
    FakeServer server;
    server.server = {DatabaseKind::MariaDB, {11, 8, 0}};
    server.answer("GET_LOCK", {{"1", "gw_0", "shop"}});
    server.answer("@@SESSION.sql_mode", {{"1", "", "", "", "", "", "", "1"}});
    server.answers.push_back({"SELECT seq", {}, ErrorCode::TableNotFound});
    Connection connection = server.connect();
    Migrator{connection, test::shopMigrations()}.upTo(test::kCreateOrders);
    // Looks, lock and its end, settings asked, set and put back, the history table; then users and
    // orders with all their keys: one statement and one row each.
    EXPECT_EQ(server.messages, 4U + 3U + 1U + 2U * 2U);
}

// In parts because of the second of three statements.
class InParts : public Migration {
public:
    void up(SchemaBuilder& schema) const override {
        test::say(schema, "CREATE TABLE a (n int)");
        test::say(schema, "/*outside*/CREATE INDEX CONCURRENTLY i ON a (n)");
        test::say(schema, "CREATE TABLE b (n int)");
    }
    void down(SchemaBuilder& schema) const override { test::say(schema, "DROP TABLE a"); }
};

TEST(Migrator, SendsEachTransactionOfAMigrationInPartsAsOneMessage) {
    FakeServer server;
    server.server = {DatabaseKind::PostgreSQL, {17, 0, 0}};
    server.answer("pg_try_advisory_lock", {{"t", "1", "public", "public", "t"}});
    server.answer("current_setting('timezone')", {{"a", "b", "c", "d", "e"}});
    server.answers.push_back({"SELECT seq", {}, ErrorCode::TableNotFound});
    Connection connection = server.connect();
    test::runMarked(connection, MigrationSet{}.add<InParts>("20250401000000_in_parts"));
    // Two looks at the history, the lock, its end; two transactions; settings asked, set and put
    // back around the statement outside, and its note.
    EXPECT_EQ(server.messages, 4U + 2U * 2U + 3U + 2U);
    std::string together;
    for (const std::string& statement : server.log) {
        together += statement.substr(0, statement.find_first_of(" (")) + " ";
    }
    EXPECT_TRUE(together.ends_with("DROP DO COMMIT SELECT ")) << together;
}

TEST(Migrator, LooksOnceMoreWhenSomethingIsHalfWayThoughNothingIsPending) {
    FakeServer server = serverWithEverythingApplied({DatabaseKind::PostgreSQL, {17, 0, 0}});
    for (auto& row : server.answers[0].rows.values) {
        row[12] = "t";
    }
    const std::vector<std::optional<std::string>> halfDown = {test::kAddTrackingNumber,
                                                              "revert",
                                                              "gw1:x",
                                                              "1",
                                                              "2",
                                                              R"(["DROP TABLE a"])",
                                                              "",
                                                              "2026-01-01 00:00:00.000000",
                                                              "somebody",
                                                              "1"};
    server.answers.insert(server.answers.begin(),
                          {"FROM \"godwit_history_progress\"", {{halfDown}}, std::nullopt});
    server.answers.insert(
        server.answers.begin(),
        {"FROM \"public\".\"godwit_history_progress\"", {{halfDown}}, std::nullopt});
    server.answers.insert(
        server.answers.begin(),
        {"pg_try_advisory_lock", {{{"t", "1", "public", "public", "t"}}}, std::nullopt});
    Connection connection = server.connect();
    Migrator migrator{connection, test::shopMigrations()};
    EXPECT_NE(messageOf(ErrorCode::MigrationHalfWay, [&] { migrator.up(); }).find("half-way down"),
              std::string::npos);
    for (const std::string& statement : server.log) {
        EXPECT_TRUE(statement.starts_with("SELECT")) << statement;
    }
}

TEST(Migrator, RefusesAServerThatIsTooOld) {
    for (const Server& old : {Server{DatabaseKind::PostgreSQL, {11, 22, 0}},
                              Server{DatabaseKind::MySQL, {5, 7, 44}},
                              Server{DatabaseKind::MariaDB, {10, 5, 23}},
                              Server{DatabaseKind::SQLite, {3, 36, 0}}}) {
        FakeServer server;
        server.server = old;
        Connection connection = server.connect();
        messageOf(ErrorCode::ServerTooOld, [&] {
            Migrator{connection, test::shopMigrations()}.up();
        });
        EXPECT_TRUE(server.log.empty());
    }
}

TEST(Migrator, GivesUpWaitingForTheLockWhenTold) {
    FakeServer server;
    server.server = {DatabaseKind::PostgreSQL, {17, 0, 0}};
    server.answer("pg_try_advisory_lock", {{"f", "1", "public", "public", "t"}});
    server.refuse("godwit_history", ErrorCode::TableNotFound);
    Connection connection = server.connect();
    int waits = 0;
    Migrator migrator{
        connection,
        test::shopMigrations(),
        {.lockWait = std::chrono::milliseconds{50}, .onEvent = [&waits](const Event& event) {
             waits += event.kind == Event::Kind::Waiting ? 1 : 0;
         }}};
    EXPECT_EQ(messageOf(ErrorCode::LockNotAcquired, [&] { migrator.up(); }),
              "another process is migrating sqlite:fake.db and has not finished within 50 ms");
    EXPECT_GT(waits, 0);
    for (const std::string& statement : server.log) {
        EXPECT_TRUE(statement.starts_with("SELECT")) << statement;
    }
}

TEST(Migrator, StopsWaitingWhenNothingIsLeftToDo) {
    FakeServer server = serverWithEverythingApplied({DatabaseKind::PostgreSQL, {17, 0, 0}});
    // The first look finds nothing applied; the lock is taken; the second look finds all done.
    server.answers.insert(
        server.answers.begin(),
        {"pg_try_advisory_lock", {{{"f", "1", "public", "public", "t"}}}, std::nullopt});
    server.answers.insert(server.answers.begin(), {"FROM \"godwit_history\"", {}, std::nullopt});
    Connection connection = server.connect();
    EXPECT_TRUE((Migrator{connection, test::shopMigrations()}.up().steps.empty()));
}

TEST(Migrator, RefusesAHistoryNameThatLeavesNoRoom) {
    FakeServer server;
    Connection connection = server.connect();
    for (const std::string& table : {std::string{}, std::string(49, 'x'), std::string("\xFF")}) {
        messageOf(ErrorCode::BadArgument,
                  [&] { Migrator(connection, test::shopMigrations(), {.historyTable = table}); });
    }
}

}  // namespace
}  // namespace godwit
