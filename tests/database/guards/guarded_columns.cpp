#include "database/guards/guarded_call.hpp"

namespace godwit::test {

namespace {

using S = SchemaBuilder;

constexpr auto items = guardedTables;

}  // namespace

void guardedTables(SchemaBuilder& schema) {
    schema.createTable("shelves", [](TableBuilder& t) { t.integer("id").primaryKey(); });
    schema.createTable("items", [](TableBuilder& t) {
        t.integer("id").primaryKey();
        t.integer("code");
        t.string("name", 40);
        t.integer("number").nullable();
        t.integer("grade").defaultTo(5);
        t.integer("shelf").nullable();
        t.unique({"code"}).named("codes_once");
        t.check("codes_small", "code < 1000");
        t.foreignKey({"shelf"}).references("shelves", {"id"}).named("shelf_known");
        t.index({"name"}).named("by_name");
        t.index({"name", "code"});
    });
}

const std::vector<GuardedCall>& guardedColumns() {
    static const std::vector<GuardedCall> kCalls = {
        {.name = "AddColumn",
         .databases = everyDatabase,
         .given = items,
         .plain =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) { t.integer("weight").nullable(); });
             },
         .guarded =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) {
                     t.integer("weight").nullable().ifNotExists();
                 });
             }},
        {.name = "AddNotNullColumn",
         .databases = everyDatabase,
         .given = items,
         .plain =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) { t.integer("weight").defaultTo(1); });
             },
         .guarded =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) {
                     t.integer("weight").defaultTo(1).ifNotExists();
                 });
             }},
        {.name = "AddUniqueColumn",
         .databases = everyDatabase,
         .given = items,
         .plain =
             [](S& s) {
                 s.alterTable("items",
                              [](AlterBuilder& t) { t.integer("weight").nullable().unique(); });
             },
         .guarded =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) {
                     t.integer("weight").nullable().unique().ifNotExists();
                 });
             }},
        {.name = "AddReference",
         .databases = everyDatabase,
         .given = items,
         .plain =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) {
                     t.integer("weight").nullable().references("shelves");
                 });
             },
         .guarded =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) {
                     t.integer("weight").nullable().references("shelves").ifNotExists();
                 });
             }},
        {.name = "DropColumn",
         .databases = everyDatabase,
         .given = items,
         .plain =
             [](S& s) { s.alterTable("items", [](AlterBuilder& t) { t.dropColumn("number"); }); },
         .guarded =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) { t.dropColumn("number").ifExists(); });
             }},
        {.name = "DropColumnWithKeys",
         .databases = everyDatabase,
         .given = items,
         .plain =
             [](S& s) { s.alterTable("items", [](AlterBuilder& t) { t.dropColumn("shelf"); }); },
         .guarded =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) { t.dropColumn("shelf").ifExists(); });
             },
         .takesAlong = mysql | mariadb},
        {.name = "RenameColumn",
         .databases = everyDatabase,
         .given = items,
         .plain =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) { t.renameColumn("number", "no"); });
             },
         .guarded =
             [](S& s) {
                 s.alterTable("items",
                              [](AlterBuilder& t) { t.renameColumn("number", "no").ifExists(); });
             }},
        {.name = "ChangeType",
         .databases = everyDatabase,
         .given = items,
         .plain =
             [](S& s) {
                 s.alterTable("items",
                              [](AlterBuilder& t) { t.changeType("number", bigInteger()); });
             },
         .guarded =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) {
                     t.changeType("number", bigInteger()).ifExists();
                 });
             },
         .byHand =
             [](S& s) { s.alterTable("items", [](AlterBuilder& t) { t.dropColumn("number"); }); }},
        {.name = "SetNotNull",
         .databases = everyDatabase,
         .given = items,
         .plain =
             [](S& s) { s.alterTable("items", [](AlterBuilder& t) { t.setNotNull("number"); }); },
         .guarded =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) { t.setNotNull("number").ifExists(); });
             },
         .byHand =
             [](S& s) { s.alterTable("items", [](AlterBuilder& t) { t.dropColumn("number"); }); }},
        {.name = "SetNotNullAndFill",
         .databases = everyDatabase,
         .given = items,
         .plain =
             [](S& s) {
                 s.alterTable("items",
                              [](AlterBuilder& t) { t.setNotNull("number").backfillWith("1"); });
             },
         .guarded =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) {
                     t.setNotNull("number").backfillWith("1").ifExists();
                 });
             },
         .byHand =
             [](S& s) { s.alterTable("items", [](AlterBuilder& t) { t.dropColumn("number"); }); }},
        {.name = "DropNotNull",
         .databases = everyDatabase,
         .given = items,
         .plain =
             [](S& s) { s.alterTable("items", [](AlterBuilder& t) { t.dropNotNull("grade"); }); },
         .guarded =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) { t.dropNotNull("grade").ifExists(); });
             },
         .byHand =
             [](S& s) { s.alterTable("items", [](AlterBuilder& t) { t.dropColumn("grade"); }); }},
        {.name = "SetDefault",
         .databases = everyDatabase,
         .given = items,
         .plain =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) { t.setDefault("number", 7); });
             },
         .guarded =
             [](S& s) {
                 s.alterTable("items",
                              [](AlterBuilder& t) { t.setDefault("number", 7).ifExists(); });
             },
         .byHand =
             [](S& s) { s.alterTable("items", [](AlterBuilder& t) { t.dropColumn("number"); }); }},
        {.name = "DropDefault",
         .databases = everyDatabase,
         .given = items,
         .plain =
             [](S& s) { s.alterTable("items", [](AlterBuilder& t) { t.dropDefault("grade"); }); },
         .guarded =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) { t.dropDefault("grade").ifExists(); });
             },
         .byHand =
             [](S& s) { s.alterTable("items", [](AlterBuilder& t) { t.dropColumn("grade"); }); }},
        {.name = "Comment",
         .databases = everyDatabase,
         .given = items,
         .plain =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) { t.comment("All of them."); });
             },
         .guarded =
             [](S& s) {
                 s.alterTable("items",
                              [](AlterBuilder& t) { t.comment("All of them.").ifExists(); });
             },
         .byHand = [](S& s) { s.dropTable("items"); }},
        {.name = "CommentOn",
         .databases = everyDatabase,
         .given = items,
         .plain =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) { t.commentOn("number", "Counted."); });
             },
         .guarded =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) {
                     t.commentOn("number", "Counted.").ifExists();
                 });
             },
         .byHand =
             [](S& s) { s.alterTable("items", [](AlterBuilder& t) { t.dropColumn("number"); }); }},
    };
    return kCalls;
}

}  // namespace godwit::test
