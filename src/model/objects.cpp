#include <algorithm>

#include <fmt/format.h>

#include <godwit/schema.hpp>

#include "model/signatures.hpp"

namespace godwit {

namespace {

using Kind = ObjectKind;

ObjectName identity(const View& o) {
    return {o.materialized ? Kind::MaterializedView : Kind::View, o.name, {}, {}};
}
ObjectName identity(const Trigger& o) { return {Kind::Trigger, o.name, o.table, {}}; }
ObjectName identity(const Routine& o) {
    const auto& parameters = o.parameters[static_cast<std::size_t>(DatabaseKind::PostgreSQL)];
    return {o.procedure ? Kind::Procedure : Kind::Function, o.name, {}, parameters.value_or("")};
}
ObjectName identity(const Sequence& o) { return {Kind::Sequence, o.name, {}, {}}; }
ObjectName identity(const Namespace& o) { return {Kind::Schema, o.name, {}, {}}; }
ObjectName identity(const Extension& o) { return {Kind::Extension, o.name, {}, {}}; }
ObjectName identity(const RowSecurity& o) { return {Kind::RowSecurity, {}, o.table, {}}; }
ObjectName identity(const Policy& o) { return {Kind::Policy, o.name, o.table, {}}; }
ObjectName identity(const Role& o) { return {Kind::Role, o.name, {}, {}}; }
ObjectName identity(const Grant& o) {
    const bool onTable = o.on == Grant::On::Table;
    return {Kind::Grant, onTable ? std::string{} : o.name, onTable ? o.name : std::string{}, {}};
}
ObjectName identity(const Partition& o) { return {Kind::Partition, o.name, o.table, {}}; }

std::vector<const SqlByDatabase*> sqlIn(const View& o) { return {&o.query}; }
std::vector<const SqlByDatabase*> sqlIn(const Trigger& o) { return {&o.when, &o.body}; }
std::vector<const SqlByDatabase*> sqlIn(const Routine& o) { return {&o.parameters, &o.definition}; }
template <class AnyOther>
std::vector<const SqlByDatabase*> sqlIn(const AnyOther&) {
    return {};
}

bool isRoutine(ObjectKind kind) { return kind == Kind::Function || kind == Kind::Procedure; }

}  // namespace

ObjectName identityOf(const Object& object) {
    return std::visit([](const auto& o) { return identity(o); }, object);
}

SourceLine lineOf(const Object& object) {
    return std::visit([](const auto& o) { return o.line; }, object);
}

std::string_view wordOf(ObjectKind kind) {
    switch (kind) {
    case Kind::View:
        return "view";
    case Kind::MaterializedView:
        return "materialized view";
    case Kind::Trigger:
        return "trigger";
    case Kind::Function:
        return "function";
    case Kind::Procedure:
        return "procedure";
    case Kind::Sequence:
        return "sequence";
    case Kind::Schema:
        return "schema";
    case Kind::Extension:
        return "extension";
    case Kind::RowSecurity:
        return "row level security";
    case Kind::Policy:
        return "policy";
    case Kind::Role:
        return "role";
    case Kind::Grant:
        return "grant";
    case Kind::Partition:
        return "partition";
    }
    return {};
}

std::string describe(const ObjectName& name) {
    const std::string_view between = name.kind == Kind::Grant ? "on" : "of";
    return fmt::format("the {}{}{}{}{}{}{}{}",
                       wordOf(name.kind),
                       name.name.empty() ? "" : " ",
                       name.name,
                       name.signature,
                       name.table.empty() ? "" : " ",
                       name.table.empty() ? "" : between,
                       name.table.empty() ? "" : " ",
                       name.table);
}

std::vector<const SqlByDatabase*> sqlOf(const Object& object) {
    return std::visit([](const auto& o) { return sqlIn(o); }, object);
}

const KnownObject* findObject(const Schema& schema, const ObjectName& name) {
    const auto exact = schema.objects.find(name);
    if (exact != schema.objects.end()) {
        return &exact->second;
    }
    if (!isRoutine(name.kind)) {
        return nullptr;
    }
    // Nobody but PostgreSQL has several functions of one name.
    const bool byTypes = !name.signature.empty() && (schema.databases & postgresql) != noDatabase;
    const std::vector<std::string> types = detail::parameterTypes(name.signature);
    const auto alike = [&](const auto& entry) {
        return entry.first.kind == name.kind && entry.first.name == name.name &&
               (!byTypes || detail::parameterTypes(entry.first.signature) == types);
    };
    const auto found = std::find_if(schema.objects.begin(), schema.objects.end(), alike);
    const bool only = found != schema.objects.end() &&
                      std::none_of(std::next(found), schema.objects.end(), alike);
    return only ? &found->second : nullptr;
}

}  // namespace godwit
