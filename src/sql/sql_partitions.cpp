#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "sql/sql_dialect.hpp"

// What the servers with partitions have in common.

namespace godwit::detail {

namespace {

bool holdsAll(const std::vector<std::string>& columns, const std::vector<std::string>& wanted) {
    return std::all_of(wanted.begin(), wanted.end(), [&columns](const std::string& name) {
        return std::find(columns.begin(), columns.end(), name) != columns.end();
    });
}

// https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-LIMITATIONS
// https://dev.mysql.com/doc/refman/8.4/en/partitioning-limitations-partitioning-keys-unique-keys.html
template <class Key>
void wantKeyOverPartitions(const Table& table,
                           const Key& key,
                           const std::vector<std::string>& columns,
                           std::string_view title,
                           const Script& script) {
    const std::vector<std::string>& by = table.options.partitioning->columns;
    if (!holdsAll(columns, by)) {
        script.refuse(key.line,
                      ErrorCode::NotSupportedByServer,
                      fmt::format("the key {} of {} does not hold {}, by which the table is cut "
                                  "into partitions: {} looks for doubles inside one partition",
                                  key.name,
                                  table.name,
                                  fmt::join(by, ", "),
                                  title),
                      "name these columns in the key too, or make it an index");
    }
}

void wantKeysOverPartitions(const Table& table, std::string_view title, const Script& script) {
    if (table.primaryKey) {
        wantKeyOverPartitions(table, *table.primaryKey, table.primaryKey->columns, title, script);
    }
    for (const UniqueKey& key : table.uniqueKeys) {
        wantKeyOverPartitions(table, key, key.columns, title, script);
    }
    for (const Index& index : table.indexes) {
        if (index.unique) {
            wantKeyOverPartitions(table, index, columnsOf(index), title, script);
        }
    }
}

bool isAboutPartition(const Operation& operation) {
    const auto* create = std::get_if<op::CreateObject>(&operation);
    const auto* drop = std::get_if<op::DropObject>(&operation);
    return (create != nullptr && std::holds_alternative<Partition>(create->object)) ||
           (drop != nullptr && drop->object.kind == ObjectKind::Partition) ||
           std::holds_alternative<op::AttachPartition>(operation) ||
           std::holds_alternative<op::DetachPartition>(operation);
}

// What the operation changes of a column that the server does not change where a table is cut by
// it. https://www.postgresql.org/docs/current/sql-altertable.html
// https://dev.mysql.com/doc/refman/8.4/en/partitioning-limitations.html
std::pair<std::string_view, std::string> changeOfCutColumn(const Operation& operation,
                                                           DatabaseKind kind) {
    if (const auto* drop = std::get_if<op::DropColumn>(&operation)) {
        return {"dropped", drop->column};
    }
    const auto* rename = std::get_if<op::RenameColumn>(&operation);
    if (rename != nullptr && kind == DatabaseKind::MySQL) {
        return {"renamed", rename->column};
    }
    const auto* change = std::get_if<op::ChangeType>(&operation);
    if (change != nullptr && kind == DatabaseKind::PostgreSQL) {
        return {"of another type", change->column};
    }
    return {};
}

void wantCutColumnKept(const Table& table,
                       const Operation& operation,
                       DatabaseKind kind,
                       std::string_view title,
                       const Script& script) {
    const auto change = changeOfCutColumn(operation, kind);
    if (!change.second.empty() && !table.touchedByRawSql &&
        holdsAll(table.options.partitioning->columns, {change.second})) {
        script.refuse({},
                      ErrorCode::NotSupportedByServer,
                      fmt::format("{}.{}, by which the table is cut into partitions, cannot be {} "
                                  "on {}",
                                  table.name,
                                  change.second,
                                  change.first,
                                  title),
                      "make another table, and copy the rows with schema.sql(...)");
    }
}

// The foreign keys that the operation makes.
std::vector<ForeignKey> foreignKeysIn(const Operation& operation) {
    if (const auto* create = std::get_if<op::CreateTable>(&operation)) {
        return create->table.foreignKeys;
    }
    const auto* add = std::get_if<op::AddForeignKey>(&operation);
    return add == nullptr ? std::vector<ForeignKey>{} : std::vector<ForeignKey>{add->foreignKey};
}

}  // namespace

bool SqlDialect::isPartitioned(const Table& table) const {
    const auto& by = table.options.partitioning;
    return by && (by->only.bits & (1U << static_cast<unsigned>(server().kind))) != 0;
}

void SqlDialect::checkPartitions(const Script& script) const {
    const Operation& operation = script.current();
    const auto* create = std::get_if<op::CreateTable>(&operation);
    const Table* table = create != nullptr ? &create->table : script.table(tableOf(operation));
    const auto isCut = [this](const Table* one) { return one != nullptr && isPartitioned(*one); };
    for (const ForeignKey& key : foreignKeysIn(operation)) {
        const Table* parent = script.table(key.referencedTable);
        if (!can().foreignKeysOfPartitions && (isCut(table) || isCut(parent))) {
            script.refuse(key.line,
                          ErrorCode::NotSupportedByServer,
                          fmt::format("{} has no foreign keys {} tables that are cut into "
                                      "partitions, as {} is",
                                      title(),
                                      isCut(table) ? "of" : "to",
                                      isCut(table) ? table->name : parent->name),
                          "leave the foreign key out, or keep the table whole there with "
                          "t.partitionByRange(...).only(...)");
        }
    }
    if (!isCut(table)) {
        if (table != nullptr && !table->touchedByRawSql && isAboutPartition(operation) &&
            can().objects.has(ObjectKind::Partition)) {
            script.refuse({},
                          ErrorCode::NotSupportedByServer,
                          fmt::format("{} is not cut into partitions on {}", table->name, title()),
                          "keep the call to the databases where it is, with .only(...)");
        }
        return;
    }
    wantCutColumnKept(*table, operation, server().kind, title(), script);
    if (const auto* primary = std::get_if<op::AddPrimaryKey>(&operation)) {
        const PrimaryKey& key = primary->primaryKey;
        wantKeyOverPartitions(*table, key, key.columns, title(), script);
    } else if (const auto* unique = std::get_if<op::AddUniqueKey>(&operation)) {
        wantKeyOverPartitions(*table,
                              unique->uniqueKey,
                              unique->uniqueKey.columns,
                              title(),
                              script);
    } else if (const auto* added = std::get_if<op::AddIndex>(&operation)) {
        if (added->index.unique) {
            wantKeyOverPartitions(*table, added->index, columnsOf(added->index), title(), script);
        }
    }
}

// https://www.postgresql.org/docs/current/sql-createtable.html
// https://dev.mysql.com/doc/refman/8.4/en/partitioning-limitations.html
void SqlDialect::checkPartitioned(const Table& table, const Script& script) const {
    const TableOptions& options = table.options;
    if (options.temporary || options.unlogged || !options.parameters.empty()) {
        script.refuse(table.line,
                      ErrorCode::NotSupportedByServer,
                      fmt::format("{} has no partitioned tables that are temporary or unlogged or "
                                  "have storage parameters, as {} would be",
                                  title(),
                                  table.name),
                      "leave the option out, or make the table without partitions");
    }
    wantKeysOverPartitions(table, title(), script);
}

std::string SqlDialect::boundLiteral(const Bound& bound) const {
    if (bound.kind != Bound::Kind::Value) {
        return bound.kind == Bound::Kind::Lowest ? "MINVALUE" : "MAXVALUE";
    }
    if (const auto* expression = std::get_if<ExpressionValue>(&bound.value)) {
        return expression->sql;
    }
    const auto* value = std::get_if<Value>(&bound.value);
    return value == nullptr ? "CURRENT_TIMESTAMP" : valueLiteral(*value);
}

}  // namespace godwit::detail
