#include <utility>

#include <godwit/plan.hpp>

#include "build/recorder.hpp"
#include "json/canonical.hpp"
#include "plan/checksum.hpp"
#include "plan/recording.hpp"
#include "support/sha256.hpp"

namespace godwit {

namespace {

detail::Recording taken(detail::Recorder& recorder) {
    std::vector<Operation> operations = recorder.take();
    return {std::move(operations), recorder.takeCallbacks()};
}

}  // namespace

detail::Recording detail::recordAll(const Migration& migration,
                                    Direction direction,
                                    const KnownSchema& before) {
    if (direction == Direction::Up) {
        Recorder recorder{before, before};
        SchemaBuilder schema{recorder};
        migration.up(schema);
        return taken(recorder);
    }
    const auto after = [&] {
        Schema schema = before ? before() : Schema{};
        for (const Operation& operation : record(migration, Direction::Up, before)) {
            replay(operation, schema);
        }
        return schema;
    };
    Recorder recorder{after, before};
    SchemaBuilder schema{recorder};
    migration.down(schema);
    return taken(recorder);
}

std::vector<Operation> record(const Migration& migration,
                              Direction direction,
                              const KnownSchema& before) {
    return detail::recordAll(migration, direction, before).operations;
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
