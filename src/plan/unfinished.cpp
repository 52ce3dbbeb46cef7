#include "plan/unfinished.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include <godwit/error.hpp>

namespace godwit::detail {

namespace {

std::string_view wayOf(const UnfinishedMigration& unfinished) {
    return unfinished.direction == Direction::Up ? "up" : "down";
}

std::string stateOf(const UnfinishedMigration& unfinished) {
    std::string state = fmt::format("This run has changed nothing. {} of {} statements of {} stand",
                                    unfinished.done,
                                    unfinished.statements,
                                    unfinished.id);
    state += unfinished.standing.empty() ? "." : ":";
    for (std::size_t i = 0; i < unfinished.standing.size(); ++i) {
        const std::string& sql = unfinished.standing[i];
        state += fmt::format("\n  {}. {}", i + 1, sql.substr(0, sql.find('\n')));
    }
    return state;
}

[[noreturn]] void refuse(const UnfinishedMigration& unfinished,
                         const std::string& problem,
                         const std::string& way) {
    throw HistoryError(
        ErrorCode::MigrationHalfWay,
        {fmt::format("migration {} is half-way {} since {} UTC (begun by {}), {}",
                     unfinished.id,
                     wayOf(unfinished),
                     unfinished.startedAt,
                     unfinished.actor,
                     problem),
         stateOf(unfinished),
         fmt::format("{}; or take back by hand what stands, drop the table {} and start anew "
                     "(docs/reference/history.md)",
                     way,
                     unfinished.table)},
        {.migration = unfinished.id, .operation = {}, .sql = {}, .line = {}});
}

[[noreturn]] void refuseOtherWork(const UnfinishedMigration& unfinished,
                                  const MigrationSet& migrations) {
    const bool known =
        std::any_of(migrations.begin(), migrations.end(), [&unfinished](const auto& entry) {
            return entry.id == unfinished.id;
        });
    if (!known) {
        refuse(unfinished,
               "and this program does not have it",
               "run the program that has it, to finish it");
    }
    if (unfinished.direction == Direction::Up) {
        refuse(unfinished,
               "and something else was asked for than to go on with it",
               "finish it first: start `up`");
    }
    refuse(unfinished,
           "and something else was asked for than to go on with its rollback",
           "finish that first: start `rollback`");
}

// The first statement that stands and is another one now, or the number of those that stand.
std::size_t firstDifference(const Step& step, const UnfinishedMigration& unfinished) {
    std::size_t i = 0;
    while (i < unfinished.done && i < step.statements.size() && i < unfinished.standing.size() &&
           step.statements[i].sql == unfinished.standing[i]) {
        ++i;
    }
    return i;
}

}  // namespace

void goOn(Plan& plan, const UnfinishedMigration& unfinished, const MigrationSet& migrations) {
    if (plan.steps.empty() || plan.steps.front().id != unfinished.id ||
        plan.steps.front().direction != unfinished.direction) {
        refuseOtherWork(unfinished, migrations);
    }
    Step& step = plan.steps.front();
    if (step.checksum != unfinished.checksum) {
        refuse(unfinished,
               fmt::format("and was modified since then (begun {}, now {})",
                           unfinished.checksum,
                           step.checksum),
               "restore the file as it was and start again, to finish it");
    }
    const std::size_t same = firstDifference(step, unfinished);
    if (same < unfinished.done) {
        refuse(unfinished,
               fmt::format("and its statement {} would be another one now", same + 1),
               "finish it with the program and the version of godwit that began it");
    }
    step.begun = StepProgress{.done = unfinished.done, .position = unfinished.position};
}

}  // namespace godwit::detail
