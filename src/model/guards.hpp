#pragma once

#include <godwit/operation.hpp>

namespace godwit::detail {

/// True for a guarded call where what it makes is known to be there already, or what it changes or
/// drops is known not to be.
bool hasNothingToDo(const Operation& operation, const Schema& schema);

}  // namespace godwit::detail
