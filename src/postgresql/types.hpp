#pragma once

#include <string>
#include <string_view>

#include <godwit/dialect.hpp>

#include "sql/capabilities.hpp"

namespace godwit::detail {

/// The type's name: `varchar(50)`, `"order_status"`, `integer[]`.
std::string postgresqlType(const ColumnType& type, const Dialect& dialect);

/// " DEFAULT ..." or " GENERATED ... AS IDENTITY", or nothing.
std::string postgresqlDefault(const Column& column,
                              const Dialect& dialect,
                              const Capabilities& can);

/// The expression of the CHECK for what the type leaves open, or nothing.
std::string postgresqlTypeCheck(const Column& column, const Dialect& dialect);

/// The extension that has the type; empty for the types of the server itself.
std::string_view postgresqlExtension(const ColumnType& type);

/// True when the column is of an enum type made with CREATE TYPE.
bool isNativeEnum(const Column& column);

}  // namespace godwit::detail
