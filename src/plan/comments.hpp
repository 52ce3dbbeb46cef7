#pragma once

#include <string>
#include <vector>

#include <godwit/migration_set.hpp>
#include <godwit/operation.hpp>
#include <godwit/statement.hpp>

namespace godwit::detail {

/// Lets the first statement say what a migration is for, in the migration's own words; nothing
/// where it has none.
/// @throws UsageError (GW103) for words that are not UTF-8.
void describe(const Migration& migration, std::vector<Statement>& statements);

/// The migration's reason and those of its calls, a line each: what the history keeps.
/// @throws UsageError (GW103) for a reason that is not UTF-8.
std::string reasonsOf(const Migration& migration, const std::vector<Operation>& operations);

}  // namespace godwit::detail
