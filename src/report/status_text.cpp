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

Line lineOf(const MigrationStatus& migration) {
    const AppliedMigration& applied = migration.applied;
    const std::string state{nameOf(migration.state)};
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

std::string table(const std::vector<MigrationStatus>& migrations) {
    std::vector<Line> lines = {
        {"migration", "state", "batch", "applied at (UTC)", "duration", "description"}};
    std::transform(migrations.begin(), migrations.end(), std::back_inserter(lines), lineOf);

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
        out += '\n' + table(status.migrations);
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
