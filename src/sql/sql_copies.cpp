// Kept copies: rows and values that go from one table to another.

#include <algorithm>

#include <fmt/format.h>

#include "sql/sql_dialect.hpp"

namespace godwit::detail {

namespace {

const Column* columnOf(const Table* table, const std::string& name) {
    return table == nullptr ? nullptr : findColumn(*table, name);
}

}  // namespace

void SqlDialect::write(const op::CopyRows& o, Script& script) const {
    const Table* to = script.table(o.table);
    const Table* from = script.table(o.from);
    std::vector<std::string> values;
    for (std::size_t i = 0; i < o.columns.size(); ++i) {
        values.push_back(converted(identifier(o.fromColumns[i]),
                                   columnOf(from, o.fromColumns[i]),
                                   columnOf(to, o.columns[i])));
    }
    script
        .statement(fmt::format("INSERT INTO {} {}{}\nSELECT {} FROM {}",
                               objectName(o.table),
                               columnList(o.columns),
                               overriding(to, o.columns),
                               fmt::join(values, ", "),
                               objectName(o.from)))
        .rowsOnly = true;
    catchUp(o.table, o.columns, script);
}

// "a.id = b.id AND …"; the keys of a copy may be kept as another type.
std::string SqlDialect::sameRow(const std::string& table,
                                const std::string& other,
                                const std::vector<std::string>& key,
                                const Script& script) const {
    std::vector<std::string> conditions;
    for (const std::string& name : key) {
        const std::string column = identifier(name);
        conditions.push_back(fmt::format("{} = {}.{}",
                                         converted(fmt::format("{}.{}", objectName(table), column),
                                                   columnOf(script.table(table), name),
                                                   columnOf(script.table(other), name)),
                                         identifier(other),
                                         column));
    }
    return fmt::format("{}", fmt::join(conditions, " AND "));
}

void SqlDialect::write(const op::CopyColumn& o, Script& script) const {
    const std::string same = sameRow(o.from, o.table, o.key, script);
    const std::string value =
        converted(fmt::format("{}.{}", objectName(o.from), identifier(o.fromColumn)),
                  columnOf(script.table(o.from), o.fromColumn),
                  columnOf(script.table(o.table), o.column));
    const std::string from = objectName(o.from);
    script
        .statement(fmt::format("UPDATE {0} SET {1} = (SELECT {2} FROM {3} WHERE {4}){5}\n"
                               "WHERE EXISTS (SELECT 1 FROM {3} WHERE {4})",
                               objectName(o.table),
                               identifier(o.column),
                               value,
                               from,
                               same,
                               keptMoments(o.table, script)))
        .rowsOnly = true;
    catchUp(o.table, {o.column}, script);
}

void SqlDialect::write(const op::ForgetChanged& o, Script& script) const {
    const std::string from = objectName(o.from);
    const std::string same = sameRow(o.from, o.table, o.key, script);
    const std::string value = converted(fmt::format("{}.{}", from, identifier(o.fromColumn)),
                                        columnOf(script.table(o.from), o.fromColumn),
                                        columnOf(script.table(o.table), o.column));
    script
        .statement(
            fmt::format("DELETE FROM {0}\nWHERE NOT EXISTS (SELECT 1 FROM {1} WHERE {2} AND {3})",
                        objectName(o.table),
                        from,
                        same,
                        isSame(value,
                               fmt::format("{}.{}", objectName(o.table), identifier(o.column)),
                               columnOf(script.table(o.table), o.column))))
        .rowsOnly = true;
}

std::string SqlDialect::converted(std::string sql, const Column*, const Column*) const {
    return sql;
}

std::string SqlDialect::keptMoments(const std::string&, const Script&) const { return {}; }

std::string SqlDialect::isSame(const std::string& a, const std::string& b, const Column*) const {
    return fmt::format("{} IS NOT DISTINCT FROM {}", a, b);
}

}  // namespace godwit::detail
