#include <algorithm>

#include <fmt/format.h>

#include "model/resolve.hpp"
#include "model/speaks_of.hpp"
#include "sqlite/dialect.hpp"
#include "sqlite/guarded_changes.hpp"
#include "sqlite/rebuild_sql.hpp"

// What happens to a table that is there. ALTER TABLE adds, renames and drops columns and no more;
// the rest is a rebuild of the table: https://www.sqlite.org/lang_altertable.html

namespace godwit::detail {

namespace {

bool holds(const std::vector<std::string>& columns, const std::string& column) {
    return std::find(columns.begin(), columns.end(), column) != columns.end();
}

template <class Key>
bool anyHolds(const std::vector<Key>& keys, const std::string& column) {
    return std::any_of(keys.begin(), keys.end(), [&column](const Key& key) {
        return holds(key.columns, column);
    });
}

bool writesRows(const Operation& operation) {
    return std::holds_alternative<op::InsertRows>(operation) ||
           std::holds_alternative<op::UpdateRows>(operation) ||
           std::holds_alternative<op::EraseRows>(operation) ||
           std::holds_alternative<op::Backfill>(operation) ||
           std::holds_alternative<op::CallData>(operation) ||
           std::holds_alternative<op::RawSql>(operation);
}

// After these the column, or its table, is another one, or rows count on what is not there yet.
bool endsWhatIsAdded(const Operation& operation, const op::AddColumn& added) {
    if (writesRows(operation)) {
        return true;
    }
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
    return column.generated || (column.computed && column.computed->stored) ||
           (column.defaultValue &&
            (std::holds_alternative<NowDefault>(*column.defaultValue) ||
             std::holds_alternative<ExpressionDefault>(*column.defaultValue)));
}

}  // namespace

void SqliteDialect::rebuild(const std::string& table,
                            Script& script,
                            std::vector<action::ColumnValue> values) {
    if (script.nearby().goneTables.contains(table)) {
        return;  // That it is gone is said where the change is replayed.
    }
    if (script.table(table) == nullptr) {
        script.refuse({},
                      ErrorCode::NeedsTableRebuild,
                      fmt::format("SQLite can only do this by rebuilding the table {}, of which "
                                  "godwit does not know all columns and constraints",
                                  table),
                      "let a migration create the table, or rebuild it with schema.sql(...)");
    }
    if (script.table(table)->options.temporary) {
        script.refuse({},
                      ErrorCode::NotSupportedByServer,
                      fmt::format("SQLite can only do this by making the table {} anew, which "
                                  "godwit does not do with a temporary table",
                                  table),
                      "say it in createTable");
    }
    script.rebuild(table, std::move(values));
    if (script.current().guarded) {
        needSomethingToDo(*script.pieces().back().rebuild, script.current());
    }
}

// https://www.sqlite.org/lang_altertable.html#alter_table_add_column
// These rules hold for tables with rows; without rows SQLite lets more pass.
bool SqliteDialect::needsRebuild(const op::AddColumn& o, bool references, const Script& script) {
    const auto following = script.following();
    const bool becomesKey = std::any_of(following.begin(), following.end(), [&o](const auto& next) {
        const auto* key = std::get_if<op::AddPrimaryKey>(&next);
        return key != nullptr && key->table == o.table &&
               key->primaryKey.columns == std::vector{o.column.name};
    });
    const bool amongOthers = o.first || !o.after.empty();
    return isComputed(o.column) || amongOthers || becomesKey ||
           (references && o.column.defaultValue);
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
    if (needsRebuild(o, !keys.empty(), script)) {
        std::vector<action::ColumnValue> values;
        if (o.column.identity.start != 1) {
            // The rows that are there are counted first.
            values.push_back({o.column.name,
                              fmt::format("{} + row_number() OVER (ORDER BY rowid)",
                                          o.column.identity.start - 1)});
        }
        rebuild(o.table, script, std::move(values));
        return;
    }
    const std::string clause =
        "ADD COLUMN " + columnLine(script.table(o.table), o.table, o.column, script);
    if (keys.empty()) {
        script.alter(o.table, clause);
        return;
    }
    std::string references;
    for (const op::AddForeignKey* key : keys) {
        references += columnForeignKey(key->foreignKey);
    }
    for (const Operation& operation : script.following()) {
        const auto* key = std::get_if<op::AddForeignKey>(&operation);
        if (key != nullptr && std::find(keys.begin(), keys.end(), key) != keys.end()) {
            script.takeAlong(operation);
        }
    }
    // A statement of its own: a rebuild would have to know of the keys too.
    script.statement(fmt::format("ALTER TABLE {} {}{}", identifier(o.table), clause, references));
}

// https://www.sqlite.org/lang_altertable.html#alter_table_drop_column
bool SqliteDialect::needsRebuild(const op::DropColumn& o, const Table& table) {
    const auto ofSeveral = [&o](const ForeignKey& key) {
        return key.columns.size() > 1 && holds(key.columns, o.column);
    };
    return (table.primaryKey && holds(table.primaryKey->columns, o.column)) ||
           anyHolds(table.uniqueKeys, o.column) ||
           std::any_of(table.foreignKeys.begin(), table.foreignKeys.end(), ofSeveral);
}

void SqliteDialect::write(const op::DropColumn& o, Script& script) const {
    wantNoCheckOn(o.table, o.column, script);
    wantNotComputedFrom(o.table, o.column, script);
    wantOtherColumns(o, script);
    const Table* table = script.table(o.table);
    if (table != nullptr) {
        for (const Index& index : table->indexes) {
            if (speaksOf(index, o.column)) {
                script.statement("DROP INDEX " + identifier(index.name));
            }
        }
    }
    if (table != nullptr && needsRebuild(o, *table)) {
        rebuild(o.table, script);
    } else {
        script.alter(o.table, "DROP COLUMN " + identifier(o.column));
    }
}

void SqliteDialect::write(const op::SetTableComment& o, Script& script) const {
    rebuild(o.table, script);
}

void SqliteDialect::write(const op::SetColumnComment& o, Script& script) const {
    rebuild(o.table, script);
}

void SqliteDialect::write(const op::AddPrimaryKey& o, Script& script) const {
    const Table* table = script.table(o.table);
    wantNotNull(table, o.primaryKey, script);
    rebuild(o.table, script);
    const Column* counted = findColumn(*table, o.primaryKey.columns.front());
    if (counted != nullptr && counted->identity.start != 1) {
        goOnCounting(*table, counted->identity.start, script);
    }
}

void SqliteDialect::write(const op::DropPrimaryKey& o, Script& script) const {
    rebuild(o.table, script);
}

void SqliteDialect::write(const op::AddUniqueKey& o, Script& script) const {
    rebuild(o.table, script);
}

void SqliteDialect::write(const op::DropUniqueKey& o, Script& script) const {
    rebuild(o.table, script);
}

void SqliteDialect::write(const op::AddForeignKey& o, Script& script) const {
    rebuild(o.table, script);
}

void SqliteDialect::write(const op::DropForeignKey& o, Script& script) const {
    rebuild(o.table, script);
}

void SqliteDialect::write(const op::AddCheck& o, Script& script) const {
    if (const Table* table = script.table(o.table)) {
        checkCheck(*table, o.check, script);
    }
    rebuild(o.table, script);
}

void SqliteDialect::write(const op::DropCheck& o, Script& script) const {
    rebuild(o.table, script);
}

void SqliteDialect::write(const op::RenameConstraint& o, Script& script) const {
    rebuild(o.table, script);
}

std::vector<Statement> SqliteDialect::finished(Script& script) const {
    std::vector<Statement> statements;
    for (const RebuildGroup& group : rebuildGroups(script.pieces(), *this)) {
        if (!group.isRebuild()) {
            statements.push_back(statementsOf({*group.pieces.front()}, *this).front());
        } else if (auto statement = rebuilt(group, script)) {
            statements.push_back(*std::move(statement));
        }
    }
    return statements;
}

Table SqliteDialect::tableAfter(const RebuildGroup& group) {
    const Table& before = group.pieces.front()->rebuild->before;
    Schema schema;
    schema.tables.emplace(before.name, before);
    for (const Piece* piece : group.pieces) {
        if (piece->rebuild) {
            schema.tables[before.name] = piece->rebuild->after;
        } else {
            replay(*piece->source, schema);
        }
    }
    return schema.tables[before.name];
}

// Nothing where both definitions are one, as for an integer of another size.
std::optional<Statement> SqliteDialect::rebuilt(const RebuildGroup& group, Script& script) const {
    const Table& before = group.pieces.front()->rebuild->before;
    const Table after = tableAfter(group);
    script.speakOf(*group.pieces.back()->source);
    action::RebuildTable action{.table = before.name,
                                .known = createTable(before, script),
                                .wanted = createTable(after, script),
                                .values = {}};
    for (const Piece* piece : group.pieces) {
        if (piece->rebuild) {
            action.dropped.insert(action.dropped.end(),
                                  piece->rebuild->dropped.begin(),
                                  piece->rebuild->dropped.end());
            action.values.insert(action.values.end(),
                                 piece->rebuild->values.begin(),
                                 piece->rebuild->values.end());
        }
    }
    if (action.known == action.wanted && action.values.empty() && action.dropped.empty()) {
        return std::nullopt;
    }
    std::vector<std::string> indexes;
    for (const Index& index : before.indexes) {
        if (std::find(after.indexes.begin(), after.indexes.end(), index) != after.indexes.end()) {
            indexes.push_back(createIndex(before.name, index, script));
        }
    }
    Statement statement = statementFor(group.pieces, shownRebuild(action, indexes, *this));
    statement.action = std::move(action);
    return statement;
}

}  // namespace godwit::detail
