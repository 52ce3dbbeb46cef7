#include "run/stage.hpp"

#include <string>
#include <utility>

#include <fmt/format.h>

namespace godwit::detail {

namespace {

std::string firstLine(const std::string& text) { return text.substr(0, text.find('\n')); }

std::string verbOf(const Step& step) { return step.direction == Direction::Up ? "up" : "rollback"; }

std::string workOf(const Step& step) {
    return step.id.empty() ? "godwit::apply"
                           : fmt::format("{} of migration {}", verbOf(step), step.id);
}

bool isAboutTheGuard(const Statement& statement, const DatabaseError& error) {
    return !statement.onlyIf.empty() && error.where().sql == statement.onlyIf;
}

std::string headline(const Step& step, const DatabaseError& error, std::size_t index) {
    const std::string what =
        error.serverText().empty() ? error.message() : firstLine(error.serverText());
    if (index == kNoStatement) {
        return fmt::format("{} failed: {}", workOf(step), what);
    }
    return fmt::format("{} failed at {}statement {} of {}: {}",
                       workOf(step),
                       isAboutTheGuard(step.statements[index], error) ? "the condition of " : "",
                       index + 1,
                       step.statements.size(),
                       what);
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

ErrorWhere whereOf(const Step& step, std::size_t index, const DatabaseError& error) {
    ErrorWhere where = whereOf(step, index);
    if (index != kNoStatement && isAboutTheGuard(step.statements[index], error)) {
        where.sql = step.statements[index].onlyIf;
    }
    return where;
}

DatabaseError::Native nativeOf(const DatabaseError& error) {
    return {.sqlstate = error.sqlstate(), .code = error.nativeCode(), .text = error.serverText()};
}

std::string hintFor(const DatabaseError& error, std::string_view otherwise) {
    switch (error.code()) {
    case ErrorCode::ConnectionLost:
        return "start again, with a new connection";
    case ErrorCode::DatabaseBusy:
        return "start again";
    case ErrorCode::DatabaseReadOnly:
        return "connect to the primary, or make the file writable, and start again";
    case ErrorCode::PermissionDenied:
        return "grant the right that the server names, or use the user who owns the tables, and "
               "start again";
    case ErrorCode::TableNotAsPlanned:
    case ErrorCode::ForeignKeyViolated:
    case ErrorCode::RebuildWouldLose:
    case ErrorCode::AssumptionWrong:
    case ErrorCode::VerificationFailed:
    case ErrorCode::DataStepFailed:
        return error.hint();
    case ErrorCode::TableNotFound:
        return fmt::format("{}; a call that need not find anything says ifExists()", otherwise);
    default:
        return std::string{otherwise};
    }
}

MigrationFailed::Progress standing(const Step& step, std::size_t done) {
    MigrationFailed::Progress progress;
    progress.rolledBack = false;
    for (std::size_t i = 0; i < done; ++i) {
        progress.standing.push_back(step.statements[i].sql);
    }
    return progress;
}

std::string listOf(const Step& step, std::size_t done) {
    std::string list;
    for (std::size_t i = 0; i < done; ++i) {
        list += fmt::format("\n  {}. {}", i + 1, step.statements[i].operation);
    }
    return list;
}

std::string whatTheHistorySays(const Step& step) {
    return step.direction == Direction::Up
               ? ", and the history does not hold the migration."
               : ", and the history still holds the migration as applied.";
}

// Has transactions of its own, and writes down how far it has come.
bool keepsPosition(const Statement& statement) {
    const auto* call = std::get_if<action::CallData>(&statement.action);
    return std::holds_alternative<action::RunBatches>(statement.action) ||
           (call != nullptr && call->resumable);
}

// Of a statement that committed by itself, or was about to.
std::string doubtAbout(const Statement& statement, std::size_t number, bool lost) {
    if (keepsPosition(statement)) {
        return fmt::format(" What statement {} had committed when it failed stands too.", number);
    }
    if (lost) {
        return fmt::format(" Whether statement {} ran is not known.", number);
    }
    return statement.atomic
               ? ""
               : fmt::format(" What statement {} did before it failed may stand too.", number);
}

bool looksAfterItself(const Statement& statement) {
    return keepsPosition(statement) || !statement.retry.doneIf.empty() ||
           !statement.retry.clear.empty();
}

std::string wayOnBehind(const Step& step, std::size_t done) {
    return fmt::format("the next start goes on {}statement {}",
                       done < step.statements.size() && keepsPosition(step.statements[done])
                           ? "behind what is committed of "
                           : "at ",
                       done + 1);
}

constexpr const char* kOrTakeBack =
    "to give the migration up instead, take back by hand what stands and say so "
    "(docs/reference/history.md)";

constexpr const char* kMend = "see to what the server says, and start again";

// A later run goes on: what stands, and where it will.
[[noreturn]] void failResumably(const Stage& stage,
                                const DatabaseError& error,
                                std::size_t done,
                                std::size_t index,
                                const std::string& doubt) {
    const Step& step = stage.step;
    std::string hint = hintFor(error, kMend) + ": " + wayOnBehind(step, done);
    if (!doubt.empty() && !looksAfterItself(step.statements[done])) {
        hint += "; take back by hand first what statement " + std::to_string(done + 1) +
                " may have left";
    }
    throw MigrationFailed(ErrorCode::MigrationPartlyApplied,
                          {headline(step, error, index),
                           fmt::format("{} of {} statements stand{}{}{}",
                                       done,
                                       step.statements.size(),
                                       whatTheHistorySays(step),
                                       doubt,
                                       listOf(step, done)),
                           hint + "; " + kOrTakeBack},
                          nativeOf(error),
                          whereOf(step, index, error),
                          standing(step, done));
}

// The statement ran, and that could not be written down.
[[noreturn]] void failUnnoted(const Stage& stage, const DatabaseError& error) {
    const Step& step = stage.step;
    const std::size_t all = stage.end();
    std::string hint = hintFor(error, kMend);
    hint +=
        looksAfterItself(step.statements[all - 1])
            ? ": the next start finds that statement done, and goes on"
            : fmt::format("; the next start runs statement {} again: take it back by hand first",
                          all);
    throw MigrationFailed(
        ErrorCode::MigrationPartlyApplied,
        {headline(step, error, kNoStatement),
         fmt::format("{} of {} statements stand{} That statement {} ran could not "
                     "be written down.{}",
                     all,
                     step.statements.size(),
                     whatTheHistorySays(step),
                     all,
                     listOf(step, all)),
         std::move(hint)},
        nativeOf(error),
        whereOf(step, kNoStatement),
        standing(step, all));
}

// Nobody will go on: MySQL and MariaDB without a record, or loose calls.
[[noreturn]] void failForGood(const Stage& stage,
                              const Dialect& dialect,
                              const DatabaseError& error,
                              std::size_t done,
                              std::size_t index,
                              const std::string& doubt) {
    const Step& step = stage.step;
    const std::size_t all = step.statements.size();
    std::string state = dialect.transactionalDdl()
                            ? fmt::format("{} of {} statements stand", done, all)
                            : fmt::format("{} commits each statement by itself: {} of {} stand",
                                          titleOf(dialect.server().kind),
                                          done,
                                          all);
    std::string hint =
        "take back by hand what stands, then mend the migration and start again; a start before "
        "that stops at the statements that stand";
    if (done < all) {
        state += whatTheHistorySays(step) + doubt;
    } else if (error.code() == ErrorCode::ConnectionLost) {
        state += ", and whether the history row was written is not known.";
        hint =
            "look at status with a new connection: when it still shows the migration as before, "
            "take back by hand what stands, or write its row (docs/reference/history.md)";
    } else {
        state += ", and only the history row could not be written.";
        hint = "see to what the server says, take back by hand what stands, and start again";
    }
    throw MigrationFailed(ErrorCode::MigrationPartlyApplied,
                          {headline(step, error, index), state + listOf(step, done), hint},
                          nativeOf(error),
                          whereOf(step, index, error),
                          standing(step, done));
}

}  // namespace

ErrorCode failureCode(const DatabaseError& error) {
    switch (error.code()) {
    case ErrorCode::ConnectionLost:
    case ErrorCode::DatabaseBusy:
    case ErrorCode::DatabaseReadOnly:
    case ErrorCode::PermissionDenied:
    case ErrorCode::TableNotAsPlanned:
    case ErrorCode::ForeignKeyViolated:
    case ErrorCode::RebuildWouldLose:
    case ErrorCode::AssumptionWrong:
    case ErrorCode::VerificationFailed:
    case ErrorCode::DataStepFailed:
        return error.code();
    default:
        return ErrorCode::MigrationRolledBack;
    }
}

void failTogether(const Stage& stage,
                  const Dialect& dialect,
                  const DatabaseError& error,
                  std::size_t index) {
    const Step& step = stage.step;
    if (stage.segment.first > 0) {
        if (stage.resumable) {
            failResumably(stage, error, stage.segment.first, index, {});
        }
        failForGood(stage, dialect, error, stage.segment.first, index, {});
    }
    const ErrorCode code = failureCode(error);
    const std::string what = step.id.empty() ? "it" : "the " + verbOf(step);
    // A migration that was applied is not edited any more.
    const std::string hint =
        hintFor(error,
                step.direction == Direction::Up || step.id.empty()
                    ? "mend the migration and start again"
                    : "see to the rows or objects that the server names, and start again");
    // Where a statement commits by itself, an earlier run may have stopped half-way.
    const bool alone = stage.segment.transaction;
    throw MigrationFailed(
        code,
        {headline(step, error, index),
         alone ? fmt::format("Nothing of {} is left in the database.", what)
               : "This run left nothing of " + what +
                     "; what an earlier one left, if it stopped half-way, stands.",
         alone ? hint : "take back by hand what an earlier run may have left; then " + hint},
        nativeOf(error),
        whereOf(step, index, error),
        {});
}

void failAlone(const Stage& stage,
               const Dialect& dialect,
               const DatabaseError& error,
               std::size_t done) {
    const Step& step = stage.step;
    const bool lost = error.code() == ErrorCode::ConnectionLost;
    if (done >= stage.end()) {
        if (stage.resumable) {
            failUnnoted(stage, error);
        }
        failForGood(stage, dialect, error, done, kNoStatement, {});
    }
    const Statement& failed = step.statements[done];
    const std::string doubt = doubtAbout(failed, done + 1, lost);
    if (stage.resumable) {
        failResumably(stage, error, done, done, doubt);
    }
    if (done == 0 && doubt.empty()) {
        failTogether(stage, dialect, error, 0);
    }
    failForGood(stage, dialect, error, done, done, doubt);
}

void failInDoubt(const Stage& stage, const DatabaseError& error) {
    const Step& step = stage.step;
    throw MigrationFailed(
        ErrorCode::ConnectionLost,
        {fmt::format("the connection was lost while {} was committed", workOf(step)),
         stage.only ? "Either all of it stands, together with its history row, or nothing."
                    : fmt::format("{} of {} statements stand; the others up to statement {} stand "
                                  "all together or not at all.{}",
                                  stage.segment.first,
                                  step.statements.size(),
                                  stage.end(),
                                  listOf(step, stage.segment.first)),
         stage.only || stage.resumable
             ? "start again, with a new connection: the history says which, and the run goes on "
               "from there"
             : "look at the database with a new connection, and take back by hand what stands"},
        nativeOf(error),
        whereOf(step, kNoStatement),
        stage.only ? MigrationFailed::Progress{} : standing(step, stage.segment.first));
}

void failUnfenced(const Stage& stage) {
    const Step& step = stage.step;
    throw MigrationFailed(
        ErrorCode::TransactionControlInSql,
        {fmt::format("{} failed: its raw SQL ends the transaction that godwit opened",
                     workOf(step)),
         "What ran before that stands, and the history does not hold this " + verbOf(step) + ".",
         "take COMMIT, ROLLBACK and their like out of the raw SQL, take back by hand what stands, "
         "and start again"},
        {},
        whereOf(step, kNoStatement),
        standing(step, stage.segment.first));
}

}  // namespace godwit::detail
