#pragma once

#include <godwit/plan.hpp>

namespace godwit::detail {

/// Lets the plan's first step go on where an interrupted run has stopped.
/// @throws HistoryError (GW505) when the plan does not begin with that very migration and
/// direction, or when what stands is not what the plan would have run.
void goOn(Plan& plan, const UnfinishedMigration& unfinished, const MigrationSet& migrations);

}  // namespace godwit::detail
