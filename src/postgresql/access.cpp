#include <array>

#include <fmt/format.h>

#include "model/signatures.hpp"
#include "postgresql/dialect.hpp"

// Row level security, policies, roles and privileges.

namespace godwit::detail {

namespace {

struct PrivilegeWord {
    Privileges privilege;
    std::string_view word;
};

// https://www.postgresql.org/docs/current/ddl-priv.html
constexpr std::array<PrivilegeWord, 10> kPrivilegeWords = {{{select, "SELECT"},
                                                            {insert, "INSERT"},
                                                            {update, "UPDATE"},
                                                            {erase, "DELETE"},
                                                            {truncating, "TRUNCATE"},
                                                            {referencing, "REFERENCES"},
                                                            {makingTriggers, "TRIGGER"},
                                                            {usage, "USAGE"},
                                                            {executing, "EXECUTE"},
                                                            {creating, "CREATE"}}};

std::string_view commandOf(const Policy& policy) {
    for (const PrivilegeWord& word : kPrivilegeWords) {
        if (word.privilege == policy.command) {
            return word.word;
        }
    }
    return {};
}

std::string_view keywordOf(Grant::On on) {
    switch (on) {
    case Grant::On::Table:
        return "TABLE";
    case Grant::On::Sequence:
        return "SEQUENCE";
    case Grant::On::Function:
        return "FUNCTION";
    case Grant::On::Procedure:
        return "PROCEDURE";
    case Grant::On::Schema:
        return "SCHEMA";
    case Grant::On::TablesOfSchema:
        return "ALL TABLES IN SCHEMA";
    case Grant::On::Role:
        break;
    }
    return {};
}

}  // namespace

// https://www.postgresql.org/docs/current/ddl-rowsecurity.html
void PostgresqlDialect::create(const RowSecurity& o, bool replace, Script& script) const {
    script.alter(o.table,
                 fmt::format("ENABLE ROW LEVEL SECURITY{}",
                             o.forced  ? ", FORCE ROW LEVEL SECURITY"
                             : replace ? ", NO FORCE ROW LEVEL SECURITY"
                                       : ""));
}

// https://www.postgresql.org/docs/current/sql-createpolicy.html
void PostgresqlDialect::create(const Policy& o, bool, Script& script) const {
    const std::string_view command = commandOf(o);
    script.statement(fmt::format(
        "CREATE POLICY {} ON {}{}{}{}{}{}",
        identifier(o.name),
        objectName(o.table),
        o.restrictive ? " AS RESTRICTIVE" : "",
        command.empty() ? "" : fmt::format(" FOR {}", command),
        o.roles.empty() ? "" : " TO " + nameList(o.roles),
        o.usingExpression.empty() ? "" : fmt::format("\n    USING ({})", o.usingExpression),
        o.checkExpression.empty() ? "" : fmt::format("\n    WITH CHECK ({})", o.checkExpression)));
}

void PostgresqlDialect::create(const Role& o, bool, Script& script) const {
    script.statement(
        fmt::format("CREATE ROLE {}{}", identifier(o.name), o.canLogin ? " LOGIN" : ""));
}

// Everybody is PUBLIC, with quotes or without.
// https://www.postgresql.org/docs/current/sql-grant.html
std::string PostgresqlDialect::privilegesOn(const Grant& grant) const {
    if (grant.on == Grant::On::Role) {
        return identifier(grant.name);
    }
    const std::string columns = grant.columns.empty() ? "" : " " + columnList(grant.columns);
    std::vector<std::string> words;
    if ((grant.privileges.bits & allPrivileges.bits) != 0) {
        words.push_back("ALL PRIVILEGES" + columns);
    }
    for (const PrivilegeWord& word : kPrivilegeWords) {
        if (words.empty() || (grant.privileges.bits & allPrivileges.bits) == 0) {
            if ((grant.privileges.bits & word.privilege.bits) != 0) {
                words.push_back(std::string{word.word} + columns);
            }
        }
    }
    const bool inSchema = grant.on == Grant::On::Schema || grant.on == Grant::On::TablesOfSchema;
    return fmt::format("{} ON {} {}{}",
                       fmt::join(words, ", "),
                       keywordOf(grant.on),
                       inSchema ? identifier(grant.name) : objectName(grant.name),
                       parametersWithoutDefaults(grant.signature));
}

void PostgresqlDialect::create(const Grant& o, bool, Script& script) const {
    script.statement(fmt::format("GRANT {} TO {}{}",
                                 privilegesOn(o),
                                 nameList(o.roles),
                                 !o.grantable              ? ""
                                 : o.on == Grant::On::Role ? " WITH ADMIN OPTION"
                                                           : " WITH GRANT OPTION"));
}

void PostgresqlDialect::revoke(const Grant& grant, Script& script) const {
    script.statement(fmt::format("REVOKE {} FROM {}", privilegesOn(grant), nameList(grant.roles)));
}

}  // namespace godwit::detail
