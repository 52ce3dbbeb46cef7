#pragma once

#include <string>

#include <godwit/schema.hpp>

namespace godwit::detail {

/// How to say a default that the type cannot hold, for people; empty when it can.
std::string mendedDefault(const ColumnType& type, const DefaultValue& value);

/// "now", "12.5": for sentences.
std::string inWords(const DefaultValue& value);

/// "0.25" is the exact way to write a decimal, and as good as the number.
DefaultValue exactDefault(const ColumnType& type, DefaultValue value);

/// The same value for a column whose type becomes this one: the number 5 is the text '5'. As it is
/// where the type has no such value.
DefaultValue convertedDefault(const ColumnType& type, const DefaultValue& value);

}  // namespace godwit::detail
