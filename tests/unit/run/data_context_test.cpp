#include <gmock/gmock.h>

#include <godwit/data.hpp>
#include <godwit/error.hpp>

#include "unit/support/fake_driver.hpp"

namespace godwit::test {

namespace {

using testing::ElementsAre;

TEST(DataContext, BindsTheValuesOfItsStatements) {
    FakeServer server;
    server.answer("SELECT", {{"7"}});
    Connection connection = server.connect();
    DataContext db(connection.driver(), "", [](const std::string&) {});
    EXPECT_EQ(db.query("SELECT id FROM t WHERE a = ? AND b = ?", {"x", null})[0][0], "7");
    db.execute("UPDATE t SET a = ?", {1.5});
    db.execute("DELETE FROM t");
    EXPECT_THAT(server.bound, ElementsAre(Value("x"), Value(), Value(1.5)));
    EXPECT_EQ(server.log.back(), "DELETE FROM t");
    EXPECT_EQ(db.kind(), DatabaseKind::SQLite);
}

TEST(DataContext, BeginsWhereAnInterruptedRunGotTo) {
    FakeServer server;
    Connection connection = server.connect();
    const DataContext first(connection.driver(), "", nullptr);
    const DataContext again(connection.driver(), "500", nullptr);
    EXPECT_EQ(first.cursor(), "");
    EXPECT_EQ(again.cursor(), "500");
}

TEST(DataContext, CommitsWithTheCursorOfACheckpoint) {
    FakeServer server;
    Connection connection = server.connect();
    std::vector<std::string> committed;
    DataContext db(connection.driver(), "a", [&](const std::string& cursor) {
        committed.push_back(cursor);
    });
    db.checkpoint("b");
    EXPECT_EQ(db.cursor(), "b");
    db.checkpoint(db.cursor());
    EXPECT_THAT(committed, ElementsAre("b", "b"));
}

TEST(DataContext, RefusesACursorThatNoTableCouldHold) {
    FakeServer server;
    Connection connection = server.connect();
    bool committed = false;
    DataContext db(connection.driver(), "a", [&](const std::string&) { committed = true; });
    EXPECT_THROW(db.checkpoint(std::string_view("\0", 1)), UsageError);
    EXPECT_THROW(db.checkpoint("\xff"), UsageError);
    EXPECT_FALSE(committed);
    EXPECT_EQ(db.cursor(), "a");
}

}  // namespace

}  // namespace godwit::test
