#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <godwit/connection.hpp>
#include <godwit/dialect.hpp>
#include <godwit/plan.hpp>

namespace godwit::detail {

/// What the progress table says.
struct Progress {
    bool exists = false;
    std::optional<UnfinishedMigration> unfinished{};
};

/// How far the step under way has come: a sister table of the history, there only while a step of
/// several segments is under way or was interrupted. It has one row.
///
///     migration_id  190 characters, primary key
///     action        12 characters           apply | revert
///     checksum      80 characters           of the migration as it was begun
///     done          bigint                  how many statements stand, from the first on
///     statements    bigint                  how many there are
///     standing      text                    JSON array of those that stand
///     position      text                    how far the next one has come, where it keeps that
///     started_at    instant, UTC
///     actor         text                    who
///     tool          60 characters           godwit and its version
///     format        smallint                1: this layout
///
/// The row is written in the transaction of each segment, and goes in that of the history row.
class ProgressTable {
public:
    explicit ProgressTable(std::string_view history);

    /// One query.
    /// @throws HistoryError (GW504) when a table of that name is something else.
    Progress read(Driver& driver, const Dialect& dialect) const;

    /// The statements that make the table.
    std::vector<std::string> creation(const Dialect& dialect) const;

    /// The first note of a step.
    std::string insertion(const Dialect& dialect,
                          const Step& step,
                          std::size_t done,
                          std::string_view actor) const;

    /// A later one.
    std::string update(const Dialect& dialect,
                       const Step& step,
                       std::size_t done,
                       std::string_view position) const;

    /// A query of the position within the statement after `done`, for as long as nobody has gone
    /// further.
    std::string position(const Dialect& dialect, const Step& step, std::size_t done) const;

    /// When the step began, as an expression of SQL.
    std::string startedAt(const Dialect& dialect) const;

    /// The step is done. Inside its last transaction: takes the table away with the row where DDL
    /// is transactional.
    std::string removal(const Dialect& dialect) const;

    /// Where it is not, the table goes afterwards.
    std::string drop(const Dialect& dialect) const;

    /// A condition of SQL: the table is there.
    std::string exists(const Dialect& dialect) const;

    void in(std::string home) { home_ = std::move(home); }
    const std::string& name() const { return name_; }

private:
    std::string quoted(const Dialect& dialect) const;

    std::string name_;
    std::string home_;
};

/// The table is not one that this version of godwit has made.
[[noreturn]] void refuseTable(const std::string& table, const std::string& reason);

/// What the server says about a column that the table does not have. Other refusals are about the
/// server or the file.
bool lacksAColumn(const DatabaseError& error);

}  // namespace godwit::detail
