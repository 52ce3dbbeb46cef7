#pragma once

#include <string>
#include <vector>

#include <godwit/connection.hpp>

namespace godwit::test {

/// Everything a database's catalog says of what it holds: tables and their options, columns, keys,
/// checks, indexes, types, views, triggers, functions, sequences, schemas, extensions, policies,
/// grants, partitions. As sorted text, a line each (line ends within are written \n and \r): two
/// databases of one server with equal schemas give equal texts, and an empty database gives none.
/// The history and what a server keeps for itself are no part of it, nor are rows.
std::string catalogOf(Connection& connection);

/// What a change made of one catalog another: "- line" for what went, "+ line" for what came.
std::string catalogChange(const std::string& before, const std::string& after);

// The lines of one kind of server, in any order.
std::vector<std::string> postgresqlCatalog(Connection& connection);
std::vector<std::string> mysqlCatalog(Connection& connection);  ///< MariaDB too.
std::vector<std::string> sqliteCatalog(Connection& connection);

}  // namespace godwit::test
