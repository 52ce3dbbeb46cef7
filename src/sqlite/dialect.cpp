#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "model/naming.hpp"
#include "model/sql_words.hpp"
#include "sqlite/capabilities.hpp"
#include "sqlite/dialect.hpp"
#include "sqlite/types.hpp"

// What a new table looks like; alter.cpp has what happens to one that is there.

namespace godwit::detail {

namespace {

using Kind = ColumnType::Kind;

bool isCounted(const Column& column) { return column.generated && column.type.kind != Kind::Uuid; }

bool isWholeKey(const Table* owner, const Column& column) {
    return owner != nullptr && owner->primaryKey &&
           owner->primaryKey->columns == std::vector{column.name};
}

// Counted by SQLite itself, as the one column of the primary key.
// https://www.sqlite.org/autoinc.html
bool isRowNumber(const Table* owner, const Column& column) {
    return isCounted(column) && isWholeKey(owner, column);
}

bool belongsToOneColumn(const ForeignKey& key) { return key.columns.size() == 1; }

}  // namespace

SqliteDialect::SqliteDialect(const Server& server) : SqlDialect(server, sqliteCapabilities()) {}

void SqliteDialect::write(const op::CreateTable& o, Script& script) const {
    for (const Check& check : o.table.checks) {
        checkCheck(o.table, check, script);
    }
    SqlDialect::write(o, script);
    for (const Column& column : o.table.columns) {
        if (column.identity.start != 1) {
            startCounting(o.table, column.identity.start, script);
        }
    }
    for (const Index& index : o.table.indexes) {
        script.statement(createIndex(o.table.name, index, script));
    }
}

// The greatest number there was: https://www.sqlite.org/autoinc.html
void SqliteDialect::startCounting(const Table& table, std::int64_t start, Script& script) const {
    script.statement(fmt::format("INSERT INTO {}sqlite_sequence (name, seq) VALUES ({}, {})",
                                 table.options.temporary ? "temp." : "",
                                 literal(table.name),
                                 start - 1));
}

// The same for a table that may have counted already.
void SqliteDialect::goOnCounting(const Table& table, std::int64_t start, Script& script) const {
    const std::string name = literal(table.name);
    script.statement(fmt::format(
        "UPDATE sqlite_sequence SET seq = {0} WHERE name = {1} AND coalesce(seq, 0) < {0}",
        start - 1,
        name));
    script.statement(
        fmt::format("INSERT INTO sqlite_sequence (name, seq)\n    SELECT {1}, {0} WHERE NOT EXISTS "
                    "(SELECT 1 FROM sqlite_sequence WHERE name = {1})",
                    start - 1,
                    name));
}

std::string SqliteDialect::columnLine(const Table* owner,
                                      const std::string& table,
                                      const Column& column,
                                      const Script& script) const {
    checkColumn(owner, table, column, script);
    const std::string name = identifier(column.name) + note(column.comment, column.line, script);
    std::string line;
    if (isRowNumber(owner, column)) {
        line = name + " INTEGER PRIMARY KEY AUTOINCREMENT";
    } else {
        std::string type = sqliteType(column.type);
        // An INTEGER that is the whole primary key is a name for the row number and gets one by
        // itself when a row leaves it out. An INT is not, and must be given.
        // https://www.sqlite.org/lang_createtable.html#rowids_and_the_integer_primary_key
        if (type == "INTEGER" && isWholeKey(owner, column)) {
            type = "INT";
        }
        line = fmt::format("{} {}{}{}{}{}{}",
                           name,
                           type,
                           collateClause(table, column, script),
                           column.nullable ? "" : " NOT NULL",
                           sqliteDefault(column, *this),
                           computedClause(table, column, script),
                           sqliteTypeCheck(column, typeCheckName(table, column), *this));
    }
    if (owner != nullptr) {
        for (const ForeignKey& key : owner->foreignKeys) {
            if (belongsToOneColumn(key) && key.columns.front() == column.name) {
                line += columnForeignKey(key);
            }
        }
    }
    return line;
}

std::string SqliteDialect::columnForeignKey(const ForeignKey& key) const {
    return fmt::format(" CONSTRAINT {} {}", identifier(key.name), referencesClause(key));
}

std::vector<std::string> SqliteDialect::constraintLines(const Table& table, Script& script) const {
    std::vector<std::string> lines;
    if (table.primaryKey) {
        const Column* first = findColumn(table, table.primaryKey->columns.front());
        if (first == nullptr || !isRowNumber(&table, *first)) {
            lines.push_back(primaryKeyClause(*table.primaryKey));
        }
    }
    for (const UniqueKey& key : table.uniqueKeys) {
        lines.push_back(uniqueKeyClause(key));
    }
    for (const Check& check : table.checks) {
        lines.push_back(checkClause(check, script));
    }
    for (const ForeignKey& key : table.foreignKeys) {
        if (!belongsToOneColumn(key)) {
            lines.push_back(foreignKeyClause(key));
        }
    }
    return lines;
}

std::string SqliteDialect::primaryKeyClause(const PrimaryKey& key) const {
    return "PRIMARY KEY " + columnList(key.columns);
}

std::string SqliteDialect::tableNote(const Table& table, const Script& script) const {
    return note(table.comment, table.line, script);
}

// https://www.sqlite.org/withoutrowid.html
std::string SqliteDialect::tableOptions(const Table& table, const Script& script) const {
    if (isPartitioned(table)) {
        wantKind(ObjectKind::Partition, script);
    }
    const bool withoutRowid = table.options.withoutRowid;
    const bool counted = std::any_of(table.columns.begin(), table.columns.end(), isCounted);
    if (withoutRowid && (!table.primaryKey || counted)) {
        script.refuse(
            table.line,
            ErrorCode::NotSupportedByServer,
            fmt::format("SQLite keeps {} without row numbers only when a primary key that "
                        "is not counted up takes their place",
                        table.name),
            "give it one, or leave withoutRowid() out");
    }
    return table.options.strict ? (withoutRowid ? " STRICT, WITHOUT ROWID" : " STRICT")
                                : (withoutRowid ? " WITHOUT ROWID" : "");
}

// SQLite has no comments of its own and keeps the text of CREATE TABLE as it was.
// https://www.sqlite.org/schematab.html
std::string SqliteDialect::note(const std::string& comment, SourceLine line, const Script& script) {
    if (comment.empty()) {
        return {};
    }
    if (comment.find("*/") != std::string::npos) {
        script.refuse(line,
                      ErrorCode::NotSupportedByServer,
                      "SQLite keeps comments between /* and */, and this one holds a */",
                      "leave the */ out of the comment");
    }
    return fmt::format(" /* {} */", comment);
}

void SqliteDialect::checkColumn(const Table* owner,
                                const std::string& table,
                                const Column& column,
                                const Script& script) const {
    SqlDialect::checkColumn(owner, table, column, script);
    if (!sqliteHasType(column.type)) {
        refuseType(table, column, script);
    }
    wantStrictType(owner, table, column, script);
    checkCollation(table, column, script);
    checkComputed(owner, table, column, script);
    checkGenerated(owner, table, column, script);
}

// https://www.sqlite.org/stricttables.html
void SqliteDialect::wantStrictType(const Table* owner,
                                   const std::string& table,
                                   const Column& column,
                                   const Script& script) {
    constexpr std::array<std::string_view, 6> kStrict =
        {"int", "integer", "real", "text", "blob", "any"};
    if (column.type.kind != Kind::Custom || owner == nullptr || !owner->options.strict) {
        return;
    }
    const std::string& type = *column.type.custom[static_cast<std::size_t>(DatabaseKind::SQLite)];
    const std::string word = lowerCase(std::string_view{type}.substr(0, type.find(' ')));
    if (std::find(kStrict.begin(), kStrict.end(), word) == kStrict.end()) {
        script.refuse(column.line,
                      ErrorCode::NotSupportedByServer,
                      fmt::format("{}.{} is of the type {}, which no STRICT table of SQLite has",
                                  table,
                                  column.name,
                                  type),
                      "use INTEGER, REAL, TEXT, BLOB or ANY, or say t.notStrict()");
    }
}

// https://www.sqlite.org/datatype3.html#collating_sequences
void SqliteDialect::checkCollation(const std::string& table,
                                   const Column& column,
                                   const Script& script) {
    const auto& name = column.collation[static_cast<std::size_t>(DatabaseKind::SQLite)];
    const std::string word = name ? lowerCase(*name) : std::string{};
    if (!word.empty() && word != "binary" && word != "nocase" && word != "rtrim") {
        script.refuse(
            column.line,
            ErrorCode::NotSupportedByServer,
            fmt::format("SQLite has no collation {}, as {}.{} has", *name, table, column.name),
            "use BINARY, NOCASE or RTRIM: collate({.sqlite = \"NOCASE\", ...})");
    }
}

// A decimal is stored as a scaled integer or a text: what an expression that was written for other
// databases makes of it is another number.
void SqliteDialect::checkComputed(const Table* owner,
                                  const std::string& table,
                                  const Column& column,
                                  const Script& script) {
    if (!column.computed) {
        return;
    }
    const auto& texts = column.computed->sql;
    const auto& text = texts[static_cast<std::size_t>(DatabaseKind::SQLite)];
    const bool itsOwn = std::count(texts.begin(), texts.end(), text) == 1;
    if (!text || itsOwn) {
        return;
    }
    const Words words = wordsOf(*text);
    const auto isStoredOtherwise = [](const ColumnType& type) {
        return type.kind == Kind::Decimal &&
               (type.scale > 0 || storageOf(type) == DecimalStorage::Text);
    };
    const bool named =
        owner != nullptr &&
        std::any_of(owner->columns.begin(), owner->columns.end(), [&](const Column& other) {
            return isStoredOtherwise(other.type) && mentions(words, other.name);
        });
    if (isStoredOtherwise(column.type) || named) {
        script.refuse(column.line,
                      ErrorCode::NotSupportedByServer,
                      fmt::format("SQLite has no decimals, and the expression of {}.{} would "
                                  "compute with what is stored in their place",
                                  table,
                                  column.name),
                      "write an expression for SQLite alone: storedAs({.sqlite = \"...\", ...})");
    }
}

void SqliteDialect::checkGenerated(const Table* owner,
                                   const std::string& table,
                                   const Column& column,
                                   const Script& script) {
    if (isCounted(column) && !isWholeKey(owner, column)) {
        script.refuse(column.line,
                      ErrorCode::NotSupportedByServer,
                      fmt::format("SQLite counts {}.{} up only when it alone is the primary key",
                                  table,
                                  column.name),
                      "make it .primaryKey(), or give its value with each row");
    }
    const bool expression =
        column.defaultValue && std::holds_alternative<ExpressionDefault>(*column.defaultValue);
    if (expression && column.type.kind == Kind::Decimal) {
        script.refuse(column.line,
                      ErrorCode::NotSupportedByServer,
                      fmt::format("SQLite has no decimals, and an expression would give {}.{} a "
                                  "number that is not scaled",
                                  table,
                                  column.name),
                      "give the default as a number or a text");
    }
}

// https://www.sqlite.org/fileformat2.html#internal_schema_objects
void SqliteDialect::checkName(const GivenName& name, const Script& script) const {
    wantMoreThanCase(name, script);
    const bool ofObject =
        name.what == GivenName::What::Table || name.what == GivenName::What::Index;
    if (ofObject && lowerCase(name.name).starts_with("sqlite_")) {
        script.refuse(
            name.line,
            ErrorCode::NotSupportedByServer,
            fmt::format("SQLite keeps names like {}, which begin with sqlite_, for itself",
                        name.name),
            "choose another name");
    }
}

}  // namespace godwit::detail
