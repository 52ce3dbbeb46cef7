#include <algorithm>

#include <fmt/format.h>

#include <godwit/error.hpp>
#include <godwit/operation.hpp>

#include "model/resolve.hpp"

namespace godwit {

namespace {

using Names = std::vector<std::string>;

bool holds(const Names& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

template <class Object>
auto named(std::vector<Object>& objects, const std::string& name) {
    return std::find_if(objects.begin(), objects.end(), [&name](const Object& o) {
        return o.name == name;
    });
}

// One operation, played on the schema that is known so far.
class Replay {
public:
    Replay(const Operation& operation, Schema& schema) : operation_(operation), schema_(schema) {}

    void play(const op::CreateTable& o);
    void play(const op::DropTable& o);
    void play(const op::RenameTable& o);
    void play(const op::SetTableComment& o);
    void play(const op::AddColumn& o) {
        with(o.table, [&](Table& t) { add(t, o.column); });
    }
    void play(const op::DropColumn& o) {
        with(o.table, [&](Table& t) { drop(t, o.column); });
    }
    void play(const op::RenameColumn& o) {
        with(o.table, [&](Table& t) { rename(t, o); });
    }
    void play(const op::SetColumnComment& o);
    void play(const op::AddPrimaryKey& o) {
        with(o.table, [&](Table& t) { add(t, o.primaryKey); });
    }
    void play(const op::DropPrimaryKey& o);
    void play(const op::AddUniqueKey& o) {
        with(o.table, [&](Table& t) { add(t, o.uniqueKey); });
    }
    void play(const op::DropUniqueKey& o) { dropNamed(o, &Table::uniqueKeys, "unique constraint"); }
    void play(const op::AddForeignKey& o) {
        with(o.table, [&](Table& t) { add(t, o.foreignKey); });
    }
    void play(const op::DropForeignKey& o) { dropNamed(o, &Table::foreignKeys, "foreign key"); }
    void play(const op::AddCheck& o) {
        with(o.table, [&](Table& t) { add(t, o.check); });
    }
    void play(const op::DropCheck& o);
    void play(const op::AddIndex& o) {
        with(o.table, [&](Table& t) { add(t, o.index); });
    }
    void play(const op::DropIndex& o) { dropNamed(o, &Table::indexes, "index"); }
    void play(const op::RawSql& o);

private:
    void add(Table& table, const Column& column);
    void add(Table& table, const PrimaryKey& key);
    void add(Table& table, const UniqueKey& key);
    void add(Table& table, const ForeignKey& key);
    void add(Table& table, const Check& check);
    void add(Table& table, const Index& index);
    void drop(Table& table, const std::string& column);
    void rename(Table& table, const op::RenameColumn& o);
    void wantReferencedColumns(const ForeignKey& key);
    void wantEqualEnum(const Table& table, const Column& column);
    void wantColumns(const Table& table, const Names& columns, SourceLine line);
    void wantFreeIndexName(const std::string& name, SourceLine line);
    void wantNotReferenced(const std::string& table, const std::string& column);

    template <class Drop, class Object>
    void dropNamed(const Drop& o, std::vector<Object> Table::*objects, std::string_view what) {
        const std::string name = detail::resolvedName(o, schema_);
        with(o.table, [&](Table& t) { eraseNamed(t, t.*objects, name, what); });
    }

    template <class Object>
    void eraseNamed(const Table& table,
                    std::vector<Object>& objects,
                    const std::string& name,
                    std::string_view what) {
        const auto found = named(objects, name);
        if (found != objects.end()) {
            objects.erase(found);
            return;
        }
        refuse(ErrorCode::UnknownConstraint,
               fmt::format("table {} has no {} named {}", table.name, what, name),
               "name one that the migrations before have made");
    }

    // Tables that godwit has not made may well exist; those it has seen go do not.
    template <class Change>
    void with(const std::string& table, Change change) {
        const auto found = schema_.tables.find(table);
        if (found != schema_.tables.end()) {
            change(found->second);
        } else if (schema_.goneTables.contains(table)) {
            refuse(ErrorCode::UnknownTable,
                   fmt::format("table {} is not there any more", table),
                   "the migrations before this one dropped or renamed it");
        }
    }

    // After raw SQL nothing is certain, so that nothing is a contradiction.
    void refuse(ErrorCode code, std::string message, std::string hint, SourceLine line = {}) const {
        if (schema_.touchedByRawSql) {
            return;
        }
        throw UsageError(code,
                         {std::move(message), "Nothing has run.", std::move(hint)},
                         {.migration = {},
                          .operation = oneLine(operation_),
                          .sql = {},
                          .line = line.line != 0 ? line : lineOf(operation_)});
    }

    const Operation& operation_;
    Schema& schema_;
};

void Replay::play(const op::CreateTable& o) {
    if (schema_.tables.contains(o.table.name)) {
        refuse(ErrorCode::TableExists,
               fmt::format("table {} is there already", o.table.name),
               "use alterTable, or drop the other one first");
    }
    Table& table = schema_.tables[o.table.name];
    table = Table{.name = o.table.name, .comment = o.table.comment, .line = o.table.line};
    schema_.goneTables.erase(o.table.name);
    if (o.table.columns.empty()) {
        refuse(ErrorCode::TableWithoutColumns,
               fmt::format("table {} has no columns", table.name),
               "add one in the block of createTable");
    }
    const auto addAll = [&](const auto& objects) {
        for (const auto& object : objects) {
            add(table, object);
        }
    };
    addAll(o.table.columns);
    if (o.table.primaryKey) {
        add(table, *o.table.primaryKey);
    }
    addAll(o.table.uniqueKeys);
    addAll(o.table.foreignKeys);
    addAll(o.table.checks);
    addAll(o.table.indexes);
}

void Replay::play(const op::DropTable& o) {
    with(o.table, [&](Table&) {
        wantNotReferenced(o.table, {});
        schema_.tables.erase(o.table);
    });
    schema_.goneTables.insert(o.table);
}

void Replay::play(const op::RenameTable& o) {
    if (schema_.tables.contains(o.to)) {
        refuse(ErrorCode::TableExists,
               fmt::format("table {} is there already", o.to),
               "choose another name");
    }
    with(o.table, [&](Table& found) {
        Table moved = std::move(found);
        moved.name = o.to;
        schema_.tables.erase(o.table);
        schema_.tables[o.to] = std::move(moved);
    });
    for (auto& [name, table] : schema_.tables) {
        for (ForeignKey& key : table.foreignKeys) {
            if (key.referencedTable == o.table) {
                key.referencedTable = o.to;
            }
        }
    }
    schema_.goneTables.erase(o.to);
    schema_.goneTables.insert(o.table);
}

void Replay::play(const op::SetTableComment& o) {
    with(o.table, [&](Table& table) { table.comment = o.comment; });
}

void Replay::play(const op::SetColumnComment& o) {
    with(o.table, [&](Table& table) {
        const auto column = named(table.columns, o.column);
        if (column != table.columns.end()) {
            column->comment = o.comment;
        } else {
            wantColumns(table, {o.column}, o.line);
        }
    });
}

void Replay::play(const op::DropPrimaryKey& o) {
    with(o.table, [&](Table& table) {
        if (!table.primaryKey) {
            refuse(ErrorCode::UnknownConstraint,
                   fmt::format("table {} has no primary key", table.name),
                   "leave dropPrimaryKey() out");
        }
        table.primaryKey.reset();
    });
}

void Replay::play(const op::DropCheck& o) {
    with(o.table, [&](Table& table) { eraseNamed(table, table.checks, o.name, "check"); });
}

void Replay::play(const op::RawSql& o) {
    const bool writes = std::any_of(o.texts.begin(), o.texts.end(), [](const auto& text) {
        return text && !text->empty();
    });
    schema_.touchedByRawSql = schema_.touchedByRawSql || writes;
}

void Replay::add(Table& table, const Column& column) {
    if (findColumn(table, column.name) != nullptr) {
        refuse(ErrorCode::DuplicateColumn,
               fmt::format("table {} has a column {} already", table.name, column.name),
               "give one of them another name",
               column.line);
    }
    wantEqualEnum(table, column);
    table.columns.push_back(column);
}

void Replay::add(Table& table, const PrimaryKey& key) {
    if (table.primaryKey) {
        refuse(ErrorCode::SecondPrimaryKey,
               fmt::format("table {} has a primary key already, over {}",
                           table.name,
                           fmt::join(table.primaryKey->columns, ", ")),
               R"(a key of several columns is t.primaryKey({"a", "b"}))",
               key.line);
    }
    wantColumns(table, key.columns, key.line);
    table.primaryKey = key;
}

void Replay::add(Table& table, const UniqueKey& key) {
    wantColumns(table, key.columns, key.line);
    wantFreeIndexName(key.name, key.line);
    table.uniqueKeys.push_back(key);
}

void Replay::add(Table& table, const ForeignKey& key) {
    wantColumns(table, key.columns, key.line);
    for (auto& [name, other] : schema_.tables) {
        if (named(other.foreignKeys, key.name) != other.foreignKeys.end()) {
            refuse(ErrorCode::DuplicateObjectName,
                   fmt::format("table {} has a foreign key {} already", name, key.name),
                   "give one of them another name with named(...)",
                   key.line);
        }
    }
    table.foreignKeys.push_back(key);
    wantReferencedColumns(key);
}

void Replay::add(Table& table, const Check& check) {
    for (auto& [name, other] : schema_.tables) {
        if (named(other.checks, check.name) != other.checks.end()) {
            refuse(ErrorCode::DuplicateObjectName,
                   fmt::format("table {} has a check {} already", name, check.name),
                   "give one of them another name: MySQL keeps them apart by name alone",
                   check.line);
        }
    }
    table.checks.push_back(check);
}

void Replay::add(Table& table, const Index& index) {
    wantColumns(table, index.columns, index.line);
    wantFreeIndexName(index.name, index.line);
    table.indexes.push_back(index);
}

void Replay::drop(Table& table, const std::string& column) {
    wantColumns(table, {column}, lineOf(operation_));
    wantNotReferenced(table.name, column);
    std::erase_if(table.columns, [&](const Column& c) { return c.name == column; });
    const auto gone = [&](const auto& object) { return holds(object.columns, column); };
    std::erase_if(table.uniqueKeys, gone);
    std::erase_if(table.foreignKeys, gone);
    std::erase_if(table.indexes, gone);
    if (table.primaryKey && gone(*table.primaryKey)) {
        table.primaryKey.reset();
    }
}

void Replay::rename(Table& table, const op::RenameColumn& o) {
    wantColumns(table, {o.column}, o.line);
    if (findColumn(table, o.to) != nullptr) {
        refuse(ErrorCode::DuplicateColumn,
               fmt::format("table {} has a column {} already", table.name, o.to),
               "choose another name");
    }
    const auto renameIn = [&](Names& names) {
        std::replace(names.begin(), names.end(), o.column, o.to);
    };
    const auto renameInAll = [&](auto& objects) {
        for (auto& object : objects) {
            renameIn(object.columns);
        }
    };
    if (const auto column = named(table.columns, o.column); column != table.columns.end()) {
        column->name = o.to;
    }
    renameInAll(table.uniqueKeys);
    renameInAll(table.foreignKeys);
    renameInAll(table.indexes);
    if (table.primaryKey) {
        renameIn(table.primaryKey->columns);
    }
    for (auto& [name, other] : schema_.tables) {
        for (ForeignKey& key : other.foreignKeys) {
            if (key.referencedTable == table.name) {
                renameIn(key.referencedColumns);
            }
        }
    }
}

void Replay::wantReferencedColumns(const ForeignKey& key) {
    const Table* parent = findTable(schema_, key.referencedTable);
    if (parent != nullptr) {
        wantColumns(*parent, key.referencedColumns, key.line);
    }
}

void Replay::wantEqualEnum(const Table& table, const Column& column) {
    if (column.type.kind != ColumnType::Kind::Enumeration) {
        return;
    }
    for (const auto& [name, other] : schema_.tables) {
        for (const Column& known : other.columns) {
            if (known.type.enumName == column.type.enumName &&
                known.type.values != column.type.values) {
                refuse(ErrorCode::EnumDiffers,
                       fmt::format("enum type {} has other values in {}.{} than in {}.{}",
                                   column.type.enumName,
                                   name,
                                   known.name,
                                   table.name,
                                   column.name),
                       "use the same values, or another type name",
                       column.line);
            }
        }
    }
}

void Replay::wantColumns(const Table& table, const Names& columns, SourceLine line) {
    for (const std::string& column : columns) {
        if (findColumn(table, column) == nullptr) {
            refuse(ErrorCode::UnknownColumn,
                   fmt::format("table {} has no column {}", table.name, column),
                   "name one of its columns",
                   line);
        }
    }
}

void Replay::wantFreeIndexName(const std::string& name, SourceLine line) {
    for (auto& [tableName, table] : schema_.tables) {
        if (named(table.indexes, name) != table.indexes.end() ||
            named(table.uniqueKeys, name) != table.uniqueKeys.end()) {
            refuse(ErrorCode::DuplicateObjectName,
                   fmt::format("table {} has an index or unique constraint {} already",
                               tableName,
                               name),
                   "give one of them another name with named(...)",
                   line);
        }
    }
}

// An empty column stands for the whole table. A table may reference itself while it goes.
void Replay::wantNotReferenced(const std::string& table, const std::string& column) {
    for (const auto& [name, other] : schema_.tables) {
        for (const ForeignKey& key : other.foreignKeys) {
            const bool meant = key.referencedTable == table &&
                               (column.empty() || holds(key.referencedColumns, column));
            const bool itself = name == table && (column.empty() || holds(key.columns, column));
            if (meant && !itself) {
                refuse(
                    ErrorCode::TableStillReferenced,
                    fmt::format("{}{}{} is still referenced by {} ({})",
                                table,
                                column.empty() ? "" : ".",
                                column,
                                name,
                                key.name),
                    fmt::format("drop the foreign key {} or the table {} first", key.name, name));
            }
        }
    }
}

}  // namespace

void apply(const Operation& operation, Schema& schema) {
    Replay replay{operation, schema};
    std::visit([&replay](const auto& o) { replay.play(o); }, operation);
}

}  // namespace godwit
