#include <fmt/format.h>

#include <godwit/report.hpp>

#include "report/report_text.hpp"
#include "report/words.hpp"

namespace godwit {

namespace detail::report {

std::string lineOf(const StepReport& step) {
    return fmt::format("{} {} ({}{}, {})",
                       step.direction == Direction::Up ? "applied" : "rolled back",
                       printableLine(step.id),
                       counted(step.statements, "statement"),
                       step.done == 0 ? "" : fmt::format(", {} of them before", step.done),
                       briefly(step.duration));
}

std::string summaryOf(const Report& report) {
    std::size_t up = 0;
    std::size_t down = 0;
    std::chrono::microseconds duration{0};
    for (const StepReport& step : report.steps) {
        (step.direction == Direction::Up ? up : down) += 1;
        duration += step.duration;
    }
    if (up == 0 && down == 0) {
        return "Nothing to do.";
    }
    if (down == 0) {
        return fmt::format("{} applied in {}.", counted(up, "migration"), briefly(duration));
    }
    return fmt::format("{} rolled back{} in {}.",
                       counted(down, "migration"),
                       up == 0 ? "" : fmt::format(" and {} applied", up),
                       briefly(duration));
}

}  // namespace detail::report

std::string toText(const Report& report) {
    std::string out;
    for (const StepReport& step : report.steps) {
        out += detail::report::lineOf(step) + '\n';
    }
    return out + detail::report::summaryOf(report) + '\n';
}

}  // namespace godwit
