#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <fmt/format.h>

#include <godwit/apply.hpp>
#include <godwit/dialect.hpp>
#include <godwit/error.hpp>

#include "database/support/scratch_database.hpp"

// Names, comments, defaults and values of enumerations come back as they were given, whatever is
// in them and whatever the session of the application takes quotes and backslashes for.

namespace godwit::test {
namespace {

const std::vector<std::string>& oddNames() {
    static const std::vector<std::string> kNames{
        "'",
        "''",
        "\"",
        "\"\"",
        "`",
        "a`b\"c'd",
        "\\",
        "\\'",
        "ends with \\",
        "'; DROP TABLE t; --",
        "\"; DROP TABLE t; --",
        "`; DROP TABLE t; --",
        "$$",
        "$1",
        "$godwit$",
        ":name",
        "?",
        "??",
        "%",
        "%s {} {0}",
        "-- no comment",
        "/* no comment */",
        "#",
        ";",
        " begins with a space",
        "line\nbreak",
        "a\r\nb\tc",
        "select",
        "NULL",
        "UPPER and lower",
        "\xc3\xa9\xe2\x82\xac",
        std::string(63, 'x'),
        std::string(47, '\'') + "0123456789abcdef",
        std::string(47, '\\') + "0123456789abcdef",
        std::string(47, '`') + "0123456789abcdef",
        std::string(47, '"') + "0123456789abcdef",
    };
    return kNames;
}

// A name of another thing of the same table, no longer than a name may be.
std::string variant(char prefix, const std::string& name) {
    return std::string{prefix} + name.substr(0, kMaxNameBytes - 1);
}

class OddNames : public testing::Test {
protected:
    bool mysqlFamily() const {
        return runningOn(DatabaseKind::MySQL) || runningOn(DatabaseKind::MariaDB);
    }

    std::string value(std::string_view sql) { return onlyValue(connection_.query(sql)); }

    std::string identifier(std::string_view name) const {
        const char quote = mysqlFamily() ? '`' : '"';
        std::string text(1, quote);
        for (const char c : name) {
            text.append(c == quote ? 2U : 1U, c);
        }
        return text + quote;
    }

    // SQLite has no other place for a comment than between /* and */.
    static std::string commentOf(const std::string& text) {
        const bool ends = text.find("*/") != std::string::npos;
        return runningOn(DatabaseKind::SQLite) && ends ? "" : text;
    }

    void make(const std::string& text) {
        apply(connection_, [&](SchemaBuilder& schema) {
            schema.createTable(name(text), [&](TableBuilder& t) {
                t.integer("id").primaryKey();
                t.text(name(variant('c', text))).defaultTo(text).comment(commentOf(text));
                t.enumeration(name(variant('e', text)), name(variant('y', text)), {text, "other"})
                    .defaultTo(text);
                t.integer("n");
                t.index({"n"}).named(name(variant('i', text)));
                t.unique({"id", "n"}).named(name(variant('u', text)));
                t.check(name(variant('k', text)), "n > 0");
                t.comment(commentOf(text));
            });
            schema.insert(name(text), {{"id", 1}, {"n", 1}});
        });
    }

    void drop(const std::string& text) {
        apply(connection_, [&](SchemaBuilder& schema) { schema.dropTable(name(text)); });
    }

    // What the catalog calls the things of the only table.
    std::string tableName() {
        switch (database_.kind()) {
        case DatabaseKind::PostgreSQL:
            return value(
                "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = "
                "'public'::regnamespace");
        case DatabaseKind::SQLite:
            return value("SELECT name FROM sqlite_schema WHERE type = 'table'");
        default:
            return value(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = database()");
        }
    }

    std::string comments() {
        if (runningOn(DatabaseKind::PostgreSQL)) {
            return value(
                "SELECT obj_description(c.oid, 'pg_class') || '|' || col_description(c.oid, 2) "
                "FROM pg_class c WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace");
        }
        return value(
            "SELECT concat(t.table_comment, '|', c.column_comment) FROM information_schema.tables "
            "t JOIN information_schema.columns c USING (table_schema, table_name) WHERE "
            "table_schema = database() AND c.ordinal_position = 2");
    }

    std::string indexNames() {
        switch (database_.kind()) {
        case DatabaseKind::PostgreSQL:
            return value(
                "SELECT string_agg(relname, '|' ORDER BY relname COLLATE \"C\") FROM pg_class "
                "JOIN pg_index ON indexrelid = oid WHERE relnamespace = 'public'::regnamespace "
                "AND NOT indisprimary");
        case DatabaseKind::SQLite:
            return value(
                "SELECT name || '|' FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL");
        default:
            return value(
                "SELECT group_concat(DISTINCT index_name ORDER BY index_name SEPARATOR '|') FROM "
                "information_schema.statistics WHERE table_schema = database() AND index_name <> "
                "'PRIMARY'");
        }
    }

    void comeBack() {
        for (const std::string& text : oddNames()) {
            SCOPED_TRACE(text);
            make(text);
            EXPECT_EQ(tableName(), text);
            const Rows rows = connection_.query(fmt::format("SELECT {}, {} FROM {}",
                                                            identifier(variant('c', text)),
                                                            identifier(variant('e', text)),
                                                            identifier(text)));
            ASSERT_EQ(rows.size(), 1U);
            EXPECT_EQ(rows[0][0], text);
            EXPECT_EQ(rows[0][1], text);
            if (!runningOn(DatabaseKind::SQLite)) {
                EXPECT_EQ(comments(), text + '|' + text);
                EXPECT_EQ(indexNames(), variant('i', text) + '|' + variant('u', text));
            } else {
                EXPECT_EQ(indexNames(), variant('i', text) + '|');
            }
            EXPECT_TRUE(hasItsCheck(text));
            drop(text);
        }
    }

    bool hasItsCheck(const std::string& text) {
        try {
            connection_.execute(fmt::format("UPDATE {} SET n = -1", identifier(text)));
            return false;
        } catch (const DatabaseError&) {
            return true;
        }
    }

    ScratchDatabase database_;
    Connection connection_ = database_.connect();
};

class OddNamesOnPostgresql : public OddNames {};
class OddNamesOnMysql : public OddNames {};

TEST_F(OddNames, ComeBackAsTheyWere) { comeBack(); }

TEST_F(OddNames, AreRefusedWhereNoFileCouldBeCalledSo) {
    const std::string signs(kMaxNameBytes, '-');
    if (!mysqlFamily()) {
        make(signs);
        EXPECT_EQ(tableName(), signs);
        return;
    }
    try {
        make(signs);
        ADD_FAILURE() << "nothing was thrown";
    } catch (const UnsupportedError& error) {
        EXPECT_NE(std::string_view{error.what()}.find("too many signs"), std::string_view::npos);
        EXPECT_NE(std::string_view{error.what()}.find("Nothing has run."), std::string_view::npos);
    }
}

TEST_F(OddNamesOnPostgresql, ComeBackWhateverABackslashMeans) {
    connection_.execute("SET standard_conforming_strings = off");
    connection_.execute("SET backslash_quote = off");
    comeBack();
}

TEST_F(OddNamesOnMysql, ComeBackWhateverQuotesMean) {
    connection_.execute("SET SESSION sql_mode = 'ANSI_QUOTES'");
    comeBack();
}

TEST_F(OddNamesOnMysql, ComeBackWhateverABackslashMeans) {
    connection_.execute("SET SESSION sql_mode = 'ANSI,NO_BACKSLASH_ESCAPES'");
    comeBack();
}

}  // namespace
}  // namespace godwit::test
