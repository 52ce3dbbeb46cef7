#include "support/sql_tokens.hpp"

#include <gtest/gtest.h>

// The reader that judges what the dialects quote has to be right itself.

namespace godwit::test {

namespace {

constexpr SqlRules kAll[] = {SqlRules::Postgresql,
                             SqlRules::PostgresqlWithBackslashes,
                             SqlRules::Mysql,
                             SqlRules::Sqlite};

// "N:name T:text C:comment word symbol"
std::string read(std::string_view sql, SqlRules rules) {
    const auto tokens = tokensOf(sql, rules);
    if (!tokens) {
        return "no end";
    }
    constexpr const char* kMarks[] = {"N:", "T:", "C:", "", ""};
    std::string out;
    for (const SqlToken& token : *tokens) {
        out += (out.empty() ? "" : " ") +
               std::string(kMarks[static_cast<std::size_t>(token.kind)]) + token.text;
    }
    return out;
}

struct Reading {
    std::string_view sql;
    std::string_view read[4];  ///< In the order of `kAll`.
};

const Reading kReadings[] = {
    {"a = 'it''s'", {"a = T:it's", "a = T:it's", "a = T:it's", "a = T:it's"}},
    {"'a\\'", {"T:a\\", "no end", "no end", "T:a\\"}},
    {"'a\\'b'", {"no end", "T:a'b", "T:a'b", "no end"}},
    {"E'a\\\\b'", {"T:a\\b", "T:a\\b", "E T:a\\b", "E T:a\\\\b"}},
    {"\"x\"\"y\"", {"N:x\"y", "N:x\"y", "T:x\"y", "N:x\"y"}},
    {"`x``y`", {"` x ` ` y `", "` x ` ` y `", "N:x`y", "N:x`y"}},
    {"[x y]", {"[ x y ]", "[ x y ]", "[ x y ]", "N:x y"}},
    {"a--b\nc", {"a C:b c", "a C:b c", "a - - b c", "a C:b c"}},
    {"a -- b\nc", {"a C: b c", "a C: b c", "a C: b c", "a C: b c"}},
    {"a # b", {"a # b", "a # b", "a C:b", "a # b"}},
    {"/* a /* b */ c", {"no end", "no end", "C: a /* b  c", "C: a /* b  c"}},
    {"/*! a */", {"C:! a ", "C:! a ", "/ * ! a * /", "C:! a "}},
    {"$q$a'b$q$ c", {"T:a'b c", "T:a'b c", "no end", "no end"}},
    {"'100\\%'", {"T:100\\%", "T:100%", "T:100\\%", "T:100\\%"}},
    {"'open", {"no end", "no end", "no end", "no end"}},
};

}  // namespace

TEST(SqlTokens, AreReadAsEachServerReadsThem) {
    for (const Reading& reading : kReadings) {
        for (std::size_t i = 0; i < 4; ++i) {
            EXPECT_EQ(read(reading.sql, kAll[i]), reading.read[i])
                << reading.sql << " by rules " << i;
        }
    }
}

}  // namespace godwit::test
