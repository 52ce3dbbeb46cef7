#include "connect/failure.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "model/value.hpp"

namespace godwit::detail {

namespace {

constexpr std::string_view kNothingRan = "No statement ran.";

std::string withReason(std::string sentence, std::string_view serverText) {
    const std::string reason = firstLine(serverText);
    return reason.empty() ? sentence : fmt::format("{}: {}", sentence, reason);
}

std::string userText(const Place& place) {
    return place.user.empty() ? "the user" : fmt::format("the user {}", place.user);
}

Error::Text connectText(ErrorCode code, const Place& place, std::string_view serverText) {
    switch (code) {
    case ErrorCode::LoginRefused:
        return {withReason(
                    fmt::format("{} refused the login to {}", titleOf(place.kind), place.described),
                    serverText),
                std::string(kNothingRan),
                "check the user, the password and the TLS parameters in the URL, and that the "
                "server lets this user in from this host"};
    case ErrorCode::DatabaseNotFound:
        return {fmt::format("the database of {} does not exist", place.described),
                std::string(kNothingRan),
                fmt::format("check its name in the URL, or create it first: CREATE DATABASE {}",
                            place.database)};
    case ErrorCode::PermissionDenied:
        return {withReason(fmt::format("{} may not use {}", userText(place), place.described),
                           serverText),
                std::string(kNothingRan),
                "check the name of the database, and grant the user the rights on it"};
    case ErrorCode::DatabaseBusy:
        return {
            withReason(fmt::format("{} takes no more connections", place.described), serverText),
            std::string(kNothingRan),
            "try again later, or raise the limit of connections"};
    case ErrorCode::BadUrl:
        return {withReason(fmt::format("the client library of {} does not take the URL {}",
                                       titleOf(place.kind),
                                       place.described),
                           serverText),
                std::string(kNothingRan),
                "check the parameters behind the ?"};
    default:
        return {withReason(fmt::format("no connection to {}", place.described), serverText),
                std::string(kNothingRan),
                "check the host and the port in the URL, and that the server runs and can be "
                "reached from this machine"};
    }
}

Error::Text statementText(ErrorCode code, const Place& place, std::string_view serverText) {
    switch (code) {
    case ErrorCode::ConnectionLost:
        return {
            withReason(fmt::format("the connection to {} was lost", place.described), serverText),
            "Whether the statement that was running took effect is not known; an open "
            "transaction is rolled back by the server.",
            "connect again and look at the status"};
    case ErrorCode::DatabaseReadOnly:
        return {withReason(fmt::format("{} can only be read", place.described), serverText),
                "The statement changed nothing.",
                place.kind == DatabaseKind::SQLite
                    ? "make the file and its directory writable for this user"
                    : "give the URL of the primary server, or make the server writable"};
    case ErrorCode::DatabaseBusy:
        return {withReason(fmt::format("{} is kept busy by others", place.described), serverText),
                "The statement changed nothing.",
                "try again, or find the session that holds the lock"};
    case ErrorCode::PermissionDenied:
        return {withReason(fmt::format("{} has not the right to run a statement on {}",
                                       userText(place),
                                       place.described),
                           serverText),
                "The statement changed nothing.",
                "grant the user the right, or connect as the owner of the objects"};
    default:
        return {withReason(fmt::format("{} refused a statement", titleOf(place.kind)), serverText),
                "The statement changed nothing, unless it was made of several.",
                "mend the statement; the server's own words say what is wrong with it"};
    }
}

ErrorWhere whereOf(std::string_view sql) {
    ErrorWhere where;
    where.sql = std::string(sql);
    return where;
}

}  // namespace

Place placeOf(const Url& url) { return {url.kind, describe(url), url.user, url.database}; }

DatabaseError connectFailure(ErrorCode code,
                             const Place& place,
                             DatabaseError::Native native,
                             std::string_view reason) {
    Error::Text text = connectText(code, place, reason.empty() ? native.text : reason);
    return DatabaseError(code, std::move(text), std::move(native));
}

DatabaseError statementFailure(ErrorCode code,
                               const Place& place,
                               DatabaseError::Native native,
                               std::string_view sql) {
    Error::Text text = statementText(code, place, native.text);
    return DatabaseError(code, std::move(text), std::move(native), whereOf(sql));
}

DatabaseError lostBefore(const Place& place, std::string_view sql) {
    return DatabaseError(ErrorCode::ConnectionLost,
                         {fmt::format("the connection to {} was lost before", place.described),
                          "This statement was not sent.",
                          "connect again and look at the status"},
                         {},
                         whereOf(sql));
}

UsageError transactionIsOpen(const Place& place) {
    return UsageError(ErrorCode::BadArgument,
                      {fmt::format("the connection to {} that godwit was given has a transaction "
                                   "open",
                                   place.described),
                       "Nothing was changed.",
                       "commit or roll back before handing the connection over"});
}

void refuseZeroByte(const Place& place, std::string_view sql) {
    const auto at = sql.find('\0');
    if (at == std::string_view::npos) {
        return;
    }
    throw DatabaseError(ErrorCode::StatementRefused,
                        {fmt::format("a statement for {} holds a zero byte at position {}",
                                     titleOf(place.kind),
                                     at),
                         "The statement was not sent.",
                         "leave the byte out; binary values are written in hexadecimal"},
                        {},
                        whereOf(sql));
}

UsageError wrongNumberOfValues(std::string_view sql, std::size_t placeholders, std::size_t values) {
    const auto counted = [](std::size_t count, std::string_view what) {
        return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
    };
    return UsageError(ErrorCode::BadArgument,
                      {fmt::format("the statement has {} and was given {}",
                                   counted(placeholders, "placeholder"),
                                   counted(values, "value")),
                       "The statement was not run.",
                       "give one value for each question mark outside of quotes and comments; on "
                       "PostgreSQL the question mark of an operator is written ??"},
                      whereOf(sql));
}

UsageError foreignPlaceholder(std::string_view sql, std::string_view placeholder) {
    return UsageError(ErrorCode::BadArgument,
                      {fmt::format("the statement holds the placeholder {}", placeholder),
                       "The statement was not run.",
                       "write a question mark: it is the placeholder of every database"},
                      whereOf(sql));
}

UsageError valueDoesNotFit(std::string_view sql,
                           std::size_t position,
                           const std::string& why,
                           ErrorCode code) {
    return UsageError(code,
                      {fmt::format("value {} of the statement is {}", position + 1, why),
                       "The statement was not run.",
                       "give another value, or the bytes with godwit::blob"},
                      whereOf(sql));
}

void checkValues(std::string_view sql, const std::vector<Value>& values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::string fault = faultOf(values[i]);
        if (!fault.empty()) {
            const bool text = std::holds_alternative<std::string>(values[i].data);
            throw valueDoesNotFit(sql,
                                  i,
                                  fault,
                                  text ? ErrorCode::TextNotUtf8 : ErrorCode::BadArgument);
        }
    }
}

std::string firstLine(std::string_view serverText) {
    std::string line(serverText.substr(0, serverText.find('\n')));
    // The severity is translated by the server; the two blanks behind it are not.
    const auto severity = line.find(":  ");
    if (severity != std::string::npos && line.find(' ') > severity) {
        line.erase(0, severity + 3);
    }
    std::replace_if(
        line.begin(),
        line.end(),
        [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; },
        ' ');
    while (!line.empty() && (line.back() == ' ' || line.back() == '.')) {
        line.pop_back();
    }
    return line;
}

}  // namespace godwit::detail
