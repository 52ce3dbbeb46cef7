#include "model/moments.hpp"

#include <algorithm>
#include <optional>

// Dates and times as migrations write them: one spelling that every server reads alike.

namespace godwit::detail {

namespace {

// The number that the text begins with, which takes so many digits; the text goes on behind it.
std::optional<std::uint32_t> takeNumber(std::string_view& text, std::size_t digits) {
    const std::string_view taken = text.substr(0, digits);
    std::uint32_t number = 0;
    for (const char c : taken) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        number = number * 10 + static_cast<std::uint32_t>(c - '0');
    }
    text.remove_prefix(taken.size());
    return taken.size() == digits ? std::optional{number} : std::nullopt;
}

bool take(std::string_view& text, char wanted) {
    const bool there = text.starts_with(wanted);
    text.remove_prefix(there ? 1 : 0);
    return there;
}

std::uint32_t daysOf(std::uint32_t year, std::uint32_t month) {
    if (month == 2) {
        const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        return leap ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

bool takeDate(std::string_view& text) {
    const auto year = takeNumber(text, 4);
    const bool first = year && *year > 0 && take(text, '-');
    const auto month = first ? takeNumber(text, 2) : std::nullopt;
    const bool second = month && *month >= 1 && *month <= 12 && take(text, '-');
    const auto day = second ? takeNumber(text, 2) : std::nullopt;
    return day && *day >= 1 && *day <= daysOf(*year, *month);
}

bool isFraction(std::string_view text, std::uint32_t digits) {
    return text.empty() ||
           (take(text, '.') && !text.empty() && text.size() <= digits &&
            std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

}  // namespace

bool isDateText(std::string_view text) { return takeDate(text) && text.empty(); }

bool isTimeText(std::string_view text, std::uint32_t digits) {
    const auto hour = takeNumber(text, 2);
    const bool first = hour && *hour < 24 && take(text, ':');
    const auto minute = first ? takeNumber(text, 2) : std::nullopt;
    const bool second = minute && *minute < 60 && take(text, ':');
    const auto seconds = second ? takeNumber(text, 2) : std::nullopt;
    return seconds && *seconds < 60 && isFraction(text, digits);
}

bool isTimestampText(std::string_view text, std::uint32_t digits) {
    return takeDate(text) && (take(text, ' ') || take(text, 'T')) && isTimeText(text, digits);
}

}  // namespace godwit::detail
