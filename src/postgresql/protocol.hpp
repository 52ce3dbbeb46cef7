#pragma once

#include <string>
#include <string_view>

#include <godwit/error.hpp>

#include "connect/failure.hpp"
#include "connect/url.hpp"

namespace godwit::detail {

/// The URL as libpq's `key='value'` text, password included, with godwit's defaults: ten seconds
/// to connect, UTF-8, application_name godwit.
std::string postgresqlConnectText(const Url& url);

/// What a failed connect is, from the text alone: there is no sqlstate.
ErrorCode codeOfFailedConnect(std::string_view serverText, const Place& place);

/// The line of a failed connect that says most, without "connection to server ... failed: ".
std::string reasonOfFailedConnect(std::string_view serverText);

/// What a failed statement is.
ErrorCode codeOfSqlstate(std::string_view sqlstate);

}  // namespace godwit::detail
