#include <fmt/format.h>

#include "sqlite/dialect.hpp"
#include "sqlite/types.hpp"

// What is different here in rows of data.

namespace godwit::detail {

std::string SqliteDialect::booleanLiteral(bool value) const { return value ? "1" : "0"; }

// It would become a floating-point number without a word.
// https://www.sqlite.org/lang_expr.html#literal_values_constants_
std::string SqliteDialect::unsignedLiteral(std::uint64_t value) const {
    throw UsageError(ErrorCode::BadArgument,
                     {fmt::format("SQLite has no integer {}", value),
                      "Nothing has run.",
                      "keep integers above 9223372036854775807 as text"});
}

std::string SqliteDialect::defaultFor(const Column& column, const DefaultValue& value) const {
    constexpr std::string_view kDefault = " DEFAULT ";
    const Column given{.name = column.name, .type = column.type, .defaultValue = value};
    return sqliteDefault(given, *this).substr(kDefault.size());
}

// In the form of the moments that SQLite fills in itself, so that all of them sort by time.
std::string SqliteDialect::timeLiteral(const std::string& time, const ColumnType& type) const {
    constexpr std::size_t kSeconds = std::string_view{"2025-02-17 14:30:00"}.size();
    constexpr std::size_t kMilliseconds = kSeconds + std::string_view{".000"}.size();
    std::string text = time;
    if (type.precision > 0 && text.size() < kMilliseconds) {
        text += text.size() == kSeconds ? "." : "";
        text.resize(kMilliseconds, '0');
    }
    if (type.kind == ColumnType::Kind::TimestampTz) {
        text.replace(text.find(' '), 1, "T");
        text += 'Z';
    }
    return literal(text);
}

// Each value as it is stored, a BLOB as x'..'. https://www.sqlite.org/lang_corefunc.html#quote
action::RunBatches::Key SqliteDialect::batchKey(const std::string& name,
                                                const Column* /*column*/) const {
    return {name, fmt::format("quote({})", name)};
}

// Texts are equal when their bytes are, whatever their collation says.
// https://www.sqlite.org/lang_expr.html#operators_and_parse_affecting_attributes
// https://www.sqlite.org/datatype3.html#assigning_collating_sequences_from_sql
std::string SqliteDialect::isSame(const std::string& a, const std::string& b, const Column*) const {
    return fmt::format("{} COLLATE BINARY IS {}", a, b);
}

}  // namespace godwit::detail
