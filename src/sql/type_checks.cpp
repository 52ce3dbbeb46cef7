#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "sql/type_checks.hpp"

namespace godwit::detail {

namespace {

using Kind = ColumnType::Kind;

}  // namespace

std::string_view greatestUnsigned(ColumnType::Kind integer) {
    return integer == Kind::TinyInteger    ? "255"
           : integer == Kind::SmallInteger ? "65535"
           : integer == Kind::Integer      ? "4294967295"
                                           : "18446744073709551615";
}

std::string literalList(const std::vector<std::string>& values, const Dialect& dialect) {
    std::vector<std::string> spelled;
    spelled.reserve(values.size());
    for (const std::string& value : values) {
        spelled.push_back(dialect.literal(value));
    }
    return fmt::format("{}", fmt::join(spelled, ", "));
}

std::string_view insteadOf(ColumnType::Kind kind) {
    struct Advice {
        Kind kind;
        std::string_view instead;
    };
    static constexpr std::array<Advice, 11> kAdvice = {{
        {Kind::Array, "say .orJson() to keep it as json"},
        {Kind::Set, "use array(...).orJson(), or a table of its values"},
        {Kind::Range, "keep its two ends in columns of their own"},
        {Kind::BigInteger, "say .asText(), or use bigInteger()"},
        {Kind::Bit, "use bit(63), or binary(8)"},
        {Kind::VarBit, "use bit(n), or varbinary(n)"},
        {Kind::TextSearchVector, "keep the text itself; MySQL and MariaDB have t.fullText({...})"},
        {Kind::TextSearchQuery, "keep the query as text()"},
        {Kind::Vector,
         "use array(real()).orJson(); MySQL has vectors from 9.0 on, MariaDB from 11.7"},
        {Kind::Point, "keep its coordinates in columns of their own"},
        {Kind::Geometry, "keep its WKB in bytes()"},
    }};
    const auto found = std::find_if(kAdvice.begin(), kAdvice.end(), [kind](const Advice& a) {
        return a.kind == kind;
    });
    return found == kAdvice.end() ? "use another type" : found->instead;
}

}  // namespace godwit::detail
