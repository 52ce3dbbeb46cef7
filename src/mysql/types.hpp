#pragma once

#include <cstddef>
#include <string>

#include <godwit/dialect.hpp>

#include "sql/capabilities.hpp"

namespace godwit::detail {

/// True when the server has the type, in the form that is wanted.
bool mysqlHasType(const ColumnType& type, const Capabilities& can);

/// The type's name: `varchar(50)`, `enum('a', 'b')`.
std::string mysqlType(const ColumnType& type, const Dialect& dialect, const Capabilities& can);

/// The expression of the CHECK for what the type leaves open, or nothing.
std::string mysqlTypeCheck(const Column& column, const Dialect& dialect, const Capabilities& can);

/// A text as the default of the type.
std::string mysqlTextDefault(const ColumnType& type,
                             const std::string& text,
                             const Dialect& dialect,
                             const Capabilities& can);

/// True for a uuid that is kept as 16 bytes.
bool isBinaryUuid(const ColumnType& type, const Capabilities& can);

/// The bytes that a value takes in a row:
/// https://dev.mysql.com/doc/refman/8.4/en/storage-requirements.html In a key, the length bytes of
/// a string do not count.
std::size_t mysqlBytesInRow(const Column& column, const Capabilities& can);
std::size_t mysqlBytesInKey(const ColumnType& type, const Capabilities& can);
std::size_t mysqlBytesInKey(const Column& column, const Capabilities& can);

/// Of the types that are stored beside the row. They are no part of a key without a prefix length,
/// and MariaDB, asked for one, silently indexes the front of them only.
bool isStoredBesideRow(const ColumnType& type);

/// Of the types that hold characters.
bool isMysqlText(const ColumnType& type);

/// "(6)", or nothing for 0: the digits of a second that a type or CURRENT_TIMESTAMP keeps.
std::string mysqlFraction(const ColumnType& type);

}  // namespace godwit::detail
