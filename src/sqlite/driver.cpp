// The SQLite driver. SOCI opens and closes the database; statements go to the native handle, since
// SOCI drops what follows the first statement and makes NULL of placeholders.

#include <exception>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <godwit/sqlite.hpp>

#include "connect/failing_driver.hpp"
#include "connect/failure.hpp"
#include "connect/url.hpp"
#include "sqlite/native.hpp"
#include "sqlite/session.hpp"

namespace godwit {

namespace {

constexpr std::string_view kMemory = ":memory:";

void* nativeHandle(soci::session& session) {
    // Debian's SOCI exports no type information of its classes, so a dynamic_cast does not link.
    return static_cast<soci::sqlite3_session_backend*>(session.get_backend())->conn_;
}

detail::Url urlOf(const std::string& file) {
    detail::Url url;
    url.kind = DatabaseKind::SQLite;
    url.database = file.empty() ? std::string(kMemory) : file;
    return url;
}

// SOCI takes a text without "=" for the path itself.
std::string connectText(const std::string& path) {
    // SQLite would read "file:..." as a URI.
    const std::string plain = path.rfind("file:", 0) == 0 ? "./" + path : path;
    return plain.find('=') == std::string::npos ? plain : fmt::format("dbname=\"{}\"", plain);
}

detail::SqliteAnswer run(void* handle, std::string_view sql, const std::vector<Value>* values) {
    return values == nullptr ? detail::runSqlite(handle, sql)
                             : detail::runSqlite(handle, sql, *values);
}

class SqliteDriver final : public Driver {
public:
    explicit SqliteDriver(detail::Url url)
        : path_(std::move(url.database)), place_(detail::placeOf(urlOf(path_))) {}
    explicit SqliteDriver(soci::session& borrowed)
        : place_(detail::placeOf(urlOf(detail::sqliteFile(nativeHandle(borrowed))))),
          session_(&borrowed),
          borrowed_(true) {}

    DatabaseKind kind() const override { return DatabaseKind::SQLite; }
    std::string describe() const override { return place_.described; }
    Server server() override { return {DatabaseKind::SQLite, detail::sqliteVersion()}; }
    Rows query(std::string_view sql) override;
    std::uint64_t execute(std::string_view sql) override { return send(sql, nullptr).written; }
    Rows query(std::string_view sql, const std::vector<Value>& values) override;
    std::uint64_t execute(std::string_view sql, const std::vector<Value>& values) override;
    bool inTransaction() override;

private:
    bool isFile() const { return !borrowed_ && path_ != kMemory; }
    void open();
    bool isAbsent() const;
    Rows queryAbsent(std::string_view sql, const std::vector<Value>* values) const;
    void refusePath() const;
    detail::SqliteAnswer send(std::string_view sql, const std::vector<Value>* values);
    DatabaseError failure(DatabaseError::Native native, std::string_view sql) const;

    std::string path_;
    detail::Place place_;
    std::unique_ptr<soci::session> own_;
    soci::session* session_ = nullptr;
    bool borrowed_ = false;
    bool used_ = false;
};

// Throws when there is no place for the file.
void SqliteDriver::refusePath() const {
    const std::filesystem::path path(path_);
    const std::filesystem::path directory = path.parent_path();
    std::error_code ignored;
    const bool noDirectory =
        !directory.empty() && !std::filesystem::is_directory(directory, ignored);
    if (!noDirectory && !std::filesystem::is_directory(path, ignored)) {
        return;
    }
    throw DatabaseError(
        ErrorCode::DatabaseNotFound,
        {noDirectory ? fmt::format("the directory {} of the SQLite file {} does not exist",
                                   directory.string(),
                                   path_)
                     : fmt::format("{} is a directory and not an SQLite file", path_),
         "Nothing was created.",
         noDirectory ? "create the directory, or mend the path in the URL"
                     : "write the path of the file in the URL"},
        {});
}

void SqliteDriver::open() {
    if (isFile()) {
        refusePath();
    }
    try {
        own_ = std::make_unique<soci::session>(soci::sqlite3, connectText(path_));
    } catch (const soci::soci_error& error) {
        throw DatabaseError(ErrorCode::PermissionDenied,
                            {fmt::format("the SQLite file {} cannot be opened", path_),
                             "No statement ran.",
                             "check that this user may read and write the file and its directory"},
                            {"", 0, error.get_error_message()});
    }
    detail::prepareSqlite(nativeHandle(*own_));
    session_ = own_.get();
}

bool SqliteDriver::isAbsent() const {
    std::error_code error;
    return session_ == nullptr && isFile() && !std::filesystem::exists(path_, error) && !error;
}

// To look at a database must not make one: an empty one in memory answers for the file that is
// not there yet.
Rows SqliteDriver::queryAbsent(std::string_view sql, const std::vector<Value>* values) const {
    refusePath();
    detail::refuseZeroByte(place_, sql);
    soci::session standIn(soci::sqlite3, std::string(kMemory));
    detail::prepareSqlite(nativeHandle(standIn));
    detail::SqliteAnswer answer = run(nativeHandle(standIn), sql, values);
    if (!answer.failure) {
        return std::move(answer.rows);
    }
    if (detail::codeOfSqliteError(*answer.failure) != ErrorCode::TableNotFound) {
        throw failure(*std::move(answer.failure), sql);
    }
    ErrorWhere where;
    where.sql = std::string(sql);
    throw DatabaseError(ErrorCode::TableNotFound,
                        {fmt::format("the SQLite file {} does not exist yet", path_),
                         "Nothing was created.",
                         "the first migration creates it"},
                        *std::move(answer.failure),
                        std::move(where));
}

DatabaseError SqliteDriver::failure(DatabaseError::Native native, std::string_view sql) const {
    const ErrorCode code = detail::codeOfSqliteError(native);
    if (code != ErrorCode::DatabaseNotFound) {
        return detail::statementFailure(code, place_, std::move(native), sql);
    }
    ErrorWhere where;
    where.sql = std::string(sql);
    return DatabaseError(code,
                         {fmt::format("the file of {} is not an SQLite database", place_.described),
                          "Nothing was changed.",
                          "check the path in the URL; godwit does not overwrite a file"},
                         std::move(native),
                         std::move(where));
}

Rows SqliteDriver::query(std::string_view sql) {
    return isAbsent() ? queryAbsent(sql, nullptr) : send(sql, nullptr).rows;
}

Rows SqliteDriver::query(std::string_view sql, const std::vector<Value>& values) {
    detail::checkValues(sql, values);
    return isAbsent() ? queryAbsent(sql, &values) : send(sql, &values).rows;
}

std::uint64_t SqliteDriver::execute(std::string_view sql, const std::vector<Value>& values) {
    detail::checkValues(sql, values);
    return send(sql, &values).written;
}

detail::SqliteAnswer SqliteDriver::send(std::string_view sql, const std::vector<Value>* values) {
    detail::refuseZeroByte(place_, sql);
    if (session_ == nullptr) {
        open();
    }
    void* handle = nativeHandle(*session_);
    if (!used_ && detail::sqliteInTransaction(handle)) {
        throw detail::transactionIsOpen(place_);
    }
    used_ = true;
    detail::SqliteAnswer answer = run(handle, sql, values);
    if (answer.failure) {
        throw failure(*std::move(answer.failure), sql);
    }
    return answer;
}

bool SqliteDriver::inTransaction() {
    return session_ != nullptr && detail::sqliteInTransaction(nativeHandle(*session_));
}

}  // namespace

Connection connectSqlite(std::string_view url) {
    return detail::connectionFor(url, {DatabaseKind::SQLite}, [](detail::Url parsed) {
        return std::make_unique<SqliteDriver>(std::move(parsed));
    });
}

Connection connectSqlite(soci::session& session) {
    if (!detail::isSqliteSession(session)) {
        return detail::failingConnection(std::make_exception_ptr(
            UsageError(ErrorCode::BadArgument,
                       {"the SOCI session is not a connected session of the backend sqlite3",
                        "Nothing was connected to.",
                        "open it with soci::session session(soci::sqlite3, \"...\")"})));
    }
    return Connection(std::make_unique<SqliteDriver>(session));
}

namespace detail {

bool isSqliteSession(const soci::session& session) {
    try {
        return session.get_backend_name() == "sqlite3";
    } catch (const soci::soci_error&) {
        return false;  // It is not connected.
    }
}

}  // namespace detail

}  // namespace godwit
