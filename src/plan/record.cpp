#include <godwit/plan.hpp>

#include "build/recorder.hpp"
#include "json/canonical.hpp"
#include "plan/checksum.hpp"
#include "support/sha256.hpp"

namespace godwit {

std::vector<Operation> record(const Migration& migration,
                              Direction direction,
                              const KnownSchema& before) {
    if (direction == Direction::Up) {
        detail::Recorder recorder{before, before};
        SchemaBuilder schema{recorder};
        migration.up(schema);
        return recorder.take();
    }
    const auto after = [&] {
        Schema schema = before ? before() : Schema{};
        for (const Operation& operation : record(migration, Direction::Up, before)) {
            replay(operation, schema);
        }
        return schema;
    };
    detail::Recorder recorder{after, before};
    SchemaBuilder schema{recorder};
    migration.down(schema);
    return recorder.take();
}

std::string detail::checksumOfCanonical(std::string_view id, std::string_view operations) {
    std::string input = "godwit.migration.v1\n";
    input += id;
    input += '\n';
    input += operations;
    return "gw1:" + sha256Hex(input);
}

std::string checksumOf(std::string_view id, const std::vector<Operation>& up) {
    return detail::checksumOfCanonical(id, detail::canonicalOperations(up));
}

}  // namespace godwit
