#pragma once

#include <cstdint>

#include <godwit/dialect.hpp>
#include <godwit/migrator.hpp>

#include "run/executor.hpp"
#include "run/history.hpp"
#include "run/lock.hpp"
#include "run/migrator_state.hpp"

namespace godwit::detail {

/// One call of Migrator::run, from the lock to the last step.
///
/// The history is read again under the lock: what was planned without it may have been done by
/// somebody else meanwhile.
class Run {
public:
    Run(const MigratorState& state, const Dialect& dialect, HistoryTable table, Target target);

    /// @throws LockError, MigrationFailed, and what makePlan throws
    Report go();

private:
    void acquire();
    bool ready();
    void lookAgain();
    void lookAgainIfMoved();
    bool somebodyElseGoesOn();
    void runSteps();
    void runStep(const Step& step);
    bool runSegments(const Step& step);
    bool runStage(const Stage& stage, std::size_t& done);
    bool runBetweenTransactions(const Stage& stage, std::size_t& done);
    void prepare(const Stage& stage);
    StageFrame frameFor(const Stage& stage);
    Keeping keepingFor(const Stage& stage) const;
    std::vector<std::string> closing(const Stage& stage,
                                     std::size_t done,
                                     std::chrono::microseconds duration) const;
    void remember(const Stage& stage, std::size_t done);
    Event eventFor(Event::Kind kind, const Step& step) const;
    std::string finished(MigrationFailed::Progress& progress) const;
    [[noreturn]] void rethrowWithProgress() const;

    bool locksPerTransaction() const { return dialect_.server().kind == DatabaseKind::SQLite; }

    const MigratorState& state_;
    const Dialect& dialect_;
    HistoryTable table_;
    Target target_;
    MigrationLock lock_;
    Executor executor_;
    History history_;
    Progress progress_;
    Plan plan_;
    bool looked_ = false;  // SQLite: the history was read in a transaction of this run.
    bool open_ = false;    // SQLite: a transaction that has seen the history and the progress.
    bool moved_ = false;   // SQLite: they were others than at the end of the one before.
    std::chrono::steady_clock::time_point stepStart_;
    std::size_t next_ = 0;
    std::int64_t batch_ = 0;
    Report report_;
};

/// The connection must not be inside a transaction of the application.
/// @throws UsageError (GW109)
void wantNoTransaction(Driver& driver);

}  // namespace godwit::detail
