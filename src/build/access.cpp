#include "build/objects.hpp"

// Row level security, policies, roles and privileges.

namespace godwit::detail {

namespace {

// Only PostgreSQL has policies.
std::string policyExpression(std::string_view sql, SourceLine line) {
    const SqlTexts texts{.postgresql = sql,
                         .mysql = nothing,
                         .mariadb = nothing,
                         .sqlite = nothing};
    const SqlByDatabase read = sqlFragment(texts, "the expression of a policy", line);
    return read[static_cast<std::size_t>(DatabaseKind::PostgreSQL)].value_or("");
}

Handle recordGrant(Recorder& recorder, Act act, Grant grant) {
    return recordObject(recorder, act, std::move(grant));
}

Grant::On onOf(GrantTarget::Kind kind) {
    switch (kind) {
    case GrantTarget::Kind::Sequence:
        return Grant::On::Sequence;
    case GrantTarget::Kind::Function:
        return Grant::On::Function;
    case GrantTarget::Kind::Procedure:
        return Grant::On::Procedure;
    case GrantTarget::Kind::Schema:
        return Grant::On::Schema;
    case GrantTarget::Kind::TablesOfSchema:
        return Grant::On::TablesOfSchema;
    }
    return Grant::On::Table;
}

}  // namespace

Handle aboutRowSecurity(Recorder& recorder, Act act, const QualifiedName& table) {
    return recordObject(recorder, act, RowSecurity{.table = textOf(table), .line = table.line()});
}

void setForced(const Handle& rowSecurity) { objectAs<RowSecurity>(rowSecurity).forced = true; }

Handle aboutPolicy(Recorder& recorder, Act act, const Name& name, const QualifiedName& table) {
    return recordObject(recorder,
                        act,
                        Policy{.name = textOf(name), .table = textOf(table), .line = name.line()});
}

void setPolicyUsing(const Handle& handle, std::string_view sql) {
    auto& policy = objectAs<Policy>(handle);
    policy.usingExpression = policyExpression(sql, policy.line);
}

void setPolicyCheck(const Handle& handle, std::string_view sql) {
    auto& policy = objectAs<Policy>(handle);
    policy.checkExpression = policyExpression(sql, policy.line);
}

void setPolicyCommand(const Handle& policy, Privileges command) {
    objectAs<Policy>(policy).command = command;
}

void setPolicyRoles(const Handle& policy, std::initializer_list<Name> roles) {
    objectAs<Policy>(policy).roles = textsOf(roles);
}

void setRestrictive(const Handle& policy) { objectAs<Policy>(policy).restrictive = true; }

Handle aboutRole(Recorder& recorder, Act act, const Name& name) {
    return recordObject(recorder, act, Role{.name = textOf(name), .line = name.line()});
}

void setCanLogin(const Handle& role) { objectAs<Role>(role).canLogin = true; }

Handle aboutGrant(Recorder& recorder, Act act, Privileges privileges, const QualifiedName& table) {
    return recordGrant(recorder,
                       act,
                       {.privileges = privileges, .name = textOf(table), .line = table.line()});
}

Handle aboutGrant(Recorder& recorder, Act act, Privileges privileges, const GrantTarget& on) {
    return recordGrant(
        recorder,
        act,
        {.privileges = privileges,
         .on = onOf(on.kind),
         .name = textOf(on.name),
         .signature = plainText(on.parameters, "a list of parameters", on.name.line()),
         .line = on.name.line()});
}

Handle aboutMembership(Recorder& recorder, Act act, const Name& role) {
    return recordGrant(recorder,
                       act,
                       {.on = Grant::On::Role, .name = textOf(role), .line = role.line()});
}

void setGrantRoles(const Handle& grant, std::initializer_list<Name> roles) {
    objectAs<Grant>(grant).roles = textsOf(roles);
}

void setGrantColumns(const Handle& grant, std::initializer_list<Name> columns) {
    objectAs<Grant>(grant).columns = textsOf(columns);
}

void setGrantable(const Handle& grant) { objectAs<Grant>(grant).grantable = true; }

}  // namespace godwit::detail
