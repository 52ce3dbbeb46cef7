#include <utility>

#include <fmt/format.h>

#include "run/executor.hpp"
#include "run/session.hpp"

namespace godwit::detail {

namespace {

using Clock = std::chrono::steady_clock;

std::chrono::microseconds since(Clock::time_point start) {
    return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start);
}

// Raw SQL that ends the transaction, as "SELECT 1; COMMIT" does, would tear a migration from its
// history row. A setting that is local to the transaction ends with it, which the last statement of
// the message notices: the cast fails with the text that is not a number.
// https://www.postgresql.org/docs/current/sql-set.html
constexpr const char* kFence = "SET LOCAL godwit.fence = 'stands'";
constexpr const char* kFenceIsDown = "godwit: the transaction has ended early";
constexpr const char* kFenceStands =
    "SELECT CASE WHEN current_setting('godwit.fence', true) = 'stands' THEN 0 ELSE ('godwit: the "
    "transaction has ended early' || coalesce(current_setting('godwit.fence', true), ''))::integer "
    "END";

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
    } catch (const Error&) {  // NOLINT(bugprone-empty-catch): a lost connection has none.
    }
}

std::vector<std::string> Executor::opening() const {
    std::vector<std::string> opening = {"BEGIN", kFence};
    for (const Setting& setting : dialect_.settings()) {
        opening.push_back(fmt::format("SET LOCAL {} = {}", setting.name, setting.value));
    }
    return opening;
}

void Executor::runInOneMessage(const Step& step, const StepFrame& frame) {
    std::vector<std::string> message = opening();
    message.insert(message.end(), frame.before.begin(), frame.before.end());
    for (const Statement& statement : step.statements) {
        message.push_back(statement.sql);
    }
    if (frame.historyRow) {
        message.push_back(frame.historyRow({}));
    }
    message.push_back(kFenceStands);
    try {
        driver_.executeTogether(message);
    } catch (const DatabaseError& error) {
        abandon();
        if (error.serverText().find(kFenceIsDown) != std::string::npos) {
            failUnfenced(step, error);
        }
        const bool gone = error.code() == ErrorCode::ConnectionLost;
        failWhole(step, error, gone ? kNoStatement : refusedStatement(step, frame));
    }
    commit(step);
}

// The message says only that one of its statements was refused. Each alone, in a transaction that
// is never committed, says which.
std::size_t Executor::refusedStatement(const Step& step, const StepFrame& frame) {
    std::size_t index = kNoStatement;
    try {
        driver_.executeTogether(opening());
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

void Executor::commit(const Step& step) {
    try {
        driver_.execute("COMMIT");
    } catch (const DatabaseError& error) {
        if (error.code() != ErrorCode::ConnectionLost) {
            abandon();
            failWhole(step, error, kNoStatement);
        }
        throw MigrationFailed(
            ErrorCode::ConnectionLost,
            {fmt::format("the connection was lost while {} was committed", workOf(step)),
             "Either all of it stands, together with its history row, or nothing.",
             "start again: the history says which, and the run goes on from there"},
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
    } catch (const DatabaseError& error) {
        const bool inDoubt = error.code() == ErrorCode::ConnectionLost;
        if (done == 0 && !inDoubt && !step.statements.empty()) {
            failWhole(step, error, 0);
        }
        failPartly(step, error, done);
    }
}

void Executor::failWhole(const Step& step, const DatabaseError& error, std::size_t index) {
    const ErrorCode code = codeFor(error);
    throw MigrationFailed(code,
                          {headline(step, error, index),
                           fmt::format("Nothing of {} is left in the database.",
                                       step.id.empty() ? "it" : "the " + verbOf(step)),
                           hintFor(code)},
                          nativeOf(error),
                          whereOf(step, index),
                          {});
}

void Executor::failUnfenced(const Step& step, const DatabaseError& error) {
    MigrationFailed::Progress progress;
    progress.rolledBack = false;
    throw MigrationFailed(
        ErrorCode::TransactionControlInSql,
        {fmt::format("{} failed: its raw SQL ends the transaction that godwit opened",
                     workOf(step)),
         "What ran before that may stand, and the history does not hold the migration.",
         "take COMMIT, ROLLBACK and their like out of the raw SQL, take back by hand what stands, "
         "and start again"},
        nativeOf(error),
        whereOf(step, kNoStatement),
        std::move(progress));
}

void Executor::failPartly(const Step& step, const DatabaseError& error, std::size_t done) {
    MigrationFailed::Progress progress;
    progress.rolledBack = false;
    std::string list;
    for (std::size_t i = 0; i < done; ++i) {
        progress.standing.push_back(step.statements[i].sql);
        list += fmt::format("\n  {}. {}", i + 1, step.statements[i].operation);
    }
    const std::string title{titleOf(dialect_.server().kind)};
    const bool lost = error.code() == ErrorCode::ConnectionLost;
    const std::string doubt =
        lost ? fmt::format(" The connection was lost: whether statement {} ran is not known.",
                           done + 1)
             : std::string{};
    const std::size_t index = done < step.statements.size() ? done : kNoStatement;
    throw MigrationFailed(
        ErrorCode::MigrationPartlyApplied,
        {headline(step, error, index),
         fmt::format("{} commits each statement by itself: {} of {} stand, and the history does "
                     "not hold it.{}{}",
                     title,
                     done,
                     step.statements.size(),
                     doubt,
                     list),
         "take back by hand what stands, then mend the migration and start again; a start before "
         "that stops at the statements that stand"},
        nativeOf(error),
        whereOf(step, index),
        std::move(progress));
}

}  // namespace godwit::detail
