// expect: has no member named
// expect-clang: no member named
#include <godwit/migration.hpp>

void change(godwit::ReversibleSchemaBuilder& schema) {
    schema.createTable("x", [](godwit::TableBuilder& t) { t.id(); }).ifNotExists();
}
