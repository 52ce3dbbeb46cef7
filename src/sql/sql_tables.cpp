#include <fmt/format.h>

#include "sql/sql_dialect.hpp"

// What happens to tables and columns.

namespace godwit::detail {

void SqlDialect::write(const op::CreateTable& o, Script& script) const {
    if (o.table.primaryKey) {
        wantNotNull(&o.table, *o.table.primaryKey, script);
    }
    for (const Index& index : o.table.indexes) {
        checkIndex(&o.table, o.table.name, index, script);
    }
    checkOptions(o.table, script);
    script.statement(createTable(o.table, script));
}

std::string SqlDialect::createTable(const Table& table, Script& script) const {
    std::vector<std::string> lines;
    for (const Column& column : table.columns) {
        lines.push_back(columnLine(&table, table.name, column, script));
    }
    for (std::string& line : constraintLines(table, script)) {
        lines.push_back(std::move(line));
    }
    return fmt::format("CREATE {}TABLE {} ({}\n    {}\n){}",
                       tableWord(table),
                       objectName(table.name),
                       tableNote(table, script),
                       fmt::join(lines, ",\n    "),
                       tableOptions(table, script));
}

std::vector<std::string> SqlDialect::constraintLines(const Table& table, Script& script) const {
    std::vector<std::string> lines;
    if (table.primaryKey) {
        lines.push_back(primaryKeyClause(*table.primaryKey));
    }
    for (const UniqueKey& key : table.uniqueKeys) {
        lines.push_back(uniqueKeyClause(key));
    }
    for (const Check& check : table.checks) {
        lines.push_back(checkClause(check, script));
    }
    for (const Exclusion& exclusion : table.exclusions) {
        lines.push_back(exclusionClause(&table, exclusion));
    }
    for (const ForeignKey& key : table.foreignKeys) {
        const bool later = key.referencedTable != table.name && !can().missingParent &&
                           script.comesLater(key.referencedTable);
        if (later && script.current().guarded) {
            script.refuse(key.line,
                          ErrorCode::NotSupportedByServer,
                          fmt::format("{} takes the foreign key {} to {} only when that table is "
                                      "there, and then {} may have been there before",
                                      title(),
                                      key.name,
                                      key.referencedTable,
                                      table.name),
                          fmt::format("create {} first, or add the key behind both tables with "
                                      "ifNotExists() of its own",
                                      key.referencedTable));
        } else if (later) {
            script.postpone(table.name, key);
        } else {
            lines.push_back(foreignKeyClause(key));
        }
    }
    return lines;
}

std::string SqlDialect::tableNote(const Table&, const Script&) const { return {}; }

std::string SqlDialect::tableOptions(const Table&, const Script&) const { return {}; }

void SqlDialect::write(const op::DropTable& o, Script& script) const {
    script.statement(fmt::format("DROP TABLE {}", objectName(o.table)));
}

void SqlDialect::write(const op::RenameTable& o, Script& script) const {
    script.statement(
        fmt::format("ALTER TABLE {} RENAME TO {}", objectName(o.table), objectName(o.to)));
}

void SqlDialect::write(const op::AddColumn& o, Script& script) const {
    script.alter(o.table,
                 "ADD COLUMN " + columnLine(script.table(o.table), o.table, o.column, script));
}

void SqlDialect::write(const op::DropColumn& o, Script& script) const {
    wantNoCheckOn(o.table, o.column, script);
    wantNotComputedFrom(o.table, o.column, script);
    script.alter(o.table, "DROP COLUMN " + identifier(o.column));
}

void SqlDialect::write(const op::RenameColumn& o, Script& script) const {
    if (!can().renamesCheckedColumns) {
        wantNoCheckOn(o.table, o.column, script);
        wantNotComputedFrom(o.table, o.column, script);
        wantNoExpressionOver(o.table, o.column, script);
    }
    script.alter(o.table,
                 fmt::format("RENAME COLUMN {} TO {}", identifier(o.column), identifier(o.to)));
}

// Present and empty: nothing is to be done here.
void SqlDialect::write(const op::RawSql& o, Script& script) const {
    const std::string& text = textOf(o.texts, "the raw SQL", o.line, script);
    if (!text.empty()) {
        script.statement(text);
    }
}

}  // namespace godwit::detail
