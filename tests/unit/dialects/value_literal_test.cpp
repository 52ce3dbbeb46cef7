#include <cmath>

#include <gtest/gtest.h>

#include <godwit/dialect.hpp>
#include <godwit/error.hpp>

#include "golden/golden.hpp"

namespace godwit::test {

namespace {

std::string literalOf(DatabaseKind kind, const Value& value) {
    return makeDialect(serverOf({}, kind))->valueLiteral(value);
}

ErrorCode refusalOf(DatabaseKind kind, const Value& value) {
    try {
        literalOf(kind, value);
        return ErrorCode::Internal;
    } catch (const UsageError& error) {
        return error.code();
    }
}

TEST(ValueLiteral, ReadsAlikeOnEveryDatabase) {
    for (const DatabaseKind kind : {DatabaseKind::PostgreSQL,
                                    DatabaseKind::MySQL,
                                    DatabaseKind::MariaDB,
                                    DatabaseKind::SQLite}) {
        EXPECT_EQ(literalOf(kind, null), "NULL");
        EXPECT_EQ(literalOf(kind, 42), "42");
        EXPECT_EQ(literalOf(kind, INT64_MIN), "-9223372036854775808");
        EXPECT_EQ(literalOf(kind, 1.0), "1.0");
        EXPECT_EQ(literalOf(kind, 0.1), "0.1");
        EXPECT_EQ(literalOf(kind, "it's ?"), "'it''s ?'");
        EXPECT_EQ(literalOf(kind, ""), "''");
    }
}

TEST(ValueLiteral, IsWrittenInTheWordsOfTheServer) {
    EXPECT_EQ(literalOf(DatabaseKind::PostgreSQL, true), "true");
    EXPECT_EQ(literalOf(DatabaseKind::MySQL, false), "false");
    EXPECT_EQ(literalOf(DatabaseKind::SQLite, true), "1");
    EXPECT_EQ(literalOf(DatabaseKind::PostgreSQL, blob("\x00\xff")), "decode('00ff', 'hex')");
    EXPECT_EQ(literalOf(DatabaseKind::MariaDB, blob("\x00\xff")), "x'00ff'");
    EXPECT_EQ(literalOf(DatabaseKind::SQLite, Bytes{}), "x''");
    EXPECT_EQ(literalOf(DatabaseKind::PostgreSQL, "a\\b"), "E'a\\\\b'");
    EXPECT_EQ(literalOf(DatabaseKind::MySQL, "a\\b"), "'a\\\\b'");
    EXPECT_EQ(literalOf(DatabaseKind::SQLite, "a\\b"), "'a\\b'");
    EXPECT_EQ(literalOf(DatabaseKind::MySQL, UINT64_MAX), "18446744073709551615");
}

TEST(ValueLiteral, IsRefusedForWhatCannotBeHeld) {
    EXPECT_EQ(refusalOf(DatabaseKind::PostgreSQL, "\xff"), ErrorCode::TextNotUtf8);
    EXPECT_EQ(refusalOf(DatabaseKind::MySQL, std::string(1, '\0')), ErrorCode::TextNotUtf8);
    EXPECT_EQ(refusalOf(DatabaseKind::MariaDB, std::nan("")), ErrorCode::BadArgument);
    EXPECT_EQ(refusalOf(DatabaseKind::SQLite, UINT64_MAX), ErrorCode::BadArgument);
}

}  // namespace

}  // namespace godwit::test
