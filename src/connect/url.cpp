// The grammar of a database URL. There is one spelling of everything, so that a URL can be searched
// for and compared.
//
//   url        = server | sqlite
//   server     = kind "://" [ user [ ":" password ] "@" ] [ host ] [ ":" port ] [ "/" database ]
//                [ "?" parameter *( "&" parameter ) ]
//   kind       = "postgresql" | "mysql" | "mariadb"
//   host       = name | IPv4 | "[" IPv6 "]"
//   parameter  = 1*( lower-case letter | digit | "_" ) "=" value
//   sqlite     = "sqlite:" ( ":memory:" | path )
//
// In every part "%" and two hex digits stand for a byte; "@", "/", "?" and "#" inside a part are
// only written so. A raw "@" behind the host is refused: it is the sign of a password that holds a
// raw "/" or "?", and to read on would take half of the password for a host or a database, which
// messages show. On PostgreSQL the parameters `host`, `user`, `password`, `port` and `dbname` stand
// for the parts of the same name; all others go to libpq.

#include "connect/url.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include <godwit/error.hpp>

namespace godwit::detail {

namespace {

constexpr std::string_view kServerForm = "postgresql://user:password@host:5432/database";
constexpr std::string_view kSqliteForm = "sqlite:path/to/file.db";
constexpr std::string_view kEncodingHint =
    "a character such as @ / ? # % or : inside a password is percent-encoded: %40 %2F %3F %23 %25 "
    "%3A";

[[noreturn]] void refuse(std::string_view problem, std::string_view hint) {
    throw UsageError(ErrorCode::BadUrl,
                     {fmt::format("the database URL cannot be read: {}", problem),
                      "Nothing was connected to.",
                      std::string(hint)});
}

bool isBlankOrControl(char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7f'; }
bool isControl(char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLower(char c) { return c >= 'a' && c <= 'z'; }
bool isAlphanumeric(char c) { return isLower(c) || isDigit(c) || (c >= 'A' && c <= 'Z'); }

std::optional<int> hexValue(char c) {
    if (isDigit(c)) {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    if (c >= 'A' && c <= 'F') {
        return c - 'A' + 10;
    }
    return std::nullopt;
}

std::string decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        const auto high = i + 2 < text.size() ? hexValue(text[i + 1]) : std::nullopt;
        const auto low = i + 2 < text.size() ? hexValue(text[i + 2]) : std::nullopt;
        if (!high || !low) {
            refuse("a % is not followed by two hex digits", "write %25 for the character % itself");
        }
        const int byte = *high * 16 + *low;
        if (byte == 0) {
            refuse("it holds a zero byte (%00)", "no database takes one; leave it out");
        }
        out += static_cast<char>(byte);
        i += 2;
    }
    return out;
}

// Cuts `text` at the first `separator`; what stands behind it is returned.
std::optional<std::string_view> cutAt(std::string_view& text, char separator) {
    const auto at = text.find(separator);
    if (at == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view rest = text.substr(at + 1);
    text = text.substr(0, at);
    return rest;
}

// What people write for the four kinds elsewhere; a prefix is enough.
std::optional<DatabaseKind> kindMeant(std::string_view scheme) {
    std::string lower(scheme);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if (lower.rfind("jdbc:", 0) == 0) {
        lower.erase(0, 5);
    }
    constexpr std::array<std::pair<std::string_view, DatabaseKind>, 7> kPrefixes{{
        {"postgre", DatabaseKind::PostgreSQL},
        {"pg", DatabaseKind::PostgreSQL},
        {"psql", DatabaseKind::PostgreSQL},
        {"mysql", DatabaseKind::MySQL},
        {"maria", DatabaseKind::MariaDB},
        {"sqlite", DatabaseKind::SQLite},
        {"file", DatabaseKind::SQLite},
    }};
    for (const auto& [prefix, kind] : kPrefixes) {
        if (lower.rfind(prefix, 0) == 0) {
            return kind;
        }
    }
    return std::nullopt;
}

std::string startOf(DatabaseKind kind) {
    return fmt::format("{}:{}", nameOf(kind), kind == DatabaseKind::SQLite ? "" : "//");
}

[[noreturn]] void refuseScheme(std::string_view text) {
    const auto colon = text.find(':');
    std::string_view scheme = text.substr(0, std::min(colon, text.find("://")));
    const bool readable =
        colon != std::string_view::npos && scheme.size() <= 32 && !scheme.empty() &&
        std::all_of(scheme.begin(), scheme.end(), [](char c) {
            return isAlphanumeric(c) || c == '+' || c == '-' || c == '.' || c == ':';
        });
    if (const auto kind = readable ? kindMeant(scheme) : std::nullopt) {
        refuse(fmt::format("it does not start with {}", startOf(*kind)),
               *kind == DatabaseKind::SQLite
                   ? fmt::format("write {} (an absolute path has one slash: sqlite:/srv/shop.db)",
                                 kSqliteForm)
                   : fmt::format("write {}user:password@host/database", startOf(*kind)));
    }
    refuse("it does not start with postgresql://, mysql://, mariadb:// or sqlite:",
           fmt::format("write {} or {}", kServerForm, kSqliteForm));
}

Url sqliteUrl(std::string_view path) {
    if (path.rfind("//", 0) == 0) {
        refuse("sqlite: is not followed by //",
               "write sqlite:shop.db, or sqlite:/srv/shop.db for an absolute path");
    }
    if (path.empty()) {
        refuse("it names no file", fmt::format("write {} or sqlite::memory:", kSqliteForm));
    }
    if (path.front() == ':' && path != ":memory:") {
        refuse("a path does not start with a colon",
               "write sqlite::memory: for a database in memory, or sqlite:./:name for such a file");
    }
    if (path.find('?') != std::string_view::npos) {
        refuse("an SQLite URL has no parameters", "write %3F for a ? in the name of the file");
    }
    if (std::any_of(path.begin(), path.end(), isControl)) {
        refuse("it holds a control character", "write it percent-encoded");
    }
    Url url;
    url.kind = DatabaseKind::SQLite;
    url.database = decoded(path);
    return url;
}

void parsePort(Url& url, std::string_view port) {
    // "host:" without digits is allowed by RFC 3986 and means the database's own port.
    const bool digits = std::all_of(port.begin(), port.end(), isDigit);
    std::uint32_t number = 0;
    for (const char c : digits&& port.size() <= 5 ? port : std::string_view{}) {
        number = number * 10 + static_cast<std::uint32_t>(c - '0');
    }
    if (!digits || port.size() > 5 || (!port.empty() && (number == 0 || number > 65535))) {
        refuse("the port is not a number from 1 to 65535", kEncodingHint);
    }
    url.port = std::string(port);
}

void parseHost(Url& url, std::string_view text) {
    if (!text.empty() && text.front() == '[') {
        const auto end = text.find(']');
        if (end == std::string_view::npos) {
            refuse("the [ before an IPv6 address has no ]", "write [::1] or [::1]:5432");
        }
        url.host = decoded(text.substr(1, end - 1));
        text = text.substr(end + 1);
        if (!text.empty() && text.front() != ':') {
            refuse("only a port follows an IPv6 address", "write [::1] or [::1]:5432");
        }
        if (!text.empty()) {
            parsePort(url, text.substr(1));
        }
        return;
    }
    if (std::count(text.begin(), text.end(), ':') > 1) {
        refuse("the host holds more than one colon",
               "write an IPv6 address in brackets, as in [::1]:5432");
    }
    if (text.find(',') != std::string_view::npos) {
        refuse("it names several hosts before the database",
               "for PostgreSQL write ?host=first,second&port=5432,5432 behind the database");
    }
    const auto port = cutAt(text, ':');
    if (text.find_first_of("[]") != std::string_view::npos) {
        refuse("there is a bracket inside the host", "write [::1] for an IPv6 address");
    }
    url.host = decoded(text);
    if (port) {
        parsePort(url, *port);
    }
}

void parseAuthority(Url& url, std::string_view text) {
    const auto at = text.find('@');
    if (at == std::string_view::npos) {
        parseHost(url, text);
        return;
    }
    if (text.find('@', at + 1) != std::string_view::npos) {
        refuse("there is more than one @ in it", kEncodingHint);
    }
    std::string_view user = text.substr(0, at);
    const auto password = cutAt(user, ':');
    url.user = decoded(user);
    if (password) {
        url.password = Secret(decoded(*password));
    }
    if (password && url.user.empty()) {
        refuse("it has a password and no user", fmt::format("write {}", kServerForm));
    }
    parseHost(url, text.substr(at + 1));
}

// PostgreSQL: a parameter that stands for a part of the URL.
std::string* partNamed(Url& url, std::string_view name) {
    if (name == "host") {
        return &url.host;
    }
    if (name == "user") {
        return &url.user;
    }
    if (name == "port") {
        return &url.port;
    }
    return name == "dbname" ? &url.database : nullptr;
}

void addParameter(Url& url, std::string name, std::string value) {
    if (name == "password") {
        if (!url.password.empty()) {
            refuse("it has two passwords", "keep one of them");
        }
        url.password = Secret(std::move(value));
        return;
    }
    if (url.kind != DatabaseKind::PostgreSQL) {
        constexpr std::array<std::string_view, 5> kKnown{"connect_timeout",
                                                         "sslca",
                                                         "sslcert",
                                                         "sslkey",
                                                         "unix_socket"};
        if (std::find(kKnown.begin(), kKnown.end(), name) == kKnown.end()) {
            refuse("it has a parameter that is not known",
                   fmt::format("the parameters of a {} URL are {}",
                               nameOf(url.kind),
                               fmt::join(kKnown, ", ")));
        }
    } else if (name == "sslpassword") {
        url.certificateSecret = Secret(std::move(value));
        return;
    } else if (std::string* part = partNamed(url, name)) {
        if (!part->empty()) {
            refuse(fmt::format("{} is given twice", name), "keep one of them");
        }
        *part = std::move(value);
        return;
    }
    if (url.parameter(name) != nullptr) {
        refuse(fmt::format("the parameter {} is given twice", name), "keep one of them");
    }
    url.parameters.emplace_back(std::move(name), std::move(value));
}

void parseParameters(Url& url, std::string_view text) {
    std::optional<std::string_view> rest = text;
    while (rest) {
        std::string_view one = *rest;
        rest = cutAt(one, '&');
        const auto value = cutAt(one, '=');
        const bool named = !one.empty() && std::all_of(one.begin(), one.end(), [](char c) {
            return isLower(c) || isDigit(c) || c == '_';
        });
        if (!value || !named) {
            refuse("what follows the ? is not of the form name=value",
                   "write ?name=value&name=value, and %26 for a & inside a value");
        }
        addParameter(url, std::string(one), decoded(*value));
    }
}

void checkTimeout(const Url& url) {
    const std::string* seconds = url.parameter("connect_timeout");
    if (seconds == nullptr || url.kind == DatabaseKind::PostgreSQL) {
        return;
    }
    const bool digits = std::all_of(seconds->begin(), seconds->end(), isDigit);
    if (!digits || seconds->empty() || seconds->size() > 6 || std::stoi(*seconds) == 0) {
        refuse("connect_timeout is not a number of seconds", "write connect_timeout=10");
    }
}

Url serverUrl(DatabaseKind kind, std::string_view rest) {
    if (std::any_of(rest.begin(), rest.end(), isBlankOrControl)) {
        refuse("it holds a blank or a control character",
               "write %20 for a blank, and nothing around the URL");
    }
    if (rest.find('#') != std::string_view::npos) {
        refuse("it holds a #", kEncodingHint);
    }
    const auto authorityEnd = rest.find_first_of("/?");
    if (authorityEnd != std::string_view::npos &&
        rest.find('@', authorityEnd) != std::string_view::npos) {
        refuse("there is an @ behind the host, or a / or ? in the password", kEncodingHint);
    }
    Url url;
    url.kind = kind;
    const auto parameters = cutAt(rest, '?');
    const auto database = cutAt(rest, '/');
    parseAuthority(url, rest);
    if (database) {
        if (database->find('/') != std::string_view::npos) {
            refuse("the name of the database holds a /", "write %2F for it");
        }
        url.database = decoded(*database);
    }
    if (parameters) {
        parseParameters(url, *parameters);
    }
    checkTimeout(url);
    if (kind != DatabaseKind::PostgreSQL && url.database.empty()) {
        refuse("it names no database",
               fmt::format("write {}user:password@host/database", startOf(kind)));
    }
    return url;
}

}  // namespace

const std::string* Url::parameter(std::string_view name) const {
    const auto found = std::find_if(parameters.begin(), parameters.end(), [&](const auto& one) {
        return one.first == name;
    });
    return found == parameters.end() ? nullptr : &found->second;
}

Url parseUrl(std::string_view text) {
    if (text.empty()) {
        refuse("it is empty", fmt::format("write {} or {}", kServerForm, kSqliteForm));
    }
    for (const DatabaseKind kind :
         {DatabaseKind::PostgreSQL, DatabaseKind::MySQL, DatabaseKind::MariaDB}) {
        const std::string start = startOf(kind);
        if (text.substr(0, start.size()) == start) {
            return serverUrl(kind, text.substr(start.size()));
        }
    }
    const std::string start = startOf(DatabaseKind::SQLite);
    if (text.substr(0, start.size()) == start) {
        return sqliteUrl(text.substr(start.size()));
    }
    refuseScheme(text);
}

}  // namespace godwit::detail
