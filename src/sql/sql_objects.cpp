#include <algorithm>

#include <fmt/format.h>

#include "model/qualified.hpp"
#include "model/replacing.hpp"
#include "sql/block.hpp"
#include "sql/sql_dialect.hpp"

// Views, triggers and all else beside tables: what all servers have in common, and what some of
// them lack.

namespace godwit::detail {

namespace {

using Kind = ObjectKind;

struct Lack {
    std::string_view what;  ///< "SQLite has no ..."
    std::string_view instead;
};

// What a server that has no such thing is told apart by, and what to do instead.
Lack lackOf(Kind kind) {
    switch (kind) {
    case Kind::View:
        return {"views", ""};
    case Kind::MaterializedView:
        return {"materialized views", "use createView, or a table that the application fills; or "};
    case Kind::Trigger:
        return {"triggers", ""};
    case Kind::Function:
        return {"stored functions", "give it godwit::nothing there; or "};
    case Kind::Procedure:
        return {"stored procedures", "give it godwit::nothing there; or "};
    case Kind::Sequence:
        return {"sequences", "use a column that the database counts up, t.id(); or "};
    case Kind::Schema:
        return {"schemas", "leave the schema out of the names there; or "};
    case Kind::Extension:
        return {"extensions", ""};
    case Kind::RowSecurity:
        return {"row level security", "ask for the tenant in each query there; or "};
    case Kind::Policy:
        return {"row level security", "ask for the tenant in each query there; or "};
    case Kind::Role:
        return {"roles", ""};
    case Kind::Grant:
        return {"privileges", ""};
    case Kind::Partition:
        return {"partitions", "keep the table whole there, t.partitionByRange(...).only(...); or "};
    }
    return {};
}

// The text whose absence on a database means that the object is not for it.
const SqlByDatabase* mainText(const View& o) { return &o.query; }
const SqlByDatabase* mainText(const Trigger& o) { return o.function.empty() ? &o.body : nullptr; }
const SqlByDatabase* mainText(const Routine& o) { return &o.definition; }
template <class AnyOther>
const SqlByDatabase* mainText(const AnyOther&) {
    return nullptr;
}

// Its text for this database is godwit::nothing.
bool isNothing(const Object& object, DatabaseKind kind) {
    const SqlByDatabase* sql = std::visit([](const auto& o) { return mainText(o); }, object);
    if (sql == nullptr) {
        return false;
    }
    const auto& text = (*sql)[static_cast<std::size_t>(kind)];
    return text && text->empty();
}

// It is on a view or routine that is godwit::nothing here.
bool isOnNothing(const Object& object, const Script& script, DatabaseKind kind) {
    const auto* grant = std::get_if<Grant>(&object);
    if (grant == nullptr) {
        return false;
    }
    const auto isGrantedOn = [grant](const ObjectName& name) {
        switch (grant->on) {
        case Grant::On::Table:
            return name.kind == Kind::View || name.kind == Kind::MaterializedView;
        case Grant::On::Function:
            return name.kind == Kind::Function;
        case Grant::On::Procedure:
            return name.kind == Kind::Procedure;
        case Grant::On::Sequence:
        case Grant::On::Schema:
        case Grant::On::TablesOfSchema:
        case Grant::On::Role:
            break;
        }
        return false;
    };
    return std::any_of(script.objects().begin(), script.objects().end(), [&](const auto& entry) {
        return isGrantedOn(entry.first) && entry.first.name == grant->name &&
               isNothing(entry.second.object, kind);
    });
}

// What is meant: as it is known, else as the call says it.
const Object* meant(const ObjectName& name,
                    const std::optional<Object>& definition,
                    const Script& script) {
    if (const KnownObject* known = script.object(name)) {
        return &known->object;
    }
    return definition ? &*definition : nullptr;
}

std::string_view parentIn(const Operation& operation) {
    const auto* key = std::get_if<op::AddForeignKey>(&operation);
    return key == nullptr ? std::string_view{} : key->foreignKey.referencedTable;
}

bool livesInSchema(GivenName::What what) {
    using What = GivenName::What;
    return what == What::Table || what == What::View || what == What::Routine ||
           what == What::Sequence || what == What::Partition;
}

std::string_view schemaNamedBy(const Operation& operation) {
    for (const std::string_view name : {tableOf(operation), parentIn(operation)}) {
        if (!schemaOf(name).empty()) {
            return name;
        }
    }
    for (const GivenName& given : namesGivenBy(operation)) {
        if (livesInSchema(given.what) && !schemaOf(given.name).empty()) {
            return given.name;
        }
    }
    if (const auto* create = std::get_if<op::CreateTable>(&operation)) {
        for (const ForeignKey& key : create->table.foreignKeys) {
            if (!schemaOf(key.referencedTable).empty()) {
                return key.referencedTable;
            }
        }
    }
    return {};
}

std::string_view checkOptionClause(CheckOption option) {
    switch (option) {
    case CheckOption::None:
        return {};
    case CheckOption::Local:
        return "\nWITH LOCAL CHECK OPTION";
    case CheckOption::Cascaded:
        return "\nWITH CASCADED CHECK OPTION";
    }
    return {};
}

}  // namespace

void SqlDialect::wantKind(ObjectKind kind, const Script& script) const {
    if (!can().objects.has(kind)) {
        const Lack lack = lackOf(kind);
        script.refuse(
            {},
            ErrorCode::NotSupportedByServer,
            fmt::format("{} has no {}", title(), lack.what),
            fmt::format("{}keep the call to other databases with .only(...)", lack.instead));
    }
}

void SqlDialect::wantKnown(const ObjectName& name,
                           const Object* known,
                           const Script& script) const {
    if (known == nullptr) {
        script.refuse({},
                      ErrorCode::NotSupportedByServer,
                      fmt::format("{} renames a {} by making it anew, and no migration says what "
                                  "{} is",
                                  title(),
                                  wordOf(name.kind),
                                  name.name),
                      "drop it and create the other in the migration");
    }
}

void SqlDialect::wantCurrent(const ObjectName& name, const Script& script) const {
    const KnownObject* known = script.object(name);
    if (known != nullptr && known->outdated) {
        script.refuse({},
                      ErrorCode::NotSupportedByServer,
                      fmt::format("{} would have to make {} anew, and what its SQL names was "
                                  "renamed or changed since",
                                  title(),
                                  describe(name)),
                      "drop it, and create it as it reads today, in the migration");
    }
}

void SqlDialect::wantNoSchemas(const Script& script) const {
    const std::string_view name = schemaNamedBy(script.current());
    if (!name.empty()) {
        script.refuse({},
                      ErrorCode::NotSupportedByServer,
                      fmt::format("{} has no schemas, and {} names one", title(), name),
                      "leave the schema out there, or keep the call to other databases with "
                      ".only(...)");
    }
}

std::string SqlDialect::textIn(const SqlByDatabase& sql,
                               std::string_view what,
                               const Script& script) const {
    return isEmpty(sql) ? std::string{} : textOf(sql, what, {}, script);
}

std::string SqlDialect::queryOf(const View& view, const Script& script) const {
    const std::string& query =
        textOf(view.query, "the query of the view " + view.name, view.line, script);
    return fmt::format("{}{}",
                       withoutSemicolon(query, server().kind),
                       checkOptionClause(view.checkOption));
}

void SqlDialect::write(const op::CreateObject& o, Script& script) const {
    if (isNothing(o.object, server().kind) || isOnNothing(o.object, script, server().kind)) {
        return;
    }
    wantKind(identityOf(o.object).kind, script);
    wantPrivileges(o.object, script);
    const Object whole = inPlaceOf(o, script.object(identityOf(o.object)));
    std::visit([&](const auto& object) { create(object, o.replace, script); }, whole);
}

void SqlDialect::write(const op::DropObject& o, Script& script) const {
    const Object* known = meant(o.object, o.definition, script);
    if (known != nullptr &&
        (isNothing(*known, server().kind) || isOnNothing(*known, script, server().kind))) {
        return;
    }
    wantKind(o.object.kind, script);
    if (known != nullptr) {
        wantPrivileges(*known, script);
    }
    drop(o, known, script);
}

void SqlDialect::write(const op::RenameObject& o, Script& script) const {
    const Object* known = meant(o.object, {}, script);
    if (known != nullptr && isNothing(*known, server().kind)) {
        return;
    }
    wantKind(o.object.kind, script);
    rename(o, known, script);
}

void SqlDialect::write(const op::AlterSequence&, Script& script) const {
    wantKind(Kind::Sequence, script);
}

void SqlDialect::write(const op::RefreshView&, Script& script) const {
    wantKind(Kind::MaterializedView, script);
}

void SqlDialect::write(const op::AttachPartition&, Script& script) const {
    wantKind(Kind::Partition, script);
}

void SqlDialect::write(const op::DetachPartition&, Script& script) const {
    wantKind(Kind::Partition, script);
}

// Reached only by a server that says it has them and does not say how.
static const std::string kBySql = "write it with schema.sql(...)";
void SqlDialect::create(const Routine&, bool, Script& script) const { refuseCall(script, kBySql); }
void SqlDialect::create(const Sequence&, bool, Script& script) const { refuseCall(script, kBySql); }
void SqlDialect::create(const Namespace&, bool, Script& script) const {
    refuseCall(script, kBySql);
}
void SqlDialect::create(const Extension&, bool, Script& script) const {
    refuseCall(script, kBySql);
}
void SqlDialect::create(const RowSecurity&, bool, Script& script) const {
    refuseCall(script, kBySql);
}
void SqlDialect::create(const Policy&, bool, Script& script) const { refuseCall(script, kBySql); }
void SqlDialect::create(const Role&, bool, Script& script) const { refuseCall(script, kBySql); }
void SqlDialect::create(const Grant&, bool, Script& script) const { refuseCall(script, kBySql); }
void SqlDialect::create(const Partition&, bool, Script& script) const {
    refuseCall(script, kBySql);
}

}  // namespace godwit::detail
