#pragma once

#include <optional>

#include <godwit/operation.hpp>

namespace godwit::detail {

// A view that is given another query keeps what the call does not say: the names of its columns,
// its check option, whose rights it reads with. Of one that is not known, nothing can be kept.

/// What the operation makes.
/// @param known what it stands in place of; null when that is not known
Object inPlaceOf(const op::CreateObject& create, const KnownObject* known);

/// Row level security that is on, or may be, is forced: nothing is there to be in its way.
bool forcesMore(const Object& made, const KnownObject* known);

/// What the operation says that it replaces; nothing when it does not say it.
std::optional<Object> formerOf(const op::CreateObject& create, const KnownObject* known);

}  // namespace godwit::detail
