#pragma once

#include <map>
#include <vector>

#include <godwit/database.hpp>
#include <godwit/operation.hpp>

namespace godwit::detail {

using Objects = std::map<ObjectName, KnownObject>;

/// Of the objects those that the operations do not make anew.
Objects keptBy(const std::vector<Operation>& operations, const Objects& objects);

/// Refuses operations that leave SQL behind which names what they have renamed or taken away, where
/// the server does not look into that SQL: it would fail when it is used, long after the migration.
/// What is made anew by the same operations, or is written by raw SQL among them, is not looked at.
/// @param before the schema that the operations begin with.
/// @param older SQL that was there before what it might name was: it speaks of something else.
/// @throws UsageError (GW212)
void wantNothingLeftBehind(const std::vector<Operation>& operations,
                           const Schema& before,
                           DatabaseKind kind,
                           const Objects& older = {});

}  // namespace godwit::detail
