#include "model/qualified.hpp"
#include "model/replacing.hpp"
#include "model/replay.hpp"
#include "model/sql_words.hpp"

// What happens to views, triggers, functions, sequences and so on, and what of them follows the
// tables that they belong to.

namespace godwit::detail {

namespace {

using Kind = ObjectKind;

// Tables, views and sequences of a schema have one set of names.
bool isRelation(Kind kind) {
    return kind == Kind::View || kind == Kind::MaterializedView || kind == Kind::Sequence;
}

bool belongsToTable(Kind kind) {
    return kind == Kind::Trigger || kind == Kind::RowSecurity || kind == Kind::Policy ||
           kind == Kind::Partition;
}

bool isRoutine(Kind kind) { return kind == Kind::Function || kind == Kind::Procedure; }

void renameIn(std::string& name, const std::string& from, const std::string& to) {
    if (name == from) {
        name = to;
    }
}

// The names of tables inside an object.
struct TableNames {
    const std::string& from;
    const std::string& to;

    void operator()(Trigger& o) const { renameIn(o.table, from, to); }
    void operator()(RowSecurity& o) const { renameIn(o.table, from, to); }
    void operator()(Policy& o) const { renameIn(o.table, from, to); }
    void operator()(Sequence& o) const { renameIn(o.ownerTable, from, to); }
    void operator()(Partition& o) const {
        renameIn(o.table, from, to);
        renameIn(o.name, from, to);
    }
    template <class AnyOther>
    void operator()(AnyOther&) const {}
};

struct NewName {
    const std::string& to;

    template <class Named>
    void operator()(Named& o) const {
        o.name = to;
    }
    void operator()(RowSecurity&) const {}
};

std::string movedTo(const std::string& name, const std::string& from, const std::string& to) {
    return schemaOf(name) == from ? to + "." + std::string{unqualified(name)} : name;
}

// True when SQL of the object may name it; of a trigger or policy, also the table that it is on.
bool speaksOf(const Object& object, std::string_view word) {
    const ObjectName name = identityOf(object);
    const bool speaksOfItsTable = name.kind == Kind::Trigger || name.kind == Kind::Policy;
    if (speaksOfItsTable && unqualified(name.table) == word) {
        return true;
    }
    if (const auto* policy = std::get_if<Policy>(&object)) {
        return mentions(wordsOf(policy->usingExpression), word) ||
               mentions(wordsOf(policy->checkExpression), word);
    }
    const std::vector<const SqlByDatabase*> texts = sqlOf(object);
    return std::any_of(texts.begin(), texts.end(), [word](const SqlByDatabase* sql) {
        return std::any_of(sql->begin(), sql->end(), [word](const auto& text) {
            return text && mentions(wordsOf(*text), word);
        });
    });
}

// The names inside an object that begin with a schema.
struct SchemaNames {
    const std::string& from;
    const std::string& to;

    void operator()(View& o) const { move(o.name); }
    void operator()(Trigger& o) const {
        move(o.table);
        move(o.function);
    }
    void operator()(Routine& o) const { move(o.name); }
    void operator()(Sequence& o) const {
        move(o.name);
        move(o.ownerTable);
    }
    void operator()(Extension& o) const { renameIn(o.schema, from, to); }
    void operator()(RowSecurity& o) const { move(o.table); }
    void operator()(Policy& o) const { move(o.table); }
    void operator()(Partition& o) const {
        move(o.name);
        move(o.table);
    }
    void operator()(Namespace&) const {}
    void operator()(Role&) const {}
    void operator()(Grant&) const {}

private:
    void move(std::string& name) const { name = movedTo(name, from, to); }
};

}  // namespace

void Replay::play(const op::CreateObject& o) {
    if (const auto* granted = std::get_if<Grant>(&o.object)) {
        grant(*granted);
    } else {
        privilegesOfNew(o);
        addObject(inPlaceOf(o, findObject(schema_, identityOf(o.object))), o.replace);
    }
}

void Replay::play(const op::DropObject& o) {
    if (o.object.kind == Kind::Grant) {
        if (o.definition) {
            revoke(std::get<Grant>(*o.definition));
        }
        return;
    }
    wantObject(o.object);
    if (o.object.kind == Kind::Schema) {
        wantEmptySchema(o.object.name);
    }
    const KnownObject* known = findObject(schema_, o.object);
    const ObjectName gone = known == nullptr ? o.object : identityOf(known->object);
    removeObject(o.object);
    forgetPrivilegesOn(gone);
    if (isRelation(o.object.kind) || isTableToo(o.object)) {
        dropObjectsOf(o.object.name);
    }
}

void Replay::play(const op::RenameObject& o) {
    wantObject(o.object);
    ObjectName to = o.object;
    to.name = o.to;
    wantNoObject(to);
    ObjectName was = o.object;
    if (const KnownObject* found = findObject(schema_, o.object)) {
        KnownObject moved = *found;
        was = identityOf(found->object);
        std::visit(NewName{o.to}, moved.object);
        removeObject(o.object);
        schema_.objects.insert_or_assign(identityOf(moved.object), std::move(moved));
    } else {
        removeObject(o.object);
    }
    schema_.goneObjects.erase(to);
    renameInPrivileges(was, o.to);
    if (o.object.kind == Kind::Schema) {
        renameSchema(o.object.name, o.to);
    }
    if (isRelation(o.object.kind)) {
        renameTableOfObjects(o.object.name, o.to);
    } else if (isRoutine(o.object.kind)) {
        outdate(unqualified(o.object.name));
        renameFunctionOfTriggers(o.object.name, o.to);
    } else if (o.object.kind == Kind::Role) {
        renameRoleOfPolicies(o.object.name, o.to);
    }
}

void Replay::play(const op::AlterSequence& o) {
    const ObjectName name{Kind::Sequence, o.sequence, {}, {}};
    wantObject(name);
    const auto found = schema_.objects.find(name);
    if (found == schema_.objects.end()) {
        return;
    }
    auto& sequence = std::get<Sequence>(found->second.object);
    const auto change = [](auto& what, const auto& to) { what = to ? to : what; };
    change(sequence.increment, o.increment);
    change(sequence.lowest, o.lowest);
    change(sequence.highest, o.highest);
    change(sequence.cache, o.cache);
    sequence.cycle = o.cycle.value_or(sequence.cycle);
}

void Replay::play(const op::RefreshView& o) {
    wantObject({Kind::MaterializedView, o.view, {}, {}});
}

void Replay::play(const op::AttachPartition& o) {
    with(o.partition.name, [](Table&) {});
    addObject(o.partition, false);
}

void Replay::play(const op::DetachPartition& o) {
    const ObjectName name{Kind::Partition, o.partition, o.table, {}};
    wantObject(name);
    removeObject(name);
    schema_.goneObjects.erase(name);
}

void Replay::addObject(const Object& object, bool replace) {
    const ObjectName name = identityOf(object);
    if (!replace && !forcesMore(object, findObject(schema_, name))) {
        wantNoObject(name);
    }
    if (belongsToTable(name.kind)) {
        with(name.table, [&](Table& table) { wantPartitioned(table, object); });
    }
    schema_.objects.insert_or_assign(name, KnownObject{object, false});
    schema_.goneObjects.erase(name);
}

// A function may be meant without its signature, or with another spelling of it.
void Replay::removeObject(const ObjectName& name) {
    if (const KnownObject* found = findObject(schema_, name)) {
        schema_.objects.erase(identityOf(found->object));
    }
    schema_.goneObjects.insert(name);
}

// What godwit has not made may well exist; what it has seen go does not.
void Replay::wantObject(const ObjectName& name) {
    if (findObject(schema_, name) != nullptr) {
        return;
    }
    if (schema_.goneObjects.contains(name)) {
        refuse(ErrorCode::UnknownObject,
               fmt::format("{} is not there any more", describe(name)),
               "the migrations before this one dropped or renamed it");
    }
    const auto sameName = [&name](const auto& entry) {
        return entry.first.kind == name.kind && entry.first.name == name.name;
    };
    if (isRoutine(name.kind) && name.signature.empty() &&
        std::any_of(schema_.objects.begin(), schema_.objects.end(), sameName)) {
        refuse(ErrorCode::UnknownObject,
               fmt::format("there are several {}s {}", wordOf(name.kind), name.name),
               "give the parameters of the one that is meant: \"(integer)\"");
    }
}

void Replay::wantNoObject(const ObjectName& name) {
    const auto found = schema_.objects.find(name);
    if (found != schema_.objects.end()) {
        refuse(ErrorCode::ObjectExists,
               fmt::format("{} is there already", describe(name)),
               name.kind == Kind::RowSecurity ? "leave the call out"
                                              : "choose another name, or drop the other one first");
    }
    if (isRelation(name.kind)) {
        if (schema_.tables.contains(name.name)) {
            refuse(ErrorCode::TableExists,
                   fmt::format("there is a table {} already", name.name),
                   "views, sequences and tables have one set of names; choose another");
        }
        wantFreeRelation(name.name);
    }
}

void Replay::wantFreeRelation(const std::string& name) {
    for (const Kind kind : {Kind::View, Kind::MaterializedView, Kind::Sequence}) {
        if (schema_.objects.contains({kind, name, {}, {}})) {
            refuse(ErrorCode::ObjectExists,
                   fmt::format("there is a {} {} already", wordOf(kind), name),
                   "views, sequences and tables have one set of names; choose another");
        }
    }
}

void Replay::wantPartitioned(const Table& table, const Object& object) {
    const auto* partition = std::get_if<Partition>(&object);
    if (partition == nullptr) {
        return;
    }
    if (!table.options.partitioning) {
        refuse(ErrorCode::BadArgument,
               fmt::format("table {} has no partitions, and {} is to be one",
                           table.name,
                           partition->name),
               "say t.partitionByRange(...) where the table is created");
        return;
    }
    const Partitioning& by = *table.options.partitioning;
    using Method = Partitioning::Method;
    const Method meant = !partition->values.empty() ? Method::List
                         : partition->modulus != 0  ? Method::Hash
                         : partition->from.empty()  ? by.method
                                                    : Method::Range;
    if (meant != by.method || (by.method == Method::Hash && partition->isDefault)) {
        refuse(ErrorCode::BadArgument,
               fmt::format("the partition {} is not said the way {} is cut",
                           partition->name,
                           table.name),
               "from and to go with partitionByRange, in with partitionByList, modulus with "
               "partitionByHash");
    }
    if (by.method == Method::Range && !partition->isDefault &&
        (partition->from.size() != by.columns.size() ||
         partition->to.size() != by.columns.size())) {
        refuse(ErrorCode::BadArgument,
               fmt::format("the partition {} has not as many bounds as {} is cut by columns",
                           partition->name,
                           table.name),
               fmt::format("give one for each of {}", fmt::join(by.columns, ", ")));
    }
}

void Replay::wantEmptySchema(const std::string& schema) {
    for (const auto& [name, table] : schema_.tables) {
        if (schemaOf(name) == schema) {
            refuse(ErrorCode::ObjectExists,
                   fmt::format("the schema {} still holds the table {}", schema, name),
                   "drop it, or move it to another schema, first");
        }
    }
    for (const auto& [name, values] : schema_.enums) {
        if (schemaOf(name) == schema) {
            refuse(ErrorCode::ObjectExists,
                   fmt::format("the schema {} still holds the enumeration {}", schema, name),
                   "drop it first");
        }
    }
    for (const auto& [name, known] : schema_.objects) {
        if (schemaOf(name.name) == schema) {
            refuse(ErrorCode::ObjectExists,
                   fmt::format("the schema {} still holds {}", schema, describe(name)),
                   "drop it first");
        }
    }
}

void Replay::renameSchema(const std::string& from, const std::string& to) {
    std::map<std::string, Table, std::less<>> tables;
    for (auto& [name, table] : schema_.tables) {
        table.name = movedTo(name, from, to);
        for (ForeignKey& key : table.foreignKeys) {
            key.referencedTable = movedTo(key.referencedTable, from, to);
        }
        for (Column& column : table.columns) {
            column.type.enumName = movedTo(column.type.enumName, from, to);
        }
        tables.emplace(table.name, std::move(table));
    }
    schema_.tables = std::move(tables);
    std::map<std::string, Names, std::less<>> enums;
    for (auto& [name, values] : schema_.enums) {
        enums.emplace(movedTo(name, from, to), std::move(values));
    }
    schema_.enums = std::move(enums);
    std::map<ObjectName, KnownObject> objects;
    for (auto& [name, known] : schema_.objects) {
        std::visit(SchemaNames{from, to}, known.object);
        known.outdated = known.outdated || speaksOf(known.object, from);
        objects.emplace(identityOf(known.object), std::move(known));
    }
    schema_.objects = std::move(objects);
}

// Elsewhere a partition may have the name of another table.
bool Replay::isTableToo(const ObjectName& name) const {
    return name.kind == Kind::Partition && (schema_.databases & postgresql) != noDatabase;
}

void Replay::dropObjectsOf(const std::string& table) {
    std::vector<std::string> partitions;
    std::erase_if(schema_.objects, [&](const auto& entry) {
        const auto* sequence = std::get_if<Sequence>(&entry.second.object);
        const bool goes = (belongsToTable(entry.first.kind) && entry.first.table == table) ||
                          (entry.first.kind == Kind::Partition && entry.first.name == table) ||
                          (sequence != nullptr && sequence->ownerTable == table);
        if (goes) {
            forgetPrivilegesOn(entry.first);
        }
        if (goes && isTableToo(entry.first) && entry.first.name != table) {
            partitions.push_back(entry.first.name);
        }
        return goes;
    });
    for (const std::string& partition : partitions) {
        dropObjectsOf(partition);
    }
}

void Replay::renameTableOfObjects(const std::string& from, const std::string& to) {
    std::map<ObjectName, KnownObject> objects;
    for (auto& [name, known] : schema_.objects) {
        std::visit(TableNames{from, to}, known.object);
        objects.emplace(identityOf(known.object), std::move(known));
    }
    schema_.objects = std::move(objects);
    outdate(unqualified(from));
}

void Replay::dropObjectsOfColumn(const std::string& table, const std::string& column) {
    std::erase_if(schema_.objects, [&](const auto& entry) {
        const auto* sequence = std::get_if<Sequence>(&entry.second.object);
        const bool goes =
            sequence != nullptr && sequence->ownerTable == table && sequence->ownerColumn == column;
        if (goes) {
            forgetPrivilegesOn(entry.first);
        }
        return goes;
    });
    forgetPrivilegesOn(table, column);
}

void Replay::renameColumnOfObjects(const Table& table, const op::RenameColumn& o) {
    for (auto& [name, known] : schema_.objects) {
        auto* trigger = std::get_if<Trigger>(&known.object);
        if (trigger != nullptr && trigger->table == table.name) {
            std::replace(trigger->updateOf.begin(), trigger->updateOf.end(), o.column, o.to);
        }
        auto* sequence = std::get_if<Sequence>(&known.object);
        if (sequence != nullptr && sequence->ownerTable == table.name) {
            renameIn(sequence->ownerColumn, o.column, o.to);
        }
    }
    renameInPrivileges(o);
    outdate(unqualified(table.name), o.column);
}

void Replay::renameFunctionOfTriggers(const std::string& from, const std::string& to) {
    for (auto& [name, known] : schema_.objects) {
        if (auto* trigger = std::get_if<Trigger>(&known.object)) {
            renameIn(trigger->function, from, to);
        }
    }
}

void Replay::renameRoleOfPolicies(const std::string& from, const std::string& to) {
    for (auto& [name, known] : schema_.objects) {
        if (auto* policy = std::get_if<Policy>(&known.object)) {
            std::replace(policy->roles.begin(), policy->roles.end(), from, to);
        }
    }
}

void Replay::outdate(std::string_view table, std::string_view column) {
    for (auto& [name, known] : schema_.objects) {
        known.outdated = known.outdated || (speaksOf(known.object, table) &&
                                            (column.empty() || speaksOf(known.object, column)));
    }
}

}  // namespace godwit::detail
