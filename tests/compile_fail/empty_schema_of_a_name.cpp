// expect: a name must not be empty on either side of its dot
#include <godwit/migration.hpp>

void rename(godwit::SchemaBuilder& schema) { schema.renameTable(".x", "y"); }
