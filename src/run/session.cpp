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

SettingsOutside::SettingsOutside(Driver& driver,
                                 const Dialect& dialect,
                                 const std::string& searchPath)
    : driver_(driver) {
    if (driver.kind() != DatabaseKind::PostgreSQL) {
        return;
    }
    std::vector<Setting> settings = dialect.settings();
    if (!searchPath.empty()) {
        settings.push_back({"search_path", searchPath});
    }
    std::string ask;
    std::vector<std::string> pin;
    for (const Setting& setting : settings) {
        ask += fmt::format("{} current_setting('{}')", ask.empty() ? "SELECT" : ",", setting.name);
        pin.push_back(fmt::format("SET {} = {}", setting.name, setting.value));
    }
    if (!searchPath.empty()) {
        pin.back() =
            fmt::format("SELECT set_config('search_path', {}, false)", dialect.literal(searchPath));
    }
    const Rows own = driver_.query(ask);
    for (std::size_t i = 0; i < settings.size(); ++i) {
        restore_ += fmt::format("{} set_config('{}', {}, false)",
                                restore_.empty() ? "SELECT" : ",",
                                settings[i].name,
                                dialect.literal(own[0][i].value_or("")));
    }
    driver_.executeTogether(pin);
}

SettingsOutside::~SettingsOutside() {
    if (restore_.empty()) {
        return;
    }
    try {
        driver_.query(restore_);
    } catch (...) {  // NOLINT(bugprone-empty-catch): a lost connection has no settings.
    }
}

}  // namespace godwit::detail
