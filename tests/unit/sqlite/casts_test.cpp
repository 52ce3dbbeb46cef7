#include <gtest/gtest.h>

#include "sqlite/casts.hpp"

namespace godwit::detail {

namespace {

using Kind = ColumnType::Kind;
using Cast = std::optional<std::string>;

ColumnType type(Kind kind) { return {.kind = kind}; }

ColumnType decimal(std::uint32_t precision, std::uint32_t scale) {
    return {.kind = Kind::Decimal, .precision = precision, .scale = scale};
}

Cast cast(const ColumnType& from, const ColumnType& to) { return sqliteCast(from, to, "v"); }

TEST(SqliteCasts, LeaveToTheTableWhatItDoesWithoutLoss) {
    EXPECT_EQ(cast(type(Kind::Integer), type(Kind::Text)), "v");
    EXPECT_EQ(cast(type(Kind::Text), type(Kind::BigInteger)), "v");
    EXPECT_EQ(cast(type(Kind::Text), type(Kind::Json)), "v");
    EXPECT_EQ(cast(type(Kind::Bytes), type(Kind::Bytes)), "v");
}

TEST(SqliteCasts, MakeBytesOfText) {
    EXPECT_EQ(cast(type(Kind::Text), type(Kind::Bytes)), "CAST(v AS BLOB)");
    EXPECT_EQ(cast(type(Kind::Bytes), type(Kind::Text)), Cast{});
    EXPECT_EQ(cast(type(Kind::Integer), type(Kind::Bytes)), Cast{});
    EXPECT_EQ(cast(type(Kind::Bytes), type(Kind::Integer)), Cast{});
}

TEST(SqliteCasts, ScaleDecimals) {
    EXPECT_EQ(cast(decimal(10, 2), decimal(12, 2)), "v");
    EXPECT_EQ(cast(decimal(10, 2), decimal(12, 5)), "v * 1000");
    EXPECT_EQ(cast(type(Kind::SmallInteger), decimal(10, 2)), "v * 100");
    EXPECT_EQ(cast(decimal(10, 4), decimal(10, 2)),
              "(v + CASE WHEN v < 0 THEN -50 ELSE 50 END) / 100");
    EXPECT_EQ(cast(decimal(10, 1), type(Kind::Integer)),
              "(v + CASE WHEN v < 0 THEN -5 ELSE 5 END) / 10");
}

TEST(SqliteCasts, AreNotThereForDecimalsThatAreText) {
    EXPECT_EQ(cast(decimal(30, 2), decimal(40, 2)), "v");
    EXPECT_EQ(cast(decimal(30, 2), type(Kind::Text)), "v");
    EXPECT_EQ(cast(decimal(30, 2), decimal(30, 3)), Cast{});
    EXPECT_EQ(cast(decimal(18, 2), decimal(19, 2)), Cast{});
    EXPECT_EQ(cast(decimal(19, 2), decimal(18, 2)), Cast{});
    EXPECT_EQ(cast(decimal(10, 2), type(Kind::Text)), Cast{});
    EXPECT_EQ(cast(type(Kind::Text), decimal(10, 2)), Cast{});
    EXPECT_EQ(cast(type(Kind::Boolean), decimal(10, 2)), Cast{});
}

TEST(SqliteDefaults, AreValuesOfTheType) {
    EXPECT_TRUE(isDefaultOf(type(Kind::Integer), NumberDefault{"-5"}));
    EXPECT_TRUE(isDefaultOf(type(Kind::Integer), TextDefault{"5"}));
    EXPECT_TRUE(isDefaultOf(type(Kind::Boolean), true));
    EXPECT_TRUE(isDefaultOf(type(Kind::Text), TextDefault{"any"}));
    EXPECT_TRUE(isDefaultOf(type(Kind::Text), NumberDefault{"0.5"}));
    EXPECT_TRUE(isDefaultOf(type(Kind::Date), NowDefault{}));
    EXPECT_TRUE(isDefaultOf(decimal(10, 2), NumberDefault{"12.5"}));
    EXPECT_TRUE(isDefaultOf(type(Kind::Bytes), ExpressionDefault{"x'00'"}));
    EXPECT_FALSE(isDefaultOf(type(Kind::Integer), NumberDefault{"0.5"}));
    EXPECT_FALSE(isDefaultOf(type(Kind::Integer), TextDefault{"five"}));
    EXPECT_FALSE(isDefaultOf(type(Kind::Integer), TextDefault{""}));
    EXPECT_FALSE(isDefaultOf(type(Kind::Text), true));
    EXPECT_FALSE(isDefaultOf(type(Kind::Integer), NowDefault{}));
    EXPECT_FALSE(isDefaultOf(decimal(10, 2), NumberDefault{"0.125"}));
    EXPECT_FALSE(isDefaultOf(decimal(10, 2), TextDefault{"cheap"}));
    EXPECT_FALSE(isDefaultOf(type(Kind::Bytes), TextDefault{"any"}));
}

TEST(SqliteExpressions, MeanTheSameWhereNothingIsScaled) {
    const Table table{.name = "t",
                      .columns = {{.name = "price", .type = decimal(10, 2)},
                                  {.name = "weight", .type = decimal(8, 3)},
                                  {.name = "long", .type = decimal(30, 0)},
                                  {.name = "pieces", .type = type(Kind::Integer)}}};
    EXPECT_TRUE(meansTheSameOnSqlite("pieces * 2", table, type(Kind::BigInteger)));
    EXPECT_TRUE(meansTheSameOnSqlite("'none'", table, type(Kind::Text)));
    EXPECT_TRUE(meansTheSameOnSqlite("price", table, decimal(12, 2)));
    EXPECT_TRUE(meansTheSameOnSqlite("0", table, decimal(12, 2)));
    EXPECT_FALSE(meansTheSameOnSqlite("1", table, decimal(12, 2)));
    EXPECT_FALSE(meansTheSameOnSqlite("'1.00'", table, decimal(12, 2)));
    EXPECT_FALSE(meansTheSameOnSqlite("weight", table, decimal(12, 2)));
    EXPECT_FALSE(meansTheSameOnSqlite("price || ' EUR'", table, type(Kind::Text)));
    EXPECT_FALSE(meansTheSameOnSqlite("long", table, type(Kind::Integer)));
}

}  // namespace

}  // namespace godwit::detail
