// expect: cannot convert
// expect-clang: does not refer to any field
#include <godwit/migration.hpp>

void run(godwit::SchemaBuilder& schema) { schema.sql({.oracle = "SELECT 1 FROM dual"}); }
