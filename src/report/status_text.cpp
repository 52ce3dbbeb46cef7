#include <algorithm>
#include <array>

#include <fmt/format.h>

#include <godwit/report.hpp>

#include "report/status_counts.hpp"
#include "report/words.hpp"

namespace godwit {

namespace {

using namespace detail::report;

constexpr std::size_t kColumns = 6;
using Line = std::array<std::string, kColumns>;

constexpr std::array<bool, kColumns> kRightAligned = {false, false, true, false, true, false};

Line lineOf(const MigrationStatus& migration, const Status& status) {
    const AppliedMigration& applied = migration.applied;
    const bool halfWay = status.unfinished && status.unfinished->id == migration.id;
    const std::string state{halfWay ? "half-way" : nameOf(migration.state)};
    if (migration.state == MigrationStatus::State::Pending) {
        return {migration.id, state, "", "", "", printableLine(migration.description)};
    }
    return {printableLine(migration.id),
            state,
            fmt::format("{}", applied.batch),
            // Whole seconds are enough for a person.
            printableLine(applied.finishedAt.substr(0, applied.finishedAt.find('.'))),
            briefly(std::chrono::milliseconds{applied.durationMs}),
            printableLine(migration.description)};
}

std::string table(const Status& status) {
    std::vector<Line> lines = {
        {"migration", "state", "batch", "applied at (UTC)", "duration", "description"}};
    for (const MigrationStatus& migration : status.migrations) {
        lines.push_back(lineOf(migration, status));
    }

    std::array<std::size_t, kColumns> widths{};
    for (const Line& line : lines) {
        for (std::size_t i = 0; i < kColumns; ++i) {
            widths[i] = std::max(widths[i], line[i].size());
        }
    }
    std::string out;
    for (const Line& line : lines) {
        std::string row;
        for (std::size_t i = 0; i + 1 < kColumns; ++i) {
            row += kRightAligned[i] ? fmt::format("{:>{}}  ", line[i], widths[i])
                                    : fmt::format("{:<{}}  ", line[i], widths[i]);
        }
        row += line.back();
        out += row.substr(0, row.find_last_not_of(' ') + 1) + '\n';
    }
    return out;
}

std::string halfWay(const UnfinishedMigration& unfinished) {
    return fmt::format(
        "\nhalf-way: {} of {} done, {} {}, begun {} UTC by {}. Either\n"
        "          that run is still at it, or the next one goes on from there.\n",
        unfinished.done,
        counted(unfinished.statements, "statement"),
        nameOf(unfinished.direction),
        printableLine(unfinished.id),
        printableLine(unfinished.startedAt.substr(0, unfinished.startedAt.find('.'))),
        printableLine(unfinished.actor));
}

std::string headline(const Status& status, const StatusCounts& counts) {
    std::string out =
        fmt::format("{} ({}): ", printableLine(status.database), titleOf(status.server));
    if (status.migrations.empty()) {
        return out + "there are no migrations.\n";
    }
    out += fmt::format("{} applied, {} pending", counts.applied, counts.pending);
    if (counts.modified > 0) {
        out += fmt::format(", {} modified", counts.modified);
    }
    if (counts.unknown > 0) {
        out += fmt::format(", {} unknown", counts.unknown);
    }
    return out + fmt::format(". The history is in {}.\n", printableLine(status.historyTable));
}

}  // namespace

std::string toText(const Status& status) {
    const StatusCounts counts = countsOf(status);
    std::string out = headline(status, counts);
    if (!status.migrations.empty()) {
        out += '\n' + table(status);
    }
    if (status.unfinished) {
        out += halfWay(*status.unfinished);
    }
    if (counts.modified > 0) {
        out +=
            "\nmodified: what the program has under this id is not what was applied. Restore the "
            "file and write\n          the change as a new migration.\n";
    }
    if (counts.unknown > 0) {
        out +=
            "\nunknown:  this was applied and the program does not have it. Run the newer program, "
            "or bring\n          the file back.\n";
    }
    return out;
}

}  // namespace godwit
