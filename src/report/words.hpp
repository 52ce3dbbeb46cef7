#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include <godwit/migrator.hpp>

namespace godwit::detail::report {

/// "15.4" or "3.40.1": as many parts as that server's versions have.
std::string versionOf(const Server& server);

/// "PostgreSQL 15.4".
std::string titleOf(const Server& server);

/// "up" or "down".
std::string_view nameOf(Direction direction);

/// "pending", "applied", "modified" or "unknown".
std::string_view nameOf(MigrationStatus::State state);

/// "1 migration", "2 migrations".
std::string counted(std::size_t count, std::string_view noun);

/// "<1 ms", "12 ms", "3.4 s", "2 min 5 s".
std::string briefly(std::chrono::microseconds duration);

/// "orders.cpp:12"; empty when the line is unknown.
std::string placeOf(const SourceLine& line);

/// The text with its control characters spelled out as in \x1b, so that what comes from a server
/// or a name cannot steer a terminal. Newlines and tabs stay.
std::string printable(std::string_view text);

/// The same with newlines and tabs spelled out as well: stays in one line, and in one comment.
std::string printableLine(std::string_view text);

}  // namespace godwit::detail::report
