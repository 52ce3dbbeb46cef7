#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace godwit::detail {

// Lists of parameters, as PostgreSQL takes them.

/// Parameters as DROP and ALTER take them: "(a integer DEFAULT 1)" is "(a integer)".
std::string parametersWithoutDefaults(std::string_view parameters);

/// What tells functions of one name apart, each type as the server calls it:
/// "(n int, OUT t text)" is integer alone.
std::vector<std::string> parameterTypes(std::string_view parameters);

/// True when they differ in nothing but how their types are spelled: "(n int)" and "(n integer)".
bool areSameParameters(std::string_view a, std::string_view b);

}  // namespace godwit::detail
