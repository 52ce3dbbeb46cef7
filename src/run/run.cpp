#include "run/run.hpp"

#include <type_traits>
#include <utility>

#include <fmt/format.h>

#include <godwit/error.hpp>

#include "run/session.hpp"

namespace godwit::detail {

namespace {

using Clock = std::chrono::steady_clock;

// An error of `E` whose state tells what this run finished before it.
template <class E>
[[noreturn]] void rethrow(const E& error, const std::string& finished) {
    if (finished.empty()) {
        throw error;
    }
    const std::string before = error.state() == "Nothing has run." ? "" : error.state() + " ";
    Error::Text text{error.message(), before + finished, error.hint()};
    if constexpr (std::is_base_of_v<DatabaseError, E>) {
        throw E(error.code(),
                std::move(text),
                {error.sqlstate(), error.nativeCode(), error.serverText()},
                error.where());
    } else {
        throw E(error.code(), std::move(text), error.where());
    }
}

}  // namespace

void wantNoTransaction(Driver& driver) {
    if (driver.inTransaction()) {
        throw UsageError(
            ErrorCode::BadArgument,
            {fmt::format("the connection to {} is inside a transaction", driver.describe()),
             "Nothing has run.",
             "commit or roll back first: godwit opens transactions of its own"});
    }
}

Run::Run(const MigratorState& state, const Dialect& dialect, HistoryTable table, Target target)
    : state_(state),
      dialect_(dialect),
      table_(std::move(table)),
      target_(std::move(target)),
      lock_(state.driver(), dialect, table_.name()),
      executor_(state.driver(), dialect, state.options.lockWait) {}

Report Run::go() {
    // Elsewhere this was asked before the first look, which may have begun one.
    if (dialect_.server().kind == DatabaseKind::PostgreSQL) {
        wantNoTransaction(state_.driver());
    }
    const Session session{state_.driver(), dialect_, state_.options.lockWait};
    try {
        acquire();
        runSteps();
        executor_.abandon();
        return std::move(report_);
    } catch (...) {
        executor_.abandon();
        rethrowWithProgress();
    }
}

void Run::acquire() {
    const auto waiting = [this](std::chrono::microseconds soFar) {
        state_.tell({.kind = Event::Kind::Waiting, .duration = soFar});
    };
    if (retry(
            state_.options.lockWait,
            [this] { return ready(); },
            waiting)) {
        return;
    }
    throw LockError(
        ErrorCode::LockNotAcquired,
        {fmt::format("another process is migrating {} and has not finished within {} ms",
                     state_.driver().describe(),
                     state_.options.lockWait.count()),
         "Nothing has run.",
         "start again when it is done, or wait longer with MigratorOptions::lockWait"});
}

// True when the lock is held, or when there is nothing left to hold it for.
bool Run::ready() {
    if (locksPerTransaction()) {
        if (!executor_.tryBegin()) {
            return false;
        }
        report_.steps.empty() ? lookAgain() : lookAgainIfMoved();
        return true;
    }
    const bool held = lock_.tryAcquire();
    table_.in(lock_.place().home);
    if (held) {
        lookAgain();
        return true;
    }
    return !state_.hasWork(table_.read(state_.driver(), dialect_).applied, target_);
}

void Run::lookAgain() {
    history_ = table_.read(state_.driver(), dialect_);
    // A redo that has gone back has yet to go forth.
    const bool halfRedone = target_.kind == Target::Kind::Redo && !report_.steps.empty();
    plan_ =
        state_.planFor(history_.applied, halfRedone ? Target::upTo(target_.id) : target_, dialect_);
    next_ = 0;
}

// Between two transactions somebody else may have got in.
void Run::lookAgainIfMoved() {
    const std::int64_t seen = history_.lastSeq;
    if (table_.lastSeq(state_.driver(), dialect_) != seen) {
        lookAgain();
    }
}

void Run::runSteps() {
    if (plan_.steps.empty()) {
        return;
    }
    if (!history_.exists && !dialect_.transactionalDdl()) {
        for (const std::string& sql : table_.creation(dialect_)) {
            state_.driver().execute(sql);
        }
        history_.exists = true;
    }
    while (next_ < plan_.steps.size()) {
        runStep(plan_.steps[next_++]);
        if (locksPerTransaction() && next_ < plan_.steps.size()) {
            acquire();
        }
    }
}

void Run::runStep(const Step& step) {
    const Clock::time_point start = Clock::now();
    state_.tell(eventFor(Event::Kind::StepStarted, step));
    if (batch_ == 0) {
        batch_ = history_.lastBatch + 1;
    }
    executor_.run(step, frameFor(step));
    ++history_.lastSeq;
    history_.exists = true;
    const auto duration =
        std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start);
    report_.steps.push_back({.id = step.id,
                             .direction = step.direction,
                             .statements = step.statements.size(),
                             .duration = duration});
    Event finished = eventFor(Event::Kind::StepFinished, step);
    finished.step = report_.steps.size();
    finished.duration = duration;
    state_.tell(finished);
}

StepFrame Run::frameFor(const Step& step) {
    StepFrame frame;
    if (!history_.exists) {
        frame.before = table_.creation(dialect_);
    }
    if (dialect_.server().kind == DatabaseKind::PostgreSQL) {
        frame.opening = {fmt::format("SELECT set_config('search_path', {}, true)",
                                     dialect_.literal(lock_.place().searchPath))};
        frame.openApart = !lock_.place().readsLiteralsAsWritten;
    }
    frame.historyRow = [this, &step](std::chrono::microseconds duration) {
        return table_.insertion(dialect_,
                                step,
                                history_.lastSeq + 1,
                                batch_,
                                state_.options.actor,
                                duration);
    };
    frame.statementFinished = [this, &step](std::size_t number) {
        Event event = eventFor(Event::Kind::StatementFinished, step);
        event.statement = number;
        state_.tell(event);
    };
    return frame;
}

Event Run::eventFor(Event::Kind kind, const Step& step) const {
    return {.kind = kind,
            .id = step.id,
            .direction = step.direction,
            .step = report_.steps.size() + 1,
            .steps = report_.steps.size() + plan_.steps.size() - next_ + 1,
            .statement = 0,
            .statements = step.statements.size()};
}

// What this run finished before it failed, as a sentence; empty for nothing.
std::string Run::finished(MigrationFailed::Progress& progress) const {
    for (const StepReport& step : report_.steps) {
        (step.direction == Direction::Up ? progress.applied : progress.reverted).push_back(step.id);
    }
    std::string text;
    if (!progress.applied.empty()) {
        text = fmt::format("Applied before it, and staying so: {}.",
                           fmt::join(progress.applied, ", "));
    }
    if (!progress.reverted.empty()) {
        text += fmt::format("{}Rolled back before it, and staying so: {}.",
                            text.empty() ? "" : " ",
                            fmt::join(progress.reverted, ", "));
    }
    return text;
}

// Of the exception in flight.
void Run::rethrowWithProgress() const {
    MigrationFailed::Progress progress;
    const std::string done = finished(progress);
    try {
        throw;
    } catch (const MigrationFailed& error) {
        progress.standing = error.progress().standing;
        progress.rolledBack = error.progress().rolledBack;
        const std::string state =
            done.empty() ? error.state() : fmt::format("{}\n{}", error.state(), done);
        throw MigrationFailed(error.code(),
                              {error.message(), state, error.hint()},
                              {error.sqlstate(), error.nativeCode(), error.serverText()},
                              error.where(),
                              std::move(progress));
    } catch (const DatabaseError& error) {
        rethrow(error, done);
    } catch (const HistoryError& error) {
        rethrow(error, done);
    } catch (const LockError& error) {
        rethrow(error, done);
    } catch (const UnsupportedError& error) {
        rethrow(error, done);
    } catch (const UsageError& error) {
        rethrow(error, done);
    }
}

}  // namespace godwit::detail
