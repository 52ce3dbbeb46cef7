#include <fmt/format.h>

#include "report/error_text.hpp"
#include "report/words.hpp"

namespace godwit::detail::report {

namespace {

// A statement that fills a table may be megabytes; its beginning tells which one it is.
constexpr std::size_t kMostSqlBytes = 2'000;

std::string shortened(const std::string& sql) {
    if (sql.size() <= kMostSqlBytes) {
        return sql;
    }
    std::size_t end = kMostSqlBytes;
    while (end > 0 && (static_cast<unsigned char>(sql[end]) & 0xC0U) == 0x80U) {
        --end;  // never inside a code point
    }
    return fmt::format("{}\n... ({} more)", sql.substr(0, end), counted(sql.size() - end, "byte"));
}

// "  where:  text", its further lines indented alike; nothing for an empty text.
void field(std::string& out, std::string_view label, std::string_view text) {
    if (text.empty()) {
        return;
    }
    out += fmt::format("  {:<8}", label);
    for (const char c : printable(text)) {
        out += c;
        if (c == '\n') {
            out += "          ";
        }
    }
    out += '\n';
}

std::string whereText(const ErrorWhere& where) {
    std::string out;
    for (const std::string& part : {where.migration, where.operation, placeOf(where.line)}) {
        out += (out.empty() || part.empty() ? "" : ", ") + part;
    }
    return out;
}

std::string_view trimmed(std::string_view text) {
    return text.substr(0, text.find_last_not_of(" \n\r\t") + 1);
}

const DatabaseError* fromServer(const Error& error) {
    const auto* database = dynamic_cast<const DatabaseError*>(&error);
    return database == nullptr || trimmed(database->serverText()).empty() ? nullptr : database;
}

// The message without the server's own words at its end, which have a line of their own.
std::string_view headline(const Error& error) {
    const std::string_view message = trimmed(error.message());
    const DatabaseError* database = fromServer(error);
    if (database != nullptr && message.ends_with(trimmed(database->serverText()))) {
        const std::string_view own =
            message.substr(0, message.size() - trimmed(database->serverText()).size());
        return own.empty() ? message : own.substr(0, own.find_last_not_of(": ") + 1);
    }
    return message;
}

std::string serverText(const DatabaseError& error) {
    const std::string_view text = trimmed(error.serverText());
    return error.sqlstate().empty() ? std::string{text}
                                    : fmt::format("{} {}", error.sqlstate(), text);
}

}  // namespace

std::string toText(const Error& error) {
    std::string out =
        fmt::format("error {}: {}\n", codeText(error.code()), printable(headline(error)));
    field(out, "where:", whereText(error.where()));
    field(out, "sql:", shortened(error.where().sql));
    if (const DatabaseError* database = fromServer(error)) {
        field(out, "server:", serverText(*database));
    }
    field(out, "state:", error.state());
    field(out, "next:", error.hint());
    return out;
}

}  // namespace godwit::detail::report
