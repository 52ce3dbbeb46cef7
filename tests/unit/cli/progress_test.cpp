#include "cli/progress.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

#include "support/captured_cli.hpp"
#include "unit/support/fake_driver.hpp"

namespace godwit::test {

namespace {

using detail::cli::Console;
using detail::cli::Progress;
using std::chrono::milliseconds;

Event event(Event::Kind kind, milliseconds duration = {}) {
    Event out;
    out.kind = kind;
    out.id = "20250217143000_orders";
    out.step = 1;
    out.steps = 2;
    out.statement = 1;
    out.statements = 3;
    out.duration = duration;
    return out;
}

// Lets a run's events happen without a run.
class Rehearsal : public testing::Test {
protected:
    void tell(const Event& event) { migrator.options().onEvent(event); }

    FakeServer server;
    Connection connection = server.connect();
    Migrator migrator{connection, {}};
};

using ProgressLines = Rehearsal;

TEST_F(ProgressLines, TellEachFinishedMigrationAndNothingElse) {
    CapturedStream out{STDOUT_FILENO};
    CapturedStream err{STDERR_FILENO};
    {
        Console console;
        const Progress progress{console, migrator, false};
        tell(event(Event::Kind::StepStarted));
        tell(event(Event::Kind::StatementFinished));
        tell(event(Event::Kind::StepFinished, milliseconds{12}));
    }
    EXPECT_EQ(err.end(), "");
    EXPECT_EQ(out.end(), "applied 20250217143000_orders (3 statements, 12 ms)\n");
}

TEST_F(ProgressLines, TellWhatAnInterruptedRunHadDoneBefore) {
    CapturedStream out{STDOUT_FILENO};
    {
        Console console;
        const Progress progress{console, migrator, false};
        Event finished = event(Event::Kind::StepFinished, milliseconds{12});
        finished.done = 2;
        tell(finished);
    }
    EXPECT_EQ(out.end(), "applied 20250217143000_orders (3 statements, 2 of them before, 12 ms)\n");
}

TEST_F(ProgressLines, StayAwayFromAJsonDocument) {
    CapturedStream out{STDOUT_FILENO};
    CapturedStream err{STDERR_FILENO};
    {
        Console console;
        const Progress progress{console, migrator, true};
        tell(event(Event::Kind::Waiting));
        tell(event(Event::Kind::StepFinished));
    }
    EXPECT_EQ(err.end() + out.end(), "");
}

TEST_F(ProgressLines, TellOfWaitingAtOnceAndThenEveryTenSeconds) {
    CapturedStream err{STDERR_FILENO};
    {
        Console console;
        const Progress progress{console, migrator, false};
        for (int i = 0; i < 120; ++i) {
            tell(event(Event::Kind::Waiting, milliseconds{20 + i * 200}));
        }
    }
    EXPECT_EQ(err.end(),
              "waiting for another process that migrates this database (20 ms)\n"
              "waiting for another process that migrates this database (10.0 s)\n"
              "waiting for another process that migrates this database (20.0 s)\n");
}

TEST_F(ProgressLines, LeaveTheApplicationItsOwnReceiver) {
    int received = 0;
    migrator.onEvent([&received](const Event&) { ++received; });
    CapturedStream out{STDOUT_FILENO};
    {
        Console console;
        const Progress progress{console, migrator, false};
        tell(event(Event::Kind::StepFinished));
        EXPECT_EQ(progress.finished(), 1U);
    }
    tell(event(Event::Kind::StepFinished));
    EXPECT_EQ(received, 2);
    EXPECT_EQ(out.end(), "applied 20250217143000_orders (3 statements, <1 ms)\n");
}

// What a terminal was sent comes in as many parts as the kernel likes; with nobody left to write, a
// read behind the last of them fails.
std::string readAll(int file) {
    std::string out;
    std::array<char, 500> part{};
    for (auto size = ::read(file, part.data(), part.size()); size > 0;
         size = ::read(file, part.data(), part.size())) {
        out.append(part.data(), static_cast<std::size_t>(size));
    }
    ::close(file);
    return out;
}

TEST_F(ProgressLines, ReplaceEachOtherOnATerminal) {
    const int master = ::posix_openpt(O_RDWR | O_NOCTTY);
    ASSERT_GE(master, 0) << "this machine gives no terminals";
    ASSERT_EQ(::grantpt(master), 0);
    ASSERT_EQ(::unlockpt(master), 0);
    const int terminal = ::open(::ptsname(master), O_RDWR | O_NOCTTY);
    ASSERT_GE(terminal, 0);
    ::setenv("TERM", "xterm", 1);
    CapturedStream out{STDOUT_FILENO};
    CapturedStream err{STDERR_FILENO};
    ::dup2(terminal, STDERR_FILENO);
    {
        Console console;
        const Progress progress{console, migrator, false};
        tell(event(Event::Kind::StepStarted));
        Event resumed = event(Event::Kind::StepStarted);
        resumed.done = 2;
        tell(resumed);
        tell(event(Event::Kind::StatementFinished));
        tell(event(Event::Kind::StepFinished));
    }
    err.end();
    EXPECT_EQ(out.end(), "applied 20250217143000_orders (3 statements, <1 ms)\n");
    ::close(terminal);
    EXPECT_EQ(readAll(master),
              "[1/2] applying 20250217143000_orders\r\x1b[K"
              "[1/2] applying 20250217143000_orders: going on behind 2 of 3 statements\r\x1b[K"
              "[1/2] applying 20250217143000_orders: 1 of 3 statements\r\x1b[K");
}

}  // namespace

}  // namespace godwit::test
