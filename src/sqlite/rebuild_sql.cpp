#include <algorithm>

#include <fmt/format.h>

#include "model/sql_words.hpp"
#include "sqlite/merge_definitions.hpp"
#include "sqlite/rebuild_sql.hpp"

namespace godwit::detail {

namespace {

struct ColumnCopy {
    std::string column;
    std::string value;
};

// Columns that are new and have no value of their own are left out, and get their default.
std::vector<ColumnCopy> copiesOf(const TableText& found,
                                 const TableText& merged,
                                 const std::vector<action::ColumnValue>& values,
                                 const Dialect& dialect) {
    std::vector<ColumnCopy> copies;
    for (const std::string& definition : merged.columns) {
        if (isComputedColumn(definition)) {
            continue;
        }
        const std::string name = columnNameOf(definition);
        const std::string quotedName = dialect.identifier(columnNameAsWritten(definition));
        const auto value = std::find_if(values.begin(), values.end(), [&name](const auto& v) {
            return lowerCase(v.column) == name;
        });
        if (value != values.end()) {
            copies.push_back({quotedName, value->sql});
        } else if (findColumnText(found, name) != nullptr) {
            copies.push_back({quotedName, quotedName});
        }
    }
    return copies;
}

// In the order of the row numbers, which is the order in which most queries see the rows.
std::string copySql(std::string_view from,
                    std::string_view to,
                    const std::vector<ColumnCopy>& copies,
                    bool withoutRowid) {
    std::vector<std::string> columns;
    std::vector<std::string> values;
    for (const ColumnCopy& copy : copies) {
        columns.push_back(copy.column);
        values.push_back(copy.value);
    }
    if (copies.empty()) {
        columns.emplace_back("rowid");
        values.emplace_back("rowid");
    }
    return fmt::format("INSERT INTO {} ({})\n    SELECT {}\n    FROM {}{}",
                       to,
                       fmt::join(columns, ", "),
                       fmt::join(values, ", "),
                       from,
                       withoutRowid ? "" : " ORDER BY rowid");
}

}  // namespace

std::string temporaryNameOf(std::string_view table) { return fmt::format("godwit_new_{}", table); }

RebuildSql rebuildSql(std::string_view name,
                      std::string_view temporary,
                      const TableText& found,
                      const TableText& merged,
                      const std::vector<action::ColumnValue>& values,
                      const Dialect& dialect) {
    const std::string from = dialect.identifier(name);
    const std::string to = dialect.identifier(temporary);
    RebuildSql sql;
    sql.temporary = temporary;
    sql.create = createTableText(merged, to);
    if (countsUp(found) && countsUp(merged)) {
        // The copied rows only raise it, and the renaming takes it along.
        sql.sequence = fmt::format(
            "INSERT INTO sqlite_sequence (name, seq)\n"
            "    SELECT {}, seq FROM sqlite_sequence WHERE name = {}",
            dialect.literal(temporary),
            dialect.literal(name));
    }
    sql.copy = copySql(from, to, copiesOf(found, merged, values, dialect), isWithoutRowid(found));
    sql.drop = "DROP TABLE " + from;
    sql.rename = fmt::format("ALTER TABLE {} RENAME TO {}", to, from);
    return sql;
}

std::string shownRebuild(const action::RebuildTable& rebuild,
                         const std::vector<std::string>& indexes,
                         const Dialect& dialect) {
    const TableText known = writtenTable(rebuild.known);
    const TableText merged = mergeDefinitions(known, known, writtenTable(rebuild.wanted)).table;
    const RebuildSql sql = rebuildSql(rebuild.table,
                                      temporaryNameOf(rebuild.table),
                                      known,
                                      merged,
                                      rebuild.values,
                                      dialect);
    std::vector<std::string> all = {sql.create};
    if (!sql.sequence.empty()) {
        all.push_back(sql.sequence);
    }
    all.insert(all.end(),
               {sql.copy,
                sql.drop,
                fmt::format("PRAGMA {} = ON", kLegacyAlterTable),
                sql.rename,
                fmt::format("PRAGMA {} = OFF", kLegacyAlterTable)});
    all.insert(all.end(), indexes.begin(), indexes.end());
    return fmt::format("{}", fmt::join(all, ";\n"));
}

}  // namespace godwit::detail
