// The driver of MySQL and MariaDB. SOCI opens the session and closes it; statements go to the
// native handle, because `session << sql` takes ":name" in comments and quoted names for binds and
// sends the text only up to there.

#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <soci/mysql/soci-mysql.h>
#include <soci/soci.h>

#include <godwit/mysql.hpp>

#include "connect/failing_driver.hpp"
#include "connect/failure.hpp"
#include "connect/url.hpp"
#include "mysql/prepared.hpp"
#include "mysql/protocol.hpp"
#include "mysql/session.hpp"

namespace godwit {

namespace {

std::string orEmpty(const char* text) { return text == nullptr ? std::string() : text; }

MYSQL* nativeHandle(soci::session& session) {
    // Debian's SOCI exports no type information of its classes, so a dynamic_cast does not link.
    return static_cast<soci::mysql_session_backend*>(session.get_backend())->conn_;
}

// What the handshake told; no I/O.
Server serverOf(MYSQL* handle) {
    return detail::mysqlServer(orEmpty(mysql_get_server_info(handle)));
}

detail::Place placeOf(MYSQL* handle) {
    detail::Url url;
    url.kind = serverOf(handle).kind;
    url.user = orEmpty(handle->user);
    url.host = orEmpty(handle->host);
    url.port = handle->port == 0 ? "" : std::to_string(handle->port);
    url.database = orEmpty(handle->db);
    return detail::placeOf(url);
}

// An application may have told its client to connect again by itself, which loses the locks, the
// settings and the transaction without an error. Not while godwit works on the session.
class NoReconnect {
public:
    explicit NoReconnect(MYSQL* handle) : handle_(handle) {
        mysql_get_option(handle_, MYSQL_OPT_RECONNECT, &wanted_);
        set(0);
    }
    ~NoReconnect() { set(wanted_); }
    NoReconnect(const NoReconnect&) = delete;
    NoReconnect& operator=(const NoReconnect&) = delete;

private:
    void set(char value) const {
        if (wanted_ != 0) {
            mysql_options(handle_, MYSQL_OPT_RECONNECT, &value);
        }
    }

    MYSQL* handle_;
    char wanted_ = 0;  // my_bool or bool, by the client library: a byte.
};

class MysqlDriver final : public Driver {
public:
    explicit MysqlDriver(detail::Url url)
        : url_(std::move(url)), place_(detail::placeOf(url_)), kind_(url_.kind) {}
    explicit MysqlDriver(soci::session& borrowed)
        : place_(placeOf(nativeHandle(borrowed))), kind_(place_.kind), session_(&borrowed) {}

    DatabaseKind kind() const override { return kind_; }
    std::string describe() const override { return place_.described; }
    Server server() override { return serverOf(begin("")); }
    Rows query(std::string_view sql) override { return send(sql).rows; }
    std::uint64_t execute(std::string_view sql) override { return send(sql).written; }
    Rows query(std::string_view sql, const std::vector<Value>& values) override {
        return send(sql, values).rows;
    }
    std::uint64_t execute(std::string_view sql, const std::vector<Value>& values) override {
        return send(sql, values).written;
    }
    bool inTransaction() override;

private:
    void open();
    void refuseOtherServer(MYSQL* handle);
    void adopt(MYSQL* handle);
    MYSQL* begin(std::string_view sql);
    detail::MysqlAnswer send(std::string_view sql);
    detail::MysqlAnswer send(std::string_view sql, const std::vector<Value>& values);
    [[noreturn]] void fail(MYSQL* handle, std::string_view sql);
    [[noreturn]] void fail(DatabaseError::Native native, std::string_view sql);

    detail::Url url_;
    detail::Place place_;
    DatabaseKind kind_;
    std::unique_ptr<soci::session> own_;
    soci::session* session_ = nullptr;
    std::optional<unsigned long> thread_;  // The server's number of the session of the first use.
    bool lost_ = false;
};

void MysqlDriver::open() {
    try {
        own_ = std::make_unique<soci::session>(soci::mysql, detail::mysqlConnectText(url_));
    } catch (const soci::mysql_soci_error& error) {
        const auto number = static_cast<int>(error.err_num_);
        DatabaseError::Native native{"", number, detail::redact(error.get_error_message(), url_)};
        throw detail::connectFailure(detail::codeOfFailedMysqlConnect(number),
                                     place_,
                                     std::move(native));
    } catch (const soci::soci_error& error) {
        DatabaseError::Native native{"", 0, detail::redact(error.get_error_message(), url_)};
        throw detail::connectFailure(ErrorCode::ServerUnreachable, place_, std::move(native));
    }
    refuseOtherServer(nativeHandle(*own_));
    session_ = own_.get();
}

void MysqlDriver::refuseOtherServer(MYSQL* handle) {
    const DatabaseKind actual = serverOf(handle).kind;
    if (actual == kind_) {
        return;
    }
    const std::string rest = place_.described.substr(nameOf(kind_).size());
    DatabaseError::Native native{"", 0, orEmpty(mysql_get_server_info(handle))};
    own_.reset();
    throw DatabaseError(ErrorCode::OtherServerThanUrl,
                        {fmt::format("the server at {} is {} and not {}",
                                     place_.described,
                                     titleOf(actual),
                                     titleOf(kind_)),
                         "No statement ran.",
                         fmt::format("write {}{}", nameOf(actual), rest)},
                        std::move(native));
}

// The first use of a session.
void MysqlDriver::adopt(MYSQL* handle) {
    if ((handle->server_status & SERVER_STATUS_IN_TRANS) != 0) {
        throw detail::transactionIsOpen(place_);
    }
    thread_ = mysql_thread_id(handle);
}

MYSQL* MysqlDriver::begin(std::string_view sql) {
    detail::refuseZeroByte(place_, sql);
    if (lost_) {
        throw detail::lostBefore(place_, sql);
    }
    if (session_ == nullptr) {
        open();
    }
    MYSQL* handle = nativeHandle(*session_);
    if (!thread_) {
        adopt(handle);
    } else if (mysql_thread_id(handle) != *thread_) {
        lost_ = true;
        throw detail::lostBefore(place_, sql);
    }
    return handle;
}

void MysqlDriver::fail(MYSQL* handle, std::string_view sql) {
    fail({orEmpty(mysql_sqlstate(handle)),
          static_cast<int>(mysql_errno(handle)),
          orEmpty(mysql_error(handle))},
         sql);
}

void MysqlDriver::fail(DatabaseError::Native native, std::string_view sql) {
    native.text = detail::redact(std::move(native.text), url_);
    const ErrorCode code = detail::codeOfMysqlError(native.code, native.text);
    lost_ = lost_ || code == ErrorCode::ConnectionLost;
    throw detail::mysqlStatementFailure(code, place_, std::move(native), sql);
}

detail::MysqlAnswer MysqlDriver::send(std::string_view sql) {
    MYSQL* handle = begin(sql);
    const NoReconnect guard(handle);
    if (mysql_real_query(handle, sql.data(), static_cast<unsigned long>(sql.size())) != 0) {
        fail(handle, sql);
    }
    detail::MysqlAnswer answer;
    answer.written = detail::mysqlWritten(mysql_affected_rows(handle));
    // A CALL gives several results. All must be read, or the next statement is refused (2014).
    for (int more = 0; more == 0; more = mysql_next_result(handle)) {
        const std::unique_ptr<MYSQL_RES, decltype(&mysql_free_result)> result(
            mysql_store_result(handle),
            &mysql_free_result);
        if (!result && mysql_errno(handle) != 0) {
            fail(handle, sql);
        }
        const unsigned columns = result ? mysql_num_fields(result.get()) : 0;
        while (MYSQL_ROW row = result ? mysql_fetch_row(result.get()) : nullptr) {
            const unsigned long* sizes = mysql_fetch_lengths(result.get());
            auto& values = answer.rows.values.emplace_back();
            for (unsigned i = 0; i < columns; ++i) {
                values.push_back(row[i] == nullptr
                                     ? std::nullopt
                                     : std::optional<std::string>(std::in_place, row[i], sizes[i]));
            }
        }
    }
    if (mysql_errno(handle) != 0) {
        fail(handle, sql);
    }
    return answer;
}

detail::MysqlAnswer MysqlDriver::send(std::string_view sql, const std::vector<Value>& values) {
    detail::checkValues(sql, values);
    MYSQL* handle = begin(sql);
    const NoReconnect guard(handle);
    detail::MysqlAnswer answer = detail::runPrepared(handle, sql, values);
    if (answer.failure) {
        fail(*std::move(answer.failure), sql);
    }
    return answer;
}

bool MysqlDriver::inTransaction() {
    if (lost_ || session_ == nullptr) {
        return false;
    }
    // Comes with every answer of the server.
    return (nativeHandle(*session_)->server_status & SERVER_STATUS_IN_TRANS) != 0;
}

}  // namespace

Connection connectMysql(std::string_view url) {
    return detail::connectionFor(
        url,
        {DatabaseKind::MySQL, DatabaseKind::MariaDB},
        [](detail::Url parsed) { return std::make_unique<MysqlDriver>(std::move(parsed)); });
}

Connection connectMysql(soci::session& session) {
    if (!detail::isMysqlSession(session)) {
        return detail::failingConnection(std::make_exception_ptr(
            UsageError(ErrorCode::BadArgument,
                       {"the SOCI session is not a connected session of the backend mysql",
                        "Nothing was connected to.",
                        "open it with soci::session session(soci::mysql, \"...\")"})));
    }
    return Connection(std::make_unique<MysqlDriver>(session));
}

namespace detail {

bool isMysqlSession(const soci::session& session) {
    try {
        return session.get_backend_name() == "mysql";
    } catch (const soci::soci_error&) {
        return false;  // It is not connected.
    }
}

}  // namespace detail

}  // namespace godwit
