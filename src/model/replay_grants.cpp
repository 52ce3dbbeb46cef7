#include "model/privileges.hpp"
#include "model/qualified.hpp"
#include "model/replay.hpp"

// What happens to privileges, by themselves and with what they are on.

namespace godwit::detail {

namespace {

using Kind = ObjectKind;
using On = Grant::On;

void giveTo(Privileges& to, std::uint16_t bits) {
    to.bits = static_cast<std::uint16_t>(to.bits | bits);
}

void takeFrom(Privileges& from, std::uint16_t bits) {
    from.bits = static_cast<std::uint16_t>(from.bits & ~bits);
}

bool isRoutine(Kind kind) { return kind == Kind::Function || kind == Kind::Procedure; }

// A table without a schema in its name may be in one that no migration has made, as "public".
bool mayBeIn(const Held& held, const std::string& name, const Schema& schema) {
    const std::string_view its = schemaOf(held.name);
    const bool made = schema.objects.contains({Kind::Schema, name, {}, {}});
    return held.on == On::Table && (its == name || (its.empty() && !made));
}

// What is revoked on a table is revoked on its columns, on all servers.
bool reaches(const Grant& revoked, const Held& held) {
    return held.on == revoked.on && held.name == revoked.name &&
           held.signature == revoked.signature && holds(revoked.roles, held.role) &&
           (revoked.columns.empty() || holds(revoked.columns, held.column));
}

bool isOn(On on, Kind kind) {
    switch (on) {
    case On::Table:
        return kind == Kind::View || kind == Kind::MaterializedView || kind == Kind::Partition;
    case On::Sequence:
        return kind == Kind::Sequence;
    case On::Function:
        return kind == Kind::Function;
    case On::Procedure:
        return kind == Kind::Procedure;
    case On::Schema:
    case On::TablesOfSchema:
        return kind == Kind::Schema;
    case On::Role:
        return kind == Kind::Role;
    }
    return false;
}

template <class Rename>
std::map<Held, HeldPrivileges> renamed(const std::map<Held, HeldPrivileges>& privileges,
                                       Rename rename) {
    std::map<Held, HeldPrivileges> now;
    for (const auto& [held, bits] : privileges) {
        Held moved = held;
        rename(moved);
        now.insert_or_assign(std::move(moved), bits);
    }
    return now;
}

}  // namespace

void Replay::grant(const Grant& given) {
    const Grant o = asKept(given, schema_);
    if (bitsOf(o) == 0) {
        return;
    }
    const Names columns = o.columns.empty() ? Names{std::string{}} : o.columns;
    const auto hold = [&](const Held& held) {
        HeldPrivileges& now = schema_.privileges[held];
        giveTo(now.privileges, bitsOf(o));
        giveTo(now.grantable, o.grantable ? bitsOf(o) : std::uint16_t{0});
    };
    for (const std::string& role : o.roles) {
        for (const std::string& column : columns) {
            hold({o.on, o.name, o.signature, column, role});
        }
        if (o.on == On::TablesOfSchema) {
            for (const auto& [name, table] : schema_.tables) {
                if (schemaOf(name) == o.name) {
                    hold({On::Table, name, {}, {}, role});
                }
            }
            for (const auto& [name, known] : schema_.objects) {
                if (isOn(On::Table, name.kind) && schemaOf(name.name) == o.name) {
                    hold({On::Table, name.name, {}, {}, role});
                }
            }
        }
    }
}

void Replay::revoke(const Grant& given) {
    const Grant o = asKept(given, schema_);
    const auto reached = [&](const Held& held) {
        return reaches(o, held) || (o.on == On::TablesOfSchema && holds(o.roles, held.role) &&
                                    mayBeIn(held, o.name, schema_));
    };
    for (auto& [held, privileges] : schema_.privileges) {
        if (reached(held)) {
            takeFrom(privileges.privileges, bitsOf(o));
            takeFrom(privileges.grantable, bitsOf(o));
        }
    }
    const bool known = keepsPrivilegesWithThings(schema_);
    std::erase_if(schema_.privileges, [known](const auto& entry) {
        return entry.second.privileges.bits == 0 && !(known && isUsualOfEverybody(entry.first));
    });
    const Held everybody{o.on, o.name, o.signature, {}, kEverybody};
    if (known && isUsualOfEverybody(everybody) && holds(o.roles, kEverybody) &&
        (bitsOf(o) & executing.bits) != 0) {
        schema_.privileges.try_emplace(everybody);
    }
}

// A routine that was there before keeps them on PostgreSQL; the others make it anew.
void Replay::privilegesOfNew(const op::CreateObject& o) {
    const ObjectName name = identityOf(o.object);
    if (!isRoutine(name.kind)) {
        return;
    }
    if (!keepsPrivilegesWithThings(schema_)) {
        if (o.replace) {
            forgetPrivilegesOn(name);
        }
        return;
    }
    const bool mayBeThere =
        (o.replace || operation_.guarded) && !schema_.goneObjects.contains(name);
    if (!mayBeThere && findObject(schema_, name) == nullptr) {
        const On on = name.kind == Kind::Function ? On::Function : On::Procedure;
        schema_.privileges[{on, name.name, name.signature, {}, kEverybody}] = {executing, {}};
    }
}

// Of routines of one name only that which goes, where it is known which that is.
bool Replay::isHeldOn(const ObjectName& object, const Held& held) const {
    if (!isOn(held.on, object.kind) || held.name != object.name) {
        return false;
    }
    return !isRoutine(object.kind) || !keepsPrivilegesWithThings(schema_) ||
           held.signature == object.signature ||
           std::none_of(schema_.objects.begin(), schema_.objects.end(), [&](const auto& entry) {
               return entry.first.kind == object.kind && entry.first.name == object.name &&
                      entry.first.signature != object.signature;
           });
}

// MySQL and MariaDB keep what was granted on a table, view or schema that goes for the next one of
// that name; of a routine and a role they keep nothing.
void Replay::forgetPrivilegesOn(const ObjectName& gone) {
    const bool isRole = gone.kind == Kind::Role;
    if (!isRole && !isRoutine(gone.kind) && !keepsPrivilegesWithThings(schema_)) {
        return;
    }
    std::erase_if(schema_.privileges, [&](const auto& entry) {
        return (isRole && entry.first.role == gone.name) || isHeldOn(gone, entry.first);
    });
}

void Replay::forgetPrivilegesOn(const std::string& table, const std::string& column) {
    if (keepsPrivilegesWithThings(schema_)) {
        std::erase_if(schema_.privileges, [&](const auto& entry) {
            const Held& held = entry.first;
            return held.on == On::Table && held.name == table && held.column == column;
        });
    }
}

// Routines get another name on MySQL and MariaDB by being made anew.
void Replay::renameInPrivileges(const ObjectName& object, const std::string& to) {
    if (!keepsPrivilegesWithThings(schema_)) {
        forgetPrivilegesOn(object);
        return;
    }
    schema_.privileges = renamed(schema_.privileges, [&](Held& held) {
        if (isHeldOn(object, held)) {
            held.name = to;
        }
        if (object.kind == Kind::Role && held.role == object.name) {
            held.role = to;
        }
        if (object.kind == Kind::Schema && schemaOf(held.name) == object.name) {
            held.name = to + "." + std::string{unqualified(held.name)};
        }
    });
}

void Replay::renameInPrivileges(const op::RenameColumn& o) {
    if (keepsPrivilegesWithThings(schema_)) {
        schema_.privileges = renamed(schema_.privileges, [&](Held& held) {
            if (held.on == On::Table && held.name == o.table && held.column == o.column) {
                held.column = o.to;
            }
        });
    }
}

}  // namespace godwit::detail
