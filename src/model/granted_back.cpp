#include "model/granted_back.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include <fmt/format.h>

#include "model/privileges.hpp"
#include "model/qualified.hpp"
#include "model/reversed_rows.hpp"

namespace godwit::detail {

namespace {

using Bits = std::uint16_t;
using PrivilegesByHolder = std::map<Held, HeldPrivileges>;

HeldPrivileges heldIn(const PrivilegesByHolder& privileges, const Held& held) {
    const auto found = privileges.find(held);
    return found == privileges.end() ? HeldPrivileges{} : found->second;
}

Bits without(Bits bits, Bits others) { return static_cast<Bits>(bits & ~others); }

bool alikeButForRoles(Grant a, const Grant& b) {
    a.roles = b.roles;
    return a == b;
}

// As few calls as say it: one for all columns of a role, and for all roles.
class Calls {
public:
    explicit Calls(SourceLine line) : line_(line) {}

    void add(const Held& held, Bits bits, bool grantable) {
        if (bits == 0) {
            return;
        }
        Grant grant{.on = held.on,
                    .name = held.name,
                    .signature = held.signature,
                    .roles = {held.role},
                    .grantable = grantable,
                    .line = line_};
        if (held.on != Grant::On::Role) {
            const bool all = (bits & allPrivileges.bits) != 0;
            grant.privileges = all ? allPrivileges : Privileges{bits};
        }
        if (!held.column.empty()) {
            const auto beside = std::find_if(ofOne_.begin(), ofOne_.end(), [&](Grant other) {
                other.columns.clear();
                return other == grant;
            });
            if (beside != ofOne_.end() && !beside->columns.empty()) {
                beside->columns.push_back(held.column);
                return;
            }
            grant.columns = {held.column};
        }
        ofOne_.push_back(std::move(grant));
    }

    std::vector<Grant> merged() const {
        std::vector<Grant> calls;
        for (const Grant& grant : ofOne_) {
            const auto alike = std::find_if(calls.begin(), calls.end(), [&](const Grant& other) {
                return alikeButForRoles(other, grant);
            });
            if (alike == calls.end()) {
                calls.push_back(grant);
            } else {
                alike->roles.push_back(grant.roles.front());
            }
        }
        return calls;
    }

private:
    SourceLine line_;
    std::vector<Grant> ofOne_;
};

// Takes a schema step by step to the privileges of another one. What is said of all tables of a
// schema comes first, for it changes what is held on each of them.
class WayBack {
public:
    WayBack(const Schema& before, const Schema& now, SourceLine line)
        : before_(before), now_(now), line_(line) {}

    void revoke() {
        revoke(true);
        revoke(false);
    }

    void grant() {
        grant(true);
        grant(false);
    }

    std::vector<Operation> done() && { return std::move(back_); }

private:
    // What they may pass on now and might not before goes as a whole, to come back without that.
    void revoke(bool onAllTables) {
        Calls calls{line_};
        for (const auto& [held, has] : now_.privileges) {
            if ((held.on == Grant::On::TablesOfSchema) == onAllTables) {
                const HeldPrivileges had = heldIn(before_.privileges, held);
                const Bits gained = without(has.privileges.bits, had.privileges.bits);
                const Bits passedOn = without(has.grantable.bits, had.grantable.bits);
                calls.add(held, static_cast<Bits>(gained | passedOn), false);
            }
        }
        for (Grant& grant : calls.merged()) {
            run(op::DropObject{identityOf(grant), line_, grant});
        }
    }

    void grant(bool onAllTables) {
        Calls calls{line_};
        for (const auto& [held, had] : before_.privileges) {
            if ((held.on == Grant::On::TablesOfSchema) == onAllTables) {
                const HeldPrivileges has = heldIn(now_.privileges, held);
                const Bits lost = without(had.privileges.bits, has.privileges.bits);
                const Bits toPassOn = without(had.grantable.bits, has.grantable.bits);
                calls.add(held, without(lost, toPassOn), false);
                calls.add(held, toPassOn, true);
            }
        }
        for (Grant& grant : calls.merged()) {
            run(op::CreateObject{.object = grant, .line = line_});
        }
    }

    void run(Operation operation) {
        replay(operation, now_);
        back_.push_back(std::move(operation));
    }

    const Schema& before_;
    Schema now_;
    SourceLine line_;
    std::vector<Operation> back_{};
};

using On = Grant::On;

bool isRoutine(ObjectKind kind) {
    return kind == ObjectKind::Function || kind == ObjectKind::Procedure;
}

// A routine that is made or comes back, by itself or as another one.
bool concernsRoutine(const Operation& operation) {
    if (const auto* made = std::get_if<op::CreateObject>(&operation)) {
        return isRoutine(identityOf(made->object).kind);
    }
    if (const auto* dropped = std::get_if<op::DropObject>(&operation)) {
        return isRoutine(dropped->object.kind);
    }
    const auto* renamed = std::get_if<op::RenameObject>(&operation);
    return renamed != nullptr && isRoutine(renamed->object.kind);
}

bool isKnownRole(const std::string& role, const Schema& schema) {
    return role == kEverybody || schema.objects.contains({ObjectKind::Role, role, {}, {}});
}

// True when migrations made it, so that nobody held anything on it then.
bool isMade(const Grant& on, const Schema& schema) {
    const auto knows = [&](ObjectKind kind) {
        return findObject(schema, {kind, on.name, {}, on.signature}) != nullptr;
    };
    switch (on.on) {
    case On::Table:
        return schema.tables.contains(on.name) || knows(ObjectKind::View) ||
               knows(ObjectKind::MaterializedView);
    case On::Sequence:
        return knows(ObjectKind::Sequence);
    case On::Function:
        return knows(ObjectKind::Function);
    case On::Procedure:
        return knows(ObjectKind::Procedure);
    case On::Schema:
    case On::TablesOfSchema:
        return knows(ObjectKind::Schema);
    case On::Role:
        return knows(ObjectKind::Role);
    }
    return false;
}

// True when migrations have granted the role something there, or taken away what everybody has.
bool isSpokenOf(const Grant& on, const std::string& role, const Schema& schema) {
    return std::any_of(schema.privileges.begin(), schema.privileges.end(), [&](const auto& entry) {
        const Held& held = entry.first;
        return held.role == role &&
               ((held.on == on.on && held.name == on.name && held.signature == on.signature) ||
                (on.on == On::TablesOfSchema && held.on == On::Table &&
                 schemaOf(held.name) == on.name));
    });
}

// What a role holds under a name that may be another one of the same thing: with the schema that
// the connection works in, or without. Null when there is none.
const Held* heldUnderAnotherName(const Grant& grant, const Schema& schema) {
    const auto found =
        std::find_if(schema.privileges.begin(), schema.privileges.end(), [&](const auto& entry) {
            const Held& held = entry.first;
            const std::string_view its = schemaOf(held.name);
            const std::string_view given = schemaOf(grant.name);
            const std::string madeIn{its.empty() ? given : its};
            const Grant other{.on = held.on, .name = held.name, .signature = held.signature};
            return held.on == grant.on && its.empty() != given.empty() &&
                   unqualified(held.name) == unqualified(grant.name) &&
                   std::find(grant.roles.begin(), grant.roles.end(), held.role) !=
                       grant.roles.end() &&
                   !schema.objects.contains({ObjectKind::Schema, madeIn, {}, {}}) &&
                   !(isMade(other, schema) && isMade(grant, schema));
        });
    return found == schema.privileges.end() ? nullptr : &found->first;
}

// A routine that comes back may have its parameters spelled otherwise.
PrivilegesByHolder calledAsIn(const Schema& schema, const PrivilegesByHolder& privileges) {
    PrivilegesByHolder called;
    for (const auto& [held, bits] : privileges) {
        Held now = held;
        now.signature =
            asKept({.on = held.on, .name = held.name, .signature = held.signature}, schema)
                .signature;
        called.emplace(std::move(now), bits);
    }
    return called;
}

}  // namespace

bool concernsPrivileges(const Operation& operation) {
    const auto* made = std::get_if<op::CreateObject>(&operation);
    return concernsRoutine(operation) || std::holds_alternative<op::DropTable>(operation) ||
           std::holds_alternative<op::DropColumn>(operation) ||
           std::holds_alternative<op::DropObject>(operation) ||
           (made != nullptr && std::holds_alternative<Grant>(made->object));
}

// All privileges may come back for some of them to go again. What everybody may do with a routine
// that comes back is left alone where it is not known what they might do with the one before.
std::vector<Operation> grantedBack(const Operation& operation,
                                   Schema before,
                                   Schema now,
                                   const std::vector<Operation>& back) {
    if (concernsRoutine(operation)) {
        for (const Operation& each : back) {
            replay(each, now);
        }
        before.privileges = calledAsIn(now, before.privileges);
        std::erase_if(now.privileges, [&before](const auto& entry) {
            return isUsualOfEverybody(entry.first) && !before.privileges.contains(entry.first);
        });
    }
    if (before.privileges == now.privileges) {
        return {};
    }
    WayBack way{before, now, lineOf(operation)};
    way.revoke();
    way.grant();
    way.revoke();
    return std::move(way).done();
}

void wantKnownPrivileges(const Operation& operation, const Grant& given, const Schema& before) {
    const Grant grant = asKept(given, before);
    if (grant.on == On::TablesOfSchema && (!isMade(grant, before) || before.touchedByRawSql)) {
        refuseReversal(
            operation,
            fmt::format("not all tables of {} are known, and what was granted on them", grant.name),
            "name the tables one by one, or write up() and down()");
    }
    if (const Held* held = heldUnderAnotherName(grant, before)) {
        refuseReversal(operation,
                       fmt::format("{} holds something on {}, which may be {} by another name",
                                   held->role,
                                   held->name,
                                   grant.name),
                       "name it as the migrations before have, or write up() and down()");
    }
    if (!std::holds_alternative<op::DropObject>(operation) || bitsOf(grant) == 0) {
        return;
    }
    for (const std::string& role : grant.roles) {
        const bool usual = keepsPrivilegesWithThings(before) &&
                           isUsualOfEverybody({grant.on, grant.name, grant.signature, {}, role});
        const bool nothing =
            isMade(grant, before) && isKnownRole(role, before) && !before.touchedByRawSql && !usual;
        if (!nothing && !isSpokenOf(grant, role, before)) {
            refuseReversal(operation,
                           fmt::format("no migration has granted {} anything there, so that it is "
                                       "not known what to give back",
                                       role),
                           "write up() and down()");
        }
    }
}

}  // namespace godwit::detail
