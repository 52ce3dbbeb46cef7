#pragma once

#include <vector>

#include <godwit/operation.hpp>

namespace godwit::detail {

/// Puts a view or function that takes the place of another, and a trigger, behind the operations
/// that bring what its SQL names: one that was replaced behind a rename comes back behind that one
/// too.
void bringNamesFirst(std::vector<Operation>& back);

}  // namespace godwit::detail
