#include <fmt/format.h>

#include "model/naming.hpp"
#include "model/qualified.hpp"
#include "postgresql/dialect.hpp"
#include "postgresql/texts.hpp"

// Triggers. A trigger runs a function: for a body godwit makes one, which is named after the table
// and the trigger, lives in the table's schema, and goes with the trigger.
// https://www.postgresql.org/docs/current/sql-createtrigger.html

namespace godwit::detail {

namespace {

std::string_view spelled(Trigger::Timing timing) {
    switch (timing) {
    case Trigger::Timing::Before:
        return "BEFORE";
    case Trigger::Timing::After:
        return "AFTER";
    case Trigger::Timing::InsteadOf:
        return "INSTEAD OF";
    }
    return {};
}

bool has(TriggerEvents events, TriggerEvents event) { return (events.bits & event.bits) != 0; }

std::string transitionTables(const Trigger& o, const Dialect& dialect) {
    if (o.oldTable.empty() && o.newTable.empty()) {
        return {};
    }
    std::string sql = " REFERENCING";
    sql += o.oldTable.empty() ? "" : " OLD TABLE AS " + dialect.identifier(o.oldTable);
    sql += o.newTable.empty() ? "" : " NEW TABLE AS " + dialect.identifier(o.newTable);
    return sql;
}

std::string functionOf(const Trigger& trigger) {
    const std::string_view schema = schemaOf(trigger.table);
    return (schema.empty() ? "" : std::string{schema} + ".") +
           triggerFunctionName(trigger.table, trigger.name);
}

}  // namespace

void PostgresqlDialect::create(const Trigger& o, bool replace, Script& script) const {
    const KnownObject* former = replace ? script.object(identityOf(o)) : nullptr;
    const std::string function = o.function.empty() ? functionOf(o) : o.function;
    if (replace) {
        script.statement(fmt::format("DROP TRIGGER IF EXISTS {} ON {}",
                                     identifier(o.name),
                                     objectName(o.table)));
        if (former != nullptr && !o.function.empty()) {
            dropTriggerFunction(std::get<Trigger>(former->object), script);
        }
    }
    if (o.function.empty()) {
        script.statement(
            fmt::format("CREATE {}FUNCTION {}() RETURNS trigger LANGUAGE plpgsql AS {}",
                        replace ? "OR REPLACE " : "",
                        objectName(function),
                        dollarQuoted(triggerSource(
                            textOf(o.body, "the body of the trigger " + o.name, o.line, script),
                            o.forEachRow))));
    }
    std::vector<std::string> events;
    const auto add = [&](TriggerEvents event, std::string word) {
        if (has(o.events, event)) {
            events.push_back(std::move(word));
        }
    };
    std::string update = "UPDATE";
    if (!o.updateOf.empty()) {
        const std::string columns = columnList(o.updateOf);
        update += " OF " + columns.substr(1, columns.size() - 2);
    }
    add(onInsert, "INSERT");
    add(onUpdate, update);
    add(onDelete, "DELETE");
    add(onTruncate, "TRUNCATE");
    std::vector<std::string> arguments;
    for (const std::string& argument : o.arguments) {
        arguments.push_back(literal(argument));
    }
    const std::string when = textIn(o.when, "the condition of the trigger " + o.name, script);
    script.statement(
        fmt::format("CREATE TRIGGER {} {} {} ON {}{}\nFOR EACH {}{} EXECUTE FUNCTION {}({})",
                    identifier(o.name),
                    spelled(o.timing),
                    fmt::join(events, " OR "),
                    objectName(o.table),
                    transitionTables(o, *this),
                    o.forEachRow ? "ROW" : "STATEMENT",
                    when.empty() ? "" : fmt::format(" WHEN ({})", when),
                    objectName(function),
                    fmt::join(arguments, ", ")));
}

void PostgresqlDialect::dropTriggerFunction(const Trigger& trigger, Script& script) const {
    if (trigger.function.empty()) {
        script.statement(fmt::format("DROP FUNCTION {}()", objectName(functionOf(trigger))));
    }
}

void PostgresqlDialect::dropTriggerFunctions(const std::string& table, Script& script) const {
    for (const auto& [name, known] : script.objects()) {
        if (name.kind == ObjectKind::Trigger && name.table == table) {
            dropTriggerFunction(std::get<Trigger>(known.object), script);
        }
    }
}

void PostgresqlDialect::renameTriggerFunction(const Trigger& trigger,
                                              const std::string& table,
                                              const std::string& name,
                                              Script& script) const {
    if (trigger.function.empty()) {
        Trigger renamed = trigger;
        renamed.table = table;
        renamed.name = name;
        move("FUNCTION", functionOf(trigger), "()", functionOf(renamed), script);
    }
}

void PostgresqlDialect::renameTriggerFunctions(const std::string& table,
                                               const std::string& to,
                                               Script& script) const {
    for (const auto& [name, known] : script.objects()) {
        if (name.kind == ObjectKind::Trigger && name.table == table) {
            const auto& trigger = std::get<Trigger>(known.object);
            renameTriggerFunction(trigger, to, trigger.name, script);
        }
    }
}

}  // namespace godwit::detail
