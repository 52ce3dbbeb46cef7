#pragma once

#include <string_view>

#include <godwit/connection.hpp>
#include <godwit/export.hpp>

namespace soci {
class session;
}

namespace godwit {

/// Connects with SOCI to MySQL or MariaDB: `mysql://user:password@host:3306/database`,
/// `mariadb://…`. Parameters: `unix_socket`, `sslca`, `sslcert`, `sslkey`, `connect_timeout`
/// (seconds). Never fails and never talks to a server: what is wrong is reported at first use.
GODWIT_API Connection connectMysql(std::string_view url);

/// Works on a session of SOCI's MySQL backend that the application holds and keeps.
GODWIT_API Connection connectMysql(soci::session& session);

}  // namespace godwit
