#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "postgresql/capabilities.hpp"
#include "postgresql/dialect.hpp"
#include "postgresql/types.hpp"

namespace godwit::detail {

namespace {

// A unique constraint over the very columns of the primary key, or of another one, is left out of
// a CREATE TABLE without a word; on its own it is made.
// https://github.com/postgres/postgres/blob/REL_17_STABLE/src/backend/parser/parse_utilcmd.c
// (transformIndexConstraints)
std::vector<const UniqueKey*> repeatedUniqueKeys(const Table& table) {
    std::vector<const UniqueKey*> repeated;
    std::set<std::vector<std::string>> seen;
    if (table.primaryKey) {
        seen.insert(table.primaryKey->columns);
    }
    for (const UniqueKey& key : table.uniqueKeys) {
        if (!seen.insert(key.columns).second) {
            repeated.push_back(&key);
        }
    }
    return repeated;
}

bool isRelation(ObjectKind kind) {
    return kind == ObjectKind::View || kind == ObjectKind::MaterializedView ||
           kind == ObjectKind::Sequence || kind == ObjectKind::Partition;
}

}  // namespace

PostgresqlDialect::PostgresqlDialect(const Server& server)
    : SqlDialect(server, postgresqlCapabilities(server.version)) {}

std::vector<Setting> PostgresqlDialect::settings() const {
    return {{"client_min_messages", "warning"},
            {"timezone", "'UTC'"},
            {"standard_conforming_strings", "on"},
            {"client_encoding", "'UTF8'"}};
}

// With a backslash inside, only an E'' literal reads the same whatever standard_conforming_strings
// is. https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-STRINGS-ESCAPE

std::string PostgresqlDialect::literal(std::string_view text) const {
    std::string plain = quoted(text, '\'');
    if (text.find('\\') == std::string_view::npos) {
        return plain;
    }
    std::string escaped{'E'};
    for (const char c : plain) {
        escaped.append(c == '\\' ? 2 : 1, c);
    }
    return escaped;
}

void PostgresqlDialect::write(const op::CreateTable& o, Script& script) const {
    makeTypes(o.table.columns, o.table.name, script);
    SqlDialect::write(o, script);
    for (const UniqueKey* key : repeatedUniqueKeys(o.table)) {
        script.alter(o.table.name, "ADD " + uniqueKeyClause(*key));
    }
    createHashPartitions(o.table, script);
    for (const Index& index : o.table.indexes) {
        makeIndex(o.table.name, index, script);
    }
    if (!o.table.comment.empty()) {
        commentOn("TABLE " + objectName(o.table.name), o.table.comment, script);
    }
    for (const Column& column : o.table.columns) {
        if (!column.comment.empty()) {
            commentOnColumn(o.table.name, column.name, column.comment, script);
        }
    }
}

std::vector<std::string> PostgresqlDialect::constraintLines(const Table& table,
                                                            Script& script) const {
    Table distinct = table;
    for (const UniqueKey* key : repeatedUniqueKeys(table)) {
        std::erase(distinct.uniqueKeys, *key);
    }
    return SqlDialect::constraintLines(distinct, script);
}

std::string PostgresqlDialect::tableOptions(const Table& table, const Script& script) const {
    const std::string& tablespace = table.options.tablespace;
    return partitioningOf(table, script) + parameterList(table.options.parameters) +
           (tablespace.empty() ? "" : " TABLESPACE " + identifier(tablespace));
}

void PostgresqlDialect::write(const op::DropTable& o, Script& script) const {
    SqlDialect::write(o, script);
    dropTriggerFunctions(o.table, script);
    if (const Table* table = script.table(o.table)) {
        dropEnumTypes(table->columns, o.table, script);
    }
}

void PostgresqlDialect::write(const op::SetTableComment& o, Script& script) const {
    commentOn("TABLE " + objectName(o.table), o.comment, script);
}

void PostgresqlDialect::write(const op::SetColumnComment& o, Script& script) const {
    commentOnColumn(o.table, o.column, o.comment, script);
}

// https://www.postgresql.org/docs/current/ddl-system-columns.html
void PostgresqlDialect::checkName(const GivenName& name, const Script& script) const {
    constexpr std::array<std::string_view, 6> kSystemColumns =
        {"tableoid", "xmin", "cmin", "xmax", "cmax", "ctid"};
    if (name.what == GivenName::What::Column &&
        std::find(kSystemColumns.begin(), kSystemColumns.end(), name.name) !=
            kSystemColumns.end()) {
        script.refuse(name.line,
                      ErrorCode::NotSupportedByServer,
                      fmt::format("PostgreSQL has a system column {} in every table", name.name),
                      "choose another name");
    }
    wantFreeName(name, script);
}

// Tables, their partitions, views and sequences have one set of names, which is looked at for
// tables and views where they are replayed: what is a table to PostgreSQL alone is a partition.
// https://www.postgresql.org/docs/current/catalog-pg-class.html
void PostgresqlDialect::wantFreeName(const GivenName& name, const Script& script) {
    using What = GivenName::What;
    const bool hasType =
        name.what == What::Table || name.what == What::View || name.what == What::Partition;
    if (hasType) {
        wantNoEnumType(name, script);
    }
    if (!hasType && name.what != What::Sequence) {
        return;
    }
    const auto* made = std::get_if<op::CreateObject>(&script.current());
    const ObjectName own = made == nullptr ? ObjectName{} : identityOf(made->object);
    const auto refuse = [&](std::string_view word) {
        script.refuse(name.line,
                      ErrorCode::NotSupportedByServer,
                      fmt::format("PostgreSQL cannot have a {1} {0} and a {2} {0}",
                                  name.name,
                                  wordOf(name.what),
                                  word),
                      "choose another name");
    };
    if (name.what == What::Partition && script.table(name.name) != nullptr) {
        refuse("table");
    }
    for (const auto& [other, known] : script.objects()) {
        const bool concerned = name.what == What::Partition ? isRelation(other.kind)
                                                            : other.kind == ObjectKind::Partition;
        if (concerned && other.name == name.name && other != own) {
            refuse(other.kind == ObjectKind::Partition ? "partition of " + other.table
                                                       : std::string{wordOf(other.kind)});
        }
    }
}

void PostgresqlDialect::commentOn(std::string_view what,
                                  const std::string& comment,
                                  Script& script) const {
    script.statement(
        fmt::format("COMMENT ON {} IS {}", what, comment.empty() ? "NULL" : literal(comment)));
}

void PostgresqlDialect::commentOnColumn(const std::string& table,
                                        const std::string& column,
                                        const std::string& comment,
                                        Script& script) const {
    commentOn(fmt::format("COLUMN {}.{}", objectName(table), identifier(column)), comment, script);
}

}  // namespace godwit::detail
