#include <fmt/format.h>

#include "run/session.hpp"

namespace godwit::detail {

namespace {

std::string quoted(const std::string& text) {
    std::string out = "'";
    for (const char c : text) {
        out += c == '\'' ? "''" : std::string(1, c);
    }
    return out + "'";
}

std::string pinMysql(Driver& driver, const std::vector<Setting>& settings) {
    std::string ask = "SELECT ";
    std::string pin = "SET ";
    for (const Setting& setting : settings) {
        ask += fmt::format("@@SESSION.{}, ", setting.name);
        pin += fmt::format("SESSION {} = {}, ", setting.name, setting.value);
    }
    ask.resize(ask.size() - 2);
    pin.resize(pin.size() - 2);
    const Rows rows = driver.query(ask);
    driver.execute(pin);
    std::string restore = "SET ";
    for (std::size_t i = 0; i < settings.size(); ++i) {
        // Where a number was set, a text would be refused.
        const bool number = settings[i].value.find_first_not_of("0123456789") == std::string::npos;
        const std::string value = rows[0][i].value_or("");
        restore += fmt::format("{}SESSION {} = {}",
                               i == 0 ? "" : ", ",
                               settings[i].name,
                               number ? value : quoted(value));
    }
    return restore;
}

// Long enough for another process's transaction to end while this one holds none.
constexpr const char* kSqliteBusyMs = "1000";

std::string pinSqlite(Driver& driver) {
    // Setting it opens the file, which asking alone would leave unmade.
    driver.execute("PRAGMA user_version");
    const Rows rows = driver.query("PRAGMA busy_timeout");
    driver.execute(fmt::format("PRAGMA busy_timeout = {}", kSqliteBusyMs));
    return fmt::format("PRAGMA busy_timeout = {}", rows[0][0].value_or("0"));
}

}  // namespace

Session::Session(Driver& driver, const Dialect& dialect) : driver_(driver) {
    switch (driver.kind()) {
    case DatabaseKind::PostgreSQL:
        break;
    case DatabaseKind::MySQL:
    case DatabaseKind::MariaDB:
        restore_ = pinMysql(driver, dialect.settings());
        break;
    case DatabaseKind::SQLite:
        restore_ = pinSqlite(driver);
        break;
    }
}

Session::~Session() {
    if (restore_.empty()) {
        return;
    }
    try {
        driver_.execute(restore_);
    } catch (const Error&) {  // NOLINT(bugprone-empty-catch): a lost connection has no settings.
    }
}

}  // namespace godwit::detail
