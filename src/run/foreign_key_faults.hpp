#pragma once

#include <string>
#include <vector>

#include <godwit/connection.hpp>
#include <godwit/dialect.hpp>

namespace godwit::detail {

/// A row that refers to none.
struct ForeignKeyFault {
    std::string identity;  ///< The same for the same row as long as table and key keep their names.
    std::string told;      ///< A sentence about it.
};

/// All that `PRAGMA foreign_key_check` finds in an SQLite database.
/// https://www.sqlite.org/pragma.html#pragma_foreign_key_check
std::vector<ForeignKeyFault> foreignKeyFaults(Driver& driver, const Dialect& dialect);

/// @throws DatabaseError (GW714) for faults that are not in `before`.
void wantNoNewFaults(Driver& driver,
                     const Dialect& dialect,
                     const std::vector<ForeignKeyFault>& before);

}  // namespace godwit::detail
