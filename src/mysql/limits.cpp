#include <algorithm>

#include <fmt/format.h>

#include "model/qualified.hpp"
#include "model/sql_words.hpp"
#include "model/type_words.hpp"
#include "mysql/dialect.hpp"
#include "mysql/types.hpp"

// What InnoDB and the servers have no room or no word for.

namespace godwit::detail {

namespace {

using Kind = ColumnType::Kind;

// https://dev.mysql.com/doc/refman/8.4/en/innodb-limits.html
constexpr std::size_t kMaxKeyBytes = 3072;
// https://dev.mysql.com/doc/refman/8.4/en/column-count-limit.html#row-size-limits
constexpr std::size_t kMaxRowBytes = 65535;

bool isCounted(const Column& column) { return column.generated && column.type.kind != Kind::Uuid; }

// https://dev.mysql.com/doc/refman/8.4/en/charset-unicode-utf8mb4.html
constexpr std::size_t kBytesOfCharacter = 4;

enum class PrefixUnit : std::uint8_t { None, Characters, Bytes };

PrefixUnit prefixUnitOf(const ColumnType& type) {
    if (isMysqlText(type)) {
        return PrefixUnit::Characters;
    }
    const bool bytes =
        type.kind == Kind::Bytes || type.kind == Kind::Binary || type.kind == Kind::Varbinary;
    return bytes ? PrefixUnit::Bytes : PrefixUnit::None;
}

bool changesItsColumns(const ForeignKey& key) {
    return key.onDelete == ForeignKeyAction::SetNull || key.onUpdate == ForeignKeyAction::SetNull ||
           key.onUpdate == ForeignKeyAction::Cascade;
}

// The column of a check that the servers do not let it name, and why.
// https://dev.mysql.com/doc/refman/8.4/en/create-table-check-constraints.html
std::string_view whyNotChecked(const Table& table, const Column& column) {
    if (isCounted(column)) {
        return "the server counts it up";
    }
    for (const ForeignKey& key : table.foreignKeys) {
        const bool holds =
            std::find(key.columns.begin(), key.columns.end(), column.name) != key.columns.end();
        if (holds && changesItsColumns(key)) {
            return "its foreign key changes it by itself";
        }
    }
    return {};
}

}  // namespace

void MysqlDialect::checkTable(const Table& table, const Script& script) const {
    checkRow(table, script);
    checkGeneratedKeys(table, script);
    if (table.primaryKey) {
        checkKey(table, partsOf(table.primaryKey->columns), table.primaryKey->line, script);
    }
    for (const UniqueKey& key : table.uniqueKeys) {
        checkKey(table, partsOf(key.columns), key.line, script);
    }
    for (const ForeignKey& key : table.foreignKeys) {
        checkForeignKey(&table, key, script);
    }
    for (const Check& check : table.checks) {
        checkCheck(&table, check, check.line, script);
    }
    wantFreeOfActions(table, {}, script);
}

void MysqlDialect::checkRow(const Table& table, const Script& script) const {
    std::size_t bytes = 0;
    std::size_t nullable = 0;
    for (const Column& column : table.columns) {
        bytes += mysqlBytesInRow(column, can());
        nullable += column.nullable ? 1U : 0U;
    }
    bytes += (nullable + 7) / 8;
    if (bytes > kMaxRowBytes) {
        script.refuse({},
                      ErrorCode::TooLongForServer,
                      fmt::format("a row of {} may have {} bytes, and {} holds {}",
                                  table.name,
                                  bytes,
                                  title(),
                                  kMaxRowBytes),
                      "make long strings text(), which is stored beside the row");
    }
}

void MysqlDialect::checkKey(const Table& table,
                            const std::vector<IndexPart>& parts,
                            SourceLine line,
                            const Script& script) const {
    std::size_t bytes = 0;
    std::vector<std::string> names;
    for (const IndexPart& part : parts) {
        names.push_back(part.column.empty() ? "..." : part.column);
        if (const Column* column = findColumn(table, part.column)) {
            bytes += bytesOf(table, *column, part, line, script);
        }
    }
    if (bytes > kMaxKeyBytes) {
        script.refuse(line,
                      ErrorCode::TooLongForServer,
                      fmt::format("a key over ({}) of {} has up to {} bytes, and {} holds {}",
                                  fmt::join(names, ", "),
                                  table.name,
                                  bytes,
                                  title(),
                                  kMaxKeyBytes),
                      "a string(n) takes 4 bytes for each character; make n smaller, or index "
                      "its beginning with godwit::prefix");
    }
    if (parts.size() > can().index.maxParts) {
        script.refuse(line,
                      ErrorCode::TooLongForServer,
                      fmt::format("a key over ({}) of {} has {} parts, and {} takes {}",
                                  fmt::join(names, ", "),
                                  table.name,
                                  parts.size(),
                                  title(),
                                  can().index.maxParts),
                      "leave some out");
    }
}

// A prefix counts characters of a text, and bytes of anything else.
// https://dev.mysql.com/doc/refman/8.4/en/column-indexes.html#column-indexes-prefix
std::size_t MysqlDialect::bytesOf(const Table& table,
                                  const Column& column,
                                  const IndexPart& part,
                                  SourceLine line,
                                  const Script& script) const {
    const PrefixUnit unit = prefixUnitOf(column.type);
    if (part.prefix == 0) {
        if (isStoredBesideRow(column.type)) {
            script.refuse(line,
                          ErrorCode::NotSupportedByServer,
                          fmt::format("{} cannot index {}.{}, whose type has no greatest length",
                                      title(),
                                      table.name,
                                      column.name),
                          unit == PrefixUnit::None
                              ? "make the column string(n)"
                              : "make the column string(n), or index its beginning with "
                                "godwit::prefix");
        }
        return mysqlBytesInKey(column, can());
    }
    if (unit == PrefixUnit::None || (column.type.length != 0 && part.prefix > column.type.length)) {
        script.refuse(
            line,
            ErrorCode::NotSupportedByServer,
            fmt::format("{} cannot index the first {} of {}.{}, {}",
                        title(),
                        part.prefix,
                        table.name,
                        column.name,
                        unit == PrefixUnit::None ? "which is no text" : "which is shorter"),
            "leave godwit::prefix out");
    }
    return unit == PrefixUnit::Characters ? part.prefix * kBytesOfCharacter : part.prefix;
}

void MysqlDialect::checkForeignKey(const Table* table,
                                   const ForeignKey& key,
                                   const Script& script) const {
    const auto has = [&key](ForeignKeyAction action) {
        return key.onDelete == action || key.onUpdate == action;
    };
    for (const std::string& name : key.columns) {
        const Column* column = table == nullptr ? nullptr : findColumn(*table, name);
        if (column == nullptr) {
            continue;
        }
        if (has(ForeignKeyAction::SetNull) && !column->nullable) {
            script.refuse(key.line,
                          ErrorCode::NotSupportedByServer,
                          fmt::format("the foreign key {} sets {}.{} to NULL, which it cannot be",
                                      key.name,
                                      table->name,
                                      name),
                          "make the column nullable(), or choose another action");
        }
    }
    wantItsSchema(key, script);
    if (table != nullptr) {
        wantSameIntegers(*table, key, script);
    }
    if (table != nullptr && changesItsColumns(key)) {
        Table with = *table;
        with.foreignKeys.push_back(key);
        for (const Check& check : table->checks) {
            checkCheck(&with, check, key.line, script);
        }
        wantFreeOfActions(with, key.line, script);
    }
}

// The server looks for it beside the table that has the key.
// https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html
void MysqlDialect::wantItsSchema(const ForeignKey& key, const Script& script) const {
    const std::string_view schema = schemaOf(tableOf(script.current()));
    if (!schema.empty() && schemaOf(key.referencedTable).empty()) {
        script.refuse(key.line,
                      ErrorCode::NotSupportedByServer,
                      fmt::format("{} would look in {} for the table {} that the foreign key {} of "
                                  "{} references",
                                  title(),
                                  schema,
                                  key.referencedTable,
                                  key.name,
                                  tableOf(script.current())),
                      fmt::format("name its schema too: references(\"{}.{}\", ...), or the one "
                                  "that the connection works in",
                                  schema,
                                  key.referencedTable));
    }
}

// Errors 3780 and 150. Of other types it depends on more than what is known.
void MysqlDialect::wantSameIntegers(const Table& table,
                                    const ForeignKey& key,
                                    const Script& script) const {
    const Table* parent =
        key.referencedTable == table.name ? &table : script.table(key.referencedTable);
    for (std::size_t i = 0; i < std::min(key.columns.size(), key.referencedColumns.size()); ++i) {
        const Column* from = findColumn(table, key.columns[i]);
        const Column* to =
            parent == nullptr ? nullptr : findColumn(*parent, key.referencedColumns[i]);
        if (from == nullptr || to == nullptr || !isIntegerKind(from->type.kind) ||
            !isIntegerKind(to->type.kind)) {
            continue;
        }
        if (from->type.kind != to->type.kind || from->type.isUnsigned != to->type.isUnsigned) {
            script.refuse(key.line,
                          ErrorCode::NotSupportedByServer,
                          fmt::format("the foreign key {} compares {}.{}, {}, with {}.{}, {}, and "
                                      "{} wants both to be of one type",
                                      key.name,
                                      table.name,
                                      from->name,
                                      callOf(from->type),
                                      parent->name,
                                      to->name,
                                      callOf(to->type),
                                      title()),
                          "give one of the columns the type of the other");
        }
    }
}

// What a check names, no foreign key may change; the check of a type names its column.
void MysqlDialect::wantFreeOfActions(const Table& table,
                                     SourceLine line,
                                     const Script& script) const {
    for (const Column& column : table.columns) {
        const std::string_view why =
            typeCheck(column).empty() ? std::string_view{} : whyNotChecked(table, column);
        if (!why.empty()) {
            script.refuse(line.line != 0 ? line : column.line,
                          ErrorCode::NotSupportedByServer,
                          fmt::format("{} keeps {}.{} right with a check, and {}",
                                      title(),
                                      table.name,
                                      column.name,
                                      why),
                          "use noAction or restrict, or a column of another type");
        }
    }
}

void MysqlDialect::wantEnforcedChecks(const std::string& check,
                                      SourceLine line,
                                      const Script& script) const {
    if (!can().enforcedChecks) {
        script.refuse(
            line,
            ErrorCode::NotSupportedByServer,
            fmt::format("{} before 8.0.16 reads the check {} and ignores it", title(), check),
            "leave it out, or use a newer server");
    }
}

void MysqlDialect::checkCheck(const Table* table,
                              const Check& check,
                              SourceLine line,
                              const Script& script) const {
    wantEnforcedChecks(check.name, line, script);
    if (table == nullptr) {
        return;
    }
    const Words words = wordsOf(textOf(check.sql, "the check " + check.name, line, script));
    for (const Column& column : table->columns) {
        const std::string_view why =
            mentions(words, column.name) ? whyNotChecked(*table, column) : std::string_view{};
        if (!why.empty()) {
            script.refuse(line,
                          ErrorCode::NotSupportedByServer,
                          fmt::format("{} does not let the check {} name {}.{}: {}",
                                      title(),
                                      check.name,
                                      table->name,
                                      column.name,
                                      why),
                          "write the check without that column");
        }
    }
}

// https://dev.mysql.com/doc/refman/8.4/en/innodb-auto-increment-handling.html
void MysqlDialect::checkGeneratedKeys(const Table& table, const Script& script) const {
    const Column* counted = nullptr;
    for (const Column& column : table.columns) {
        if (!isCounted(column)) {
            continue;
        }
        if (counted != nullptr) {
            script.refuse(column.line,
                          ErrorCode::NotSupportedByServer,
                          fmt::format("{} counts up one column of a table, and {} has {} and {}",
                                      title(),
                                      table.name,
                                      counted->name,
                                      column.name),
                          "leave generated() out of one of them");
        }
        counted = &column;
    }
    if (counted == nullptr) {
        return;
    }
    const auto begins = [counted](const auto& key) { return key.columns.front() == counted->name; };
    if (!(table.primaryKey && begins(*table.primaryKey)) &&
        std::none_of(table.uniqueKeys.begin(), table.uniqueKeys.end(), begins) &&
        std::none_of(table.indexes.begin(), table.indexes.end(), [counted](const Index& index) {
            return index.kind == Index::Kind::Usual && index.parts.front().column == counted->name;
        })) {
        script.refuse(counted->line,
                      ErrorCode::NotSupportedByServer,
                      fmt::format("{} counts {}.{} up only while a key begins with it",
                                  title(),
                                  table.name,
                                  counted->name),
                      "keep or give it .primaryKey(), .unique() or an index");
    }
}

}  // namespace godwit::detail
