#pragma once

#include <string>

#include <godwit/dialect.hpp>

#include "sql/capabilities.hpp"

namespace godwit::detail {

/// The type's name: `varchar(50)`, `"order_status"`.
std::string postgresqlType(const ColumnType& type, const Dialect& dialect);

/// " DEFAULT ..." or " GENERATED ...", or nothing.
std::string postgresqlDefault(const Column& column,
                              const Dialect& dialect,
                              const Capabilities& can);

}  // namespace godwit::detail
