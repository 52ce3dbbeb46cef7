#pragma once

#include <vector>

#include <godwit/operation.hpp>
#include <godwit/schema.hpp>

namespace godwit::detail {

/// True when it changes what is held on something.
bool concernsPrivileges(const Operation& operation);

/// The grants and revocations that lead back to the privileges of `before`. What is not known is
/// left alone.
/// @param now the schema after the operation
/// @param back what else takes the operation back, and runs first
std::vector<Operation> grantedBack(const Operation& operation,
                                   Schema before,
                                   Schema now,
                                   const std::vector<Operation>& back);

/// Refuses to take back a grant, or a revocation, of which it is not known what was held before.
/// @throws UsageError (GW218)
void wantKnownPrivileges(const Operation& operation, const Grant& given, const Schema& before);

}  // namespace godwit::detail
