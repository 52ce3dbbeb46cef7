#pragma once

#include <string>

#include <godwit/connection.hpp>

namespace godwit::test {

/// The server's number of the connection's session; empty for SQLite, which has none.
std::string sessionOf(Connection& connection);

/// Has the server end a session, from another one.
void endSession(Connection& other, const std::string& session);

}  // namespace godwit::test
