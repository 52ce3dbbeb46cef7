#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <godwit/database.hpp>
#include <godwit/error.hpp>
#include <godwit/operation.hpp>

namespace godwit::detail {

// A drop or a change of type that keeps a copy is several operations: the copy is a table like any
// other, whose name begins with "godwit_copy_". So is the way back.

/// True for an operation that keeps a copy or restores one.
bool involvesCopies(const Operation& operation);

/// What the operation comes to, itself among it; alone where it neither keeps nor restores.
/// @param kind for which database; the schema ends up the same on all of them.
/// @throws UsageError (GW231) when nothing is known by which the rows could be told apart, (GW232)
/// when there is a copy of that name already.
std::vector<Operation> withCopies(const Operation& operation,
                                  const Schema& before,
                                  DatabaseKind kind);

/// The same of a whole list, each seen where it stands.
std::vector<Operation> withCopies(const std::vector<Operation>& operations,
                                  const Schema& before,
                                  DatabaseKind kind);

/// Marks the operations of a way down that take back those of `up` that kept a copy. Copies that it
/// leaves alone go at its end.
void markRestored(const std::vector<Operation>& up, std::vector<Operation>& down);

/// A refusal that is about a copy.
[[noreturn]] void refuseCopy(const Operation& operation,
                             ErrorCode code,
                             std::string message,
                             std::string hint);

}  // namespace godwit::detail
