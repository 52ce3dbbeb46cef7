#include "run/run.hpp"

#include <algorithm>
#include <optional>
#include <type_traits>
#include <utility>

#include <fmt/format.h>

#include <godwit/error.hpp>

#include "run/pragma.hpp"
#include "run/session.hpp"

namespace godwit::detail {

namespace {

using Clock = std::chrono::steady_clock;

std::chrono::microseconds since(Clock::time_point start) {
    return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start);
}

std::size_t doneBefore(const Step& step) { return step.begun ? step.begun->done : 0; }

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
        open_ = executor_.tryBegin();
        if (open_) {
            looked_ ? lookAgainIfMoved() : lookAgain();
            looked_ = true;
        }
        return open_;
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
    progress_ =
        history_.mayBeUnfinished ? table_.progress().read(state_.driver(), dialect_) : Progress{};
    if (progress_.exists && !progress_.unfinished) {
        // A run was killed right before it had made the row, or right after it had taken it away.
        state_.driver().execute(table_.progress().drop(dialect_));
        progress_.exists = false;
    }
    // A redo that has gone back has yet to go forth.
    const bool halfRedone = target_.kind == Target::Kind::Redo && !report_.steps.empty();
    plan_ = state_.planFor(history_.applied,
                           progress_.unfinished,
                           halfRedone ? Target::upTo(target_.id) : target_,
                           dialect_);
    next_ = 0;
}

// Between two transactions somebody else may have got in.
void Run::lookAgainIfMoved() {
    moved_ = table_.lastSeq(state_.driver(), dialect_) != history_.lastSeq || somebodyElseGoesOn();
    if (moved_) {
        lookAgain();
    }
}

bool Run::somebodyElseGoesOn() {
    const auto now = table_.progress().read(state_.driver(), dialect_).unfinished;
    const auto& known = progress_.unfinished;
    if (!now || !known) {
        return now.has_value() != known.has_value();
    }
    return now->id != known->id || now->direction != known->direction || now->done != known->done;
}

void Run::runSteps() {
    while (next_ < plan_.steps.size()) {
        runStep(plan_.steps[next_++]);
        if (locksPerTransaction() && !open_ && next_ < plan_.steps.size()) {
            acquire();
        }
    }
}

void Run::runStep(const Step& step) {
    stepStart_ = Clock::now();
    state_.tell(eventFor(Event::Kind::StepStarted, step));
    if (batch_ == 0) {
        batch_ = history_.lastBatch + 1;
    }
    if (!runSegments(step)) {
        return;  // Somebody else went on with it, and the plan is another one.
    }
    ++history_.lastSeq;
    const auto duration = since(stepStart_);
    report_.steps.push_back({.id = step.id,
                             .direction = step.direction,
                             .statements = step.statements.size(),
                             .duration = duration,
                             .done = doneBefore(step)});
    Event finished = eventFor(Event::Kind::StepFinished, step);
    finished.step = report_.steps.size();
    finished.duration = duration;
    state_.tell(finished);
}

// False when somebody else has gone on with the step, which SQLite allows between transactions.
bool Run::runSegments(const Step& step) {
    const std::vector<Segment> segments = segmentsOf(step, dialect_.transactionalDdl());
    std::size_t done = doneBefore(step);
    bool first = true;
    for (const Segment& segment : segments) {
        const std::size_t end = segment.first + segment.count;
        const bool last = &segment == &segments.back();
        if (!last && progress_.unfinished && end <= done) {
            continue;
        }
        const std::size_t begin = std::max(segment.first, done);
        const Stage stage{.step = step,
                          .segment = {begin, std::max(end, begin) - begin, segment.transaction},
                          .only = segments.size() == 1,
                          .last = last,
                          .resumable = segments.size() > 1,
                          .retries = first && step.begun.has_value()};
        if (!runStage(stage, done)) {
            return false;
        }
        first = false;
    }
    return true;
}

bool Run::runStage(const Stage& stage, std::size_t& done) {
    prepare(stage);
    if (locksPerTransaction() && !stage.segment.transaction) {
        return runBetweenTransactions(stage, done);
    }
    std::optional<ForeignKeysOff> foreignKeysOff;
    if (rebuildsTable(stage.step, stage.segment)) {
        executor_.abandon();
        open_ = false;
        foreignKeysOff.emplace(state_.driver());
    }
    if (locksPerTransaction() && !open_) {
        acquire();
        if (moved_) {
            open_ = !foreignKeysOff;
            return false;
        }
    }
    open_ = false;
    done = executor_.run(stage, frameFor(stage));
    remember(stage, done);
    return true;
}

// SQLite: whoever has the next transaction says how far the step has come.
bool Run::runBetweenTransactions(const Stage& stage, std::size_t& done) {
    executor_.abandon();
    open_ = false;
    StageFrame frame = frameFor(stage);
    frame.closing = {};
    done = executor_.run(stage, frame);
    Stage note = stage;
    note.segment = {done, 0, true};
    return runStage(note, done);
}

// What has to be there before, where DDL would commit the transaction.
void Run::prepare(const Stage& stage) {
    if (dialect_.transactionalDdl()) {
        return;
    }
    std::vector<std::string> missing;
    if (!history_.exists) {
        missing = table_.creation(dialect_);
    }
    if (!stage.only && !progress_.exists) {
        const std::vector<std::string> progress = table_.progress().creation(dialect_);
        missing.insert(missing.end(), progress.begin(), progress.end());
    }
    for (const std::string& sql : missing) {
        state_.driver().execute(sql);
    }
    history_.exists = true;
    progress_.exists = progress_.exists || !stage.only;
}

StageFrame Run::frameFor(const Stage& stage) {
    StageFrame frame;
    if (!history_.exists) {
        frame.before = table_.creation(dialect_);
    }
    if (!stage.only && !progress_.exists) {
        const std::vector<std::string> progress = table_.progress().creation(dialect_);
        frame.before.insert(frame.before.end(), progress.begin(), progress.end());
    }
    if (dialect_.server().kind == DatabaseKind::PostgreSQL) {
        frame.searchPath = lock_.place().searchPath;
        frame.openApart = !lock_.place().readsLiteralsAsWritten;
    }
    const auto earlier = stage.only ? std::chrono::microseconds{0} : since(stepStart_);
    frame.closing = [this, stage, earlier](const Outcome& outcome) {
        return closing(stage, outcome.done, earlier + outcome.duration);
    };
    if (!stage.only) {
        frame.keeping = keepingFor(stage);
    }
    frame.statementFinished = [this, &stage](std::size_t number) {
        Event event = eventFor(Event::Kind::StatementFinished, stage.step);
        event.statement = number;
        state_.tell(event);
    };
    return frame;
}

// For an action that has transactions of its own; it is alone in its stage.
Keeping Run::keepingFor(const Stage& stage) const {
    const std::size_t statement = stage.segment.first;
    return {.position = table_.progress().position(dialect_, stage.step, statement),
            .note =
                [this, &stage, statement](std::string_view position) {
                    return table_.progress().update(dialect_, stage.step, statement, position);
                },
            .told =
                [this, &stage, statement](std::uint64_t rows) {
                    Event event = eventFor(Event::Kind::BatchFinished, stage.step);
                    event.statement = statement + 1;
                    event.rows = rows;
                    state_.tell(event);
                }};
}

// Of a step's last segment the history row, of the others a note of how far the step has come.
std::vector<std::string> Run::closing(const Stage& stage,
                                      std::size_t done,
                                      std::chrono::microseconds duration) const {
    const ProgressTable& progress = table_.progress();
    if (!stage.last) {
        return {progress_.unfinished
                    ? progress.update(dialect_, stage.step, done, {})
                    : progress.insertion(dialect_, stage.step, done, state_.options.actor)};
    }
    std::vector<std::string> closing = {table_.insertion(dialect_,
                                                         {.step = stage.step,
                                                          .seq = history_.lastSeq + 1,
                                                          .batch = batch_,
                                                          .actor = state_.options.actor,
                                                          .duration = duration,
                                                          .inParts = !stage.only})};
    if (!stage.only) {
        closing.push_back(progress.removal(dialect_));
    }
    return closing;
}

// What the closing of a stage has written.
void Run::remember(const Stage& stage, std::size_t done) {
    history_.exists = true;
    if (stage.only) {
        return;
    }
    progress_.exists = !stage.last;
    if (!stage.last) {
        progress_.unfinished = UnfinishedMigration{.id = stage.step.id,
                                                   .direction = stage.step.direction,
                                                   .checksum = stage.step.checksum,
                                                   .done = done};
        return;
    }
    progress_.unfinished.reset();
    if (!dialect_.transactionalDdl()) {
        try {
            state_.driver().execute(table_.progress().drop(dialect_));
        } catch (const DatabaseError&) {
            progress_.exists = true;  // It is empty, and says so.
        }
    }
}

Event Run::eventFor(Event::Kind kind, const Step& step) const {
    return {.kind = kind,
            .id = step.id,
            .direction = step.direction,
            .step = report_.steps.size() + 1,
            .steps = report_.steps.size() + plan_.steps.size() - next_ + 1,
            .statement = 0,
            .statements = step.statements.size(),
            .duration = {},
            .done = doneBefore(step)};
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
