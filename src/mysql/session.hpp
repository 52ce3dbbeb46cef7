#pragma once

#include <godwit/export.hpp>

namespace soci {
class session;
}

namespace godwit::detail {

/// True for a connected session of SOCI's MySQL backend.
GODWIT_API bool isMysqlSession(const soci::session& session);

}  // namespace godwit::detail
