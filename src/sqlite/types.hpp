#pragma once

#include <string>

#include <godwit/dialect.hpp>

namespace godwit::detail {

/// How SQLite keeps a decimal.
/// A STRICT table has no exact number type but INTEGER: 18 digits fit into its 64 bits, and compare
/// and add up rightly. Longer ones are text, exact but compared as text.
/// https://www.sqlite.org/stricttables.html
enum class DecimalStorage : std::uint8_t { ScaledInteger, Text };
DecimalStorage storageOf(const ColumnType& decimal);

/// True when SQLite can keep its values, in the form that is wanted.
bool sqliteHasType(const ColumnType& type);

/// INTEGER, TEXT or BLOB.
std::string sqliteType(const ColumnType& type);

/// " DEFAULT ..." or nothing.
std::string sqliteDefault(const Column& column, const Dialect& dialect);

/// " CHECK (...)" for what the type leaves open, or nothing. `name` is the constraint's, used where
/// the type has one of its own on PostgreSQL.
std::string sqliteTypeCheck(const Column& column, const std::string& name, const Dialect& dialect);

}  // namespace godwit::detail
