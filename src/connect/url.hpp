#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <godwit/database.hpp>
#include <godwit/export.hpp>

#include "connect/secret.hpp"

namespace godwit::detail {

/// A database URL in its parts, percent-decoded. The grammar is at the top of url.cpp.
struct GODWIT_API Url {
    DatabaseKind kind = DatabaseKind::SQLite;
    std::string user;
    Secret password;
    std::string host;          ///< Without the brackets of an IPv6 address.
    std::string port;          ///< Digits; empty for the database's own.
    std::string database;      ///< For SQLite the path of the file, or ":memory:".
    Secret certificateSecret;  ///< libpq's `sslpassword`.
    std::vector<std::pair<std::string, std::string>> parameters;  ///< In the order written.

    /// The value of a parameter, or null.
    const std::string* parameter(std::string_view name) const;
};

/// @throws UsageError (BadUrl); its texts hold nothing that stands between "://" and "@".
GODWIT_API Url parseUrl(std::string_view text);

/// For people: "postgresql://user@host:5432/shop". No password, no parameters.
GODWIT_API std::string describe(const Url& url);

/// `text` with every occurrence of `secret` replaced by "***": as it is, percent-encoded, and with
/// the backslashes of a connection string. An empty secret redacts nothing.
GODWIT_API std::string redact(std::string text, const Secret& secret);

/// The same for all secrets of a URL.
GODWIT_API std::string redact(std::string text, const Url& url);

}  // namespace godwit::detail
