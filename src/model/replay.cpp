#include "model/replay.hpp"

#include "model/copies.hpp"
#include "model/guards.hpp"
#include "model/naming.hpp"
#include "model/qualified.hpp"

namespace godwit {

namespace detail {

void Replay::play(const op::CreateTable& o) {
    if (schema_.tables.contains(o.table.name)) {
        refuse(ErrorCode::TableExists,
               fmt::format("table {} is there already", o.table.name),
               "use alterTable, or drop the other one first");
    }
    wantFreeRelation(o.table.name);
    Table& table = schema_.tables[o.table.name];
    table = Table{.name = o.table.name,
                  .options = o.table.options,
                  .comment = o.table.comment,
                  .line = o.table.line};
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
    addAll(o.table.exclusions);
    addAll(o.table.indexes);
}

void Replay::play(const op::DropTable& o) {
    wantKeptCopy(o.table);
    with(o.table, [&](Table&) {
        wantNotReferenced(o.table, {});
        schema_.tables.erase(o.table);
    });
    dropObjectsOf(o.table);
    forgetPrivilegesOn({ObjectKind::View, o.table, {}, {}});
    schema_.goneTables.insert(o.table);
}

void Replay::play(const op::RenameTable& o) {
    if (schema_.tables.contains(o.to)) {
        refuse(ErrorCode::TableExists,
               fmt::format("table {} is there already", o.to),
               "choose another name");
    }
    wantFreeRelation(o.to);
    with(o.table, [&](Table& found) {
        Table moved = std::move(found);
        for (Column& column : moved.columns) {
            renameColumn(column, o.table, o.to, std::string{column.name});
        }
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
    renameTableOfObjects(o.table, o.to);
    renameInPrivileges({ObjectKind::View, o.table, {}, {}}, o.to);
    schema_.goneTables.erase(o.to);
    schema_.goneTables.insert(o.table);
}

void Replay::play(const op::SetTableComment& o) {
    with(o.table, [&](Table& table) { table.comment = o.comment; });
}

void Replay::play(const op::DropPrimaryKey& o) {
    with(o.table, [&](Table& table) {
        if (!table.primaryKey) {
            refuse(ErrorCode::UnknownConstraint,
                   fmt::format("table {} has no primary key", table.name),
                   "leave dropPrimaryKey() out");
            return;
        }
        const PrimaryKey key = *table.primaryKey;
        table.primaryKey.reset();
        wantKeyElsewhere(table, key);
    });
}

void Replay::play(const op::DropCheck& o) {
    with(o.table, [&](Table& table) { eraseNamed(table, table.checks, o.name, "check"); });
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
    if ((schema_.databases & postgresql) != noDatabase) {
        wantFreeIndexName(table, key.name, key.line);
    }
    table.primaryKey = key;
}

void Replay::add(Table& table, const UniqueKey& key) {
    wantColumns(table, key.columns, key.line);
    wantFreeIndexName(table, key.name, key.line);
    table.uniqueKeys.push_back(key);
}

void Replay::add(Table& table, const ForeignKey& key) {
    wantColumns(table, key.columns, key.line);
    for (auto& [name, other] : schema_.tables) {
        if (schemaOf(name) == schemaOf(table.name) &&
            named(other.foreignKeys, key.name) != other.foreignKeys.end()) {
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
        if (schemaOf(name) == schemaOf(table.name) &&
            named(other.checks, check.name) != other.checks.end()) {
            refuse(ErrorCode::DuplicateObjectName,
                   fmt::format("table {} has a check {} already", name, check.name),
                   "give one of them another name: MySQL keeps them apart by name alone",
                   check.line);
        }
    }
    table.checks.push_back(check);
}

void Replay::add(Table& table, const Index& index) {
    wantColumns(table, columnsOf(index), index.line);
    wantFreeIndexName(table, index.name, index.line);
    table.indexes.push_back(index);
}

}  // namespace detail

namespace {

// What an operation makes or takes away that some of the databases may have alone.
struct NoteForSome {
    Schema& schema;

    void operator()(const op::CreateTable& o) const { schema.tablesOfSome.insert(o.table.name); }
    void operator()(const op::DropTable& o) const { schema.tablesOfSome.insert(o.table); }
    void operator()(const op::RenameTable& o) const { schema.tablesOfSome.insert({o.table, o.to}); }
    void operator()(const op::AddColumn& o) const { part(o.table, o.column.name); }
    void operator()(const op::DropColumn& o) const { part(o.table, o.column); }
    void operator()(const op::RenameColumn& o) const {
        part(o.table, o.column);
        part(o.table, o.to);
    }
    void operator()(const op::AddIndex& o) const { part(o.table, o.index.name); }
    void operator()(const op::DropIndex& o) const {
        part(o.table, detail::resolvedName(o, schema));
    }
    void operator()(const op::RenameIndex& o) const {
        part(o.table, o.index);
        part(o.table, o.to);
    }
    template <class AnyOther>
    void operator()(const AnyOther&) const {}

private:
    void part(const std::string& table, const std::string& name) const {
        schema.partsOfSome.emplace(table, name);
    }
};

}  // namespace

void replay(const Operation& operation, Schema& schema) {
    if ((operation.only & schema.databases) == noDatabase) {
        return;
    }
    if ((operation.only & schema.databases) != schema.databases) {
        std::visit(NoteForSome{schema}, static_cast<const AnyOperation&>(operation));
    }
    detail::Replay playing{operation, schema};
    if (operation.guarded && detail::hasNothingToDo(operation, schema)) {
        return;
    }
    if (detail::involvesCopies(operation)) {
        for (const Operation& step :
             detail::withCopies(operation, schema, DatabaseKind::PostgreSQL)) {
            replay(step, schema);
        }
        return;
    }
    std::visit([&playing](const auto& o) { playing.play(o); }, operation);
}

}  // namespace godwit
