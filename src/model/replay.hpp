#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <godwit/error.hpp>
#include <godwit/operation.hpp>

#include "model/resolve.hpp"

namespace godwit::detail {

using Names = std::vector<std::string>;

inline bool holds(const Names& names, const std::string& name) {
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
    void play(const op::AddColumn& o);
    void play(const op::DropColumn& o) {
        with(o.table, [&](Table& t) { drop(t, o.column); });
    }
    void play(const op::RenameColumn& o) {
        with(o.table, [&](Table& t) { rename(t, o); });
    }
    void play(const op::SetColumnComment& o);
    void play(const op::ChangeType& o);
    void play(const op::SetNotNull& o);
    void play(const op::DropNotNull& o);
    void play(const op::SetDefault& o);
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
    void play(const op::AddExclusion& o) {
        with(o.table, [&](Table& t) { add(t, o.exclusion); });
    }
    void play(const op::DropExclusion& o);
    void play(const op::RenameConstraint& o);
    void play(const op::ValidateConstraint& o);
    void play(const op::RenameIndex& o);
    void play(const op::SetIndexVisibility& o);
    void play(const op::InsertRows& o);
    void play(const op::UpdateRows& o);
    void play(const op::EraseRows& o);
    void play(const op::Backfill& o);
    void play(const op::CallData&) {}
    void play(const op::Verify&) {}
    void play(const op::CopyRows&) {}
    void play(const op::CopyColumn&) {}
    void play(const op::ForgetChanged&) {}
    void play(const op::CreateObject& o);
    void play(const op::DropObject& o);
    void play(const op::RenameObject& o);
    void play(const op::AlterSequence& o);
    void play(const op::RefreshView& o);
    void play(const op::AttachPartition& o);
    void play(const op::DetachPartition& o);
    void play(const op::CreateEnum& o);
    void play(const op::DropEnum& o);
    void play(const op::RenameEnum& o);
    void play(const op::ChangeEnum& o);
    void play(const op::Assume&) {}
    void play(const op::RawSql& o);

private:
    void add(Table& table, const Column& column);
    void add(Table& table, const PrimaryKey& key);
    void add(Table& table, const UniqueKey& key);
    void add(Table& table, const ForeignKey& key);
    void add(Table& table, const Check& check);
    void add(Table& table, const Exclusion& exclusion);
    void add(Table& table, const Index& index);
    void drop(Table& table, const std::string& column);
    void rename(Table& table, const op::RenameColumn& o);
    void wantWritable(const std::string& table, const Names& columns);
    void wantKeptCopy(const std::string& table);
    void wantReferencedColumns(const ForeignKey& key);
    // Of objects beside tables.
    void addObject(const Object& object, bool replace);
    void removeObject(const ObjectName& name);
    void wantObject(const ObjectName& name);
    void wantNoObject(const ObjectName& name);
    void wantFreeRelation(const std::string& name);
    void wantPartitioned(const Table& table, const Object& object);
    void wantEmptySchema(const std::string& schema);
    void renameSchema(const std::string& from, const std::string& to);
    void dropObjectsOf(const std::string& table);
    bool isTableToo(const ObjectName& name) const;
    void renameTableOfObjects(const std::string& from, const std::string& to);
    void dropObjectsOfColumn(const std::string& table, const std::string& column);
    void renameColumnOfObjects(const Table& table, const op::RenameColumn& o);
    void renameFunctionOfTriggers(const std::string& from, const std::string& to);
    void renameRoleOfPolicies(const std::string& from, const std::string& to);
    void outdate(std::string_view table, std::string_view column = {});
    // Of privileges.
    void grant(const Grant& o);
    void revoke(const Grant& o);
    void privilegesOfNew(const op::CreateObject& o);
    bool isHeldOn(const ObjectName& object, const Held& held) const;
    void forgetPrivilegesOn(const ObjectName& gone);
    void forgetPrivilegesOn(const std::string& table, const std::string& column);
    void renameInPrivileges(const ObjectName& object, const std::string& to);
    void renameInPrivileges(const op::RenameColumn& o);

    void wantEqualEnum(const Table& table, const Column& column);
    void wantFittingChange(const op::ChangeEnum& o, const Names& values);
    void wantDefaultKept(const op::ChangeEnum& o, const Table& table, const Column& column);
    void wantColumns(const Table& table, const Names& columns, SourceLine line);
    void wantFreeIndexName(const Table& of, const std::string& name, SourceLine line);
    void wantNotReferenced(const std::string& table, const std::string& column);
    void wantKeyElsewhere(const Table& table, const Names& columns);
    void wantKeyElsewhere(const Table& table, const PrimaryKey& gone) {
        wantKeyElsewhere(table, gone.columns);
    }
    void wantKeyElsewhere(const Table& table, const UniqueKey& gone) {
        wantKeyElsewhere(table, gone.columns);
    }
    void wantKeyElsewhere(const Table& table, const Index& gone) {
        if (gone.unique) {
            wantKeyElsewhere(table, columnsOf(gone));
        }
    }
    void wantKeyElsewhere(const Table&, const ForeignKey&) {}
    void wantKeyElsewhere(const Table&, const Check&) {}
    void wantKeyElsewhere(const Table&, const Exclusion&) {}

    template <class Change>
    void withColumn(const std::string& table, const std::string& column, Change change) {
        with(table, [&](Table& t) {
            const auto found = named(t.columns, column);
            if (found != t.columns.end()) {
                change(t, *found);
            } else {
                wantColumns(t, {column}, lineOf(operation_));
            }
        });
    }

    template <class Drop, class Object>
    void dropNamed(const Drop& o, std::vector<Object> Table::*objects, std::string_view what) {
        const std::string name = resolvedName(o, schema_);
        with(o.table, [&](Table& t) { eraseNamed(t, t.*objects, name, what); });
    }

    template <class Object>
    void eraseNamed(const Table& table,
                    std::vector<Object>& objects,
                    const std::string& name,
                    std::string_view what) {
        const auto found = named(objects, name);
        if (found != objects.end()) {
            const Object gone = std::move(*found);
            objects.erase(found);
            wantKeyElsewhere(table, gone);
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

}  // namespace godwit::detail
