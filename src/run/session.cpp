#include "run/session.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace godwit::detail {

namespace {

std::string quoted(const std::string& text) {
    std::string out = "'";
    for (const char c : text) {
        out += c == '\'' ? "''" : std::string(1, c);
    }
    return out + "'";
}

// A value as SQL. Where a number was set, a text would be refused; character sets may be NULL.
std::string valueText(const std::optional<std::string>& value, const Setting& setting) {
    const bool number = setting.value.find_first_not_of("0123456789") == std::string::npos;
    return !value ? "NULL" : number ? *value : quoted(*value);
}

// No longer than the whole wait, and short enough to tell about the waiting.
constexpr std::chrono::milliseconds kSqliteBusy{1000};

}  // namespace

void Session::pinMysql(const std::vector<Setting>& settings) {
    std::string ask;
    std::string pin;
    for (const Setting& setting : settings) {
        ask += fmt::format("{} @@SESSION.{}", ask.empty() ? "SELECT" : ",", setting.name);
        pin += fmt::format("{} SESSION {} = {}",
                           pin.empty() ? "SET" : ",",
                           setting.name,
                           setting.value);
    }
    const Rows rows = driver_.query(ask);
    driver_.execute(pin);
    for (std::size_t i = 0; i < settings.size(); ++i) {
        const std::string one =
            fmt::format("SESSION {} = {}", settings[i].name, valueText(rows[0][i], settings[i]));
        restoreAll_ += (restoreAll_.empty() ? "SET " : ", ") + one;
        restoreEach_.push_back("SET " + one);
    }
}

void Session::pinSqlite(std::chrono::milliseconds patience) {
    // Executing opens the file, which asking alone would leave unmade.
    driver_.execute("PRAGMA busy_timeout");
    const Rows rows = driver_.query("PRAGMA busy_timeout");
    driver_.execute(
        fmt::format("PRAGMA busy_timeout = {}", std::min(patience, kSqliteBusy).count()));
    restoreAll_ = fmt::format("PRAGMA busy_timeout = {}", rows[0][0].value_or("0"));
}

Session::Session(Driver& driver, const Dialect& dialect, std::chrono::milliseconds patience)
    : driver_(driver) {
    switch (driver.kind()) {
    case DatabaseKind::PostgreSQL:
        break;
    case DatabaseKind::MySQL:
    case DatabaseKind::MariaDB:
        pinMysql(dialect.settings());
        break;
    case DatabaseKind::SQLite:
        pinSqlite(patience);
        break;
    }
}

// What cannot be put back must not keep the rest from it: then they go one by one.
Session::~Session() {
    const auto done = [this](const std::string& sql) {
        try {
            driver_.execute(sql);
            return true;
        } catch (...) {  // A lost connection has no settings.
            return false;
        }
    };
    if (!restoreAll_.empty() && !done(restoreAll_)) {
        for (const std::string& sql : restoreEach_) {
            done(sql);
        }
    }
}

}  // namespace godwit::detail
