#include "model/granted_back.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

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

}  // namespace

// All privileges may come back for some of them to go again.
std::vector<Operation> grantedBack(const Schema& before, const Schema& now, SourceLine line) {
    if (before.privileges == now.privileges) {
        return {};
    }
    WayBack way{before, now, line};
    way.revoke();
    way.grant();
    way.revoke();
    return std::move(way).done();
}

std::vector<Operation> grantedUnseen(const Grant& revoked, const Schema& before, SourceLine line) {
    Grant unseen = revoked;
    std::erase_if(unseen.roles, [&](const std::string& role) {
        return std::any_of(before.privileges.begin(),
                           before.privileges.end(),
                           [&](const auto& entry) {
                               return entry.first.on == revoked.on &&
                                      entry.first.name == revoked.name && entry.first.role == role;
                           });
    });
    if (unseen.roles.empty()) {
        return {};
    }
    return {op::CreateObject{.object = std::move(unseen), .line = line}};
}

}  // namespace godwit::detail
