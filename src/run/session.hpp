#pragma once

#include <string>

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
    /// @throws DatabaseError
    Session(Driver& driver, const Dialect& dialect);

    /// Puts the settings back; a connection that is gone needs none.
    ~Session();

    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

private:
    Driver& driver_;
    std::string restore_;
};

}  // namespace godwit::detail
