#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include <godwit/error.hpp>
#include <godwit/plan.hpp>

#include "json/canonical.hpp"
#include "model/copies.hpp"
#include "plan/checksum.hpp"
#include "plan/comments.hpp"
#include "plan/definitions.hpp"
#include "plan/gone_names.hpp"
#include "plan/in_migration.hpp"
#include "plan/left_behind.hpp"
#include "plan/past.hpp"
#include "plan/recording.hpp"
#include "plan/unfinished.hpp"

namespace godwit {

namespace {

constexpr const char* kNothingRan = "Nothing has run.";

ErrorWhere at(std::string_view migration) {
    return {.migration = std::string{migration}, .operation = {}, .sql = {}, .line = {}};
}

using detail::entryOf;
using detail::inMigration;
using detail::placeOf;
using detail::Recording;

// What the history holds cannot be told once it is gone. To ask for it is no harm.
void wantHistoryLeftAlone(const std::vector<Operation>& operations, std::string_view history) {
    for (const Operation& operation : operations) {
        if (!history.empty() && tableOf(operation) == history &&
            !std::holds_alternative<op::Assume>(operation)) {
            throw UsageError(
                ErrorCode::BadArgument,
                {fmt::format("the table {} is where godwit keeps the history of migrations",
                             history),
                 kNothingRan,
                 "leave it alone, or keep the history in another one with "
                 "MigratorOptions::historyTable"},
                {.migration = {},
                 .operation = oneLine(operation),
                 .sql = {},
                 .line = lineOf(operation)});
        }
    }
}

// What is known of the schema, moved on step by step.
class Course {
public:
    Course(const Dialect& dialect, std::string_view history)
        : dialect_(dialect), history_(history) {
        schema_.databases = setOf(dialect.server().kind);
    }

    /// A migration that is applied. `goes` when it will be taken back: then the return value is
    /// how, which is known best before it.
    Recording applied(const MigrationEntry& entry, bool goes) {
        std::vector<Operation> operations = past_.up(entry).operations;
        Recording back = goes ? wayDown(entry, operations) : Recording{};
        pass(entry.id, std::move(operations));
        return back;
    }

    Step up(const MigrationEntry& entry) {
        auto [operations, callbacks] = recordTwice(entry, Direction::Up);
        std::string canonical = detail::canonicalOperations(operations);
        Step step{.id = entry.id,
                  .description = descriptionOf(entry),
                  .reason = detail::reasonsOf(entry.make(), operations),
                  .direction = Direction::Up,
                  .checksum = detail::checksumOfCanonical(entry.id, canonical),
                  .operations = std::move(canonical),
                  .statements = compiled(entry, Direction::Up, operations),
                  .downStatements = {},
                  .callbacks = std::move(callbacks),
                  .begun = {}};
        inMigration(step.id, [&, &all = operations] {
            detail::wantKnownDefinitions(all, schema_, former_);
            detail::wantNothingLeftBehind(all, schema_, dialect_.server().kind);
        });
        const std::vector<Operation> back = wayDown(entry, operations).operations;
        const detail::Objects older = detail::takesNames(back)
                                          ? detail::keptBy(operations, schema_.objects)
                                          : detail::Objects{};
        pass(entry.id, operations);
        inMigration(step.id,
                    [&, &all = operations] { detail::wantReferencedTables(all, schema_); });
        step.downStatements = compiledBack(entry, back);
        inMigration(placeOf(entry.id, Direction::Down), [&] {
            detail::wantNothingLeftBehind(back, schema_, dialect_.server().kind, older);
        });
        return step;
    }

    Step down(const MigrationEntry& entry, const std::string& checksum, Recording recording) {
        auto& [operations, callbacks] = recording;
        Step step{.id = entry.id,
                  .description = descriptionOf(entry),
                  .reason = detail::reasonsOf(entry.make(), operations),
                  .direction = Direction::Down,
                  .checksum = checksum,
                  .operations = {},
                  .statements = compiled(entry, Direction::Down, operations),
                  .downStatements = {},
                  .callbacks = std::move(callbacks),
                  .begun = {}};
        pass(placeOf(entry.id, Direction::Down), std::move(operations));
        return step;
    }

private:
    // With what the way up has kept a copy of.
    Recording wayDown(const MigrationEntry& entry, const std::vector<Operation>& up) {
        Recording down = recordTwice(entry, Direction::Down);
        inMigration(placeOf(entry.id, Direction::Down),
                    [&] { detail::markRestored(up, down.operations); });
        return down;
    }

    Recording recordOnce(const MigrationEntry& entry, Direction direction) {
        if (direction == Direction::Up) {
            return past_.up(entry);
        }
        return inMigration(placeOf(entry.id, direction), [&] {
            return detail::recordAll(entry.make(), direction, [this] { return schema_; });
        });
    }

    Recording recordTwice(const MigrationEntry& entry, Direction direction) {
        Recording recording = recordOnce(entry, direction);
        if (recording.operations != recordOnce(entry, direction).operations) {
            throw UsageError(ErrorCode::NotDeterministic,
                             {fmt::format("migration {} gives other operations when it is built a "
                                          "second time",
                                          placeOf(entry.id, direction)),
                              kNothingRan,
                              "let it depend on nothing but itself: no clock, file, environment or "
                              "random number"},
                             at(placeOf(entry.id, direction)));
        }
        return recording;
    }

    void pass(std::string place, std::vector<Operation> operations) {
        inMigration(place, [&] {
            for (const Operation& operation : operations) {
                replay(operation, schema_);
                if ((operation.only & schema_.databases) != noDatabase) {
                    former_.pass(operation);
                }
            }
            detail::forgetTemporary(schema_);
        });
        past_.add(std::move(place), std::move(operations));
    }

    std::vector<Statement> compiled(const MigrationEntry& entry,
                                    Direction direction,
                                    const std::vector<Operation>& operations) {
        return inMigration(placeOf(entry.id, direction), [&] {
            wantHistoryLeftAlone(operations, history_);
            std::vector<Statement> statements = dialect_.compile(operations, schema_);
            detail::describe(entry.make(), statements);
            return statements;
        });
    }

    // Of change() nobody has written the way back, and nobody may want it.
    std::vector<Statement> compiledBack(const MigrationEntry& entry,
                                        const std::vector<Operation>& back) {
        if (dynamic_cast<const ReversibleMigration*>(&entry.make()) == nullptr) {
            return compiled(entry, Direction::Down, back);
        }
        try {
            return compiled(entry, Direction::Down, back);
        } catch (const UnsupportedError& error) {
            throw UnsupportedError(
                error.code(),
                {error.message(),
                 error.state(),
                 error.hint() + "; or write up() and down(): change() is planned both ways"},
                error.where());
        }
    }

    const Dialect& dialect_;
    std::string_view history_;
    detail::Past past_;
    Schema schema_;
    detail::FormerNames former_;
};

void wantInOrder(const std::vector<MigrationEntry>& pending,
                 const std::vector<AppliedMigration>& applied) {
    if (pending.empty() || applied.empty()) {
        return;
    }
    const auto latest = std::max_element(applied.begin(),
                                         applied.end(),
                                         [](const auto& a, const auto& b) { return a.id < b.id; });
    if (pending.front().id > latest->id) {
        return;
    }
    throw HistoryError(
        ErrorCode::MigrationsOutOfOrderInHistory,
        {fmt::format("migration {} is pending and older than {}, which is applied",
                     pending.front().id,
                     latest->id),
         kNothingRan,
         "give it a new id, or set MigratorOptions::allowOutOfOrder when it does not depend on "
         "order"},
        at(pending.front().id));
}

// What is half-way up goes on before anything else begins.
void beginWithUnfinished(std::vector<MigrationEntry>& pending, const PlanOptions& options) {
    if (!options.unfinished) {
        return;
    }
    const std::string& id = options.unfinished->id;
    const auto found = std::find_if(pending.begin(), pending.end(), [&id](const auto& entry) {
        return entry.id == id;
    });
    if (found == pending.end() || found == pending.begin()) {
        return;
    }
    if (!options.allowOutOfOrder) {
        throw HistoryError(
            ErrorCode::MigrationsOutOfOrderInHistory,
            {fmt::format("migration {} is pending and older than {}, which is half-way up",
                         pending.front().id,
                         id),
             kNothingRan,
             "give it a new id, or set MigratorOptions::allowOutOfOrder when it does not depend on "
             "order"},
            at(pending.front().id));
    }
    std::rotate(pending.begin(), found, found + 1);
}

std::vector<MigrationEntry> upTo(const MigrationSet& migrations,
                                 std::vector<MigrationEntry> pending,
                                 const std::string& id) {
    if (entryOf(migrations, id) == nullptr) {
        throw UsageError(ErrorCode::UnknownTarget,
                         {fmt::format("there is no migration {}", id),
                          kNothingRan,
                          "name one of the program's migrations; status lists them"});
    }
    std::erase_if(pending, [&id](const MigrationEntry& entry) { return entry.id > id; });
    return pending;
}

// How many of the applied migrations go, counted from the latest.
std::size_t rolledBack(const std::vector<AppliedMigration>& applied, const Target& target) {
    switch (target.kind) {
    case Target::Kind::Up:
    case Target::Kind::UpTo:
        return 0;
    case Target::Kind::Rollback:
        if (target.count > applied.size() && !applied.empty()) {
            throw UsageError(
                ErrorCode::BadArgument,
                {fmt::format("a rollback of {} migrations was asked for, and {} are applied",
                             target.count,
                             applied.size()),
                 kNothingRan,
                 "ask for as many as are applied, or roll back all of them by that name"});
        }
        return std::min(target.count, applied.size());
    case Target::Kind::RollbackAll:
        return applied.size();
    case Target::Kind::Redo:
        return !applied.empty() && (target.id.empty() || applied.back().id == target.id) ? 1 : 0;
    case Target::Kind::RollbackTo:
        break;
    }
    const auto stays = std::find_if(applied.begin(), applied.end(), [&target](const auto& a) {
        return a.id == target.id;
    });
    if (stays == applied.end()) {
        throw UsageError(ErrorCode::UnknownTarget,
                         {fmt::format("migration {} is not applied", target.id),
                          kNothingRan,
                          "name an applied migration, which stays; status lists them"});
    }
    return static_cast<std::size_t>(applied.end() - stays) - 1;
}

std::vector<MigrationEntry> applying(const MigrationSet& migrations,
                                     const std::vector<AppliedMigration>& applied,
                                     const Target& target,
                                     const PlanOptions& options) {
    if (target.kind == Target::Kind::Redo) {
        return rolledBack(applied, target) == 0
                   ? std::vector<MigrationEntry>{}
                   : std::vector{*entryOf(migrations, applied.back().id)};
    }
    if (target.kind != Target::Kind::Up && target.kind != Target::Kind::UpTo) {
        return {};
    }
    std::vector<MigrationEntry> missing = pending(migrations, applied);
    if (target.kind == Target::Kind::UpTo) {
        missing = upTo(migrations, std::move(missing), target.id);
    }
    if (!options.allowOutOfOrder) {
        wantInOrder(missing, applied);
    }
    beginWithUnfinished(missing, options);
    return missing;
}

// What a target comes to: so many applied migrations go, and these are applied.
struct Selection {
    std::size_t back = 0;
    std::vector<MigrationEntry> forth;
};

Selection selectionOf(const MigrationSet& migrations,
                      const std::vector<AppliedMigration>& applied,
                      const Target& target,
                      const PlanOptions& options) {
    checkHistory(migrations, applied);
    return {rolledBack(applied, target), applying(migrations, applied, target, options)};
}

}  // namespace

std::string descriptionOf(const MigrationEntry& entry) {
    if (const std::string_view own = entry.make().description(); !own.empty()) {
        return std::string{own};
    }
    // Behind the 14 digits and their underscore.
    std::string words{std::string_view{entry.id}.substr(15)};
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

std::vector<MigrationEntry> pending(const MigrationSet& migrations,
                                    const std::vector<AppliedMigration>& applied) {
    std::set<std::string_view> done;
    for (const AppliedMigration& migration : applied) {
        done.insert(migration.id);
    }
    std::vector<MigrationEntry> out;
    std::copy_if(migrations.begin(),
                 migrations.end(),
                 std::back_inserter(out),
                 [&done](const MigrationEntry& entry) { return !done.contains(entry.id); });
    return out;
}

void checkHistory(const MigrationSet& migrations, const std::vector<AppliedMigration>& applied) {
    detail::Past past;
    for (const AppliedMigration& known : applied) {
        const MigrationEntry* entry = entryOf(migrations, known.id);
        if (entry == nullptr) {
            throw HistoryError(
                ErrorCode::UnknownMigrationInHistory,
                {fmt::format("the history holds migration {} (applied {} UTC by {}), which this "
                             "program does not have",
                             known.id,
                             known.finishedAt,
                             known.actor),
                 kNothingRan,
                 "run the program that has it, or bring its file back; nothing was guessed"},
                at(known.id));
        }
        std::vector<Operation> operations = past.up(*entry).operations;
        const std::string current = checksumOf(known.id, operations);
        past.add(known.id, std::move(operations));
        if (current != known.checksum) {
            throw HistoryError(
                ErrorCode::MigrationModified,
                {fmt::format("Migration {} was modified after being applied. Create a new "
                             "migration instead. (recorded {}, now {})",
                             known.id,
                             known.checksum,
                             current),
                 kNothingRan,
                 "restore the file as it was, and write the change as a new migration"},
                at(known.id));
        }
    }
}

Target byName(const Target& target, const std::vector<AppliedMigration>& applied) {
    Target named = target;
    if (target.kind == Target::Kind::Rollback && !applied.empty()) {
        named = rolledBack(applied, target) == applied.size()
                    ? Target::rollbackAll()
                    : Target::rollbackTo(applied[applied.size() - 1 - target.count].id);
    } else if (target.kind == Target::Kind::Redo && !applied.empty()) {
        named.id = applied.back().id;
    }
    return named;
}

bool hasWork(const MigrationSet& migrations,
             const std::vector<AppliedMigration>& applied,
             const Target& target,
             const PlanOptions& options) {
    const Selection selection = selectionOf(migrations, applied, target, options);
    return selection.back != 0 || !selection.forth.empty();
}

Plan makePlan(const MigrationSet& migrations,
              const std::vector<AppliedMigration>& applied,
              const Target& target,
              const Dialect& dialect,
              const PlanOptions& options) {
    const Selection selection = selectionOf(migrations, applied, target, options);
    Plan plan{.server = dialect.server(),
              .transactional = dialect.transactionalDdl(),
              .settings = dialect.settings(),
              .steps = {}};
    if (selection.back == 0 && selection.forth.empty()) {
        if (options.unfinished) {
            detail::goOn(plan, *options.unfinished, migrations);
        }
        return plan;
    }
    Course course{dialect, options.historyTable};
    const std::size_t stay = applied.size() - selection.back;
    std::vector<Recording> back;
    for (std::size_t i = 0; i < applied.size(); ++i) {
        back.push_back(course.applied(*entryOf(migrations, applied[i].id), i >= stay));
    }
    for (std::size_t i = applied.size(); i-- > stay;) {
        plan.steps.push_back(course.down(*entryOf(migrations, applied[i].id),
                                         applied[i].checksum,
                                         std::move(back[i])));
    }
    for (const MigrationEntry& entry : selection.forth) {
        plan.steps.push_back(course.up(entry));
    }
    if (options.unfinished) {
        detail::goOn(plan, *options.unfinished, migrations);
    }
    return plan;
}

std::vector<Statement> compileAlone(const std::vector<Operation>& operations,
                                    const Dialect& dialect) {
    return dialect.compile(operations, Schema{});
}

}  // namespace godwit
