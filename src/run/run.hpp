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
    void runSteps();
    void runStep(const Step& step);
    StepFrame frameFor(const Step& step);
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
    Plan plan_;
    std::size_t next_ = 0;
    std::int64_t batch_ = 0;
    Report report_;
};

/// The connection must not be inside a transaction of the application.
/// @throws UsageError (GW109)
void wantNoTransaction(Driver& driver);

}  // namespace godwit::detail
