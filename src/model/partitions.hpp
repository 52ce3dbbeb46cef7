#pragma once

#include <map>
#include <span>

#include <godwit/operation.hpp>
#include <godwit/schema.hpp>

// Where partitions are parts of their table's definition and leave no gaps, on MySQL and MariaDB,
// one that is made among others is split off from another one. It goes back by merging with that: a
// DropObject whose definition is not the partition itself but the one that takes its rows. On
// PostgreSQL it took no rows, and goes like any other.

namespace godwit::detail {

/// The partition that the operation makes of the table, whatever the database holds, or null.
const Partition* partitionMadeBy(const Operation& operation, const std::string& table);

/// The partition that `made` is split off from: of ranges the one above it, or above those that
/// `following` makes between the two; of lists the one for the rest. Null when there is none.
const Partition* splitOffFrom(const Partition& made,
                              const std::map<ObjectName, KnownObject>& objects,
                              std::span<const Operation> following);

/// The partition that takes the rows of the one that goes, or null when they go with it.
const Partition* heirOf(const op::DropObject& drop);

}  // namespace godwit::detail
