#include <godwit/plan.hpp>

#include "build/recorder.hpp"
#include "json/canonical.hpp"
#include "plan/checksum.hpp"
#include "support/sha256.hpp"

namespace godwit {

std::vector<Operation> record(const Migration& migration, Direction direction) {
    detail::Recorder recorder;
    SchemaBuilder schema{recorder};
    if (direction == Direction::Up) {
        migration.up(schema);
    } else {
        migration.down(schema);
    }
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
