#include "model/replay.hpp"

#include "model/sql_words.hpp"

namespace godwit {

namespace detail {

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
    for (Check& check : table.checks) {
        renameIn(check.renamedColumns);
        if (mentions(wordsOf(check.sql), o.column) && !holds(check.renamedColumns, o.to)) {
            check.renamedColumns.push_back(o.to);
        }
    }
    for (auto& [name, other] : schema_.tables) {
        for (ForeignKey& key : other.foreignKeys) {
            if (key.referencedTable == table.name) {
                renameIn(key.referencedColumns);
            }
        }
    }
}

}  // namespace detail

void replay(const Operation& operation, Schema& schema) {
    detail::Replay playing{operation, schema};
    std::visit([&playing](const auto& o) { playing.play(o); }, operation);
}

}  // namespace godwit
