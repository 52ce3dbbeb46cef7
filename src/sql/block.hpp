#pragma once

#include <string>
#include <string_view>

#include <godwit/database.hpp>

namespace godwit::detail {

// Bodies of triggers, one or several statements, with or without BEGIN and END around them; and
// queries of views. What follows them is put before a comment at their end, or behind its line.

/// The statements of a body, with a semicolon at the end.
std::string statementsOfBody(std::string_view body, DatabaseKind kind);

/// The body between BEGIN and END, whether it stands there already or not.
std::string blockOf(std::string_view body, DatabaseKind kind);

/// The text without a semicolon at the end.
std::string withoutSemicolon(std::string_view text, DatabaseKind kind);

}  // namespace godwit::detail
