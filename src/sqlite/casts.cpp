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

// [-]digits[.digits] with at most so many behind the point.
bool isNumber(std::string_view text, std::size_t places) {
    text.remove_prefix(text.starts_with('-') ? 1 : 0);
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::string_view fraction = text.substr(std::min(point + 1, text.size()));
    const auto digits = [](std::string_view part) {
        return part.find_first_not_of("0123456789") == std::string_view::npos;
    };
    return point > 0 && digits(text.substr(0, point)) && digits(fraction) &&
           fraction.size() <= places;
}

struct DefaultFit {
    const ColumnType& type;
    std::string storage;

    bool operator()(bool) const { return storage == "integer" && type.kind != Kind::Decimal; }
    bool operator()(const NumberDefault& value) const {
        return type.kind == Kind::Decimal ? isNumber(value.digits, type.scale)
               : storage == "integer"     ? isNumber(value.digits, 0)
                                          : storage != "blob";
    }
    bool operator()(const TextDefault& value) const {
        return type.kind == Kind::Decimal || storage == "integer"
                   ? (*this)(NumberDefault{value.text})
                   : storage != "blob";
    }
    bool operator()(const NowDefault&) const { return storage == "text"; }
    bool operator()(const ExpressionDefault&) const { return true; }
};

}  // namespace

std::optional<std::string> sqliteCast(const ColumnType& from,
                                      const ColumnType& to,
                                      const std::string& value) {
    if (from.kind == Kind::Decimal || to.kind == Kind::Decimal) {
        return decimalCast(from, to, value);
    }
    const bool toBytes = storageClass(to) == "blob";
    if (toBytes == (storageClass(from) == "blob")) {
        return value;
    }
    return toBytes && storageClass(from) == "text"
               ? std::optional{fmt::format("CAST({} AS BLOB)", value)}
               : std::nullopt;
}

bool isDefaultOf(const ColumnType& type, const DefaultValue& value) {
    return std::visit(DefaultFit{type, storageClass(type)}, value);
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
