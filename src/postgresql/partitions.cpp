#include <fmt/format.h>

#include "model/naming.hpp"
#include "model/qualified.hpp"
#include "postgresql/dialect.hpp"

// Partitioned tables; each partition is a table of its own.
// https://www.postgresql.org/docs/current/ddl-partitioning.html

namespace godwit::detail {

namespace {

std::string_view spelled(Partitioning::Method method) {
    switch (method) {
    case Partitioning::Method::Range:
        return "RANGE";
    case Partitioning::Method::List:
        return "LIST";
    case Partitioning::Method::Hash:
        return "HASH";
    }
    return {};
}

}  // namespace

std::string PostgresqlDialect::partitioningOf(const Table& table, const Script& script) const {
    if (!isPartitioned(table)) {
        return {};
    }
    checkPartitioned(table, script);
    const Partitioning& by = *table.options.partitioning;
    return fmt::format(" PARTITION BY {} {}", spelled(by.method), columnList(by.columns));
}

void PostgresqlDialect::createHashPartitions(const Table& table, Script& script) const {
    if (!isPartitioned(table)) {
        return;
    }
    const std::uint32_t count = table.options.partitioning->partitions;
    for (std::uint32_t i = 0; i < count; ++i) {
        script.statement(fmt::format(
            "CREATE TABLE {} PARTITION OF {} FOR VALUES WITH (MODULUS {}, REMAINDER {})",
            besideTable(table.name, partitionName(table.name, i)),
            objectName(table.name),
            count,
            i));
    }
}

std::string PostgresqlDialect::boundList(const std::vector<Bound>& bounds) const {
    std::vector<std::string> spelled;
    for (const Bound& bound : bounds) {
        spelled.push_back(boundLiteral(bound));
    }
    return fmt::format("({})", fmt::join(spelled, ", "));
}

std::string PostgresqlDialect::boundsOf(const Partition& partition) const {
    if (partition.isDefault) {
        return "DEFAULT";
    }
    if (partition.modulus != 0) {
        return fmt::format("FOR VALUES WITH (MODULUS {}, REMAINDER {})",
                           partition.modulus,
                           partition.remainder);
    }
    if (!partition.values.empty()) {
        return "FOR VALUES IN " + boundList(partition.values);
    }
    return fmt::format("FOR VALUES FROM {} TO {}",
                       boundList(partition.from),
                       boundList(partition.to));
}

void PostgresqlDialect::create(const Partition& o, bool, Script& script) const {
    script.statement(fmt::format("CREATE TABLE {} PARTITION OF {} {}",
                                 objectName(o.name),
                                 objectName(o.table),
                                 boundsOf(o)));
}

void PostgresqlDialect::write(const op::AttachPartition& o, Script& script) const {
    script.statement(fmt::format("ALTER TABLE {} ATTACH PARTITION {} {}",
                                 objectName(o.partition.table),
                                 objectName(o.partition.name),
                                 boundsOf(o.partition)));
}

// https://www.postgresql.org/docs/14/sql-altertable.html
void PostgresqlDialect::write(const op::DetachPartition& o, Script& script) const {
    if (o.concurrently && !can().detachesConcurrently) {
        script.refuse(
            {},
            ErrorCode::NotSupportedByServer,
            fmt::format("PostgreSQL before 14 does not detach {} concurrently", o.partition),
            "leave concurrently() out, or use a newer server");
    }
    Statement& statement = script.statement(fmt::format("ALTER TABLE {} DETACH PARTITION {}{}",
                                                        objectName(o.table),
                                                        objectName(o.partition),
                                                        o.concurrently ? " CONCURRENTLY" : ""));
    statement.outsideTransaction = o.concurrently;
}

}  // namespace godwit::detail
