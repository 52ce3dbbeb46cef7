#include <fmt/format.h>

#include <godwit/report.hpp>

#include "cli/commands.hpp"
#include "cli/progress.hpp"
#include "report/report_text.hpp"

namespace godwit::detail::cli {

namespace {

void wantConfirmation(const Context& context) {
    if (context.arguments.target.kind != Target::Kind::RollbackAll || context.arguments.yes) {
        return;
    }
    throw UsageError(
        ErrorCode::ConfirmationNeeded,
        {"`rollback --all` takes back every migration, and what the tables hold goes with them",
         "The database is untouched.",
         fmt::format("say that you mean it: {} rollback --all --yes", context.program)});
}

}  // namespace

int runMigrations(const Context& context) {
    wantConfirmation(context);
    const bool json = context.arguments.json;
    Progress progress{context.console, context.migrator, json};
    const Report report = context.migrator.run(context.arguments.target);
    if (json) {
        context.console.out(toJson(report) + '\n');
        return 0;
    }
    for (std::size_t i = progress.finished(); i < report.steps.size(); ++i) {
        context.console.out(report::lineOf(report.steps[i]) + '\n');
    }
    context.console.out(report::summaryOf(report) + '\n');
    return 0;
}

}  // namespace godwit::detail::cli
