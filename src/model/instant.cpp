#include "model/instant.hpp"

#include <chrono>

#include <fmt/format.h>

namespace godwit::detail {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

// Reads a text from its beginning; after the first thing that is not as wanted nothing counts.
class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}

    // Exactly so many digits.
    int number(std::size_t digits) {
        int value = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            if (i >= rest_.size() || !isDigit(rest_[i])) {
                ok_ = false;
                return 0;
            }
            value = 10 * value + (rest_[i] - '0');
        }
        rest_.remove_prefix(digits);
        return value;
    }

    // Digits as they stand, one or more.
    std::string_view digits() {
        std::size_t size = 0;
        while (size < rest_.size() && isDigit(rest_[size])) {
            ++size;
        }
        ok_ = ok_ && size > 0;
        const std::string_view taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    }

    // One of these characters.
    bool takes(std::string_view characters) {
        if (rest_.empty() || characters.find(rest_.front()) == std::string_view::npos) {
            return false;
        }
        last_ = rest_.front();
        rest_.remove_prefix(1);
        return true;
    }

    void want(std::string_view characters) { ok_ = takes(characters) && ok_; }

    char last() const { return last_; }
    bool ok() const { return ok_; }
    bool atEnd() const { return rest_.empty(); }

private:
    std::string_view rest_;
    char last_ = 0;
    bool ok_ = true;
};

// "Z", "+02", "+02:00", "+0200"; 0 for none.
std::chrono::minutes offset(Reader& reader) {
    reader.takes(" ");
    if (reader.takes("Zz") || !reader.takes("+-")) {
        return std::chrono::minutes{0};
    }
    const int sign = reader.last() == '-' ? -1 : 1;
    int minutes = 60 * reader.number(2);
    if (!reader.atEnd()) {
        reader.takes(":");
        minutes += reader.number(2);
    }
    return std::chrono::minutes{sign * minutes};
}

}  // namespace

std::optional<std::string> plainTime(std::string_view text) {
    using namespace std::chrono;
    Reader reader(text);
    const int y = reader.number(4);
    reader.want("-");
    const int m = reader.number(2);
    reader.want("-");
    const int d = reader.number(2);
    reader.want(" Tt");
    const int hour = reader.number(2);
    reader.want(":");
    const int minute = reader.number(2);
    const int second = reader.takes(":") ? reader.number(2) : 0;
    const std::string fraction{reader.takes(".") ? reader.digits() : std::string_view{}};
    const minutes shift = offset(reader);
    const year_month_day date{year{y},
                              month{static_cast<unsigned>(m)},
                              day{static_cast<unsigned>(d)}};
    if (!reader.ok() || !reader.atEnd() || !date.ok() || hour > 23 || minute > 59 || second > 59 ||
        fraction.size() > 6) {
        return std::nullopt;
    }
    const sys_seconds instant =
        sys_days{date} + hours{hour} + minutes{minute} + seconds{second} - shift;
    const auto midnight = floor<days>(instant);
    const year_month_day day{midnight};
    const hh_mm_ss time{instant - midnight};
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}{}{}",
                       static_cast<int>(day.year()),
                       static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()),
                       time.hours().count(),
                       time.minutes().count(),
                       time.seconds().count(),
                       fraction.empty() ? "" : ".",
                       fraction);
}

}  // namespace godwit::detail
