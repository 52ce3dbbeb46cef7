#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <nlohmann/json.hpp>

#include <godwit/connect.hpp>

#include "support/captured_cli.hpp"
#include "unit/support/fake_driver.hpp"

namespace godwit::test {

namespace {

using nlohmann::json;

class ThrowsNoException final : public Migration {
public:
    void up(SchemaBuilder&) const override { throw 42; }
    void down(SchemaBuilder&) const override {}
};

// Runs `shop WORDS...` on a server that is not there.
CliResult runOffline(std::initializer_list<const char*> words) {
    FakeServer server;
    server.reachable = false;
    Connection connection = server.connect();
    Migrator migrator{connection, {}};
    return runShop(migrator, words);
}

TEST(RunCli, NeedsNoServerForHelpAndVersion) {
    const CliResult help = runOffline({"--help"});
    EXPECT_EQ(help.exitCode, 0);
    EXPECT_NE(help.out.find("Usage: shop [OPTIONS] COMMAND\n"), std::string::npos);
    EXPECT_EQ(help.err, "");
    const CliResult version = runOffline({"--version"});
    EXPECT_EQ(version.exitCode, 0);
    EXPECT_TRUE(version.out.starts_with("godwit "));
}

TEST(RunCli, ExitsWithUsageForAUrlThatCannotBeRead) {
    Connection connection = connect("nonsense");
    Migrator migrator{connection, {}};
    const CliResult result = runShop(migrator, {"status"});
    EXPECT_EQ(result.exitCode, 64);
    EXPECT_TRUE(result.err.starts_with("error GW107: "));
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(runShop(migrator, {"--help"}).exitCode, 0);
}

TEST(RunCli, ExitsWithUnavailableWhenNobodyAnswers) {
    for (const char* command : {"up", "rollback", "down", "redo", "status", "plan"}) {
        const CliResult result = runOffline({command});
        EXPECT_EQ(result.exitCode, 69) << command;
        EXPECT_TRUE(result.err.starts_with("error GW702: nobody answers\n")) << result.err;
        EXPECT_EQ(result.out, "");
    }
}

TEST(RunCli, WantsYesBeforeItTakesEverythingBackAndAsksNobody) {
    FakeServer server;
    Connection connection = server.connect();
    Migrator migrator{connection, {}};
    const CliResult result = runShop(migrator, {"rollback", "--all"});
    EXPECT_EQ(result.exitCode, 64);
    EXPECT_EQ(result.err,
              "error GW112: `rollback --all` takes back every migration, and what the tables hold "
              "goes with them\n"
              "  state:  The database is untouched.\n"
              "  next:   say that you mean it: shop rollback --all --yes\n");
    EXPECT_TRUE(server.log.empty());
    EXPECT_EQ(runOffline({"rollback", "--all", "--yes"}).exitCode, 69);
}

TEST(RunCli, TellsUsageErrorsInAFewLines) {
    const CliResult result = runOffline({"rollback", "0"});
    EXPECT_EQ(result.exitCode, 64);
    EXPECT_EQ(result.err,
              "error GW109: `0` is no number of migrations\n"
              "  state:  The database is untouched.\n"
              "  next:   write a whole number, 1 or more\n");
    EXPECT_EQ(result.out, "");
}

TEST(RunCli, AnswersErrorsWithOneDocumentWhenJsonIsWanted) {
    const CliResult usage = runOffline({"--json", "frobnicate"});
    EXPECT_EQ(usage.exitCode, 64);
    EXPECT_EQ(usage.err, "");
    EXPECT_EQ(json::parse(usage.out)["code"], "GW109");
    const CliResult offline = runOffline({"status", "--json"});
    EXPECT_EQ(offline.exitCode, 69);
    EXPECT_EQ(offline.err, "");
    EXPECT_EQ(json::parse(offline.out)["code"], "GW702");
    EXPECT_EQ(json::parse(offline.out)["exitCode"], 69);
}

TEST(RunCli, LetsNoExceptionThroughWhateverItIs) {
    FakeServer server;
    Connection connection = server.connect();
    MigrationSet set;
    set.add<ThrowsNoException>("20260101000000_throws");
    Migrator migrator{connection, set};
    const CliResult result = runShop(migrator, {"plan"});
    EXPECT_EQ(result.exitCode, 70);
    EXPECT_TRUE(result.err.starts_with("error GW901: "));
}

// Runs `shop --help` while standard output is the given file, or closed when it is negative.
CliResult helpInto(int file) {
    FakeServer server;
    Connection connection = server.connect();
    Migrator migrator{connection, {}};
    const std::array<const char*, 2> argv = {"shop", "--help"};
    CapturedStream out{STDOUT_FILENO};
    CapturedStream err{STDERR_FILENO};
    ::close(STDOUT_FILENO);
    if (file >= 0) {
        ::dup2(file, STDOUT_FILENO);
    }
    CliResult result;
    result.exitCode = runCli(2, argv.data(), migrator);
    result.err = err.end();
    return result;
}

TEST(RunCli, ExitsWithOneWhenItsAnswerCannotBeWritten) {
    const int full = ::open("/dev/full", O_WRONLY);
    const CliResult result = helpInto(full);
    ::close(full);
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_EQ(result.err, "standard output could not be written: No space left on device\n");
}

TEST(RunCli, OutlivesAReaderThatWentAway) {
    std::array<int, 2> ends{};
    ASSERT_EQ(::pipe(ends.data()), 0);
    ::close(ends[0]);
    const CliResult result = helpInto(ends[1]);
    ::close(ends[1]);
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_EQ(result.err, "");
    struct sigaction after {};
    ::sigaction(SIGPIPE, nullptr, &after);
    EXPECT_EQ(after.sa_handler, SIG_DFL);
}

TEST(RunCli, LeavesTheNumberOfAClosedStreamToNoConnection) {
    EXPECT_EQ(helpInto(-1).exitCode, 1);

    FakeServer server;
    Connection connection = server.connect();
    Migrator migrator{connection, {}};
    const std::array<const char*, 2> argv = {"shop", "--version"};
    const int input = ::dup(STDIN_FILENO);
    CapturedStream out{STDOUT_FILENO};
    ::close(STDIN_FILENO);
    EXPECT_EQ(runCli(2, argv.data(), migrator), 0);
    EXPECT_NE(::fcntl(STDIN_FILENO, F_GETFD), -1);
    ::dup2(input, STDIN_FILENO);
    ::close(input);
}

}  // namespace

}  // namespace godwit::test
