#include "database/reversal/drawn_changes.hpp"

#include <algorithm>

#include <fmt/format.h>

// Calls within a table.

namespace godwit::test {

namespace {

bool onPostgresql() { return runningOn(DatabaseKind::PostgreSQL); }
bool onMysql() { return runningOn(DatabaseKind::MySQL) || runningOn(DatabaseKind::MariaDB); }

template <class Part>
Part taken(std::vector<Part>& parts, std::size_t at) {
    Part part = parts[at];
    parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(at));
    return part;
}

bool beginsWith(const std::vector<std::string>& key, const std::vector<std::string>& columns) {
    return key.size() >= columns.size() && std::equal(columns.begin(), columns.end(), key.begin());
}

template <class Part>
bool anyHolds(const std::vector<Part>& parts, const std::string& column) {
    return std::any_of(parts.begin(), parts.end(), [&column](const Part& part) {
        return part.holds(column);
    });
}

DrawnColumn& columnOf(DrawnTable& table, const std::string& name) {
    return *std::find_if(table.columns.begin(), table.columns.end(), [&name](const DrawnColumn& c) {
        return c.name == name;
    });
}

bool isBig(const DrawnTable& table, const std::string& name) {
    return std::find_if(table.columns.begin(),
                        table.columns.end(),
                        [&name](const DrawnColumn& c) { return c.name == name; })
        ->big;
}

}  // namespace

std::string DrawnChanges::newName(std::string_view what) {
    return fmt::format("{}_{}", what, ++names_);
}

// One or two columns that hold numbers; for a primary key only such as are never NULL.
std::vector<std::string> DrawnChanges::drawColumns(const DrawnTable& table, bool forKey) {
    std::vector<std::string> names;
    for (const DrawnColumn& column : table.columns) {
        if (column.enumeration.empty() && (!forKey || (column.filled && !column.nullable))) {
            names.push_back(column.name);
        }
    }
    while (names.size() > 2 || (names.size() == 2 && heads())) {
        taken(names, below(names.size()));
    }
    if (names.size() == 2 && heads()) {
        std::swap(names[0], names[1]);
    }
    return names;
}

// PostgreSQL takes any key of these columns, in whatever order, for the one that is referenced.
bool DrawnChanges::isReferenced(const DrawnTable& table, const DrawnKey& key) const {
    return std::any_of(drawn_.tables.begin(), drawn_.tables.end(), [&](const DrawnTable& other) {
        return std::any_of(other.foreignKeys.begin(),
                           other.foreignKeys.end(),
                           [&](const DrawnForeignKey& foreign) {
                               return foreign.table == table.name &&
                                      std::is_permutation(key.columns.begin(),
                                                          key.columns.end(),
                                                          foreign.referenced.begin(),
                                                          foreign.referenced.end());
                           });
    });
}

bool DrawnChanges::isReferencedByOthers(const DrawnTable& table) const {
    return std::any_of(drawn_.tables.begin(), drawn_.tables.end(), [&](const DrawnTable& other) {
        return &other != &table && std::any_of(other.foreignKeys.begin(),
                                               other.foreignKeys.end(),
                                               [&](const DrawnForeignKey& foreign) {
                                                   return foreign.table == table.name;
                                               });
    });
}

// MySQL and MariaDB keep what a foreign key looks its rows up by, on both sides.
bool DrawnChanges::isNeededByForeignKey(const DrawnTable& table, const DrawnKey& key) const {
    const bool looksUp = std::any_of(table.foreignKeys.begin(),
                                     table.foreignKeys.end(),
                                     [&key](const DrawnForeignKey& foreign) {
                                         return beginsWith(key.columns, foreign.columns);
                                     });
    const bool isLookedUp =
        std::any_of(drawn_.tables.begin(), drawn_.tables.end(), [&](const DrawnTable& other) {
            return std::any_of(other.foreignKeys.begin(),
                               other.foreignKeys.end(),
                               [&](const DrawnForeignKey& foreign) {
                                   return foreign.table == table.name &&
                                          beginsWith(key.columns, foreign.referenced);
                               });
        });
    return onMysql() && (looksUp || isLookedUp);
}

// A foreign key holds the column, or is about it.
bool DrawnChanges::isTied(const DrawnTable& table, const std::string& column) const {
    return anyHolds(table.foreignKeys, column) ||
           std::any_of(drawn_.tables.begin(), drawn_.tables.end(), [&](const DrawnTable& other) {
               return std::any_of(other.foreignKeys.begin(),
                                  other.foreignKeys.end(),
                                  [&](const DrawnForeignKey& foreign) {
                                      return foreign.table == table.name &&
                                             DrawnKey{{}, foreign.referenced}.holds(column);
                                  });
           });
}

void DrawnChanges::change(const ReversibleAlterBuilder& t, DrawnTable& table) {
    switch (below(10)) {
    case 0:
        changePrimaryKey(t, table);
        break;
    case 1:
        changeUniques(t, table);
        break;
    case 2:
        changeChecks(t, table);
        break;
    case 3:
        changeIndexes(t, table);
        break;
    case 4:
        changeExclusions(t, table);
        break;
    case 5:
        renameConstraint(t, table);
        break;
    case 6:
    case 7:
        changeForeignKeys(t, table);
        break;
    default:
        changeColumns(t, table);
    }
}

void DrawnChanges::changeColumns(const ReversibleAlterBuilder& t, DrawnTable& table) {
    const std::size_t at = below(table.columns.size());
    switch (below(6)) {
    case 0:
        addColumn(t, table);
        break;
    case 1:
        dropColumn(t, table, at);
        break;
    case 2:
        renameColumn(t, table, table.columns[at]);
        break;
    case 3:
        changeType(t, table, table.columns[at]);
        break;
    case 4:
        changeNull(t, table, table.columns[at]);
        break;
    default:
        changeDefault(t, table.columns[at]);
    }
}

void DrawnChanges::addColumn(const ReversibleAlterBuilder& t, DrawnTable& table) {
    DrawnColumn column{newName("column"), heads(), true, false};
    if (!drawn_.enums.empty() && below(3) == 0) {
        DrawnEnum& type = drawn_.enums[below(drawn_.enums.size())];
        column.enumeration = type.name;
        ++type.columns;
    }
    declare(t, column, drawn_);
    table.columns.push_back(std::move(column));
}

// PostgreSQL would have it back as the last of its table.
bool DrawnChanges::mayDrop(const DrawnTable& table, std::size_t at) const {
    const DrawnColumn& column = table.columns[at];
    const bool leavesKeys =
        std::none_of(table.uniques.begin(), table.uniques.end(), [&](const DrawnKey& key) {
            return key.holds(column.name) && isReferenced(table, key);
        });
    const bool lastOrPlaced = !onPostgresql() || at + 1 == table.columns.size();
    return table.primaryKey && !table.primaryKey->holds(column.name) && !column.inSql &&
           lastOrPlaced && leavesKeys && column.enumeration.empty();
}

void DrawnChanges::dropColumn(const ReversibleAlterBuilder& t, DrawnTable& table, std::size_t at) {
    if (!mayDrop(table, at)) {
        return;
    }
    const DrawnColumn column = taken(table.columns, at);
    t.dropColumn(name(column.name), specOf(column, drawn_)).keepCopy();
    const auto holds = [&column](const DrawnKey& key) { return key.holds(column.name); };
    std::erase_if(table.uniques, holds);
    std::erase_if(table.indexes, holds);
    std::erase_if(table.foreignKeys, holds);
}

void DrawnChanges::renameColumn(const ReversibleAlterBuilder& t,
                                DrawnTable& table,
                                DrawnColumn& column) {
    if (column.inSql) {
        return;
    }
    const std::string from = column.name;
    column.name = newName("column");
    t.renameColumn(name(from), name(column.name));
    const auto renameIn = [&](std::vector<std::string>& names) {
        std::replace(names.begin(), names.end(), from, column.name);
    };
    if (table.primaryKey) {
        renameIn(table.primaryKey->columns);
    }
    for (DrawnKey& key : table.uniques) {
        renameIn(key.columns);
    }
    for (DrawnIndex& index : table.indexes) {
        renameIn(index.columns);
    }
    for (DrawnTable& other : drawn_.tables) {
        for (DrawnForeignKey& key : other.foreignKeys) {
            if (&other == &table) {
                renameIn(key.columns);
            }
            if (key.table == table.name) {
                renameIn(key.referenced);
            }
        }
    }
}

void DrawnChanges::changeType(const ReversibleAlterBuilder& t,
                              DrawnTable& table,
                              DrawnColumn& column) {
    if (!column.enumeration.empty() || column.inSql || isTied(table, column.name)) {
        return;
    }
    const auto changed = t.changeType(name(column.name),
                                      column.big ? bigInteger() : integer(),
                                      column.big ? integer() : bigInteger());
    if (table.primaryKey && !table.primaryKey->holds(column.name) && heads()) {
        changed.keepCopy();
    }
    column.big = !column.big;
}

void DrawnChanges::changeNull(const ReversibleAlterBuilder& t,
                              DrawnTable& table,
                              DrawnColumn& column) {
    const bool inPrimaryKey = table.primaryKey && table.primaryKey->holds(column.name);
    if (inPrimaryKey || !column.filled || isTied(table, column.name)) {
        return;
    }
    if (column.nullable) {
        t.setNotNull(name(column.name));
    } else {
        t.dropNotNull(name(column.name));
    }
    column.nullable = !column.nullable;
}

void DrawnChanges::changeDefault(const ReversibleAlterBuilder& t, DrawnColumn& column) {
    if (!column.enumeration.empty()) {
        return;
    }
    if (column.value) {
        column.value.reset();
        t.dropDefault(name(column.name));
    } else {
        column.value = static_cast<int>(below(1000));
        t.setDefault(name(column.name), *column.value);
    }
}

void DrawnChanges::changePrimaryKey(const ReversibleAlterBuilder& t, DrawnTable& table) {
    if (!table.primaryKey) {
        DrawnKey key{newName("key"), drawColumns(table, true)};
        if (!key.columns.empty()) {
            declarePrimaryKey(t, key);
            table.primaryKey = std::move(key);
        }
        return;
    }
    const DrawnKey& key = *table.primaryKey;
    if (!isReferenced(table, key) && !isNeededByForeignKey(table, key)) {
        namePrimaryKey(withNames(key.columns, [&t](auto names) { return t.dropPrimaryKey(names); }),
                       key.name);
        table.primaryKey.reset();
    }
}

void DrawnChanges::changeUniques(const ReversibleAlterBuilder& t, DrawnTable& table) {
    if (table.uniques.empty() || heads()) {
        table.uniques.push_back({newName("unique"), drawColumns(table, false)});
        declareUnique(t, table.uniques.back());
        return;
    }
    const std::size_t at = below(table.uniques.size());
    if (isReferenced(table, table.uniques[at]) || isNeededByForeignKey(table, table.uniques[at])) {
        return;
    }
    const DrawnKey key = taken(table.uniques, at);
    withNames(key.columns, [&t](auto names) { return t.dropUnique(names); }).named(name(key.name));
}

void DrawnChanges::changeChecks(const ReversibleAlterBuilder& t, DrawnTable& table) {
    if (table.checks.empty() || heads()) {
        const DrawnKey check{newName("check"), drawColumns(table, false)};
        // MySQL and MariaDB check no column that a foreign key sets.
        if (!onMysql() || !anyHolds(table.foreignKeys, check.columns.front())) {
            columnOf(table, check.columns.front()).inSql = true;
            declareCheck(t, check);
            table.checks.push_back(check);
        }
    } else {
        const DrawnKey check = taken(table.checks, below(table.checks.size()));
        t.dropCheck(name(check.name), checkOf(check));
    }
}

void DrawnChanges::changeExclusions(const ReversibleAlterBuilder& t, DrawnTable& table) {
    if (!onPostgresql()) {
        return;
    }
    if (table.exclusions.empty() || heads()) {
        table.exclusions.push_back({newName("exclusion"), drawColumns(table, false)});
        const DrawnKey& exclusion = table.exclusions.back();
        columnOf(table, exclusion.columns.front()).inSql = true;
        declareExclusion(t, exclusion);
    } else {
        const DrawnKey key = taken(table.exclusions, below(table.exclusions.size()));
        t.dropExclusion(name(key.name), {{key.columns.front(), "="}}).method(btree);
    }
}

void DrawnChanges::addIndex(const ReversibleAlterBuilder& t, DrawnTable& table) {
    DrawnIndex index;
    index.name = newName("index");
    index.columns = drawColumns(table, false);
    index.unique = !onPostgresql() && heads();
    index.descending = heads();
    if (!onMysql() && below(3) == 0) {
        columnOf(table, index.columns.front()).inSql = true;
        index.where = index.columns.front() + " > 1";
        index.unique = heads();
    }
    declareIndex(t, index);
    table.indexes.push_back(std::move(index));
}

void DrawnChanges::changeIndexes(const ReversibleAlterBuilder& t, DrawnTable& table) {
    if (table.indexes.empty() || below(3) == 0) {
        addIndex(t, table);
        return;
    }
    const std::size_t at = below(table.indexes.size());
    if (heads()) {
        const std::string from = table.indexes[at].name;
        table.indexes[at].name = newName("index");
        t.renameIndex(name(from), name(table.indexes[at].name));
    } else if (!isNeededByForeignKey(table, table.indexes[at])) {
        const DrawnIndex index = taken(table.indexes, at);
        describe(withParts(index, [&t](auto parts) { return t.dropIndex(parts); }), index);
    }
}

void DrawnChanges::changeForeignKeys(const ReversibleAlterBuilder& t, DrawnTable& table) {
    if (table.foreignKeys.empty() || below(3) != 0) {
        addForeignKey(t, table);
        return;
    }
    const DrawnForeignKey key = taken(table.foreignKeys, below(table.foreignKeys.size()));
    describe(withNames(key.columns, [&t](auto names) { return t.dropForeignKey(names); }), key);
}

// To any key whose columns have the types of columns that are here.
void DrawnChanges::addForeignKey(const ReversibleAlterBuilder& t, DrawnTable& table) {
    const DrawnTable& other = drawn_.tables[below(drawn_.tables.size())];
    std::vector<DrawnKey> keys = other.uniques;
    if (other.primaryKey) {
        keys.push_back(*other.primaryKey);
    }
    DrawnForeignKey key;
    key.columns = drawColumns(table, false);
    key.table = other.name;
    if (keys.empty()) {
        return;
    }
    key.referenced = keys[below(keys.size())].columns;
    bool fits = key.columns.size() == key.referenced.size() &&
                !(&table == &other && key.columns == key.referenced);
    bool nullable = true;
    for (std::size_t i = 0; fits && i < key.columns.size(); ++i) {
        const std::string& to = key.referenced[i];
        fits = isBig(table, key.columns[i]) == isBig(other, to) &&
               columnOf(const_cast<DrawnTable&>(other), to).filled;
        const DrawnColumn& from = columnOf(table, key.columns[i]);
        nullable = nullable && from.nullable && !(onMysql() && from.inSql);
    }
    if (!fits) {
        return;
    }
    constexpr ForeignKeyAction kActions[] = {noAction, restrict, cascade, setNull};
    key.name = newName("foreign");
    key.onDelete = kActions[below(nullable ? 4 : 3)];
    key.deferrable = !onMysql() && heads();
    declareForeignKey(t, key);
    table.foreignKeys.push_back(std::move(key));
}

void DrawnChanges::renameConstraint(const ReversibleAlterBuilder& t, DrawnTable& table) {
    std::vector<std::string*> names;
    for (DrawnKey& key : table.uniques) {
        names.push_back(&key.name);
    }
    for (DrawnKey& key : table.checks) {
        names.push_back(&key.name);
    }
    for (DrawnKey& key : table.exclusions) {
        names.push_back(&key.name);
    }
    for (DrawnForeignKey& key : table.foreignKeys) {
        names.push_back(&key.name);
    }
    if (table.primaryKey && onPostgresql()) {
        names.push_back(&table.primaryKey->name);
    }
    if (!names.empty()) {
        std::string& called = *names[below(names.size())];
        const std::string from = called;
        called = newName("constraint");
        t.renameConstraint(name(from), name(called));
    }
}

}  // namespace godwit::test
