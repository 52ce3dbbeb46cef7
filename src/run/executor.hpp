#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include <godwit/connection.hpp>
#include <godwit/dialect.hpp>
#include <godwit/error.hpp>
#include <godwit/plan.hpp>

namespace godwit::detail {

/// What is said to a server besides a step's own statements.
struct StepFrame {
    /// PostgreSQL: said first in the transaction, before the fence.
    std::vector<std::string> opening;

    /// PostgreSQL: the opening is a message of its own, because it changes how the server reads the
    /// texts of the next one.
    bool openApart = false;

    /// Run before the step's statements, with them in one transaction where there is one.
    std::vector<std::string> before;

    /// The history row; empty for none. Its argument is the time that the statements took.
    std::function<std::string(std::chrono::microseconds)> historyRow;

    /// Called after each statement that was a message of its own.
    std::function<void(std::size_t)> statementFinished;
};

/// Runs the statements of one step against one server, and says exactly what stands when it fails.
///
/// PostgreSQL: BEGIN, settings, statements and history row in one message, COMMIT apart. SQLite:
/// the same as single statements after BEGIN IMMEDIATE. MySQL and MariaDB commit each statement by
/// itself; the history row comes last.
class Executor {
public:
    /// @param patience how long a COMMIT may wait for readers (SQLite).
    Executor(Driver& driver, const Dialect& dialect, std::chrono::milliseconds patience)
        : driver_(driver), dialect_(dialect), patience_(patience) {}

    /// @throws MigrationFailed; its `progress().applied` is left to the caller.
    void run(const Step& step, const StepFrame& frame);

    /// SQLite: a write transaction that `run` will go on in. True when it is open.
    bool tryBegin();

    /// Leaves a transaction that has nothing in it.
    void abandon();

private:
    std::vector<std::string> opening(const StepFrame& frame) const;
    void send(const Step& step, const StepFrame& frame);
    void runInOneMessage(const Step& step, const StepFrame& frame);
    void runInTransaction(const Step& step, const StepFrame& frame);
    void runOneByOne(const Step& step, const StepFrame& frame);
    void commit(const Step& step);
    void wantTransaction(const Step& step);
    std::size_t refusedStatement(const Step& step, const StepFrame& frame);
    [[noreturn]] void failWhole(const Step& step, const DatabaseError& error, std::size_t index);
    [[noreturn]] void failUnfenced(const Step& step);
    [[noreturn]] void failPartly(const Step& step, const DatabaseError& error, std::size_t done);

    Driver& driver_;
    const Dialect& dialect_;
    std::chrono::milliseconds patience_;
};

}  // namespace godwit::detail
