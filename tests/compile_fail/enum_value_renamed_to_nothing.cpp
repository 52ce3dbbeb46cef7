// expect: no matching function for call
// expect-clang: too few arguments to function call
#include <godwit/migration.hpp>

void change(godwit::ReversibleSchemaBuilder& schema) {
    schema.alterEnum("status").renameValue("lost");
}
