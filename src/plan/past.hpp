#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <godwit/plan.hpp>

#include "plan/recording.hpp"

namespace godwit::detail {

/// Migrations recorded one after another. Each may ask what those before it have made, whatever the
/// database, so that the answer and with it the checksum is the same on all of them; what was added
/// is replayed only then.
class Past {
public:
    /// What the migration's up records behind all that was added.
    /// @throws UsageError (1xx, 2xx) with the migration's id.
    Recording up(const MigrationEntry& entry);

    /// @param place of the operations, for errors: see `placeOf`.
    void add(std::string place, std::vector<Operation> operations) {
        waiting_.emplace_back(std::move(place), std::move(operations));
    }

private:
    const Schema& known();

    std::vector<std::pair<std::string, std::vector<Operation>>> waiting_;
    // Nothing is a contradiction here: that is for the plan of one database to say.
    Schema schema_ = [] {
        Schema schema;
        schema.touchedByRawSql = true;
        return schema;
    }();
};

/// At the end of a migration: a temporary table is its session's, and no other migration's.
void forgetTemporary(Schema& schema);

/// The checksum of each applied migration as the program has it now, in their order; empty for one
/// that it does not have.
/// @throws UsageError (1xx, 2xx) with the migration's id.
std::vector<std::string> currentChecksums(const MigrationSet& migrations,
                                          const std::vector<AppliedMigration>& applied);

/// The migration of that id, or null.
const MigrationEntry* entryOf(const MigrationSet& migrations, std::string_view id);

}  // namespace godwit::detail
