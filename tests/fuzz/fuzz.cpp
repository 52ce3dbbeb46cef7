#include "fuzz/fuzz.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include <sqlite3.h>

namespace godwit::test {

void require(bool holds, std::string_view what, std::string_view seen) {
    if (!holds) {
        std::fprintf(stderr,
                     "%.*s: %.*s\n",
                     static_cast<int>(what.size()),
                     what.data(),
                     static_cast<int>(seen.size()),
                     seen.data());
        std::abort();
    }
}

bool isText(std::string_view bytes) {
    const auto at = [&](std::size_t i) -> std::uint32_t {
        return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U;
    };
    for (std::size_t i = 0; i < bytes.size();) {
        const std::uint32_t first = at(i);
        std::size_t more = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
        const std::uint32_t least[] = {1, 0x80, 0x800, 0x10000};
        std::uint32_t point = more == 0 ? first : first & (0x3fU >> more);
        if (first >= 0xf8 || (first >= 0x80 && first < 0xc0)) {
            return false;
        }
        for (std::size_t j = 1; j <= more; ++j) {
            if ((at(i + j) & 0xc0U) != 0x80U) {
                return false;
            }
            point = (point << 6U) | (at(i + j) & 0x3fU);
        }
        if (point < least[more] || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) {
            return false;
        }
        i += more + 1;
    }
    return true;
}

std::vector<SqlRules> rulesOf(DatabaseKind kind) {
    switch (kind) {
    case DatabaseKind::PostgreSQL:
        return {SqlRules::Postgresql, SqlRules::PostgresqlWithBackslashes};
    case DatabaseKind::MySQL:
    case DatabaseKind::MariaDB:
        return {SqlRules::Mysql};
    case DatabaseKind::SQLite:
        return {SqlRules::Sqlite};
    }
    return {};
}

Memory::Memory() { sqlite3_open(":memory:", &db_); }

Memory::~Memory() { sqlite3_close(db_); }

std::vector<std::string> Memory::run(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    const char* tail = nullptr;
    sqlite3_prepare_v2(db_, sql.c_str(), static_cast<int>(sql.size()), &statement, &tail);
    require(statement != nullptr && *tail == '\0', sqlite3_errmsg(db_), sql);
    std::vector<std::string> row;
    int step = sqlite3_step(statement);
    for (; step == SQLITE_ROW; step = sqlite3_step(statement)) {
        row.clear();
        for (int i = 0; i < sqlite3_column_count(statement); ++i) {
            const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
            const auto bytes = static_cast<std::size_t>(sqlite3_column_bytes(statement, i));
            row.push_back(text == nullptr ? "NULL" : std::string(text, bytes));
        }
    }
    require(step == SQLITE_DONE, sqlite3_errmsg(db_), sql);
    sqlite3_finalize(statement);
    return row;
}

}  // namespace godwit::test
