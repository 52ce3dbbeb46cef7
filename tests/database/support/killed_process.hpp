#pragma once

#include <cstddef>
#include <functional>

#include <godwit/connection.hpp>

#include "database/support/scratch_database.hpp"

namespace godwit::test {

/// Does `work` in a process of its own that kills itself before its `n`th message to the server,
/// and returns when the server has noticed and given up what the process held.
/// @return true when it was killed, false when `work` has fewer messages.
bool killedBefore(std::size_t n,
                  const ScratchDatabase& database,
                  const std::function<void(Connection&)>& work);

}  // namespace godwit::test
