#include "sqlite/native.hpp"

#include <cstdlib>
#include <limits>
#include <memory>
#include <utility>

#include <fmt/format.h>
#include <sqlite3.h>

#include "connect/failure.hpp"
#include "model/value.hpp"

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

// SQLite writes 15 digits, which is the same number again only for most numbers.
// https://www.sqlite.org/floatingpoint.html
std::string floatText(sqlite3_stmt* statement, int column) {
    const double number = sqlite3_column_double(statement, column);
    std::string text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
    return std::strtod(text.c_str(), nullptr) == number ? text : numberText(number);
}

std::optional<std::string> columnText(sqlite3_stmt* statement, int column) {
    const int type = sqlite3_column_type(statement, column);
    if (type == SQLITE_NULL) {
        return std::nullopt;
    }
    if (type == SQLITE_FLOAT) {
        return floatText(statement, column);
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

// Binds one value; the position counts from 1. The statement is done before the value ends.
class Bind {
public:
    Bind(sqlite3_stmt* statement, int position) : statement_(statement), position_(position) {}

    int operator()(Null) const { return sqlite3_bind_null(statement_, position_); }
    int operator()(bool value) const { return sqlite3_bind_int(statement_, position_, value); }
    int operator()(std::int64_t value) const {
        return sqlite3_bind_int64(statement_, position_, value);
    }
    int operator()(std::uint64_t /*value*/) const { return SQLITE_RANGE; }
    int operator()(double value) const { return sqlite3_bind_double(statement_, position_, value); }
    int operator()(const std::string& value) const {
        return sqlite3_bind_text64(statement_,
                                   position_,
                                   value.data(),
                                   value.size(),
                                   SQLITE_STATIC,
                                   SQLITE_UTF8);
    }
    int operator()(const Bytes& value) const {
        return sqlite3_bind_blob64(statement_,
                                   position_,
                                   value.data.data(),
                                   value.data.size(),
                                   SQLITE_STATIC);
    }

private:
    sqlite3_stmt* statement_;
    int position_;
};

// A named or numbered placeholder, or nothing.
std::string namedPlaceholder(sqlite3_stmt* statement) {
    for (int i = 1; i <= sqlite3_bind_parameter_count(statement); ++i) {
        if (const char* name = sqlite3_bind_parameter_name(statement, i)) {
            return name;
        }
    }
    return {};
}

// Why the values cannot be bound, or nothing.
std::optional<SqliteAnswer> bindAll(sqlite3_stmt* statement,
                                    std::string_view sql,
                                    const std::vector<Value>& values) {
    const std::string name = namedPlaceholder(statement);
    if (!name.empty()) {
        throw foreignPlaceholder(sql, name);
    }
    const auto count = static_cast<std::size_t>(sqlite3_bind_parameter_count(statement));
    if (count != values.size()) {
        throw wrongNumberOfValues(sql, count, values.size());
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::holds_alternative<std::uint64_t>(values[i].data)) {
            throw valueDoesNotFit(sql, i, "an integer that SQLite has no room for");
        }
        const Bind bind(statement, static_cast<int>(i) + 1);
        if (std::visit(bind, values[i].data) != SQLITE_OK) {
            return failed(sqlite3_db_handle(statement));
        }
    }
    return std::nullopt;
}

SqliteAnswer finish(sqlite3_stmt* statement) {
    sqlite3* db = sqlite3_db_handle(statement);
    SqliteAnswer answer;
    const int before = sqlite3_total_changes(db);
    int step = sqlite3_step(statement);
    for (; step == SQLITE_ROW; step = sqlite3_step(statement)) {
        auto& row = answer.rows.values.emplace_back();
        for (int column = 0; column < sqlite3_column_count(statement); ++column) {
            row.push_back(columnText(statement, column));
        }
    }
    // A statement that writes no rows leaves the number of the one before it.
    // https://www.sqlite.org/c3ref/changes.html
    if (sqlite3_total_changes(db) != before) {
        answer.written = static_cast<std::uint64_t>(sqlite3_changes(db));
    }
    return step == SQLITE_DONE ? answer : failed(db);
}

// `values` is null for a statement that must not have placeholders.
SqliteAnswer run(sqlite3* db, std::string_view sql, const std::vector<Value>* values) {
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
    if (values != nullptr) {
        if (auto refusal = bindAll(statement.get(), sql, *values)) {
            return *std::move(refusal);
        }
    } else if (sqlite3_bind_parameter_count(statement.get()) > 0) {
        return refused(placeholderRefusal(statement.get()));
    }
    return finish(statement.get());
}

}  // namespace

SqliteAnswer runSqlite(void* handle, std::string_view sql) {
    return run(database(handle), sql, nullptr);
}

SqliteAnswer runSqlite(void* handle, std::string_view sql, const std::vector<Value>& values) {
    return run(database(handle), sql, &values);
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
