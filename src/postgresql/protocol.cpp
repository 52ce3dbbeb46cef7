#include "postgresql/protocol.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace godwit::detail {

namespace {

// https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-KEYWORD-VALUE
void add(std::string& text, std::string_view key, std::string_view value) {
    text += text.empty() ? "" : " ";
    text += key;
    text += "='";
    for (const char c : value) {
        if (c == '\'' || c == '\\') {
            text += '\\';
        }
        text += c;
    }
    text += '\'';
}

bool holds(std::string_view text, std::string_view part) {
    return !part.empty() && text.find(part) != std::string_view::npos;
}

}  // namespace

std::string postgresqlConnectText(const Url& url) {
    using Pair = std::pair<std::string_view, std::string_view>;
    const std::array<Pair, 6> parts{{
        {"host", url.host},
        {"port", url.port},
        {"user", url.user},
        {"password", url.password.reveal()},
        {"sslpassword", url.certificateSecret.reveal()},
        {"dbname", url.database},
    }};
    constexpr std::array<Pair, 3> kDefaults{{
        {"connect_timeout", "10"},
        {"application_name", "godwit"},
        {"client_encoding", "UTF8"},
    }};
    std::string text;
    for (const auto& [key, value] : parts) {
        if (!value.empty()) {
            add(text, key, value);
        }
    }
    for (const auto& [key, value] : kDefaults) {
        if (url.parameter(key) == nullptr) {
            add(text, key, value);
        }
    }
    for (const auto& [key, value] : url.parameters) {
        add(text, key, value);
    }
    return text;
}

ErrorCode codeOfFailedConnect(std::string_view serverText, const Place& place) {
    constexpr std::array<std::pair<std::string_view, ErrorCode>, 18> kEnglish{{
        {"authentication failed", ErrorCode::LoginRefused},
        {"no password supplied", ErrorCode::LoginRefused},
        {"no pg_hba.conf entry", ErrorCode::LoginRefused},
        {"pg_hba.conf rejects", ErrorCode::LoginRefused},
        {"is not permitted to log in", ErrorCode::LoginRefused},
        {"certificate", ErrorCode::LoginRefused},
        {"server does not support SSL", ErrorCode::LoginRefused},
        {"permission denied for database", ErrorCode::PermissionDenied},
        {"is not currently accepting connections", ErrorCode::PermissionDenied},
        {"too many clients", ErrorCode::DatabaseBusy},
        {"too many connections", ErrorCode::DatabaseBusy},
        {"remaining connection slots are reserved", ErrorCode::DatabaseBusy},
        {"invalid connection option", ErrorCode::BadUrl},
        {"invalid sslmode", ErrorCode::BadUrl},
        {"invalid port", ErrorCode::BadUrl},
        {"invalid integer value", ErrorCode::BadUrl},
        {"could not match", ErrorCode::BadUrl},
        {"definition of service", ErrorCode::BadUrl},
    }};
    for (const auto& [text, code] : kEnglish) {
        if (holds(serverText, text)) {
            return code;
        }
    }
    // The server answers in its own language, but names what it refuses: "FATAL:  role "x" does
    // not exist", "FATAL:  database "x" does not exist".
    const auto answer = serverText.find(":  ");
    if (answer == std::string_view::npos) {
        return ErrorCode::ServerUnreachable;
    }
    if (holds(serverText.substr(answer), place.user)) {
        // Without a database in the URL libpq asks for the one named like the user.
        const bool alike = place.database.empty() || place.user == place.database;
        return alike && holds(serverText.substr(answer), "database") ? ErrorCode::DatabaseNotFound
                                                                     : ErrorCode::LoginRefused;
    }
    return holds(serverText.substr(answer), place.database) ? ErrorCode::DatabaseNotFound
                                                            : ErrorCode::ServerUnreachable;
}

// libpq writes a line for every address it tried: a server's answer ("FATAL:  ...") says more than
// that another address refused.
std::string reasonOfFailedConnect(std::string_view serverText) {
    std::string_view line = serverText.substr(0, serverText.find('\n'));
    if (const auto answer = serverText.find(":  "); answer != std::string_view::npos) {
        const auto begin = serverText.rfind('\n', answer);
        line = serverText.substr(begin == std::string_view::npos ? 0 : begin + 1);
        line = line.substr(0, line.find('\n'));
    }
    constexpr std::string_view kFailed = " failed: ";
    const auto failed = line.find(kFailed);
    return std::string(line.substr(0, 20) == "connection to server" &&
                               failed != std::string_view::npos
                           ? line.substr(failed + kFailed.size())
                           : line);
}

// https://www.postgresql.org/docs/current/errcodes-appendix.html
ErrorCode codeOfSqlstate(std::string_view sqlstate) {
    constexpr std::array<std::pair<std::string_view, ErrorCode>, 12> kCodes{{
        {"25006", ErrorCode::DatabaseReadOnly},  // read_only_sql_transaction
        {"3D000", ErrorCode::DatabaseNotFound},  // invalid_catalog_name
        {"40001", ErrorCode::DatabaseBusy},      // serialization_failure
        {"40P01", ErrorCode::DatabaseBusy},      // deadlock_detected
        {"42501", ErrorCode::PermissionDenied},  // insufficient_privilege
        {"42P01", ErrorCode::TableNotFound},     // undefined_table
        {"53300", ErrorCode::DatabaseBusy},      // too_many_connections
        {"55P03", ErrorCode::DatabaseBusy},      // lock_not_available
        {"57014", ErrorCode::DatabaseBusy},      // query_canceled, also by statement_timeout
        {"57P01", ErrorCode::ConnectionLost},    // admin_shutdown
        {"57P02", ErrorCode::ConnectionLost},    // crash_shutdown
        {"57P05", ErrorCode::ConnectionLost},    // idle_session_timeout
    }};
    if (sqlstate.substr(0, 2) == "08" || sqlstate == "25P03") {
        return ErrorCode::ConnectionLost;  // idle_in_transaction_session_timeout ends the session
    }
    const auto found = std::find_if(kCodes.begin(), kCodes.end(), [&](const auto& one) {
        return one.first == sqlstate;
    });
    return found == kCodes.end() ? ErrorCode::StatementRefused : found->second;
}

}  // namespace godwit::detail
