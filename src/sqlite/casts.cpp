#include "sqlite/casts.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "model/sql_words.hpp"
#include "sqlite/types.hpp"

namespace godwit::detail {

namespace {

using Kind = ColumnType::Kind;

bool isWholeNumber(const ColumnType& type) {
    constexpr std::array kKinds = {Kind::TinyInteger,
                                   Kind::SmallInteger,
                                   Kind::Integer,
                                   Kind::BigInteger};
    return std::find(kKinds.begin(), kKinds.end(), type.kind) != kKinds.end() &&
           sqliteType(type) == "INTEGER";
}

bool isScaled(const ColumnType& type) {
    return type.kind == Kind::Decimal && storageOf(type) == DecimalStorage::ScaledInteger;
}

bool isTextDecimal(const ColumnType& type) {
    return type.kind == Kind::Decimal && storageOf(type) == DecimalStorage::Text;
}

std::string storageClass(const ColumnType& type) {
    const std::string words = sqliteType(type);
    return lowerCase(std::string_view{words}.substr(0, words.find(' ')));
}

std::string powerOfTen(std::uint32_t exponent) { return "1" + std::string(exponent, '0'); }

// To fewer digits it rounds half away from zero, as the other databases do; / of two integers cuts
// off. https://www.sqlite.org/lang_expr.html#operators_and_parse_affecting_attributes
std::string rescaled(const std::string& value, std::uint32_t from, std::uint32_t to) {
    if (from == to) {
        return value;
    }
    if (from < to) {
        return fmt::format("{} * {}", value, powerOfTen(to - from));
    }
    const std::string half = "5" + std::string(from - to - 1, '0');
    return fmt::format("({0} + CASE WHEN {0} < 0 THEN -{1} ELSE {1} END) / {2}",
                       value,
                       half,
                       powerOfTen(from - to));
}

std::optional<std::string> decimalCast(const ColumnType& from,
                                       const ColumnType& to,
                                       const std::string& value) {
    if (to.kind == Kind::Boolean && isScaled(from)) {
        return fmt::format("{} <> 0", value);
    }
    const bool toExact = isWholeNumber(to) || isScaled(to);
    if ((isWholeNumber(from) || isScaled(from)) && toExact) {
        return rescaled(value, from.scale, to.scale);
    }
    if (isScaled(from) && storageClass(to) == "real") {
        return fmt::format("{} / {}.0", value, powerOfTen(from.scale));
    }
    const bool sameText = isTextDecimal(from) && isTextDecimal(to) && from.scale == to.scale;
    const bool justText = isTextDecimal(from) && (to.kind == Kind::String || to.kind == Kind::Text);
    return sameText || justText ? std::optional{value} : std::nullopt;
}

// By what the number that is stored is multiplied.
std::uint32_t scaleOf(const ColumnType& type) { return isScaled(type) ? type.scale : 0; }

bool isStoredAlike(const ColumnType& a, const ColumnType& b) {
    return !isTextDecimal(a) && !isTextDecimal(b) && scaleOf(a) == scaleOf(b);
}

bool holdsLiteral(const Words& words, std::string_view sql) {
    return sql.find('\'') != std::string_view::npos ||
           std::any_of(words.numbers.begin(), words.numbers.end(), [](const std::string& number) {
               return number.find_first_of("123456789") != std::string::npos;
           });
}

bool isMoment(const ColumnType& type) {
    return type.kind == Kind::Date || type.kind == Kind::Time || type.kind == Kind::Timestamp ||
           type.kind == Kind::TimestampTz;
}

bool isText(const ColumnType& type) {
    return type.kind == Kind::String || type.kind == Kind::FixedString || type.kind == Kind::Text ||
           type.kind == Kind::CaseInsensitiveText;
}

// In the form of its kind, with the seconds as `seconds` says.
std::string formOf(Kind kind, std::string_view seconds) {
    return kind == Kind::Time          ? fmt::format("%H:%M:{}", seconds)
           : kind == Kind::TimestampTz ? fmt::format("%Y-%m-%dT%H:%M:{}Z", seconds)
                                       : fmt::format("%Y-%m-%d %H:%M:{}", seconds);
}

// Half of the last digit that is kept is rounded up, as the other databases do: the next digit
// tells. SQLite itself has no more than three of them. What is no moment stays as it is.
// https://www.sqlite.org/lang_datefunc.html
std::string rounded(const ColumnType& from, const ColumnType& to, const std::string& value) {
    const std::size_t seconds = from.kind == Kind::Time
                                    ? std::string_view{"14:30:00"}.size()
                                    : std::string_view{"2025-02-17 14:30:00"}.size();
    const std::size_t kept = to.precision == 0 ? seconds : seconds + 1 + to.precision;
    const std::size_t next = seconds + 2 + to.precision;
    const std::string unit =
        to.precision == 0 ? "1" : fmt::format("0.{}1", std::string(to.precision - 1, '0'));
    return fmt::format(
        "coalesce(strftime('{0}', substr({1}, 1, {2}), CASE WHEN substr({1}, {3}, 1) "
        ">= '5' THEN '+{4} seconds' ELSE '+0 seconds' END), {1})",
        formOf(to.kind, to.precision == 0 ? "%S" : "%f"),
        value,
        kept,
        next,
        unit);
}

// Each kind of moment has a form of its own. A time of day has no day, nor a day a time, and nobody
// knows in which form a text is.
std::optional<std::string> momentCast(const ColumnType& from,
                                      const ColumnType& to,
                                      const std::string& value) {
    constexpr std::uint32_t kDigitsOfSqlite = 3;
    if (isText(to)) {
        return value;
    }
    const bool hasTime = from.kind != Kind::Date;
    const bool wantsTime = to.kind != Kind::Date;
    if (!isMoment(from) || !isMoment(to) || (from.kind == Kind::Time && to.kind != Kind::Time) ||
        (from.kind == Kind::Date && to.kind == Kind::Time)) {
        return std::nullopt;
    }
    if (!wantsTime) {
        return hasTime ? fmt::format("substr({}, 1, 10)", value) : value;
    }
    if (hasTime && from.precision > to.precision) {
        return to.precision > kDigitsOfSqlite ? std::nullopt
                                              : std::optional{rounded(from, to, value)};
    }
    const bool gainsDigits = to.precision > 0 && (!hasTime || from.precision == 0);
    if (from.kind == to.kind && !gainsDigits) {
        return value;
    }
    const std::string digits = gainsDigits ? " || '.000'" : "";
    const std::string zone = to.kind == Kind::TimestampTz ? " || 'Z'" : "";
    const std::string time = from.kind == Kind::Time ? value
                             : hasTime ? fmt::format("rtrim(substr({}, 12), 'Z')", value)
                                       : "'00:00:00'";
    return to.kind == Kind::Time ? time + digits
                                 : fmt::format("substr({}, 1, 10) || '{}' || {}{}{}",
                                               value,
                                               to.kind == Kind::TimestampTz ? 'T' : ' ',
                                               time,
                                               digits,
                                               zone);
}

}  // namespace

std::optional<std::string> sqliteCast(const ColumnType& from,
                                      const ColumnType& to,
                                      const std::string& value) {
    if (from.kind == Kind::Decimal || to.kind == Kind::Decimal) {
        return decimalCast(from, to, value);
    }
    if (isMoment(from) || isMoment(to)) {
        return momentCast(from, to, value);
    }
    if (to.kind == Kind::Boolean && (isWholeNumber(from) || storageClass(from) == "real")) {
        return fmt::format("{} <> 0", value);
    }
    const bool toBytes = storageClass(to) == "blob";
    if (toBytes == (storageClass(from) == "blob")) {
        return value;
    }
    return toBytes && storageClass(from) == "text"
               ? std::optional{fmt::format("CAST({} AS BLOB)", value)}
               : std::nullopt;
}

bool meansTheSameOnSqlite(std::string_view sql, const Table& table, const ColumnType& type) {
    const Words words = wordsOf(sql);
    const ColumnType number{.kind = Kind::Integer};
    return (isStoredAlike(type, number) || !holdsLiteral(words, sql)) &&
           std::all_of(table.columns.begin(), table.columns.end(), [&](const Column& column) {
               return !mentions(words, column.name) || isStoredAlike(type, column.type);
           });
}

std::string storageInWords(const ColumnType& decimal) {
    return isTextDecimal(decimal) ? "text" : fmt::format("an integer, times 10^{}", decimal.scale);
}

}  // namespace godwit::detail
