#pragma once

#include <cstdint>

#include <godwit/schema.hpp>

namespace godwit::detail {

// What a grant or a revocation means to the databases of a schema.

/// True when privileges stay with what they are on, as on PostgreSQL; the others keep them with its
/// name.
bool keepsPrivilegesWithThings(const Schema& schema);

/// The same grant as the databases of the schema keep it: of a function the one that is known, and
/// where a schema is a database, all that is in it as one place, and a sequence as the table that
/// it is there.
Grant asKept(Grant grant, const Schema& schema);

/// A sequence of MariaDB is a table, whose next number is inserted. PostgreSQL lets both USAGE and
/// UPDATE take one, and USAGE read the last one too.
Privileges asOfTable(Privileges onSequence);

/// All bits that it gives or takes. A membership is held as a whole.
std::uint16_t bitsOf(const Grant& grant);

/// What everybody may do with a new function or procedure of PostgreSQL. Where that is revoked, the
/// schema knows that they hold nothing; where neither is known, it knows nothing of everybody.
/// https://www.postgresql.org/docs/current/ddl-priv.html
bool isUsualOfEverybody(const Held& held);

inline constexpr Privileges kPrivilegesOnColumns = select | insert | update | referencing;

inline constexpr const char* kEverybody = "public";

}  // namespace godwit::detail
