#include <gtest/gtest.h>

#include <godwit/plan.hpp>

namespace godwit::test {

namespace {

Statement plain() { return {.sql = "CREATE TABLE t (id int)", .operation = "create_table t"}; }

Statement outside() {
    Statement statement = plain();
    statement.outsideTransaction = true;
    return statement;
}

Statement committedAfter() {
    Statement statement = plain();
    statement.commitAfter = true;
    return statement;
}

Statement rows() {
    Statement statement = plain();
    statement.rowsOnly = true;
    return statement;
}

using Segments = std::vector<Segment>;

Segments cut(std::vector<Statement> statements, bool transactionalDdl = true) {
    Step step;
    step.statements = std::move(statements);
    return segmentsOf(step, transactionalDdl);
}

constexpr bool kNoTransactionalDdl = false;

TEST(Segments, AreOneTransactionWhenNothingHasToBeCommittedBetween) {
    EXPECT_EQ(cut({plain(), plain(), rows()}), (Segments{{0, 3, true}}));
    EXPECT_EQ(cut({}), (Segments{{0, 0, true}}));
}

TEST(Segments, PutAStatementThatRefusesTransactionsBetweenTwo) {
    EXPECT_EQ(cut({plain(), plain(), outside(), plain()}),
              (Segments{{0, 2, true}, {2, 1, false}, {3, 1, true}}));
    EXPECT_EQ(cut({plain(), outside(), outside(), plain()}),
              (Segments{{0, 1, true}, {1, 1, false}, {2, 1, false}, {3, 1, true}}));
}

TEST(Segments, BeginAndEndWithATransactionThatWritesThingsDown) {
    EXPECT_EQ(cut({outside()}), (Segments{{0, 0, true}, {0, 1, false}, {1, 0, true}}));
}

TEST(Segments, EndBehindWhatOthersNeedCommitted) {
    EXPECT_EQ(cut({plain(), committedAfter(), plain()}), (Segments{{0, 2, true}, {2, 1, true}}));
    EXPECT_EQ(cut({plain(), committedAfter()}), (Segments{{0, 2, true}}));
}

TEST(Segments, AreOneWithoutATransactionWhereDdlCommitsByItself) {
    EXPECT_EQ(cut({plain(), committedAfter(), plain()}, kNoTransactionalDdl),
              (Segments{{0, 3, false}}));
}

TEST(Segments, AreManyWhereDdlCommitsByItselfAndRowsMustNotBeChangedTwice) {
    EXPECT_EQ(cut({plain(), rows(), rows(), plain()}, kNoTransactionalDdl),
              (Segments{{0, 0, true}, {0, 1, false}, {1, 2, true}, {3, 1, false}, {4, 0, true}}));
    EXPECT_EQ(cut({rows(), rows()}, kNoTransactionalDdl), (Segments{{0, 2, true}}));
}

TEST(Segments, HoldEveryStatementOnce) {
    const std::vector<Statement> kinds = {plain(), outside(), committedAfter(), rows()};
    // Every order of four kinds in five places, on both sorts of servers.
    for (std::size_t n = 0; n < 4 * 4 * 4 * 4 * 4; ++n) {
        std::vector<Statement> statements;
        for (std::size_t rest = n, i = 0; i < 5; ++i, rest /= 4) {
            statements.push_back(kinds[rest % 4]);
        }
        for (const bool transactionalDdl : {true, false}) {
            std::size_t next = 0;
            for (const Segment& segment : cut(statements, transactionalDdl)) {
                EXPECT_EQ(segment.first, next);
                next += segment.count;
            }
            EXPECT_EQ(next, statements.size());
        }
    }
}

}  // namespace

}  // namespace godwit::test
