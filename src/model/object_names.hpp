#pragma once

#include <string>
#include <string_view>

#include <godwit/schema_objects.hpp>

namespace godwit::detail {

// What operations on objects beside tables are called.

/// "create_view", "enable_extension", "grant"; "replace_view" when `replace`.
std::string_view createName(ObjectKind kind, bool replace);

/// "drop_view", "disable_extension", "revoke".
std::string_view dropName(ObjectKind kind);

/// "rename_view".
std::string_view renameName(ObjectKind kind);

/// Behind the operation's name and its table: " open_orders", ".touch", ": select to app".
std::string lineOfObject(const ObjectName& name);
std::string lineOfObject(const Object& object, std::string_view toWhom = "to");

/// "insert, update"
std::string wordsOfEvents(TriggerEvents events);

/// "select, insert"
std::string wordsOfPrivileges(Privileges privileges);

}  // namespace godwit::detail
