#pragma once

#include <vector>

#include <godwit/operation.hpp>

namespace godwit::detail {

/// Refuses drops and changes of a way up that say otherwise of what is there than what is known: to
/// take them back would make something else.
/// @throws UsageError (GW219)
void wantKnownDefinitions(const std::vector<Operation>& operations, const Schema& before);

}  // namespace godwit::detail
