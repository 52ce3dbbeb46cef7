#include <algorithm>
#include <random>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "run/lock.hpp"

namespace godwit::detail {

namespace {

// Advisory locks are per database and have 64-bit keys; GET_LOCK names are per server, at most 64
// characters. Both keys are made by the server, which knows its schema without being asked first.
// https://www.postgresql.org/docs/current/functions-admin.html#FUNCTIONS-ADVISORY-LOCKS
// https://dev.mysql.com/doc/refman/8.4/en/locking-functions.html
std::string keyFor(const Dialect& dialect, const std::string& history) {
    switch (dialect.server().kind) {
    case DatabaseKind::PostgreSQL:
        return fmt::format("hashtextextended('godwit ' || current_schema() || '.' || {}, 0)",
                           dialect.literal(history));
    case DatabaseKind::MySQL:
    case DatabaseKind::MariaDB:
        return fmt::format("CONCAT('gw_', LEFT(SHA2(CONCAT(DATABASE(), '.', {}), 256), 40))",
                           dialect.literal(history));
    case DatabaseKind::SQLite:
        return {};
    }
    return {};
}

}  // namespace

MigrationLock::MigrationLock(Driver& driver, const Dialect& dialect, std::string history)
    : driver_(driver), kind_(dialect.server().kind), key_(keyFor(dialect, history)) {}

bool MigrationLock::tryAcquire() {
    if (kind_ == DatabaseKind::SQLite) {
        return true;
    }
    if (kind_ == DatabaseKind::PostgreSQL) {
        const Rows rows = driver_.query(fmt::format(
            "SELECT pg_try_advisory_lock(k), current_schema(), k FROM (SELECT {} AS k) AS key",
            key_));
        if (!rows[0][1]) {
            throw DatabaseError(
                ErrorCode::DatabaseNotFound,
                {"the search path names no schema that exists, so tables have no place to go",
                 "Nothing has run.",
                 "create the schema, or set the user's search_path"},
                {});
        }
        schema_ = *rows[0][1];
        held_ = rows[0][0] == "t";
        heldKey_ = *rows[0][2];
        return held_;
    }
    const Rows rows = driver_.query(
        fmt::format("SELECT GET_LOCK(k, 0), k FROM (SELECT {} AS k) AS lock_key", key_));
    held_ = rows[0][0] == "1";
    heldKey_ = rows[0][1].value_or("");
    return held_;
}

MigrationLock::~MigrationLock() {
    if (!held_) {
        return;
    }
    try {
        driver_.query(kind_ == DatabaseKind::PostgreSQL
                          ? fmt::format("SELECT pg_advisory_unlock({})", heldKey_)
                          : fmt::format("SELECT RELEASE_LOCK('{}')", heldKey_));
    } catch (const Error&) {  // NOLINT(bugprone-empty-catch): the lock ended with the connection.
    }
}

bool retry(std::chrono::milliseconds atMost,
           const std::function<bool()>& attempt,
           const std::function<void(std::chrono::microseconds)>& waiting) {
    using Clock = std::chrono::steady_clock;
    const Clock::time_point start = Clock::now();
    std::mt19937 random{std::random_device{}()};
    double pauseMs = 20;
    for (;;) {
        if (attempt()) {
            return true;
        }
        const auto passed = Clock::now() - start;
        if (passed >= atMost) {
            return false;
        }
        waiting(std::chrono::duration_cast<std::chrono::microseconds>(passed));
        std::uniform_real_distribution<double> jitter{0.75, 1.25};
        const std::chrono::duration<double, std::milli> pause{pauseMs * jitter(random)};
        std::this_thread::sleep_for(std::min<std::chrono::duration<double, std::milli>>(
            pause,
            std::chrono::duration<double, std::milli>(atMost - passed)));
        pauseMs = std::min(pauseMs * 1.5, 1000.0);
    }
}

}  // namespace godwit::detail
