#pragma once

#include <godwit/operation.hpp>
#include <godwit/schema.hpp>

namespace godwit::detail {

/// The column once its type is another. Its default stays, as a value of that type; so do the
/// collation and the character set of a text that becomes another text, where the change says
/// neither.
Column changedBy(const op::ChangeType& change, Column column);

/// The column with another default, or with none.
Column changedBy(const op::SetDefault& change, Column column);

}  // namespace godwit::detail
