#include "database/support/catalog.hpp"

// What information_schema says of the current database on MySQL and MariaDB. Texts are between
// single quotes and hold no backslash, so that they mean the same in every sql_mode.

namespace godwit::test {

namespace {

constexpr const char* kTables = R"sql(
SELECT CONCAT('table ', table_name, ': ', engine, ' ', table_collation,
              IF(create_options = '', '', CONCAT(' ', create_options)),
              IF(table_type = 'BASE TABLE', '', CONCAT(' ', table_type)),
              IF(table_comment = '', '', CONCAT(' comment ', QUOTE(table_comment))))
  FROM information_schema.tables
 WHERE table_schema = DATABASE() AND table_type NOT IN ('VIEW', 'SEQUENCE')
   AND LEFT(table_name, 7) <> 'godwit_'
)sql";

constexpr const char* kOrder = R"sql(
SELECT CONCAT('order ', c.table_name, ': '), c.column_name
  FROM information_schema.columns c
  JOIN information_schema.tables t USING (table_schema, table_name)
 WHERE c.table_schema = DATABASE() AND t.table_type NOT IN ('VIEW', 'SEQUENCE')
   AND LEFT(c.table_name, 7) <> 'godwit_'
 ORDER BY c.table_name, c.ordinal_position
)sql";

// MySQL tells a computed default by its `extra`; MariaDB puts the quotes into the default itself.
// https://mariadb.com/kb/en/information-schema-columns-table/
constexpr const char* kColumns = R"sql(
SELECT CONCAT('column ', c.table_name, '.', c.column_name, ': ', c.column_type,
              COALESCE(CONCAT(' ', c.character_set_name, ' ', c.collation_name), ''),
              IF(c.is_nullable = 'NO', ' not null', ''),
              CASE WHEN c.column_default IS NULL OR c.column_default = 'NULL' THEN ''
                   WHEN VERSION() LIKE '%MariaDB%' OR c.extra LIKE '%DEFAULT_GENERATED%'
                   THEN CONCAT(' default ', c.column_default)
                   ELSE CONCAT(' default ', QUOTE(c.column_default)) END,
              IF(TRIM(REPLACE(c.extra, 'DEFAULT_GENERATED', '')) = '', '',
                 CONCAT(' ', TRIM(REPLACE(c.extra, 'DEFAULT_GENERATED', '')))),
              IF(COALESCE(c.generation_expression, '') = '', '',
                 CONCAT(' as (', c.generation_expression, ')')),
              IF(c.column_comment = '', '', CONCAT(' comment ', QUOTE(c.column_comment))))
  FROM information_schema.columns c
  JOIN information_schema.tables t USING (table_schema, table_name)
 WHERE c.table_schema = DATABASE() AND t.table_type NOT IN ('VIEW', 'SEQUENCE')
   AND LEFT(c.table_name, 7) <> 'godwit_'
)sql";

constexpr const char* kIndexesOfMysql = R"sql(
SELECT CONCAT('index ', table_name, '.', index_name, ': ', IF(non_unique = 0, 'unique ', ''),
              index_type, IF(is_visible = 'NO', ' invisible', ''),
              IF(index_comment = '', '', CONCAT(' comment ', QUOTE(index_comment))), ' on '),
       CONCAT(COALESCE(column_name, CONCAT('(', expression, ')')),
              COALESCE(CONCAT('(', sub_part, ')'), ''), IF(collation = 'D', ' desc', ''))
  FROM information_schema.statistics
 WHERE table_schema = DATABASE() AND LEFT(table_name, 7) <> 'godwit_'
 ORDER BY table_name, index_name, seq_in_index
)sql";

constexpr const char* kIndexesOfMariadb = R"sql(
SELECT CONCAT('index ', table_name, '.', index_name, ': ', IF(non_unique = 0, 'unique ', ''),
              index_type, IF(ignored = 'YES', ' ignored', ''),
              IF(index_comment = '', '', CONCAT(' comment ', QUOTE(index_comment))), ' on '),
       CONCAT(column_name, COALESCE(CONCAT('(', sub_part, ')'), ''),
              IF(collation = 'D', ' desc', ''))
  FROM information_schema.statistics
 WHERE table_schema = DATABASE() AND LEFT(table_name, 7) <> 'godwit_'
 ORDER BY table_name, index_name, seq_in_index
)sql";

constexpr const char* kForeignKeys = R"sql(
SELECT CONCAT('foreign key ', k.table_name, '.', k.constraint_name, ': to ',
              IF(k.referenced_table_schema = DATABASE(), '', CONCAT(k.referenced_table_schema, '.')),
              k.referenced_table_name, ' on delete ', r.delete_rule, ' on update ', r.update_rule,
              ' by '),
       CONCAT(k.column_name, ' = ', k.referenced_column_name)
  FROM information_schema.key_column_usage k
  JOIN information_schema.referential_constraints r USING (constraint_schema, constraint_name,
                                                           table_name)
 WHERE k.constraint_schema = DATABASE() AND k.referenced_table_name IS NOT NULL
 ORDER BY k.table_name, k.constraint_name, k.ordinal_position
)sql";

constexpr const char* kChecksOfMysql = R"sql(
SELECT CONCAT('check ', t.table_name, '.', c.constraint_name, ': ', c.check_clause,
              IF(t.enforced = 'NO', ' not enforced', ''))
  FROM information_schema.check_constraints c
  JOIN information_schema.table_constraints t USING (constraint_schema, constraint_name)
 WHERE c.constraint_schema = DATABASE() AND t.constraint_type = 'CHECK'
)sql";

constexpr const char* kChecksOfMariadb = R"sql(
SELECT CONCAT('check ', table_name, '.', constraint_name, ': ', check_clause, ' of ', level)
  FROM information_schema.check_constraints WHERE constraint_schema = DATABASE()
)sql";

constexpr const char* kPartitions = R"sql(
SELECT CONCAT('partition ', table_name, '.', partition_name,
              COALESCE(CONCAT('.', subpartition_name), ''), ': ', partition_method,
              COALESCE(CONCAT(' (', partition_expression, ')'), ''),
              COALESCE(CONCAT(' ', partition_description), ''),
              COALESCE(CONCAT(' by ', subpartition_method, ' (', subpartition_expression, ')'), ''),
              IF(partition_comment = '', '', CONCAT(' comment ', QUOTE(partition_comment))))
  FROM information_schema.partitions
 WHERE table_schema = DATABASE() AND partition_name IS NOT NULL
)sql";

// Views are kept with the name of their database, which each test's own database has another.
constexpr const char* kViews = R"sql(
SELECT CONCAT('view ', table_name, ': ',
              REPLACE(view_definition, CONCAT('`', DATABASE(), '`.'), ''),
              ' security ', security_type, ' check ', check_option)
  FROM information_schema.views WHERE table_schema = DATABASE()
)sql";

constexpr const char* kTriggers = R"sql(
SELECT CONCAT('trigger ', event_object_table, '.', trigger_name, ': ', action_timing, ' ',
              event_manipulation, ' #', action_order, ' ', action_statement)
  FROM information_schema.triggers WHERE trigger_schema = DATABASE()
)sql";

constexpr const char* kRoutines = R"sql(
SELECT CONCAT('function ', r.routine_name, ': ', r.routine_type, ' ', r.is_deterministic, ' ',
              r.sql_data_access, ' security ', r.security_type,
              IF(r.routine_comment = '', '', CONCAT(' comment ', QUOTE(r.routine_comment))), ' ',
              r.routine_definition, ' with '),
       CONCAT(COALESCE(CONCAT(p.parameter_mode, ' '), ''), COALESCE(p.parameter_name, 'returns'),
              ' ', p.dtd_identifier)
  FROM information_schema.routines r
  LEFT JOIN information_schema.parameters p ON p.specific_schema = r.routine_schema
                                           AND p.specific_name = r.specific_name
                                           AND p.routine_type = r.routine_type
 WHERE r.routine_schema = DATABASE()
 ORDER BY r.routine_name, r.routine_type, p.ordinal_position
)sql";

constexpr const char* kGrants = R"sql(
SELECT CONCAT('grant ', IF(is_grantable = 'YES', 'with grant option ', ''), '*: ', privilege_type,
              ' ', grantee)
  FROM information_schema.schema_privileges WHERE table_schema = DATABASE()
UNION ALL
SELECT CONCAT('grant ', IF(is_grantable = 'YES', 'with grant option ', ''), table_name, ': ',
              privilege_type, ' ', grantee)
  FROM information_schema.table_privileges WHERE table_schema = DATABASE()
UNION ALL
SELECT CONCAT('grant ', IF(is_grantable = 'YES', 'with grant option ', ''), table_name, '.',
              column_name, ': ', privilege_type, ' ', grantee)
  FROM information_schema.column_privileges WHERE table_schema = DATABASE()
UNION ALL
SELECT CONCAT('grant ', routine_type, ' ', routine_name, ': ', proc_priv, ' ', user, '@', host)
  FROM mysql.procs_priv WHERE db = DATABASE()
)sql";

constexpr const char* kSequences = R"sql(
SELECT table_name FROM information_schema.tables
 WHERE table_schema = DATABASE() AND table_type = 'SEQUENCE'
)sql";

// A row is a line, or the beginning of a line and one item of the list that it ends with.
void add(std::vector<std::string>& lines, const Rows& rows) {
    std::string head;
    for (const auto& row : rows.values) {
        const std::string begin = row[0].value_or("NULL");
        if (row.size() == 1) {
            lines.push_back(begin);
        } else if (begin == head) {
            lines.back() += ", " + row[1].value_or("");
        } else {
            head = begin;
            lines.push_back(begin + row[1].value_or(""));
        }
    }
}

// Only MariaDB has sequences: each is a table of one row.
// https://mariadb.com/kb/en/create-sequence/
void addSequences(std::vector<std::string>& lines, Connection& connection) {
    for (const auto& row : connection.query(kSequences).values) {
        const std::string name = row[0].value_or("");
        add(lines,
            connection.query("SELECT CONCAT('sequence " + name +
                             ": start ', start_value, ' increment ', increment, ' from ', "
                             "minimum_value, ' to ', maximum_value, ' cache ', cache_size, "
                             "IF(cycle_option, ' cycle', '')) FROM `" +
                             name + "`"));
    }
}

}  // namespace

std::vector<std::string> mysqlCatalog(Connection& connection) {
    const bool mariadb = connection.kind() == DatabaseKind::MariaDB;
    std::vector<std::string> lines;
    for (const char* sql : {kTables,
                            kOrder,
                            kColumns,
                            mariadb ? kIndexesOfMariadb : kIndexesOfMysql,
                            kForeignKeys,
                            mariadb ? kChecksOfMariadb : kChecksOfMysql,
                            kPartitions,
                            kViews,
                            kTriggers,
                            kRoutines,
                            kGrants}) {
        add(lines, connection.query(sql));
    }
    if (mariadb) {
        addSequences(lines, connection);
    }
    return lines;
}

}  // namespace godwit::test
