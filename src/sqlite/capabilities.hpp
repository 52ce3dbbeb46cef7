#pragma once

#include "sql/capabilities.hpp"

namespace godwit::detail {

/// What SQLite can do: the same in all versions that godwit takes.
Capabilities sqliteCapabilities();

}  // namespace godwit::detail
