#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include <godwit/migrator.hpp>

#include "database/support/catalog.hpp"
#include "database/support/scratch_database.hpp"
#include "support/shop_migrations.hpp"
#include "support/source_tree.hpp"

namespace godwit::test {
namespace {

std::vector<std::string> idsOf(const Report& report) {
    std::vector<std::string> ids;
    for (const StepReport& step : report.steps) {
        ids.push_back((step.direction == Direction::Up ? "+" : "-") + step.id);
    }
    return ids;
}

std::string up(const char* id) { return std::string("+") + id; }
std::string down(const char* id) { return std::string("-") + id; }

using Ids = std::vector<std::string>;

class MigratorTest : public testing::Test {
protected:
    std::string catalog() { return catalogOf(connection_); }

    std::string value(const std::string& sql) { return onlyValue(connection_.query(sql)); }

    ScratchDatabase database_;
    Connection connection_ = database_.connect();
    Migrator migrator_{connection_, shopMigrations(), {.actor = "tester"}};
};

TEST_F(MigratorTest, AppliesAllThatIsPendingInOrder) {
    EXPECT_EQ(idsOf(migrator_.up()),
              (Ids{up(kCreateUsers), up(kCreateOrders), up(kAddTrackingNumber)}));
    EXPECT_NE(catalog().find("tracking_number"), std::string::npos);
    EXPECT_TRUE(migrator_.up().steps.empty());
}

TEST_F(MigratorTest, AppliesUpToAMigration) {
    EXPECT_EQ(idsOf(migrator_.upTo(kCreateOrders)), (Ids{up(kCreateUsers), up(kCreateOrders)}));
    EXPECT_TRUE(migrator_.upTo(kCreateUsers).steps.empty());
    EXPECT_EQ(idsOf(migrator_.up()), Ids{up(kAddTrackingNumber)});
}

TEST_F(MigratorTest, RollsBackTheLatestFirst) {
    migrator_.up();
    EXPECT_EQ(idsOf(migrator_.rollback()), Ids{down(kAddTrackingNumber)});
    EXPECT_EQ(idsOf(migrator_.rollback(2)), (Ids{down(kCreateOrders), down(kCreateUsers)}));
    EXPECT_TRUE(migrator_.rollback().steps.empty());
}

TEST_F(MigratorTest, RollsBackToAMigrationThatStays) {
    migrator_.up();
    EXPECT_EQ(idsOf(migrator_.rollbackTo(kCreateUsers)),
              (Ids{down(kAddTrackingNumber), down(kCreateOrders)}));
    EXPECT_EQ(migrator_.status().migrations[0].state, MigrationStatus::State::Applied);
}

TEST_F(MigratorTest, LeavesTheSameCatalogAfterUpDownUp) {
    const std::string empty = catalog();
    migrator_.up();
    const std::string full = catalog();
    migrator_.rollbackAll();
    EXPECT_EQ(catalog(), empty);
    migrator_.up();
    EXPECT_EQ(catalog(), full);
}

TEST_F(MigratorTest, LeavesTheSameCatalogAfterEachStepBackAndForth) {
    std::vector<std::string> stages = {catalog()};
    for (const MigrationEntry& entry : shopMigrations()) {
        migrator_.upTo(entry.id);
        stages.push_back(catalog());
    }
    for (std::size_t i = stages.size() - 1; i > 0; --i) {
        migrator_.rollback();
        EXPECT_EQ(catalog(), stages[i - 1]) << "after rolling back step " << i;
    }
}

TEST_F(MigratorTest, RedoesTheLatest) {
    migrator_.up();
    const std::string before = catalog();
    EXPECT_EQ(idsOf(migrator_.redo()), (Ids{down(kAddTrackingNumber), up(kAddTrackingNumber)}));
    EXPECT_EQ(catalog(), before);
}

TEST_F(MigratorTest, KeepsAHistoryThatIsOnlyAppendedTo) {
    migrator_.up();
    migrator_.rollback();
    EXPECT_EQ(value("SELECT count(*) FROM godwit_history"), "4");
    EXPECT_EQ(value("SELECT action FROM godwit_history WHERE seq = 4"), "revert");
    EXPECT_EQ(value("SELECT count(*) FROM godwit_history WHERE batch = 1"), "3");
    EXPECT_EQ(value("SELECT actor FROM godwit_history WHERE seq = 1"), "tester");
    EXPECT_EQ(value("SELECT description FROM godwit_history WHERE seq = 1"),
              "who buys, with 'quotes' and \\");
    EXPECT_EQ(value("SELECT description FROM godwit_history WHERE seq = 2"), "create orders table");
    EXPECT_NE(value("SELECT down_sql FROM godwit_history WHERE seq = 2").find("DROP TABLE"),
              std::string::npos);
    EXPECT_NE(
        value("SELECT operations FROM godwit_history WHERE seq = 1").find(R"("op":"create_table")"),
        std::string::npos);
}

TEST_F(MigratorTest, TimesTheHistoryInUtc) {
    migrator_.up();
    const Status status = migrator_.status();
    const AppliedMigration& applied = status.migrations[0].applied;
    const std::string now =
        database_.kind() == DatabaseKind::PostgreSQL
            ? value(
                  "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD "
                  "HH24:MI:SS.US')")
        : database_.kind() == DatabaseKind::SQLite
            ? value("SELECT strftime('%Y-%m-%d %H:%M:%f', 'now') || '999'")
            : value("SELECT DATE_FORMAT(UTC_TIMESTAMP(6), '%Y-%m-%d %H:%i:%s.%f')");
    EXPECT_EQ(applied.startedAt.size(), std::string("2025-02-17 14:30:00.000000").size());
    EXPECT_LE(applied.startedAt, applied.finishedAt);
    EXPECT_LE(applied.finishedAt, now);
    EXPECT_EQ(applied.finishedAt.substr(0, 10), now.substr(0, 10));
    EXPECT_GE(applied.durationMs, 0);
}

TEST_F(MigratorTest, NamesTheHistoryTableAsTold) {
    Migrator other{connection_, shopMigrations(), {.historyTable = "shop history"}};
    other.up();
    EXPECT_EQ(other.status().historyTable, "shop history");
    EXPECT_EQ(migrator_.status().migrations[0].state, MigrationStatus::State::Pending);
}

TEST_F(MigratorTest, TellsHowEveryMigrationStands) {
    migrator_.upTo(kCreateUsers);
    const Status status = migrator_.status();
    ASSERT_EQ(status.migrations.size(), 3U);
    EXPECT_EQ(status.server.kind, database_.kind());
    EXPECT_EQ(status.migrations[0].state, MigrationStatus::State::Applied);
    EXPECT_EQ(status.migrations[0].applied.batch, 1);
    EXPECT_EQ(status.migrations[1].state, MigrationStatus::State::Pending);
}

TEST_F(MigratorTest, PlansWithoutWriting) {
    const std::string before = catalog();
    const Plan plan = migrator_.plan();
    EXPECT_EQ(plan.steps.size(), 3U);
    EXPECT_EQ(catalog(), before);
    EXPECT_EQ(migrator_.status().migrations[0].state, MigrationStatus::State::Pending);
    EXPECT_THROW(connection_.query("SELECT * FROM godwit_history"), DatabaseError);
}

TEST_F(MigratorTest, GivesEveryBatchTheNextNumber) {
    migrator_.upTo(kCreateUsers);
    migrator_.up();
    EXPECT_EQ(value("SELECT batch FROM godwit_history WHERE seq = 1"), "1");
    EXPECT_EQ(value("SELECT batch FROM godwit_history WHERE seq = 3"), "2");
}

TEST_F(MigratorTest, TellsItsListenerWhatHappens) {
    std::vector<std::string> events;
    migrator_.onEvent([&events](const Event& event) {
        if (event.kind == Event::Kind::StepStarted) {
            events.push_back("start " + std::to_string(event.step) + "/" +
                             std::to_string(event.steps));
        } else if (event.kind == Event::Kind::StepFinished) {
            events.push_back("finish " + std::to_string(event.step));
        }
    });
    migrator_.up();
    EXPECT_EQ(events,
              (Ids{"start 1/3", "finish 1", "start 2/3", "finish 2", "start 3/3", "finish 3"}));
}

TEST_F(MigratorTest, IsNotStoppedByAListenerThatThrows) {
    migrator_.onEvent([](const Event&) { throw std::runtime_error("no"); });
    EXPECT_EQ(migrator_.up().steps.size(), 3U);
}

TEST_F(MigratorTest, LeavesTheSessionAsItWas) {
    if (database_.kind() == DatabaseKind::PostgreSQL) {
        connection_.execute("SET timezone = 'Asia/Tokyo'");
        migrator_.up();
        EXPECT_EQ(value("SHOW timezone"), "Asia/Tokyo");
    } else if (database_.kind() == DatabaseKind::SQLite) {
        connection_.execute("PRAGMA busy_timeout = 77");
        migrator_.up();
        EXPECT_EQ(value("PRAGMA busy_timeout"), "77");
    } else {
        const std::string ask =
            "SELECT CONCAT_WS('|', @@SESSION.sql_mode, @@SESSION.time_zone, "
            "@@SESSION.character_set_client, @@SESSION.collation_connection, "
            "@@SESSION.foreign_key_checks)";
        connection_.execute(
            "SET SESSION sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES', SESSION "
            "time_zone = '+09:00', SESSION foreign_key_checks = 0");
        connection_.execute("SET NAMES latin1");
        const std::string before = value(ask);
        migrator_.up();
        EXPECT_EQ(value(ask), before);
    }
}

TEST_F(MigratorTest, RefusesToWorkInsideATransactionOfTheApplication) {
    connection_.execute("BEGIN");
    try {
        migrator_.up();
        ADD_FAILURE() << "nothing was thrown";
    } catch (const UsageError& error) {
        EXPECT_EQ(error.code(), ErrorCode::BadArgument);
    }
    connection_.execute("ROLLBACK");
    EXPECT_EQ(migrator_.up().steps.size(), 3U);
}

TEST_F(MigratorTest, KeepsDataThroughAddingAndDroppingAColumn) {
    migrator_.upTo(kCreateOrders);
    connection_.execute(
        "INSERT INTO users (id, email) VALUES "
        "('00000000-0000-4000-8000-000000000001', 'ada@example.com')");
    connection_.execute(
        "INSERT INTO orders (user_id, total) VALUES "
        "('00000000-0000-4000-8000-000000000001', 19)");
    migrator_.up();
    EXPECT_EQ(value("SELECT count(*) FROM orders WHERE tracking_number IS NULL"), "1");
    migrator_.rollback();
    EXPECT_EQ(value("SELECT status FROM orders"), "pending");
}

// The statement that docs/reference/history.md gives to people.
std::string saidByHand(const std::string& id, const std::string& checksum) {
    std::stringstream page;
    page << std::ifstream(test::sourceTree() / "docs/reference/history.md").rdbuf();
    const std::string text = page.str();
    const std::size_t begin = text.find("```sql\n") + 7;
    std::string sql = text.substr(begin, text.find("\n```", begin) - begin);
    sql.replace(sql.find("<id>"), 4, id);
    return sql.replace(sql.find("<checksum>"), 10, checksum);
}

TEST_F(MigratorTest, BelievesAHistoryThatWasWrittenByHandAsTheDocumentationSays) {
    migrator_.upTo(kCreateOrders);
    const Plan plan = migrator_.plan();
    ASSERT_EQ(plan.steps.size(), 1U);
    for (const Statement& statement : plan.steps[0].statements) {
        connection_.execute(statement.sql);
    }
    connection_.execute(saidByHand(kAddTrackingNumber, plan.steps[0].checksum));
    EXPECT_TRUE(migrator_.up().steps.empty());
    EXPECT_EQ(migrator_.status().migrations[2].applied.actor, "by hand");
    EXPECT_EQ(idsOf(migrator_.rollback()), Ids{down(kAddTrackingNumber)});
}

}  // namespace
}  // namespace godwit::test
