#include <fmt/format.h>

#include "mysql/dialect.hpp"
#include "sql/block.hpp"
#include "sql/row_triggers.hpp"

// Triggers: one event each, and only for rows.
// https://dev.mysql.com/doc/refman/8.4/en/create-trigger.html

namespace godwit::detail {

namespace {

std::string_view spelled(Trigger::Timing timing) {
    return timing == Trigger::Timing::Before ? "BEFORE" : "AFTER";
}

}  // namespace

void MysqlDialect::checkTrigger(const Trigger& o, const Script& script) const {
    const auto refuse = [&](std::string_view why, std::string_view hint) {
        script.refuse(
            {},
            ErrorCode::NotSupportedByServer,
            fmt::format("{} cannot have the trigger {} of {}: {}", title(), o.name, o.table, why),
            fmt::format("{}, or keep the call to other databases with .only(...)", hint));
    };
    if (o.timing == Trigger::Timing::InsteadOf) {
        refuse("it has none instead of an event", "write to the tables of the view");
    }
    if (!o.updateOf.empty()) {
        refuse("it does not know which columns an update sets",
               "compare OLD with NEW in when(...) instead of ofColumns(...)");
    }
    if (!o.function.empty()) {
        refuse("a trigger has a body of its own there", "say body(...)");
    }
    wantRowTrigger(o, title(), script);
}

void MysqlDialect::create(const Trigger& o, bool replace, Script& script) const {
    checkTrigger(o, script);
    if (replace) {
        dropReplaced(o, script, [&](const std::string& name) {
            return "DROP TRIGGER IF EXISTS " + besideTable(o.table, name);
        });
    }
    const std::string when = textIn(o.when, "the condition of the trigger " + o.name, script);
    const std::string& body = textOf(o.body, "the body of the trigger " + o.name, o.line, script);
    const std::string block = blockOf(body, server().kind);
    const std::string what =
        when.empty()
            ? block
            : fmt::format("BEGIN\n    IF ({}) THEN\n    {};\n    END IF;\nEND", when, block);
    for (const RowTrigger& one : rowTriggersOf(o)) {
        script.statement(fmt::format("CREATE TRIGGER {} {} {} ON {} FOR EACH ROW\n{}",
                                     besideTable(o.table, one.name),
                                     spelled(o.timing),
                                     one.event,
                                     objectName(o.table),
                                     what));
    }
}

void MysqlDialect::dropTrigger(const ObjectName& name, const Object* known, Script& script) const {
    const Trigger trigger = known != nullptr ? std::get<Trigger>(*known)
                                             : Trigger{.name = name.name, .table = name.table};
    dropRowTriggers(trigger, script, [&](const std::string& one) {
        return "DROP TRIGGER " + besideTable(name.table, one);
    });
}

// There is no ALTER for it.
void MysqlDialect::makeAnew(const op::RenameObject& o, const Object* known, Script& script) const {
    wantKnown(o.object, known, script);
    wantCurrent(o.object, script);
    drop({o.object, o.line}, known, script);
    Object renamed = *known;
    if (auto* trigger = std::get_if<Trigger>(&renamed)) {
        trigger->name = o.to;
        create(*trigger, false, script);
    } else if (auto* routine = std::get_if<Routine>(&renamed)) {
        routine->name = o.to;
        create(*routine, false, script);
    }
}

}  // namespace godwit::detail
