#include "mysql/capabilities.hpp"

namespace godwit::detail {

namespace {

// Text compares byte by byte, blanks at the end included, as it does on PostgreSQL and SQLite: two
// rows that are different on one database are not equal on another. The servers' own default
// collations take 'a', 'A' and, padded, 'a ' for the same.
constexpr std::string_view kMysqlBinary = "utf8mb4_0900_bin";
constexpr std::string_view kMysqlBinaryPadded = "utf8mb4_bin";  // Before it: 'a' = 'a '.
constexpr std::string_view kMariadbBinary = "utf8mb4_nopad_bin";

constexpr ObjectKinds kCommonObjects{ObjectKind::View,
                                     ObjectKind::Trigger,
                                     ObjectKind::Function,
                                     ObjectKind::Procedure,
                                     ObjectKind::Schema,
                                     ObjectKind::Role,
                                     ObjectKind::Grant,
                                     ObjectKind::Partition};

Capabilities mysql(const Version& version) {
    Capabilities can;
    can.uuidType = false;
    // https://dev.mysql.com/doc/refman/8.0/en/invisible-columns.html
    can.invisibleColumns = version >= Version{8, 0, 23};
    // https://dev.mysql.com/doc/refman/9.4/en/vector.html
    can.vectors = version >= Version{9, 0, 0};
    can.caseInsensitiveCollation = "utf8mb4_0900_as_ci";
    can.spatialReference = "SRID ";
    // https://dev.mysql.com/doc/refman/8.0/en/data-type-defaults.html#data-type-defaults-explicit
    can.expressionDefaults = version >= Version{8, 0, 13};
    can.literalDefaultsOfText = false;
    // https://dev.mysql.com/doc/refman/8.0/en/create-table-check-constraints.html
    // https://dev.mysql.com/doc/refman/8.0/en/create-index.html#create-index-functional-key-parts
    can.index.expressions = version >= Version{8, 0, 13};
    can.index.maxParts = 16;  // https://dev.mysql.com/doc/refman/8.4/en/column-indexes.html
    can.index.hide = "INVISIBLE";
    can.index.show = "VISIBLE";
    can.enforcedChecks = version >= Version{8, 0, 16};
    can.renamesCheckedColumns = false;  // Error 3959.
    can.addsRandomDefaults = false;     // Error 1674, with and without a binary log.
    // https://dev.mysql.com/doc/refman/8.4/en/partitioning-list.html
    can.restPartitions = false;
    // https://dev.mysql.com/doc/refman/8.0/en/revoke.html
    can.revokeIfExists = version >= Version{8, 0, 30};
    can.movesPartitions = false;
    can.objects = kCommonObjects;
    can.dropForeignKey = "DROP FOREIGN KEY";
    can.dropCheck = "DROP CHECK";
    // https://dev.mysql.com/doc/refman/8.0/en/charset-unicode-sets.html
    can.textCollation = version >= Version{8, 0, 17} ? kMysqlBinary : kMysqlBinaryPadded;
    return can;
}

Capabilities mariadb(const Version& version) {
    Capabilities can;
    can.dropForeignKey = "DROP FOREIGN KEY";
    // https://mariadb.com/docs/server/reference/data-types/string-data-types/uuid-data-type
    can.uuidType = version >= Version{10, 7, 0};
    // https://mariadb.com/docs/server/server-usage/partitioning-tables/partitioning-overview
    can.movesPartitions = version >= Version{10, 7, 0};
    // https://mariadb.com/docs/server/reference/sql-structure/sequences/create-sequence
    can.typedSequences = version >= Version{11, 5, 0};
    // https://mariadb.com/docs/server/reference/sql-structure/sequences/create-sequence
    can.objects = kCommonObjects.with(ObjectKind::Sequence);
    // https://mariadb.com/docs/server/reference/data-types/string-data-types/character-sets/supported-character-sets-and-collations
    can.textCollation = kMariadbBinary;
    can.index.expressions = false;
    // https://mariadb.com/docs/release-notes/community-server/old-releases/10.8/mariadb-1080-release-notes
    can.index.descending = version >= Version{10, 8, 0};
    can.index.hide = "IGNORED";
    can.index.show = "NOT IGNORED";
    // https://mariadb.com/docs/server/reference/sql-statements/data-definition/alter/alter-table/online-schema-change
    can.copiesOnline = version >= Version{11, 2, 0};
    // https://mariadb.com/docs/server/reference/sql-statements/data-definition/create/invisible-columns
    can.invisibleColumns = true;
    // https://mariadb.com/docs/server/reference/sql-statements/data-definition/create/generated-columns
    can.computedNotNull = false;
    // https://mariadb.com/docs/release-notes/community-server/old-releases/11.7/what-is-mariadb-117
    can.vectors = version >= Version{11, 7, 0};
    can.vectorsInRow = true;
    // https://mariadb.com/docs/release-notes/community-server/old-releases/10.10/what-is-mariadb-1010
    // None before keeps accents apart.
    can.caseInsensitiveCollation =
        version >= Version{10, 10, 1} ? "utf8mb4_uca1400_nopad_as_ci" : "";
    can.spatialReference = "REF_SYSTEM_ID=";
    can.enforcesSrid = false;
    return can;
}

}  // namespace

Capabilities mysqlCapabilities(const Server& server) {
    Capabilities can =
        server.kind == DatabaseKind::MariaDB ? mariadb(server.version) : mysql(server.version);
    // https://dev.mysql.com/doc/refman/8.4/en/charset-column.html
    can.columnCharsets = true;
    // https://dev.mysql.com/doc/refman/8.4/en/timestamp-initialization.html
    can.renewedColumns = true;
    // https://dev.mysql.com/doc/refman/8.4/en/create-table.html#create-table-options
    can.tableEngines = true;
    // https://dev.mysql.com/doc/refman/8.4/en/create-temporary-table.html
    can.keysOfTemporaryTables = false;
    // Each statement commits for itself.
    // https://dev.mysql.com/doc/refman/8.4/en/implicit-commit.html
    can.transactionalDdl = false;
    // InnoDB of MySQL refuses SET DEFAULT, that of MariaDB forgets it without a word.
    // https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html#foreign-key-referential-actions
    can.constraint.setDefault = false;
    // https://dev.mysql.com/doc/refman/8.4/en/partitioning-limitations-storage-engines.html
    can.foreignKeysOfPartitions = false;
    can.index.prefixes = true;
    can.index.fullText = true;
    can.index.spatial = true;
    can.index.concurrently = true;
    can.index.onlineClauses = true;
    // https://dev.mysql.com/doc/refman/8.4/en/row-constructor-optimization.html
    can.comparesRowsByIndex = false;
    can.detachesConcurrently = false;
    return can;
}

}  // namespace godwit::detail
