// The PostgreSQL driver, on what libpqxx 6.4, 7 and 8 have in common; the only file that includes
// pqxx. Statements go through pqxx::nontransaction, which sends exactly what it is given.

#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <pqxx/pqxx>

#include <godwit/postgresql.hpp>

#include "connect/failing_driver.hpp"
#include "connect/failure.hpp"
#include "connect/url.hpp"
#include "postgresql/placeholders.hpp"
#include "postgresql/protocol.hpp"
#include "support/hex.hpp"

namespace godwit {

namespace {

#if PQXX_VERSION_MAJOR < 7
// libpqxx 6 opens a new session when the old one is gone, without an error: locks, settings and
// the transaction are lost silently. This forbids it; being deprecated is no reason not to.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
void setReconnect(pqxx::connection& connection, bool allowed) {
    connection.inhibit_reactivation(!allowed);
}
// A connection of the application may be asleep, which is a state of libpqxx 6 alone.
void wake(pqxx::connection& connection) { connection.activate(); }
#pragma GCC diagnostic pop
#else
void setReconnect(pqxx::connection& /*connection*/, bool /*allowed*/) {}
void wake(pqxx::connection& /*connection*/) {}
#endif

// Notices ("table does not exist, skipping") are not errors and have no business on stderr, where
// libpqxx prints them. Only for connections of our own: an application has handlers of its own.
#if PQXX_VERSION_MAJOR < 7 || (PQXX_VERSION_MAJOR == 7 && PQXX_VERSION_MINOR < 10)
class Silence {
public:
    explicit Silence(pqxx::connection& connection) : handler_(connection) {}

private:
    pqxx::quiet_errorhandler handler_;
};
#else
class Silence {
public:
    explicit Silence(pqxx::connection& connection) {
        connection.set_notice_handler([](pqxx::zview) noexcept {});
    }
};
#endif

// libpqxx 6 throws these without the sqlstate they stand for.
std::string sqlstateOf(const std::exception& error) {
    if (const auto* sql = dynamic_cast<const pqxx::sql_error*>(&error)) {
        if (!sql->sqlstate().empty()) {
            return std::string(sql->sqlstate());
        }
    }
    if (dynamic_cast<const pqxx::insufficient_privilege*>(&error) != nullptr) {
        return "42501";
    }
    if (dynamic_cast<const pqxx::deadlock_detected*>(&error) != nullptr) {
        return "40P01";
    }
    if (dynamic_cast<const pqxx::serialization_failure*>(&error) != nullptr) {
        return "40001";
    }
    if (dynamic_cast<const pqxx::too_many_connections*>(&error) != nullptr) {
        return "53300";
    }
    return {};
}

std::string orEmpty(const char* text) { return text == nullptr ? std::string() : text; }

bool isOneSelect(std::string_view message) {
    return message.substr(0, 7) == "SELECT " && message.find(';') == std::string_view::npos;
}

// Where a connection of the application leads, without I/O.
detail::Place placeOf(pqxx::connection& connection) {
    detail::Url url;
    url.kind = DatabaseKind::PostgreSQL;
    if (connection.is_open()) {
        url.user = orEmpty(connection.username());
        url.host = orEmpty(connection.hostname());
        url.port = orEmpty(connection.port());
        url.database = orEmpty(connection.dbname());
    }
    return detail::placeOf(url);
}

Rows rowsOf(const pqxx::result& result) {
    Rows rows;
    for (const auto& row : result) {
        auto& values = rows.values.emplace_back();
        for (const auto& field : row) {
            values.push_back(field.is_null() ? std::nullopt
                                             : std::optional<std::string>(field.c_str()));
        }
    }
    return rows;
}

std::uint64_t writtenBy(const pqxx::result& result) {
    return static_cast<std::uint64_t>(result.affected_rows());
}

// A value in the server's own text form. Its type is the one that the placeholder's place asks for.
// https://www.postgresql.org/docs/current/libpq-exec.html#LIBPQ-PQEXECPARAMS
class TextOf {
public:
    using Text = std::optional<std::string>;
    Text operator()(Null) const { return std::nullopt; }
    Text operator()(bool value) const { return value ? "true" : "false"; }
    Text operator()(std::int64_t value) const { return fmt::format("{}", value); }
    Text operator()(std::uint64_t value) const { return fmt::format("{}", value); }
    Text operator()(double value) const { return fmt::format("{}", value); }
    Text operator()(const std::string& value) const { return value; }
    // https://www.postgresql.org/docs/current/datatype-binary.html
    Text operator()(const Bytes& value) const { return "\\x" + detail::hexOf(value.data); }
};

std::vector<std::optional<std::string>> textsOf(const std::vector<Value>& values) {
    std::vector<std::optional<std::string>> texts;
    texts.reserve(values.size());
    for (const Value& value : values) {
        texts.push_back(std::visit(TextOf{}, value.data));
    }
    return texts;
}

#if PQXX_VERSION_MAJOR < 7
pqxx::result exec(pqxx::nontransaction& work,
                  const std::string& sql,
                  const std::vector<std::optional<std::string>>& values) {
    std::vector<const char*> pointers;  // A null pointer is NULL.
    pointers.reserve(values.size());
    for (const auto& value : values) {
        pointers.push_back(value ? value->c_str() : nullptr);
    }
    return work.exec_params(sql, pqxx::prepare::make_dynamic_params(pointers));
}
#else
pqxx::result exec(pqxx::nontransaction& work,
                  const std::string& sql,
                  const std::vector<std::optional<std::string>>& values) {
    pqxx::params params;
    for (const auto& value : values) {
        if (value) {
            params.append(*value);
        } else {
            params.append();
        }
    }
#if PQXX_VERSION_MAJOR == 7 && PQXX_VERSION_MINOR < 10
    return work.exec_params(sql, params);
#else
    return work.exec(pqxx::zview(sql), params);
#endif
}
#endif

class PostgresqlDriver final : public Driver {
public:
    explicit PostgresqlDriver(detail::Url url)
        : url_(std::move(url)), place_(detail::placeOf(url_)) {}
    explicit PostgresqlDriver(pqxx::connection& borrowed)
        : place_(placeOf(borrowed)), session_(&borrowed), borrowed_(true) {}

    DatabaseKind kind() const override { return DatabaseKind::PostgreSQL; }
    std::string describe() const override { return place_.described; }
    Server server() override;
    Rows query(std::string_view sql) override;
    std::uint64_t execute(std::string_view sql) override;
    Rows query(std::string_view sql, const std::vector<Value>& values) override;
    std::uint64_t execute(std::string_view sql, const std::vector<Value>& values) override;
    void executeTogether(const std::vector<std::string>& statements) override;
    bool inTransaction() override;

private:
    class InUse;

    void open();
    void begin(std::string_view sql);
    bool probeTransaction();
    void refuseOpenTransaction();
    pqxx::result send(const std::string& message, std::string_view sql);
    pqxx::result send(std::string_view sql, const std::vector<Value>& values);
    bool backslashEscapes(std::string_view sql);
    template <class Exec>
    pqxx::result attempt(std::string_view sql, const Exec& exec);

    detail::Url url_;
    detail::Place place_;
    std::unique_ptr<pqxx::connection> own_;
    std::unique_ptr<Silence> silence_;
    pqxx::connection* session_ = nullptr;
    int backend_ = 0;  // Process id of the server's end of the session.
    bool borrowed_ = false;
    bool checkedTransaction_ = false;  // Of a borrowed session.
    bool onlySelects_ = true;
    bool lost_ = false;
};

// No reconnect while godwit works on the connection; afterwards an application's connection
// behaves again as the application has it.
class PostgresqlDriver::InUse {
public:
    explicit InUse(PostgresqlDriver& driver) : driver_(driver) {
        setReconnect(*driver_.session_, false);
    }
    ~InUse() {
        if (driver_.borrowed_) {
            setReconnect(*driver_.session_, true);
        }
    }
    InUse(const InUse&) = delete;
    InUse& operator=(const InUse&) = delete;

private:
    PostgresqlDriver& driver_;
};

void PostgresqlDriver::open() {
    if (session_ != nullptr && backend_ != 0) {
        return;
    }
    try {
        if (session_ == nullptr) {
            own_ = std::make_unique<pqxx::connection>(detail::postgresqlConnectText(url_));
            silence_ = std::make_unique<Silence>(*own_);
            session_ = own_.get();
        } else {
            if (!session_->is_open()) {
                wake(*session_);
            }
            place_ = placeOf(*session_);
        }
        backend_ = session_->backendpid();
    } catch (const std::exception& error) {
        // A failed connect has no sqlstate.
        // Told apart by the server's own words, before those are taken out that are the password.
        const ErrorCode code = detail::codeOfFailedConnect(error.what(), place_);
        std::string text = detail::redact(error.what(), url_);
        const std::string reason = detail::reasonOfFailedConnect(text);
        throw detail::connectFailure(code, place_, {"", 0, std::move(text)}, reason);
    }
}

// Before a statement: there is a session, and it is the one of the first use.
void PostgresqlDriver::begin(std::string_view sql) {
    detail::refuseZeroByte(place_, sql);
    if (lost_) {
        throw detail::lostBefore(place_, sql);
    }
    open();
    if (!session_->is_open() || session_->backendpid() != backend_) {
        lost_ = true;
        throw detail::lostBefore(place_, sql);
    }
}

// `sql` is what an error names: empty when `message` holds several statements.
pqxx::result PostgresqlDriver::send(const std::string& message, std::string_view sql) {
    begin(sql);
    onlySelects_ = onlySelects_ && isOneSelect(message);
    return attempt(sql, [&](pqxx::nontransaction& work) { return work.exec(message); });
}

pqxx::result PostgresqlDriver::send(std::string_view sql, const std::vector<Value>& values) {
    detail::checkValues(sql, values);
    const detail::NumberedSql numbered = detail::numberPlaceholders(sql, backslashEscapes(sql));
    if (!numbered.stray.empty()) {
        throw detail::foreignPlaceholder(sql, numbered.stray);
    }
    if (numbered.count != values.size()) {
        throw detail::wrongNumberOfValues(sql, numbered.count, values.size());
    }
    begin(sql);
    onlySelects_ = onlySelects_ && isOneSelect(numbered.sql);
    const std::vector<std::optional<std::string>> texts = textsOf(values);
    return attempt(sql,
                   [&](pqxx::nontransaction& work) { return exec(work, numbered.sql, texts); });
}

// Whether a backslash escapes in '...' is a setting of the session; it matters to few statements.
// https://www.postgresql.org/docs/current/runtime-config-compatible.html
bool PostgresqlDriver::backslashEscapes(std::string_view sql) {
    if (sql.find('\\') == std::string_view::npos) {
        return false;
    }
    const Rows rows = query("SELECT pg_catalog.current_setting('standard_conforming_strings')");
    return rows[0][0] == "off";
}

template <class Exec>
pqxx::result PostgresqlDriver::attempt(std::string_view sql, const Exec& exec) {
    const InUse guard(*this);
    try {
        pqxx::nontransaction work(*session_);
        return exec(work);
    } catch (const pqxx::usage_error&) {
        // Another transaction object of libpqxx is at work on the application's connection.
        throw detail::transactionIsOpen(place_);
    } catch (const std::exception& error) {
        const std::string sqlstate = sqlstateOf(error);
        const ErrorCode code =
            session_->is_open() ? detail::codeOfSqlstate(sqlstate) : ErrorCode::ConnectionLost;
        lost_ = code == ErrorCode::ConnectionLost;
        throw detail::statementFailure(code,
                                       place_,
                                       {sqlstate, 0, detail::redact(error.what(), url_)},
                                       sql);
    }
}

Server PostgresqlDriver::server() {
    begin("");
    // 170002 is 17.2; before version 10 there were three parts.
    const auto number = static_cast<std::uint32_t>(session_->server_version());
    const std::uint32_t major = number / 10000;
    if (major >= 10) {
        return {DatabaseKind::PostgreSQL, {major, number % 10000, 0}};
    }
    return {DatabaseKind::PostgreSQL, {major, number / 100 % 100, number % 100}};
}

Rows PostgresqlDriver::query(std::string_view sql) { return rowsOf(send(std::string(sql), sql)); }

Rows PostgresqlDriver::query(std::string_view sql, const std::vector<Value>& values) {
    return rowsOf(send(sql, values));
}

std::uint64_t PostgresqlDriver::execute(std::string_view sql, const std::vector<Value>& values) {
    refuseOpenTransaction();
    return writtenBy(send(sql, values));
}

std::uint64_t PostgresqlDriver::execute(std::string_view sql) {
    refuseOpenTransaction();
    return writtenBy(send(std::string(sql), sql));
}

void PostgresqlDriver::executeTogether(const std::vector<std::string>& statements) {
    if (statements.empty()) {
        return;
    }
    refuseOpenTransaction();
    std::string message;
    for (const std::string& statement : statements) {
        detail::refuseZeroByte(place_, statement);
        // A line of its own: a statement may end with a comment.
        message += message.empty() ? "" : "\n;\n";
        message += statement;
    }
    send(message, statements.size() == 1 ? statements.front() : "");
}

// Within a transaction now() stands still at the message that opened it; outside, every message
// has its own. libpqxx does not show PQtransactionStatus(), and this asks the server itself.
// https://www.postgresql.org/docs/current/functions-datetime.html#FUNCTIONS-DATETIME-CURRENT
bool PostgresqlDriver::probeTransaction() {
    try {
        const std::string probe = "SELECT pg_catalog.now() <> pg_catalog.statement_timestamp()";
        return std::string(send(probe, probe)[0][0].c_str()) == "t";
    } catch (const DatabaseError& error) {
        if (error.sqlstate() == "25P02") {  // in_failed_sql_transaction
            return true;
        }
        throw;
    }
}

bool PostgresqlDriver::inTransaction() {
    // A session of our own that has seen nothing but SELECT cannot be in one: no round trip.
    if (lost_ || (!borrowed_ && onlySelects_)) {
        return false;
    }
    try {
        const bool open = probeTransaction();
        checkedTransaction_ = checkedTransaction_ || !open;
        return open;
    } catch (const DatabaseError&) {
        if (lost_) {
            return false;
        }
        throw;
    }
}

// A transaction that the application left open would swallow what godwit does.
void PostgresqlDriver::refuseOpenTransaction() {
    if (borrowed_ && !checkedTransaction_) {
        if (probeTransaction()) {
            throw detail::transactionIsOpen(place_);
        }
        checkedTransaction_ = true;
    }
}

}  // namespace

Connection connectPostgresql(std::string_view url) {
    return detail::connectionFor(url, {DatabaseKind::PostgreSQL}, [](detail::Url parsed) {
        return std::make_unique<PostgresqlDriver>(std::move(parsed));
    });
}

template <class PqxxConnection, class>
Connection connectPostgresql(PqxxConnection& connection) {
    return Connection(std::make_unique<PostgresqlDriver>(connection));
}

template GODWIT_API Connection
connectPostgresql<pqxx::connection, void>(pqxx::connection& connection);

}  // namespace godwit
