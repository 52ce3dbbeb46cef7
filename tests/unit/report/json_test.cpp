#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "unit/report/values.hpp"

namespace godwit::test {

namespace {

using nlohmann::json;

constexpr const char* kPlan = R"json({
  "document": "plan",
  "format": 1,
  "server": {
    "kind": "postgresql",
    "version": "15.4"
  },
  "transactional": true,
  "settings": {
    "time_zone": "'+00:00'"
  },
  "steps": [
    {
      "id": "20250217143000_create_orders_table",
      "description": "create orders table",
      "reason": null,
      "direction": "up",
      "checksum": "gw1:ab",
      "done": 0,
      "segments": [
        {
          "transaction": true,
          "first": 0,
          "count": 1
        }
      ],
      "statements": [
        {
          "sql": "CREATE TABLE orders (id uuid)",
          "operation": "create_table orders",
          "file": "orders.cpp",
          "line": 12,
          "comment": null,
          "onlyIf": null
        }
      ],
      "downStatements": [
        {
          "sql": "DROP TABLE orders",
          "operation": "drop_table orders",
          "file": null,
          "line": null,
          "comment": null,
          "onlyIf": null
        }
      ]
    }
  ]
})json";

TEST(PlanJson, IsOneDocumentWithKeysInAFixedOrder) {
    Step up = step(Direction::Up, {statement("CREATE TABLE orders (id uuid)")});
    up.downStatements = {{"DROP TABLE orders", "drop_table orders", {}}};
    EXPECT_EQ(toJson(plan(kPostgresql, {up})), kPlan);
}

TEST(PlanJson, HasAnEmptyArrayWhenThereIsNothingToDo) {
    EXPECT_EQ(json::parse(toJson(plan(kMysql, {})))["steps"], json::array());
}

TEST(PlanJson, ShowsHowStatementsAreCutAndGuarded) {
    Step up = step(Direction::Up, {statement("A"), statement("B"), statement("C")});
    up.reason = "the shop ships";
    up.statements[1].commitAfter = true;
    up.statements[2].onlyIf = "SELECT 1";
    up.begun = StepProgress{.done = 2, .position = {}};
    const json shown = json::parse(toJson(plan(kPostgresql, {up})))["steps"][0];
    EXPECT_EQ(shown["reason"], "the shop ships");
    EXPECT_EQ(shown["done"], 2);
    EXPECT_EQ(shown["segments"], json::parse(R"([
        {"transaction": true, "first": 0, "count": 2},
        {"transaction": true, "first": 2, "count": 1}])"));
    EXPECT_EQ(shown["statements"][2]["onlyIf"], "SELECT 1");
}

TEST(StatusJson, TellsAppliedFromPendingMigrations) {
    json document = json::parse(
        toJson(status({migration("20250217142500_users", MigrationStatus::State::Applied),
                       migration("20250217143000_x", MigrationStatus::State::Pending)})));
    EXPECT_EQ(document["document"], "status");
    EXPECT_EQ(document["database"], "sqlite:shop.db");
    EXPECT_EQ(document["counts"],
              json::parse(R"({"applied": 1, "pending": 1, "modified": 0, "unknown": 0})"));
    EXPECT_EQ(document["migrations"][0]["state"], "applied");
    EXPECT_EQ(document["migrations"][0]["applied"], json::parse(R"({
        "batch": 3, "checksum": "gw1:ab", "durationMs": 1500, "actor": "shop@web-1", "reason": null,
        "startedAt": "2025-02-17T14:30:00.000000Z", "finishedAt": "2025-02-17T14:30:01.500000Z"})"));
    EXPECT_EQ(document["migrations"][1]["applied"], nullptr);
}

TEST(StatusJson, TellsHowFarAMigrationHasCome) {
    Status halfWay = status({});
    EXPECT_EQ(json::parse(toJson(halfWay))["unfinished"], nullptr);
    halfWay.unfinished = unfinished();
    EXPECT_EQ(json::parse(toJson(halfWay))["unfinished"], json::parse(R"json({
        "id": "20250217143000_orders", "direction": "up", "checksum": "gw1:ab", "done": 3,
        "statements": 7, "standing": ["CREATE TABLE a (id int)"],
        "startedAt": "2025-02-17T14:30:00.000000Z", "actor": "shop@web-1"})json"));
}

TEST(ReportJson, ListsTheStepsInTheOrderTheyRan) {
    json document = json::parse(
        toJson(Report{{finished(Direction::Down, 1, 2), finished(Direction::Up, 3, 4)}}));
    EXPECT_EQ(document["document"], "report");
    EXPECT_EQ(document["steps"], json::parse(R"([
        {"id": "20250217143000_create_orders_table", "direction": "down", "statements": 1,
         "done": 0, "durationUs": 2000},
        {"id": "20250217143000_create_orders_table", "direction": "up", "statements": 3,
         "done": 0, "durationUs": 4000}])"));
}

TEST(ErrorJson, HoldsWhatTheErrorHolds) {
    json document = json::parse(toJson(partlyApplied()));
    EXPECT_EQ(document["document"], "error");
    EXPECT_EQ(document["code"], "GW712");
    EXPECT_EQ(document["exitCode"], 28);
    EXPECT_EQ(document["state"], "1 of its statements stands.");
    EXPECT_EQ(document["hint"], "take it back by hand");
    EXPECT_EQ(document["where"]["line"], 12);
    EXPECT_EQ(document["server"]["code"], 1146);
    EXPECT_EQ(document["progress"], json::parse(R"json({
        "applied": ["20250217142500_create_users_table"], "reverted": [],
        "standing": ["CREATE TABLE users (id int)"], "rolledBack": false})json"));
}

TEST(ErrorJson, SaysNothingOfAServerThatWasNotAsked) {
    json document =
        json::parse(toJson(UsageError(ErrorCode::BadUrl, {"the URL has no scheme", {}, {}})));
    EXPECT_FALSE(document.contains("server"));
    EXPECT_FALSE(document.contains("progress"));
    EXPECT_EQ(document["where"]["file"], nullptr);
}

TEST(ErrorJson, ReplacesBytesThatAreNotUtf8) {
    const DatabaseError latin1(ErrorCode::StatementRefused,
                               {"no", {}, {}},
                               {"", 1, std::string("caf\xe9\0!", 6)});
    EXPECT_EQ(json::parse(toJson(latin1))["server"]["text"], std::string("caf\xef\xbf\xbd\0!", 8));
}

}  // namespace

}  // namespace godwit::test
