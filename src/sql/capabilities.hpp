#pragma once

#include <string_view>

namespace godwit::detail {

/// What a server of one kind and version can do, as far as the SQL depends on it. Each dialect
/// fills it in one place from the version; nothing else compares versions.
struct Capabilities {
    bool transactionalDdl = true;
    bool randomUuid = true;             ///< Has a function that makes a random uuid.
    bool uuidType = true;               ///< Has a type for them.
    bool expressionDefaults = true;     ///< Takes any expression as a default, for any type.
    bool literalDefaultsOfText = true;  ///< Takes a plain literal as the default of a long text.
    bool enforcedChecks = true;         ///< Does more with a CHECK than to parse it.
    bool renamesCheckedColumns = true;  ///< Renames a column inside the CHECKs that name it.
    bool addsRandomDefaults = true;     ///< Adds a column whose default differs from row to row.
    bool missingParent = false;         ///< Takes a foreign key to a table that is not there yet.
    std::string_view dropCheck = "DROP CONSTRAINT";
    std::string_view textCollation{};  ///< MySQL, MariaDB: compares text byte by byte.
};

}  // namespace godwit::detail
