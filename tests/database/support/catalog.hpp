#pragma once

#include <string>

#include <godwit/connection.hpp>

namespace godwit::test {

/// Everything a database's catalog says of tables, columns, keys, indexes, checks, types and
/// comments, as sorted text: two databases of one server with equal schemas give equal texts. The
/// history and what a server keeps for itself are no part of it.
std::string catalogOf(Connection& connection);

}  // namespace godwit::test
