#pragma once

#include <godwit/alter_builder.hpp>

// What the calls of a migration about tables record.

namespace godwit::detail {

// The parts of a table.

void wantReference(const Block& block, const Name& column);
Handle addPrimaryKey(const Block& block, std::initializer_list<Name> columns);
Handle addUnique(const Block& block, std::initializer_list<Name> columns);
Handle addForeignKey(const Block& block, std::initializer_list<Name> columns);
Handle addIndex(const Block& block, std::initializer_list<IndexWord> parts);
Handle addFullText(const Block& block, std::initializer_list<Name> columns);
Handle addSpatial(const Block& block, const Name& column);
Handle addCheck(const Block& block, const Name& name, const SqlTexts& sql);
Handle addExclusion(const Block& block,
                    const Name& name,
                    std::initializer_list<ExclusionWord> parts);
Handle setTableComment(const Block& block, std::string_view text);
void addPrimaryKeyOf(const Handle& column);
void addUniqueOf(const Handle& column);
Handle addForeignKeyOf(const Handle& column, const QualifiedName& table, const Name& parent);
void placeFirst(const Handle& column);
void placeAfter(const Handle& column, const Name& other);

// Keys and constraints.

void nameKey(const Handle& key, KeyKind kind, const Name& name);
void deferKey(const Handle& key, KeyKind kind, Deferral deferral);
void leaveUnvalidated(const Handle& key, KeyKind kind);
void treatNullsAsEqual(const Handle& uniqueKey);
void pointAt(const Handle& foreignKey,
             const QualifiedName& table,
             std::initializer_list<Name> columns);
void setOnDelete(const Handle& foreignKey, ForeignKeyAction action);
void setOnUpdate(const Handle& foreignKey, ForeignKeyAction action);
void setExclusionWhere(const Handle& exclusion, std::string_view sql);
void setExclusionMethod(const Handle& exclusion, IndexMethod method);

// Indexes.

void setUnique(const Handle& index);
void nameIndex(const Handle& index, const Name& name);
void setIndexWhere(const Handle& index, const SqlTexts& sql);
void setInclude(const Handle& index, std::initializer_list<Name> columns);
void setMethod(const Handle& index, IndexMethod method);
void setIndexNullsNotDistinct(const Handle& index);
void hideIndex(const Handle& index);
void setAlgorithm(const Handle& index, Algorithm algorithm);
void setLock(const Handle& index, LockMode lock);
void addIndexParameter(const Handle& index, std::string_view name, std::string_view value);
void setIndexTablespace(const Handle& index, const Name& name);
void setIndexComment(const Handle& index, std::string_view text);

// Changes of a table that is there.

Handle renameColumn(const Block& block, const Name& from, const Name& to);
Handle changeType(const Block& block, const Name& column, const ColumnSpec& to);
Handle changeType(const Block& block,
                  const Name& column,
                  const ColumnSpec& from,
                  const ColumnSpec& to);
void setCasts(const Handle& change, const SqlTexts& forth, const SqlTexts& back);
Handle setNotNull(const Block& block, const Name& column);
void setBackfill(const Handle& change, const SqlTexts& sql);
void setBackfillFrom(const Handle& change, const Name& column);
Handle dropNotNull(const Block& block, const Name& column);
Handle commentOnColumn(const Block& block, const Name& column, std::string_view text);
void setFormerComment(const Handle& change, std::string_view text);
Handle dropForeignKey(const Block& block, const Name& name);
Handle dropForeignKey(const Block& block, std::initializer_list<Name> columns, bool whole);
Handle dropIndex(const Block& block, const Name& name);
Handle dropIndex(const Block& block, std::initializer_list<IndexWord> parts, bool whole);
Handle renameIndex(const Block& block, const Name& from, const Name& to);
Handle setIndexVisibility(const Block& block, const Name& name, bool visible);
Handle renameConstraint(const Block& block, const Name& from, const Name& to);
Handle validateConstraint(const Block& block, const Name& name);

}  // namespace godwit::detail
