#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <godwit/migration.hpp>

#include "database/support/scratch_database.hpp"

// A schema as chance has it. Row k of its tables holds k in every column, or NULL in all rows of a
// column: so keys, foreign keys and checks hold whichever columns they are drawn for.

namespace godwit::test {

struct DrawnColumn {
    std::string name;
    bool big = false;
    bool nullable = false;
    bool filled = true;  ///< Row k holds k; otherwise all rows hold NULL.
    bool inSql = false;  ///< Some SQL says its name.
    std::string enumeration{};
    std::optional<int> value{};
};

struct DrawnKey {
    std::string name;
    std::vector<std::string> columns;

    bool holds(const std::string& column) const;
};

struct DrawnIndex : DrawnKey {
    bool unique = false;
    bool descending = false;
    std::string where{};
};

struct DrawnForeignKey : DrawnKey {
    std::string table;
    std::vector<std::string> referenced;
    ForeignKeyAction onDelete = noAction;
    bool deferrable = false;
};

struct DrawnTable {
    std::string name;
    std::vector<DrawnColumn> columns;
    std::optional<DrawnKey> primaryKey{};
    std::vector<DrawnKey> uniques{};
    std::vector<DrawnKey> checks{};
    std::vector<DrawnKey> exclusions{};
    std::vector<DrawnIndex> indexes{};
    std::vector<DrawnForeignKey> foreignKeys{};
    int views = 0;
};

struct DrawnEnum {
    std::string name;
    std::vector<std::string> values;
    int columns = 0;
};

struct DrawnView {
    std::string name;
    std::string table;
    std::string query;
    bool materialized = false;
};

struct DrawnSchema {
    std::vector<DrawnTable> tables;
    std::vector<DrawnEnum> enums{};
    std::vector<DrawnView> views{};
    std::vector<std::string> sequences{};

    const DrawnEnum* findEnum(const std::string& name) const;
};

inline std::string checkOf(const DrawnKey& check) { return check.columns.front() + " >= 0"; }

/// One or two names, as the builder takes them.
template <class Call>
auto withNames(const std::vector<std::string>& names, Call call) {
    using Names = std::initializer_list<Name>;
    return names.size() == 1 ? call(Names{name(names[0])})
                             : call(Names{name(names[0]), name(names[1])});
}

/// Two to four values of an enumeration.
template <class Call>
auto withValues(const std::vector<std::string>& values, Call call) {
    using Values = std::initializer_list<std::string_view>;
    switch (values.size()) {
    case 2:
        return call(Values{values[0], values[1]});
    case 3:
        return call(Values{values[0], values[1], values[2]});
    default:
        return call(Values{values[0], values[1], values[2], values[3]});
    }
}

// The calls that make each, in a new table and in one that is changed.

ColumnSpec specOf(const DrawnColumn& column, const DrawnSchema& schema);

template <class Table>
void declare(const Table& t, const DrawnColumn& column, const DrawnSchema& schema) {
    t.column(name(column.name), specOf(column, schema));
}

// Only PostgreSQL has a name for it.
template <class Ref>
void namePrimaryKey(const Ref& key, const std::string& called) {
    if (runningOn(DatabaseKind::PostgreSQL)) {
        key.named(name(called));
    }
}

template <class Table>
void declarePrimaryKey(const Table& t, const DrawnKey& key) {
    namePrimaryKey(withNames(key.columns, [&t](auto names) { return t.primaryKey(names); }),
                   key.name);
}

template <class Table>
void declareUnique(const Table& t, const DrawnKey& key) {
    withNames(key.columns, [&t](auto names) { return t.unique(names); }).named(name(key.name));
}

template <class Table>
void declareCheck(const Table& t, const DrawnKey& check) {
    t.check(name(check.name), checkOf(check));
}

template <class Table>
void declareExclusion(const Table& t, const DrawnKey& key) {
    t.exclude(name(key.name), {{key.columns.front(), "="}}).method(btree);
}

template <class Ref>
void describe(const Ref& index, const DrawnIndex& drawn) {
    index.named(name(drawn.name));
    if (drawn.unique) {
        index.unique();
    }
    if (!drawn.where.empty()) {
        index.where(drawn.where);
    }
}

/// The columns of an index, the first perhaps from its highest value to its lowest.
template <class Call>
auto withParts(const DrawnIndex& index, Call call) {
    using Parts = std::initializer_list<IndexWord>;
    const IndexWord plain{name(index.columns[0])};
    const IndexWord first = index.descending ? plain.descending() : plain;
    return index.columns.size() == 1 ? call(Parts{first})
                                     : call(Parts{first, IndexWord{name(index.columns[1])}});
}

template <class Table>
void declareIndex(const Table& t, const DrawnIndex& index) {
    describe(withParts(index, [&t](auto parts) { return t.index(parts); }), index);
}

template <class Ref>
void describe(const Ref& key, const DrawnForeignKey& drawn) {
    withNames(drawn.referenced, [&](auto names) {
        return key.references(name(drawn.table), names);
    }).onDelete(drawn.onDelete);
    key.named(name(drawn.name));
    if (drawn.deferrable) {
        key.deferrable(initiallyDeferred);
    }
}

template <class Table>
void declareForeignKey(const Table& t, const DrawnForeignKey& key) {
    describe(withNames(key.columns, [&t](auto names) { return t.foreignKey(names); }), key);
}

/// All of a table, as `createTable` makes it and `dropTable` of a change() says it.
void declareAll(const TableBuilder& t, const DrawnTable& table, const DrawnSchema& schema);

/// Two tables, of which one references the other. They have three rows each.
DrawnSchema firstTables();
void createFirstTables(SchemaBuilder& schema);

}  // namespace godwit::test
