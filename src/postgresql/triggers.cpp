#include <fmt/format.h>

#include "model/naming.hpp"
#include "model/qualified.hpp"
#include "model/signatures.hpp"
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

// Of two that are called alike, the later would run in the place of the first.
void PostgresqlDialect::wantOwnFunction(const Trigger& o, const Script& script) const {
    const std::string function = functionOf(o);
    const auto refuse = [&](const std::string& what) {
        script.refuse({},
                      ErrorCode::ObjectExists,
                      fmt::format("the function {} is {}, and {} would have one of the same name",
                                  function,
                                  what,
                                  describe(identityOf(o))),
                      "give the trigger another name, or say executes(...) instead of body(...)");
    };
    for (const auto& [name, known] : script.objects()) {
        const auto* other = std::get_if<Trigger>(&known.object);
        if (other != nullptr && name != identityOf(o) && other->function.empty() &&
            functionOf(*other) == function) {
            refuse("that of " + describe(name));
        }
        if (name.kind == ObjectKind::Function && name.name == function &&
            parameterTypes(name.signature).empty()) {
            refuse("there already");
        }
    }
}

void PostgresqlDialect::wantNoTriggerFunction(const Routine& o, const Script& script) const {
    for (const auto& [name, known] : script.objects()) {
        const auto* trigger = std::get_if<Trigger>(&known.object);
        if (trigger != nullptr && trigger->function.empty() && functionOf(*trigger) == o.name &&
            parameterTypes(identityOf(o).signature).empty()) {
            script.refuse({},
                          ErrorCode::ObjectExists,
                          fmt::format("the function {} is that of {}", o.name, describe(name)),
                          "choose another name, or say replaceTrigger(...)");
        }
    }
}

void PostgresqlDialect::createTriggerFunction(const Trigger& o,
                                              bool replace,
                                              Script& script) const {
    wantOwnFunction(o, script);
    const std::string& body = textOf(o.body, "the body of the trigger " + o.name, o.line, script);
    script.statement(fmt::format("CREATE {}FUNCTION {}() RETURNS trigger LANGUAGE plpgsql AS {}",
                                 replace ? "OR REPLACE " : "",
                                 objectName(functionOf(o)),
                                 dollarQuoted(triggerSource(body, o.forEachRow))));
}

// "INSERT OR UPDATE OF price"
std::string PostgresqlDialect::eventsOf(const Trigger& o) const {
    std::vector<std::string> events;
    const auto add = [&](TriggerEvents event, std::string word) {
        if (has(o.events, event)) {
            events.push_back(std::move(word));
        }
    };
    add(onInsert, "INSERT");
    add(onUpdate, o.updateOf.empty() ? "UPDATE" : "UPDATE OF " + nameList(o.updateOf));
    add(onDelete, "DELETE");
    add(onTruncate, "TRUNCATE");
    return fmt::format("{}", fmt::join(events, " OR "));
}

void PostgresqlDialect::create(const Trigger& o, bool replace, Script& script) const {
    const KnownObject* known = replace ? script.object(identityOf(o)) : nullptr;
    const auto* former = known == nullptr ? nullptr : std::get_if<Trigger>(&known->object);
    if (replace) {
        script.statement(fmt::format("DROP TRIGGER IF EXISTS {} ON {}",
                                     identifier(o.name),
                                     objectName(o.table)));
    }
    if (o.function.empty()) {
        createTriggerFunction(o, former != nullptr && former->function.empty(), script);
    } else if (former != nullptr) {
        dropTriggerFunction(*former, script);
    }
    std::vector<std::string> arguments;
    for (const std::string& argument : o.arguments) {
        arguments.push_back(literal(argument));
    }
    const std::string when = textIn(o.when, "the condition of the trigger " + o.name, script);
    script.statement(
        fmt::format("CREATE TRIGGER {} {} {} ON {}{}\nFOR EACH {}{} EXECUTE FUNCTION {}({})",
                    identifier(o.name),
                    spelled(o.timing),
                    eventsOf(o),
                    objectName(o.table),
                    transitionTables(o, *this),
                    o.forEachRow ? "ROW" : "STATEMENT",
                    when.empty() ? "" : fmt::format(" WHEN ({})", when),
                    objectName(o.function.empty() ? functionOf(o) : o.function),
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
        } else if (name.kind == ObjectKind::Partition && name.table == table) {
            dropTriggerFunctions(name.name, script);
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
        wantOwnFunction(renamed, script);
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
