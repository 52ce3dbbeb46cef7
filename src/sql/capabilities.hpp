#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

#include <godwit/schema_objects.hpp>

namespace godwit::detail {

/// What a server can say of an index beside its columns.
struct IndexCapabilities {
    bool expressions = true;        ///< Index an expression.
    bool descending = true;         ///< Sort by a column from its highest value to its lowest.
    bool where = false;             ///< Index some of the rows.
    bool collations = false;        ///< Sort texts in another way than the column.
    bool nullsOrder = false;        ///< Say where NULL stands; else it is less than every value.
    bool prefixes = false;          ///< Index the beginning of a value.
    bool include = false;           ///< Keep columns that are not sorted by.
    bool includeInSpGist = false;   ///< In an index by that method too.
    bool operatorClasses = false;   ///< Choose how values compare.
    bool methods = false;           ///< Choose how it is built.
    bool storage = false;           ///< Storage parameters and tablespaces.
    bool nullsNotDistinct = false;  ///< Take two NULLs for equal.
    bool concurrently = false;      ///< Build it while the table is written to.
    bool onlineClauses = false;     ///< ALGORITHM and LOCK.
    bool fullText = false;
    bool spatial = false;
    std::size_t maxParts = 32;
    std::string_view hide{};           ///< What an index becomes that the planner does not use.
    std::string_view show{};           ///< And one that it uses again.
    std::string_view insteadOfText{};  ///< What to do where there is no `fullText`.
};

/// What a server can say of a key or constraint beside its columns.
struct ConstraintCapabilities {
    bool deferrableKeys = false;         ///< Primary keys and unique constraints.
    bool deferrableForeignKeys = false;  ///< Look at a foreign key when the transaction ends.
    bool nullsNotDistinct = false;       ///< Take two NULLs for equal in a unique constraint.
    bool notValid = false;               ///< Leave out the rows that are there.
    bool exclusions = false;
    bool setDefault = true;  ///< ON DELETE and ON UPDATE SET DEFAULT of a foreign key.
};

/// Some kinds of objects beside tables.
struct ObjectKinds {
    constexpr ObjectKinds(std::initializer_list<ObjectKind> kinds) {
        for (const ObjectKind kind : kinds) {
            bits |= 1U << static_cast<unsigned>(kind);
        }
    }
    constexpr ObjectKinds with(ObjectKind kind) const {
        ObjectKinds more = *this;
        more.bits |= 1U << static_cast<unsigned>(kind);
        return more;
    }
    constexpr bool has(ObjectKind kind) const {
        return (bits >> static_cast<unsigned>(kind) & 1U) != 0;
    }

    std::uint32_t bits = 0;
};

inline constexpr ObjectKinds kEveryObject{ObjectKind::View,
                                          ObjectKind::MaterializedView,
                                          ObjectKind::Trigger,
                                          ObjectKind::Function,
                                          ObjectKind::Procedure,
                                          ObjectKind::Sequence,
                                          ObjectKind::Schema,
                                          ObjectKind::Extension,
                                          ObjectKind::RowSecurity,
                                          ObjectKind::Policy,
                                          ObjectKind::Role,
                                          ObjectKind::Grant,
                                          ObjectKind::Partition};

/// What a server of one kind and version can do, as far as the SQL depends on it. Each dialect
/// fills it in one place from the version; nothing else compares versions.
struct Capabilities {
    bool transactionalDdl = true;
    bool randomUuid = true;             ///< Has a function that makes a random uuid.
    bool uuidType = true;               ///< Has a type for them.
    bool expressionDefaults = true;     ///< Takes any expression as a default, for any type.
    bool literalDefaultsOfText = true;  ///< Takes a plain literal as the default of a long text.
    bool enforcedChecks = true;         ///< Does more with a CHECK than to parse it.
    bool renamesCheckedColumns = true;  ///< Renames a column inside the SQL that names it.
    bool addsRandomDefaults = true;     ///< Adds a column whose default differs from row to row.
    bool placesColumns = true;          ///< Adds a column before or between the others.
    bool missingParent = false;         ///< Takes a foreign key to a table that is not there yet.
    bool copiesOnline = false;          ///< Copies a table while it is written to.
    IndexCapabilities index{};
    ConstraintCapabilities constraint{};
    bool virtualColumns = true;         ///< Computes a column at each reading.
    bool computedNotNull = true;        ///< Takes NOT NULL behind a computed column.
    bool invisibleColumns = false;      ///< Leaves a column out of `SELECT *`.
    bool columnCharsets = false;        ///< Has a character set for each column.
    bool renewedColumns = false;        ///< Sets a column to now at each update by itself.
    bool identityOptions = false;       ///< Counts always, and in steps.
    bool tableEngines = false;          ///< Has engines, character sets and row formats of tables.
    bool rowidTables = false;           ///< Has tables that are not STRICT, or without row numbers.
    bool tableStorage = false;          ///< Has unlogged tables, tablespaces and parameters.
    bool keysOfTemporaryTables = true;  ///< Takes foreign keys of temporary tables.
    bool vectors = true;                ///< Has a type for vectors.
    bool vectorsInRow = false;          ///< MySQL, MariaDB: and keeps them with the other columns.
    bool enforcesSrid = true;           ///< Keeps points of other systems out.
    bool comparesRowsByIndex = true;    ///< Finds an index for `(a, b) > (1, 2)`.
    bool invokerViews = true;           ///< Has views that read with the rights of who asks.
    bool movesPartitions = true;        ///< Makes partitions of tables, and tables of them.
    bool detachesConcurrently = true;   ///< And while the table is written to.
    bool typedSequences = true;         ///< Has sequences of smaller integers.
    bool foreignKeysOfPartitions = true;  ///< Of partitioned tables, and to them.
    bool revokeIfExists = false;          ///< Says so to pass over privileges that are not held.
    bool restPartitions = true;           ///< Has partitions for what no other takes.
    ObjectKinds objects{};                ///< The kinds of objects that it has, beside tables.
    std::string_view dropForeignKey = "DROP CONSTRAINT";
    std::string_view dropCheck = "DROP CONSTRAINT";
    std::string_view textCollation{};  ///< MySQL, MariaDB: compares text byte by byte.
    /// MySQL, MariaDB: takes 'a' and 'A' for one, and keeps accents and blanks at the end apart.
    /// Empty: has none.
    std::string_view caseInsensitiveCollation{};
    std::string_view spatialReference{};  ///< The word before the number of a point's system.
};

}  // namespace godwit::detail
