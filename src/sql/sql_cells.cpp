// A value of a row, as the type of its column wants it: what a migration writes means the same on
// every server, however that keeps it.

#include <algorithm>

#include <fmt/format.h>

#include "model/instant.hpp"
#include "model/value.hpp"
#include "sql/sql_dialect.hpp"

namespace godwit::detail {

namespace {

using Kind = ColumnType::Kind;

// What stands for a column of which nothing is known.
Column unknownColumn() { return {.name = {}, .type = {.kind = Kind::TimestampTz, .precision = 6}}; }

bool isDecimal(std::string_view text) {
    if (text.starts_with('-')) {
        text.remove_prefix(1);
    }
    const std::size_t point = std::min(text.find('.'), text.size());
    const auto digits = [](std::string_view part) {
        return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
    };
    return digits(text.substr(0, point)) &&
           (point == text.size() || digits(text.substr(point + 1)));
}

bool isOneOf(const Value& value, const std::vector<std::string>& values) {
    const auto* text = std::get_if<std::string>(&value.data);
    return text != nullptr && std::find(values.begin(), values.end(), *text) != values.end();
}

// A number in digits, without an exponent; nothing for other values.
class Digits {
public:
    std::optional<std::string> operator()(std::int64_t value) const {
        return fmt::format("{}", value);
    }
    std::optional<std::string> operator()(std::uint64_t value) const {
        return fmt::format("{}", value);
    }
    std::optional<std::string> operator()(double value) const {
        std::string text = fmt::format("{}", value);
        if (text.find('e') != std::string::npos) {
            // The shortest text that is read as the same number, in 30 places at most.
            text = fmt::format("{:.30f}", value);
            text.erase(text.find_last_not_of('0') + 1);
        }
        return text.ends_with('.') ? text + '0' : text;
    }
    std::optional<std::string> operator()(const std::string& value) const {
        return isDecimal(value) ? std::optional(value) : std::nullopt;
    }
    template <class AnyOther>
    std::optional<std::string> operator()(const AnyOther&) const {
        return std::nullopt;
    }
};

bool isDate(const std::string& text) {
    constexpr std::size_t kSize = std::string_view{"2025-02-17"}.size();
    return text.size() == kSize && plainTime(text + " 00:00:00").has_value();
}

// "14:30:00.25", of a time of day that may leave out seconds.
std::optional<std::string> plainTimeOfDay(const std::string& text) {
    constexpr std::string_view kDay = "2000-01-01 ";
    const auto time = text.find_first_not_of("0123456789:.") == std::string::npos
                          ? plainTime(std::string{kDay} + text)
                          : std::nullopt;
    return time ? std::optional(time->substr(kDay.size())) : std::nullopt;
}

// How many digits of a second a time in its plain form needs.
std::size_t fractionOf(const std::string& time) {
    const std::size_t point = time.find('.');
    const std::size_t last = time.find_last_not_of('0');
    return point == std::string::npos || last < point ? 0 : last - point;
}

}  // namespace

std::string SqlDialect::cell(const CellValue& value,
                             const Column* column,
                             const Script& script) const {
    if (const auto* sql = std::get_if<ExpressionValue>(&value)) {
        if (column != nullptr) {
            SqlByDatabase everywhere;
            everywhere.fill(sql->sql);
            checkShared(everywhere,
                        fmt::format("what {} becomes", column->name),
                        script.table(tableOf(script.current())),
                        &column->type,
                        script);
        }
        return fmt::format("({})", sql->sql);
    }
    if (std::holds_alternative<NowValue>(value)) {
        return defaultFor(column != nullptr ? *column : unknownColumn(), NowDefault{});
    }
    const auto& plain = std::get<Value>(value);
    const bool asItIs = column == nullptr || plain.isNull();
    return asItIs ? valueLiteral(plain) : fitted(plain, *column, script);
}

std::string SqlDialect::fitted(const Value& value,
                               const Column& column,
                               const Script& script) const {
    const auto* text = std::get_if<std::string>(&value.data);
    const auto* yes = std::get_if<bool>(&value.data);
    switch (column.type.kind) {
    case Kind::Boolean:
        if (value == Value(0) || value == Value(1)) {
            return booleanLiteral(value == Value(1));
        }
        if (yes == nullptr) {
            refuseValue(column, "is no boolean", "write true or false", script);
        }
        break;
    case Kind::Decimal: {
        const auto digits = std::visit(Digits{}, value.data);
        if (!digits) {
            refuseValue(column, "is no decimal", "write a number, or its digits as text", script);
        }
        return defaultFor(column, NumberDefault{*digits});
    }
    case Kind::Bytes:
    case Kind::Binary:
    case Kind::Varbinary:
        if (text != nullptr) {
            return bytesLiteral(Bytes{*text});
        }
        break;
    case Kind::Date:
        if (text != nullptr && !isDate(*text)) {
            refuseValue(column, "is no date", "write \"2025-02-17\"", script);
        }
        break;
    case Kind::Time:
        if (text != nullptr) {
            const auto time = plainTimeOfDay(*text);
            if (!time) {
                refuseValue(column, "is no time of day", "write \"14:30:00\"", script);
            }
            wantDigits(column, *time, script);
            return literal(*time);
        }
        break;
    case Kind::Timestamp:
    case Kind::TimestampTz:
        if (text != nullptr) {
            const auto time = plainTime(*text);
            if (!time) {
                refuseValue(column,
                            "is no time",
                            "write \"2025-02-17 14:30:00\", with \"Z\" or an offset behind it when "
                            "it is not UTC",
                            script);
            }
            wantDigits(column, *time, script);
            return timeLiteral(*time, column.type);
        }
        break;
    case Kind::Enumeration:
        // Raw SQL may have added some.
        if (!script.touchedByRawSql() && !isOneOf(value, column.type.values)) {
            refuseValue(column,
                        "is none of its values",
                        fmt::format("write one of {}", fmt::join(column.type.values, ", ")),
                        script);
        }
        break;
    default:
        break;
    }
    if (yes != nullptr && column.type.kind != Kind::Boolean) {
        refuseValue(column, "is a boolean", "write a number or a text", script);
    }
    return valueLiteral(value);
}

void SqlDialect::checkShared(const SqlByDatabase&,
                             std::string_view,
                             const Table*,
                             const ColumnType*,
                             const Script&) const {}

void SqlDialect::checkShared(const op::Verify&, const Script&) const {}

// One server would round them, another cut them off or keep them.
void SqlDialect::wantDigits(const Column& column, const std::string& time, const Script& script) {
    if (fractionOf(time) > column.type.precision) {
        refuseValue(column,
                    "has more digits of a second than it keeps",
                    column.type.precision == 0
                        ? "write whole seconds"
                        : fmt::format("write at most {} of them", column.type.precision),
                    script);
    }
}

void SqlDialect::refuseValue(const Column& column,
                             std::string_view what,
                             std::string hint,
                             const Script& script) {
    throw UsageError(
        ErrorCode::ValueDoesNotFit,
        {fmt::format("{}.{} is given what {}", tableOf(script.current()), column.name, what),
         "Nothing has run.",
         std::move(hint)},
        {.migration = {},
         .operation = oneLine(script.current()),
         .sql = {},
         .line = lineOf(script.current())});
}

std::string SqlDialect::timeLiteral(const std::string& time, const ColumnType&) const {
    return literal(time);
}

}  // namespace godwit::detail
