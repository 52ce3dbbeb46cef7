#include <algorithm>

#include <fmt/format.h>

#include "database/reversal/drawn_changes.hpp"

// Calls about whole tables, and beside them.

namespace godwit::test {

namespace {

constexpr std::size_t kMostTables = 5;

bool onPostgresql() { return runningOn(DatabaseKind::PostgreSQL); }

template <class Part>
Part takenFrom(std::vector<Part>& parts, std::size_t at) {
    Part part = parts[at];
    parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(at));
    return part;
}

}  // namespace

DrawnChanges::DrawnChanges(ReversibleSchemaBuilder& schema, unsigned seed)
    : schema_(schema), random_(seed) {}

void DrawnChanges::make(int count) {
    schema_.alterTable("books", [this](const ReversibleAlterBuilder& t) {
        addColumn(t, drawn_.tables.back());
    });
    for (int i = 0; i < count; ++i) {
        switch (below(10)) {
        case 0:
        case 1:
            changeTables();
            break;
        case 2:
            changeEnums();
            break;
        case 3:
            changeViews();
            break;
        case 4:
            changeSequences();
            break;
        default: {
            DrawnTable& table = drawn_.tables[below(drawn_.tables.size())];
            schema_.alterTable(name(table.name), [&](const ReversibleAlterBuilder& t) {
                for (std::size_t calls = 1 + below(3); calls > 0; --calls) {
                    change(t, table);
                }
            });
        }
        }
    }
}

void DrawnChanges::changeTables() {
    const std::size_t at = below(drawn_.tables.size());
    switch (below(3)) {
    case 0:
        if (drawn_.tables.size() < kMostTables) {
            createTable();
        }
        break;
    case 1:
        dropTable(at);
        break;
    default:
        renameTable(drawn_.tables[at]);
    }
}

void DrawnChanges::createTable() {
    DrawnTable table{.name = newName("table"),
                     .columns = {{newName("column"), heads()},
                                 {newName("column"), heads(), heads()},
                                 {newName("column"), heads(), heads()}}};
    table.primaryKey = DrawnKey{newName("key"), {table.columns[0].name}};
    schema_.createTable(name(table.name), [&](TableBuilder& t) { declareAll(t, table, drawn_); });
    schema_.insert(
        name(table.name),
        {name(table.columns[0].name), name(table.columns[1].name), name(table.columns[2].name)},
        {{1, 1, 1}, {2, 2, 2}, {3, 3, 3}});
    drawn_.tables.push_back(std::move(table));
}

void DrawnChanges::dropTable(std::size_t at) {
    const DrawnTable& table = drawn_.tables[at];
    if (drawn_.tables.size() == 1 || table.views > 0 || isReferencedByOthers(table)) {
        return;
    }
    schema_.dropTable(name(table.name), [&](TableBuilder& t) { declareAll(t, table, drawn_); })
        .keepCopy();
    for (const DrawnColumn& column : table.columns) {
        for (DrawnEnum& type : drawn_.enums) {
            type.columns -= type.name == column.enumeration ? 1 : 0;
        }
    }
    takenFrom(drawn_.tables, at);
}

void DrawnChanges::renameTable(DrawnTable& table) {
    if (table.views > 0) {
        return;
    }
    const std::string from = table.name;
    table.name = newName("table");
    schema_.renameTable(name(from), name(table.name));
    for (DrawnTable& other : drawn_.tables) {
        for (DrawnForeignKey& key : other.foreignKeys) {
            if (key.table == from) {
                key.table = table.name;
            }
        }
    }
}

void DrawnChanges::changeEnums() {
    if (drawn_.enums.empty() || below(3) == 0) {
        drawn_.enums.push_back({newName("enum"), {newName("value"), newName("value")}});
        const DrawnEnum& type = drawn_.enums.back();
        withValues(type.values,
                   [&](auto values) { return schema_.createEnum(name(type.name), values); });
        return;
    }
    const std::size_t at = below(drawn_.enums.size());
    DrawnEnum& type = drawn_.enums[at];
    if (heads()) {
        changeEnumValues(type);
    } else if (type.columns == 0) {
        withValues(type.values,
                   [&](auto values) { return schema_.dropEnum(name(type.name), values); });
        takenFrom(drawn_.enums, at);
    } else {
        const std::string from = type.name;
        type.name = newName("enum");
        schema_.renameEnum(name(from), name(type.name));
        for (DrawnTable& table : drawn_.tables) {
            for (DrawnColumn& column : table.columns) {
                column.enumeration = column.enumeration == from ? type.name : column.enumeration;
            }
        }
    }
}

void DrawnChanges::changeEnumValues(DrawnEnum& type) {
    const std::string value = newName("value");
    const auto changes = schema_.alterEnum(name(type.name));
    if (type.values.size() > 2) {
        changes.removeValue(type.values[1]);
        takenFrom(type.values, 1);
    } else if (heads()) {
        changes.renameValue(type.values[0], value);
        type.values[0] = value;
    } else {
        changes.addValue(value).after(type.values[0]);
        type.values.insert(type.values.begin() + 1, value);
    }
}

void DrawnChanges::changeViews() {
    if (drawn_.views.empty() || below(3) == 0) {
        createView(drawn_.tables[below(drawn_.tables.size())]);
        return;
    }
    DrawnView& view = drawn_.views[below(drawn_.views.size())];
    switch (below(3)) {
    case 0:
        replaceView(view);
        break;
    case 1:
        renameView(view);
        break;
    default:
        dropView();
    }
}

void DrawnChanges::createView(const DrawnTable& table) {
    DrawnTable& of = const_cast<DrawnTable&>(table);
    DrawnColumn& column = of.columns[below(of.columns.size())];
    column.inSql = true;
    ++of.views;
    DrawnView view{newName("view"),
                   table.name,
                   fmt::format("SELECT {} FROM {}", column.name, table.name),
                   onPostgresql() && heads()};
    if (view.materialized) {
        schema_.createMaterializedView(name(view.name), view.query);
    } else {
        schema_.createView(name(view.name), view.query);
    }
    drawn_.views.push_back(std::move(view));
}

void DrawnChanges::replaceView(DrawnView& view) {
    if (!view.materialized) {
        const std::string from = view.query;
        view.query += heads() ? " WHERE 1 = 1" : " LIMIT 2";
        if (from.find(' ', from.find("FROM ") + 5) != std::string::npos) {
            view.query = from.substr(0, from.find(' ', from.find("FROM ") + 5));
        }
        schema_.replaceView(name(view.name), view.query, from);
    }
}

void DrawnChanges::renameView(DrawnView& view) {
    const std::string from = view.name;
    view.name = newName("view");
    if (view.materialized) {
        schema_.renameMaterializedView(name(from), name(view.name));
    } else {
        schema_.renameView(name(from), name(view.name));
    }
}

void DrawnChanges::dropView() {
    const DrawnView view = takenFrom(drawn_.views, below(drawn_.views.size()));
    if (view.materialized) {
        schema_.dropMaterializedView(name(view.name), view.query);
    } else {
        schema_.dropView(name(view.name), view.query);
    }
    for (DrawnTable& table : drawn_.tables) {
        table.views -= table.name == view.table ? 1 : 0;
    }
}

void DrawnChanges::changeSequences() {
    const DatabaseSet haveThem = postgresql | mariadb;
    if (drawn_.sequences.empty() || below(3) == 0) {
        drawn_.sequences.push_back(newName("sequence"));
        schema_.createSequence(name(drawn_.sequences.back())).startsAt(7).only(haveThem);
    } else if (heads()) {
        const std::string from = drawn_.sequences.back();
        drawn_.sequences.back() = newName("sequence");
        schema_.renameSequence(name(from), name(drawn_.sequences.back())).only(haveThem);
    } else {
        schema_.dropSequence(name(drawn_.sequences.back())).startsAt(7).only(haveThem);
        drawn_.sequences.pop_back();
    }
}

}  // namespace godwit::test
