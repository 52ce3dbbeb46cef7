#include <fmt/format.h>

#include "model/naming.hpp"
#include "model/type_words.hpp"
#include "sql/sql_dialect.hpp"
#include "sql/type_checks.hpp"

// What a column's type asks of every server.

namespace godwit::detail {

void SqlDialect::checkColumn(const Table*,
                             const std::string& table,
                             const Column& column,
                             const Script& script) const {
    checkAttributes(table, column, script);
    if (column.type.kind != ColumnType::Kind::Custom) {
        return;
    }
    const std::string what = fmt::format("the type of {}.{}", table, column.name);
    if (textOf(column.type.custom, what, column.line, script).empty()) {
        script.refuse(column.line,
                      ErrorCode::NotSupportedByServer,
                      fmt::format("{} is nothing on {}, and a column has a type", what, title()),
                      "write the type, or add the column with .only(...) where it has one");
    }
}

std::string SqlDialect::typeCheck(const Column&) const { return {}; }

std::string SqlDialect::typeCheckClause(const std::string& table, const Column& column) const {
    const std::string expression = typeCheck(column);
    return expression.empty() ? expression
                              : fmt::format("CONSTRAINT {} CHECK ({})",
                                            identifier(typeCheckName(table, column)),
                                            expression);
}

void SqlDialect::refuseType(const std::string& table,
                            const Column& column,
                            const Script& script) const {
    script.refuse(column.line,
                  ErrorCode::NotSupportedByServer,
                  fmt::format("{} has no type for {}.{}, which is {}",
                              title(),
                              table,
                              column.name,
                              callOf(column.type)),
                  std::string{insteadOf(column.type.kind)});
}

}  // namespace godwit::detail
