#include <fmt/format.h>

#include "build/calls.hpp"
#include "build/recorder.hpp"

// Keys, checks and exclusions as they are added, and what is said of them.

namespace godwit::detail {

namespace {

void wantNames(std::initializer_list<Name> columns, std::string_view what) {
    if (columns.size() == 0) {
        refuse(ErrorCode::BadArgument,
               fmt::format("{} names no column", what),
               "name one or more",
               {});
    }
}

// The key behind a handle: one that is added, or one that is dropped with its definition.
template <class Add, class Drop, class Key>
Key& keyBehind(const Handle& handle, Key Add::*added) {
    Operation& operation = handle.recorder->at(handle);
    if (auto* drop = std::get_if<Drop>(&operation)) {
        return *drop->definition;
    }
    return std::get<Add>(operation).*added;
}

PrimaryKey& primaryKeyAt(const Handle& handle) {
    return keyBehind<op::AddPrimaryKey, op::DropPrimaryKey>(handle, &op::AddPrimaryKey::primaryKey);
}

UniqueKey& uniqueKeyAt(const Handle& handle) {
    return keyBehind<op::AddUniqueKey, op::DropUniqueKey>(handle, &op::AddUniqueKey::uniqueKey);
}

ForeignKey& foreignKeyAt(const Handle& handle) {
    return keyBehind<op::AddForeignKey, op::DropForeignKey>(handle, &op::AddForeignKey::foreignKey);
}

Check& checkAt(const Handle& handle) {
    return keyBehind<op::AddCheck, op::DropCheck>(handle, &op::AddCheck::check);
}

Exclusion& exclusionAt(const Handle& handle) {
    return keyBehind<op::AddExclusion, op::DropExclusion>(handle, &op::AddExclusion::exclusion);
}

}  // namespace

void setBecause(const Handle& call, std::string_view reason) {
    Operation& operation = call.recorder->at(call);
    operation.because = plainText(reason, "a reason", godwit::lineOf(operation));
}

void setOnly(const Handle& call, DatabaseSet databases) {
    call.recorder->at(call).only = databases;
}

void setGuarded(const Handle& call) { call.recorder->at(call).guarded = true; }

Handle addPrimaryKey(const Block& block, std::initializer_list<Name> columns) {
    wantNames(columns, "primaryKey");
    const SourceLine line = lineOf(columns);
    return block.recorder->add(
        block.number,
        op::AddPrimaryKey{.table = block.recorder->table(),
                          .primaryKey = {.name = {}, .columns = textsOf(columns), .line = line},
                          .line = line});
}

Handle addUnique(const Block& block, std::initializer_list<Name> columns) {
    wantNames(columns, "unique");
    const SourceLine line = lineOf(columns);
    return block.recorder->add(
        block.number,
        op::AddUniqueKey{.table = block.recorder->table(),
                         .uniqueKey = {.name = {}, .columns = textsOf(columns), .line = line},
                         .line = line});
}

Handle addForeignKey(const Block& block, std::initializer_list<Name> columns) {
    wantNames(columns, "foreignKey");
    const SourceLine line = lineOf(columns);
    return block.recorder->add(block.number,
                               op::AddForeignKey{.table = block.recorder->table(),
                                                 .foreignKey = {.name = {},
                                                                .columns = textsOf(columns),
                                                                .referencedTable = {},
                                                                .referencedColumns = {},
                                                                .line = line},
                                                 .line = line});
}

Handle addCheck(const Block& block, const Name& name, const SqlTexts& sql) {
    return block.recorder->add(
        block.number,
        op::AddCheck{.table = block.recorder->table(),
                     .check = {.name = textOf(name),
                               .sql = sqlFragment(sql, "a check", name.line()),
                               .line = name.line()},
                     .line = name.line()});
}

Exclusion exclusionOf(const Name& name, std::initializer_list<ExclusionWord> parts) {
    Exclusion exclusion{.name = textOf(name), .parts = {}, .line = name.line()};
    for (const ExclusionWord& part : parts) {
        exclusion.parts.push_back({plainText(part.sql, "an exclusion", name.line()),
                                   plainText(part.operation, "an operator", name.line())});
    }
    return exclusion;
}

Handle addExclusion(const Block& block,
                    const Name& name,
                    std::initializer_list<ExclusionWord> parts) {
    return block.recorder->add(
        block.number,
        op::AddExclusion{block.recorder->table(), exclusionOf(name, parts), name.line()});
}

void addPrimaryKeyOf(const Handle& handle) {
    const Column column = columnAt({.handle = handle});
    handle.recorder->addOf(
        handle,
        op::AddPrimaryKey{.table = handle.recorder->table(),
                          .primaryKey = {.name = {}, .columns = {column.name}, .line = column.line},
                          .line = column.line});
}

void addUniqueOf(const Handle& handle) {
    const Column column = columnAt({.handle = handle});
    handle.recorder->addOf(
        handle,
        op::AddUniqueKey{.table = handle.recorder->table(),
                         .uniqueKey = {.name = {}, .columns = {column.name}, .line = column.line},
                         .line = column.line});
}

Handle addForeignKeyOf(const Handle& handle, const QualifiedName& table, const Name& parent) {
    const Column column = columnAt({.handle = handle});
    return handle.recorder->addOf(
        handle,
        op::AddForeignKey{.table = handle.recorder->table(),
                          .foreignKey = {.name = {},
                                         .columns = {column.name},
                                         .referencedTable = textOf(table),
                                         .referencedColumns = {textOf(parent)},
                                         .line = column.line},
                          .line = column.line});
}

void nameKey(const Handle& key, KeyKind kind, const Name& name) {
    const std::string text = textOf(name);
    switch (kind) {
    case KeyKind::Primary:
        primaryKeyAt(key).name = text;
        return;
    case KeyKind::Unique:
        uniqueKeyAt(key).name = text;
        return;
    case KeyKind::Foreign:
        foreignKeyAt(key).name = text;
        return;
    case KeyKind::Check:
        checkAt(key).name = text;
        return;
    case KeyKind::Exclusion:
        exclusionAt(key).name = text;
        return;
    }
}

void deferKey(const Handle& key, KeyKind kind, Deferral deferral) {
    switch (kind) {
    case KeyKind::Primary:
        primaryKeyAt(key).deferral = deferral;
        return;
    case KeyKind::Unique:
        uniqueKeyAt(key).deferral = deferral;
        return;
    case KeyKind::Foreign:
        foreignKeyAt(key).deferral = deferral;
        return;
    case KeyKind::Exclusion:
        exclusionAt(key).deferral = deferral;
        return;
    case KeyKind::Check:
        return;
    }
}

void leaveUnvalidated(const Handle& key, KeyKind kind) {
    if (kind == KeyKind::Foreign) {
        foreignKeyAt(key).validated = false;
    } else {
        checkAt(key).validated = false;
    }
}

void treatNullsAsEqual(const Handle& uniqueKey) { uniqueKeyAt(uniqueKey).nullsNotDistinct = true; }

void pointAt(const Handle& foreignKey,
             const QualifiedName& table,
             std::initializer_list<Name> columns) {
    ForeignKey& key = foreignKeyAt(foreignKey);
    key.referencedTable = textOf(table);
    key.referencedColumns = textsOf(columns);
}

void setOnDelete(const Handle& foreignKey, ForeignKeyAction action) {
    foreignKeyAt(foreignKey).onDelete = action;
}

void setOnUpdate(const Handle& foreignKey, ForeignKeyAction action) {
    foreignKeyAt(foreignKey).onUpdate = action;
}

void setExclusionWhere(const Handle& exclusion, std::string_view sql) {
    Exclusion& at = exclusionAt(exclusion);
    at.where = plainText(sql, "a condition", at.line);
}

void setExclusionMethod(const Handle& exclusion, IndexMethod method) {
    exclusionAt(exclusion).method = method;
}

}  // namespace godwit::detail
