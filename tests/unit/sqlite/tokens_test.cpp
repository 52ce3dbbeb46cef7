#include <gtest/gtest.h>

#include "sqlite/tokens.hpp"

namespace godwit::detail {

namespace {

std::vector<std::string> rawTokens(std::string_view sql) {
    std::vector<std::string> out;
    for (const SqliteToken& token : sqliteTokens(sql)) {
        out.emplace_back(token.raw);
    }
    return out;
}

using Texts = std::vector<std::string>;

TEST(SqliteTokens, KeepQuotedThingsWhole) {
    EXPECT_EQ(rawTokens(R"("a ""b" 'c''d' `e``f` [g "h] x'0f')"),
              (Texts{R"("a ""b")", "'c''d'", "`e``f`", R"([g "h])", "x'0f'"}));
}

TEST(SqliteTokens, KeepCommentsWhole) {
    EXPECT_EQ(rawTokens("a -- b, c\nd /* e ' */ f /* open"),
              (Texts{"a", "-- b, c", "d", "/* e ' */", "f", "/* open"}));
}

TEST(SqliteTokens, KeepNumbersWhole) {
    EXPECT_EQ(rawTokens("1.5e-3+.5-0x1F"), (Texts{"1.5e-3", "+", ".5", "-", "0x1F"}));
}

TEST(SqliteTokens, TakeLettersAboveAsciiForNames) {
    EXPECT_EQ(rawTokens("größe>1"), (Texts{"größe", ">", "1"}));
}

TEST(SqliteTokens, EndWithTheTextWhenAQuoteStaysOpen) {
    EXPECT_EQ(rawTokens("a 'b"), (Texts{"a", "'b"}));
    EXPECT_EQ(rawTokens("a \"b"), (Texts{"a", "\"b"}));
    EXPECT_EQ(rawTokens("\""), (Texts{"\""}));
}

TEST(NormalText, IsTheSameForWhatSqliteTakesForTheSame) {
    EXPECT_EQ(normalText("CHECK ( \"Age\">0 /* years */ )"), normalText("check(age > 0)"));
    EXPECT_EQ(normalText("[a]"), normalText("`A`"));
}

TEST(NormalText, KeepsTextsAsTheyAre) {
    EXPECT_NE(normalText("DEFAULT 'A'"), normalText("DEFAULT 'a'"));
    EXPECT_NE(normalText("DEFAULT 'a'"), normalText("DEFAULT a"));
}

TEST(NamesColumn, FindsBareAndQuotedNames) {
    EXPECT_TRUE(namesColumn("CHECK (Total > 0)", "total"));
    EXPECT_TRUE(namesColumn("CHECK (\"total\" > 0)", "total"));
}

TEST(NamesColumn, PassesOverFunctionsTextsAndOtherTables) {
    EXPECT_FALSE(namesColumn("CHECK (total(1) > 0)", "total"));
    EXPECT_FALSE(namesColumn("CHECK (x <> 'total')", "total"));
    EXPECT_FALSE(namesColumn("FOREIGN KEY (x) REFERENCES total (id, total)", "total"));
    EXPECT_FALSE(namesColumn("CHECK (totals > 0)", "total"));
    EXPECT_TRUE(namesColumn("x REFERENCES y (z) CHECK (total > 0)", "total"));
}

TEST(HoldsDoubleQuoted, FindsWhatMayBecomeAText) {
    EXPECT_TRUE(holdsDoubleQuoted("SELECT \"Total\" FROM t", "total"));
    EXPECT_FALSE(holdsDoubleQuoted("SELECT total, `total`, 'total' FROM t", "total"));
}

}  // namespace

}  // namespace godwit::detail
