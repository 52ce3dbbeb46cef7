#include <algorithm>

#include <fmt/format.h>

#include "model/resolve.hpp"
#include "sqlite/dialect.hpp"

// What happens to a table that is there. ALTER TABLE adds, renames and drops columns and no more:
// https://www.sqlite.org/lang_altertable.html

namespace godwit::detail {

namespace {

bool holds(const std::vector<std::string>& columns, const std::string& column) {
    return std::find(columns.begin(), columns.end(), column) != columns.end();
}

// After these the column, or its table, is another one.
bool endsWhatIsAdded(const Operation& operation, const op::AddColumn& added) {
    if (tableOf(operation) != added.table) {
        return false;
    }
    const auto* drop = std::get_if<op::DropColumn>(&operation);
    const auto* rename = std::get_if<op::RenameColumn>(&operation);
    return std::holds_alternative<op::DropTable>(operation) ||
           std::holds_alternative<op::RenameTable>(operation) ||
           (drop != nullptr && drop->column == added.column.name) ||
           (rename != nullptr && rename->column == added.column.name);
}

bool isComputed(const Column& column) {
    return column.generated || (column.defaultValue &&
                                (std::holds_alternative<NowDefault>(*column.defaultValue) ||
                                 std::holds_alternative<ExpressionDefault>(*column.defaultValue)));
}

}  // namespace

void SqliteDialect::wantRebuild(SourceLine line,
                                const std::string& what,
                                std::string_view instead,
                                const Script& script) {
    script.refuse(line,
                  ErrorCode::NeedsTableRebuild,
                  "SQLite cannot " + what,
                  fmt::format("{}{}SQLite can only do this by rebuilding the table, which godwit "
                              "0.1 does not do",
                              instead,
                              instead.empty() ? "" : "; "));
}

// https://www.sqlite.org/lang_altertable.html#alter_table_add_column
// These rules hold for tables with rows; without rows SQLite lets more pass.
void SqliteDialect::checkAdded(const op::AddColumn& o, bool references, const Script& script) {
    const Column& column = o.column;
    if (isComputed(column)) {
        wantRebuild(column.line,
                    fmt::format("add the column {} to {} with a value that it has to make for each "
                                "row",
                                column.name,
                                o.table),
                    "give it a constant default, or make it nullable() without one",
                    script);
    }
    if (!column.nullable && !column.defaultValue) {
        wantRebuild(
            column.line,
            fmt::format("add the NOT NULL column {} to {} without a default", column.name, o.table),
            "give it a constant default, or make it nullable()",
            script);
    }
    if (references && column.defaultValue) {
        wantRebuild(column.line,
                    fmt::format("add the column {} to {} with a foreign key and a default",
                                column.name,
                                o.table),
                    "make it nullable() and leave the default out",
                    script);
    }
}

// The foreign keys over this column alone that the same migration adds.
std::vector<const op::AddForeignKey*> SqliteDialect::keysOfAdded(const op::AddColumn& o,
                                                                 const Script& script) {
    std::vector<const op::AddForeignKey*> keys;
    for (const Operation& operation : script.following()) {
        if (endsWhatIsAdded(operation, o)) {
            break;
        }
        const auto* key = std::get_if<op::AddForeignKey>(&operation);
        if (key != nullptr && key->table == o.table &&
            key->foreignKey.columns == std::vector{o.column.name}) {
            keys.push_back(key);
        }
    }
    return keys;
}

void SqliteDialect::write(const op::AddColumn& o, Script& script) const {
    const std::vector<const op::AddForeignKey*> keys = keysOfAdded(o, script);
    checkAdded(o, !keys.empty(), script);
    std::string clause =
        "ADD COLUMN " + columnLine(script.table(o.table), o.table, o.column, script);
    for (const op::AddForeignKey* key : keys) {
        clause += columnForeignKey(key->foreignKey);
    }
    for (const Operation& operation : script.following()) {
        const auto* key = std::get_if<op::AddForeignKey>(&operation);
        if (key != nullptr && std::find(keys.begin(), keys.end(), key) != keys.end()) {
            script.takeAlong(operation);
        }
    }
    script.alter(o.table, std::move(clause));
}

// https://www.sqlite.org/lang_altertable.html#alter_table_drop_column
void SqliteDialect::write(const op::DropColumn& o, Script& script) const {
    wantNoCheckOn(o.table, o.column, script);
    wantOtherColumns(o, script);
    if (const Table* table = script.table(o.table)) {
        const auto wantNone = [&](std::string_view what, const std::vector<std::string>& columns) {
            if (holds(columns, o.column)) {
                wantRebuild({},
                            fmt::format("drop {}.{}, which belongs to {}", o.table, o.column, what),
                            {},
                            script);
            }
        };
        if (table->primaryKey) {
            wantNone("the primary key", table->primaryKey->columns);
        }
        for (const UniqueKey& key : table->uniqueKeys) {
            wantNone("the unique constraint " + key.name, key.columns);
        }
        for (const ForeignKey& key : table->foreignKeys) {
            if (key.columns.size() > 1) {
                wantNone("the foreign key " + key.name, key.columns);
            }
        }
        for (const Index& index : table->indexes) {
            if (holds(columnsOf(index), o.column)) {
                script.statement("DROP INDEX " + identifier(index.name));
            }
        }
    }
    script.alter(o.table, "DROP COLUMN " + identifier(o.column));
}

void SqliteDialect::write(const op::SetTableComment& o, Script& script) const {
    wantRebuild({},
                fmt::format("change the comment of the table {}", o.table),
                "give it in createTable",
                script);
}

void SqliteDialect::write(const op::SetColumnComment& o, Script& script) const {
    wantRebuild({},
                fmt::format("change the comment of {}.{}", o.table, o.column),
                "give it with the column",
                script);
}

void SqliteDialect::write(const op::AddPrimaryKey& o, Script& script) const {
    wantRebuild({},
                fmt::format("give the table {} a primary key", o.table),
                "give it in createTable",
                script);
}

void SqliteDialect::write(const op::DropPrimaryKey& o, Script& script) const {
    wantRebuild({}, fmt::format("drop the primary key of {}", o.table), {}, script);
}

void SqliteDialect::write(const op::AddUniqueKey& o, Script& script) const {
    wantRebuild({},
                fmt::format("add the unique constraint {} to {}", o.uniqueKey.name, o.table),
                "use t.index({...}).unique(), which SQLite makes at any time",
                script);
}

void SqliteDialect::write(const op::DropUniqueKey& o, Script& script) const {
    wantRebuild({},
                fmt::format("drop the unique constraint {} of {}",
                            resolvedName(o, script.nearby()),
                            o.table),
                {},
                script);
}

void SqliteDialect::write(const op::AddForeignKey& o, Script& script) const {
    wantRebuild({},
                fmt::format("add the foreign key {} to {}", o.foreignKey.name, o.table),
                "give it in createTable, or add it together with a new nullable() column",
                script);
}

void SqliteDialect::write(const op::DropForeignKey& o, Script& script) const {
    wantRebuild(
        {},
        fmt::format("drop the foreign key {} of {}", resolvedName(o, script.nearby()), o.table),
        {},
        script);
}

void SqliteDialect::write(const op::AddCheck& o, Script& script) const {
    wantRebuild({},
                fmt::format("add the check {} to {}", o.check.name, o.table),
                "give it in createTable",
                script);
}

void SqliteDialect::write(const op::DropCheck& o, Script& script) const {
    wantRebuild({}, fmt::format("drop the check {} of {}", o.name, o.table), {}, script);
}

}  // namespace godwit::detail
