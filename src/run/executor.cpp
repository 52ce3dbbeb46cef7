#include <utility>

#include <fmt/format.h>

#include "run/executor.hpp"
#include "run/lock.hpp"

namespace godwit::detail {

namespace {

using Clock = std::chrono::steady_clock;

std::chrono::microseconds since(Clock::time_point start) {
    return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start);
}

// What ends the transaction would tear a migration from its history row. A setting that is local to
// the transaction ends with it, which the last statement of the message notices.
// https://www.postgresql.org/docs/current/sql-set.html
constexpr const char* kFence = "SET LOCAL godwit.fence = 'stands'";
constexpr const char* kFenceIsDown = "GW214";
constexpr const char* kFenceStands =
    "DO $godwit$ BEGIN IF current_setting('godwit.fence', true) IS DISTINCT FROM 'stands' THEN "
    "RAISE EXCEPTION 'the transaction has ended early' USING ERRCODE = 'GW214'; END IF; END "
    "$godwit$";

// For a failure that is not about one of the step's own statements.
constexpr std::size_t kNoStatement = static_cast<std::size_t>(-1);

std::string firstLine(const std::string& text) { return text.substr(0, text.find('\n')); }

std::string verbOf(const Step& step) { return step.direction == Direction::Up ? "up" : "rollback"; }

std::string workOf(const Step& step) {
    return step.id.empty() ? "godwit::apply"
                           : fmt::format("{} of migration {}", verbOf(step), step.id);
}

std::string headline(const Step& step, const DatabaseError& error, std::size_t index) {
    const std::string what =
        error.serverText().empty() ? error.message() : firstLine(error.serverText());
    const std::string place =
        index == kNoStatement
            ? std::string{}
            : fmt::format(" at statement {} of {}", index + 1, step.statements.size());
    return fmt::format("{} failed{}: {}", workOf(step), place, what);
}

ErrorWhere whereOf(const Step& step, std::size_t index) {
    if (index == kNoStatement) {
        return {.migration = step.id, .operation = {}, .sql = {}, .line = {}};
    }
    const Statement& statement = step.statements[index];
    return {.migration = step.id,
            .operation = statement.operation,
            .sql = statement.sql,
            .line = statement.line};
}

DatabaseError::Native nativeOf(const DatabaseError& error) {
    return {.sqlstate = error.sqlstate(), .code = error.nativeCode(), .text = error.serverText()};
}

// Causes that starting again may cure, or that are not the migration's fault, keep their code.
ErrorCode codeFor(const DatabaseError& error) {
    switch (error.code()) {
    case ErrorCode::ConnectionLost:
    case ErrorCode::DatabaseBusy:
    case ErrorCode::DatabaseReadOnly:
    case ErrorCode::PermissionDenied:
        return error.code();
    default:
        return ErrorCode::MigrationRolledBack;
    }
}

std::string hintFor(ErrorCode code) {
    switch (code) {
    case ErrorCode::ConnectionLost:
        return "start again, with a new connection";
    case ErrorCode::DatabaseBusy:
        return "start again";
    case ErrorCode::DatabaseReadOnly:
        return "connect to the primary, or make the file writable, and start again";
    case ErrorCode::PermissionDenied:
        return "grant the right that the server names, or use the user who owns the tables, and "
               "start again";
    default:
        return "mend the migration and start again";
    }
}

}  // namespace

void Executor::run(const Step& step, const StepFrame& frame) {
    switch (dialect_.server().kind) {
    case DatabaseKind::PostgreSQL:
        runInOneMessage(step, frame);
        return;
    case DatabaseKind::SQLite:
        runInTransaction(step, frame);
        return;
    case DatabaseKind::MySQL:
    case DatabaseKind::MariaDB:
        runOneByOne(step, frame);
        return;
    }
}

bool Executor::tryBegin() {
    try {
        driver_.execute("BEGIN IMMEDIATE");
        return true;
    } catch (const DatabaseError& error) {
        if (error.code() == ErrorCode::DatabaseBusy) {
            return false;
        }
        throw;
    }
}

void Executor::abandon() {
    try {
        if (driver_.inTransaction()) {
            driver_.execute("ROLLBACK");
        }
    } catch (...) {  // NOLINT(bugprone-empty-catch): a lost connection has none.
    }
}

std::vector<std::string> Executor::opening(const StepFrame& frame) const {
    std::vector<std::string> opening = {"BEGIN"};
    for (const Setting& setting : dialect_.settings()) {
        opening.push_back(fmt::format("SET LOCAL {} = {}", setting.name, setting.value));
    }
    opening.insert(opening.end(), frame.opening.begin(), frame.opening.end());
    opening.emplace_back(kFence);
    return opening;
}

void Executor::send(const Step& step, const StepFrame& frame) {
    std::vector<std::string> message = opening(frame);
    if (frame.openApart) {
        driver_.executeTogether(message);
        message.clear();
    }
    message.insert(message.end(), frame.before.begin(), frame.before.end());
    for (const Statement& statement : step.statements) {
        message.push_back(statement.sql);
    }
    if (frame.historyRow) {
        message.push_back(frame.historyRow({}));
    }
    message.emplace_back(kFenceStands);
    driver_.executeTogether(message);
}

void Executor::runInOneMessage(const Step& step, const StepFrame& frame) {
    try {
        send(step, frame);
    } catch (const DatabaseError& error) {
        abandon();
        if (error.sqlstate() == kFenceIsDown) {
            failUnfenced(step);
        }
        // What was cancelled or waited in vain must not be tried again behind its back.
        const bool refused = codeFor(error) == ErrorCode::MigrationRolledBack ||
                             codeFor(error) == ErrorCode::PermissionDenied;
        failWhole(step, error, refused ? refusedStatement(step, frame) : kNoStatement);
    }
    commit(step);
}

// The message says only that one of its statements was refused. Each alone, in a transaction that
// is never committed, says which.
std::size_t Executor::refusedStatement(const Step& step, const StepFrame& frame) {
    std::size_t index = kNoStatement;
    try {
        driver_.executeTogether(opening(frame));
        for (const std::string& sql : frame.before) {
            driver_.execute(sql);
        }
        for (index = 0; index < step.statements.size(); ++index) {
            driver_.execute(step.statements[index].sql);
        }
        index = kNoStatement;
    } catch (const DatabaseError& error) {
        if (error.code() == ErrorCode::ConnectionLost) {
            index = kNoStatement;
        }
    }
    abandon();
    return index;
}

void Executor::runInTransaction(const Step& step, const StepFrame& frame) {
    const Clock::time_point start = Clock::now();
    std::size_t done = kNoStatement;
    try {
        for (const std::string& sql : frame.before) {
            driver_.execute(sql);
        }
        for (done = 0; done < step.statements.size(); ++done) {
            driver_.execute(step.statements[done].sql);
            wantTransaction(step);
            if (frame.statementFinished) {
                frame.statementFinished(done + 1);
            }
        }
        done = kNoStatement;
        if (frame.historyRow) {
            driver_.execute(frame.historyRow(since(start)));
        }
    } catch (const DatabaseError& error) {
        abandon();
        failWhole(step, error, done);
    }
    commit(step);
}

void Executor::wantTransaction(const Step& step) {
    if (!driver_.inTransaction()) {
        failUnfenced(step);
    }
}

void Executor::commit(const Step& step) {
    const auto attempt = [this] {
        try {
            driver_.execute("COMMIT");
            return true;
        } catch (const DatabaseError& error) {
            // SQLite: somebody reads, and the transaction stays open until he has done.
            // https://www.sqlite.org/lang_transaction.html
            if (error.code() != ErrorCode::DatabaseBusy || !driver_.inTransaction() ||
                dialect_.server().kind != DatabaseKind::SQLite) {
                throw;
            }
            return false;
        }
    };
    try {
        if (!retry(patience_, attempt, [](auto) {})) {
            driver_.execute("COMMIT");
        }
    } catch (const DatabaseError& error) {
        if (error.code() != ErrorCode::ConnectionLost) {
            abandon();
            failWhole(step, error, kNoStatement);
        }
        throw MigrationFailed(
            ErrorCode::ConnectionLost,
            {fmt::format("the connection was lost while {} was committed", workOf(step)),
             "Either all of it stands, together with its history row, or nothing.",
             "start again, with a new connection: the history says which, and the run goes on from "
             "there"},
            nativeOf(error),
            whereOf(step, kNoStatement),
            {});
    }
}

void Executor::runOneByOne(const Step& step, const StepFrame& frame) {
    const Clock::time_point start = Clock::now();
    std::size_t done = 0;
    try {
        for (; done < step.statements.size(); ++done) {
            driver_.execute(step.statements[done].sql);
            if (frame.statementFinished) {
                frame.statementFinished(done + 1);
            }
        }
        if (frame.historyRow) {
            driver_.execute(frame.historyRow(since(start)));
        }
        // Raw SQL may have begun a transaction or switched autocommit off.
        if (driver_.inTransaction()) {
            driver_.execute("COMMIT");
        }
    } catch (const DatabaseError& error) {
        const bool inDoubt = error.code() == ErrorCode::ConnectionLost;
        if (done == 0 && !inDoubt && !step.statements.empty() && step.statements[0].atomic) {
            failWhole(step, error, 0);
        }
        failPartly(step, error, done);
    }
}

void Executor::failWhole(const Step& step, const DatabaseError& error, std::size_t index) {
    const ErrorCode code = codeFor(error);
    const std::string what = step.id.empty() ? "it" : "the " + verbOf(step);
    // Without transactions an earlier run may have stopped half-way.
    const bool alone = dialect_.transactionalDdl();
    throw MigrationFailed(
        code,
        {headline(step, error, index),
         alone ? fmt::format("Nothing of {} is left in the database.", what)
               : "This run left nothing of " + what +
                     "; what an earlier one left, if it stopped half-way, stands.",
         alone ? hintFor(code)
               : "take back by hand what an earlier run may have left; then " + hintFor(code)},
        nativeOf(error),
        whereOf(step, index),
        {});
}

void Executor::failUnfenced(const Step& step) {
    MigrationFailed::Progress progress;
    progress.rolledBack = false;
    throw MigrationFailed(
        ErrorCode::TransactionControlInSql,
        {fmt::format("{} failed: its raw SQL ends the transaction that godwit opened",
                     workOf(step)),
         "What ran before that stands, and the history does not hold this " + verbOf(step) + ".",
         "take COMMIT, ROLLBACK and their like out of the raw SQL, take back by hand what stands, "
         "and start again"},
        {},
        whereOf(step, kNoStatement),
        std::move(progress));
}

// The history row comes last: without it the migration counts as it did before.
void Executor::failPartly(const Step& step, const DatabaseError& error, std::size_t done) {
    const std::size_t all = step.statements.size();
    const bool lost = error.code() == ErrorCode::ConnectionLost;
    MigrationFailed::Progress progress;
    progress.rolledBack = false;
    std::string list;
    for (std::size_t i = 0; i < done; ++i) {
        progress.standing.push_back(step.statements[i].sql);
        list += fmt::format("\n  {}. {}", i + 1, step.statements[i].operation);
    }
    std::string state = fmt::format("{} commits each statement by itself: {} of {} stand",
                                    titleOf(dialect_.server().kind),
                                    done,
                                    all);
    std::string hint =
        "take back by hand what stands, then mend the migration and start again; a start before "
        "that stops at the statements that stand";
    if (done == all && lost) {
        state += ", and whether the history row was written is not known.";
        hint =
            "look at status with a new connection: when it still shows the migration as before, "
            "take back by hand what stands, or write its row (docs/reference/history.md)";
    } else if (done == all) {
        state += ", and only the history row could not be written.";
        hint = "see to what the server says, take back by hand what stands, and start again";
    } else {
        state += step.direction == Direction::Up
                     ? ", and the history does not hold the migration."
                     : ", and the history still holds the migration as applied.";
        state +=
            lost ? fmt::format(" Whether statement {} ran is not known.", done + 1)
            : step.statements[done].atomic
                ? ""
                : fmt::format(" What statement {} did before it failed may stand too.", done + 1);
    }
    throw MigrationFailed(
        ErrorCode::MigrationPartlyApplied,
        {headline(step, error, done < all ? done : kNoStatement), state + list, hint},
        nativeOf(error),
        whereOf(step, done < all ? done : kNoStatement),
        std::move(progress));
}

}  // namespace godwit::detail
