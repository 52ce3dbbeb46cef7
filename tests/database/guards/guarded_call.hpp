#pragma once

#include <string>
#include <vector>

#include <godwit/schema_builder.hpp>

#include "golden/golden.hpp"

namespace godwit::test {

/// A guarded call, and the same without its guard.
struct GuardedCall {
    using Body = GoldenCase::Body;

    std::string name;
    DatabaseSet databases;
    Body given;  ///< What there is before.
    Body plain;
    Body guarded;
    Body byHand = nullptr;  ///< Leaves the call nothing to do; `plain` itself when it is not said.
    /// Where it takes along what a migration has made beside it, an index or a function. Of a table
    /// that no migration made, that is not known.
    DatabaseSet takesAlong = noDatabase;
};

/// Calls about columns and comments in alterTable.
const std::vector<GuardedCall>& guardedColumns();
/// Calls about keys, checks and indexes.
const std::vector<GuardedCall>& guardedKeys();
/// Calls beside alterTable.
const std::vector<GuardedCall>& guardedObjects();

/// Tables with keys, checks and indexes of names that the calls know.
void guardedTables(SchemaBuilder& schema);

}  // namespace godwit::test
