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

TEST(SqliteCasts, GiveEachKindOfMomentItsForm) {
    const ColumnType seconds{.kind = Kind::Timestamp};
    const ColumnType instant{.kind = Kind::TimestampTz, .precision = 3};
    EXPECT_EQ(cast(type(Kind::Date), seconds), "substr(v, 1, 10) || ' ' || '00:00:00'");
    EXPECT_EQ(cast(seconds, type(Kind::Date)), "substr(v, 1, 10)");
    EXPECT_EQ(cast(seconds, type(Kind::Time)), "rtrim(substr(v, 12), 'Z')");
    EXPECT_EQ(cast(instant, {.kind = Kind::Timestamp, .precision = 6}),
              "substr(v, 1, 10) || ' ' || rtrim(substr(v, 12), 'Z')");
    EXPECT_EQ(cast(seconds, instant),
              "substr(v, 1, 10) || 'T' || rtrim(substr(v, 12), 'Z') || '.000' || 'Z'");
    EXPECT_EQ(cast(instant, instant), "v");
    EXPECT_EQ(cast(instant, type(Kind::Text)), "v");
}

TEST(SqliteCasts, AreNotThereForMomentsThatWouldBeGuessed) {
    EXPECT_EQ(cast({.kind = Kind::TimestampTz, .precision = 6},
                   {.kind = Kind::TimestampTz, .precision = 4}),
              Cast{});
    EXPECT_EQ(cast(type(Kind::Text), type(Kind::Date)), Cast{});
    EXPECT_EQ(cast(type(Kind::Integer), type(Kind::Date)), Cast{});
    EXPECT_EQ(cast(type(Kind::Date), type(Kind::Integer)), Cast{});
    EXPECT_EQ(cast(type(Kind::Time), type(Kind::Timestamp)), Cast{});
    EXPECT_EQ(cast(type(Kind::Date), type(Kind::Time)), Cast{});
}

TEST(SqliteCasts, TakeEveryNumberButZeroForTrue) {
    EXPECT_EQ(cast(type(Kind::Integer), type(Kind::Boolean)), "v <> 0");
    EXPECT_EQ(cast(type(Kind::Real), type(Kind::Boolean)), "v <> 0");
    EXPECT_EQ(cast(decimal(10, 2), type(Kind::Boolean)), "v <> 0");
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
