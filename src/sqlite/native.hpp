#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <godwit/connection.hpp>
#include <godwit/error.hpp>

namespace godwit::detail {

// SQLite's own calls. SOCI includes <sqlite3.h> inside a namespace, so no file can include both:
// here the handle `sqlite3*` is a `void*`.

/// What a statement came to.
struct SqliteAnswer {
    Rows rows;
    std::uint64_t written = 0;  ///< Rows that it inserted, updated or deleted.
    /// Why it did not run to its end. Code 0: godwit did not hand it to SQLite, `text` says why.
    std::optional<DatabaseError::Native> failure;
};

/// Runs the one statement of `sql`. A second one and placeholders are refused before anything runs.
SqliteAnswer runSqlite(void* handle, std::string_view sql);

/// The same with a value for each placeholder; a placeholder is written `?`.
/// @throws UsageError (BadArgument)
SqliteAnswer runSqlite(void* handle, std::string_view sql, const std::vector<Value>& values);

bool sqliteInTransaction(void* handle);

/// The path of the file; empty in memory.
std::string sqliteFile(void* handle);

/// Waits up to a minute for a lock of another connection, and enforces foreign keys.
void prepareSqlite(void* handle);

/// The version of the library.
Version sqliteVersion();

/// What a failed statement is, by SQLite's (extended) result code, 0 where godwit refused it; a
/// missing table has no code of its own and is known by SQLite's text, which is never translated.
ErrorCode codeOfSqliteError(const DatabaseError::Native& native);

}  // namespace godwit::detail
