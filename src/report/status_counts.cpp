#include "report/status_counts.hpp"

namespace godwit::detail::report {

StatusCounts countsOf(const Status& status) {
    StatusCounts counts;
    for (const MigrationStatus& migration : status.migrations) {
        switch (migration.state) {
        case MigrationStatus::State::Pending:
            ++counts.pending;
            break;
        case MigrationStatus::State::Applied:
            ++counts.applied;
            break;
        case MigrationStatus::State::Modified:
            ++counts.modified;
            break;
        case MigrationStatus::State::Unknown:
            ++counts.unknown;
            break;
        }
    }
    return counts;
}

}  // namespace godwit::detail::report
