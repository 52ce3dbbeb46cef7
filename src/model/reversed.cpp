#include "model/reversed.hpp"
#include "model/names_first.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "model/enum_values.hpp"
#include "model/granted_back.hpp"
#include "model/made_here.hpp"
#include "model/partitions.hpp"
#include "model/replacing.hpp"
#include "model/resolve.hpp"
#include "model/reversed_rows.hpp"
#include "model/went_with.hpp"

// The inverse of each operation: one overload each, in the variant's order. There is none for "any
// other" operation, so that the compiler asks for that of a new one.

namespace godwit::detail {

namespace {

using Operations = std::vector<Operation>;

template <class Object>
const Object* namedIn(const std::vector<Object>& objects, const std::string& name) {
    const auto found = std::find_if(objects.begin(), objects.end(), [&name](const Object& o) {
        return o.name == name;
    });
    return found == objects.end() ? nullptr : &*found;
}

// What a drop says that it drops, under the name that it drops it by.
template <class Object>
Object defined(const std::optional<Object>& definition, const std::string& name) {
    Object object = *definition;
    object.name = name;
    return object;
}

// No column goes while the SQL of an index may name it.
bool hasSql(const Index& index) {
    return !isEmpty(index.where) ||
           std::any_of(index.parts.begin(), index.parts.end(), [](const IndexPart& part) {
               return part.column.empty();
           });
}

// Unlike one that is not said, it does not stay as it is.
SqlByDatabase noCollation() {
    SqlByDatabase none;
    none.fill(std::string{});
    return none;
}

// The inverses of one operation, in the order in which they are to run. A key or index over a
// column that was made here goes with that column, by the column's own inverse: MySQL and MariaDB
// count no column up that has no key. A foreign key does not: what it references may go before.
class Inverse {
public:
    Inverse(std::span<const Operation> operations, const Schema& before, const MadeHere& madeHere)
        : operation_(operations.front()),
          following_(operations.subspan(1)),
          before_(before),
          madeHere_(madeHere) {}

    Operations of(const op::CreateTable& o) const;
    Operations of(const op::DropTable& o) const;
    Operations of(const op::RenameTable& o) const {
        return {op::RenameTable{.table = o.to, .to = o.table, .line = o.line}};
    }
    Operations of(const op::SetTableComment& o) const;
    Operations of(const op::AddColumn& o) const {
        return {op::DropColumn{o.table, o.column.name, o.line, o.column}};
    }
    Operations of(const op::DropColumn& o) const;
    Operations of(const op::RenameColumn& o) const {
        return {op::RenameColumn{.table = o.table, .column = o.to, .to = o.column, .line = o.line}};
    }
    Operations of(const op::SetColumnComment& o) const;
    Operations of(const op::ChangeType& o) const;
    Operations of(const op::SetNotNull& o) const;
    Operations of(const op::DropNotNull& o) const;
    Operations of(const op::SetDefault& o) const;
    Operations of(const op::AddPrimaryKey& o) const {
        if (madeHere_.anyOf(o.table, o.primaryKey.columns)) {
            return {};
        }
        return {op::DropPrimaryKey{o.table, o.line, o.primaryKey}};
    }
    Operations of(const op::DropPrimaryKey& o) const {
        wantDefinition(o);
        return {op::AddPrimaryKey{.table = o.table, .primaryKey = *o.definition, .line = o.line}};
    }
    Operations of(const op::AddUniqueKey& o) const {
        if (madeHere_.anyOf(o.table, o.uniqueKey.columns)) {
            return {};
        }
        return {op::DropUniqueKey{.table = o.table,
                                  .name = o.uniqueKey.name,
                                  .line = o.line,
                                  .definition = o.uniqueKey}};
    }
    Operations of(const op::DropUniqueKey& o) const {
        wantDefinition(o);
        return {op::AddUniqueKey{.table = o.table,
                                 .uniqueKey = defined(o.definition, resolvedName(o, before_)),
                                 .line = o.line}};
    }
    Operations of(const op::AddForeignKey& o) const {
        return {op::DropForeignKey{.table = o.table,
                                   .name = o.foreignKey.name,
                                   .line = o.line,
                                   .definition = o.foreignKey}};
    }
    Operations of(const op::DropForeignKey& o) const {
        wantDefinition(o);
        return {op::AddForeignKey{.table = o.table,
                                  .foreignKey = defined(o.definition, resolvedName(o, before_)),
                                  .line = o.line}};
    }
    Operations of(const op::AddCheck& o) const {
        return {op::DropCheck{o.table, o.check.name, o.line, o.check}};
    }
    Operations of(const op::DropCheck& o) const {
        wantDefinition(o);
        return {
            op::AddCheck{.table = o.table, .check = defined(o.definition, o.name), .line = o.line}};
    }
    Operations of(const op::AddExclusion& o) const {
        return {op::DropExclusion{o.table, o.exclusion.name, o.line, o.exclusion}};
    }
    Operations of(const op::DropExclusion& o) const {
        wantDefinition(o);
        return {op::AddExclusion{.table = o.table,
                                 .exclusion = defined(o.definition, o.name),
                                 .line = o.line}};
    }
    Operations of(const op::RenameConstraint& o) const {
        return {op::RenameConstraint{.table = o.table,
                                     .constraint = o.to,
                                     .to = o.constraint,
                                     .line = o.line}};
    }
    // The rows that were looked at need not be forgotten.
    Operations of(const op::ValidateConstraint&) const { return {}; }
    Operations of(const op::AddIndex& o) const {
        if (!hasSql(o.index) && madeHere_.anyOf(o.table, columnsOf(o.index))) {
            return {};
        }
        return {op::DropIndex{.table = o.table,
                              .name = o.index.name,
                              .line = o.line,
                              .definition = o.index,
                              .concurrently = o.index.concurrently}};
    }
    Operations of(const op::DropIndex& o) const {
        wantDefinition(o);
        return {op::AddIndex{.table = o.table,
                             .index = defined(o.definition, resolvedName(o, before_)),
                             .line = o.line}};
    }
    Operations of(const op::RenameIndex& o) const {
        return {op::RenameIndex{.table = o.table, .index = o.to, .to = o.index, .line = o.line}};
    }
    Operations of(const op::SetIndexVisibility& o) const;
    Operations of(const op::InsertRows& o) const {
        return {op::EraseRows{.table = o.table, .list = o.list, .line = o.line}};
    }
    Operations of(const op::UpdateRows& o) const { return {reversedUpdate(o, known(o.table))}; }
    Operations of(const op::EraseRows& o) const {
        if (o.list.rows.empty()) {
            refuse("the rows that go are not said",
                   "say them in full: erase(table, columns, rows)");
        }
        return {op::InsertRows{.table = o.table, .list = o.list, .line = o.line}};
    }
    // It says itself that nothing takes it back.
    Operations of(const op::Backfill&) const { return {}; }
    Operations of(const op::CallData& o) const;
    // What was true on the way up need not be so on the way down.
    Operations of(const op::Verify&) const { return {}; }
    // Parts of a drop or a change, which is taken back as a whole.
    Operations of(const op::CopyRows&) const { return {}; }
    Operations of(const op::CopyColumn&) const { return {}; }
    Operations of(const op::ForgetChanged&) const { return {}; }
    Operations of(const op::CreateObject& o) const;
    Operations of(const op::DropObject& o) const;
    Operations of(const op::RenameObject& o) const {
        ObjectName now = o.object;
        now.name = o.to;
        return {op::RenameObject{std::move(now), o.object.name, o.line}};
    }
    Operations of(const op::AlterSequence&) const {
        refuse("what the sequence was is not said", "write up() and down()");
    }
    Operations of(const op::RefreshView&) const { return {}; }
    Operations of(const op::AttachPartition& o) const {
        return {op::DetachPartition{.table = o.partition.table,
                                    .partition = o.partition.name,
                                    .line = o.line,
                                    .definition = o.partition}};
    }
    Operations of(const op::DetachPartition& o) const {
        wantDefinition(o);
        return {op::AttachPartition{*o.definition, o.line}};
    }
    Operations of(const op::CreateEnum& o) const {
        return {op::DropEnum{.type = o.type, .line = o.line, .definition = o.values}};
    }
    Operations of(const op::DropEnum& o) const {
        wantDefinition(o);
        return {op::CreateEnum{.type = o.type, .values = *o.definition, .line = o.line}};
    }
    Operations of(const op::RenameEnum& o) const {
        return {op::RenameEnum{.type = o.to, .to = o.type, .line = o.line}};
    }
    Operations of(const op::ChangeEnum& o) const {
        if (o.change == EnumChange::RemoveValue && enumValues(before_, o.type).empty()) {
            refuse("the values of the enumeration are not known", "write up() and down()");
        }
        return inverseOf(o, before_);
    }
    Operations of(const op::Assume&) const { return {}; }
    Operations of(const op::RawSql& o) const {
        if (isEmpty(o.inverse)) {
            refuse("the raw SQL has no inverse", "say both: schema.sql(up, down)");
        }
        return {op::RawSql{.texts = o.inverse, .line = o.line, .inverse = o.texts}};
    }

private:
    const Table* known(const std::string& table) const { return findTable(before_, table); }

    const Column* known(const std::string& table, const std::string& column) const {
        const Table* owner = known(table);
        return owner == nullptr ? nullptr : findColumn(*owner, column);
    }

    template <class Drop>
    void wantDefinition(const Drop& o) const {
        if (!o.definition) {
            refuse("it does not say what it drops", "say it in full");
        }
    }

    void wantToday(const std::optional<Object>& said, const KnownObject* known) const {
        if (!said && known->outdated) {
            refuse("its text names what was renamed since, or may have been changed by raw SQL",
                   "say it as it reads today");
        }
    }

    [[noreturn]] void refuse(std::string_view what, std::string_view way) const {
        refuseReversal(operation_, what, way);
    }

    const Operation& operation_;
    std::span<const Operation> following_;
    const Schema& before_;
    const MadeHere& madeHere_;
};

// Tables made before it may reference it: they were made in a circle, and their keys came last. A
// temporary table went with its session.
Operations Inverse::of(const op::CreateTable& o) const {
    if (o.table.options.temporary) {
        return {};
    }
    Operations back;
    for (const auto& [name, other] : before_.tables) {
        for (const ForeignKey& key : other.foreignKeys) {
            if (key.referencedTable == o.table.name && madeHere_.tables.contains(name)) {
                back.emplace_back(op::DropForeignKey{.table = name,
                                                     .name = key.name,
                                                     .line = o.line,
                                                     .definition = key});
            }
        }
    }
    back.emplace_back(op::DropTable{o.table.name, o.line, o.table});
    return back;
}

Operations Inverse::of(const op::DropTable& o) const {
    wantDefinition(o);
    Table table = defined(o.definition, o.table);
    for (Column& column : table.columns) {
        if (const Column* gone = known(o.table, column.name)) {
            column.typeCheck = gone->typeCheck;
        }
    }
    return {op::CreateTable{.table = std::move(table), .line = o.line}};
}

// What replaces something gives way to that again. For privileges see `grantedBack`.
Operations Inverse::of(const op::CreateObject& o) const {
    if (const auto* grant = std::get_if<Grant>(&o.object)) {
        wantKnownPrivileges(operation_, *grant, before_);
        return {};
    }
    const KnownObject* known = findObject(before_, identityOf(o.object));
    const bool replaces = o.replace || (known != nullptr && forcesMore(o.object, known));
    if (replaces && (o.former || known != nullptr)) {
        wantToday(o.former, known);
        return {op::CreateObject{.object = o.former ? *formerOf(o, known) : known->object,
                                 .replace = true,
                                 .line = o.line,
                                 .former = o.object}};
    }
    const auto* partition = std::get_if<Partition>(&o.object);
    const Partition* whole =
        partition == nullptr ? nullptr : splitOffFrom(*partition, before_.objects, following_);
    return {op::DropObject{identityOf(o.object), o.line, whole == nullptr ? o.object : *whole}};
}

Operations Inverse::of(const op::DropObject& o) const {
    const KnownObject* known = findObject(before_, o.object);
    if (!o.definition && known == nullptr) {
        refuse("what it drops is neither said nor known", "say it in full");
    }
    if (o.object.kind == ObjectKind::Grant) {
        wantKnownPrivileges(operation_, std::get<Grant>(*o.definition), before_);
        return {};
    }
    wantToday(o.definition, known);
    return {
        op::CreateObject{.object = o.definition ? *o.definition : known->object, .line = o.line}};
}

Operations Inverse::of(const op::SetTableComment& o) const {
    const Table* table = known(o.table);
    if (!o.former && table == nullptr) {
        refuse("the comment that was there is not known", "say it: .from(\"...\"), \"\" for none");
    }
    return {op::SetTableComment{o.table, o.former ? *o.former : table->comment, o.line, o.comment}};
}

Operations Inverse::of(const op::SetColumnComment& o) const {
    const Column* column = known(o.table, o.column);
    if (!o.former && column == nullptr) {
        refuse("the comment that was there is not known", "say it: .from(\"...\"), \"\" for none");
    }
    return {op::SetColumnComment{o.table,
                                 o.column,
                                 o.former ? *o.former : column->comment,
                                 o.line,
                                 o.comment}};
}

// At its old place among the columns. PostgreSQL has no places.
Operations Inverse::of(const op::DropColumn& o) const {
    wantDefinition(o);
    op::AddColumn add{.table = o.table, .column = defined(o.definition, o.column), .line = o.line};
    if (const Column* column = known(o.table, o.column)) {
        add.column.typeCheck = column->typeCheck;
    }
    const bool places = (before_.databases & postgresql) == noDatabase;
    if (const Table* table = places ? known(o.table) : nullptr) {
        const auto& columns = table->columns;
        const auto gone = std::find_if(columns.begin(), columns.end(), [&o](const Column& column) {
            return column.name == o.column;
        });
        if (gone != columns.end() && std::next(gone) != columns.end()) {
            add.first = gone == columns.begin();
            add.after = add.first ? std::string{} : std::prev(gone)->name;
        }
    }
    return {std::move(add)};
}

Operations Inverse::of(const op::ChangeType& o) const {
    if (!o.former) {
        refuse("the type that was there is not said", "say both: changeType(column, from, to)");
    }
    const bool says = !isEmpty(o.collation) || !o.charset.empty();
    return {op::ChangeType{
        .table = o.table,
        .column = o.column,
        .type = *o.former,
        .collation = says && isEmpty(o.formerCollation) ? noCollation() : o.formerCollation,
        .charset = o.formerCharset,
        .castUsing = o.castBack,
        .former = o.type,
        .formerCollation = o.collation,
        .formerCharset = o.charset,
        .castBack = o.castUsing,
        .line = o.line}};
}

// What was NOT NULL before stays so.
Operations Inverse::of(const op::SetNotNull& o) const {
    const Column* column = known(o.table, o.column);
    if (column != nullptr && !column->nullable) {
        return {};
    }
    return {op::DropNotNull{.table = o.table, .column = o.column, .line = o.line}};
}

Operations Inverse::of(const op::DropNotNull& o) const {
    const Column* column = known(o.table, o.column);
    if (column != nullptr && column->nullable) {
        return {};
    }
    return {op::SetNotNull{.table = o.table, .column = o.column, .line = o.line}};
}

Operations Inverse::of(const op::SetDefault& o) const {
    const Column* column = known(o.table, o.column);
    if (!o.former && column == nullptr) {
        refuse("the default that was there is not known",
               "say it: .from(value), .from(nullptr) for none");
    }
    return {op::SetDefault{.table = o.table,
                           .column = o.column,
                           .value = o.former ? *o.former : column->defaultValue,
                           .line = o.line,
                           .former = o.value}};
}

Operations Inverse::of(const op::SetIndexVisibility& o) const {
    const Table* table = known(o.table);
    const Index* index = table == nullptr ? nullptr : namedIn(table->indexes, o.index);
    if (index != nullptr && index->invisible == !o.visible) {
        return {};
    }
    return {op::SetIndexVisibility{.table = o.table,
                                   .index = o.index,
                                   .visible = !o.visible,
                                   .line = o.line}};
}

Operations Inverse::of(const op::CallData& o) const {
    if (!o.reversible) {
        refuse("what takes it back is not said", "say it, or godwit::nothing");
    }
    op::CallData back = o;
    back.back = !o.back;
    return {std::move(back)};
}

// The inverses of the first of the operations, which moves the schema on.
Operations inverseOf(std::span<const Operation> operations, Schema& schema, MadeHere& madeHere) {
    const Operation& operation = operations.front();
    const Inverse inverse{operations, schema, madeHere};
    Operations back = std::visit([&inverse](const auto& o) { return inverse.of(o); }, operation);
    const bool matters = takesAlong(operation) || concernsPrivileges(operation);
    const Schema before = matters ? schema : Schema{};
    replay(operation, schema);
    std::visit([&madeHere](const auto& o) { madeHere(o); }, operation);
    if (takesAlong(operation)) {
        bringBackWhatWentWith(operation, before, schema, back);
    }
    if (matters) {
        Operations granted = grantedBack(operation, before, schema, back);
        std::move(granted.begin(), granted.end(), std::back_inserter(back));
    }
    for (Operation& each : back) {
        each.because = operation.because;
        each.only = operation.only;
    }
    return back;
}

}  // namespace

std::vector<Operation> reversed(std::vector<Operation> operations, Schema before) {
    std::erase_if(operations, [&before](const Operation& operation) {
        return (operation.only & before.databases) == noDatabase;
    });
    std::vector<Operations> inverses;
    MadeHere madeHere;
    for (std::size_t i = 0; i < operations.size(); ++i) {
        inverses.push_back(inverseOf(std::span{operations}.subspan(i), before, madeHere));
    }
    Operations back;
    for (auto each = inverses.rbegin(); each != inverses.rend(); ++each) {
        std::move(each->begin(), each->end(), std::back_inserter(back));
    }
    bringNamesFirst(back);
    return back;
}

}  // namespace godwit::detail
