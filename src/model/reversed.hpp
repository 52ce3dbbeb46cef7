#pragma once

#include <vector>

#include <godwit/operation.hpp>

namespace godwit::detail {

/// What takes the operations back: the inverse of each, the last one first.
///
/// What a drop says of what it drops comes back as it is said. What goes with it unsaid, like the
/// indexes over a dropped column, and what a change does not say was there before, like an earlier
/// default, is taken from what is known.
/// @param before what is known before the first of them.
/// @throws UsageError (GW218) when something was there before that is neither said nor known.
std::vector<Operation> reversed(std::vector<Operation> operations, Schema before);

}  // namespace godwit::detail
