// expect: cannot convert
// expect-clang: no viable conversion
#include <godwit/migration.hpp>

#include <string>

void drop(godwit::SchemaBuilder& schema, const std::string& table) { schema.dropTable(table); }
