#pragma once

#include <chrono>
#include <functional>
#include <string>

#include <godwit/connection.hpp>
#include <godwit/dialect.hpp>

namespace godwit::detail {

/// Keeps every other migrator of the same history away.
///
/// PostgreSQL and MySQL/MariaDB: a lock of the session, only ever tried, never waited for inside
/// the server (a blocked waiter would deadlock with CREATE INDEX CONCURRENTLY). It ends with the
/// connection, so that a dead process blocks nobody. SQLite: each transaction's own write lock.
class MigrationLock {
public:
    /// Takes nothing yet.
    MigrationLock(Driver& driver, const Dialect& dialect, std::string history);

    /// Gives the lock back.
    ~MigrationLock();

    MigrationLock(const MigrationLock&) = delete;
    MigrationLock& operator=(const MigrationLock&) = delete;

    /// True when the lock is held now. Asks once.
    bool tryAcquire();

    /// PostgreSQL: the schema that new tables go to; known once the lock is held.
    const std::string& schema() const { return schema_; }

private:
    Driver& driver_;
    DatabaseKind kind_;
    std::string key_;      // as SQL
    std::string heldKey_;  // its value: a migration may move the session to another schema
    std::string schema_;
    bool held_ = false;
};

/// Asks again and again until `attempt` is true, with growing random pauses of 20 ms to 1 s.
/// @param waiting is called after each vain attempt with the time so far.
/// @return false when `atMost` has passed.
bool retry(std::chrono::milliseconds atMost,
           const std::function<bool()>& attempt,
           const std::function<void(std::chrono::microseconds)>& waiting);

}  // namespace godwit::detail
