#pragma once

#include <chrono>
#include <string>
#include <vector>

#include <godwit/connection.hpp>
#include <godwit/dialect.hpp>

namespace godwit::detail {

/// The settings of a connection that the SQL of a run relies on, pinned for its duration and put
/// back at the end: the connection may be the application's own.
///
/// MySQL and MariaDB: the dialect's. SQLite: the busy timeout. PostgreSQL needs nothing here: its
/// settings are local to each transaction.
class Session {
public:
    /// @param patience how long the run may wait for others.
    /// @throws DatabaseError
    Session(Driver& driver, const Dialect& dialect, std::chrono::milliseconds patience);

    /// Puts the settings back; a connection that is gone needs none.
    ~Session();

    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

private:
    void pinMysql(const std::vector<Setting>& settings);
    void pinSqlite(std::chrono::milliseconds patience);

    Driver& driver_;
    std::string restoreAll_;
    std::vector<std::string> restoreEach_;
};

/// PostgreSQL: what holds inside the transactions of a run, for a statement outside of them.
/// Elsewhere the settings are those of the session already.
class SettingsOutside {
public:
    /// @param searchPath empty for the session's own.
    /// @throws DatabaseError
    SettingsOutside(Driver& driver, const Dialect& dialect, const std::string& searchPath);

    /// Puts the session's own settings back.
    ~SettingsOutside();

    SettingsOutside(const SettingsOutside&) = delete;
    SettingsOutside& operator=(const SettingsOutside&) = delete;

private:
    Driver& driver_;
    std::string restore_;
};

}  // namespace godwit::detail
