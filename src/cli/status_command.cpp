#include <godwit/report.hpp>

#include "cli/commands.hpp"
#include "report/status_counts.hpp"

namespace godwit::detail::cli {

namespace {

// The worst comes first; the numbers are those of the errors that `up` would end with.
int stateOf(const Status& status) {
    const report::StatusCounts counts = report::countsOf(status);
    if (counts.unknown > 0) {
        return 21;
    }
    if (counts.modified > 0) {
        return 22;
    }
    if (status.unfinished) {
        return 28;
    }
    return counts.pending > 0 ? 2 : 0;
}

}  // namespace

int showStatus(const Context& context) {
    const Status status = context.migrator.status();
    context.console.out(context.arguments.json ? toJson(status) + '\n' : toText(status));
    return context.arguments.stateInExit ? stateOf(status) : 0;
}

}  // namespace godwit::detail::cli
