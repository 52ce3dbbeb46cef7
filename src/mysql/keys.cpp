#include <algorithm>

#include <fmt/format.h>

#include "model/naming.hpp"
#include "model/resolve.hpp"
#include "model/speaks_of.hpp"
#include "mysql/dialect.hpp"
#include "mysql/foreign_key_indexes.hpp"

// What happens to keys: clauses of ALTER TABLE, all of them.

namespace godwit::detail {

namespace {

bool holds(const std::vector<std::string>& columns, const std::string& column) {
    return std::find(columns.begin(), columns.end(), column) != columns.end();
}

bool hasNamed(const std::vector<Index>& indexes, const std::string& name) {
    return std::any_of(indexes.begin(), indexes.end(), [&name](const Index& index) {
        return index.name == name;
    });
}

// The one table is enough: it is its own keys that are asked for.
Table changed(const Table& table, const Operation& operation) {
    Schema schema;
    schema.tables.emplace(table.name, table);
    replay(operation, schema);
    return schema.tables.at(table.name);
}

// The column goes next, and its key with it: meanwhile it would be counted up without a key.
bool goesWithItsColumn(const op::DropPrimaryKey& o, const Script& script) {
    const Table* table = script.table(o.table);
    const auto* next =
        script.following().empty() ? nullptr : std::get_if<op::DropColumn>(&script.following()[0]);
    return table != nullptr && table->primaryKey && next != nullptr && next->table == o.table &&
           table->primaryKey->columns == std::vector<std::string>{next->column};
}

bool hasForeignKey(const Table* table, const std::string& name) {
    return table != nullptr && std::any_of(table->foreignKeys.begin(),
                                           table->foreignKeys.end(),
                                           [&](const ForeignKey& key) { return key.name == name; });
}

}  // namespace

// Neither server keeps a name for it.
// https://dev.mysql.com/doc/refman/8.4/en/create-table.html#create-table-indexes-keys
std::string MysqlDialect::primaryKeyClause(const PrimaryKey& key) const {
    return "PRIMARY KEY " + columnList(key.columns);
}

std::string MysqlDialect::uniqueKeyClause(const UniqueKey& key) const {
    return fmt::format("UNIQUE INDEX {} {}", identifier(key.name), columnList(key.columns));
}

// The clauses of one operation and, in the same statement, what becomes of the indexes that only
// serve a foreign key. No other index may be dropped while a foreign key needs it (error 1553).
void MysqlDialect::alterKeys(const std::string& table,
                             Clauses clauses,
                             Script& script,
                             const Clauses& how) const {
    if (const Table* before = script.table(table)) {
        const Table after = changed(*before, script.current());
        checkGeneratedKeys(after, script);
        const std::vector<Index> had = foreignKeyIndexes(*before);
        const std::vector<Index> has = foreignKeyIndexes(after);
        for (const Index& index : had) {
            if (!hasNamed(has, index.name)) {
                clauses.push_back("DROP INDEX " + identifier(index.name));
            }
        }
        for (const Index& index : has) {
            if (!hasNamed(had, index.name)) {
                clauses.push_back("ADD " + indexClause(index, script));
            }
        }
    }
    clauses.insert(clauses.end(), how.begin(), how.end());
    script.alter(table, fmt::format("{}", fmt::join(clauses, ",\n    ")));
}

// On its own a column that goes only leaves its indexes, which then hold fewer columns.
// https://dev.mysql.com/doc/refman/8.4/en/alter-table.html#alter-table-add-drop-column
void MysqlDialect::write(const op::DropColumn& o, Script& script) const {
    wantNoCheckOn(o.table, o.column, script);
    wantNotComputedFrom(o.table, o.column, script);
    wantOtherColumns(o, script);
    Clauses clauses;
    if (const Table* table = script.table(o.table)) {
        const auto dropAll = [&](std::string_view what, const auto& objects) {
            for (const auto& object : objects) {
                if (holds(object.columns, o.column)) {
                    clauses.push_back(fmt::format("DROP {} {}", what, identifier(object.name)));
                }
            }
        };
        dropAll("FOREIGN KEY", table->foreignKeys);
        dropAll("INDEX", table->uniqueKeys);
        for (const Index& index : table->indexes) {
            if (speaksOf(index, o.column)) {
                clauses.push_back("DROP INDEX " + identifier(index.name));
            }
        }
        if (table->primaryKey && holds(table->primaryKey->columns, o.column)) {
            clauses.emplace_back("DROP PRIMARY KEY");
        }
        // MariaDB takes no check along that names a computed column.
        const Column* column = findColumn(*table, o.column);
        if (column != nullptr && column->computed && !typeCheck(*column).empty()) {
            clauses.push_back(
                fmt::format("{} {}", can().dropCheck, identifier(typeCheckName(o.table, *column))));
        }
    }
    clauses.push_back("DROP COLUMN " + identifier(o.column));
    alterKeys(o.table, std::move(clauses), script);
}

void MysqlDialect::write(const op::AddPrimaryKey& o, Script& script) const {
    const Table* table = script.table(o.table);
    wantNotNull(table, o.primaryKey, script);
    if (table != nullptr) {
        checkKey(*table, partsOf(o.primaryKey.columns), o.line, script);
    }
    alterKeys(o.table, {"ADD " + primaryKeyClause(o.primaryKey)}, script);
}

void MysqlDialect::write(const op::DropPrimaryKey& o, Script& script) const {
    if (!goesWithItsColumn(o, script)) {
        alterKeys(o.table, {"DROP PRIMARY KEY"}, script);
    }
}

void MysqlDialect::write(const op::AddUniqueKey& o, Script& script) const {
    if (const Table* table = script.table(o.table)) {
        checkKey(*table, partsOf(o.uniqueKey.columns), o.line, script);
    }
    alterKeys(o.table, {"ADD " + uniqueKeyClause(o.uniqueKey)}, script);
}

void MysqlDialect::write(const op::DropUniqueKey& o, Script& script) const {
    alterKeys(o.table, {"DROP INDEX " + identifier(resolvedName(o, script.nearby()))}, script);
}

void MysqlDialect::write(const op::AddForeignKey& o, Script& script) const {
    const Table* table = script.table(o.table);
    checkForeignKey(table, o.foreignKey, script);
    const std::string clause = "ADD " + foreignKeyClause(o.foreignKey);
    if (hasForeignKey(table, o.foreignKey.name)) {  // Postponed: CREATE TABLE made its index.
        script.alter(o.table, clause);
    } else {
        alterKeys(o.table, {clause}, script);
    }
}

void MysqlDialect::write(const op::DropForeignKey& o, Script& script) const {
    const std::string name = identifier(resolvedName(o, script.nearby()));
    alterKeys(o.table, {"DROP FOREIGN KEY " + name}, script);
}

}  // namespace godwit::detail
