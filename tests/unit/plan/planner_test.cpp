#include <gtest/gtest.h>

#include <godwit/plan.hpp>

#include "support/shop_migrations.hpp"
#include "unit/support/recording.hpp"

namespace godwit {
namespace {

using test::kAddTrackingNumber;
using test::kCreateOrders;
using test::kCreateUsers;
using test::messageOf;
using test::shopMigrations;

AppliedMigration applied(const char* id) {
    for (const MigrationEntry& entry : shopMigrations()) {
        if (entry.id == std::string_view{id}) {
            return {.id = id,
                    .description = {},
                    .checksum = checksumOf(id, record(entry.make(), Direction::Up)),
                    .batch = 1,
                    .startedAt = {},
                    .finishedAt = "2026-01-01 00:00:00.000000",
                    .durationMs = 0,
                    .actor = "somebody"};
        }
    }
    return {};
}

using Steps = std::vector<std::string>;

class Planner : public testing::Test {
protected:
    Plan planFor(const Target& target, PlanOptions options = {}) {
        return makePlan(migrations_, history_, target, *dialect_, options);
    }

    Steps stepsOf(const Target& target, PlanOptions options = {}) {
        Steps steps;
        for (const Step& step : planFor(target, options).steps) {
            steps.push_back((step.direction == Direction::Up ? "+" : "-") + step.id);
        }
        return steps;
    }

    void hasApplied(std::initializer_list<const char*> ids) {
        for (const char* id : ids) {
            history_.push_back(applied(id));
        }
    }

    MigrationSet migrations_ = shopMigrations();
    std::vector<AppliedMigration> history_;
    std::unique_ptr<Dialect> dialect_ = makeDialect({DatabaseKind::PostgreSQL, {17, 0, 0}});
};

std::string plus(const char* id) { return std::string("+") + id; }
std::string minus(const char* id) { return std::string("-") + id; }

TEST_F(Planner, AppliesWhatTheHistoryLacks) {
    EXPECT_EQ(stepsOf(Target::up()),
              (Steps{plus(kCreateUsers), plus(kCreateOrders), plus(kAddTrackingNumber)}));
    hasApplied({kCreateUsers});
    EXPECT_EQ(stepsOf(Target::up()), (Steps{plus(kCreateOrders), plus(kAddTrackingNumber)}));
    EXPECT_EQ(stepsOf(Target::upTo(kCreateOrders)), Steps{plus(kCreateOrders)});
    EXPECT_EQ(stepsOf(Target::upTo(kCreateUsers)), Steps{});
}

TEST_F(Planner, LeavesTheHistoryAlone) {
    hasApplied({kCreateUsers});
    const auto plan = [&] { planFor(Target::up(), {.historyTable = "orders"}); };

    EXPECT_EQ(messageOf(ErrorCode::BadArgument, plan),
              "the table orders is where godwit keeps the history of migrations");
}

TEST_F(Planner, TakesBackInTheReverseOrderOfApplication) {
    hasApplied({kCreateUsers, kCreateOrders, kAddTrackingNumber});
    EXPECT_EQ(stepsOf(Target::rollback(2)),
              (Steps{minus(kAddTrackingNumber), minus(kCreateOrders)}));
    EXPECT_EQ(stepsOf(Target::rollbackTo(kCreateOrders)), Steps{minus(kAddTrackingNumber)});
    EXPECT_EQ(stepsOf(Target::rollbackTo(kAddTrackingNumber)), Steps{});
    EXPECT_EQ(stepsOf(Target::rollbackAll()).size(), 3U);
    EXPECT_EQ(stepsOf(Target::redo()),
              (Steps{minus(kAddTrackingNumber), plus(kAddTrackingNumber)}));
}

// A run that waited for another must not take back once more what that one took back.
TEST_F(Planner, NamesWhatIsTakenBackBeforeOthersTakeItBack) {
    hasApplied({kCreateUsers, kCreateOrders, kAddTrackingNumber});
    const Target latest = byName(Target::rollback(1), history_);
    const Target redo = byName(Target::redo(), history_);
    EXPECT_EQ(stepsOf(latest), Steps{minus(kAddTrackingNumber)});
    EXPECT_EQ(stepsOf(byName(Target::rollback(3), history_)).size(), 3U);
    history_.pop_back();
    EXPECT_EQ(stepsOf(latest), Steps{});
    EXPECT_EQ(stepsOf(redo), Steps{});
}

TEST_F(Planner, RefusesToTakeBackMoreThanIsApplied) {
    hasApplied({kCreateUsers});
    EXPECT_EQ(messageOf(ErrorCode::BadArgument, [&] { planFor(Target::rollback(2)); }),
              "a rollback of 2 migrations was asked for, and 1 are applied");
}

TEST_F(Planner, HasNothingToTakeBackFromAnEmptyHistory) {
    EXPECT_EQ(stepsOf(Target::rollback(1)), Steps{});
    EXPECT_EQ(stepsOf(Target::rollbackAll()), Steps{});
    EXPECT_EQ(stepsOf(Target::redo()), Steps{});
}

TEST_F(Planner, KnowsTheSchemaThatEarlierMigrationsMade) {
    hasApplied({kCreateUsers, kCreateOrders});
    const Plan plan = planFor(Target::rollbackAll());
    ASSERT_EQ(plan.steps.size(), 2U);
    // The enum type's last user goes, so the type goes.
    EXPECT_EQ(plan.steps[0].statements.back().sql, R"(DROP TYPE "order_status")");
}

TEST_F(Planner, CompilesTheWayBackOnTheWayUp) {
    const Plan plan = planFor(Target::upTo(kCreateOrders));
    const Step& orders = plan.steps.at(1);
    ASSERT_FALSE(orders.downStatements.empty());
    EXPECT_EQ(orders.downStatements.front().sql, R"(DROP TABLE "orders")");
    EXPECT_EQ(orders.description, "create orders table");
    EXPECT_EQ(plan.steps.at(0).description, "who buys, with 'quotes' and \\");
}

TEST_F(Planner, RefusesTargetsThatAreNotThere) {
    EXPECT_EQ(messageOf(ErrorCode::UnknownTarget, [&] { planFor(Target::upTo("2026_x")); }),
              "there is no migration 2026_x");
    EXPECT_EQ(
        messageOf(ErrorCode::UnknownTarget, [&] { planFor(Target::rollbackTo(kCreateUsers)); }),
        std::string("migration ") + kCreateUsers + " is not applied");
}

TEST_F(Planner, RefusesAHistoryItDoesNotKnow) {
    history_.push_back({.id = "20200101000000_old", .description = {}, .checksum = "gw1:00"});
    messageOf(ErrorCode::UnknownMigrationInHistory, [&] { planFor(Target::up()); });
}

TEST_F(Planner, RefusesAModifiedMigration) {
    hasApplied({kCreateUsers});
    history_.back().checksum = "gw1:00";
    const std::string message =
        messageOf(ErrorCode::MigrationModified, [&] { planFor(Target::up()); });
    EXPECT_TRUE(
        message.starts_with(std::string("Migration ") + kCreateUsers +
                            " was modified after being applied. Create a new migration instead."))
        << message;
}

TEST_F(Planner, RefusesAnOlderPendingMigrationUnlessAllowed) {
    hasApplied({kCreateUsers, kAddTrackingNumber});
    messageOf(ErrorCode::MigrationsOutOfOrderInHistory, [&] { planFor(Target::up()); });
    EXPECT_EQ(stepsOf(Target::rollback(1)), Steps{minus(kAddTrackingNumber)});
}

class CreatePeople : public Migration {
public:
    void up(SchemaBuilder& schema) const override {
        schema.createTable("people", [](Table& t) { t.id(); });
    }
    void down(SchemaBuilder& schema) const override { schema.dropTable("people"); }
};

TEST_F(Planner, AllowsAnOlderPendingMigrationWhenTold) {
    migrations_ = MigrationSet{};
    migrations_.add<CreatePeople>("20200101000000_people").add<test::CreateUsers>(kCreateUsers);
    hasApplied({kCreateUsers});
    EXPECT_EQ(stepsOf(Target::up(), {.allowOutOfOrder = true}), Steps{"+20200101000000_people"});
}

class Whimsical : public Migration {
public:
    void up(SchemaBuilder& schema) const override {
        static int calls = 0;
        schema.createTable(name("t" + std::to_string(++calls)), [](Table& t) { t.id(); });
    }
    void down(SchemaBuilder&) const override {}
};

TEST_F(Planner, RefusesAMigrationThatDiffersWhenBuiltTwice) {
    migrations_ = MigrationSet{}.add<Whimsical>("20260101000000_whim");
    EXPECT_EQ(
        messageOf(ErrorCode::NotDeterministic, [&] { planFor(Target::up()); }),
        "migration 20260101000000_whim gives other operations when it is built a second time");
}

class BadDown : public Migration {
public:
    void up(SchemaBuilder& schema) const override {
        schema.createTable("a", [](Table& t) { t.id(); });
    }
    void down(SchemaBuilder& schema) const override {
        schema.alterTable("a", [](Alter& t) { t.dropColumn("colour"); });
    }
};

TEST_F(Planner, NamesTheMigrationAndTheDirectionThatMakeNoSense) {
    migrations_ = MigrationSet{}.add<BadDown>("20260101000000_a");
    try {
        planFor(Target::up());
        ADD_FAILURE() << "nothing was thrown";
    } catch (const UsageError& error) {
        EXPECT_EQ(error.code(), ErrorCode::UnknownColumn);
        EXPECT_EQ(error.where().migration, "20260101000000_a down()");
        EXPECT_EQ(error.where().operation, "drop_column a.colour");
        EXPECT_TRUE(std::string_view{error.where().line.file}.ends_with("planner_test.cpp"));
    }
}

}  // namespace
}  // namespace godwit
