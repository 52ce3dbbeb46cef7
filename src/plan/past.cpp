#include "plan/past.hpp"

#include <algorithm>

#include "plan/in_migration.hpp"

namespace godwit::detail {

Recording Past::up(const MigrationEntry& entry) {
    return inMigration(entry.id, [&] {
        return recordAll(entry.make(), Direction::Up, [this] { return known(); });
    });
}

const Schema& Past::known() {
    for (const auto& [place, operations] : std::exchange(waiting_, {})) {
        inMigration(place, [&, &all = operations] {
            for (const Operation& operation : all) {
                replay(operation, schema_);
            }
            forgetTemporary(schema_);
        });
    }
    return schema_;
}

void forgetTemporary(Schema& schema) {
    std::erase_if(schema.tables, [](const auto& entry) { return entry.second.options.temporary; });
}

std::vector<std::string> currentChecksums(const MigrationSet& migrations,
                                          const std::vector<AppliedMigration>& applied) {
    std::vector<std::string> checksums;
    Past past;
    for (const AppliedMigration& known : applied) {
        checksums.emplace_back();
        if (const MigrationEntry* entry = entryOf(migrations, known.id)) {
            std::vector<Operation> operations = past.up(*entry).operations;
            checksums.back() = checksumOf(known.id, operations);
            past.add(known.id, std::move(operations));
        }
    }
    return checksums;
}

const MigrationEntry* entryOf(const MigrationSet& migrations, std::string_view id) {
    const auto found =
        std::lower_bound(migrations.begin(),
                         migrations.end(),
                         id,
                         [](const MigrationEntry& e, std::string_view i) { return e.id < i; });
    return found != migrations.end() && found->id == id ? found : nullptr;
}

}  // namespace godwit::detail
