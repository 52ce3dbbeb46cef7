#include <iterator>

#include "model/changed_column.hpp"
#include "model/naming.hpp"
#include "model/replay.hpp"
#include "model/speaks_of.hpp"

// What happens to the columns of a table, and what of it follows them.

namespace godwit::detail {

namespace {

// What calls the column by its old name from now on.
void noteRename(Names& renamed, const std::string& from, const std::string& to, bool spokenOf) {
    std::replace(renamed.begin(), renamed.end(), from, to);
    if (spokenOf && !holds(renamed, to)) {
        renamed.push_back(to);
    }
}

void noteRenameInSql(Table& table, const std::string& from, const std::string& to) {
    for (Index& index : table.indexes) {
        noteRename(index.renamedColumns, from, to, sqlSpeaksOf(index, from));
    }
    for (Check& check : table.checks) {
        noteRename(check.renamedColumns, from, to, speaksOf(check, from));
    }
    for (Column& column : table.columns) {
        if (column.computed) {
            ComputedValue& value = *column.computed;
            noteRename(value.renamedColumns, from, to, speaksOf(value, from));
        }
    }
}

}  // namespace

void Replay::play(const op::SetColumnComment& o) {
    withColumn(o.table, o.column, [&](Table&, Column& column) { column.comment = o.comment; });
}

void Replay::play(const op::AddColumn& o) {
    with(o.table, [&](Table& table) {
        if (!o.after.empty()) {
            wantColumns(table, {o.after}, o.line);
        }
        add(table, o.column);
        const auto added = std::prev(table.columns.end());
        if (o.first) {
            std::rotate(table.columns.begin(), added, table.columns.end());
        } else if (!o.after.empty()) {
            std::rotate(std::next(named(table.columns, o.after)), added, table.columns.end());
        }
    });
}

void Replay::play(const op::ChangeType& o) {
    withColumn(o.table, o.column, [&](Table&, Column& column) { column = changedBy(o, column); });
}

void Replay::play(const op::SetNotNull& o) {
    withColumn(o.table, o.column, [&](Table& table, Column& column) {
        if (!o.backfillFrom.empty()) {
            wantColumns(table, {o.backfillFrom}, o.line);
        }
        column.nullable = false;
    });
}

void Replay::play(const op::DropNotNull& o) {
    withColumn(o.table, o.column, [&](Table& table, Column& column) {
        if (table.primaryKey && holds(table.primaryKey->columns, column.name)) {
            refuse(ErrorCode::BadArgument,
                   fmt::format("{}.{} belongs to the primary key", table.name, column.name),
                   "a column of the primary key is never NULL; drop the key first");
        }
        column.nullable = true;
    });
}

void Replay::play(const op::SetDefault& o) {
    withColumn(o.table, o.column, [&](Table&, Column& column) { column = changedBy(o, column); });
}

void Replay::drop(Table& table, const std::string& column) {
    wantColumns(table, {column}, lineOf(operation_));
    wantNotReferenced(table.name, column);
    dropObjectsOfColumn(table.name, column);
    std::erase_if(table.columns, [&](const Column& c) { return c.name == column; });
    const auto gone = [&](const auto& object) { return holds(object.columns, column); };
    std::erase_if(table.uniqueKeys, gone);
    std::erase_if(table.foreignKeys, gone);
    std::erase_if(table.indexes, [&](const Index& index) { return speaksOf(index, column); });
    std::erase_if(table.exclusions, [&](const Exclusion& e) { return speaksOf(e, column); });
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
        renameColumn(*column, table.name, table.name, o.to);
    }
    renameInAll(table.uniqueKeys);
    renameInAll(table.foreignKeys);
    for (Index& index : table.indexes) {
        renameIn(index.include);
        for (IndexPart& part : index.parts) {
            part.column = part.column == o.column ? o.to : part.column;
        }
    }
    if (table.primaryKey) {
        renameIn(table.primaryKey->columns);
    }
    for (Exclusion& exclusion : table.exclusions) {
        for (ExclusionPart& part : exclusion.parts) {
            part.sql = part.sql == o.column ? o.to : part.sql;
        }
    }
    noteRenameInSql(table, o.column, o.to);
    if (table.options.partitioning) {
        renameIn(table.options.partitioning->columns);
    }
    renameColumnOfObjects(table, o);
    for (auto& [name, other] : schema_.tables) {
        for (ForeignKey& key : other.foreignKeys) {
            if (key.referencedTable == table.name) {
                renameIn(key.referencedColumns);
            }
        }
    }
}

}  // namespace godwit::detail
