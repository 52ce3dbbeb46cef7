// A query that says whether the migration has done what it should.

#include <charconv>
#include <cmath>
#include <type_traits>

#include <fmt/format.h>

#include "model/value.hpp"
#include "run/answers.hpp"
#include "run/perform.hpp"

namespace godwit::detail {

namespace {

using Answer = std::optional<std::string>;

template <class Number>
std::optional<Number> readAs(const std::string& text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(number)
                                                                    : std::nullopt;
}

template <class Number>
int compared(Number a, Number b) {
    return a < b ? -1 : (a > b ? 1 : 0);
}

// Less than 0, 0 or more than 0; nothing when the answer is no number. Integers are compared as
// such: a double has no room for all of their digits. NaN is neither less, nor more, nor equal.
template <class Number>
std::optional<int> compared(const std::string& answer, Number expected) {
    if constexpr (std::is_integral_v<Number>) {
        if (const auto same = readAs<Number>(answer)) {
            return compared(*same, expected);
        }
    }
    const auto number = readAs<double>(answer);
    return number && !std::isnan(*number)
               ? std::optional(compared(*number, static_cast<double>(expected)))
               : std::nullopt;
}

std::optional<int> order(const Answer& answer, const Value& expected) {
    if (!answer) {
        return std::nullopt;
    }
    if (const auto* number = std::get_if<std::int64_t>(&expected.data)) {
        return compared(*answer, *number);
    }
    if (const auto* number = std::get_if<std::uint64_t>(&expected.data)) {
        return compared(*answer, *number);
    }
    if (const auto* number = std::get_if<double>(&expected.data)) {
        return compared(*answer, *number);
    }
    return std::nullopt;
}

bool equals(const Answer& answer, const Value& expected) {
    if (expected.isNull() || !answer) {
        return expected.isNull() && !answer;
    }
    if (const auto* yes = std::get_if<bool>(&expected.data)) {
        return saysYes(answer) == *yes;
    }
    if (const auto* text = std::get_if<std::string>(&expected.data)) {
        return *answer == *text;
    }
    return order(answer, expected) == 0;
}

// What the query gave, in the words of a failure.
std::string shown(const Rows& rows) {
    if (rows.size() == 1 && rows[0].size() == 1) {
        return rows[0][0] ? fmt::format("'{}'", *rows[0][0]) : "NULL";
    }
    if (rows.empty()) {
        return "no row";
    }
    return rows.size() == 1 ? fmt::format("a row of {} columns", rows[0].size())
                            : fmt::format("{} rows", rows.size());
}

bool passes(const action::Verify& verify, const Rows& rows) {
    if (verify.comparison == Comparison::IsEmpty || verify.comparison == Comparison::IsNotEmpty) {
        return rows.empty() == (verify.comparison == Comparison::IsEmpty);
    }
    if (rows.size() != 1 || rows[0].size() != 1) {
        return false;
    }
    const Answer& answer = rows[0][0];
    switch (verify.comparison) {
    case Comparison::Equals:
        return equals(answer, verify.expected);
    case Comparison::AtLeast:
        return order(answer, verify.expected).value_or(-1) >= 0;
    case Comparison::AtMost:
        return order(answer, verify.expected).value_or(1) <= 0;
    case Comparison::IsEmpty:
    case Comparison::IsNotEmpty:
        break;
    }
    return false;
}

}  // namespace

void perform(const action::Verify& verify, const Scene& scene) {
    const Rows rows = scene.driver.query(scene.statement.sql);
    if (passes(verify, rows)) {
        return;
    }
    ErrorWhere where;
    where.sql = scene.statement.sql;
    throw DatabaseError(ErrorCode::VerificationFailed,
                        {fmt::format("'{}' is not so: expected {}, got {}",
                                     verify.name,
                                     inWords(verify.comparison, verify.expected),
                                     shown(rows)),
                         "",
                         "see to the rows, or to the migration, and start again"},
                        {},
                        std::move(where));
}

}  // namespace godwit::detail
