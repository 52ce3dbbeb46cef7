#include "database/support/catalog.hpp"

#include <algorithm>
#include <regex>
#include <vector>

namespace godwit::test {

namespace {

constexpr const char* kPostgresqlCatalog = R"sql(
SELECT 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
       || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
       || ' identity=' || a.attidentity::text
       || ' default=' || coalesce(pg_get_expr(d.adbin, d.adrelid), '')
       || ' comment=' || coalesce(col_description(c.oid, a.attnum), '')
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
 WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0
   AND NOT a.attisdropped AND c.relname NOT LIKE 'godwit\_%'
UNION ALL
SELECT 'table ' || c.relname || ' comment=' || coalesce(obj_description(c.oid, 'pg_class'), '')
  FROM pg_class c
 WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname NOT LIKE 'godwit\_%'
UNION ALL
SELECT 'constraint ' || c.relname || '.' || k.conname || ' ' || pg_get_constraintdef(k.oid)
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
 WHERE c.relnamespace = 'public'::regnamespace AND c.relname NOT LIKE 'godwit\_%'
UNION ALL
SELECT 'index ' || indexdef FROM pg_indexes
 WHERE schemaname = 'public' AND tablename NOT LIKE 'godwit\_%'
UNION ALL
SELECT 'type ' || t.typname || ' ' || string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder)
  FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid
 WHERE t.typnamespace = 'public'::regnamespace GROUP BY t.typname
UNION ALL
SELECT 'sequence ' || c.relname FROM pg_class c
 WHERE c.relkind = 'S' AND c.relnamespace = 'public'::regnamespace AND c.relname NOT LIKE 'godwit\_%'
)sql";

constexpr const char* kSqliteCatalog =
    "SELECT type || ' ' || name || ' on ' || tbl_name || ': ' || coalesce(sql, 'automatic') "
    "FROM sqlite_schema WHERE tbl_name NOT LIKE 'godwit\\_%' ESCAPE '\\' "
    "AND name <> 'sqlite_sequence'";

std::vector<std::string> firstColumn(Connection& connection, const std::string& sql) {
    std::vector<std::string> out;
    for (const auto& row : connection.query(sql).values) {
        out.push_back(row[0].value_or("NULL"));
    }
    return out;
}

std::vector<std::string> mysqlCatalog(Connection& connection) {
    std::vector<std::string> out;
    for (const std::string& table :
         firstColumn(connection,
                     "SELECT table_name FROM information_schema.tables WHERE "
                     "table_schema = DATABASE() AND table_name NOT LIKE 'godwit\\_%'")) {
        const Rows rows = connection.query("SHOW CREATE TABLE `" + table + "`");
        out.push_back(
            std::regex_replace(rows[0][1].value_or(""), std::regex(" AUTO_INCREMENT=[0-9]+"), ""));
    }
    return out;
}

}  // namespace

std::string catalogOf(Connection& connection) {
    std::vector<std::string> lines;
    switch (connection.kind()) {
    case DatabaseKind::PostgreSQL:
        lines = firstColumn(connection, kPostgresqlCatalog);
        break;
    case DatabaseKind::MySQL:
    case DatabaseKind::MariaDB:
        lines = mysqlCatalog(connection);
        break;
    case DatabaseKind::SQLite:
        lines = firstColumn(connection, kSqliteCatalog);
        break;
    }
    std::sort(lines.begin(), lines.end());
    std::string out;
    for (const std::string& line : lines) {
        out += line + "\n";
    }
    return out;
}

}  // namespace godwit::test
