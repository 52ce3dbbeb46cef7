#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <godwit/database.hpp>
#include <godwit/error.hpp>
#include <godwit/export.hpp>
#include <godwit/value.hpp>

#include "connect/url.hpp"

namespace godwit::detail {

/// Which database an error is about, in the words of the user. Holds no password.
struct Place {
    DatabaseKind kind = DatabaseKind::SQLite;
    std::string described;  ///< As `describe(url)` gives it.
    std::string user;
    std::string database;
};

GODWIT_API Place placeOf(const Url& url);

// The sentences of DatabaseError, the same for all drivers: a driver only finds the code, by
// sqlstate or number. `native` must be redacted already.

/// Of a connection that could not be made. `reason` is the line of `native.text` that says why;
/// empty for the first.
GODWIT_API DatabaseError connectFailure(ErrorCode code,
                                        const Place& place,
                                        DatabaseError::Native native,
                                        std::string_view reason = {});

/// Of a statement; it goes into the error untouched, apart from the sentences.
GODWIT_API DatabaseError statementFailure(ErrorCode code,
                                          const Place& place,
                                          DatabaseError::Native native,
                                          std::string_view sql);

/// Of every use of a connection after it was lost: a driver never connects a second time, since
/// locks, settings and the transaction went with the first session.
GODWIT_API DatabaseError lostBefore(const Place& place, std::string_view sql);

/// Of the first use of an application's connection on which a transaction is open.
GODWIT_API UsageError transactionIsOpen(const Place& place);

/// Refuses what no server takes and some client libraries cut off there: a zero byte.
/// @throws DatabaseError (StatementRefused)
GODWIT_API void refuseZeroByte(const Place& place, std::string_view sql);

/// Of a statement that has not one value for each placeholder.
GODWIT_API UsageError wrongNumberOfValues(std::string_view sql,
                                          std::size_t placeholders,
                                          std::size_t values);

/// Of a placeholder that only one database knows: `$1`, `:name`.
GODWIT_API UsageError foreignPlaceholder(std::string_view sql, std::string_view placeholder);

/// Of the value for the placeholder at `position`, counted from 0.
GODWIT_API UsageError valueDoesNotFit(std::string_view sql,
                                      std::size_t position,
                                      const std::string& why,
                                      ErrorCode code = ErrorCode::BadArgument);

/// Refuses values that no server could be handed.
/// @throws UsageError (TextNotUtf8, BadArgument)
GODWIT_API void checkValues(std::string_view sql, const std::vector<Value>& values);

/// What a server says in one sentence: its first line without "ERROR:  " and control characters.
GODWIT_API std::string firstLine(std::string_view serverText);

}  // namespace godwit::detail
