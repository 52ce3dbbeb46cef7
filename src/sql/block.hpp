#pragma once

#include <string>
#include <string_view>

#include <godwit/database.hpp>

namespace godwit::detail {

// Bodies of triggers: one or several statements, with or without BEGIN and END around them.

/// True when the text, blanks aside, begins with the word. ASCII letters of any case.
bool startsWithWord(std::string_view text, std::string_view word);

/// True for a body that stands between BEGIN and END already.
bool isBlock(std::string_view body);

/// The statements of a body without BEGIN and END, with a semicolon at the end. A comment may
/// follow it: what is put behind goes to another line.
std::string statementsOfBody(std::string_view body, DatabaseKind kind);

/// The body between BEGIN and END, without a semicolon.
std::string blockOf(std::string_view body, DatabaseKind kind);

}  // namespace godwit::detail
