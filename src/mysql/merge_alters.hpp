#pragma once

#include <vector>

#include "sql/script.hpp"

namespace godwit::detail {

/// Statements out of pieces: neighbouring changes of one table become one ALTER TABLE where the
/// server does them in the same way and neither speaks of what the other does. Fewer statements are
/// fewer places for a migration to stop half-way.
///
/// Changes of different classes stay apart, since the dearest way would be taken for all of them.
/// Changes that refer to each other stay apart, since the server reads all of them against the
/// table as it was: a column cannot be added and renamed at once (error 1054), nor a foreign key
/// dropped and added again (errno 121).
std::vector<Statement> mergedStatements(const std::vector<Piece>& pieces, const Dialect& dialect);

}  // namespace godwit::detail
