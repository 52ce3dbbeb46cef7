#include "model/qualified.hpp"
#include "model/replay.hpp"

// What happens to privileges, by themselves and with what they are on.

namespace godwit::detail {

namespace {

using Kind = ObjectKind;
using On = Grant::On;

constexpr std::uint16_t kEvery = 2 * allPrivileges.bits - 1;

bool isAll(Privileges privileges) { return (privileges.bits & allPrivileges.bits) != 0; }

// A membership is held as a whole.
std::uint16_t bitsOf(const Grant& grant) {
    return grant.on == On::Role || isAll(grant.privileges) ? kEvery : grant.privileges.bits;
}

void giveTo(Privileges& to, std::uint16_t bits) {
    to.bits = static_cast<std::uint16_t>(to.bits | bits);
}

void takeFrom(Privileges& from, std::uint16_t bits) {
    from.bits = static_cast<std::uint16_t>(from.bits & ~bits);
}

bool isIn(const Held& held, const std::string& schema) {
    return held.on == On::Table && schemaOf(held.name) == schema;
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

// PostgreSQL keeps privileges with what they are on, the others with its name.
bool followNames(const Schema& schema) { return (schema.databases & postgresql) != noDatabase; }

}  // namespace

void Replay::grant(const Grant& o) {
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
        if (o.on == On::TablesOfSchema && followNames(schema_)) {
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

void Replay::revoke(const Grant& o) {
    const bool ofTables = o.on == On::TablesOfSchema && followNames(schema_);
    for (auto& [held, privileges] : schema_.privileges) {
        if (reaches(o, held) || (ofTables && isIn(held, o.name) && holds(o.roles, held.role))) {
            takeFrom(privileges.privileges, bitsOf(o));
            takeFrom(privileges.grantable, bitsOf(o));
        }
    }
    std::erase_if(schema_.privileges,
                  [](const auto& entry) { return entry.second.privileges.bits == 0; });
}

// MySQL and MariaDB keep what was granted on a table, view or schema that goes for the next one of
// that name; of a routine and a role they keep nothing.
void Replay::forgetPrivilegesOn(const ObjectName& gone) {
    const bool isRole = gone.kind == Kind::Role;
    const bool isRoutine = gone.kind == Kind::Function || gone.kind == Kind::Procedure;
    if (!isRole && !isRoutine && !followNames(schema_)) {
        return;
    }
    const bool others =
        isRoutine &&
        std::any_of(schema_.objects.begin(), schema_.objects.end(), [&gone](const auto& entry) {
            return entry.first.kind == gone.kind && entry.first.name == gone.name;
        });
    std::erase_if(schema_.privileges, [&](const auto& entry) {
        const Held& held = entry.first;
        return (isRole && held.role == gone.name) ||
               (isOn(held.on, gone.kind) && held.name == gone.name &&
                (!others || held.signature == gone.signature));
    });
}

void Replay::forgetPrivilegesOn(const std::string& table, const std::string& column) {
    if (followNames(schema_)) {
        std::erase_if(schema_.privileges, [&](const auto& entry) {
            const Held& held = entry.first;
            return held.on == On::Table && held.name == table && held.column == column;
        });
    }
}

// Routines get another name on MySQL and MariaDB by being made anew.
void Replay::renameInPrivileges(const ObjectName& object, const std::string& to) {
    if (!followNames(schema_)) {
        forgetPrivilegesOn(object);
        return;
    }
    schema_.privileges = renamed(schema_.privileges, [&](Held& held) {
        if (isOn(held.on, object.kind) && held.name == object.name) {
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
    if (followNames(schema_)) {
        schema_.privileges = renamed(schema_.privileges, [&](Held& held) {
            if (held.on == On::Table && held.name == o.table && held.column == o.column) {
                held.column = o.to;
            }
        });
    }
}

}  // namespace godwit::detail
