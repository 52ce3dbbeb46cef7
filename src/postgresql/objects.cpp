#include <fmt/format.h>

#include "model/qualified.hpp"
#include "model/signatures.hpp"
#include "postgresql/dialect.hpp"
#include "postgresql/texts.hpp"

// Views, functions, sequences, schemas and extensions, and how objects go and are renamed.

namespace godwit::detail {

namespace {

using Kind = ObjectKind;

// Behind DROP and ALTER.
std::string_view keywordOf(Kind kind) {
    switch (kind) {
    case Kind::View:
        return "VIEW";
    case Kind::MaterializedView:
        return "MATERIALIZED VIEW";
    case Kind::Trigger:
        return "TRIGGER";
    case Kind::Function:
        return "FUNCTION";
    case Kind::Procedure:
        return "PROCEDURE";
    case Kind::Sequence:
        return "SEQUENCE";
    case Kind::Schema:
        return "SCHEMA";
    case Kind::Extension:
        return "EXTENSION";
    case Kind::Policy:
        return "POLICY";
    case Kind::Role:
        return "ROLE";
    case Kind::Partition:
        return "TABLE";
    case Kind::RowSecurity:
    case Kind::Grant:
        break;
    }
    return {};
}

std::string_view typeName(ColumnType::Kind kind) {
    return kind == ColumnType::Kind::SmallInteger ? "smallint"
           : kind == ColumnType::Kind::Integer    ? "integer"
                                                  : "bigint";
}

}  // namespace

// https://www.postgresql.org/docs/current/sql-createview.html
// https://www.postgresql.org/docs/current/sql-creatematerializedview.html
void PostgresqlDialect::create(const View& o, bool replace, Script& script) const {
    if (o.securityInvoker && !can().invokerViews) {
        script.refuse({},
                      ErrorCode::NotSupportedByServer,
                      fmt::format("PostgreSQL before 15 reads the view {} with the rights of its "
                                  "owner",
                                  o.name),
                      "leave securityInvoker() out, or use a newer server");
    }
    script.statement(fmt::format("CREATE {}{}VIEW {}{}{} AS\n{}{}",
                                 replace ? "OR REPLACE " : "",
                                 o.materialized ? "MATERIALIZED " : "",
                                 objectName(o.name),
                                 o.columns.empty() ? "" : " " + columnList(o.columns),
                                 o.securityInvoker ? " WITH (security_invoker = true)" : "",
                                 queryOf(o, script),
                                 o.withData ? "" : "\nWITH NO DATA"));
}

// https://www.postgresql.org/docs/current/sql-refreshmaterializedview.html
void PostgresqlDialect::write(const op::RefreshView& o, Script& script) const {
    script.statement(fmt::format("REFRESH MATERIALIZED VIEW {}{}{}",
                                 o.concurrently ? "CONCURRENTLY " : "",
                                 objectName(o.view),
                                 o.withData ? "" : " WITH NO DATA"));
}

void PostgresqlDialect::create(const Routine& o, bool replace, Script& script) const {
    wantNoTriggerFunction(o, script);
    script.statement(
        fmt::format("CREATE {}{} {}{} {}",
                    replace ? "OR REPLACE " : "",
                    o.procedure ? "PROCEDURE" : "FUNCTION",
                    objectName(o.name),
                    textOf(o.parameters, "the parameters of " + o.name, o.line, script),
                    textOf(o.definition, "the definition of " + o.name, o.line, script)));
}

// https://www.postgresql.org/docs/current/sql-createsequence.html
void PostgresqlDialect::create(const Sequence& o, bool, Script& script) const {
    std::string sql = "CREATE SEQUENCE " + objectName(o.name);
    const auto add = [&sql](std::string_view word, const std::optional<std::int64_t>& number) {
        sql += number ? fmt::format(" {} {}", word, *number) : "";
    };
    sql += o.type ? fmt::format(" AS {}", typeName(*o.type)) : "";
    add("INCREMENT BY", o.increment);
    add("MINVALUE", o.lowest);
    add("MAXVALUE", o.highest);
    add("START WITH", o.start);
    add("CACHE", o.cache);
    sql += o.cycle ? " CYCLE" : "";
    if (!o.ownerTable.empty()) {
        sql += fmt::format(" OWNED BY {}.{}", objectName(o.ownerTable), identifier(o.ownerColumn));
    }
    script.statement(std::move(sql));
}

void PostgresqlDialect::write(const op::AlterSequence& o, Script& script) const {
    std::string sql = "ALTER SEQUENCE " + objectName(o.sequence);
    const auto add = [&sql](std::string_view word, const std::optional<std::int64_t>& number) {
        sql += number ? fmt::format(" {} {}", word, *number) : "";
    };
    add("INCREMENT BY", o.increment);
    add("MINVALUE", o.lowest);
    add("MAXVALUE", o.highest);
    add("RESTART WITH", o.restart);
    add("CACHE", o.cache);
    if (o.cycle) {
        sql += *o.cycle ? " CYCLE" : " NO CYCLE";
    }
    script.statement(std::move(sql));
}

void PostgresqlDialect::create(const Namespace& o, bool, Script& script) const {
    script.statement("CREATE SCHEMA " + identifier(o.name));
}

void PostgresqlDialect::create(const Extension& o, bool, Script& script) const {
    script.statement(fmt::format("CREATE EXTENSION {}{}{}",
                                 identifier(o.name),
                                 o.schema.empty() ? "" : " SCHEMA " + identifier(o.schema),
                                 o.version.empty() ? "" : " VERSION " + literal(o.version)));
}

// What tells functions of one name apart; it may be left out where there is but one.
std::string PostgresqlDialect::parametersOf(const ObjectName& name, const Object* known) {
    const auto* routine = known == nullptr ? nullptr : std::get_if<Routine>(known);
    if (routine == nullptr || !name.signature.empty()) {
        return parametersWithoutDefaults(name.signature);
    }
    const auto& text = routine->parameters[static_cast<std::size_t>(DatabaseKind::PostgreSQL)];
    return parametersWithoutDefaults(text.value_or(""));
}

void PostgresqlDialect::drop(const op::DropObject& o, const Object* known, Script& script) const {
    switch (o.object.kind) {
    case Kind::View:
    case Kind::MaterializedView:
    case Kind::Sequence:
    case Kind::Partition:
        script.statement(
            fmt::format("DROP {} {}", keywordOf(o.object.kind), objectName(o.object.name)));
        dropTriggerFunctions(o.object.name, script);
        return;
    case Kind::Function:
    case Kind::Procedure:
        script.statement(fmt::format("DROP {} {}{}",
                                     keywordOf(o.object.kind),
                                     objectName(o.object.name),
                                     parametersOf(o.object, known)));
        return;
    case Kind::Schema:
    case Kind::Extension:
    case Kind::Role:
        script.statement(
            fmt::format("DROP {} {}", keywordOf(o.object.kind), identifier(o.object.name)));
        return;
    case Kind::Trigger:
    case Kind::Policy:
        script.statement(fmt::format("DROP {} {} ON {}",
                                     keywordOf(o.object.kind),
                                     identifier(o.object.name),
                                     objectName(o.object.table)));
        if (known != nullptr && o.object.kind == Kind::Trigger) {
            dropTriggerFunction(std::get<Trigger>(*known), script);
        }
        return;
    case Kind::RowSecurity:
        script.alter(o.object.table, "DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY");
        return;
    case Kind::Grant:
        revoke(std::get<Grant>(*known), script);
        return;
    }
}

void PostgresqlDialect::rename(const op::RenameObject& o,
                               const Object* known,
                               Script& script) const {
    switch (o.object.kind) {
    case Kind::View:
    case Kind::MaterializedView:
    case Kind::Sequence:
    case Kind::Partition:
        move(keywordOf(o.object.kind), o.object.name, {}, o.to, script);
        renameTriggerFunctions(o.object.name, o.to, script);
        return;
    case Kind::Function:
    case Kind::Procedure:
        move(keywordOf(o.object.kind), o.object.name, parametersOf(o.object, known), o.to, script);
        return;
    case Kind::Schema:
    case Kind::Role:
        script.statement(fmt::format("ALTER {} {} RENAME TO {}",
                                     keywordOf(o.object.kind),
                                     identifier(o.object.name),
                                     identifier(o.to)));
        return;
    case Kind::Trigger:
    case Kind::Policy:
        script.statement(fmt::format("ALTER {} {} ON {} RENAME TO {}",
                                     keywordOf(o.object.kind),
                                     identifier(o.object.name),
                                     objectName(o.object.table),
                                     identifier(o.to)));
        if (known != nullptr && o.object.kind == Kind::Trigger) {
            const auto& trigger = std::get<Trigger>(*known);
            renameTriggerFunction(trigger, trigger.table, o.to, script);
        }
        return;
    case Kind::Extension:
    case Kind::RowSecurity:
    case Kind::Grant:
        refuseCall(script, "it has no name that can be changed");
    }
}

// A name without a schema is in the first of the search path, which only the server knows.
// https://www.postgresql.org/docs/current/ddl-schemas.html#DDL-SCHEMAS-PATH
void PostgresqlDialect::move(std::string_view keyword,
                             const std::string& from,
                             const std::string& parameters,
                             const std::string& to,
                             Script& script) const {
    std::string where = from;
    if (schemaOf(from) != schemaOf(to)) {
        const std::string alter =
            fmt::format("ALTER {} {}{} SET SCHEMA ", keyword, objectName(from), parameters);
        const std::string_view schema = schemaOf(to);
        where = schema.empty() ? std::string{unqualified(from)}
                               : fmt::format("{}.{}", schema, unqualified(from));
        script.statement(schema.empty() ? inCurrentSchema(alter, *this)
                                        : alter + identifier(schema));
    }
    if (unqualified(from) != unqualified(to)) {
        script.statement(fmt::format("ALTER {} {}{} RENAME TO {}",
                                     keyword,
                                     objectName(where),
                                     parameters,
                                     identifier(unqualified(to))));
    }
}

void PostgresqlDialect::write(const op::RenameTable& o, Script& script) const {
    move("TABLE", o.table, {}, o.to, script);
    renameTriggerFunctions(o.table, o.to, script);
}

}  // namespace godwit::detail
