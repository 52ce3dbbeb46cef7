#include "run/run.hpp"

#include <utility>

#include <fmt/format.h>

#include <godwit/error.hpp>

#include "run/session.hpp"

namespace godwit::detail {

namespace {

using Clock = std::chrono::steady_clock;

// What is left of a target after some of its steps ran, for planning anew.
Target remaining(const Target& target, const std::vector<StepReport>& done) {
    if (target.kind == Target::Kind::Rollback) {
        return Target::rollback(target.count - done.size());
    }
    if (target.kind == Target::Kind::Redo && !done.empty()) {
        return Target::upTo(done.front().id);
    }
    return target;
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
      executor_(state.driver(), dialect) {}

Report Run::go() {
    const Session session{state_.driver(), dialect_};
    wantNoTransaction(state_.driver());
    try {
        acquire();
        runSteps();
    } catch (const MigrationFailed& error) {
        executor_.abandon();
        rethrowWithProgress(error);
    } catch (...) {
        executor_.abandon();
        throw;
    }
    executor_.abandon();
    return std::move(report_);
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
         report_.steps.empty() ? "This process has changed nothing."
                               : fmt::format("The {} step(s) that this process finished stand.",
                                             report_.steps.size()),
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
    table_.inSchema(lock_.schema());
    if (held) {
        lookAgain();
        return true;
    }
    return !state_.hasWork(table_.read(state_.driver(), dialect_).applied, target_);
}

void Run::lookAgain() {
    history_ = table_.read(state_.driver(), dialect_);
    plan_ = state_.planFor(history_.applied, remaining(target_, report_.steps), dialect_);
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

void Run::rethrowWithProgress(const MigrationFailed& error) const {
    MigrationFailed::Progress progress = error.progress();
    std::string list;
    for (const StepReport& step : report_.steps) {
        progress.applied.push_back(step.id);
        list += (list.empty() ? "" : ", ") + step.id;
    }
    std::string state = error.state();
    if (!list.empty()) {
        state += fmt::format(" This run finished before it, and these stand: {}.", list);
    }
    throw MigrationFailed(error.code(),
                          {error.message(), std::move(state), error.hint()},
                          {error.sqlstate(), error.nativeCode(), error.serverText()},
                          error.where(),
                          std::move(progress));
}

}  // namespace godwit::detail
