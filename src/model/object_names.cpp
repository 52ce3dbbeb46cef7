#include "model/object_names.hpp"

#include <array>

#include <fmt/format.h>

namespace godwit::detail {

namespace {

struct OperationNames {
    std::string_view create;
    std::string_view replace;
    std::string_view drop;
    std::string_view rename;
};

// In the order of ObjectKind.
constexpr std::array<OperationNames, kObjectKinds> kNames = {{
    {"create_view", "replace_view", "drop_view", "rename_view"},
    {"create_materialized_view",
     "replace_materialized_view",
     "drop_materialized_view",
     "rename_materialized_view"},
    {"create_trigger", "replace_trigger", "drop_trigger", "rename_trigger"},
    {"create_function", "replace_function", "drop_function", "rename_function"},
    {"create_procedure", "replace_procedure", "drop_procedure", "rename_procedure"},
    {"create_sequence", "replace_sequence", "drop_sequence", "rename_sequence"},
    {"create_schema", "replace_schema", "drop_schema", "rename_schema"},
    {"enable_extension", "replace_extension", "disable_extension", "rename_extension"},
    {"enable_row_level_security",
     "replace_row_level_security",
     "disable_row_level_security",
     "rename_row_level_security"},
    {"create_policy", "replace_policy", "drop_policy", "rename_policy"},
    {"create_role", "replace_role", "drop_role", "rename_role"},
    {"grant", "replace_grant", "revoke", "rename_grant"},
    {"create_partition", "replace_partition", "drop_partition", "rename_partition"},
}};

const OperationNames& namesOf(ObjectKind kind) { return kNames[static_cast<std::size_t>(kind)]; }

// In the order of their bits.
constexpr std::array<std::string_view, 11> kPrivileges = {"select",
                                                          "insert",
                                                          "update",
                                                          "delete",
                                                          "truncate",
                                                          "references",
                                                          "trigger",
                                                          "usage",
                                                          "execute",
                                                          "create",
                                                          "all"};

constexpr std::array<std::string_view, 4> kEvents = {"insert", "update", "delete", "truncate"};

template <std::size_t N>
std::string wordsOf(unsigned bits, const std::array<std::string_view, N>& names) {
    std::string words;
    for (std::size_t i = 0; i < N; ++i) {
        if ((bits >> i & 1U) != 0) {
            words += words.empty() ? "" : ", ";
            words += names[i];
        }
    }
    return words;
}

}  // namespace

std::string_view createName(ObjectKind kind, bool replace) {
    return replace ? namesOf(kind).replace : namesOf(kind).create;
}

std::string_view dropName(ObjectKind kind) { return namesOf(kind).drop; }

std::string_view renameName(ObjectKind kind) { return namesOf(kind).rename; }

std::string wordsOfEvents(TriggerEvents events) { return wordsOf(events.bits, kEvents); }

std::string wordsOfPrivileges(Privileges privileges) {
    return wordsOf(privileges.bits, kPrivileges);
}

std::string lineOfObject(const ObjectName& name) {
    return name.name.empty() ? std::string{}
                             : (name.table.empty() ? " " : ".") + name.name + name.signature;
}

std::string lineOfObject(const Object& object, std::string_view toWhom) {
    const auto* grant = std::get_if<Grant>(&object);
    if (grant == nullptr) {
        ObjectName name = identityOf(object);
        name.signature.clear();
        return lineOfObject(name);
    }
    return fmt::format("{}{}{}{} {} {}",
                       grant->on == Grant::On::Table ? "" : " ",
                       grant->on == Grant::On::Table ? "" : grant->name,
                       grant->on == Grant::On::Role ? "" : ": ",
                       wordsOfPrivileges(grant->privileges),
                       toWhom,
                       fmt::join(grant->roles, ", "));
}

}  // namespace godwit::detail
