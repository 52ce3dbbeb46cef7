#include <fmt/format.h>

#include "sql/block.hpp"
#include "sql/row_triggers.hpp"
#include "sqlite/dialect.hpp"

// Views and triggers: there is nothing else.
// https://www.sqlite.org/lang_createview.html
// https://www.sqlite.org/lang_createtrigger.html

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

}  // namespace

// The triggers of a view go with it.
// https://www.sqlite.org/lang_droptrigger.html
void SqliteDialect::triggersAgain(const std::string& view,
                                  const std::string& newName,
                                  Script& script) const {
    for (const auto& [name, known] : script.objects()) {
        if (name.kind == ObjectKind::Trigger && name.table == view) {
            wantCurrent(name, script);
            Trigger trigger = std::get<Trigger>(known.object);
            trigger.table = newName;
            writeTrigger(trigger, script);
        }
    }
}

void SqliteDialect::create(const View& o, bool replace, Script& script) const {
    if (o.checkOption != CheckOption::None) {
        script.refuse({},
                      ErrorCode::NotSupportedByServer,
                      fmt::format("SQLite lets nobody write through the view {}, and has no check "
                                  "option",
                                  o.name),
                      "leave withCheckOption() out, and write a trigger instead of the event");
    }
    if (replace) {
        script.statement("DROP VIEW IF EXISTS " + identifier(o.name));
    }
    script.statement(fmt::format("CREATE VIEW {}{} AS\n{}",
                                 identifier(o.name),
                                 o.columns.empty() ? "" : " " + columnList(o.columns),
                                 queryOf(o, script)));
    // Names that are too few or too many are found no sooner than it is read.
    if (replace && !o.columns.empty()) {
        script.statement(fmt::format("SELECT 1 FROM {} LIMIT 0", identifier(o.name)));
    }
    if (replace) {
        triggersAgain(o.name, o.name, script);
    }
}

void SqliteDialect::create(const Trigger& o, bool replace, Script& script) const {
    if (!o.function.empty()) {
        script.refuse({},
                      ErrorCode::NotSupportedByServer,
                      fmt::format("SQLite cannot have the trigger {} of {}: it has no functions",
                                  o.name,
                                  o.table),
                      "say body(...), or keep the call to other databases with .only(...)");
    }
    wantRowTrigger(o, title(), script);
    if (replace) {
        dropReplaced(o, script, [&](const std::string& name) {
            return "DROP TRIGGER IF EXISTS " + identifier(name);
        });
    }
    writeTrigger(o, script);
}

void SqliteDialect::writeTrigger(const Trigger& o, Script& script) const {
    const std::string when = textIn(o.when, "the condition of the trigger " + o.name, script);
    const std::string& body = textOf(o.body, "the body of the trigger " + o.name, o.line, script);
    for (const RowTrigger& one : rowTriggersOf(o)) {
        std::string columns;
        if (one.event == "UPDATE" && !o.updateOf.empty()) {
            columns = " OF " + nameList(o.updateOf);
        }
        script.statement(fmt::format("CREATE TRIGGER {} {} {}{} ON {} FOR EACH ROW{}\n{}",
                                     identifier(one.name),
                                     spelled(o.timing),
                                     one.event,
                                     columns,
                                     identifier(o.table),
                                     when.empty() ? "" : fmt::format(" WHEN ({})", when),
                                     blockOf(body, DatabaseKind::SQLite)));
    }
}

void SqliteDialect::drop(const op::DropObject& o, const Object* known, Script& script) const {
    if (o.object.kind == ObjectKind::View) {
        script.statement("DROP VIEW " + identifier(o.object.name));
        return;
    }
    const Trigger trigger = known != nullptr
                                ? std::get<Trigger>(*known)
                                : Trigger{.name = o.object.name, .table = o.object.table};
    dropRowTriggers(trigger, script, [&](const std::string& name) {
        return "DROP TRIGGER " + identifier(name);
    });
}

// There is no ALTER for them.
void SqliteDialect::rename(const op::RenameObject& o, const Object* known, Script& script) const {
    wantKnown(o.object, known, script);
    wantCurrent(o.object, script);
    drop({o.object, o.line}, known, script);
    Object renamed = *known;
    if (auto* trigger = std::get_if<Trigger>(&renamed)) {
        trigger->name = o.to;
        create(*trigger, false, script);
    } else if (auto* view = std::get_if<View>(&renamed)) {
        view->name = o.to;
        create(*view, false, script);
        triggersAgain(o.object.name, o.to, script);
    }
}

}  // namespace godwit::detail
