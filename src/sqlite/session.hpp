#pragma once

#include <godwit/export.hpp>

namespace soci {
class session;
}

namespace godwit::detail {

/// True for a connected session of SOCI's SQLite backend.
GODWIT_API bool isSqliteSession(const soci::session& session);

}  // namespace godwit::detail
