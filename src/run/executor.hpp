#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include <godwit/connection.hpp>
#include <godwit/dialect.hpp>
#include <godwit/error.hpp>
#include <godwit/plan.hpp>

#include "run/portions.hpp"
#include "run/stage.hpp"

namespace godwit::detail {

/// How a stage went, while its transaction is still open where it has one.
struct Outcome {
    std::size_t done = 0;  ///< So many statements of the step are done, or not wanted.
    std::chrono::microseconds duration{0};  ///< PostgreSQL: 0, its clock stands in the closing.
};

/// What is said to a server besides a stage's own statements.
struct StageFrame {
    /// PostgreSQL: the search path that the statements rely on; empty for the session's own.
    std::string searchPath;

    /// PostgreSQL: the opening is a message of its own, because it changes how the server reads the
    /// texts of the next one.
    bool openApart = false;

    /// Run before the statements, with them in one transaction.
    std::vector<std::string> before;

    /// Run after them, in the same transaction where there is one: the note of how far the step has
    /// come, or the history row. May be empty.
    std::function<std::vector<std::string>(const Outcome&)> closing;

    /// How an action that has transactions of its own writes down how far it has come.
    Keeping keeping;

    /// Called with the number of each statement that was a message of its own; 1 is the first.
    std::function<void(std::size_t)> statementFinished;
};

/// Runs one stage of a step against one server, and says exactly what stands when it fails.
///
/// A transaction is, on PostgreSQL, one message (BEGIN, settings, statements, closing) and a COMMIT
/// apart; more messages where a condition has to be asked in between, or an action is more than
/// SQL. On SQLite it is the same as single statements after BEGIN IMMEDIATE, on MySQL and MariaDB
/// after BEGIN. What is no transaction runs statement by statement, each committed by itself.
class Executor {
public:
    /// @param patience how long a COMMIT may wait for readers (SQLite).
    Executor(Driver& driver, const Dialect& dialect, std::chrono::milliseconds patience)
        : driver_(driver), dialect_(dialect), patience_(patience) {}

    /// SQLite: a transaction must have been begun with `tryBegin`.
    /// @return how many statements of the step are done: more than the stage has, when a guarded
    /// call that begins in it is not wanted.
    /// @throws MigrationFailed; its `progress().applied` is left to the caller.
    std::size_t run(const Stage& stage, const StageFrame& frame);

    /// SQLite: a write transaction that `run` will go on in. True when it is open.
    bool tryBegin();

    /// Leaves a transaction that has nothing in it.
    void abandon();

private:
    class Message;

    std::vector<std::string> opening(const StageFrame& frame) const;
    std::size_t send(const Stage& stage, const StageFrame& frame, std::size_t& at);
    std::size_t runInMessages(const Stage& stage, const StageFrame& frame);
    std::size_t runInTransaction(const Stage& stage, const StageFrame& frame);
    std::size_t runOneByOne(const Stage& stage, const StageFrame& frame);
    std::size_t refusedStatement(const Stage& stage, const StageFrame& frame);
    void commit(const Stage& stage);

    static bool asks(const Step& step, std::size_t index);
    std::size_t nextWanted(const Step& step, std::size_t index);
    void perform(const Stage& stage, const StageFrame& frame, std::size_t index);
    bool alreadyDone(const Retry& retry);
    bool holds(const std::string& query);
    void close(const StageFrame& frame, const Outcome& outcome);

    Driver& driver_;
    const Dialect& dialect_;
    std::chrono::milliseconds patience_;
};

}  // namespace godwit::detail
