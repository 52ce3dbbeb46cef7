#include "model/replay.hpp"
#include "model/sql_words.hpp"

// What happens to the columns of a table, and what of it follows them.

namespace godwit::detail {

namespace {

bool anyMentions(const SqlByDatabase& sql, const std::string& column) {
    return std::any_of(sql.begin(), sql.end(), [&column](const auto& text) {
        return text && mentions(wordsOf(*text), column);
    });
}

bool isOver(const Index& index, const std::string& column) {
    return holds(columnsOf(index), column) || holds(index.include, column) ||
           anyMentions(index.where, column) ||
           std::any_of(index.parts.begin(), index.parts.end(), [&](const IndexPart& part) {
               return anyMentions(part.expression, column);
           });
}

}  // namespace

void Replay::play(const op::SetColumnComment& o) {
    withColumn(o.table, o.column, [&](Table&, Column& column) { column.comment = o.comment; });
}

void Replay::play(const op::ChangeType& o) {
    withColumn(o.table, o.column, [&](Table&, Column& column) {
        column.type = o.type;
        column.collation = o.collation;
        column.charset = o.charset;
    });
}

void Replay::play(const op::SetNotNull& o) {
    withColumn(o.table, o.column, [](Table&, Column& column) { column.nullable = false; });
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
    withColumn(o.table, o.column, [&](Table&, Column& column) { column.defaultValue = o.value; });
}

void Replay::drop(Table& table, const std::string& column) {
    wantColumns(table, {column}, lineOf(operation_));
    wantNotReferenced(table.name, column);
    std::erase_if(table.columns, [&](const Column& c) { return c.name == column; });
    const auto gone = [&](const auto& object) { return holds(object.columns, column); };
    std::erase_if(table.uniqueKeys, gone);
    std::erase_if(table.foreignKeys, gone);
    std::erase_if(table.indexes, [&](const Index& index) { return isOver(index, column); });
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
    for (Index& index : table.indexes) {
        renameIn(index.include);
        for (IndexPart& part : index.parts) {
            part.column = part.column == o.column ? o.to : part.column;
        }
    }
    if (table.primaryKey) {
        renameIn(table.primaryKey->columns);
    }
    for (Check& check : table.checks) {
        renameIn(check.renamedColumns);
        if (anyMentions(check.sql, o.column) && !holds(check.renamedColumns, o.to)) {
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

}  // namespace godwit::detail
