#pragma once

#include <string>
#include <string_view>

#include <godwit/dialect.hpp>

namespace godwit::detail {

/// The text between dollar quotes that do not occur in it.
/// https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-DOLLAR-QUOTING
std::string dollarQuoted(std::string_view text);

/// `alter` followed by the schema in which a name without one is made.
std::string inCurrentSchema(std::string_view alter, const Dialect& dialect);

/// The body of a trigger as the source of a PL/pgSQL function.
std::string triggerSource(std::string_view body, bool forEachRow);

}  // namespace godwit::detail
