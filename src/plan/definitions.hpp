#pragma once

#include <vector>

#include <godwit/operation.hpp>

#include "plan/former_names.hpp"

namespace godwit::detail {

/// Refuses drops and changes of a way up that say otherwise of what is there than what is known: to
/// take them back would make something else, or nothing that the server takes.
/// @param former what was called otherwise before the operations.
/// @throws UsageError (GW219)
void wantKnownDefinitions(const std::vector<Operation>& operations,
                          const Schema& before,
                          const FormerNames& former = {});

/// @throws UsageError (GW210) when a foreign key that the operations make references a table that
/// is not there any more after them.
void wantReferencedTables(const std::vector<Operation>& operations, const Schema& after);

}  // namespace godwit::detail
