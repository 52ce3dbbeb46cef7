#include <fmt/format.h>

#include "model/naming.hpp"
#include "model/resolve.hpp"
#include "sql/sql_dialect.hpp"

// What happens to keys and constraints.

namespace godwit::detail {

void SqlDialect::write(const op::AddPrimaryKey& o, Script& script) const {
    wantNotNull(script.table(o.table), o.primaryKey, script);
    script.alter(o.table, "ADD " + primaryKeyClause(o.primaryKey));
}

void SqlDialect::write(const op::DropPrimaryKey& o, Script& script) const {
    const Table* table = script.table(o.table);
    const bool known = table != nullptr && table->primaryKey;
    const std::string name = known ? table->primaryKey->name : primaryKeyName(o.table);
    script.alter(o.table, "DROP CONSTRAINT " + identifier(name));
}

void SqlDialect::write(const op::AddUniqueKey& o, Script& script) const {
    script.alter(o.table, "ADD " + uniqueKeyClause(o.uniqueKey));
}

void SqlDialect::write(const op::DropUniqueKey& o, Script& script) const {
    script.alter(o.table, "DROP CONSTRAINT " + identifier(resolvedName(o, script.nearby())));
}

void SqlDialect::write(const op::AddForeignKey& o, Script& script) const {
    script.alter(o.table, "ADD " + foreignKeyClause(o.foreignKey));
}

void SqlDialect::write(const op::DropForeignKey& o, Script& script) const {
    script.alter(o.table, "DROP CONSTRAINT " + identifier(resolvedName(o, script.nearby())));
}

void SqlDialect::write(const op::AddCheck& o, Script& script) const {
    script.alter(o.table, "ADD " + checkClause(o.check, script));
}

void SqlDialect::write(const op::DropCheck& o, Script& script) const {
    script.alter(o.table, fmt::format("{} {}", can().dropCheck, identifier(o.name)));
}

// Made by PostgreSQL alone: check() refuses it elsewhere.
// https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-EXCLUDE
void SqlDialect::write(const op::AddExclusion& o, Script& script) const {
    script.alter(o.table, "ADD " + exclusionClause(script.table(o.table), o.exclusion));
}

void SqlDialect::write(const op::DropExclusion& o, Script& script) const {
    if (!can().constraint.exclusions) {
        refuseCall(script, "say .only(godwit::postgresql), as where it was made");
    }
    script.alter(o.table, "DROP CONSTRAINT " + identifier(o.name));
}

// A constraint of these servers has looked at every row since it was made: notValid() is refused.
void SqlDialect::write(const op::ValidateConstraint&, Script&) const {}

}  // namespace godwit::detail
