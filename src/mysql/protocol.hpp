#pragma once

#include <string>
#include <string_view>

#include <godwit/database.hpp>
#include <godwit/error.hpp>

#include "connect/failure.hpp"
#include "connect/url.hpp"

namespace godwit::detail {

/// The URL as the connect string of SOCI's MySQL backend, password included, with utf8mb4 and ten
/// seconds to connect.
std::string mysqlConnectText(const Url& url);

/// Kind and version from the text of the handshake: "9.7.4-2", "5.5.5-10.11.19-MariaDB".
Server mysqlServer(std::string_view serverInfo);

/// What a failed connect is, by the client's or server's error number.
ErrorCode codeOfFailedMysqlConnect(int number);

/// What a failed statement is; the text only tells apart which option forbids writing.
ErrorCode codeOfMysqlError(int number, std::string_view serverText);

/// `statementFailure` without the piece of SQL that MySQL repeats in its syntax errors.
DatabaseError mysqlStatementFailure(ErrorCode code,
                                    const Place& place,
                                    DatabaseError::Native native,
                                    std::string_view sql);

}  // namespace godwit::detail
