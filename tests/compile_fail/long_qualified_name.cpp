// expect: godwit: a name has at most 63 bytes
#include <godwit/migration.hpp>

void rename(godwit::SchemaBuilder& schema) {
    schema.renameTable(
        "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy."
        "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy",
        "y");
}
