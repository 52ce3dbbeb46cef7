#pragma once

#include <string_view>

#include <godwit/connection.hpp>
#include <godwit/export.hpp>

namespace soci {
class session;
}

namespace godwit {

/// Opens a SQLite file with SOCI: `sqlite:path/to/file.db` or `sqlite::memory:`. Foreign keys are
/// enforced on it. Never fails and never opens the file: what is wrong is reported at first use.
GODWIT_API Connection connectSqlite(std::string_view url);

/// Works on a session of SOCI's SQLite backend that the application holds and keeps.
GODWIT_API Connection connectSqlite(soci::session& session);

}  // namespace godwit
