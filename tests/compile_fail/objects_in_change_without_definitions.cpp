// expect: schema.dropView("open_orders", "
// expect: schema.dropMaterializedView("sums", "
// expect: schema.dropFunction("twice", "
// expect: schema.dropProcedure("tidy", "
// expect: in change() what takes the place of something says what that was
#include <godwit/migration.hpp>

void change(godwit::ReversibleSchemaBuilder& schema) {
    schema.dropView("y");
    schema.dropMaterializedView("y");
    schema.dropFunction("y");
    schema.dropProcedure("y");
    schema.replaceView("y", "SELECT 1");
}
