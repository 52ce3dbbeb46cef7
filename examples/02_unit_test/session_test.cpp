// A connection that the code under test holds already: godwit borrows it.

#include <string>

#include <gtest/gtest.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <godwit/connect.hpp>
#include <godwit/migrator.hpp>
#include <shop_unit_test/migrations.hpp>

namespace {

// The code under test.
int numberOfUsers(soci::session& session) {
    int count = 0;
    session << "SELECT count(*) FROM users", soci::into(count);
    return count;
}

TEST(NumberOfUsers, CountsThoseInTheSessionOfTheApplication) {
    soci::session session{soci::sqlite3, ":memory:"};
    godwit::Connection db = godwit::connect(session);
    godwit::Migrator{db, shop::migrations()}.up();

    EXPECT_EQ(numberOfUsers(session), 0);
    const std::string name = "Ada";
    session << "INSERT INTO users (email, name) VALUES ('ada@x.org', :name)", soci::use(name);
    EXPECT_EQ(numberOfUsers(session), 1);
}

}  // namespace
