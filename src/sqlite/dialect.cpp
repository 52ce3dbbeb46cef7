#include <algorithm>

#include <fmt/format.h>

#include "model/naming.hpp"
#include "model/sql_words.hpp"
#include "sqlite/dialect.hpp"
#include "sqlite/types.hpp"

// What a new table looks like; alter.cpp has what happens to one that is there.

namespace godwit::detail {

namespace {

using Kind = ColumnType::Kind;

Capabilities sqliteCapabilities() {
    Capabilities can;
    // The parent is looked for when rows are written.
    // https://www.sqlite.org/foreignkeys.html#fk_schemacommands
    can.missingParent = true;
    // https://www.sqlite.org/lang_createindex.html
    // https://www.sqlite.org/foreignkeys.html#fk_deferred
    can.constraint.deferrableForeignKeys = true;
    can.index.where = true;
    can.index.collations = true;
    can.index.insteadOfText = "make an FTS5 table with schema.sql(...)";
    return can;
}

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

bool isNotZero(const std::string& number) {
    return number.find_first_of("123456789") != std::string::npos;
}

}  // namespace

std::string SqliteDialect::booleanLiteral(bool value) const { return value ? "1" : "0"; }

// It would become a floating-point number without a word.
// https://www.sqlite.org/lang_expr.html#literal_values_constants_
std::string SqliteDialect::unsignedLiteral(std::uint64_t value) const {
    throw UsageError(ErrorCode::BadArgument,
                     {fmt::format("SQLite has no integer {}", value),
                      "Nothing has run.",
                      "keep integers above 9223372036854775807 as text"});
}

SqliteDialect::SqliteDialect(const Server& server) : SqlDialect(server, sqliteCapabilities()) {}

void SqliteDialect::write(const op::CreateTable& o, Script& script) const {
    for (const Check& check : o.table.checks) {
        checkCheck(o.table, check, script);
    }
    SqlDialect::write(o, script);
    for (const Index& index : o.table.indexes) {
        script.statement(createIndex(o.table.name, index, script));
    }
}

std::string SqliteDialect::columnLine(const Table* owner,
                                      const std::string& table,
                                      const Column& column,
                                      const Script& script) const {
    checkGenerated(owner, table, column, script);
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
        line = fmt::format("{} {}{}{}{}",
                           name,
                           type,
                           column.nullable ? "" : " NOT NULL",
                           sqliteDefault(column, *this),
                           sqliteTypeCheck(column, typeCheckName(table, column.name), *this));
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

std::string SqliteDialect::tableOptions(const Table&, const Script&) const { return " STRICT"; }

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

// An expression sees what is stored: a number multiplied by 10^scale, or text, to which '5.00' is
// more than '1000.00'. Comparing with 0 means the same for scaled numbers as for those not scaled.
void SqliteDialect::checkCheck(const Table& table, const Check& check, const Script& script) const {
    const Words words = wordsOf(textOf(check.sql, "the check " + check.name, check.line, script));
    const bool hasNumber = std::any_of(words.numbers.begin(), words.numbers.end(), isNotZero);
    for (const Column& column : table.columns) {
        const ColumnType& type = column.type;
        if (type.kind != Kind::Decimal || !mentions(words, column.name)) {
            continue;
        }
        const bool text = storageOf(type) == DecimalStorage::Text;
        if (text || (type.scale > 0 && hasNumber)) {
            script.refuse(
                check.line,
                ErrorCode::NotSupportedByServer,
                fmt::format("the check {} would not see the value of {}.{}: SQLite stores "
                            "decimal({}, {}) as {}",
                            check.name,
                            table.name,
                            column.name,
                            type.precision,
                            type.scale,
                            text ? "text" : fmt::format("an integer, times 10^{}", type.scale)),
                fmt::format("{}add the check to the other databases only, with schema.sql(...)",
                            text ? "" : "compare it with no number but 0, or "));
        }
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
