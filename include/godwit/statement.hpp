#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <godwit/detail/source_line.hpp>
#include <godwit/export.hpp>
#include <godwit/value.hpp>

namespace godwit {

/// What a run does with a statement. Plain data, one struct each; `src/run/perform.hpp` has an
/// overload for each.
namespace action {

/// Sends `Statement::sql`.
struct SendSql {
    friend bool operator==(const SendSql&, const SendSql&) = default;
};

/// A value for a column: SQL over the table as it was.
struct ColumnValue {
    std::string column;
    std::string sql;
    friend bool operator==(const ColumnValue&, const ColumnValue&) = default;
};

/// SQLite: puts a new table in the place of one, with its rows and all that belongs to it.
/// `Statement::sql` shows how that is done to a table that is as the migrations have made it.
///
/// What it finds is changed as `known` was to become `wanted`: what else somebody has made of the
/// table stays. Foreign keys are off around the transaction that it is part of.
struct RebuildTable {
    std::string table;
    std::string known;                  ///< Its CREATE TABLE as the migrations before have made it.
    std::string wanted;                 ///< Its CREATE TABLE as it shall be.
    std::vector<ColumnValue> values{};  ///< For columns that do not just keep what they hold.
    std::vector<std::string> dropped{};  ///< Constraints that go by name, whatever they say.
    friend bool operator==(const RebuildTable&, const RebuildTable&) = default;
};

/// Sends `Statement::sql`, a query of one value, and fails when that says otherwise than what the
/// migration took for granted.
struct Assume {
    std::string object;  ///< "users", "users.nick".
    bool exists = true;
    friend bool operator==(const Assume&, const Assume&) = default;
};

/// Updates the rows of a table in portions, each a transaction of its own, in the order of a key.
/// `Statement::sql` is the whole update, for people.
struct RunBatches {
    /// A column of the key.
    struct Key {
        std::string column;   ///< As SQL.
        std::string literal;  ///< An expression that gives its value as a literal of SQL.
        friend bool operator==(const Key&, const Key&) = default;
    };

    std::string table;     ///< As SQL, like all that follows.
    std::string update{};  ///< "UPDATE … SET …".
    std::string where{};   ///< Empty: every row.
    std::vector<Key> keys{};
    std::uint32_t size = 5000;  ///< Rows.
    std::uint32_t pauseMs = 0;
    bool comparesRows = true;  ///< `(a, b) > (1, 2)`; else written out.
    friend bool operator==(const RunBatches&, const RunBatches&) = default;
};

/// Calls C++ of the migration: one of `Step::callbacks`, by its name.
struct CallData {
    std::string name;
    bool resumable = false;  ///< In transactions of its own.
    bool back = false;       ///< What takes it back, instead.
    friend bool operator==(const CallData&, const CallData&) = default;
};

/// Sends `Statement::sql`, a query, and fails when the answer is not the one that is expected.
struct Verify {
    std::string name;
    Comparison comparison = Comparison::Equals;
    Value expected{};
    friend bool operator==(const Verify&, const Verify&) = default;
};

}  // namespace action

/// Everything a statement can be: closed, so that nothing is forgotten anywhere.
using Action = std::variant<action::SendSql,
                            action::RebuildTable,
                            action::Assume,
                            action::RunBatches,
                            action::CallData,
                            action::Verify>;

/// What to do about an attempt of which nobody knows how it ended, because the process or the
/// connection was lost. Asked only when an interrupted run goes on at this very statement.
struct Retry {
    std::string doneIf{};  ///< A query of one value: true when nothing is left to do. Empty: never.
    std::string clear{};   ///< Else run first, takes away what may be left: a broken index.
    friend bool operator==(const Retry&, const Retry&) = default;
};

/// One statement for a server: what a plan shows and a run does.
struct Statement {
    std::string sql;        ///< Without a closing semicolon.
    std::string operation;  ///< The call it comes from in one line: "add_column orders.total".
    SourceLine line{};      ///< The first builder call it comes from.
    bool atomic = true;     ///< When it fails, nothing of it stands. Raw SQL promises nothing.

    /// A query of one value; the statement runs when that is true (`t`, `true` or a number other
    /// than 0). Empty: always. Neighbours of one call (equal `operation`, `line` and `onlyIf`) are
    /// decided together, before the first of them.
    std::string onlyIf{};

    /// Never inside a transaction block: the server refuses it there, or the action opens its own.
    bool outsideTransaction = false;

    /// What follows needs it committed, as an enum value that PostgreSQL has just added.
    bool commitAfter = false;

    /// Reads and writes rows only, so that MySQL and MariaDB too can take it back. There a step
    /// with such a statement keeps its progress.
    bool rowsOnly = false;

    Retry retry{};
    Action action{};
    std::string comment{};  ///< Why, for people: sent above `sql`, see `textOf`. May be empty.
    friend bool operator==(const Statement&, const Statement&) = default;
};

/// What the server is sent: the SQL, below its comment as one of SQL's, whole and on one line. What
/// would end that, or begin another one inside it, gets a blank; control characters become blanks.
GODWIT_API std::string textOf(const Statement& statement);

/// True when `later`, which follows `earlier`, runs exactly when that did: one guarded call made
/// both.
inline bool decidedTogether(const Statement& earlier, const Statement& later) {
    return earlier.onlyIf == later.onlyIf && earlier.operation == later.operation &&
           earlier.line.line == later.line.line &&
           std::string_view{earlier.line.file} == later.line.file;
}

}  // namespace godwit
