#include "model/qualified.hpp"
#include "model/replay.hpp"

// What an operation must find, so that it does not contradict what is known of the schema.

namespace godwit::detail {

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
    const auto made = schema_.enums.find(column.type.enumName);
    if (made != schema_.enums.end() && made->second != column.type.values) {
        refuse(ErrorCode::EnumDiffers,
               fmt::format("enum type {} has other values in {}.{} than it was made with",
                           column.type.enumName,
                           table.name,
                           column.name),
               "use the same values, or another type name",
               column.line);
    }
    for (const auto& [name, other] : schema_.tables) {
        for (const Column& known : other.columns) {
            if (known.type.kind == ColumnType::Kind::Enumeration &&
                known.type.enumName == column.type.enumName &&
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

// A primary key is an index of its name on PostgreSQL, and nameless elsewhere.
void Replay::wantFreeIndexName(const Table& of, const std::string& name, SourceLine line) {
    const bool keyIsIndex = (schema_.databases & postgresql) != noDatabase;
    for (auto& [tableName, table] : schema_.tables) {
        const bool isKey = keyIsIndex && table.primaryKey && table.primaryKey->name == name;
        if (schemaOf(tableName) == schemaOf(of.name) &&
            (isKey || named(table.indexes, name) != table.indexes.end() ||
             named(table.uniqueKeys, name) != table.uniqueKeys.end())) {
            refuse(ErrorCode::DuplicateObjectName,
                   fmt::format("table {} has {} {} already",
                               tableName,
                               isKey ? "a primary key" : "an index or unique constraint",
                               name),
                   "give one of them another name with named(...); a table that is renamed keeps "
                   "those of its keys and indexes",
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

// A foreign key references columns over which there is a key; the last such key cannot go.
void Replay::wantKeyElsewhere(const Table& table, const Names& columns) {
    const auto sorted = [](Names names) {
        std::sort(names.begin(), names.end());
        return names;
    };
    const Names wanted = sorted(columns);
    const auto over = [&](const auto& key) { return sorted(key.columns) == wanted; };
    if ((table.primaryKey && over(*table.primaryKey)) ||
        std::any_of(table.uniqueKeys.begin(), table.uniqueKeys.end(), over) ||
        std::any_of(table.indexes.begin(), table.indexes.end(), [&](const Index& index) {
            return index.unique && isEmpty(index.where) && sorted(columnsOf(index)) == wanted;
        })) {
        return;
    }
    for (const auto& [name, other] : schema_.tables) {
        for (const ForeignKey& key : other.foreignKeys) {
            if (key.referencedTable == table.name && sorted(key.referencedColumns) == wanted) {
                refuse(ErrorCode::TableStillReferenced,
                       fmt::format("the key of {} over {} is still referenced by {} ({})",
                                   table.name,
                                   fmt::join(columns, ", "),
                                   name,
                                   key.name),
                       fmt::format("drop the foreign key {} first", key.name));
            }
        }
    }
}

}  // namespace godwit::detail
