#include <fmt/format.h>

#include "cli/progress.hpp"
#include "report/report_text.hpp"
#include "report/words.hpp"

namespace godwit::detail::cli {

namespace {

constexpr std::chrono::seconds kBetweenWaitingLines{10};

std::string standing(const Event& event) {
    std::string out = event.steps == 0 ? "" : fmt::format("[{}/{}] ", event.step, event.steps);
    out += fmt::format("{} {}",
                       event.direction == Direction::Up ? "applying" : "rolling back",
                       event.id);
    if (event.kind == Event::Kind::StepStarted && event.done > 0) {
        out += fmt::format(": going on behind {} of {}",
                           event.done,
                           report::counted(event.statements, "statement"));
    }
    if (event.kind == Event::Kind::StatementFinished) {
        out += fmt::format(": {} of {}",
                           event.statement,
                           report::counted(event.statements, "statement"));
    }
    if (event.kind == Event::Kind::BatchFinished) {
        out += fmt::format(": statement {} of {}, {} so far",
                           event.statement,
                           event.statements,
                           report::counted(event.rows, "row"));
    }
    return out;
}

}  // namespace

Progress::Progress(Console& console, Migrator& migrator, bool json)
    : console_(console), migrator_(migrator), json_(json), before_(migrator.options().onEvent) {
    migrator_.onEvent([this](const Event& event) {
        show(event);
        if (before_) {
            before_(event);
        }
    });
}

Progress::~Progress() { migrator_.onEvent(before_); }

void Progress::show(const Event& event) {
    switch (event.kind) {
    case Event::Kind::Waiting:
        return showWaiting(event);
    case Event::Kind::StepStarted:
    case Event::Kind::StatementFinished:
    case Event::Kind::BatchFinished:
        return console_.progress(standing(event));
    case Event::Kind::StepFinished:
        ++finished_;
        if (!json_) {
            const StepReport step{event.id,
                                  event.direction,
                                  event.statements,
                                  event.duration,
                                  event.done};
            console_.out(report::lineOf(step) + '\n');
        }
        return;
    }
}

void Progress::showWaiting(const Event& event) {
    const std::string line =
        fmt::format("waiting for another process that migrates this database ({})",
                    report::briefly(event.duration));
    if (console_.showsProgress()) {
        return console_.progress(line);
    }
    if (json_ || event.duration < nextWaiting_) {
        return;
    }
    nextWaiting_ = event.duration + kBetweenWaitingLines;
    console_.err(line + '\n');
}

}  // namespace godwit::detail::cli
