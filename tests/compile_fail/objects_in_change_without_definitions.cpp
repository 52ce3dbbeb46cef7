// expect: in change() a drop says what goes: schema.dropView("v", query)
// expect: in change() a drop says what goes, as createFunction does
// expect: in change() say both: schema.replaceView("v", query, former)
#include <godwit/migration.hpp>

void change(godwit::ReversibleSchemaBuilder& schema) {
    schema.dropView("y");
    schema.dropFunction("y");
    schema.replaceView("y", "SELECT 1");
}
