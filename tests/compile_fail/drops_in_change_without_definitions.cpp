// expect: t.dropPrimaryKey({
// expect: t.dropUnique({
// expect: t.dropForeignKey({
// expect: t.dropIndex({
// expect: t.dropCheck("age_sane", "age BETWEEN
// expect: t.dropExclusion("no_overlap", {{
// expect: in change() a change of type says what it was
// expect: schema.dropTable("orders", [](Table& t)
// expect: schema.dropEnum("status", {
// expect: in change() raw SQL comes with the raw SQL that takes it back
#include <godwit/migration.hpp>

void change(godwit::ReversibleSchemaBuilder& schema) {
    schema.alterTable("x", [](godwit::ReversibleAlterBuilder& t) {
        t.dropPrimaryKey();
        t.dropUnique("y");
        t.dropForeignKey("y");
        t.dropIndex("y");
        t.dropCheck("y");
        t.dropExclusion("y");
        t.changeType("y", godwit::integer());
    });
    schema.dropTable("y");
    schema.dropEnum("y");
    schema.sql({.postgresql = "y", .mysql = "y", .mariadb = "y", .sqlite = "y"});
}
