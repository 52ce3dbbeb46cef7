#pragma once

#include <godwit/database.hpp>

#include "sql/capabilities.hpp"

namespace godwit::detail {

/// What a MySQL or MariaDB server can do.
Capabilities mysqlCapabilities(const Server& server);

}  // namespace godwit::detail
