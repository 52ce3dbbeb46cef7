#include <fmt/format.h>

#include "build/objects.hpp"

// Triggers.

namespace godwit::detail {

Handle aboutTrigger(Recorder& recorder, Act act, const Name& name, const QualifiedName& table) {
    return recordObject(recorder,
                        act,
                        Trigger{.name = textOf(name), .table = textOf(table), .line = name.line()});
}

void setTrigger(const Handle& handle, TriggerTime time, TriggerEvents events) {
    auto& trigger = objectAs<Trigger>(handle);
    if (trigger.events.bits != 0) {
        refuse(ErrorCode::BadArgument,
               fmt::format("the trigger {} is said twice when it fires", trigger.name),
               "join what it fires on, after(onInsert | onUpdate), or make two triggers",
               trigger.line);
    }
    trigger.events = events;
    switch (time) {
    case TriggerTime::Before:
        trigger.timing = Trigger::Timing::Before;
        return;
    case TriggerTime::After:
        trigger.timing = Trigger::Timing::After;
        return;
    case TriggerTime::InsteadOf:
        trigger.timing = Trigger::Timing::InsteadOf;
        return;
    }
}

void setTriggerColumns(const Handle& trigger, std::initializer_list<Name> columns) {
    objectAs<Trigger>(trigger).updateOf = textsOf(columns);
}

void setForEachRow(const Handle& trigger, bool row) { objectAs<Trigger>(trigger).forEachRow = row; }

void setTriggerWhen(const Handle& handle, const SqlTexts& sql) {
    auto& trigger = objectAs<Trigger>(handle);
    trigger.when = sqlFragment(sql, "the condition of a trigger", trigger.line);
}

void setTriggerBody(const Handle& handle, const SqlTexts& sql) {
    auto& trigger = objectAs<Trigger>(handle);
    trigger.body = sqlFragment(sql, "the body of a trigger", trigger.line);
}

void setTriggerFunction(const Handle& handle,
                        const QualifiedName& function,
                        std::initializer_list<std::string_view> arguments) {
    auto& trigger = objectAs<Trigger>(handle);
    trigger.function = textOf(function);
    trigger.arguments.clear();
    for (const std::string_view argument : arguments) {
        trigger.arguments.push_back(plainText(argument, "an argument", function.line()));
    }
}

void setTransitionTable(const Handle& handle, bool after, const Name& name) {
    auto& trigger = objectAs<Trigger>(handle);
    (after ? trigger.newTable : trigger.oldTable) = textOf(name);
}

}  // namespace godwit::detail
