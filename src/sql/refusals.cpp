#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "model/speaks_of.hpp"
#include "model/sql_words.hpp"
#include "sql/sql_dialect.hpp"

// What more than one server has no way to do.

namespace godwit::detail {

namespace {

// "renameRole(...): clerk to seller" for "rename_role clerk to seller".
std::string asCalled(const Operation& operation) {
    const std::string line = oneLine(operation);
    const std::size_t end = std::min(line.find(' '), line.size());
    std::string call;
    for (std::size_t i = 0; i < end; ++i) {
        const bool upper = i > 0 && line[i - 1] == '_';
        if (line[i] != '_') {
            call += upper ? static_cast<char>(std::toupper(static_cast<unsigned char>(line[i])))
                          : line[i];
        }
    }
    return call + "(...):" + line.substr(end);
}

// The table that the current operation makes or changes.
const Table* tableInHand(const Script& script) {
    const auto* create = std::get_if<op::CreateTable>(&script.current());
    return create != nullptr ? &create->table : script.table(tableOf(script.current()));
}

// A column may be renamed to another case of its own name.
bool isBeingRenamed(const Column& column, const Operation& operation) {
    const auto* rename = std::get_if<op::RenameColumn>(&operation);
    return rename != nullptr && rename->column == column.name;
}

bool isAmong(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

// PostgreSQL would drop the check silently, MySQL and MariaDB do so when it names no other column,
// SQLite refuses: a rule that is lost unseen is worse than a word more in the migration.
void SqlDialect::wantNoCheckOn(const std::string& table,
                               const std::string& column,
                               const Script& script) const {
    const Table* known = script.table(table);
    if (known == nullptr) {
        return;
    }
    for (const Check& check : known->checks) {
        if (speaksHere(check.sql, column) || isAmong(check.renamedColumns, column)) {
            script.refuse(
                {},
                ErrorCode::NotSupportedByServer,
                fmt::format("the check {} of {} names the column {}", check.name, table, column),
                fmt::format("call t.dropCheck(\"{}\") first", check.name));
        }
    }
}

// PostgreSQL would drop the column that is computed silently, the others refuse.
void SqlDialect::wantNotComputedFrom(const std::string& table,
                                     const std::string& column,
                                     const Script& script) const {
    const Table* known = script.table(table);
    if (known == nullptr) {
        return;
    }
    for (const Column& other : known->columns) {
        if (other.name != column && other.computed &&
            (speaksHere(other.computed->sql, column) ||
             isAmong(other.computed->renamedColumns, column))) {
            script.refuse(
                {},
                ErrorCode::NotSupportedByServer,
                fmt::format("{}.{} is computed from the column {}", table, other.name, column),
                fmt::format("call t.dropColumn(\"{}\") first", other.name));
        }
    }
}

void SqlDialect::wantNoExpressionOver(const std::string& table,
                                      const std::string& column,
                                      const Script& script) const {
    const Table* known = script.table(table);
    if (known == nullptr) {
        return;
    }
    for (const Index& index : known->indexes) {
        if (sqlSpeaksOf(index, column)) {
            script.refuse(
                {},
                ErrorCode::NotSupportedByServer,
                fmt::format("the index {} of {} names the column {}", index.name, table, column),
                fmt::format("call t.dropIndex(\"{}\") first", index.name));
        }
    }
}

bool SqlDialect::speaksHere(const SqlByDatabase& sql, const std::string& column) const {
    const auto& text = sql[static_cast<std::size_t>(server().kind)];
    return text && mentions(wordsOf(*text), column);
}

void SqlDialect::wantAttributes(const std::string& object,
                                SourceLine line,
                                std::initializer_list<Attribute> attributes,
                                const Script& script) const {
    for (const Attribute& attribute : attributes) {
        if (attribute.said && !attribute.can) {
            script.refuse(line,
                          ErrorCode::NotSupportedByServer,
                          fmt::format("{} has no {} for {}", title(), attribute.call, object),
                          std::string{attribute.instead});
        }
    }
}

void SqlDialect::refuseCall(const Script& script, std::string hint) const {
    script.refuse({},
                  ErrorCode::NotSupportedByServer,
                  fmt::format("{} cannot do {}", title(), asCalled(script.current())),
                  std::move(hint));
}

// https://www.sqlite.org/lang_createtable.html#the_primary_key
void SqlDialect::wantNotNull(const Table* table, const PrimaryKey& key, const Script& script) {
    for (const std::string& name : key.columns) {
        const Column* column = table == nullptr ? nullptr : findColumn(*table, name);
        if (column != nullptr && column->nullable) {
            script.refuse(key.line,
                          ErrorCode::NotSupportedByServer,
                          fmt::format("the primary key of {} holds {}, which is nullable()",
                                      table->name,
                                      name),
                          "leave nullable() out, or make the key .unique()");
        }
    }
}

void SqlDialect::wantMoreThanCase(const GivenName& name, const Script& script) const {
    const Table* table = tableInHand(script);
    if (table == nullptr || name.what != GivenName::What::Column) {
        return;
    }
    for (const Column& column : table->columns) {
        if (column.name != name.name && lowerCase(column.name) == lowerCase(name.name) &&
            !isBeingRenamed(column, script.current())) {
            script.refuse(name.line,
                          ErrorCode::NotSupportedByServer,
                          fmt::format("{} takes the columns {} and {} of {} for one",
                                      title(),
                                      column.name,
                                      name.name,
                                      table->name),
                          "let their names differ in more than the case of letters");
        }
    }
}

void SqlDialect::wantOtherColumns(const op::DropColumn& o, const Script& script) const {
    const Table* table = script.table(o.table);
    if (table != nullptr && table->columns.size() == 1 && !script.touchedByRawSql()) {
        script.refuse(
            {},
            ErrorCode::NotSupportedByServer,
            fmt::format("{} cannot drop {}, the last column of {}", title(), o.column, o.table),
            "drop the table, or add another column first");
    }
}

}  // namespace godwit::detail
