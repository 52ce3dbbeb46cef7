#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include <godwit/column_builder.hpp>
#include <godwit/error.hpp>
#include <godwit/value.hpp>

#include "model/value.hpp"

namespace godwit {

namespace {

template <class T>
bool holds(const Value& value, const T& expected) {
    const T* found = std::get_if<T>(&value.data);
    return found != nullptr && *found == expected;
}

TEST(Values, AreWhatTheyAreMadeOf) {
    const char* const pointer = "text";
    EXPECT_TRUE(Value().isNull());
    EXPECT_TRUE(Value(null).isNull());
    EXPECT_TRUE(holds(Value(true), true));
    EXPECT_TRUE(holds(Value(7), std::int64_t{7}));
    EXPECT_TRUE(holds(Value(std::int8_t{-7}), std::int64_t{-7}));
    EXPECT_TRUE(holds(Value(INT64_MIN), INT64_MIN));
    EXPECT_TRUE(holds(Value(UINT64_MAX), UINT64_MAX));
    EXPECT_TRUE(holds(Value(1.5F), 1.5));
    EXPECT_TRUE(holds(Value("true"), std::string("true")));
    EXPECT_TRUE(holds(Value(pointer), std::string("text")));
    EXPECT_TRUE(holds(Value(std::string("")), std::string("")));
    EXPECT_TRUE(holds(Value(std::string_view("a\0b", 3)), std::string("a\0b", 3)));
    EXPECT_TRUE(holds(Value(blob("\x00\xff")), Bytes{std::string("\x00\xff", 2)}));
    EXPECT_TRUE(holds(Value(Bytes{"raw"}), Bytes{"raw"}));
}

TEST(Values, TakeAnOptionalForNullWhenItIsEmpty) {
    EXPECT_TRUE(Value(std::optional<std::string>()).isNull());
    EXPECT_TRUE(holds(Value(std::optional<int>(3)), std::int64_t{3}));
    EXPECT_TRUE(holds(Value(std::optional<bool>(false)), false));
}

TEST(Values, AreEqualByKindAndValue) {
    EXPECT_EQ(Value(5), Value(5U));
    EXPECT_NE(Value(1), Value(true));
    EXPECT_NE(Value(1), Value(1.0));
    EXPECT_NE(Value("1"), Value(1));
    EXPECT_NE(Value("x"), Value(Bytes{"x"}));
    EXPECT_EQ(Value(null), Value());
}

TEST(Values, FillAList) {
    const std::vector<Value> values{1, "two", 3.0, null, true, std::string("six")};
    ASSERT_EQ(values.size(), 6U);
    EXPECT_EQ(values[1], Value("two"));
    const std::vector<Value> two{"a", "b"};
    EXPECT_EQ(two.size(), 2U);
}

TEST(Values, OfAMigrationMayBeSqlOrTheMoment) {
    EXPECT_EQ(cellOf(expr("a + 1")), CellValue(ExpressionValue{"a + 1"}));
    EXPECT_EQ(cellOf(now), CellValue(NowValue{}));
    EXPECT_EQ(cellOf("a + 1"), CellValue(Value("a + 1")));
    EXPECT_EQ(cellOf(null), CellValue(Value()));
}

TEST(Values, AreRefusedWhenNoServerCouldStoreThem) {
    EXPECT_EQ(detail::faultOf("plain \xc3\xa9"), "");
    EXPECT_EQ(detail::faultOf(1.5), "");
    EXPECT_EQ(detail::faultOf(blob("\x00\xff")), "");
    EXPECT_NE(detail::faultOf(std::string("a\0b", 3)), "");
    EXPECT_NE(detail::faultOf("\xff"), "");
    EXPECT_NE(detail::faultOf(std::nan("")), "");
    EXPECT_NE(detail::faultOf(-std::numeric_limits<double>::infinity()), "");
}

TEST(Values, SpellNumbersSoThatTheyStayNumbersWithAPoint) {
    EXPECT_EQ(detail::numberText(1), "1.0");
    EXPECT_EQ(detail::numberText(-0.1), "-0.1");
    EXPECT_EQ(detail::numberText(1e300), "1e+300");
    EXPECT_EQ(detail::numberText(1.0 / 3), "0.3333333333333333");
}

TEST(Values, AreNoTextsWhereThereIsNone) {
    const char* text = nullptr;
    EXPECT_THROW(static_cast<void>(Value(text)), UsageError);
    EXPECT_THROW(static_cast<void>(integer().defaultTo(text)), UsageError);
    text = "a";
    EXPECT_EQ(Value(text), Value("a"));
}

}  // namespace

}  // namespace godwit
