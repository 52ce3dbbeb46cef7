#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <godwit/connect.hpp>

#include "database/support/catalog.hpp"
#include "database/support/scratch_database.hpp"
#include "support/captured_cli.hpp"
#include "support/shop_migrations.hpp"

namespace godwit::test {
namespace {

using nlohmann::json;

class CommandLine : public testing::Test {
protected:
    CliResult shop(std::initializer_list<const char*> words) { return runShop(migrator_, words); }

    json document(std::initializer_list<const char*> words) {
        const CliResult result = shop(words);
        EXPECT_EQ(result.exitCode, 0);
        EXPECT_EQ(result.err, "");
        return json::parse(result.out);
    }

    std::string catalog() { return catalogOf(connection_); }

    // "2/1": two applied, one pending.
    std::string standing() {
        json counts = document({"status", "--json"})["counts"];
        return counts["applied"].dump() + "/" + counts["pending"].dump();
    }

    ScratchDatabase database_;
    Connection connection_ = database_.connect();
    Migrator migrator_{connection_, shopMigrations()};
};

TEST_F(CommandLine, GoesThroughTheLifeOfASchema) {
    const std::string empty = catalog();
    EXPECT_EQ(shop({"plan"}).exitCode, 0);
    EXPECT_EQ(catalog(), empty);
    EXPECT_EQ(standing(), "0/3");

    EXPECT_EQ(shop({"up", "--to", kCreateOrders}).exitCode, 0);
    EXPECT_EQ(standing(), "2/1");
    EXPECT_EQ(shop({"up"}).exitCode, 0);
    EXPECT_EQ(standing(), "3/0");
    const std::string full = catalog();

    EXPECT_EQ(shop({"redo"}).exitCode, 0);
    EXPECT_EQ(catalog(), full);
    EXPECT_EQ(shop({"down"}).exitCode, 0);
    EXPECT_EQ(standing(), "2/1");
    EXPECT_EQ(shop({"rollback", "--to", kCreateUsers}).exitCode, 0);
    EXPECT_EQ(standing(), "1/2");
    EXPECT_EQ(shop({"up"}).exitCode, 0);
    EXPECT_EQ(shop({"rollback", "2"}).exitCode, 0);
    EXPECT_EQ(standing(), "1/2");

    EXPECT_EQ(shop({"rollback", "--all"}).exitCode, 64);
    EXPECT_EQ(standing(), "1/2");
    EXPECT_EQ(shop({"rollback", "--all", "--yes"}).exitCode, 0);
    EXPECT_EQ(catalog(), empty);
    EXPECT_EQ(shop({"up"}).exitCode, 0);
    EXPECT_EQ(catalog(), full);
}

TEST_F(CommandLine, TellsEachMigrationAsItIsFinishedAndThenTheSum) {
    const CliResult up = shop({"up"});
    EXPECT_EQ(up.err, "");
    EXPECT_TRUE(up.out.starts_with(std::string("applied ") + kCreateUsers + " (")) << up.out;
    EXPECT_NE(up.out.find(std::string("\napplied ") + kAddTrackingNumber + " ("),
              std::string::npos);
    EXPECT_NE(up.out.find("\n3 migrations applied in "), std::string::npos);
    EXPECT_EQ(shop({"up"}).out, "Nothing to do.\n");
}

TEST_F(CommandLine, ShowsThePlanThatItThenExecutes) {
    json plan = document({"plan", "--json"});
    EXPECT_EQ(plan["server"]["kind"], nameOf(database_.kind()));
    ASSERT_EQ(plan["steps"].size(), 3U);
    json ran = document({"up", "--json"});
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(plan["steps"][i]["id"], ran["steps"][i]["id"]);
        EXPECT_EQ(plan["steps"][i]["statements"].size(), ran["steps"][i]["statements"]);
    }
    EXPECT_EQ(document({"plan", "rollback", "--all", "--json"})["steps"].size(), 3U);
    EXPECT_EQ(shop({"plan"}).out, "-- Nothing to do.\n");
}

TEST_F(CommandLine, WritesAPlanThatAPersonCanRun) {
    json plan = document({"plan", "--json"});
    const std::string text = shop({"plan"}).out;
    std::size_t at = 0;
    for (const json& step : plan["steps"]) {
        for (const json& statement : step["statements"]) {
            at = text.find(statement["sql"].get<std::string>(), at);
            ASSERT_NE(at, std::string::npos) << statement["sql"];
            connection_.execute(statement["sql"].get<std::string>());
        }
    }
    const std::string byHand = catalog();
    ScratchDatabase other;
    Connection connection = other.connect();
    Migrator{connection, shopMigrations()}.up();
    EXPECT_EQ(byHand, catalogOf(connection));
}

TEST_F(CommandLine, LetsTheExitCodeTellTheState) {
    EXPECT_EQ(shop({"status"}).exitCode, 0);
    EXPECT_EQ(shop({"status", "--exit-code"}).exitCode, 2);
    EXPECT_EQ(shop({"plan", "--exit-code"}).exitCode, 2);
    EXPECT_EQ(shop({"plan", "rollback", "--exit-code"}).exitCode, 0);
    shop({"up"});
    EXPECT_EQ(shop({"status", "--exit-code"}).exitCode, 0);
    EXPECT_EQ(shop({"plan", "--exit-code"}).exitCode, 0);

    Migrator older{connection_, MigrationSet{}.add<CreateUsers>(kCreateUsers)};
    EXPECT_EQ(runShop(older, {"status", "--exit-code"}).exitCode, 21);
    EXPECT_EQ(runShop(older, {"up"}).exitCode, 21);
    MigrationSet edited;
    edited.add<CreateUsers>(kCreateUsers)
        .add<AddTrackingNumber>(kCreateOrders)
        .add<AddTrackingNumber>(kAddTrackingNumber);
    Migrator other{connection_, edited};
    EXPECT_EQ(runShop(other, {"status", "--exit-code"}).exitCode, 22);
    EXPECT_EQ(runShop(other, {"up"}).exitCode, 22);
}

TEST_F(CommandLine, RefusesAPendingMigrationBeforeAnAppliedOne) {
    Migrator branch{connection_, MigrationSet{}.add<CreateUsers>(kAddTrackingNumber)};
    EXPECT_EQ(runShop(branch, {"up"}).exitCode, 0);
    MigrationSet merged;
    merged.add<CreateUsers>(kCreateUsers).add<CreateUsers>(kAddTrackingNumber);
    Migrator late{connection_, merged};
    EXPECT_EQ(runShop(late, {"up"}).exitCode, 23);
}

TEST_F(CommandLine, ExitsWithUsageForAnIdThatIsNotThere) {
    shop({"up", "--to", kCreateUsers});
    for (const CliResult& result : {shop({"up", "--to", "20990101000000_nobody"}),
                                    shop({"rollback", "--to", kAddTrackingNumber}),
                                    shop({"plan", "--to", ""})}) {
        EXPECT_EQ(result.exitCode, 64);
        EXPECT_TRUE(result.err.starts_with("error GW110: ")) << result.err;
    }
    EXPECT_EQ(standing(), "1/2");
}

class Refused : public Migration {
public:
    void up(SchemaBuilder& schema) const override {
        schema.createTable("good", [](Table& t) { t.id(); });
        const char* sql = "INSERT INTO nowhere VALUES (1)";
        schema.sql({.postgresql = sql, .mysql = sql, .mariadb = sql, .sqlite = sql});
    }
    void down(SchemaBuilder& schema) const override { schema.dropTable("good"); }
};

TEST_F(CommandLine, TellsOfAStatementThatTheServerRefuses) {
    const bool commitsEach = runningOn(DatabaseKind::MySQL) || runningOn(DatabaseKind::MariaDB);
    Migrator migrator{connection_, shopMigrations().add<Refused>("20260101000000_refused")};
    const CliResult text = runShop(migrator, {"up"});
    EXPECT_EQ(text.exitCode, commitsEach ? 28 : 20);
    EXPECT_TRUE(text.out.starts_with(std::string("applied ") + kCreateUsers)) << text.out;
    for (const char* part : {"\n  where:  20260101000000_refused, raw_sql, ",
                             "cli_test.cpp:",
                             "\n  sql:    INSERT INTO nowhere VALUES (1)\n",
                             "\n  server: ",
                             "\n  state:  ",
                             "\n  next:   "}) {
        EXPECT_NE(text.err.find(part), std::string::npos) << part << "\n" << text.err;
    }
    EXPECT_EQ(text.err.find("create_table good") != std::string::npos, commitsEach) << text.err;
    connection_.execute("DROP TABLE IF EXISTS good");
    const CliResult document = runShop(migrator, {"up", "--json"});
    EXPECT_EQ(document.exitCode, text.exitCode);
    EXPECT_EQ(document.err, "");
    EXPECT_EQ(json::parse(document.out)["progress"]["rolledBack"], !commitsEach);
}

CliResult statusAt(const std::string& url) {
    Connection connection = connect(url);
    Migrator migrator{connection, shopMigrations()};
    return runShop(migrator, {"status"});
}

TEST_F(CommandLine, MapsWhatCannotBeReachedToItsExitCode) {
    if (runningOn(DatabaseKind::SQLite)) {
        EXPECT_EQ(statusAt("sqlite:/no/such/folder/shop.db").exitCode, 66);
        return;
    }
    EXPECT_EQ(statusAt(withDatabase(database_.url(), "no_such_database")).exitCode, 66);
    EXPECT_EQ(statusAt(withPort(database_.url(), closedPort())).exitCode, 69);
    const CliResult refused = statusAt(withLogin(database_.url(), "nobody_here", "swordfish"));
    EXPECT_EQ(refused.exitCode, 77);
    EXPECT_EQ(refused.err.find("swordfish"), std::string::npos) << refused.err;
}

}  // namespace
}  // namespace godwit::test
