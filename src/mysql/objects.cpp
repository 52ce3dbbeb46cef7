#include <fmt/format.h>

#include "model/qualified.hpp"
#include "mysql/dialect.hpp"

// Views, functions, sequences and schemas, and how objects go and are renamed. A schema is a
// database: https://dev.mysql.com/doc/refman/8.4/en/create-database.html

namespace godwit::detail {

namespace {

using Kind = ObjectKind;

std::string_view keywordOf(Kind kind) {
    switch (kind) {
    case Kind::View:
        return "VIEW";
    case Kind::Function:
        return "FUNCTION";
    case Kind::Procedure:
        return "PROCEDURE";
    case Kind::Sequence:
        return "SEQUENCE";
    case Kind::Schema:
        return "DATABASE";
    case Kind::Role:
        return "ROLE";
    case Kind::MaterializedView:
    case Kind::Trigger:
    case Kind::Extension:
    case Kind::RowSecurity:
    case Kind::Policy:
    case Kind::Grant:
    case Kind::Partition:
        break;
    }
    return {};
}

std::string_view typeName(ColumnType::Kind kind) {
    return kind == ColumnType::Kind::SmallInteger ? "smallint"
           : kind == ColumnType::Kind::Integer    ? "int"
                                                  : "bigint";
}

}  // namespace

// https://dev.mysql.com/doc/refman/8.4/en/create-view.html
void MysqlDialect::create(const View& o, bool replace, Script& script) const {
    script.statement(fmt::format("CREATE {}{}VIEW {}{} AS\n{}",
                                 replace ? "OR REPLACE " : "",
                                 o.securityInvoker ? "SQL SECURITY INVOKER " : "",
                                 objectName(o.name),
                                 o.columns.empty() ? "" : " " + columnList(o.columns),
                                 queryOf(o, script)));
}

// https://dev.mysql.com/doc/refman/8.4/en/create-procedure.html
void MysqlDialect::create(const Routine& o, bool replace, Script& script) const {
    const std::string_view keyword = o.procedure ? "PROCEDURE" : "FUNCTION";
    if (replace) {
        script.statement(fmt::format("DROP {} IF EXISTS {}", keyword, objectName(o.name)));
    }
    script.statement(
        fmt::format("CREATE {} {}{} {}",
                    keyword,
                    objectName(o.name),
                    textOf(o.parameters, "the parameters of " + o.name, o.line, script),
                    textOf(o.definition, "the definition of " + o.name, o.line, script)));
}

// https://mariadb.com/docs/server/reference/sql-structure/sequences/create-sequence
void MysqlDialect::create(const Sequence& o, bool, Script& script) const {
    if (!o.ownerTable.empty()) {
        script.refuse({},
                      ErrorCode::NotSupportedByServer,
                      fmt::format("{} has no sequences that belong to a column, as {} is to be one",
                                  title(),
                                  o.name),
                      "leave ownedBy(...) out, and drop the sequence after the column");
    }
    if (o.type && !can().typedSequences) {
        script.refuse({},
                      ErrorCode::NotSupportedByServer,
                      fmt::format("{} before 11.5 has no sequences of another type than bigint, as "
                                  "{} is to be one",
                                  title(),
                                  o.name),
                      "leave type(...) out, and say maxValue(...)");
    }
    std::string sql = "CREATE SEQUENCE " + objectName(o.name);
    sql += o.type ? fmt::format(" AS {}", typeName(*o.type)) : "";
    const auto add = [&sql](std::string_view word, const std::optional<std::int64_t>& number) {
        sql += number ? fmt::format(" {} {}", word, *number) : "";
    };
    add("INCREMENT BY", o.increment);
    add("MINVALUE", o.lowest);
    add("MAXVALUE", o.highest);
    add("START WITH", o.start);
    // By itself it fetches 1000 at once, which are lost when it is stopped.
    add("CACHE", o.cache.value_or(1));
    script.statement(sql + (o.cycle ? " CYCLE" : ""));
}

// https://mariadb.com/docs/server/reference/sql-structure/sequences/alter-sequence
void MysqlDialect::write(const op::AlterSequence& o, Script& script) const {
    wantKind(Kind::Sequence, script);
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
        sql += *o.cycle ? " CYCLE" : " NOCYCLE";
    }
    script.statement(std::move(sql));
}

void MysqlDialect::create(const Namespace& o, bool, Script& script) const {
    script.statement(fmt::format("CREATE DATABASE {} DEFAULT CHARACTER SET utf8mb4 COLLATE {}",
                                 identifier(o.name),
                                 can().textCollation));
}

// DROP DATABASE takes everything that is in it along, where PostgreSQL's DROP SCHEMA refuses.
// https://dev.mysql.com/doc/refman/8.4/en/drop-database.html
// https://dev.mysql.com/doc/refman/8.4/en/signal.html
void MysqlDialect::dropSchema(const std::string& name, Script& script) const {
    const std::string holds = literal(fmt::format("the schema {} is not empty", name));
    script.statement("SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = " + holds).onlyIf = fmt::format(
        "SELECT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = {0}) OR "
        "EXISTS (SELECT 1 FROM information_schema.routines WHERE routine_schema = {0}) OR "
        "EXISTS (SELECT 1 FROM information_schema.events WHERE event_schema = {0})",
        literal(name));
    script.statement("DROP DATABASE " + identifier(name));
}

void MysqlDialect::drop(const op::DropObject& o, const Object* known, Script& script) const {
    switch (o.object.kind) {
    case Kind::View:
    case Kind::Function:
    case Kind::Procedure:
    case Kind::Sequence:
        script.statement(
            fmt::format("DROP {} {}", keywordOf(o.object.kind), objectName(o.object.name)));
        return;
    case Kind::Schema:
        dropSchema(o.object.name, script);
        return;
    case Kind::Role:
        script.statement("DROP ROLE " + identifier(o.object.name));
        return;
    case Kind::Trigger:
        dropTrigger(o.object, known, script);
        return;
    case Kind::Grant:
        revoke(std::get<Grant>(*known), script);
        return;
    case Kind::Partition:
        dropPartition(o, script);
        return;
    case Kind::MaterializedView:
    case Kind::Extension:
    case Kind::RowSecurity:
    case Kind::Policy:
        refuseCall(script, "keep the call to other databases with .only(...)");
    }
}

// A view, and a table with triggers, stay in the database where they were made.
// https://dev.mysql.com/doc/refman/8.4/en/rename-table.html
void MysqlDialect::wantInItsSchema(std::string_view what,
                                   const std::string& from,
                                   const std::string& to,
                                   const Script& script) const {
    if (schemaOf(from) != schemaOf(to)) {
        script.refuse(
            {},
            ErrorCode::NotSupportedByServer,
            fmt::format("{} moves no {} to another schema, as {} to {}", title(), what, from, to),
            "drop the view or the triggers before, and create them there afterwards");
    }
}

void MysqlDialect::write(const op::RenameTable& o, Script& script) const {
    for (const auto& [name, known] : script.objects()) {
        if (name.kind == Kind::Trigger && name.table == o.table) {
            wantInItsSchema("table with triggers", o.table, o.to, script);
        } else if (name.kind == Kind::View && name.name == o.table) {
            wantInItsSchema("view", o.table, o.to, script);
        }
    }
    SqlDialect::write(o, script);
}

// A view or sequence is renamed like a table; the others only by being made anew.
// https://dev.mysql.com/doc/refman/8.4/en/rename-table.html
void MysqlDialect::rename(const op::RenameObject& o, const Object* known, Script& script) const {
    switch (o.object.kind) {
    case Kind::View:
        wantInItsSchema("view", o.object.name, o.to, script);
        [[fallthrough]];
    case Kind::Sequence:
        script.statement(
            fmt::format("RENAME TABLE {} TO {}", objectName(o.object.name), objectName(o.to)));
        return;
    case Kind::Trigger:
    case Kind::Function:
    case Kind::Procedure:
        makeAnew(o, known, script);
        return;
    case Kind::Schema:
    case Kind::Role:
    case Kind::Partition:
        refuseCall(script,
                   fmt::format("make a new {} and drop this one; or keep the call to other "
                               "databases with .only(...)",
                               wordOf(o.object.kind)));
    case Kind::MaterializedView:
    case Kind::Extension:
    case Kind::RowSecurity:
    case Kind::Policy:
    case Kind::Grant:
        refuseCall(script, "keep the call to other databases with .only(...)");
    }
}

}  // namespace godwit::detail
