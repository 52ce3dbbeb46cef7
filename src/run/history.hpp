#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <godwit/connection.hpp>
#include <godwit/dialect.hpp>
#include <godwit/plan.hpp>

#include "run/progress_table.hpp"

namespace godwit::detail {

/// What the history table says.
struct History {
    bool exists = false;
    std::int64_t lastSeq = 0;  ///< 0 when the table is missing or empty.
    std::int64_t lastBatch = 0;
    std::vector<AppliedMigration> applied;  ///< In the order of application.
    bool mayBeUnfinished = false;           ///< The table of the step under way is to be looked at.
};

/// What a row of the history is made of.
struct HistoryRow {
    const Step& step;
    std::int64_t seq;
    std::int64_t batch;
    std::string_view actor;
    std::chrono::microseconds duration;  ///< As `timesOf` takes it.
    bool inParts;                        ///< The step has a row in the progress table.
};

/// The history table: append-only, one row for each migration applied or reverted. What is applied
/// is the fold over its rows.
///
///     seq           bigint primary key      1, 2, 3 ... given under the lock
///     migration_id  190 characters
///     description   text
///     action        12 characters           apply | revert
///     checksum      80 characters           "gw1:" and 64 hex digits
///     operations    text                    canonical JSON of the up operations; revert: empty
///     down_sql      text                    JSON array of the statements that take it back
///     batch         bigint                  the same for all rows of one run
///     started_at    instant, UTC
///     finished_at   instant, UTC
///     duration_ms   bigint
///     actor         text                    who
///     tool          60 characters           godwit and its version
///     format        smallint                1: this layout
///     reason        text or NULL            why, in the business's words
class HistoryTable {
public:
    explicit HistoryTable(std::string name) : name_(std::move(name)), progress_(name_) {}

    /// One query. A table that is not there is an empty history.
    /// @throws HistoryError (GW504) when a table of that name is something else.
    History read(Driver& driver, const Dialect& dialect) const;

    /// The `seq` of the last row, 0 when the table is missing or empty.
    std::int64_t lastSeq(Driver& driver, const Dialect& dialect) const;

    /// The statements that make the table.
    std::vector<std::string> creation(const Dialect& dialect) const;

    /// The statement that adds one row.
    std::string insertion(const Dialect& dialect, const HistoryRow& row) const;

    /// From here on the table is the one in this schema (PostgreSQL) or database (MySQL, MariaDB),
    /// whatever a migration does to the session.
    void in(const std::string& home) {
        home_ = home;
        progress_.in(home);
    }

    /// Where the step under way says how far it has come.
    const ProgressTable& progress() const { return progress_; }

    const std::string& name() const { return name_; }

private:
    std::string quoted(const Dialect& dialect) const;

    std::string name_;
    std::string home_;
    ProgressTable progress_;
};

}  // namespace godwit::detail
