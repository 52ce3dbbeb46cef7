#pragma once

#include <string>

#include <godwit/export.hpp>
#include <godwit/value.hpp>

namespace godwit::detail {

/// Why no server could be handed the value: a text that is not UTF-8 or holds a zero byte, a number
/// that is not finite. Empty when nothing is wrong with it.
GODWIT_API std::string faultOf(const Value& value);

/// What `verify` expects, for people: "'paid'", "at least 5", "no row".
GODWIT_API std::string inWords(Comparison comparison, const Value& expected);

/// The shortest text that is read as the same number, with a point or an exponent in it.
GODWIT_API std::string numberText(double number);

}  // namespace godwit::detail
