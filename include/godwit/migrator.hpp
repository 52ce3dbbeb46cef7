#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <godwit/connection.hpp>
#include <godwit/export.hpp>
#include <godwit/migration_set.hpp>
#include <godwit/plan.hpp>

namespace godwit {

namespace detail {
struct MigratorState;
}

/// One migration that a run finished.
struct StepReport {
    std::string id;
    Direction direction = Direction::Up;
    std::size_t statements = 0;
    std::chrono::microseconds duration{0};
    std::size_t done = 0;  ///< Statements that stood before, from a run that was interrupted.
};

/// What a run did.
struct Report {
    std::vector<StepReport> steps;  ///< In the order they ran; empty when nothing was pending.
};

/// How one migration stands.
struct MigrationStatus {
    enum class State : std::uint8_t {
        Pending,
        Applied,
        Modified,  ///< Applied, and different from what the program has under this id.
        Unknown,   ///< Applied, and the program does not have it.
    };

    std::string id;
    std::string description;
    State state = State::Pending;
    AppliedMigration applied{};  ///< Filled unless pending.
};

/// How a database stands.
struct Status {
    Server server;
    std::string database;  ///< As `Connection::describe`.
    std::string historyTable;
    std::vector<MigrationStatus> migrations;  ///< By id.
    /// The migration that somebody is running, or that an interrupted run has left half-way.
    std::optional<UnfinishedMigration> unfinished{};
};

/// Something that happened during a run, for progress and logs. Never holds a password.
struct Event {
    enum class Kind : std::uint8_t {
        Waiting,
        StepStarted,
        StatementFinished,
        BatchFinished,
        StepFinished
    };

    Kind kind = Kind::StepStarted;
    std::string id{};  ///< Of the migration; Waiting: empty.
    Direction direction = Direction::Up;
    std::size_t step = 0;       ///< 1 is the first.
    std::size_t steps = 0;      ///< How many the run has, as far as is known.
    std::size_t statement = 0;  ///< StatementFinished: 1 is the first. Servers that take a
                                ///< migration as one message report none.
    std::size_t statements = 0;
    std::uint64_t rows = 0;  ///< BatchFinished: so many of the statement are written by this run.
    std::chrono::microseconds duration{0};  ///< Waiting: so far. StepFinished: of the step.
    std::size_t done = 0;  ///< Statements that stood before, from a run that was interrupted.
};

/// How a Migrator works.
struct MigratorOptions {
    /// Where the history is kept; 1 to 48 bytes, so that other tables can be named after it.
    std::string historyTable = "godwit_history";

    /// How long to wait while somebody else migrates this database. The wait ends as soon as
    /// nothing is left to do.
    std::chrono::milliseconds lockWait = std::chrono::minutes{10};

    /// Apply a pending migration though a later one is applied already.
    bool allowOutOfOrder = false;

    /// Who runs, for the history. Empty: operating system user and host.
    std::string actor{};

    /// Called during a run, outside of any transaction decision; what it throws is ignored.
    std::function<void(const Event&)> onEvent{};
};

/// Brings a database to where the program's migrations say it shall be.
///
/// Borrows the connection, which must outlive it. Several processes may run on one database at
/// once: one migrates, the rest wait and find nothing left to do. When nothing is pending a run is
/// one query: no lock, no write. Not thread-safe.
class GODWIT_API Migrator {
public:
    Migrator(Connection& connection, MigrationSet migrations, MigratorOptions options = {});
    /// A migrator that was moved from can only be destroyed or assigned to.
    Migrator(Migrator&&) noexcept;
    Migrator& operator=(Migrator&&) noexcept;
    ~Migrator();

    /// Applies all that is pending.
    /// @throws MigrationFailed, HistoryError, LockError, UnsupportedError, UsageError,
    /// DatabaseError
    Report up() { return run(Target::up()); }

    /// Applies what is pending up to and with `id`.
    Report upTo(std::string_view id) { return run(Target::upTo(id)); }

    /// Takes back the last `count` migrations, latest first; nothing when none is applied.
    /// @throws UsageError (GW109) for 0, and for more than are applied.
    Report rollback(std::size_t count = 1) { return run(Target::rollback(count)); }

    /// Takes back all that was applied after `id`, which stays.
    Report rollbackTo(std::string_view id) { return run(Target::rollbackTo(id)); }

    /// Takes back everything.
    Report rollbackAll() { return run(Target::rollbackAll()); }

    /// Takes back the last migration and applies it again.
    Report redo() { return run(Target::redo()); }

    /// Any of the above.
    Report run(const Target& target);

    /// What `run` would do now, without a lock and without writing.
    Plan plan(const Target& target = Target::up());

    /// How every migration stands. Reads only, and reports trouble instead of throwing for it.
    Status status();

    Connection& connection() const;
    const MigratorOptions& options() const;

    /// Replaces the receiver of events; the command line does, to show progress.
    void onEvent(std::function<void(const Event&)> receiver);

private:
    std::unique_ptr<detail::MigratorState> state_;
};

}  // namespace godwit
