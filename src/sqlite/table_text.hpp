#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace godwit::detail {

/// A CREATE TABLE in its parts, each as written: https://www.sqlite.org/lang_createtable.html
///
/// SQLite keeps the text of the statement and nothing else about CHECKs, collations and the like,
/// so the text is what a table is: https://www.sqlite.org/schematab.html
struct TableText {
    std::string note;                      ///< The comment behind the opening parenthesis.
    std::vector<std::string> columns;      ///< Definitions of columns, in order.
    std::vector<std::string> constraints;  ///< Those of the table, in order.
    std::string options;                   ///< "STRICT", "WITHOUT ROWID"; empty for none.
    friend bool operator==(const TableText&, const TableText&) = default;
};

/// Nothing for what is no CREATE TABLE with a list of columns, as a virtual table is none.
std::optional<TableText> readTable(std::string_view sql);

/// Of a CREATE TABLE that godwit has written.
/// @throws UsageError when SQL of the migration in it closes a parenthesis too many or too few
TableText writtenTable(std::string_view sql);

/// The CREATE TABLE; `name` is quoted already.
std::string createTableText(const TableText& table, std::string_view name);

/// A column's definition in its parts.
struct ColumnText {
    std::string head;                  ///< The name, and the comments around it.
    std::string type;                  ///< Empty for none.
    std::vector<std::string> clauses;  ///< NOT NULL, DEFAULT ..., CHECK (...) and so on, in order.
    friend bool operator==(const ColumnText&, const ColumnText&) = default;
};

ColumnText readColumn(std::string_view definition);
std::string columnText(const ColumnText& column);

/// As SQLite compares names, in lower case.
std::string columnNameOf(std::string_view definition);

/// As written, without its quotes.
std::string columnNameAsWritten(std::string_view definition);

/// The definition of the column, whose name is in lower case; null when there is none.
const std::string* findColumnText(const TableText& table, std::string_view name);

/// Computed from other columns, so that it takes no values.
bool isComputedColumn(std::string_view definition);

/// Counted by sqlite_sequence. https://www.sqlite.org/autoinc.html
bool countsUp(const TableText& table);

bool isWithoutRowid(const TableText& table);

/// Of a constraint or clause: its name in lower case, empty for none.
std::string constraintNameOf(std::string_view clause);

/// Of a constraint or clause: its normal text without its name.
std::string contentOf(std::string_view clause);

}  // namespace godwit::detail
