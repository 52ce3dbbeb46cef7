// expect: godwit: a name must not be empty
#include <godwit/migration.hpp>

void dropNothing(godwit::SchemaBuilder& schema) { schema.dropTable(""); }
