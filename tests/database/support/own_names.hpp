#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <godwit/name.hpp>

namespace godwit::test {

// Roles and, on MySQL and MariaDB, schemas belong to the whole server: each run of the test program
// has names of its own for them.

/// "gw_4711_reader" for "reader".
std::string ownName(std::string_view word);

/// The same for a call.
Name ownWord(std::string_view word,
             std::uint32_t line = __builtin_LINE(),
             const char* file = __builtin_FILE());

/// `sql` with names of this run in place of those that begin with `prefix`.
std::string withOwnNames(std::string sql, std::string_view prefix = "godwit_golden_");

/// `text` with "own_reader" in place of "gw_4711_reader".
std::string withoutOwnNames(std::string text);

}  // namespace godwit::test
