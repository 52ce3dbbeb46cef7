#include "database/support/killed_process.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <exception>
#include <string>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

#include <fmt/format.h>

#include "database/support/session.hpp"
#include "support/hooked_driver.hpp"

namespace godwit::test {

namespace {

constexpr std::chrono::seconds kPatience{60};

[[noreturn]] void workUntilKilled(std::size_t n,
                                  const ScratchDatabase& database,
                                  const std::function<void(Connection&)>& work,
                                  int tellSession) {
    try {
        Connection real = database.connect();
        const std::string session = sessionOf(real);
        static_cast<void>(!::write(tellSession, session.data(), session.size()));
        Connection connection = hooked(std::move(real), [n](std::size_t message) {
            if (message == n) {
                ::kill(::getpid(), SIGKILL);
            }
        });
        work(connection);
    } catch (const std::exception& error) {
        const std::string_view text = error.what();
        static_cast<void>(!::write(STDERR_FILENO, text.data(), text.size()));
        ::_exit(1);
    }
    ::_exit(0);
}

// A server that has not yet read the end of a connection still holds its locks.
void waitUntilGone(const std::string& session, const ScratchDatabase& database) {
    const std::string sessions = database.kind() == DatabaseKind::PostgreSQL
                                     ? "pg_stat_activity WHERE pid"
                                     : "information_schema.processlist WHERE id";
    const std::string sql = fmt::format("SELECT count(*) FROM {} = {}", sessions, session);
    Connection watcher = database.connect();
    const auto end = std::chrono::steady_clock::now() + kPatience;
    while (onlyValue(watcher.query(sql)) != "0") {
        if (std::chrono::steady_clock::now() > end) {
            ADD_FAILURE() << "the server has not noticed that a process was killed";
            return;
        }
    }
}

}  // namespace

bool killedBefore(std::size_t n,
                  const ScratchDatabase& database,
                  const std::function<void(Connection&)>& work) {
    std::array<int, 2> pipe{};
    EXPECT_EQ(::pipe(pipe.data()), 0);
    const pid_t pid = ::fork();
    if (pid == 0) {
        workUntilKilled(n, database, work, pipe[1]);
    }
    ::close(pipe[1]);
    int status = 0;
    ::waitpid(pid, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status) || WEXITSTATUS(status) == 0) << "at message " << n;
    std::array<char, 32> session{};
    const ssize_t size = ::read(pipe[0], session.data(), session.size());
    ::close(pipe[0]);
    // SQLite has no sessions: its locks went with the process.
    if (size > 0) {
        waitUntilGone({session.data(), static_cast<std::size_t>(size)}, database);
    }
    return WIFSIGNALED(status);
}

}  // namespace godwit::test
