#pragma once

#include <cstdint>
#include <string_view>

namespace godwit {

/// Says that one database needs no statement here.
struct Nothing {};
inline constexpr Nothing nothing{};

/// Says that MariaDB takes the statement written for MySQL.
struct SameAsMysql {};

namespace sameAs {
inline constexpr SameAsMysql mysql{};
}

/// SQL for one database: a text, or `godwit::nothing`.
class SqlText {
public:
    constexpr SqlText() = default;
    constexpr SqlText(const char* text) : text_(text), kind_(Kind::Text) {}
    constexpr SqlText(std::string_view text) : text_(text), kind_(Kind::Text) {}
    constexpr SqlText(Nothing) : kind_(Kind::Nothing) {}
    constexpr SqlText(SameAsMysql) : kind_(Kind::SameAsMysql) {}

    enum class Kind : std::uint8_t { Missing, Text, Nothing, SameAsMysql };
    constexpr Kind kind() const { return kind_; }
    constexpr std::string_view text() const { return text_; }

private:
    std::string_view text_;
    Kind kind_ = Kind::Missing;
};

/// SQL for each database. A database left out is an error once a plan is made for it.
struct SqlTexts {
    SqlText postgresql{};
    SqlText mysql{};
    SqlText mariadb{};
    SqlText sqlite{};
};

/// One text for all four.
constexpr SqlTexts everywhere(std::string_view sql) { return {sql, sql, sql, sql}; }

}  // namespace godwit
