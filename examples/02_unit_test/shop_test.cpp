// The shop's own migrations, each test on a new database in memory: up in milliseconds, gone with
// the test.

#include <string>

#include <gtest/gtest.h>

#include <godwit/connect.hpp>
#include <godwit/migrator.hpp>
#include <shop_unit_test/migrations.hpp>

namespace {

class Shop : public testing::Test {
protected:
    Shop() {
        migrator.up();
        db.execute("INSERT INTO users (id, email, name) VALUES ('" + ada +
                   "', 'ada@x.org', 'Ada')");
    }

    void order(const std::string& user, const std::string& status) {
        db.execute("INSERT INTO orders (user_id, total, status) VALUES ('" + user + "', 1999, '" +
                   status + "')");
    }

    std::string ask(const std::string& sql) { return db.query(sql)[0][0].value_or("NULL"); }

    const std::string ada = "11111111-1111-4111-8111-111111111111";
    const std::string nobody = "22222222-2222-4222-8222-222222222222";
    godwit::Connection db = godwit::connect("sqlite::memory:");
    godwit::Migrator migrator{db, shop::migrations()};
};

TEST_F(Shop, TakesAnOrder) {
    order(ada, "paid");
    EXPECT_EQ(ask("SELECT total FROM orders"), "1999");
    EXPECT_EQ(ask("SELECT tracking_number FROM orders"), "NULL");
}

TEST_F(Shop, GivesAnOrderAnIdAndAStatusByItself) {
    db.execute("INSERT INTO orders (user_id, total) VALUES ('" + ada + "', 1999)");
    EXPECT_EQ(ask("SELECT status FROM orders"), "pending");
    EXPECT_EQ(ask("SELECT length(id) FROM orders"), "36");
}

TEST_F(Shop, RefusesTwoUsersWithOneEmail) {
    EXPECT_THROW(db.execute("INSERT INTO users (email, name) VALUES ('ada@x.org', 'Eve')"),
                 godwit::DatabaseError);
}

TEST_F(Shop, RefusesAnOrderOfNobody) { EXPECT_THROW(order(nobody, "paid"), godwit::DatabaseError); }

TEST_F(Shop, RefusesAStatusThatThereIsNot) {
    EXPECT_THROW(order(ada, "stolen"), godwit::DatabaseError);
}

TEST_F(Shop, ForgetsTheOrdersOfAUserWhoLeaves) {
    order(ada, "paid");
    db.execute("DELETE FROM users");
    EXPECT_EQ(ask("SELECT count(*) FROM orders"), "0");
}

TEST_F(Shop, StartsEveryTestWithItsOwnDatabase) {
    EXPECT_EQ(ask("SELECT count(*) FROM orders"), "0");
}

TEST_F(Shop, LeavesNothingBehindWhenItsMigrationsAreTakenBack) {
    const std::string count =
        "SELECT count(*) FROM sqlite_schema WHERE name NOT LIKE 'godwit%' "
        "AND tbl_name NOT LIKE 'godwit%' AND name NOT LIKE 'sqlite%'";
    EXPECT_NE(ask(count), "0");
    migrator.rollbackAll();
    EXPECT_EQ(ask(count), "0");
    migrator.up();
    EXPECT_EQ(ask("SELECT count(*) FROM users"), "0");
}

}  // namespace
