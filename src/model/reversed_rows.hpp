#pragma once

#include <string_view>

#include <godwit/operation.hpp>

namespace godwit::detail {

/// The update that brings back what `update` has set.
/// @param table as it is known before it, or null.
/// @throws UsageError (GW218) when it does not say what was there, or could reach other rows.
op::UpdateRows reversedUpdate(const op::UpdateRows& update, const Table* table);

/// @throws UsageError (GW218)
[[noreturn]] void refuseReversal(const Operation& operation,
                                 std::string_view what,
                                 std::string_view way);

}  // namespace godwit::detail
