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
// A history that the search path finds has its schema; a new one goes to the current schema.
// https://www.postgresql.org/docs/current/functions-admin.html#FUNCTIONS-ADVISORY-LOCKS
std::string postgresqlQuestion(const std::string& history) {
    return fmt::format(
        "SELECT pg_try_advisory_lock(k), k, home, current_setting('search_path'), "
        "current_setting('standard_conforming_strings') = 'on' AND "
        "current_setting('client_encoding') = 'UTF8' FROM (SELECT home, "
        "hashtextextended('godwit ' || home || '.' || {0}, 0) AS k FROM (SELECT coalesce((SELECT "
        "n.nspname::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid "
        "= to_regclass(quote_ident({0}))), current_schema()::text) AS home) AS place) AS key",
        history);
}

// Table names may be the same in any case, depending on the server.
// https://dev.mysql.com/doc/refman/8.4/en/locking-functions.html
std::string mysqlQuestion(const std::string& history) {
    return fmt::format(
        "SELECT GET_LOCK(k, 0), k, home FROM (SELECT DATABASE() AS home, CONCAT('gw_', "
        "LEFT(SHA2(LOWER(CONCAT(DATABASE(), '.', {})), 256), 40)) AS k) AS place",
        history);
}

}  // namespace

MigrationLock::MigrationLock(Driver& driver, const Dialect& dialect, const std::string& history)
    : driver_(driver), dialect_(dialect), history_(dialect.literal(history)) {}

bool MigrationLock::tryAcquire() {
    switch (dialect_.server().kind) {
    case DatabaseKind::PostgreSQL:
        return tryPostgresql();
    case DatabaseKind::MySQL:
    case DatabaseKind::MariaDB:
        return tryMysql();
    case DatabaseKind::SQLite:
        return true;
    }
    return false;
}

bool MigrationLock::tryPostgresql() {
    const Rows rows = driver_.query(postgresqlQuestion(history_));
    const auto& row = rows[0];
    if (!row[2]) {
        throw DatabaseError(
            ErrorCode::DatabaseNotFound,
            {"the search path names no schema that exists, so tables have no place to go",
             "Nothing has run.",
             "create the schema, or set the user's search_path"},
            {});
    }
    place_ = {.home = *row[2],
              .searchPath = row[3].value_or(""),
              .readsLiteralsAsWritten = row[4] == "t"};
    if (row[0] == "t") {
        release_ =
            fmt::format("SELECT pg_advisory_unlock({}), set_config('search_path', {}, false)",
                        row[1].value_or("0"),
                        dialect_.literal(place_.searchPath));
    }
    return !release_.empty();
}

bool MigrationLock::tryMysql() {
    const Rows rows = driver_.query(mysqlQuestion(history_));
    const auto& row = rows[0];
    place_ = {.home = row[2].value_or(""), .searchPath = {}, .readsLiteralsAsWritten = true};
    if (row[0] == "1") {
        release_ = fmt::format("SELECT RELEASE_LOCK('{}')", row[1].value_or(""));
    }
    return !release_.empty();
}

MigrationLock::~MigrationLock() {
    if (release_.empty()) {
        return;
    }
    try {
        driver_.query(release_);
    } catch (...) {  // NOLINT(bugprone-empty-catch): the lock ended with the connection.
    }
}

bool retry(std::chrono::milliseconds atMost,
           const std::function<bool()>& attempt,
           const std::function<void(std::chrono::microseconds)>& waiting) {
    using Clock = std::chrono::steady_clock;
    const Clock::time_point start = Clock::now();
    // "For ever" is a number that no clock can be moved by.
    atMost = std::min<std::chrono::milliseconds>(atMost, std::chrono::hours{24 * 365});
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
