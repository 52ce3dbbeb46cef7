#include <gtest/gtest.h>

#include <godwit/plan.hpp>

#include "support/shop_migrations.hpp"
#include "unit/support/recording.hpp"

namespace godwit {
namespace {

using test::kCreateOrders;
using test::kCreateUsers;
using test::messageOf;
using test::shopMigrations;

class Unfinished : public testing::Test {
protected:
    // The history after the first `count` migrations.
    std::vector<AppliedMigration> applied(std::size_t count) {
        std::vector<AppliedMigration> out;
        for (std::size_t i = 0; i < count; ++i) {
            const MigrationEntry& entry = *(migrations_.begin() + static_cast<std::ptrdiff_t>(i));
            out.push_back({.id = entry.id,
                           .checksum = checksumOf(entry.id, record(entry.make(), Direction::Up))});
        }
        return out;
    }

    // The first step to `target`, interrupted after `done` statements.
    UnfinishedMigration interrupted(std::size_t count, const Target& target, std::size_t done) {
        const Step step = makePlan(migrations_, applied(count), target, *dialect_).steps.at(0);
        UnfinishedMigration unfinished{.id = step.id,
                                       .direction = step.direction,
                                       .checksum = step.checksum,
                                       .done = done,
                                       .statements = step.statements.size(),
                                       .startedAt = "2026-01-01 00:00:00.000000",
                                       .actor = "somebody",
                                       .table = "godwit_history_progress"};
        for (std::size_t i = 0; i < done; ++i) {
            unfinished.standing.push_back(step.statements[i].sql);
        }
        return unfinished;
    }

    Plan planWith(std::size_t count, const Target& target, const UnfinishedMigration& unfinished) {
        return makePlan(migrations_,
                        applied(count),
                        target,
                        *dialect_,
                        {.allowOutOfOrder = false, .unfinished = unfinished});
    }

    std::string refusal(std::size_t count,
                        const Target& target,
                        const UnfinishedMigration& unfinished) {
        return messageOf(ErrorCode::MigrationHalfWay, [&] { planWith(count, target, unfinished); });
    }

    MigrationSet migrations_ = shopMigrations();
    std::unique_ptr<Dialect> dialect_ = makeDialect({DatabaseKind::PostgreSQL, {17, 0, 0}});
};

TEST_F(Unfinished, IsGoneOnWithByTheFirstStep) {
    UnfinishedMigration half = interrupted(1, Target::up(), 2);
    half.position = "17";
    const Plan plan = planWith(1, Target::up(), half);
    ASSERT_EQ(plan.steps.size(), 2U);
    EXPECT_EQ(plan.steps[0].begun, (StepProgress{.done = 2, .position = "17"}));
    EXPECT_FALSE(plan.steps[1].begun);
    EXPECT_TRUE(planWith(1, Target::upTo(kCreateOrders), half).steps[0].begun);
}

TEST_F(Unfinished, IsGoneOnWithWhenTheWayBackWasInterrupted) {
    const UnfinishedMigration half = interrupted(3, Target::rollback(1), 1);
    for (const Target& target : {Target::rollback(1),
                                 Target::rollback(2),
                                 Target::rollbackAll(),
                                 Target::rollbackTo(kCreateOrders),
                                 Target::redo()}) {
        EXPECT_TRUE(planWith(3, target, half).steps[0].begun);
    }
}

TEST_F(Unfinished, IsNotPassedOver) {
    const UnfinishedMigration up = interrupted(1, Target::up(), 1);
    for (const Target& target :
         {Target::rollback(1), Target::rollbackAll(), Target::redo(), Target::upTo(kCreateUsers)}) {
        EXPECT_EQ(refusal(1, target, up),
                  "migration 20250217143000_create_orders_table is half-way up since 2026-01-01 "
                  "00:00:00.000000 UTC (begun by somebody), and something else was asked for than "
                  "to go on with it");
    }
    const UnfinishedMigration down = interrupted(3, Target::rollback(1), 1);
    EXPECT_EQ(refusal(3, Target::up(), down),
              "migration 20250303091500_add_tracking_number is half-way down since 2026-01-01 "
              "00:00:00.000000 UTC (begun by somebody), and something else was asked for than to "
              "go on with its rollback");
}

TEST_F(Unfinished, IsRefusedWhenItWasEdited) {
    UnfinishedMigration half = interrupted(1, Target::up(), 1);
    half.checksum = "gw1:other";
    EXPECT_NE(refusal(1, Target::up(), half).find("was modified since then (begun gw1:other, now "),
              std::string::npos);
}

// The checksum is of what a migration does: another godwit may write other SQL for it, and of a
// rollback it says nothing.
TEST_F(Unfinished, IsRefusedWhenWhatStandsIsNotWhatWouldRun) {
    UnfinishedMigration half = interrupted(1, Target::up(), 2);
    half.standing[1] += " ";
    EXPECT_NE(refusal(1, Target::up(), half).find("its statement 2 would be another one now"),
              std::string::npos);
    UnfinishedMigration longer = interrupted(1, Target::up(), 2);
    longer.done = 100;
    longer.standing.resize(100);
    EXPECT_NE(refusal(1, Target::up(), longer).find("would be another one now"), std::string::npos);
}

TEST_F(Unfinished, MayHaveOtherStatementsWhereNothingStands) {
    UnfinishedMigration half = interrupted(1, Target::up(), 1);
    half.statements = 1;
    EXPECT_TRUE(planWith(1, Target::up(), half).steps[0].begun);
}

TEST_F(Unfinished, SaysThatThisProgramLacksIt) {
    UnfinishedMigration half = interrupted(1, Target::up(), 1);
    half.id = "20990101000000_from_the_future";
    EXPECT_NE(refusal(1, Target::up(), half).find("and this program does not have it"),
              std::string::npos);
}

TEST_F(Unfinished, ListsWhatStandsByTheFirstLines) {
    const UnfinishedMigration half = interrupted(1, Target::up(), 2);
    try {
        planWith(1, Target::rollback(1), half);
        ADD_FAILURE() << "nothing was thrown";
    } catch (const HistoryError& error) {
        EXPECT_EQ(error.state(),
                  "This run has changed nothing. 2 of 3 statements of "
                  "20250217143000_create_orders_table stand:\n"
                  "  1. CREATE TYPE \"order_status\" AS ENUM ('pending', 'paid', 'shipped', "
                  "'cancelled')\n"
                  "  2. CREATE TABLE \"orders\" (");
        EXPECT_EQ(error.hint(),
                  "finish it first: start `up`; or take back by hand what stands, drop the table "
                  "godwit_history_progress and start anew (docs/reference/history.md)");
    }
}

}  // namespace
}  // namespace godwit
