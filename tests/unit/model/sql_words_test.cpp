#include <gtest/gtest.h>

#include "model/sql_words.hpp"

namespace godwit::detail {

namespace {

struct Case {
    std::string_view sql;
    std::string_view name;
    bool mentioned;
};

TEST(Words, FindWhatASqlTextMayMention) {
    const Case cases[] = {
        {"total >= 0", "total", true},
        {"TOTAL>=0", "total", true},
        {"\"total\" >= 0", "total", true},
        {"`to``tal` >= 0", "to`tal", true},
        {"subtotal >= 0", "total", false},
        {"total_2 >= 0", "total", false},
        {"name = 'total'", "total", false},
        {"name = 'it''s' AND total > 0", "total", true},
        {"name = 'it\\'s' AND total > 0", "total", true},
        {"name = 'C:\\' AND total > 0", "total", true},
        {"1 = 1 -- total\n AND rest", "total", false},
        {"1 = 1 -- total\n AND rest", "rest", true},
        {"1 /* total */ = 1", "total", false},
        {"/* never closed total", "total", false},
        {"'never closed total", "total", false},
        {"m\xC3\xB6glich = 1", "m\xC3\xB6glich", true},
        {"", "total", false},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(mentions(wordsOf(c.sql), c.name), c.mentioned) << c.sql;
    }
}

TEST(Words, FindNumbers) {
    EXPECT_EQ(wordsOf("a2 > 10 AND b < .5 AND c = 1e5 AND d = '7'").numbers,
              (std::vector<std::string>{"10", ".5", "1e5"}));
}

}  // namespace

}  // namespace godwit::detail
