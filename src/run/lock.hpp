#pragma once

#include <chrono>
#include <functional>
#include <string>

#include <godwit/connection.hpp>
#include <godwit/dialect.hpp>

namespace godwit::detail {

/// Where a run works, as the server says when it is asked for the lock.
struct Workplace {
    std::string home;        ///< PostgreSQL: schema of the history. MySQL, MariaDB: the database.
    std::string searchPath;  ///< PostgreSQL: the session's own.
    bool readsLiteralsAsWritten = true;  ///< PostgreSQL: no setting bends texts of the message.
};

/// Keeps every other migrator of the same history away.
///
/// PostgreSQL and MySQL/MariaDB: a lock of the session, only ever tried, never waited for inside
/// the server (a blocked waiter would deadlock with CREATE INDEX CONCURRENTLY). It ends with the
/// connection, so that a dead process blocks nobody. SQLite: each transaction's own write lock.
class MigrationLock {
public:
    /// Takes nothing yet.
    MigrationLock(Driver& driver, const Dialect& dialect, const std::string& history);

    /// Gives the lock back, and on PostgreSQL the search path that a migration may have changed.
    ~MigrationLock();

    MigrationLock(const MigrationLock&) = delete;
    MigrationLock& operator=(const MigrationLock&) = delete;

    /// True when the lock is held now. Asks once.
    bool tryAcquire();

    /// Known once the lock was asked for.
    const Workplace& place() const { return place_; }

private:
    bool tryPostgresql();
    bool tryMysql();

    Driver& driver_;
    const Dialect& dialect_;
    std::string history_;  // as a literal
    std::string release_;  // what gives the lock back; empty while it is not held
    Workplace place_;
};

/// Asks again and again until `attempt` is true, with growing random pauses of 20 ms to 1 s.
/// @param waiting is called after each vain attempt with the time so far.
/// @return false when `atMost` has passed.
bool retry(std::chrono::milliseconds atMost,
           const std::function<bool()>& attempt,
           const std::function<void(std::chrono::microseconds)>& waiting);

}  // namespace godwit::detail
