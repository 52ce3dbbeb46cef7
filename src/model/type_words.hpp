#pragma once

#include <string>

#include <godwit/column_type.hpp>

namespace godwit::detail {

/// The call that says the type, for sentences: "vector(3)", "unsignedInteger()".
std::string callOf(const ColumnType& type);

/// The call that gives a type its form: ".asText()"; empty for the usual one.
std::string_view callOf(ColumnType::Form form);

/// TinyInteger to BigInteger.
bool isIntegerKind(ColumnType::Kind kind);

/// Those, decimals and floating-point numbers.
bool isNumberKind(ColumnType::Kind kind);

}  // namespace godwit::detail
