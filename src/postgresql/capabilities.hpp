#pragma once

#include <godwit/database.hpp>

#include "sql/capabilities.hpp"

namespace godwit::detail {

/// What PostgreSQL of that version can do.
Capabilities postgresqlCapabilities(const Version& version);

}  // namespace godwit::detail
