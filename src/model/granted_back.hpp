#pragma once

#include <vector>

#include <godwit/operation.hpp>
#include <godwit/schema.hpp>

namespace godwit::detail {

/// The grants and revocations that lead from the privileges of `now` to those of `before`. What is
/// not known is left alone.
std::vector<Operation> grantedBack(const Schema& before, const Schema& now, SourceLine line);

/// The part of a revocation for roles that no migration has granted anything there: they may hold
/// it all the same.
std::vector<Operation> grantedUnseen(const Grant& revoked, const Schema& before, SourceLine line);

}  // namespace godwit::detail
