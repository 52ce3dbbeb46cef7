#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "sql/script.hpp"

namespace godwit::detail {

// Triggers of servers on which a trigger has one event and fires for rows, and whose names stand
// beside each other in a schema, whatever their tables.

/// One of the triggers that stand for a trigger of several events.
struct RowTrigger {
    std::string name;
    std::string_view event;  ///< "UPDATE"
};

/// One for each event; a trigger of one event keeps its name.
std::vector<RowTrigger> rowTriggersOf(const Trigger& trigger);

/// The names that a trigger of that name may have here, as literals with commas between them.
std::string rowTriggerNames(const std::string& trigger, const Dialect& dialect);

/// Refuses what such a server does not have, and a name that a trigger of another table has.
/// @param title "SQLite"
void wantRowTrigger(const Trigger& trigger, std::string_view title, const Script& script);

/// Writes what drops those that the trigger stands in place of, whichever events they had: those of
/// the known one, else what a trigger of its name is called without godwit, and its own.
void dropReplaced(const Trigger& trigger,
                  Script& script,
                  const std::function<std::string(const std::string& name)>& sql);

/// Writes what drops each of them.
void dropRowTriggers(const Trigger& trigger,
                     Script& script,
                     const std::function<std::string(const std::string& name)>& sql);

}  // namespace godwit::detail
