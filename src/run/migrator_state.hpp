#pragma once

#include <optional>
#include <vector>

#include <godwit/connection.hpp>
#include <godwit/migrator.hpp>

namespace godwit::detail {

/// What a Migrator is made of.
struct MigratorState {
    Driver& driver() const { return connection->driver(); }

    bool hasWork(const std::vector<AppliedMigration>& applied, const Target& target) const {
        return godwit::hasWork(migrations,
                               applied,
                               target,
                               {.allowOutOfOrder = options.allowOutOfOrder});
    }

    Plan planFor(const std::vector<AppliedMigration>& applied,
                 const std::optional<UnfinishedMigration>& unfinished,
                 const Target& target,
                 const Dialect& dialect) const {
        return makePlan(migrations,
                        applied,
                        target,
                        dialect,
                        {.allowOutOfOrder = options.allowOutOfOrder,
                         .unfinished = unfinished,
                         .historyTable = options.historyTable});
    }

    /// Tells the listener, whose exceptions decide nothing.
    void tell(const Event& event) const;

    Connection* connection;
    MigrationSet migrations;
    MigratorOptions options;
    bool running = false;
};

/// One run at a time: a listener that starts another would meet its own lock.
class Exclusively {
public:
    /// @throws UsageError (GW109) when a run is going on.
    explicit Exclusively(bool& running);
    ~Exclusively() { running_ = false; }
    Exclusively(const Exclusively&) = delete;
    Exclusively& operator=(const Exclusively&) = delete;

private:
    bool& running_;
};

}  // namespace godwit::detail
