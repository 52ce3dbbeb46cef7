#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <godwit/database.hpp>

#include "support/sql_tokens.hpp"

struct sqlite3;

namespace godwit::test {

/// One of each dialect and of each way it differs by version.
inline constexpr Server kFuzzedServers[] = {
    {DatabaseKind::PostgreSQL, {12, 0, 0}},
    {DatabaseKind::PostgreSQL, {18, 0, 0}},
    {DatabaseKind::MySQL, {9, 7, 0}},
    {DatabaseKind::MariaDB, {10, 11, 0}},
    {DatabaseKind::MariaDB, {11, 8, 0}},
    {DatabaseKind::SQLite, {3, 40, 0}},
};

/// Ends the run when it does not hold: libFuzzer keeps the input.
void require(bool holds, std::string_view what, std::string_view seen = {});

/// UTF-8 without NUL (RFC 3629), checked in another way than the library does.
bool isText(std::string_view bytes);

/// The ways in which a session of that server may read SQL.
std::vector<SqlRules> rulesOf(DatabaseKind kind);

/// An empty SQLite database.
class Memory {
public:
    Memory();
    ~Memory();
    Memory(const Memory&) = delete;
    Memory& operator=(const Memory&) = delete;

    /// The values of the last row, in order; "NULL" for NULL.
    std::vector<std::string> run(const std::string& sql);

private:
    sqlite3* db_ = nullptr;
};

}  // namespace godwit::test
