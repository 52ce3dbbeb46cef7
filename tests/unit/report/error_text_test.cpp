#include <gtest/gtest.h>

#include "report/error_text.hpp"
#include "unit/report/values.hpp"

namespace godwit::test {

namespace {

using detail::report::toText;

TEST(ErrorText, LaysOutOneThingALine) {
    EXPECT_EQ(toText(partlyApplied()),
              R"(error GW712: migration 20250217143000_create_orders_table stopped half-way
  where:  20250217143000_create_orders_table, create_table orders, orders.cpp:12
  sql:    CREATE TABLE orders (
            id int
          )
  server: 42S02 Table 'shop.users' doesn't exist
  state:  1 of its statements stands.
  next:   take it back by hand
)");
}

TEST(ErrorText, GivesTheWordsOfTheServerALineOfTheirOwn) {
    const DatabaseError error(ErrorCode::StatementRefused,
                              {"up failed: ERROR: no table\nLINE 1: x\n  ^\n", {}, {}},
                              {"42P01", 0, "ERROR: no table\nLINE 1: x\n  ^\n"});
    EXPECT_EQ(toText(error),
              "error GW701: up failed\n"
              "  server: 42P01 ERROR: no table\n"
              "          LINE 1: x\n"
              "            ^\n");
}

TEST(ErrorText, LeavesOutWhatIsNotKnown) {
    EXPECT_EQ(toText(UsageError(ErrorCode::BadUrl, {"the URL has no scheme", {}, {}})),
              "error GW107: the URL has no scheme\n");
}

TEST(ErrorText, ShortensAStatementOfMegabytesBetweenTwoCharacters) {
    ErrorWhere where;
    where.sql = std::string(1'999, 'x') + "ü" + std::string(5'000'000, 'y');
    const std::string text = toText(Error(ErrorCode::StatementRefused, {"no", {}, {}}, where));
    EXPECT_LT(text.size(), 3'000U);
    EXPECT_NE(text.find("x\n          ... (5000002 bytes more)\n"), std::string::npos);
}

TEST(ErrorText, LetsNoServerSteerTheTerminal) {
    const DatabaseError error(ErrorCode::StatementRefused, {"no", {}, {}}, {"", 1, "\x1b[2Jgone"});
    EXPECT_NE(toText(error).find("server: \\x1b[2Jgone\n"), std::string::npos);
}

}  // namespace

}  // namespace godwit::test
