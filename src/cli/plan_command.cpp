#include <godwit/report.hpp>

#include "cli/commands.hpp"

namespace godwit::detail::cli {

int showPlan(const Context& context) {
    constexpr int kPending = 2;
    const Plan plan = context.migrator.plan(context.arguments.target);
    context.console.out(context.arguments.json ? toJson(plan) + '\n' : toText(plan));
    return context.arguments.stateInExit && !plan.steps.empty() ? kPending : 0;
}

}  // namespace godwit::detail::cli
