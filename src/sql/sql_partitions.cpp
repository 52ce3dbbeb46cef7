#include <algorithm>

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

}  // namespace

bool SqlDialect::isPartitioned(const Table& table) const {
    const auto& by = table.options.partitioning;
    return by && (by->only.bits & (1U << static_cast<unsigned>(server().kind))) != 0;
}

// https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-LIMITATIONS
// https://dev.mysql.com/doc/refman/8.4/en/partitioning-limitations-partitioning-keys-unique-keys.html
void SqlDialect::wantKeysOverPartitions(const Table& table, const Script& script) const {
    const std::vector<std::string>& by = table.options.partitioning->columns;
    const auto want =
        [&](const std::string& name, const std::vector<std::string>& columns, SourceLine line) {
            if (!holdsAll(columns, by)) {
                script.refuse(
                    line,
                    ErrorCode::NotSupportedByServer,
                    fmt::format("the key {} of {} does not hold {}, by which the table is cut "
                                "into partitions: {} looks for doubles inside one partition",
                                name,
                                table.name,
                                fmt::join(by, ", "),
                                title()),
                    "name these columns in the key too, or make it an index");
            }
        };
    if (table.primaryKey) {
        want(table.primaryKey->name, table.primaryKey->columns, table.primaryKey->line);
    }
    for (const UniqueKey& key : table.uniqueKeys) {
        want(key.name, key.columns, key.line);
    }
    for (const Index& index : table.indexes) {
        if (index.unique) {
            want(index.name, columnsOf(index), index.line);
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
    wantKeysOverPartitions(table, script);
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
