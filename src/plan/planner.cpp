#include <algorithm>
#include <exception>
#include <set>
#include <utility>

#include <fmt/format.h>

#include <godwit/error.hpp>
#include <godwit/plan.hpp>

#include "json/canonical.hpp"
#include "plan/checksum.hpp"
#include "plan/unfinished.hpp"

namespace godwit {

namespace {

constexpr const char* kNothingRan = "Nothing has run.";

ErrorWhere at(std::string_view migration) {
    return {.migration = std::string{migration}, .operation = {}, .sql = {}, .line = {}};
}

// Errors of recording and compiling do not know whose they are.
template <class E>
[[noreturn]] void rethrowFor(const std::string& migration, const E& error) {
    ErrorWhere where = error.where();
    where.migration = migration;
    throw E(error.code(), {error.message(), error.state(), error.hint()}, std::move(where));
}

template <class Work>
auto inMigration(const std::string& migration, Work work) {
    try {
        return work();
    } catch (const UsageError& error) {
        rethrowFor(migration, error);
    } catch (const UnsupportedError& error) {
        rethrowFor(migration, error);
    } catch (const Error&) {
        throw;
    } catch (const std::exception& error) {
        throw UsageError(
            ErrorCode::MigrationThrew,
            {fmt::format("migration {} threw an exception: {}", migration, error.what()),
             kNothingRan,
             "let up() and down() only record; mend what they do besides"},
            at(migration));
    }
}

std::string placeOf(std::string_view id, Direction direction) {
    return std::string{id} + (direction == Direction::Up ? "" : " down()");
}

std::vector<Operation> recordTwice(const MigrationEntry& entry, Direction direction) {
    return inMigration(placeOf(entry.id, direction), [&] {
        std::vector<Operation> operations = record(entry.make(), direction);
        if (operations != record(entry.make(), direction)) {
            throw UsageError(ErrorCode::NotDeterministic,
                             {fmt::format("migration {} gives other operations when it is built a "
                                          "second time",
                                          entry.id),
                              kNothingRan,
                              "let it depend on nothing but itself: no clock, file, environment or "
                              "random number"},
                             at(entry.id));
        }
        return operations;
    });
}

// What is known of the schema, moved on step by step.
class Course {
public:
    explicit Course(const Dialect& dialect) : dialect_(dialect) {}

    void pass(std::string_view id, const std::vector<Operation>& operations) {
        inMigration(std::string{id}, [&] {
            for (const Operation& operation : operations) {
                replay(operation, schema_);
            }
        });
    }

    Step up(const MigrationEntry& entry) {
        const std::vector<Operation> operations = recordTwice(entry, Direction::Up);
        std::string canonical = detail::canonicalOperations(operations);
        Step step{.id = entry.id,
                  .description = descriptionOf(entry),
                  .reason = {},
                  .direction = Direction::Up,
                  .checksum = detail::checksumOfCanonical(entry.id, canonical),
                  .operations = std::move(canonical),
                  .statements = compiled(entry.id, Direction::Up, operations),
                  .downStatements = {},
                  .begun = {}};
        pass(entry.id, operations);
        step.downStatements =
            compiled(entry.id, Direction::Down, recordTwice(entry, Direction::Down));
        return step;
    }

    Step down(const MigrationEntry& entry, const std::string& checksum) {
        const std::vector<Operation> operations = recordTwice(entry, Direction::Down);
        Step step{.id = entry.id,
                  .description = descriptionOf(entry),
                  .reason = {},
                  .direction = Direction::Down,
                  .checksum = checksum,
                  .operations = {},
                  .statements = compiled(entry.id, Direction::Down, operations),
                  .downStatements = {},
                  .begun = {}};
        pass(placeOf(entry.id, Direction::Down), operations);
        return step;
    }

private:
    std::vector<Statement> compiled(std::string_view id,
                                    Direction direction,
                                    const std::vector<Operation>& operations) {
        return inMigration(placeOf(id, direction),
                           [&] { return dialect_.compile(operations, schema_); });
    }

    const Dialect& dialect_;
    Schema schema_;
};

const MigrationEntry* entryOf(const MigrationSet& migrations, std::string_view id) {
    const auto found =
        std::lower_bound(migrations.begin(),
                         migrations.end(),
                         id,
                         [](const MigrationEntry& e, std::string_view i) { return e.id < i; });
    return found != migrations.end() && found->id == id ? found : nullptr;
}

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

Selection select(const MigrationSet& migrations,
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
        const std::string current = inMigration(known.id, [&] {
            return checksumOf(known.id, record(entry->make(), Direction::Up));
        });
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
    const Selection selection = select(migrations, applied, target, options);
    return selection.back != 0 || !selection.forth.empty();
}

Plan makePlan(const MigrationSet& migrations,
              const std::vector<AppliedMigration>& applied,
              const Target& target,
              const Dialect& dialect,
              const PlanOptions& options) {
    const Selection selection = select(migrations, applied, target, options);
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
    Course course{dialect};
    for (const AppliedMigration& known : applied) {
        course.pass(known.id, record(entryOf(migrations, known.id)->make(), Direction::Up));
    }
    for (std::size_t i = 0; i < selection.back; ++i) {
        const AppliedMigration& last = applied[applied.size() - 1 - i];
        plan.steps.push_back(course.down(*entryOf(migrations, last.id), last.checksum));
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
