#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <godwit/detail/source_line.hpp>
#include <godwit/export.hpp>

namespace godwit {

/// What went wrong. Numbers are stable and never reused; `docs/reference/errors.md` has a
/// paragraph for each. 1xx usage, 2xx plan, 3xx unsupported, 5xx history, 6xx lock,
/// 7xx database, 9xx internal.
enum class ErrorCode : std::uint16_t {
    EmptyName = 101,
    NameTooLong = 102,
    TextNotUtf8 = 103,
    BadMigrationId = 104,
    DuplicateMigrationId = 105,
    MigrationsOutOfOrder = 106,
    BadUrl = 107,
    DatabaseNotBuiltIn = 108,
    BadArgument = 109,
    UnknownTarget = 110,
    HandleOutlivesItsTable = 111,
    ConfirmationNeeded = 112,

    TableWithoutColumns = 201,
    DuplicateColumn = 202,
    DuplicateObjectName = 203,
    UnknownColumn = 204,
    SecondPrimaryKey = 205,
    IncompleteForeignKey = 206,
    BadDefault = 207,
    BadType = 208,
    TableExists = 209,
    UnknownTable = 210,
    EnumDiffers = 211,
    TableStillReferenced = 212,
    MissingDialectText = 213,
    TransactionControlInSql = 214,
    NotDeterministic = 215,
    UnknownConstraint = 216,
    MigrationThrew = 217,
    NotReversible = 218,
    DefinitionDiffers = 219,
    ObjectExists = 220,
    UnknownObject = 221,
    IncompleteObject = 222,
    CopyNotPossible = 231,
    CopyExists = 232,
    ValueDoesNotFit = 233,
    RowsNotTold = 234,

    NotSupportedByServer = 301,
    NeedsTableRebuild = 302,
    ServerTooOld = 303,
    TooLongForServer = 304,

    UnknownMigrationInHistory = 501,
    MigrationModified = 502,
    MigrationsOutOfOrderInHistory = 503,
    HistoryFormatUnknown = 504,
    MigrationHalfWay = 505,

    LockNotAcquired = 601,

    StatementRefused = 701,
    ServerUnreachable = 702,
    LoginRefused = 703,
    DatabaseNotFound = 704,
    ConnectionLost = 705,
    OtherServerThanUrl = 706,
    DatabaseReadOnly = 707,
    DatabaseBusy = 708,
    PermissionDenied = 709,
    TableNotFound = 710,
    MigrationRolledBack = 711,
    MigrationPartlyApplied = 712,
    TableNotAsPlanned = 713,
    ForeignKeyViolated = 714,
    RebuildWouldLose = 715,
    VerificationFailed = 716,
    DataStepFailed = 717,
    AssumptionWrong = 720,

    Internal = 901,
};

/// "GW301".
GODWIT_API std::string codeText(ErrorCode code);

/// One row of the error catalog.
struct ErrorInfo {
    ErrorCode code;
    std::string_view title;      ///< A few words: "the server refused a statement".
    int exitCode;                ///< What the command line exits with; see `docs/reference/cli.md`.
    std::string_view paragraph;  ///< What it means and what to do, for the reference page.
};

/// The whole catalog in the order of the codes.
GODWIT_API const std::vector<ErrorInfo>& errorCatalog();

/// Where an error happened; every field may be empty.
struct ErrorWhere {
    std::string migration;  ///< Id of the migration.
    std::string operation;  ///< The builder call in one line, as in `add_column orders.total`.
    std::string sql;        ///< The statement, untouched.
    SourceLine line;        ///< File and line of the builder call.
};

/// What every error of godwit is: what happened, where, what state the database is in, what to do.
///
/// No text of it ever holds a password.
class GODWIT_API Error : public std::runtime_error {
public:
    /// The sentences an error is made of; only `message` must not be empty.
    struct Text {
        std::string message;  ///< What is true, with the user's own names.
        std::string state;    ///< What state the database is in.
        std::string hint;     ///< What to do or write instead.
    };

    Error(ErrorCode code, Text text, ErrorWhere where = {});

    ErrorCode code() const { return code_; }
    const std::string& message() const { return text_.message; }
    const std::string& state() const { return text_.state; }
    const std::string& hint() const { return text_.hint; }
    const ErrorWhere& where() const { return where_; }

    /// What a command line exits with for this error.
    int exitCode() const;

private:
    ErrorCode code_;
    Text text_;
    ErrorWhere where_;
};

/// The calling code is wrong: mend it and build again.
class GODWIT_API UsageError : public Error {
public:
    using Error::Error;
};

/// This server or version cannot do what was asked: another way or another server.
class GODWIT_API UnsupportedError : public Error {
public:
    using Error::Error;
};

/// The history and the program's migrations do not fit together.
class GODWIT_API HistoryError : public Error {
public:
    using Error::Error;
};

/// Somebody else is migrating this database.
class GODWIT_API LockError : public Error {
public:
    using Error::Error;
};

/// The server or the connection to it said no.
class GODWIT_API DatabaseError : public Error {
public:
    /// What the server said, in its own words; untrusted text.
    struct Native {
        std::string sqlstate;  ///< Five characters; empty for SQLite and for a failed connect.
        int code = 0;          ///< MySQL error number or SQLite extended result code, else 0.
        std::string text;      ///< The server's sentence.
    };

    DatabaseError(ErrorCode code, Text text, Native native, ErrorWhere where = {});

    const std::string& sqlstate() const { return native_.sqlstate; }
    int nativeCode() const { return native_.code; }
    const std::string& serverText() const { return native_.text; }

private:
    Native native_;
};

/// A migration stopped half-way: carries what was done before it and what stands of it.
class GODWIT_API MigrationFailed : public DatabaseError {
public:
    /// How far the run came.
    struct Progress {
        std::vector<std::string> applied;   ///< Ids that this run applied before the failure.
        std::vector<std::string> reverted;  ///< Ids that it rolled back before the failure.
        std::vector<std::string> standing;  ///< Statements of the failed one that stand.
        bool rolledBack = true;             ///< Nothing of the failed migration is left.
    };

    MigrationFailed(ErrorCode code, Text text, Native native, ErrorWhere where, Progress progress);

    const Progress& progress() const { return progress_; }

private:
    Progress progress_;
};

}  // namespace godwit
