#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "model/privileges.hpp"
#include "mysql/dialect.hpp"

// Roles and privileges.
// https://dev.mysql.com/doc/refman/8.4/en/grant.html
// https://mariadb.com/docs/server/reference/sql-statements/account-management-sql-statements/grant

namespace godwit::detail {

namespace {

struct PrivilegeWord {
    Privileges privilege;
    std::string_view word;
};

constexpr std::array<PrivilegeWord, 8> kPrivilegeWords = {{{select, "SELECT"},
                                                           {insert, "INSERT"},
                                                           {update, "UPDATE"},
                                                           {erase, "DELETE"},
                                                           {referencing, "REFERENCES"},
                                                           {makingTriggers, "TRIGGER"},
                                                           {executing, "EXECUTE"},
                                                           {creating, "CREATE"}}};

bool has(const Grant& grant, Privileges privilege) {
    return (grant.privileges.bits & privilege.bits) != 0;
}

}  // namespace

void MysqlDialect::create(const Role& o, bool, Script& script) const {
    if (o.canLogin) {
        script.refuse(
            {},
            ErrorCode::NotSupportedByServer,
            fmt::format("{} has no roles that log in, as {} is to be one", title(), o.name),
            "leave canLogin() out, and make users outside of migrations");
    }
    script.statement("CREATE ROLE " + identifier(o.name));
}

// There is no ALL PRIVILEGES of columns. Whoever may do something in a database may name what is in
// it: there is no USAGE of a schema.
std::vector<std::string> MysqlDialect::privilegeWords(const Grant& given,
                                                      const Script& script) const {
    Grant grant = given;
    if (grant.on == Grant::On::Sequence) {
        grant.privileges = asOfTable(grant.privileges);
    }
    const auto refuse = [&](std::string_view privilege, std::string_view hint) {
        script.refuse({},
                      ErrorCode::NotSupportedByServer,
                      fmt::format("{} has no privilege {} on {}", title(), privilege, grant.name),
                      std::string{hint});
    };
    const std::string columns = grant.columns.empty() ? "" : " " + columnList(grant.columns);
    if (has(grant, allPrivileges) && !grant.columns.empty()) {
        grant.privileges = kPrivilegesOnColumns;
    }
    if (has(grant, allPrivileges)) {
        return {"ALL PRIVILEGES"};
    }
    std::vector<std::string> words;
    for (const PrivilegeWord& word : kPrivilegeWords) {
        if (has(grant, word.privilege)) {
            words.push_back(std::string{word.word} + columns);
        }
    }
    if (has(grant, truncating)) {
        refuse("TRUNCATE", "grant it on the other databases with .only(...)");
    }
    if (has(grant, usage) && grant.on != Grant::On::Schema) {
        refuse("USAGE", "leave godwit::usage out");
    }
    return words;
}

std::string MysqlDialect::grantPlace(const Grant& grant) const {
    switch (grant.on) {
    case Grant::On::Table:
    case Grant::On::Sequence:
        return "TABLE " + objectName(grant.name);
    case Grant::On::Function:
        return "FUNCTION " + objectName(grant.name);
    case Grant::On::Procedure:
        return "PROCEDURE " + objectName(grant.name);
    case Grant::On::Schema:
    case Grant::On::TablesOfSchema:
        return databasePattern(grant.name) + ".*";
    case Grant::On::Role:
        break;
    }
    return {};
}

// In the place of a database, % and _ stand for any characters.
std::string MysqlDialect::databasePattern(std::string_view name) const {
    std::string escaped;
    for (const char c : name) {
        escaped += c == '_' || c == '%' ? "\\" : "";
        escaped += c;
    }
    return identifier(escaped);
}

void MysqlDialect::create(const Grant& o, bool, Script& script) const {
    if (o.on == Grant::On::Role) {
        script.statement(fmt::format("GRANT {} TO {}{}",
                                     identifier(o.name),
                                     nameList(o.roles),
                                     o.grantable ? " WITH ADMIN OPTION" : ""));
        return;
    }
    if (const std::vector<std::string> words = privilegeWords(o, script); !words.empty()) {
        script.statement(fmt::format("GRANT {} ON {} TO {}{}",
                                     fmt::join(words, ", "),
                                     grantPlace(o),
                                     nameList(o.roles),
                                     o.grantable ? " WITH GRANT OPTION" : ""));
    }
}

void MysqlDialect::revoke(const Grant& o, Script& script) const {
    if (o.on == Grant::On::Role) {
        script.statement(fmt::format("REVOKE {} FROM {}", identifier(o.name), nameList(o.roles)));
        return;
    }
    const std::vector<std::string> words = privilegeWords(o, script);
    if (words.empty()) {
        return;
    }
    const auto write = [&](std::string_view privileges, const std::vector<std::string>& roles) {
        script.statement(fmt::format("REVOKE {}{} ON {} FROM {}",
                                     can().revokeIfExists ? "IF EXISTS " : "",
                                     privileges,
                                     grantPlace(o),
                                     nameList(roles)));
    };
    write(fmt::to_string(fmt::join(words, ", ")), o.roles);
    if (const auto roles = rolesWithNothingToPassOn(o, script); !roles.empty()) {
        write("GRANT OPTION", roles);
    }
}

// The right to pass on is one for all that a role holds in a place, and stays when that goes. These
// have it, and nothing that it was given with once the privileges are revoked.
std::vector<std::string> MysqlDialect::rolesWithNothingToPassOn(const Grant& revoked,
                                                                const Script& script) const {
    Schema after;
    after.databases = setOf(server().kind);
    after.privileges = script.privileges();
    replay(script.current(), after);
    const std::string place = grantPlace(revoked);
    const auto passesOn = [&](const std::string& role, const auto& privileges) {
        return std::any_of(privileges.begin(), privileges.end(), [&](const auto& entry) {
            const Held& held = entry.first;
            return held.role == role && entry.second.grantable.bits != 0 &&
                   grantPlace({.on = held.on, .name = held.name}) == place;
        });
    };
    std::vector<std::string> roles;
    for (const std::string& role : revoked.roles) {
        if (passesOn(role, script.privileges()) && !passesOn(role, after.privileges)) {
            roles.push_back(role);
        }
    }
    return roles;
}

}  // namespace godwit::detail
