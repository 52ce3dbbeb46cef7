// The example is one program for four databases: only GODWIT_URL differs.
#ifdef GODWIT_SHOP_PROGRAM

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>

#include <gtest/gtest.h>

#include "database/support/catalog.hpp"
#include "database/support/scratch_database.hpp"

namespace godwit::test {
namespace {

struct Result {
    int exitCode = -1;
    std::string output;
};

Result shop(const ScratchDatabase& database, const std::string& arguments) {
    setenv("GODWIT_URL", database.url().c_str(), 1);
    std::FILE* pipe = popen((GODWIT_SHOP_PROGRAM " " + arguments + " 2>&1").c_str(), "r");
    Result result;
    std::array<char, 4096> buffer{};
    for (std::size_t n = 0; (n = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
        result.output.append(buffer.data(), n);
    }
    const int status = pclose(pipe);
    result.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return result;
}

std::string catalogIn(const ScratchDatabase& database) {
    Connection connection = database.connect();
    return catalogOf(connection);
}

TEST(ShopProgram, LeavesTheSameCatalogAfterUpRollbackAllAndUp) {
    const ScratchDatabase database;
    EXPECT_EQ(shop(database, "up").exitCode, 0);
    const std::string full = catalogIn(database);
    EXPECT_NE(full.find("orders_user_id_status_idx"), std::string::npos) << full;
    EXPECT_EQ(shop(database, "rollback --all --yes").exitCode, 0);
    EXPECT_EQ(catalogIn(database), "");
    EXPECT_EQ(shop(database, "up").exitCode, 0);
    EXPECT_EQ(catalogIn(database), full);
}

TEST(ShopProgram, MigratesItselfAndTakesAnOrder) {
    const ScratchDatabase database;
    for (int run = 0; run < 2; ++run) {
        const Result served = shop(database, "serve");
        EXPECT_EQ(served.exitCode, 0);
        EXPECT_NE(served.output.find(": Ada, 19.99, pending"), std::string::npos) << served.output;
    }
    EXPECT_EQ(database.value("SELECT count(*) FROM orders"), "2");
}

TEST(ShopProgram, RollsBackNothingMoreThanAskedFor) {
    const ScratchDatabase database;
    EXPECT_EQ(shop(database, "up").exitCode, 0);
    EXPECT_EQ(shop(database, "rollback --all").exitCode, 64);
    EXPECT_EQ(shop(database, "down").exitCode, 0);
    EXPECT_EQ(shop(database, "status --exit-code").exitCode, 2);
    EXPECT_EQ(shop(database, "redo").exitCode, 0);
    EXPECT_EQ(database.value("SELECT count(*) FROM godwit_history"), "6");
}

}  // namespace
}  // namespace godwit::test

#endif
