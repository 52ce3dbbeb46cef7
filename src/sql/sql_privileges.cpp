#include <algorithm>

#include <fmt/format.h>

#include "model/object_names.hpp"
#include "model/privileges.hpp"
#include "sql/sql_dialect.hpp"

// Which privileges there are on what.

namespace godwit::detail {

namespace {

using On = Grant::On;

constexpr Privileges kOnTables =
    select | insert | update | erase | truncating | referencing | makingTriggers;

// https://www.postgresql.org/docs/current/ddl-priv.html
Privileges onPostgresql(On on) {
    switch (on) {
    case On::Table:
    case On::TablesOfSchema:
        return kOnTables;
    case On::Sequence:
        return usage | select | update;
    case On::Function:
    case On::Procedure:
        return executing;
    case On::Schema:
        return usage | creating;
    case On::Role:
        break;
    }
    return {};
}

// A schema is a database, of which all that is in it can be granted. What has no word there, USAGE
// and TRUNCATE, is told apart where the words are.
// https://dev.mysql.com/doc/refman/8.4/en/privileges-provided.html
// https://mariadb.com/docs/server/reference/sql-statements/account-management-sql-statements/grant
Privileges onMysql(On on) {
    switch (on) {
    case On::Table:
        return kOnTables | creating | usage;
    case On::TablesOfSchema:
    case On::Schema:
        return kOnTables | creating | executing | usage;
    case On::Sequence:
        return usage | select | insert | update | truncating;
    case On::Function:
    case On::Procedure:
        return executing | usage | truncating;
    case On::Role:
        break;
    }
    return {};
}

std::string_view calledThere(On on) {
    switch (on) {
    case On::Table:
        return "a table";
    case On::Sequence:
        return "a sequence";
    case On::Function:
        return "a function";
    case On::Procedure:
        return "a procedure";
    case On::Schema:
        return "a schema";
    case On::TablesOfSchema:
        return "the tables of a schema";
    case On::Role:
        break;
    }
    return {};
}

std::uint16_t heldBits(const Grant& on,
                       const std::string& column,
                       const std::string& role,
                       const Script& script) {
    const auto found = script.privileges().find({on.on, on.name, on.signature, column, role});
    return found == script.privileges().end() ? std::uint16_t{0} : found->second.privileges.bits;
}

// On no server does what is granted on a whole table go of one of its columns.
// https://www.postgresql.org/docs/current/sql-revoke.html
// https://dev.mysql.com/doc/refman/8.4/en/revoke.html
void wantNotOfWholeTable(const Grant& revoked, const Script& script) {
    for (const std::string& role : revoked.roles) {
        const unsigned whole =
            heldBits(revoked, {}, role, script) & bitsOf(revoked) & kPrivilegesOnColumns.bits;
        for (const std::string& column : revoked.columns) {
            const unsigned stands = whole & ~heldBits(revoked, column, role, script);
            if (stands != 0 && !script.touchedByRawSql()) {
                script.refuse({},
                              ErrorCode::NotSupportedByServer,
                              fmt::format("{} holds {} on the whole of {}, and no server revokes "
                                          "that of the column {} alone",
                                          role,
                                          wordsOfPrivileges({static_cast<std::uint16_t>(stands)}),
                                          revoked.name,
                                          column),
                              "revoke it on the table, and grant it on the other columns");
            }
        }
    }
}

}  // namespace

void SqlDialect::wantPrivileges(const Object& object, const Script& script) const {
    const auto* grant = std::get_if<Grant>(&object);
    if (grant == nullptr) {
        return;
    }
    const bool toEverybody =
        std::find(grant->roles.begin(), grant->roles.end(), kEverybody) != grant->roles.end();
    if (toEverybody && server().kind == DatabaseKind::MySQL &&
        script.object({ObjectKind::Role, kEverybody, {}, {}}) == nullptr) {
        script.refuse({},
                      ErrorCode::NotSupportedByServer,
                      fmt::format("{} has no role {} that everybody is in, as for {}",
                                  title(),
                                  kEverybody,
                                  grant->name),
                      "name the roles, or keep the call to other databases with .only(...)");
    }
    if (grant->on == On::Role) {
        return;
    }
    if (std::holds_alternative<op::DropObject>(script.current())) {
        wantNotOfWholeTable(*grant, script);
    }
    const Privileges possible = !grant->columns.empty() ? kPrivilegesOnColumns
                                : server().kind == DatabaseKind::PostgreSQL
                                    ? onPostgresql(grant->on)
                                    : onMysql(grant->on);
    const unsigned bits = grant->privileges.bits & ~(possible | allPrivileges).bits;
    if (bits != 0) {
        script.refuse({},
                      ErrorCode::NotSupportedByServer,
                      fmt::format("{} has no privilege {} on {}, as on {}",
                                  title(),
                                  wordsOfPrivileges({static_cast<std::uint16_t>(bits)}),
                                  grant->columns.empty() ? calledThere(grant->on) : "columns",
                                  grant->name),
                      "leave it out, or keep the call to other databases with .only(...)");
    }
}

}  // namespace godwit::detail
