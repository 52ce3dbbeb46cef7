#include <gtest/gtest.h>

#include "model/signatures.hpp"

// Functions of one name are told apart by the types of their parameters, however those are written.

namespace godwit::detail {
namespace {

using Types = std::vector<std::string>;

TEST(Signatures, AreTypesAlone) {
    EXPECT_EQ(parameterTypes(""), Types{});
    EXPECT_EQ(parameterTypes("()"), Types{});
    EXPECT_EQ(parameterTypes("( )"), Types{});
    EXPECT_EQ(parameterTypes("(integer)"), parameterTypes("(n INT)"));
    EXPECT_EQ(parameterTypes("(n integer, t text)"), (Types{"integer", "text"}));
    EXPECT_EQ(parameterTypes("(\"n n\" int4 , OUT x text, INOUT y date)"),
              (Types{"integer", "date"}));
    EXPECT_EQ(parameterTypes("(n OUT integer, VARIADIC list int [])"), (Types{"integer[]"}));
    EXPECT_EQ(parameterTypes("(n numeric(10, 2) DEFAULT round(1.5, 1), m varchar (5))"),
              (Types{"numeric", "character varying"}));
    EXPECT_EQ(parameterTypes("(a double precision, timestamp(3) with time zone, t timestamptz)"),
              (Types{"double precision", "timestamp with time zone", "timestamp with time zone"}));
    EXPECT_EQ(parameterTypes("(n billing.\"Kind\"[])"), (Types{"billing.\"Kind\"[]"}));
}

TEST(Signatures, AreKeptAsWrittenWithoutDefaults) {
    EXPECT_EQ(parametersWithoutDefaults(""), "");
    EXPECT_EQ(parametersWithoutDefaults("()"), "()");
    EXPECT_EQ(parametersWithoutDefaults("(n integer DEFAULT 5, t text := ',)')"),
              "(n integer, t text)");
}

}  // namespace
}  // namespace godwit::detail
