#include <algorithm>

#include <fmt/format.h>

#include "model/partitions.hpp"
#include "model/qualified.hpp"
#include "mysql/dialect.hpp"
#include "mysql/types.hpp"

// Partitioned tables. Partitions are parts of the definition of their table, at least one of them,
// and those of ranges follow each other without gaps: CREATE TABLE takes those that the migration
// makes later.
// https://dev.mysql.com/doc/refman/8.4/en/partitioning-types.html
// https://mariadb.com/docs/server/server-usage/partitioning-tables/partitioning-types

namespace godwit::detail {

namespace {

using Method = Partitioning::Method;

constexpr std::string_view kTypesToCutBy[] =
    {"tinyint", "smallint", "int", "bigint", "date", "char", "varchar", "binary", "varbinary"};

std::vector<const Operation*> partitionsThatFollow(const std::string& table, const Script& script) {
    std::vector<const Operation*> found;
    for (const Operation& operation : script.following()) {
        if (partitionMadeBy(operation, table) != nullptr) {
            found.push_back(&operation);
        }
    }
    return found;
}

std::vector<const Partition*> knownPartitions(const std::string& table, const Script& script) {
    std::vector<const Partition*> found;
    for (const auto& [name, known] : script.objects()) {
        if (name.kind == ObjectKind::Partition && name.table == table) {
            found.push_back(&std::get<Partition>(known.object));
        }
    }
    return found;
}

bool isLowest(const std::vector<Bound>& bounds) {
    return std::all_of(bounds.begin(), bounds.end(), [](const Bound& bound) {
        return bound.kind == Bound::Kind::Lowest;
    });
}

// True when a later operation drops the whole table.
bool tableGoesLater(const std::string& table, const Script& script) {
    const auto following = script.following();
    return std::any_of(following.begin(), following.end(), [&table](const Operation& operation) {
        const auto* drop = std::get_if<op::DropTable>(&operation);
        return drop != nullptr && drop->table == table;
    });
}

// The names of partitions stand for themselves: they are no tables.
std::string_view partitionWord(const std::string& name) { return unqualified(name); }

}  // namespace

void MysqlDialect::refusePartition(const Partition& partition,
                                   std::string_view why,
                                   std::string_view hint,
                                   const Script& script) const {
    script.refuse(partition.line,
                  ErrorCode::NotSupportedByServer,
                  fmt::format("{} cannot have the partition {} of {}: {}",
                              title(),
                              partition.name,
                              partition.table,
                              why),
                  fmt::format("{}, or keep the call to other databases with .only(...)", hint));
}

std::string MysqlDialect::boundsOf(const std::vector<Bound>& bounds) const {
    std::vector<std::string> literals;
    for (const Bound& bound : bounds) {
        literals.push_back(boundLiteral(bound));
    }
    return fmt::format("({})", fmt::join(literals, ", "));
}

std::string MysqlDialect::valuesOf(const Partition& partition, const Script& script) const {
    if (partition.modulus != 0) {
        refusePartition(partition,
                        "those of a hash are made with the table",
                        "say how many in t.partitionByHash(columns, partitions)",
                        script);
    }
    if (partition.isDefault && !can().restPartitions) {
        refusePartition(partition, "it has none for the rest", "list the values", script);
    }
    if (partition.isDefault) {
        return "DEFAULT";
    }
    return partition.values.empty() ? "VALUES LESS THAN " + boundsOf(partition.to)
                                    : "VALUES IN " + boundsOf(partition.values);
}

std::string MysqlDialect::partitionClause(const Partition& partition, const Script& script) const {
    return fmt::format("PARTITION {} {}",
                       identifier(partitionWord(partition.name)),
                       valuesOf(partition, script));
}

// A range begins where the one below it ends, the first at the lowest value.
void MysqlDialect::wantNoGap(const Partition& partition,
                             const Partition* below,
                             const Script& script) const {
    if (partition.isDefault) {
        refusePartition(partition,
                        "ranges have none for the rest",
                        "let the last range end at godwit::highest",
                        script);
    }
    if (below == nullptr ? !isLowest(partition.from) : partition.from != below->to) {
        refusePartition(partition,
                        below == nullptr
                            ? std::string{"the first range begins at the lowest value"}
                            : fmt::format("ranges follow each other, and it does not begin where "
                                          "{} ends",
                                          below->name),
                        below == nullptr ? "say .from({godwit::lowest})" : "let it begin there",
                        script);
    }
}

// https://dev.mysql.com/doc/refman/8.4/en/partitioning-columns.html
// https://mariadb.com/docs/server/server-usage/partitioning-tables/partitioning-types/range-columns-and-list-columns-partitioning-types
void MysqlDialect::wantTypesToCutBy(const Table& table, const Script& script) const {
    const Partitioning& by = *table.options.partitioning;
    for (const std::string& name : by.columns) {
        const Column* column = findColumn(table, name);
        if (column == nullptr || by.method == Method::Hash ||
            column->type.kind == ColumnType::Kind::Custom) {
            continue;
        }
        const std::string type = mysqlType(column->type, *this, can());
        const auto isKind = [&type](std::string_view kind) { return type.starts_with(kind); };
        if (std::none_of(std::begin(kTypesToCutBy), std::end(kTypesToCutBy), isKind)) {
            script.refuse(
                column->line,
                ErrorCode::NotSupportedByServer,
                fmt::format("{} cuts no table by a column of type {}, as {} of {} is",
                            title(),
                            type.substr(0, type.find('(')),
                            name,
                            table.name),
                "cut it by integers, dates, timestamps without a time zone or strings, or "
                "keep the table whole there with .only(...)");
        }
    }
}

std::string MysqlDialect::partitioningOf(const Table& table, const Script& script) const {
    if (!isPartitioned(table)) {
        return {};
    }
    checkPartitioned(table, script);
    const Partitioning& by = *table.options.partitioning;
    wantTypesToCutBy(table, script);
    if (by.method == Method::Hash && by.partitions != 0) {
        return fmt::format("\nPARTITION BY KEY {} PARTITIONS {}",
                           columnList(by.columns),
                           by.partitions);
    }
    const std::vector<const Operation*> made = partitionsThatFollow(table.name, script);
    if (made.empty() || by.method == Method::Hash) {
        script.refuse(table.line,
                      ErrorCode::NotSupportedByServer,
                      fmt::format("{} makes the partitions of {} together with the table",
                                  title(),
                                  table.name),
                      by.method == Method::Hash
                          ? "say how many in t.partitionByHash(columns, partitions)"
                          : "call schema.createPartition(...) in the same migration, without "
                            "ifNotExists()");
    }
    std::vector<std::string> clauses;
    const Partition* below = nullptr;
    for (const Operation* operation : made) {
        const Partition* partition = partitionMadeBy(*operation, table.name);
        if (by.method == Method::Range) {
            wantNoGap(*partition, below, script);
        }
        clauses.push_back(partitionClause(*partition, script));
        below = partition;
    }
    return fmt::format("\nPARTITION BY {} COLUMNS {} (\n    {}\n)",
                       by.method == Method::Range ? "RANGE" : "LIST",
                       columnList(by.columns),
                       fmt::join(clauses, ",\n    "));
}

void MysqlDialect::takePartitionsAlong(const Table& table, Script& script) const {
    if (isPartitioned(table)) {
        for (const Operation* operation : partitionsThatFollow(table.name, script)) {
            script.takeAlong(*operation);
        }
    }
}

// A range below another one takes a part of that: after a partition in the middle was dropped, the
// next one holds its rows. So does a list beside the partition for the rest: ADD PARTITION would
// leave rows there that are not found any more.
// https://dev.mysql.com/doc/refman/8.4/en/partitioning-management-range-list.html
// https://mariadb.com/docs/server/server-usage/partitioning-tables/partitioning-types/list-partitioning-type
void MysqlDialect::create(const Partition& o, bool, Script& script) const {
    const std::string clause = partitionClause(o, script);
    wantItsPlace(o, script);
    if (const Partition* whole = splitOffFrom(o, script.objects(), script.following())) {
        script.statement(fmt::format("ALTER TABLE {} REORGANIZE PARTITION {} INTO ({}, {})",
                                     objectName(o.table),
                                     identifier(partitionWord(whole->name)),
                                     clause,
                                     partitionClause(*whole, script)));
        return;
    }
    script.statement(fmt::format("ALTER TABLE {} ADD PARTITION ({})", objectName(o.table), clause));
}

// Of a range the servers keep the end alone: it takes all from where the one below it ends, which
// may be made behind it.
void MysqlDialect::wantItsPlace(const Partition& partition, const Script& script) const {
    const std::vector<const Partition*> known = knownPartitions(partition.table, script);
    const auto following = script.following();
    const auto endsThere = [&](const Partition* other) { return other->to == partition.from; };
    const bool hasBelow = std::any_of(known.begin(), known.end(), endsThere);
    const bool isFirst =
        isLowest(partition.from) ||
        std::any_of(following.begin(), following.end(), [&](const Operation& later) {
            const Partition* made = partitionMadeBy(later, partition.table);
            return made != nullptr && endsThere(made);
        });
    if (partition.to.empty() || known.empty() || hasBelow ||
        (isFirst && splitOffFrom(partition, script.objects(), following) != nullptr)) {
        return;
    }
    refusePartition(partition,
                    "ranges follow each other, and no other one ends where it begins",
                    "let it begin where the last one ends",
                    script);
}

void MysqlDialect::dropPartition(const op::DropObject& o, Script& script) const {
    const ObjectName& name = o.object;
    const std::vector<const Partition*> known = knownPartitions(name.table, script);
    if (tableGoesLater(name.table, script)) {
        return;  // With the table.
    }
    if (const Partition* heir = heirOf(o)) {
        mergePartitions(name, *heir, script);
        return;
    }
    if (known.size() == 1 && known.front()->name == name.name) {
        script.refuse({},
                      ErrorCode::NotSupportedByServer,
                      fmt::format("{} cannot drop {}, the last partition of {}",
                                  title(),
                                  name.name,
                                  name.table),
                      "drop the table, or make another partition first");
    }
    script.statement(fmt::format("ALTER TABLE {} DROP PARTITION {}",
                                 objectName(name.table),
                                 identifier(partitionWord(name.name))));
}

// What was split off goes back to where it came from, with its rows. MariaDB takes no list of
// partitions that become the one for the rest (11.8: error 1653).
void MysqlDialect::mergePartitions(const ObjectName& name,
                                   const Partition& heir,
                                   Script& script) const {
    if (heir.isDefault || script.object(identityOf(heir)) == nullptr) {
        script.refuse({},
                      ErrorCode::NotSupportedByServer,
                      fmt::format("{} cannot merge {} of {} into {}, from which it was split off",
                                  title(),
                                  name.name,
                                  name.table,
                                  heir.name),
                      "what dropPartition(...) drops in a down() of your own goes with its rows");
    }
    script.statement(fmt::format("ALTER TABLE {} REORGANIZE PARTITION {}, {} INTO ({})",
                                 objectName(name.table),
                                 identifier(partitionWord(name.name)),
                                 identifier(partitionWord(heir.name)),
                                 partitionClause(heir, script)));
}

void MysqlDialect::wantMovablePartitions(const Script& script) const {
    if (!can().movesPartitions) {
        refuseCall(script,
                   "copy the rows with schema.sql(...), or keep the call to other databases with "
                   ".only(...)");
    }
}

// https://mariadb.com/docs/server/server-usage/partitioning-tables/partitioning-overview
void MysqlDialect::write(const op::AttachPartition& o, Script& script) const {
    wantMovablePartitions(script);
    if (o.partition.isDefault) {
        refusePartition(o.partition,
                        "no table with rows becomes the one for the rest",
                        "create the partition and copy the rows with schema.sql(...)",
                        script);
    }
    wantItsPlace(o.partition, script);
    if (const Partition* other = splitOffFrom(o.partition, script.objects(), {})) {
        refusePartition(
            o.partition,
            other->isDefault
                ? fmt::format("its rows may be in {}, and would not be found there", other->name)
                : fmt::format("a table joins behind the last partition alone, and {} "
                              "is above it",
                              other->name),
            "create the partition and copy the rows with schema.sql(...)",
            script);
    }
    script.statement(fmt::format("ALTER TABLE {} CONVERT TABLE {} TO {}",
                                 objectName(o.partition.table),
                                 objectName(o.partition.name),
                                 partitionClause(o.partition, script)));
}

void MysqlDialect::write(const op::DetachPartition& o, Script& script) const {
    wantMovablePartitions(script);
    if (o.concurrently) {
        refuseCall(script, "leave concurrently() out");
    }
    script.statement(fmt::format("ALTER TABLE {} CONVERT PARTITION {} TO TABLE {}",
                                 objectName(o.table),
                                 identifier(partitionWord(o.partition)),
                                 objectName(o.partition)));
}

}  // namespace godwit::detail
