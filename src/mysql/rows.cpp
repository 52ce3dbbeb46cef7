#include <algorithm>

#include <fmt/format.h>

#include "mysql/dialect.hpp"

// What is different here in rows of data.

namespace godwit::detail {

namespace {

using Kind = ColumnType::Kind;

bool isBinaryUuid(const ColumnType& type) {
    return type.kind == Kind::Uuid && type.form == ColumnType::Form::Binary;
}

bool isBytes(const ColumnType& type) {
    return type.kind == Kind::Bytes || type.kind == Kind::Binary || type.kind == Kind::Varbinary ||
           isBinaryUuid(type);
}

// In a copy enumerations and sets are texts too.
bool isText(const ColumnType& type) {
    return type.kind == Kind::String || type.kind == Kind::FixedString || type.kind == Kind::Text ||
           type.kind == Kind::CaseInsensitiveText;
}

bool isNumbered(const ColumnType& type) {
    return type.kind == Kind::Enumeration || type.kind == Kind::Set || type.kind == Kind::Bit;
}

}  // namespace

// A uuid in binary(16) is its digits, in the order in which they are written.
std::string MysqlDialect::fitted(const Value& value,
                                 const Column& column,
                                 const Script& script) const {
    const auto* text = std::get_if<std::string>(&value.data);
    if (text == nullptr || !isBinaryUuid(column.type) || can().uuidType) {
        return SqlDialect::fitted(value, column, script);
    }
    std::string digits = *text;
    std::erase(digits, '-');
    if (digits.size() != 32 ||
        digits.find_first_not_of("0123456789abcdefABCDEF") != std::string::npos) {
        refuseValue(column, "is no uuid", "write its 32 hexadecimal digits", script);
    }
    return fmt::format("x'{}'", digits);
}

// IGNORE would let more pass than a taken key.
// https://dev.mysql.com/doc/refman/8.4/en/sql-mode.html#ignore-effect-on-execution
std::string MysqlDialect::unlessThere(const RowList& list) const {
    return fmt::format("\nON DUPLICATE KEY UPDATE {0} = {0}", identifier(list.columns.front()));
}

// https://dev.mysql.com/doc/refman/8.4/en/string-functions.html#function_quote
action::RunBatches::Key MysqlDialect::batchKey(const std::string& name,
                                               const Column* column) const {
    if (column != nullptr && isBytes(column->type)) {
        return {name, fmt::format("concat('x''', hex({}), '''')", name)};
    }
    // Sorted by the number of the value, and compared by its text; quote() gives the bytes of bits.
    // https://dev.mysql.com/doc/refman/8.4/en/enum.html#enum-sorting
    // https://dev.mysql.com/doc/refman/8.4/en/bit-value-literals.html
    if (column != nullptr && isNumbered(column->type)) {
        return {fmt::format("({} + 0)", name), fmt::format("({} + 0)", name)};
    }
    return {name, fmt::format("quote({})", name)};
}

// Texts are equal when their bytes are, whatever their collation says.
// https://dev.mysql.com/doc/refman/8.4/en/cast-functions.html#operator_binary
std::string MysqlDialect::isSame(const std::string& a,
                                 const std::string& b,
                                 const Column* column) const {
    return column != nullptr && isText(column->type)
               ? fmt::format("CAST({} AS BINARY) <=> CAST({} AS BINARY)", a, b)
               : fmt::format("{} <=> {}", a, b);
}

// To bring a value back is no change of the row.
std::string MysqlDialect::keptMoments(const std::string& table, const Script& script) const {
    std::string sets;
    if (const Table* known = script.table(table)) {
        for (const Column& column : known->columns) {
            if (column.renewedAtUpdate) {
                sets += fmt::format(", {0} = {0}", identifier(column.name));
            }
        }
    }
    return sets;
}

}  // namespace godwit::detail
