#pragma once

#include <godwit/operation.hpp>

#include "sql/script.hpp"

namespace godwit::detail {

/// A guarded call asks the database, which may say otherwise than the migrations: what they have
/// made may be gone, what they know nothing of may be there. Where they leave nothing to do, the
/// change becomes the one that is to be made when the database wants it.
void needSomethingToDo(TableChange& change, const Operation& guarded);

}  // namespace godwit::detail
