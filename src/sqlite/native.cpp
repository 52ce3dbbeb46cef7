#include "sqlite/native.hpp"

#include <limits>
#include <memory>
#include <utility>

#include <fmt/format.h>
#include <sqlite3.h>

namespace godwit::detail {

namespace {

struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

sqlite3* database(void* handle) { return static_cast<sqlite3*>(handle); }

constexpr std::string_view kBlanks = " \t\n\f\r";

// What is left behind blanks, semicolons and comments.
std::string_view withoutEmptyStatements(std::string_view sql) {
    for (;;) {
        const auto start = sql.find_first_not_of(';');
        if (start == std::string_view::npos) {
            return {};
        }
        sql.remove_prefix(start);
        if (kBlanks.find(sql.front()) != std::string_view::npos) {
            sql.remove_prefix(1);
        } else if (sql.substr(0, 2) == "--") {
            const auto end = sql.find('\n');
            sql = end == std::string_view::npos ? std::string_view{} : sql.substr(end + 1);
        } else if (sql.substr(0, 2) == "/*") {
            const auto end = sql.find("*/", 2);
            sql = end == std::string_view::npos ? std::string_view{} : sql.substr(end + 2);
        } else {
            return sql;
        }
    }
}

SqliteAnswer refused(std::string reason) {
    SqliteAnswer answer;
    answer.failure = DatabaseError::Native{"", 0, std::move(reason)};
    return answer;
}

SqliteAnswer failed(sqlite3* db) {
    SqliteAnswer answer;
    answer.failure = DatabaseError::Native{"", sqlite3_extended_errcode(db), sqlite3_errmsg(db)};
    return answer;
}

std::optional<std::string> columnText(sqlite3_stmt* statement, int column) {
    const int type = sqlite3_column_type(statement, column);
    if (type == SQLITE_NULL) {
        return std::nullopt;
    }
    const void* bytes = type == SQLITE_BLOB ? sqlite3_column_blob(statement, column)
                                            : sqlite3_column_text(statement, column);
    // After the text, since that call may convert. https://www.sqlite.org/c3ref/column_blob.html
    const int size = sqlite3_column_bytes(statement, column);
    return bytes == nullptr
               ? std::string()
               : std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

// A parameter that nobody bound would be NULL without an error.
std::string placeholderRefusal(sqlite3_stmt* statement) {
    const char* name = sqlite3_bind_parameter_name(statement, 1);
    return fmt::format("it holds the placeholder {}, to which nothing is bound",
                       name == nullptr ? "?" : name);
}

}  // namespace

SqliteAnswer runSqlite(void* handle, std::string_view sql) {
    sqlite3* db = database(handle);
    sql = withoutEmptyStatements(sql);
    if (sql.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
        return refused("it is longer than 2 GiB");
    }
    sqlite3_stmt* prepared = nullptr;
    const char* tail = nullptr;
    const int code =
        sqlite3_prepare_v2(db, sql.data(), static_cast<int>(sql.size()), &prepared, &tail);
    const Statement statement(prepared);
    if (code != SQLITE_OK) {
        return failed(db);
    }
    if (!statement) {
        return {};
    }
    // SQLite itself ignores what follows the first statement.
    if (!withoutEmptyStatements(sql.substr(static_cast<std::size_t>(tail - sql.data()))).empty()) {
        return refused("it is more than one statement, and SQLite takes one at a time");
    }
    if (sqlite3_bind_parameter_count(statement.get()) > 0) {
        return refused(placeholderRefusal(statement.get()));
    }
    SqliteAnswer answer;
    int step = sqlite3_step(statement.get());
    for (; step == SQLITE_ROW; step = sqlite3_step(statement.get())) {
        auto& values = answer.rows.values.emplace_back();
        for (int column = 0; column < sqlite3_column_count(statement.get()); ++column) {
            values.push_back(columnText(statement.get(), column));
        }
    }
    return step == SQLITE_DONE ? answer : failed(db);
}

bool sqliteInTransaction(void* handle) { return sqlite3_get_autocommit(database(handle)) == 0; }

std::string sqliteFile(void* handle) {
    const char* path = sqlite3_db_filename(database(handle), "main");
    return path == nullptr ? std::string() : std::string(path);
}

void prepareSqlite(void* handle) {
    constexpr int kMilliseconds = 60'000;
    sqlite3_busy_timeout(database(handle), kMilliseconds);
    // Reads no file. https://www.sqlite.org/pragma.html#pragma_foreign_keys
    sqlite3_exec(database(handle), "PRAGMA foreign_keys = ON", nullptr, nullptr, nullptr);
}

Version sqliteVersion() {
    const auto number = static_cast<std::uint32_t>(sqlite3_libversion_number());
    return {number / 1'000'000, number / 1'000 % 1'000, number % 1'000};
}

// https://www.sqlite.org/rescode.html
ErrorCode codeOfSqliteError(const DatabaseError::Native& native) {
    switch (native.code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_INTERRUPT:
        return ErrorCode::DatabaseBusy;
    case SQLITE_READONLY:
        return ErrorCode::DatabaseReadOnly;
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN:
        return ErrorCode::PermissionDenied;
    case SQLITE_NOTADB:
        return ErrorCode::DatabaseNotFound;
    case SQLITE_ERROR:
        return native.text.rfind("no such table: ", 0) == 0 ? ErrorCode::TableNotFound
                                                            : ErrorCode::StatementRefused;
    default:
        return ErrorCode::StatementRefused;
    }
}

}  // namespace godwit::detail
