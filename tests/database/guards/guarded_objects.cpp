#include "database/guards/guarded_call.hpp"

namespace godwit::test {

namespace {

using S = SchemaBuilder;

void withView(S& s) {
    guardedTables(s);
    s.createView("codes", "SELECT code FROM items");
}

void withTrigger(S& s) {
    guardedTables(s);
    s.createTrigger("tidy", "items").after(onInsert).body("DELETE FROM items WHERE id < 0");
}

void withRoutines(S& s) {
    guardedTables(s);
    s.createFunction("two",
                     "()",
                     {.postgresql = "RETURNS integer LANGUAGE sql AS 'SELECT 1'",
                      .mysql = "RETURNS integer NO SQL RETURN 1",
                      .mariadb = sameAs::mysql,
                      .sqlite = nothing});
    s.createProcedure("clear",
                      "()",
                      {.postgresql = "LANGUAGE sql AS 'DELETE FROM items'",
                       .mysql = "DELETE FROM items",
                       .mariadb = sameAs::mysql,
                       .sqlite = nothing});
}

void withSequence(S& s) {
    guardedTables(s);
    s.createSequence("counts");
}

void objects(S& s) {
    guardedTables(s);
    s.createEnum("mood", {"good", "bad"});
    s.createMaterializedView("sums", "SELECT sum(code) AS total FROM items");
    s.createSchema("attic");
    s.enableExtension("pgcrypto");
    s.enableRowLevelSecurity("items");
    s.createPolicy("some_rows", "items").usingExpression("id > 0");
}

constexpr auto items = guardedTables;

}  // namespace

const std::vector<GuardedCall>& guardedObjects() {
    static const std::vector<GuardedCall> kCalls = {
        {.name = "CreateTable",
         .databases = everyDatabase,
         .given = items,
         .plain = [](S& s) { s.createTable("boxes", [](TableBuilder& t) { t.id(); }); },
         .guarded =
             [](S& s) { s.createTable("boxes", [](TableBuilder& t) { t.id(); }).ifNotExists(); }},
        {.name = "DropTable",
         .databases = everyDatabase,
         .given = items,
         .plain = [](S& s) { s.dropTable("items"); },
         .guarded = [](S& s) { s.dropTable("items").ifExists(); }},
        {.name = "RenameTable",
         .databases = everyDatabase,
         .given = items,
         .plain = [](S& s) { s.renameTable("items", "things"); },
         .guarded = [](S& s) { s.renameTable("items", "things").ifExists(); }},
        {.name = "CreateEnum",
         .databases = postgresql,
         .given = items,
         .plain =
             [](S& s) {
                 s.createEnum("colour", {"red", "blue"});
             },
         .guarded =
             [](S& s) {
                 s.createEnum("colour", {"red", "blue"}).ifNotExists();
             }},
        {.name = "DropEnum",
         .databases = postgresql,
         .given = objects,
         .plain = [](S& s) { s.dropEnum("mood"); },
         .guarded = [](S& s) { s.dropEnum("mood").ifExists(); }},
        {.name = "RenameEnum",
         .databases = postgresql,
         .given = objects,
         .plain = [](S& s) { s.renameEnum("mood", "temper"); },
         .guarded = [](S& s) { s.renameEnum("mood", "temper").ifExists(); }},
        {.name = "AddValue",
         .databases = postgresql,
         .given = objects,
         .plain = [](S& s) { s.alterEnum("mood").addValue("calm"); },
         .guarded = [](S& s) { s.alterEnum("mood").addValue("calm").ifNotExists(); }},
        {.name = "RenameValue",
         .databases = postgresql,
         .given = objects,
         .plain = [](S& s) { s.alterEnum("mood").renameValue("good", "fine"); },
         .guarded = [](S& s) { s.alterEnum("mood").renameValue("good", "fine").ifExists(); }},
        {.name = "RemoveValue",
         .databases = postgresql,
         .given = objects,
         .plain = [](S& s) { s.alterEnum("mood").removeValue("good"); },
         .guarded = [](S& s) { s.alterEnum("mood").removeValue("good").ifExists(); }},
        {.name = "CreateView",
         .databases = everyDatabase,
         .given = items,
         .plain = [](S& s) { s.createView("names", "SELECT name FROM items"); },
         .guarded = [](S& s) { s.createView("names", "SELECT name FROM items").ifNotExists(); }},
        {.name = "DropView",
         .databases = everyDatabase,
         .given = withView,
         .plain = [](S& s) { s.dropView("codes"); },
         .guarded = [](S& s) { s.dropView("codes").ifExists(); }},
        {.name = "RenameView",
         .databases = everyDatabase,
         .given = withView,
         .plain = [](S& s) { s.renameView("codes", "numbers"); },
         .guarded = [](S& s) { s.renameView("codes", "numbers").ifExists(); }},
        {.name = "CreateMaterializedView",
         .databases = postgresql,
         .given = items,
         .plain = [](S& s) { s.createMaterializedView("kept", "SELECT name FROM items"); },
         .guarded =
             [](S& s) {
                 s.createMaterializedView("kept", "SELECT name FROM items").ifNotExists();
             }},
        {.name = "DropMaterializedView",
         .databases = postgresql,
         .given = objects,
         .plain = [](S& s) { s.dropMaterializedView("sums"); },
         .guarded = [](S& s) { s.dropMaterializedView("sums").ifExists(); }},
        {.name = "RenameMaterializedView",
         .databases = postgresql,
         .given = objects,
         .plain = [](S& s) { s.renameMaterializedView("sums", "totals"); },
         .guarded = [](S& s) { s.renameMaterializedView("sums", "totals").ifExists(); }},
        {.name = "CreateTrigger",
         .databases = everyDatabase,
         .given = items,
         .plain =
             [](S& s) {
                 s.createTrigger("keep", "items")
                     .after(onInsert)
                     .body("DELETE FROM items WHERE id < 0");
             },
         .guarded =
             [](S& s) {
                 s.createTrigger("keep", "items")
                     .after(onInsert)
                     .body("DELETE FROM items WHERE id < 0")
                     .ifNotExists();
             }},
        {.name = "DropTrigger",
         .databases = everyDatabase,
         .given = withTrigger,
         .plain = [](S& s) { s.dropTrigger("tidy", "items"); },
         .guarded = [](S& s) { s.dropTrigger("tidy", "items").ifExists(); },
         .takesAlong = postgresql},
        {.name = "RenameTrigger",
         .databases = everyDatabase,
         .given = withTrigger,
         .plain = [](S& s) { s.renameTrigger("tidy", "items", "clean"); },
         .guarded = [](S& s) { s.renameTrigger("tidy", "items", "clean").ifExists(); },
         .takesAlong = postgresql},
        {.name = "CreateFunction",
         .databases = postgresql | mysql | mariadb,
         .given = items,
         .plain =
             [](S& s) {
                 s.createFunction("one",
                                  "()",
                                  {.postgresql = "RETURNS integer LANGUAGE sql AS 'SELECT 1'",
                                   .mysql = "RETURNS integer NO SQL RETURN 1",
                                   .mariadb = sameAs::mysql,
                                   .sqlite = nothing});
             },
         .guarded =
             [](S& s) {
                 s.createFunction("one",
                                  "()",
                                  {.postgresql = "RETURNS integer LANGUAGE sql AS 'SELECT 1'",
                                   .mysql = "RETURNS integer NO SQL RETURN 1",
                                   .mariadb = sameAs::mysql,
                                   .sqlite = nothing})
                     .ifNotExists();
             }},
        {.name = "DropFunction",
         .databases = postgresql | mysql | mariadb,
         .given = withRoutines,
         .plain = [](S& s) { s.dropFunction("two"); },
         .guarded = [](S& s) { s.dropFunction("two").ifExists(); }},
        {.name = "RenameFunction",
         .databases = postgresql,
         .given = withRoutines,
         .plain = [](S& s) { s.renameFunction("two", "deux"); },
         .guarded = [](S& s) { s.renameFunction("two", "deux").ifExists(); }},
        {.name = "CreateProcedure",
         .databases = postgresql | mysql | mariadb,
         .given = items,
         .plain =
             [](S& s) {
                 s.createProcedure("empty",
                                   "()",
                                   {.postgresql = "LANGUAGE sql AS 'DELETE FROM items'",
                                    .mysql = "DELETE FROM items",
                                    .mariadb = sameAs::mysql,
                                    .sqlite = nothing});
             },
         .guarded =
             [](S& s) {
                 s.createProcedure("empty",
                                   "()",
                                   {.postgresql = "LANGUAGE sql AS 'DELETE FROM items'",
                                    .mysql = "DELETE FROM items",
                                    .mariadb = sameAs::mysql,
                                    .sqlite = nothing})
                     .ifNotExists();
             }},
        {.name = "DropProcedure",
         .databases = postgresql | mysql | mariadb,
         .given = withRoutines,
         .plain = [](S& s) { s.dropProcedure("clear"); },
         .guarded = [](S& s) { s.dropProcedure("clear").ifExists(); }},
        {.name = "CreateSequence",
         .databases = postgresql | mariadb,
         .given = items,
         .plain = [](S& s) { s.createSequence("numbers"); },
         .guarded = [](S& s) { s.createSequence("numbers").ifNotExists(); }},
        {.name = "DropSequence",
         .databases = postgresql | mariadb,
         .given = withSequence,
         .plain = [](S& s) { s.dropSequence("counts"); },
         .guarded = [](S& s) { s.dropSequence("counts").ifExists(); }},
        {.name = "RenameSequence",
         .databases = postgresql | mariadb,
         .given = withSequence,
         .plain = [](S& s) { s.renameSequence("counts", "tallies"); },
         .guarded = [](S& s) { s.renameSequence("counts", "tallies").ifExists(); }},
        {.name = "AlterSequence",
         .databases = postgresql | mariadb,
         .given = withSequence,
         .plain = [](S& s) { s.alterSequence("counts").incrementsBy(5); },
         .guarded = [](S& s) { s.alterSequence("counts").incrementsBy(5).ifExists(); },
         .byHand = [](S& s) { s.dropSequence("counts"); }},
        {.name = "CreateSchema",
         .databases = postgresql,
         .given = items,
         .plain = [](S& s) { s.createSchema("billing"); },
         .guarded = [](S& s) { s.createSchema("billing").ifNotExists(); }},
        {.name = "DropSchema",
         .databases = postgresql,
         .given = objects,
         .plain = [](S& s) { s.dropSchema("attic"); },
         .guarded = [](S& s) { s.dropSchema("attic").ifExists(); }},
        {.name = "RenameSchema",
         .databases = postgresql,
         .given = objects,
         .plain = [](S& s) { s.renameSchema("attic", "cellar"); },
         .guarded = [](S& s) { s.renameSchema("attic", "cellar").ifExists(); }},
        {.name = "EnableExtension",
         .databases = postgresql,
         .given = items,
         .plain = [](S& s) { s.enableExtension("citext"); },
         .guarded = [](S& s) { s.enableExtension("citext").ifNotExists(); }},
        {.name = "DisableExtension",
         .databases = postgresql,
         .given = objects,
         .plain = [](S& s) { s.disableExtension("pgcrypto"); },
         .guarded = [](S& s) { s.disableExtension("pgcrypto").ifExists(); }},
        {.name = "EnableRowSecurity",
         .databases = postgresql,
         .given = items,
         .plain = [](S& s) { s.enableRowLevelSecurity("shelves"); },
         .guarded = [](S& s) { s.enableRowLevelSecurity("shelves").ifNotExists(); }},
        {.name = "DisableRowSecurity",
         .databases = postgresql,
         .given = objects,
         .plain = [](S& s) { s.disableRowLevelSecurity("items"); },
         .guarded = [](S& s) { s.disableRowLevelSecurity("items").ifExists(); }},
        {.name = "CreatePolicy",
         .databases = postgresql,
         .given = items,
         .plain = [](S& s) { s.createPolicy("all_rows", "items").usingExpression("true"); },
         .guarded =
             [](S& s) {
                 s.createPolicy("all_rows", "items").usingExpression("true").ifNotExists();
             }},
        {.name = "DropPolicy",
         .databases = postgresql,
         .given = objects,
         .plain = [](S& s) { s.dropPolicy("some_rows", "items"); },
         .guarded = [](S& s) { s.dropPolicy("some_rows", "items").ifExists(); }},
        {.name = "RenamePolicy",
         .databases = postgresql,
         .given = objects,
         .plain = [](S& s) { s.renamePolicy("some_rows", "items", "few_rows"); },
         .guarded = [](S& s) { s.renamePolicy("some_rows", "items", "few_rows").ifExists(); }},
        {.name = "RefreshMaterializedView",
         .databases = postgresql,
         .given = objects,
         .plain = [](S& s) { s.refreshMaterializedView("sums"); },
         .guarded = [](S& s) { s.refreshMaterializedView("sums").ifExists(); },
         .byHand = [](S& s) { s.dropMaterializedView("sums"); }},
    };
    return kCalls;
}

}  // namespace godwit::test
