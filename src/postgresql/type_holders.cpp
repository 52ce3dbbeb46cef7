#include <algorithm>

#include <fmt/format.h>

#include "model/qualified.hpp"
#include "model/speaks_of.hpp"
#include "model/sql_words.hpp"
#include "postgresql/dialect.hpp"

// What compares a column with values of its enum type holds on to that type. Before another type
// takes its place it is dropped, and made again behind.

namespace godwit::detail {

namespace {

bool isAmong(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// The columns of the table whose type goes.
std::vector<std::string> retypedColumns(const std::string& table,
                                        const std::vector<EnumUse>& uses) {
    std::vector<std::string> columns;
    for (const EnumUse& use : uses) {
        if (use.table.name == table) {
            columns.push_back(use.column.name);
        }
    }
    return columns;
}

// A table or column that was renamed since is called by another name in the text.
bool reads(const KnownObject& known, const EnumUse& use) {
    const std::string& column = use.column.name;
    if (const auto* policy = std::get_if<Policy>(&known.object)) {
        return policy->table == use.table.name &&
               (mentions(wordsOf(policy->usingExpression), column) ||
                mentions(wordsOf(policy->checkExpression), column));
    }
    const auto* view = std::get_if<View>(&known.object);
    const auto& text = view->query[static_cast<std::size_t>(DatabaseKind::PostgreSQL)];
    if (!text) {
        return false;
    }
    const Words words = wordsOf(*text);
    const bool ofTable = mentions(words, unqualified(use.table.name));
    const bool ofColumn = mentions(words, column) || takesAllColumns(*text);
    return known.outdated ? ofTable || ofColumn : ofTable && ofColumn;
}

// The call that drops a view or policy; empty for all else.
std::string dropOf(const ObjectName& name) {
    switch (name.kind) {
    case ObjectKind::View:
        return fmt::format("schema.dropView(\"{}\")", name.name);
    case ObjectKind::MaterializedView:
        return fmt::format("schema.dropMaterializedView(\"{}\")", name.name);
    case ObjectKind::Policy:
        return fmt::format("schema.dropPolicy(\"{}\", \"{}\")", name.name, name.table);
    default:
        return {};
    }
}

}  // namespace

// A partition key, the columns of a trigger, and what a view or policy reads stay as they are.
// https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DATA-TYPE
void PostgresqlDialect::wantFreeToRetype(const EnumUse& use, const Script& script) const {
    const std::string& table = use.table.name;
    const std::string& column = use.column.name;
    wantNotComputedFrom(table, column, script);
    if (isPartitioned(use.table) && isAmong(use.table.options.partitioning->columns, column)) {
        script.refuse(
            {},
            ErrorCode::NotSupportedByServer,
            fmt::format("PostgreSQL does not change the type of {}.{}, by which the table "
                        "is cut into partitions",
                        table,
                        column),
            "make a table of the other values, and move the rows");
    }
    for (const auto& [name, known] : script.objects()) {
        if (const std::string drop = dropOf(name); !drop.empty() && reads(known, use)) {
            script.refuse(
                {},
                ErrorCode::NotSupportedByServer,
                fmt::format("{} reads the column {} of {}", describe(name), column, table),
                fmt::format("call {} first, and make it again behind", drop));
        }
        const auto* trigger = std::get_if<Trigger>(&known.object);
        if (trigger != nullptr && trigger->table == table &&
            (isAmong(trigger->updateOf, column) || speaksOf(trigger->when, column))) {
            script.refuse({},
                          ErrorCode::NotSupportedByServer,
                          fmt::format("{} names the column {}", describe(name), column),
                          fmt::format("call schema.dropTrigger(\"{}\", \"{}\") first, and make it "
                                      "again behind",
                                      name.name,
                                      table));
        }
    }
}

// What raw SQL or a new name may have made another thing of cannot be made again as it is.
PostgresqlDialect::TypeHolders PostgresqlDialect::holdersOf(const Table& table,
                                                            const std::vector<EnumUse>& uses,
                                                            const Script& script) const {
    TypeHolders held{.table = &table};
    for (const std::string& column : retypedColumns(table.name, uses)) {
        const auto add = [](auto& all, const auto& one, bool concerned) {
            if (concerned && std::find(all.begin(), all.end(), one) == all.end()) {
                all.push_back(one);
            }
        };
        for (const Check& check : table.checks) {
            if (table.touchedByRawSql || !check.renamedColumns.empty()) {
                wantNoCheckOn(table.name, column, script);
            }
            add(held.checks, check, isSaid(check.sql) && speaksOf(check, column));
        }
        for (const Index& index : table.indexes) {
            if (table.touchedByRawSql || !index.renamedColumns.empty()) {
                wantNoExpressionOver(table.name, column, script);
            }
            add(held.indexes, index, sqlSpeaksOf(index, column));
        }
        for (const Exclusion& exclusion : table.exclusions) {
            add(held.exclusions, exclusion, speaksOf(exclusion, column));
        }
        if (table.touchedByRawSql) {
            wantNoForeignKeyOver(table.name, column, "type", script);
        }
    }
    return held;
}

void PostgresqlDialect::dropHeld(const TypeHolders& held, Script& script) const {
    const std::string& table = held.table->name;
    const auto dropAll = [&](const auto& constraints) {
        for (const auto& constraint : constraints) {
            script.alter(table, "DROP CONSTRAINT " + identifier(constraint.name));
        }
    };
    dropAll(held.checks);
    dropAll(held.exclusions);
    for (const Index& index : held.indexes) {
        script.statement("DROP INDEX " + besideTable(table, index.name));
    }
}

void PostgresqlDialect::makeHeld(const TypeHolders& held, Script& script) const {
    const std::string& table = held.table->name;
    for (const Check& check : held.checks) {
        script.alter(table, "ADD " + checkClause(check, script));
    }
    for (const Exclusion& exclusion : held.exclusions) {
        script.alter(table, "ADD " + exclusionClause(held.table, exclusion));
    }
    for (Index index : held.indexes) {
        index.concurrently = false;
        makeIndex(table, index, script);
    }
}

void PostgresqlDialect::withoutHolders(const std::vector<EnumUse>& uses,
                                       Script& script,
                                       const std::function<void()>& change) const {
    std::vector<TypeHolders> all;
    for (const auto& [name, table] : script.nearby().tables) {
        all.push_back(holdersOf(table, uses, script));
    }
    withoutForeignKeys(uses, script, [&] {
        for (const TypeHolders& held : all) {
            dropHeld(held, script);
        }
        change();
        for (const TypeHolders& held : all) {
            makeHeld(held, script);
        }
    });
}

}  // namespace godwit::detail
