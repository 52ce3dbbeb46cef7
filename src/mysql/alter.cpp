#include <algorithm>

#include <fmt/format.h>

#include "model/changed_column.hpp"
#include "model/naming.hpp"
#include "model/type_words.hpp"
#include "mysql/dialect.hpp"
#include "mysql/types.hpp"

// Changes of one attribute of a column, and of constraints that are there.
//
// Every attribute that a column shall keep is said again in a MODIFY COLUMN, so that the whole
// definition must be known. ALTER COLUMN ... SET DEFAULT says less, and does more than it says:
// MariaDB forgets ON UPDATE CURRENT_TIMESTAMP of the column.
// https://dev.mysql.com/doc/refman/8.4/en/alter-table.html#alter-table-redefine-column

namespace godwit::detail {

namespace {

template <class Object>
const Object* findNamed(const std::vector<Object>& objects, const std::string& name) {
    const auto found = std::find_if(objects.begin(), objects.end(), [&name](const Object& object) {
        return object.name == name;
    });
    return found == objects.end() ? nullptr : &*found;
}

// Of what is there the calls are long made: it is the change that is to blame.
template <class Object>
void forgetLines(std::vector<Object>& objects) {
    for (Object& object : objects) {
        object.line = {};
    }
}

Table with(const Table& table, const Column& column) {
    Table after = table;
    for (Column& other : after.columns) {
        other = other.name == column.name ? column : other;
    }
    if (after.primaryKey) {
        after.primaryKey->line = {};
    }
    forgetLines(after.columns);
    forgetLines(after.uniqueKeys);
    forgetLines(after.foreignKeys);
    forgetLines(after.checks);
    forgetLines(after.indexes);
    return after;
}

// Columns that an UPDATE would set to now unseen.
std::vector<std::string> renewedColumns(const Table* table) {
    std::vector<std::string> renewed;
    for (const Column& column : table == nullptr ? std::vector<Column>{} : table->columns) {
        if (column.renewedAtUpdate) {
            renewed.push_back(column.name);
        }
    }
    return renewed;
}

}  // namespace

Column MysqlDialect::knownColumn(const std::string& table,
                                 const std::string& column,
                                 std::string_view what,
                                 const Script& script) const {
    const Table* known = script.table(table);
    const Column* found = known == nullptr ? nullptr : findColumn(*known, column);
    if (found == nullptr || known->touchedByRawSql) {
        script.refuse(
            {},
            ErrorCode::NotSupportedByServer,
            fmt::format("{} can only change {} of {}.{} together with its definition, "
                        "which {}",
                        title(),
                        what,
                        table,
                        column,
                        found == nullptr ? "is not known here" : "raw SQL may have changed"),
            "write ALTER TABLE ... MODIFY COLUMN with schema.sql(...)");
    }
    return *found;
}

void MysqlDialect::modify(const std::string& table, Column column, Script& script) const {
    column.line = {};
    const Table after = with(*script.table(table), column);
    checkTable(after, script);
    for (const Index& index : after.indexes) {
        checkKinds(after, index, script);
    }
    script.alter(table, "MODIFY COLUMN " + columnLine(&after, table, column, script));
}

// https://dev.mysql.com/doc/refman/8.4/en/alter-table.html#alter-table-add-drop-column
std::string MysqlDialect::placeClause(const op::AddColumn& o) const {
    return o.first ? " FIRST" : o.after.empty() ? std::string{} : " AFTER " + identifier(o.after);
}

void MysqlDialect::write(const op::ChangeType& o, Script& script) const {
    if (isSaid(o.castUsing)) {
        script.refuse({},
                      ErrorCode::NotSupportedByServer,
                      fmt::format("{} converts the values of {}.{} itself, and has no "
                                  "castUsing(...)",
                                  title(),
                                  o.table,
                                  o.column),
                      "add a column of the new type, fill it with schema.sql(...), drop this one "
                      "and rename the new one");
    }
    Column column = knownColumn(o.table, o.column, "the type", script);
    if (mysqlType(column.type, *this, can()) != mysqlType(o.type, *this, can())) {
        wantNoForeignKeyOver(o.table, o.column, "type", script);
    }
    if (o.type.kind == ColumnType::Kind::Boolean && isNumberKind(column.type.kind)) {
        // tinyint(1) would keep 5, and round 0.3 to 0.
        script
            .statement(fmt::format("UPDATE {0} SET {1} = {1} <> 0{2} WHERE {1} NOT IN (0, 1)",
                                   objectName(o.table),
                                   identifier(o.column),
                                   keptMoments(o.table, script)))
            .rowsOnly = true;
    }
    const std::string checkName = identifier(typeCheckName(o.table, column));
    const std::string checkBefore = typeCheckClause(o.table, column);
    column = changedBy(o, std::move(column));
    const std::string checkAfter = typeCheckClause(o.table, column);
    if (!checkBefore.empty() && checkBefore != checkAfter) {
        script.alter(o.table, fmt::format("{} {}", can().dropCheck, checkName));
    }
    modify(o.table, column, script);
    if (!checkAfter.empty() && checkBefore != checkAfter) {
        script.alter(o.table, "ADD " + checkAfter);
    }
}

void MysqlDialect::write(const op::SetNotNull& o, Script& script) const {
    Column column = knownColumn(o.table, o.column, "NOT NULL", script);
    fillNulls(o, renewedColumns(script.table(o.table)), script);
    column.nullable = false;
    modify(o.table, std::move(column), script);
}

void MysqlDialect::write(const op::DropNotNull& o, Script& script) const {
    Column column = knownColumn(o.table, o.column, "NOT NULL", script);
    column.nullable = true;
    modify(o.table, std::move(column), script);
}

void MysqlDialect::write(const op::SetDefault& o, Script& script) const {
    Column column = knownColumn(o.table, o.column, "the default", script);
    modify(o.table, changedBy(o, std::move(column)), script);
}

// A unique constraint is its index; the others are made again. A primary key has no name.
void MysqlDialect::write(const op::RenameConstraint& o, Script& script) const {
    const Table* table = script.table(o.table);
    if (table != nullptr && findNamed(table->uniqueKeys, o.constraint) != nullptr) {
        script.alter(
            o.table,
            fmt::format("RENAME INDEX {} TO {}", identifier(o.constraint), identifier(o.to)));
        return;
    }
    if (table != nullptr && table->primaryKey && table->primaryKey->name == o.constraint) {
        return;
    }
    const bool known = table != nullptr && !table->touchedByRawSql;
    const ForeignKey* key = known ? findNamed(table->foreignKeys, o.constraint) : nullptr;
    const Check* check = known ? findNamed(table->checks, o.constraint) : nullptr;
    if (key != nullptr) {
        makeAgain(*key, o, script);
    } else if (check != nullptr && check->renamedColumns.empty()) {
        makeAgain(*check, o, script);
    } else {
        script.refuse({},
                      ErrorCode::NotSupportedByServer,
                      fmt::format("{} can only rename the constraint {} of {} by making it again, "
                                  "and {}",
                                  title(),
                                  o.constraint,
                                  o.table,
                                  check != nullptr ? "a column that it names was renamed since"
                                                   : "what it says is not known here"),
                      "drop it, and add it by the new name");
    }
}

void MysqlDialect::makeAgain(const ForeignKey& key,
                             const op::RenameConstraint& o,
                             Script& script) const {
    ForeignKey renamed = key;
    renamed.name = o.to;
    alterKeys(o.table,
              {"DROP FOREIGN KEY " + identifier(key.name), "ADD " + foreignKeyClause(renamed)},
              script);
}

void MysqlDialect::makeAgain(const Check& check,
                             const op::RenameConstraint& o,
                             Script& script) const {
    Check renamed = check;
    renamed.name = o.to;
    script.alter(o.table,
                 fmt::format("{} {},\n    ADD {}",
                             can().dropCheck,
                             identifier(check.name),
                             checkClause(renamed, script)));
}

}  // namespace godwit::detail
