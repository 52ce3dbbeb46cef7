#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <godwit/database.hpp>
#include <godwit/dialect.hpp>
#include <godwit/export.hpp>
#include <godwit/migration_set.hpp>
#include <godwit/operation.hpp>

namespace godwit {

/// Which way a migration runs.
enum class Direction : std::uint8_t { Up, Down };

/// Where a run shall end.
struct Target {
    enum class Kind : std::uint8_t { Up, UpTo, Rollback, RollbackTo, RollbackAll, Redo };

    Kind kind = Kind::Up;
    /// UpTo: the last to apply. RollbackTo: the last to stay applied. Redo: which; empty for the
    /// latest applied.
    std::string id{};
    std::size_t count = 1;  ///< Rollback: how many, counted from the latest applied.

    static Target up() { return {}; }
    static Target upTo(std::string_view id) { return {Kind::UpTo, std::string{id}, 1}; }
    static Target rollback(std::size_t count) { return {Kind::Rollback, {}, count}; }
    static Target rollbackTo(std::string_view id) { return {Kind::RollbackTo, std::string{id}, 1}; }
    static Target rollbackAll() { return {Kind::RollbackAll, {}, 1}; }
    static Target redo() { return {Kind::Redo, {}, 1}; }
};

/// A migration that the history says is applied.
struct AppliedMigration {
    std::string id{};
    std::string description{};
    std::string checksum{};       ///< "gw1:" and 64 hex digits.
    std::int64_t batch = 0;       ///< Migrations of one run have the same number, 1 or more.
    std::string startedAt{};      ///< UTC, "2025-02-17 14:30:00.000000".
    std::string finishedAt{};     ///< UTC.
    std::int64_t durationMs = 0;  ///< Milliseconds.
    std::string actor{};          ///< Who ran it.
    std::string reason{};         ///< Why, in the business's words; may be empty.
};

/// A migration that an interrupted run has left half-way: some of its statements stand, committed,
/// and the history does not know of them.
struct UnfinishedMigration {
    std::string id{};
    Direction direction = Direction::Up;
    std::string checksum{};               ///< Of the migration as it was begun.
    std::size_t done = 0;                 ///< How many statements stand, from the first on.
    std::size_t statements = 0;           ///< How many there are.
    std::vector<std::string> standing{};  ///< The SQL of those that stand.
    std::string position{};   ///< How far the next one has come, where its action keeps that.
    std::string startedAt{};  ///< UTC, "2025-02-17 14:30:00.000000".
    std::string actor{};      ///< Who began it.
    std::string table{};      ///< The table that says all this.
    friend bool operator==(const UnfinishedMigration&, const UnfinishedMigration&) = default;
};

/// How far an interrupted run has brought a step.
struct StepProgress {
    std::size_t done = 0;    ///< How many of its statements stand, from the first on.
    std::string position{};  ///< How far the next one has come, where its action keeps that.
    friend bool operator==(const StepProgress&, const StepProgress&) = default;
};

/// One migration run in one direction: the very statements that will run.
struct Step {
    std::string id{};
    std::string description{};
    std::string reason{};  ///< Why, in the business's words; may be empty.
    Direction direction = Direction::Up;
    std::string checksum{};    ///< Of the id and the up operations; see `checksumOf`.
    std::string operations{};  ///< Up: the canonical operations as JSON.
    std::vector<Statement> statements{};
    std::vector<Statement> downStatements{};  ///< Up: what will take it back.
    std::vector<DataCallback> callbacks{};    ///< The C++ that action::CallData names.
    std::optional<StepProgress> begun{};      ///< What an interrupted run has done of it.
};

/// Statements of a step that stand or fall together: `count` of them from the one at `first` on.
struct Segment {
    std::size_t first = 0;
    std::size_t count = 0;    ///< 0: godwit only writes down how far the step has come.
    bool transaction = true;  ///< One transaction. Else each statement commits by itself.
    friend bool operator==(const Segment&, const Segment&) = default;
};

/// A step's statements, cut where they must be committed. At least one segment.
///
/// One alone is one transaction together with its history row; where DDL commits by itself
/// (`transactionalDdl` is false) and no statement is about rows, it is the statements one by one
/// and then that row. Of several, the first and the last are always transactions, and each one
/// writes down how far the step has come, so that a run that was killed goes on from there.
GODWIT_API std::vector<Segment> segmentsOf(const Step& step, bool transactionalDdl);

/// SQLite: a table is rebuilt in the segment, so that foreign keys are off around its transaction.
GODWIT_API bool rebuildsTable(const Step& step, const Segment& segment);

/// What a run would do, step by step, on one server. Plain data; making one writes nothing.
struct Plan {
    Server server;
    bool transactional = true;        ///< DDL is undone with its transaction.
    std::vector<Setting> settings{};  ///< Of the session or transaction that the steps run in.
    std::vector<Step> steps{};
};

/// What is known of a schema. Asked only where something depends on it: to know it is to replay all
/// migrations before.
using KnownSchema = std::function<Schema()>;

/// Runs the migration's `up` or `down` against a recorder.
/// @param before what is known before the migration's `up`, for its `down` too; empty: nothing.
/// `hasTable` and its like are answered from it, and the inverse of a reversible migration.
/// @throws UsageError (1xx, 2xx) for calls that make no sense, with file and line.
GODWIT_API std::vector<Operation> record(const Migration& migration,
                                         Direction direction,
                                         const KnownSchema& before = {});

/// "gw1:" and the SHA-256 of a migration's id and up operations, in hex. Over what the migration
/// does, never over SQL: the same on every database.
GODWIT_API std::string checksumOf(std::string_view id, const std::vector<Operation>& up);

/// The migration's own description, else the words of its id.
GODWIT_API std::string descriptionOf(const MigrationEntry& entry);

/// The migrations that are in the set and not in the history, in order of their ids.
GODWIT_API std::vector<MigrationEntry> pending(const MigrationSet& migrations,
                                               const std::vector<AppliedMigration>& applied);

/// Compares the history with the program's migrations.
/// @throws HistoryError (GW501) for an applied migration that the program does not have,
/// (GW502) for one that was modified after being applied.
GODWIT_API void checkHistory(const MigrationSet& migrations,
                             const std::vector<AppliedMigration>& applied);

/// How `makePlan` treats what is unusual.
struct PlanOptions {
    /// Apply a pending migration though a later one is applied already.
    bool allowOutOfOrder = false;

    /// What an interrupted run has left: the plan goes on with it, or is refused.
    std::optional<UnfinishedMigration> unfinished{};

    /// The table that no migration may touch. Empty: none.
    std::string historyTable{};
};

/// The same target by name: "the last two" and "the latest" become ids, so that a run that waited
/// for others does what was asked for, not once more what they did.
GODWIT_API Target byName(const Target& target, const std::vector<AppliedMigration>& applied);

/// True when `target` asks for a step. Cheaper than a plan: compiles nothing.
/// @throws HistoryError (5xx), UsageError (GW110).
GODWIT_API bool hasWork(const MigrationSet& migrations,
                        const std::vector<AppliedMigration>& applied,
                        const Target& target,
                        const PlanOptions& options = {});

/// Decides what runs, in which order and with which statements. Pure: talks to nobody.
/// @param applied in the order of application.
/// @throws HistoryError (5xx; GW505 when it would not go on with what is unfinished), UsageError
/// (GW110 and 2xx), UnsupportedError (3xx).
GODWIT_API Plan makePlan(const MigrationSet& migrations,
                         const std::vector<AppliedMigration>& applied,
                         const Target& target,
                         const Dialect& dialect,
                         const PlanOptions& options = {});

/// Operations that belong to no migration, compiled for a schema nothing is known of.
GODWIT_API std::vector<Statement> compileAlone(const std::vector<Operation>& operations,
                                               const Dialect& dialect);

}  // namespace godwit
