#include "model/privileges.hpp"

namespace godwit::detail {

namespace {

using On = Grant::On;

constexpr std::uint16_t kEvery = 2 * allPrivileges.bits - 1;

bool has(Privileges privileges, Privileges one) { return (privileges.bits & one.bits) != 0; }

Privileges without(Privileges privileges, Privileges others) {
    return {static_cast<std::uint16_t>(privileges.bits & ~others.bits)};
}

}  // namespace

bool keepsPrivilegesWithThings(const Schema& schema) {
    return (schema.databases & postgresql) != noDatabase;
}

// https://mariadb.com/docs/server/reference/sql-structure/sequences/sequence-overview
// https://www.postgresql.org/docs/current/ddl-priv.html
Privileges asOfTable(Privileges onSequence) {
    const Privileges others = without(onSequence, usage | update);
    return others | (has(onSequence, usage)    ? select | insert
                     : has(onSequence, update) ? insert
                                               : Privileges{});
}

Grant asKept(Grant grant, const Schema& schema) {
    const bool isRoutine = grant.on == On::Function || grant.on == On::Procedure;
    if (keepsPrivilegesWithThings(schema)) {
        const ObjectKind kind =
            grant.on == On::Function ? ObjectKind::Function : ObjectKind::Procedure;
        const KnownObject* known =
            isRoutine ? findObject(schema, {kind, grant.name, {}, grant.signature}) : nullptr;
        if (known != nullptr) {
            grant.signature = identityOf(known->object).signature;
        }
        return grant;
    }
    grant.signature.clear();
    if (grant.on == On::TablesOfSchema) {
        grant.on = On::Schema;
    }
    if (grant.on == On::Schema) {
        grant.privileges = without(grant.privileges, usage);
    } else if (grant.on == On::Sequence) {
        grant.privileges = asOfTable(grant.privileges);
    }
    return grant;
}

std::uint16_t bitsOf(const Grant& grant) {
    return grant.on == On::Role || has(grant.privileges, allPrivileges) ? kEvery
                                                                        : grant.privileges.bits;
}

bool isUsualOfEverybody(const Held& held) {
    return (held.on == On::Function || held.on == On::Procedure) && held.role == kEverybody;
}

}  // namespace godwit::detail
