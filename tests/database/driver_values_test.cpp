// Values that are bound to placeholders: what goes in comes out, whatever it holds and however the
// session reads texts, and what cannot be bound is refused before anything is sent.

#include <cfloat>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include <fmt/format.h>

#include <godwit/connect.hpp>
#include <godwit/dialect.hpp>

#include "database/support/canary_account.hpp"
#include "database/support/scratch_database.hpp"

namespace godwit::test {

namespace {

using testing::HasSubstr;

// What `action` throws; fails the test when it throws no UsageError.
template <class Action>
UsageError misuseOf(const Action& action) {
    try {
        action();
    } catch (const UsageError& error) {
        return error;
    }
    return UsageError(ErrorCode::Internal, {"nothing was thrown", "", ""});
}

const std::vector<std::string>& oddTexts() {
    static const std::vector<std::string> kTexts{
        "",
        " ",
        "'",
        "''; DROP TABLE odd; --",
        "\"",
        "`",
        "\\",
        "\\'",
        "ends with \\",
        ":name",
        "?",
        "??",
        "$1",
        "$$",
        "$tag$ body $tag$",
        "%",
        "%s %d {}",
        "@user",
        "-- no comment\n",
        "/* no comment */",
        "line\nbreak\r\n\ttab",
        "NULL",
        "true",
        "\x01\x1a\x7f",
        "\xc3\xa9\xe2\x82\xac \xf0\x9f\x90\xa7",
        std::string(1'048'576, 'x') + "'\\?\xf0\x9f\x90\xa7",
    };
    return kTexts;
}

class BoundValues : public testing::Test {
protected:
    BoundValues() {
        const bool mysql = runningOn(DatabaseKind::MySQL) || runningOn(DatabaseKind::MariaDB);
        const bool postgresql = runningOn(DatabaseKind::PostgreSQL);
        connection_.execute(
            fmt::format("CREATE TABLE odd (id INTEGER PRIMARY KEY, t {}, b {}, "
                        "n BIGINT, f {}, yes {})",
                        mysql ? "LONGTEXT" : "TEXT",
                        mysql        ? "LONGBLOB"
                        : postgresql ? "BYTEA"
                                     : "BLOB",
                        postgresql ? "DOUBLE PRECISION"
                        : mysql    ? "DOUBLE"
                                   : "REAL",
                        postgresql ? "BOOLEAN" : "SMALLINT"));
    }

    void carriesOddTexts() {
        connection_.execute("DELETE FROM odd");
        for (std::size_t i = 0; i < oddTexts().size(); ++i) {
            connection_.execute("INSERT INTO odd (id, t) VALUES (?, ?)", {i, oddTexts()[i]});
        }
        const Rows rows = connection_.query("SELECT t FROM odd WHERE id >= ? ORDER BY id", {0});
        ASSERT_EQ(rows.size(), oddTexts().size());
        for (std::size_t i = 0; i < oddTexts().size(); ++i) {
            EXPECT_TRUE(rows[i][0] == oddTexts()[i]) << "text " << i;
            EXPECT_EQ(value("SELECT count(*) FROM odd WHERE id = ? AND t = ?", {i, oddTexts()[i]}),
                      "1");
        }
    }

    std::string value(std::string_view sql, const std::vector<Value>& values) {
        return onlyValue(connection_.query(sql, values));
    }

    ScratchDatabase database_;
    Connection connection_ = database_.connect();
};

class BoundValuesOnPostgresql : public BoundValues {};
class BoundValuesOnMysql : public BoundValues {};
class BoundValuesOnSqlite : public BoundValues {};

TEST_F(BoundValues, CarryOddTextsThereAndBack) { carriesOddTexts(); }

TEST_F(BoundValuesOnPostgresql, CarryOddTextsWhateverABackslashMeans) {
    connection_.execute("SET escape_string_warning = off");
    connection_.execute("SET standard_conforming_strings = off");
    carriesOddTexts();
    EXPECT_EQ(value("SELECT 'a\\' ? ' || ?", {"b"}), "a' ? b");
    connection_.execute("SET standard_conforming_strings = on");
    EXPECT_EQ(value("SELECT 'a\\' || ?", {"b"}), "a\\b");
}

TEST_F(BoundValuesOnMysql, CarryOddTextsWhateverQuotesAndBackslashesMean) {
    for (const char* mode : {"ANSI_QUOTES", "NO_BACKSLASH_ESCAPES", "ANSI,NO_BACKSLASH_ESCAPES"}) {
        connection_.execute(fmt::format("SET SESSION sql_mode = '{}'", mode));
        carriesOddTexts();
    }
}

TEST_F(BoundValues, TellNullFromEmpty) {
    connection_.execute("INSERT INTO odd (id, t, b, n, f, yes) VALUES (?, ?, ?, ?, ?, ?)",
                        {1, null, null, null, null, null});
    connection_.execute("INSERT INTO odd (id, t, b) VALUES (?, ?, ?)", {2, "", Bytes{}});
    const Rows rows = connection_.query("SELECT t, b, n, f, yes FROM odd ORDER BY id", {});
    for (const auto& value : rows[0]) {
        EXPECT_EQ(value, std::nullopt);
    }
    EXPECT_EQ(rows[1][0], "");
    EXPECT_NE(rows[1][1], std::nullopt);
    EXPECT_EQ(value("SELECT count(*) FROM odd WHERE b = ?", {Bytes{}}), "1");
}

TEST_F(BoundValues, CarryEveryByte) {
    std::string bytes;
    for (int i = 0; i < 256; ++i) {
        bytes += static_cast<char>(i);
    }
    const std::string large(1'048'576, '\0');
    connection_.execute("INSERT INTO odd (id, b) VALUES (?, ?)", {1, Bytes{bytes}});
    connection_.execute("INSERT INTO odd (id, b) VALUES (?, ?)", {2, Bytes{large}});
    const std::string hex =
        runningOn(DatabaseKind::PostgreSQL) ? "upper(encode(b, 'hex'))" : "hex(b)";
    std::string expected;
    for (int i = 0; i < 256; ++i) {
        expected += fmt::format("{:02X}", i);
    }
    EXPECT_EQ(value(fmt::format("SELECT {} FROM odd WHERE id = ?", hex), {1}), expected);
    EXPECT_EQ(value("SELECT length(b) FROM odd WHERE id = ?", {2}), "1048576");
    EXPECT_EQ(value("SELECT id FROM odd WHERE b = ?", {Bytes{bytes}}), "1");
}

TEST_F(BoundValues, CarryIntegersOfSixtyFourBits) {
    const std::vector<std::int64_t> numbers{0, 1, -1, INT64_MAX, INT64_MIN, 9007199254740993};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        connection_.execute("INSERT INTO odd (id, n) VALUES (?, ?)", {i, numbers[i]});
        EXPECT_EQ(value("SELECT n FROM odd WHERE n = ?", {numbers[i]}), std::to_string(numbers[i]));
    }
}

TEST_F(BoundValues, CarryTheSameNumbersThereAndBack) {
    const std::vector<double> numbers{0.0,
                                      0.1,
                                      1.0 / 3,
                                      -2.5,
                                      123456789.123456789,
                                      1e22,
                                      DBL_MIN,
                                      DBL_MAX,
                                      std::nextafter(1.0, 2.0),
                                      9007199254740992.0};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        connection_.execute("INSERT INTO odd (id, f) VALUES (?, ?)", {i, numbers[i]});
        const std::string bound = value("SELECT f FROM odd WHERE id = ?", {i});
        EXPECT_EQ(std::strtod(bound.c_str(), nullptr), numbers[i]) << bound;
        const std::string plain =
            onlyValue(connection_.query(fmt::format("SELECT f FROM odd WHERE id = {}", i)));
        EXPECT_EQ(std::strtod(plain.c_str(), nullptr), numbers[i]) << plain;
        EXPECT_EQ(value("SELECT count(*) FROM odd WHERE f = ?", {numbers[i]}), "1") << bound;
    }
}

TEST_F(BoundValues, CarryBooleans) {
    connection_.execute("INSERT INTO odd (id, yes) VALUES (?, ?), (?, ?)", {1, true, 2, false});
    EXPECT_EQ(value("SELECT id FROM odd WHERE yes = ?", {true}), "1");
    EXPECT_EQ(value("SELECT id FROM odd WHERE yes = ?", {false}), "2");
}

TEST_F(BoundValues, StandOnlyWhereAQuestionMarkIsAPlaceholder) {
    const std::string name = runningOn(DatabaseKind::MySQL) || runningOn(DatabaseKind::MariaDB)
                                 ? "`a ? b`"
                                 : "\"a ? b\"";
    const Rows rows = connection_.query(
        fmt::format("SELECT '?' AS {} /* ? */, id -- ?\n FROM odd WHERE t = 'it''s ?' AND n = ?",
                    name),
        {1});
    EXPECT_TRUE(rows.empty());
}

TEST_F(BoundValues, AreAsManyAsPlaceholders) {
    for (const std::vector<Value>& values :
         {std::vector<Value>{}, std::vector<Value>{1}, std::vector<Value>{1, 2, 3}}) {
        const UsageError error =
            misuseOf([&] { connection_.execute("INSERT INTO odd (id, t) VALUES (?, ?)", values); });
        EXPECT_EQ(error.code(), ErrorCode::BadArgument);
        EXPECT_THAT(error.message(), HasSubstr("has 2 placeholders and was given"));
    }
    EXPECT_EQ(misuseOf([&] { connection_.query("SELECT 1", {1}); }).message(),
              "the statement has 0 placeholders and was given 1 value");
    EXPECT_EQ(value("SELECT count(*) FROM odd", {}), "0");
}

TEST_F(BoundValues, AreRefusedWhenNoServerCouldHoldThem) {
    const auto codeFor = [&](const Value& value) {
        return misuseOf([&] {
                   connection_.execute("INSERT INTO odd (id, t) VALUES (?, ?)", {1, value});
               })
            .code();
    };
    EXPECT_EQ(codeFor(std::string("a\0b", 3)), ErrorCode::TextNotUtf8);
    EXPECT_EQ(codeFor("\xff"), ErrorCode::TextNotUtf8);
    EXPECT_EQ(codeFor(std::nan("")), ErrorCode::BadArgument);
    EXPECT_EQ(codeFor(std::numeric_limits<double>::infinity()), ErrorCode::BadArgument);
    EXPECT_EQ(value("SELECT count(*) FROM odd", {}), "0");
}

TEST_F(BoundValues, AreCountedByTheRowsThatAreWritten) {
    EXPECT_EQ(
        connection_.execute("INSERT INTO odd (id, n) VALUES (?, 0), (?, 0), (?, 0)", {1, 2, 3}),
        3U);
    EXPECT_EQ(connection_.execute("UPDATE odd SET n = ? WHERE id > ?", {5, 1}), 2U);
    EXPECT_EQ(connection_.execute("UPDATE odd SET n = ? WHERE id > ?", {5, 9}), 0U);
    EXPECT_EQ(connection_.execute("DELETE FROM odd WHERE n = ?", {5}), 2U);
    EXPECT_EQ(connection_.execute("DELETE FROM odd", {}), 1U);
    EXPECT_EQ(connection_.execute("DELETE FROM odd", {}), 0U);
    EXPECT_EQ(connection_.execute("INSERT INTO odd (id, n) VALUES (1, 0), (2, 0)"), 2U);
    EXPECT_EQ(connection_.execute("UPDATE odd SET n = 1 WHERE id = 1"), 1U);
    EXPECT_EQ(connection_.execute("DELETE FROM odd WHERE id > 5"), 0U);
}

TEST_F(BoundValues, BelongToTheTransaction) {
    EXPECT_FALSE(connection_.driver().inTransaction());
    connection_.execute("BEGIN");
    connection_.execute("INSERT INTO odd (id) VALUES (?)", {1});
    EXPECT_TRUE(connection_.driver().inTransaction());
    EXPECT_EQ(value("SELECT count(*) FROM odd WHERE id = ?", {1}), "1");
    EXPECT_TRUE(connection_.driver().inTransaction());
    connection_.execute("ROLLBACK");
    EXPECT_FALSE(connection_.driver().inTransaction());
    EXPECT_EQ(value("SELECT count(*) FROM odd WHERE id = ?", {1}), "0");
}

TEST_F(BoundValues, OfARefusedStatementLeaveTheConnectionUsable) {
    const std::string sql = "INSERT INTO odd (id, t) VALUES (?, 'x')";
    connection_.execute(sql, {1});
    const DatabaseError error = failureOf([&] { connection_.execute(sql, {1}); });
    EXPECT_EQ(error.code(), ErrorCode::StatementRefused);
    EXPECT_EQ(error.where().sql, sql);
    EXPECT_EQ(
        failureOf([&] { connection_.query("SELECT * FROM nowhere WHERE id = ?", {1}); }).code(),
        ErrorCode::TableNotFound);
    EXPECT_EQ(failureOf([&] { connection_.query("NONSENSE ?", {1}); }).code(),
              ErrorCode::StatementRefused);
    EXPECT_EQ(value("SELECT count(*) FROM odd WHERE id = ?", {1}), "1");
}

TEST_F(BoundValues, GoWithOneStatementAlone) {
    const std::string two = "DELETE FROM odd WHERE id = ?; DELETE FROM odd WHERE id = ?";
    EXPECT_EQ(failureOf([&] {
                  connection_.execute(two, {1, 2});
              }).code(),
              ErrorCode::StatementRefused);
}

// The plan writes them into its SQL, which runs under the settings that the dialect pins.
TEST_F(BoundValues, AreEqualToTheirLiterals) {
    const auto dialect = makeDialect(connection_.server());
    for (const Setting& setting : dialect->settings()) {
        connection_.execute(fmt::format("SET SESSION {} = {}", setting.name, setting.value));
    }
    const auto holds = [&](const char* column, const Value& value) {
        const std::string literal = dialect->valueLiteral(value);
        connection_.execute("DELETE FROM odd");
        connection_.execute(
            fmt::format("INSERT INTO odd (id, {}) VALUES (1, {})", column, literal));
        connection_.execute(fmt::format("INSERT INTO odd (id, {}) VALUES (2, ?)", column), {value});
        return onlyValue(connection_.query(fmt::format(
                   "SELECT count(*) FROM odd a JOIN odd b ON a.{0} = b.{0} WHERE a.id = 1 "
                   "AND b.id = 2",
                   column))) == "1" &&
               connection_.query(fmt::format("SELECT {} FROM odd WHERE id = 1", column))[0] ==
                   connection_.query(fmt::format("SELECT {} FROM odd WHERE id = 2", column))[0];
    };
    for (const std::string& text : oddTexts()) {
        EXPECT_TRUE(holds("t", text)) << text.substr(0, 40);
    }
    for (const double number :
         {0.0, 0.1, 1.0 / 3, -2.5, 123456789.123456789, 1e22, 1e-7, DBL_MIN, DBL_MAX}) {
        EXPECT_TRUE(holds("f", number)) << number;
    }
    for (const std::int64_t number : {INT64_MIN, std::int64_t{-1}, INT64_MAX}) {
        EXPECT_TRUE(holds("n", number)) << number;
    }
    EXPECT_TRUE(holds("yes", true));
    EXPECT_TRUE(holds("yes", false));
    EXPECT_TRUE(holds("b", blob("\x00'\\\xff")));
    EXPECT_TRUE(holds("b", Bytes{}));
}

TEST_F(BoundValuesOnPostgresql, LeaveTheOperatorsTheirQuestionMarks) {
    EXPECT_EQ(value("SELECT '{\"a\": 1}'::jsonb ?? ?", {"a"}), "t");
    EXPECT_EQ(value("SELECT '{\"a\": 1}'::jsonb ??| array[?, ?]", {"b", "c"}), "f");
    EXPECT_EQ(value("SELECT $$ ? $$ || ?", {"x"}), " ? x");
}

TEST_F(BoundValuesOnPostgresql, AreNotNumberedByHand) {
    EXPECT_EQ(misuseOf([&] { connection_.query("SELECT $1", {"a"}); }).message(),
              "the statement holds the placeholder $1");
}

TEST_F(BoundValuesOnSqlite, AreNotNamed) {
    for (const char* placeholder : {":a", "@a", "$a", "?1"}) {
        const std::string sql = fmt::format("SELECT {}", placeholder);
        EXPECT_EQ(misuseOf([&] { connection_.query(sql, {"a"}); }).message(),
                  fmt::format("the statement holds the placeholder {}", placeholder));
    }
}

TEST_F(BoundValuesOnSqlite, AreRefusedWhenTheyAreTooLargeForItsIntegers) {
    EXPECT_THAT(misuseOf([&] { connection_.query("SELECT ?", {UINT64_MAX}); }).message(),
                HasSubstr("value 1 of the statement is an integer that SQLite has no room for"));
}

TEST_F(BoundValuesOnSqlite, FindNothingInAFileThatIsNotThere) {
    const std::string path = database_.name() + ".absent";
    Connection absent = connect("sqlite:" + path);
    EXPECT_EQ(failureOf([&] { absent.query("SELECT * FROM t WHERE id = ?", {1}); }).code(),
              ErrorCode::TableNotFound);
    EXPECT_EQ(onlyValue(absent.query("SELECT ?", {1})), "1");
}

class UnsignedValuesOnServers : public BoundValues {};

TEST_F(UnsignedValuesOnServers, KeepTheirHighestBit) {
    const bool postgresql = runningOn(DatabaseKind::PostgreSQL);
    connection_.execute(
        fmt::format("CREATE TABLE u (n {})", postgresql ? "NUMERIC(20, 0)" : "BIGINT UNSIGNED"));
    connection_.execute("INSERT INTO u (n) VALUES (?)", {UINT64_MAX});
    EXPECT_EQ(value("SELECT n FROM u WHERE n = ?", {UINT64_MAX}), "18446744073709551615");
}

// The two protocols of these servers have different forms for what a row holds.
TEST_F(BoundValuesOnMysql, GiveRowsInTheWordsOfAPlainQuery) {
    connection_.execute(
        "CREATE TABLE kinds (a TINYINT, b SMALLINT UNSIGNED, c INT, d BIGINT UNSIGNED, "
        "e DECIMAL(30, 10), f FLOAT, g DOUBLE, h BIT(12), i DATE, j DATETIME, k DATETIME(6), "
        "l TIME(3), m YEAR, n CHAR(3), o BINARY(3), p ENUM('x', 'y'), q JSON, r TIMESTAMP(2) NULL, "
        "s TIME, u MEDIUMINT, v SET('a', 'b'))");
    connection_.execute(
        "INSERT INTO kinds VALUES (-1, 65535, -2147483648, 18446744073709551615, "
        "-12345678901234567890.0123456789, 0.1, 1e100, b'101010101010', '2024-02-29', "
        "'2024-02-29 23:59:59', '2024-02-29 23:59:59.000120', '-838:59:58.999', 1999, 'a', 'a', "
        "'y', '{\"k\": [1, 2.5, \"\xf0\x9f\x90\xa7\"]}', '2020-01-01 00:00:00.10', '00:00:01', "
        "-8388608, 'a,b')");
    connection_.execute(
        "INSERT INTO kinds (f, g) VALUES (3.4e38, -0.0), (16777216, 1e-7), "
        "(1.5e-10, 0.1), (123456.789, 123456789012345680)");
    const Rows plain = connection_.query("SELECT * FROM kinds");
    const Rows prepared = connection_.query("SELECT * FROM kinds", {});
    ASSERT_EQ(plain.size(), prepared.size());
    for (std::size_t row = 0; row < plain.size(); ++row) {
        for (std::size_t column = 0; column < plain[row].size(); ++column) {
            EXPECT_EQ(prepared[row][column], plain[row][column])
                << "row " << row << ", column " << static_cast<char>('a' + column);
        }
    }
}

TEST_F(BoundValuesOnMysql, OfACallGiveTheRowsOfAllItsResults) {
    connection_.execute("CREATE PROCEDURE twice(IN a INT) BEGIN SELECT a; SELECT a + 1; END");
    const Rows rows = connection_.query("CALL twice(?)", {5});
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[1][0], "6");
    EXPECT_EQ(value("SELECT ?", {1}), "1");
}

}  // namespace

}  // namespace godwit::test
