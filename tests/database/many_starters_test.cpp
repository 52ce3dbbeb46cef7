#include <sys/wait.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include <array>
#include <vector>

#include <godwit/migrator.hpp>

#include "database/support/catalog.hpp"
#include "database/support/scratch_database.hpp"
#include "support/shop_migrations.hpp"

namespace godwit::test {
namespace {

constexpr int kStarters = 64;

// In a process of its own: waits until the pipe is closed, runs, and exits with what a program
// would exit with.
pid_t starter(const ScratchDatabase& database,
              const std::array<int, 2>& gate,
              const Target& target) {
    const pid_t pid = fork();
    if (pid != 0) {
        return pid;
    }
    close(gate[1]);
    char byte = 0;
    while (read(gate[0], &byte, 1) > 0) {
    }
    int code = 0;
    try {
        Connection connection = database.connect();
        Migrator{connection, shopMigrations()}.run(target);
    } catch (const Error& error) {
        static_cast<void>(
            !write(STDERR_FILENO, error.what(), std::string_view{error.what()}.size()));
        static_cast<void>(!write(STDERR_FILENO, "\n", 1));
        code = error.exitCode();
    }
    _exit(code);
}

// The exit codes of that many processes released at one moment.
std::vector<int> startTogether(const ScratchDatabase& database, const Target& target) {
    std::array<int, 2> gate{};
    EXPECT_EQ(pipe(gate.data()), 0);
    std::vector<pid_t> pids;
    for (int i = 0; i < kStarters; ++i) {
        pids.push_back(starter(database, gate, target));
    }
    close(gate[0]);
    close(gate[1]);
    std::vector<int> codes;
    for (const pid_t pid : pids) {
        int status = 0;
        waitpid(pid, &status, 0);
        codes.push_back(WIFEXITED(status) ? WEXITSTATUS(status) : -1);
    }
    return codes;
}

TEST(ManyStarters, ApplyEachMigrationExactlyOnceAndAllSucceed) {
    const ScratchDatabase database;
    EXPECT_EQ(startTogether(database, Target::up()), std::vector<int>(kStarters, 0));
    EXPECT_EQ(database.value("SELECT count(*) FROM godwit_history"), "3");
    EXPECT_EQ(database.value("SELECT count(DISTINCT migration_id) FROM godwit_history"), "3");
}

TEST(ManyStarters, AllSucceedWhenNothingIsPending) {
    const ScratchDatabase database;
    Connection connection = database.connect();
    Migrator{connection, shopMigrations()}.up();
    EXPECT_EQ(startTogether(database, Target::up()), std::vector<int>(kStarters, 0));
    EXPECT_EQ(database.value("SELECT count(*) FROM godwit_history"), "3");
}

TEST(ManyStarters, RollBackOnlyTheMigrationThatWasTheLatest) {
    const ScratchDatabase database;
    Connection connection = database.connect();
    Migrator{connection, shopMigrations()}.up();
    for (const int code : startTogether(database, Target::rollbackTo(kCreateOrders))) {
        EXPECT_EQ(code, 0);
    }
    EXPECT_EQ(database.value("SELECT count(*) FROM godwit_history WHERE action = 'revert'"), "1");
}

TEST(ManyStarters, RollBackEachMigrationExactlyOnce) {
    const ScratchDatabase database;
    Connection connection = database.connect();
    Migrator{connection, shopMigrations()}.up();
    EXPECT_EQ(startTogether(database, Target::rollbackAll()), std::vector<int>(kStarters, 0));
    EXPECT_EQ(database.value("SELECT count(*) FROM godwit_history WHERE action = 'revert'"), "3");
    EXPECT_EQ(catalogOf(connection), "");
}

}  // namespace
}  // namespace godwit::test
