#include <gtest/gtest.h>

#include <godwit/postgresql.hpp>

#include "postgresql/placeholders.hpp"

namespace godwit::detail {

namespace {

TEST(Placeholders, AreNumberedWhereTheyArePlaceholders) {
    struct Case {
        std::string_view sql;
        std::string_view numbered;
    };
    const Case cases[] = {
        {"SELECT ?, ?", "SELECT $1, $2"},
        {"VALUES (?,?,?)", "VALUES ($1,$2,$3)"},
        {"SELECT 1", "SELECT 1"},
        {"SELECT '?', ?", "SELECT '?', $1"},
        {"SELECT 'it''s ?', ?", "SELECT 'it''s ?', $1"},
        {"SELECT E'\\'?', ?", "SELECT E'\\'?', $1"},
        {"SELECT e'\\\\', ?", "SELECT e'\\\\', $1"},
        {"SELECT 'C:\\', ?", "SELECT 'C:\\', $1"},
        {"SELECT name'?', ?", "SELECT name'?', $1"},
        {"SELECT \"a?b\", \"x\"\"?\", ?", "SELECT \"a?b\", \"x\"\"?\", $1"},
        {"SELECT $$ ? $$, ?", "SELECT $$ ? $$, $1"},
        {"SELECT $a$ ? $$ ? $a$, ?", "SELECT $a$ ? $$ ? $a$, $1"},
        {"SELECT a$b$ ? $b$", "SELECT a$b$ $1 $b$"},
        {"SELECT 1 -- ?\n + ?", "SELECT 1 -- ?\n + $1"},
        {"SELECT 1 -- ?", "SELECT 1 -- ?"},
        {"SELECT /* ? /* ? */ ? */ ?", "SELECT /* ? /* ? */ ? */ $1"},
        {"SELECT a ?? 'k', a ??| b, a ??& b, a @?? ?", "SELECT a ? 'k', a ?| b, a ?& b, a @? $1"},
        {"SELECT ? /", "SELECT $1 /"},
        {"SELECT '?", "SELECT '?"},
        {"SELECT $$ ?", "SELECT $$ ?"},
        {"SELECT E'\\", "SELECT E'\\"},
        {"", ""},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(numberPlaceholders(c.sql, false).sql, c.numbered) << c.sql;
    }
}

TEST(Placeholders, AreCounted) {
    EXPECT_EQ(numberPlaceholders("SELECT 1", false).count, 0U);
    EXPECT_EQ(numberPlaceholders("SELECT ?, '?', ??, ?", false).count, 2U);
}

TEST(Placeholders, StandBehindATextWhoseBackslashesEscape) {
    EXPECT_EQ(numberPlaceholders("SELECT 'a\\' ? ', ?", true).sql, "SELECT 'a\\' ? ', $1");
    EXPECT_EQ(numberPlaceholders("SELECT \"a\\\", ?", true).sql, "SELECT \"a\\\", $1");
}

TEST(Placeholders, OfPostgresqlsOwnSpellingAreFound) {
    EXPECT_EQ(numberPlaceholders("SELECT $1, ?", false).stray, "$1");
    EXPECT_EQ(numberPlaceholders("SELECT $12", false).stray, "$12");
    EXPECT_EQ(numberPlaceholders("SELECT '$1', $$ $1 $$, a$1", false).stray, "");
}

}  // namespace

}  // namespace godwit::detail
