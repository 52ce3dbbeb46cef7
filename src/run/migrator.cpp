#include <map>
#include <utility>

#include <fmt/format.h>

#include <godwit/error.hpp>
#include <godwit/migrator.hpp>

#include "plan/past.hpp"
#include "run/actor.hpp"
#include "run/history.hpp"
#include "run/lock.hpp"
#include "run/migrator_state.hpp"
#include "run/run.hpp"
#include "support/utf8.hpp"

namespace godwit {

namespace {

// Room for the names of sister tables within 63 bytes.
constexpr std::size_t kMaxHistoryName = 48;

void checkOptions(const MigratorOptions& options) {
    const std::string& name = options.historyTable;
    if (name.empty() || name.size() > kMaxHistoryName || !detail::isPlainUtf8(name)) {
        throw UsageError(ErrorCode::BadArgument,
                         {fmt::format("the history table's name has {} bytes", name.size()),
                          "Nothing has run.",
                          "use 1 to 48 bytes of UTF-8"});
    }
}

void checkTarget(const Target& target) {
    if (target.kind == Target::Kind::Rollback && target.count == 0) {
        throw UsageError(
            ErrorCode::BadArgument,
            {"a rollback of 0 migrations was asked for", "Nothing has run.", "ask for 1 or more"});
    }
}

// SQLite: the application's own connection may have no patience with a writer.
detail::History readPatiently(const detail::HistoryTable& table,
                              Driver& driver,
                              const Dialect& dialect,
                              std::chrono::milliseconds patience) {
    detail::History history;
    const auto attempt = [&] {
        try {
            history = table.read(driver, dialect);
            return true;
        } catch (const DatabaseError& error) {
            if (error.code() != ErrorCode::DatabaseBusy) {
                throw;
            }
            return false;
        }
    };
    return detail::retry(patience, attempt, [](auto) {}) ? history : table.read(driver, dialect);
}

std::optional<UnfinishedMigration> unfinishedIn(const detail::HistoryTable& table,
                                                const detail::History& history,
                                                Driver& driver,
                                                const Dialect& dialect) {
    return history.mayBeUnfinished ? table.progress().read(driver, dialect).unfinished
                                   : std::nullopt;
}

// @param current the checksum as the program has it now; empty when it lacks the migration.
MigrationStatus::State stateOf(const AppliedMigration& applied, const std::string& current) {
    if (current.empty()) {
        return MigrationStatus::State::Unknown;
    }
    return current == applied.checksum ? MigrationStatus::State::Applied
                                       : MigrationStatus::State::Modified;
}

}  // namespace

detail::Exclusively::Exclusively(bool& running) : running_(running) {
    if (running_) {
        throw UsageError(ErrorCode::BadArgument,
                         {"this migrator is running already",
                          "The run that is going on goes on.",
                          "let listeners only listen: start nothing from inside onEvent"});
    }
    running_ = true;
}

void detail::MigratorState::tell(const Event& event) const {
    if (!options.onEvent) {
        return;
    }
    try {
        // The listener may replace itself.
        const auto listener = options.onEvent;
        listener(event);
    } catch (...) {  // NOLINT(bugprone-empty-catch): a listener never decides a migration.
    }
}

Migrator::Migrator(Connection& connection, MigrationSet migrations, MigratorOptions options)
    : state_(std::make_unique<detail::MigratorState>(
          detail::MigratorState{&connection, std::move(migrations), std::move(options), false})) {
    checkOptions(state_->options);
    if (state_->options.actor.empty()) {
        state_->options.actor = detail::currentActor();
    }
}

Migrator::Migrator(Migrator&&) noexcept = default;
Migrator& Migrator::operator=(Migrator&&) noexcept = default;
Migrator::~Migrator() = default;

Report Migrator::run(const Target& target) {
    checkTarget(target);
    const detail::Exclusively exclusively{state_->running};
    const std::unique_ptr<Dialect> dialect = makeDialect(state_->driver().server());
    if (dialect->server().kind != DatabaseKind::PostgreSQL) {
        detail::wantNoTransaction(state_->driver());
    }
    const detail::HistoryTable table{state_->options.historyTable};
    const detail::History history =
        readPatiently(table, state_->driver(), *dialect, state_->options.lockWait);
    const Target named = byName(target, history.applied);
    // A listing of what stands half-way is looked at under the lock, and refused or gone on with.
    const auto isHalfWay = [&] {
        return history.mayBeUnfinished && table.progress().read(state_->driver(), *dialect).exists;
    };
    if (!state_->hasWork(history.applied, named) && !isHalfWay()) {
        return {};
    }
    return detail::Run{*state_, *dialect, table, named}.go();
}

Plan Migrator::plan(const Target& target) {
    checkTarget(target);
    const std::unique_ptr<Dialect> dialect = makeDialect(state_->driver().server());
    const detail::HistoryTable table{state_->options.historyTable};
    const detail::History history = table.read(state_->driver(), *dialect);
    return state_->planFor(history.applied,
                           unfinishedIn(table, history, state_->driver(), *dialect),
                           target,
                           *dialect);
}

Status Migrator::status() {
    const std::unique_ptr<Dialect> dialect = makeDialect(state_->driver().server());
    const detail::HistoryTable table{state_->options.historyTable};
    const detail::History history = table.read(state_->driver(), *dialect);
    std::map<std::string, MigrationStatus> byId;
    for (const MigrationEntry& entry : state_->migrations) {
        byId[entry.id] = {.id = entry.id, .description = descriptionOf(entry)};
    }
    const std::vector<std::string> current =
        detail::currentChecksums(state_->migrations, history.applied);
    for (std::size_t i = 0; i < history.applied.size(); ++i) {
        const AppliedMigration& applied = history.applied[i];
        byId[applied.id] = {.id = applied.id,
                            .description = applied.description,
                            .state = stateOf(applied, current[i]),
                            .applied = applied};
    }
    Status status{.server = dialect->server(),
                  .database = state_->driver().describe(),
                  .historyTable = table.name(),
                  .migrations = {},
                  .unfinished = unfinishedIn(table, history, state_->driver(), *dialect)};
    for (auto& [id, migration] : byId) {
        status.migrations.push_back(std::move(migration));
    }
    return status;
}

Connection& Migrator::connection() const { return *state_->connection; }

const MigratorOptions& Migrator::options() const { return state_->options; }

void Migrator::onEvent(std::function<void(const Event&)> receiver) {
    state_->options.onEvent = std::move(receiver);
}

}  // namespace godwit
