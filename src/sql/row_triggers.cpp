#include "sql/row_triggers.hpp"

#include <array>
#include <utility>

#include <fmt/format.h>

#include <godwit/error.hpp>

#include "model/naming.hpp"
#include "model/qualified.hpp"
#include "model/sql_words.hpp"

namespace godwit::detail {

namespace {

constexpr std::array<std::pair<TriggerEvents, std::string_view>, 3> kEvents = {
    {{onInsert, "INSERT"}, {onUpdate, "UPDATE"}, {onDelete, "DELETE"}}};

bool firesOn(const Trigger& trigger, TriggerEvents event) {
    return (trigger.events.bits & event.bits) != 0;
}

}  // namespace

std::vector<RowTrigger> rowTriggersOf(const Trigger& trigger) {
    std::vector<RowTrigger> out;
    for (const auto& [event, word] : kEvents) {
        if (firesOn(trigger, event)) {
            out.push_back({triggerNameFor(trigger.name, lowerCase(word)), word});
        }
    }
    if (out.size() == 1) {
        out.front().name = trigger.name;
    }
    return out;
}

std::string rowTriggerNames(const std::string& trigger, const Dialect& dialect) {
    std::string names = dialect.literal(trigger);
    for (const auto& [event, word] : kEvents) {
        names += ", " + dialect.literal(triggerNameFor(trigger, lowerCase(word)));
    }
    return names;
}

void wantRowTrigger(const Trigger& trigger, std::string_view title, const Script& script) {
    const auto refuse = [&](std::string_view why, std::string_view hint) {
        script.refuse({},
                      ErrorCode::NotSupportedByServer,
                      fmt::format("{} cannot have the trigger {} of {}: {}",
                                  title,
                                  trigger.name,
                                  trigger.table,
                                  why),
                      fmt::format("{}, or keep the call to other databases with .only(...)", hint));
    };
    if (!trigger.forEachRow) {
        refuse("its triggers fire for rows, never for statements", "say forEachRow()");
    }
    if (firesOn(trigger, onTruncate)) {
        refuse("none fires when a table is truncated", "leave onTruncate out");
    }
    if (!trigger.oldTable.empty() || !trigger.newTable.empty()) {
        refuse("it has no tables of old and new rows", "use OLD and NEW in a trigger for each row");
    }
    for (const auto& [name, known] : script.objects()) {
        if (name.kind == ObjectKind::Trigger && name.name == trigger.name &&
            name.table != trigger.table && schemaOf(name.table) == schemaOf(trigger.table)) {
            refuse(fmt::format("it tells triggers apart by name alone, and {} has one of that name",
                               name.table),
                   "choose another name");
        }
    }
}

void dropReplaced(const Trigger& trigger,
                  Script& script,
                  const std::function<std::string(const std::string& name)>& sql) {
    if (const KnownObject* known = script.object(identityOf(trigger))) {
        dropRowTriggers(std::get<Trigger>(known->object), script, sql);
        return;
    }
    const std::vector<RowTrigger> own = rowTriggersOf(trigger);
    if (own.size() != 1) {
        script.statement(sql(trigger.name));
    }
    dropRowTriggers(trigger, script, sql);
}

void dropRowTriggers(const Trigger& trigger,
                     Script& script,
                     const std::function<std::string(const std::string& name)>& sql) {
    std::vector<RowTrigger> all = rowTriggersOf(trigger);
    if (all.empty()) {  // Not known: made outside godwit, under its own name.
        all.push_back({trigger.name, {}});
    }
    for (const RowTrigger& one : all) {
        script.statement(sql(one.name));
    }
}

}  // namespace godwit::detail
