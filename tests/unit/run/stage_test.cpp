#include "run/stage.hpp"

#include <functional>
#include <optional>

#include <gtest/gtest.h>

// What a failure says that it has left behind.

namespace godwit::detail {
namespace {

Statement statement(std::string operation) {
    return {.sql = "SQL of " + operation, .operation = std::move(operation), .line = {"a.cpp", 3}};
}

class StageFailure : public testing::Test {
protected:
    StageFailure() {
        step_.id = "20250401000000_in_parts";
        step_.statements = {statement("one"), statement("two"), statement("three")};
    }

    // Of the statements from `first` on.
    Stage stage(std::size_t first, bool transaction, bool resumable = true) {
        return {.step = step_,
                .segment = {first, step_.statements.size() - first, transaction},
                .only = false,
                .resumable = resumable};
    }

    static DatabaseError refused(ErrorCode code = ErrorCode::StatementRefused) {
        return {code, {"no", {}, {}}, {"42P01", 0, "not there"}};
    }

    static MigrationFailed thrownBy(const std::function<void()>& fail) {
        try {
            fail();
        } catch (const MigrationFailed& error) {
            return error;
        }
        ADD_FAILURE() << "nothing was thrown";
        return {ErrorCode::Internal, {"nothing", {}, {}}, {}, {}, {}};
    }

    Step step_;
    std::unique_ptr<Dialect> postgresql_ = makeDialect({DatabaseKind::PostgreSQL, {17, 0, 0}});
    std::unique_ptr<Dialect> mysql_ = makeDialect({DatabaseKind::MySQL, {9, 7, 0}});
};

TEST_F(StageFailure, OfTheFirstTransactionLeavesNothing) {
    const MigrationFailed error =
        thrownBy([&] { failTogether(stage(0, true), *postgresql_, refused(), 1); });
    EXPECT_EQ(error.code(), ErrorCode::MigrationRolledBack);
    EXPECT_EQ(error.message(),
              "up of migration 20250401000000_in_parts failed at statement 2 of 3: not there");
    EXPECT_EQ(error.state(), "Nothing of the up is left in the database.");
    EXPECT_TRUE(error.progress().rolledBack);
    EXPECT_EQ(error.where().operation, "two");
}

TEST_F(StageFailure, OfALaterTransactionLeavesThoseBefore) {
    const MigrationFailed error =
        thrownBy([&] { failTogether(stage(1, true), *postgresql_, refused(), 2); });
    EXPECT_EQ(error.code(), ErrorCode::MigrationPartlyApplied);
    EXPECT_EQ(error.state(),
              "1 of 3 statements stand, and the history does not hold the migration.\n  1. one");
    EXPECT_EQ(
        error.hint(),
        "see to what the server says, and start again: the next start goes on at statement 2; "
        "to give the migration up instead, take back by hand what stands and say so "
        "(docs/reference/history.md)");
    EXPECT_EQ(error.progress().standing, std::vector<std::string>{"SQL of one"});
    EXPECT_FALSE(error.progress().rolledBack);
    EXPECT_EQ(error.where().operation, "three");
}

TEST_F(StageFailure, OfACauseThatPassesSaysOnlyToStartAgain) {
    const MigrationFailed error = thrownBy([&] {
        failTogether(stage(1, true),
                     *postgresql_,
                     refused(ErrorCode::ConnectionLost),
                     kNoStatement);
    });
    EXPECT_TRUE(error.hint().starts_with(
        "start again, with a new connection: the next start goes on at statement 2"))
        << error.hint();
    EXPECT_EQ(error.where().operation, "");
}

TEST_F(StageFailure, OutsideOfTransactionsSaysWhatTheStatementMayHaveLeft) {
    step_.statements[1].atomic = false;
    const MigrationFailed broken =
        thrownBy([&] { failAlone(stage(1, false), *postgresql_, refused(), 1); });
    EXPECT_EQ(
        broken.state(),
        "1 of 3 statements stand, and the history does not hold the migration. What statement "
        "2 did before it failed may stand too.\n  1. one");
    EXPECT_NE(broken.hint().find("take back by hand first what statement 2 may have left"),
              std::string::npos);
    const MigrationFailed lost = thrownBy(
        [&] { failAlone(stage(1, false), *postgresql_, refused(ErrorCode::ConnectionLost), 1); });
    EXPECT_NE(lost.state().find(" Whether statement 2 ran is not known."), std::string::npos);
}

TEST_F(StageFailure, LeavesTheRestToAStatementThatLooksAfterItself) {
    step_.statements[1].atomic = false;
    step_.statements[1].retry.clear = "DROP INDEX CONCURRENTLY IF EXISTS i";
    const MigrationFailed error =
        thrownBy([&] { failAlone(stage(1, false), *postgresql_, refused(), 1); });
    EXPECT_EQ(error.hint().find("by hand first"), std::string::npos) << error.hint();
}

TEST_F(StageFailure, OfTheNoteSaysThatTheStatementRan) {
    const MigrationFailed error =
        thrownBy([&] { failAlone(stage(2, false), *mysql_, refused(), 3); });
    EXPECT_EQ(
        error.state(),
        "3 of 3 statements stand, and the history does not hold the migration. That statement "
        "3 ran could not be written down.\n  1. one\n  2. two\n  3. three");
    EXPECT_EQ(
        error.hint(),
        "see to what the server says, and start again; the next start runs statement 3 again: "
        "take it back by hand first");
    step_.statements[2].retry.doneIf = "SELECT 1";
    EXPECT_EQ(
        thrownBy([&] { failAlone(stage(2, false), *mysql_, refused(), 3); }).hint(),
        "see to what the server says, and start again: the next start finds that statement done, "
        "and goes on");
}

TEST_F(StageFailure, OfLooseCallsIsNeverGoneOnWith) {
    step_.id.clear();
    const MigrationFailed error =
        thrownBy([&] { failTogether(stage(1, true, false), *postgresql_, refused(), 2); });
    EXPECT_EQ(error.message(), "godwit::apply failed at statement 3 of 3: not there");
    EXPECT_TRUE(error.state().starts_with("1 of 3 statements stand")) << error.state();
    EXPECT_TRUE(error.hint().starts_with("take back by hand what stands")) << error.hint();
}

TEST_F(StageFailure, DuringACommitSaysWhatStandsForCertain) {
    const MigrationFailed some =
        thrownBy([&] { failInDoubt(stage(1, true), refused(ErrorCode::ConnectionLost)); });
    EXPECT_EQ(some.code(), ErrorCode::ConnectionLost);
    EXPECT_EQ(some.state(),
              "1 of 3 statements stand; the others up to statement 3 stand all together or not at "
              "all.\n  1. one");
    Stage only = stage(0, true, false);
    only.only = true;
    EXPECT_EQ(thrownBy([&] { failInDoubt(only, refused(ErrorCode::ConnectionLost)); }).state(),
              "Either all of it stands, together with its history row, or nothing.");
}

TEST_F(StageFailure, NamesTheConditionWhenThatFailed) {
    step_.statements[1].onlyIf = "SELECT 1 FROM gone";
    ErrorWhere where;
    where.sql = "SELECT 1 FROM gone";
    const DatabaseError error{ErrorCode::TableNotFound, {"no", {}, {}}, {"", 0, "gone"}, where};
    const MigrationFailed failed =
        thrownBy([&] { failTogether(stage(0, true), *postgresql_, error, 1); });
    EXPECT_NE(failed.message().find("at the condition of statement 2 of 3"), std::string::npos);
    EXPECT_EQ(failed.where().sql, "SELECT 1 FROM gone");
}

}  // namespace
}  // namespace godwit::detail
