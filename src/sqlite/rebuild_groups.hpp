#pragma once

#include <vector>

#include "sql/script.hpp"

namespace godwit::detail {

/// Pieces that become statements together: one rebuild of a table, or one piece as it is.
struct RebuildGroup {
    std::vector<const Piece*> pieces;

    bool isRebuild() const { return pieces.front()->rebuild.has_value(); }
};

/// A change that needs a rebuild takes along the changes of the same table that follow it, so that
/// its rows are written once. Indexes that are dropped among them go before it, those that are made
/// come behind it.
///
/// It ends where something else happens to the table, like a new name, where a column comes back
/// under a name that went, and where a value is made of what was changed just before.
std::vector<RebuildGroup> rebuildGroups(const std::vector<Piece>& pieces, const Dialect& dialect);

}  // namespace godwit::detail
