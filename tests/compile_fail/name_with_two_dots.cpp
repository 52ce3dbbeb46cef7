// expect: a name has one dot at most
#include <godwit/migration.hpp>

void rename(godwit::SchemaBuilder& schema) { schema.renameTable("x.y.z", "y"); }
