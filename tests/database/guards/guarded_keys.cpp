#include "database/guards/guarded_call.hpp"

namespace godwit::test {

namespace {

using S = SchemaBuilder;

void keyless(S& s) {
    s.createTable("items", [](TableBuilder& t) { t.integer("number"); });
}

void excluded(S& s) {
    s.createTable("items", [](TableBuilder& t) {
        t.integer("code");
        t.exclude("codes_apart", {{"code", "="}}).method(btree);
    });
}

void unvalidated(S& s) {
    guardedTables(s);
    s.alterTable("items", [](AlterBuilder& t) { t.check("late", "code > 0").notValid(); });
}

void withHidden(S& s) {
    guardedTables(s);
    s.alterTable("items", [](AlterBuilder& t) { t.index({"number"}).named("hidden").invisible(); });
}

constexpr auto items = guardedTables;

}  // namespace

const std::vector<GuardedCall>& guardedKeys() {
    static const std::vector<GuardedCall> kCalls = {
        {.name = "AddPrimaryKey",
         .databases = everyDatabase,
         .given = keyless,
         .plain =
             [](S& s) { s.alterTable("items", [](AlterBuilder& t) { t.primaryKey({"number"}); }); },
         .guarded =
             [](S& s) {
                 s.alterTable("items",
                              [](AlterBuilder& t) { t.primaryKey({"number"}).ifNotExists(); });
             }},
        {.name = "AddUnique",
         .databases = everyDatabase,
         .given = items,
         .plain =
             [](S& s) {
                 s.alterTable("items",
                              [](AlterBuilder& t) { t.unique({"number"}).named("numbers_once"); });
             },
         .guarded =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) {
                     t.unique({"number"}).named("numbers_once").ifNotExists();
                 });
             }},
        {.name = "AddForeignKey",
         .databases = everyDatabase,
         .given = items,
         .plain =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) {
                     t.foreignKey({"number"}).references("shelves", {"id"}).named("on_shelves");
                 });
             },
         .guarded =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) {
                     t.foreignKey({"number"})
                         .references("shelves", {"id"})
                         .named("on_shelves")
                         .ifNotExists();
                 });
             }},
        {.name = "AddCheck",
         .databases = everyDatabase,
         .given = items,
         .plain =
             [](S& s) {
                 s.alterTable("items",
                              [](AlterBuilder& t) { t.check("numbers_small", "number < 9"); });
             },
         .guarded =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) {
                     t.check("numbers_small", "number < 9").ifNotExists();
                 });
             }},
        {.name = "AddExclusion",
         .databases = postgresql,
         .given = items,
         .plain =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) {
                     t.exclude("numbers_apart", {{"number", "="}}).method(btree);
                 });
             },
         .guarded =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) {
                     t.exclude("numbers_apart", {{"number", "="}}).method(btree).ifNotExists();
                 });
             }},
        {.name = "AddIndex",
         .databases = everyDatabase,
         .given = items,
         .plain =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) {
                     t.index({"name", "number"}).named("by_both");
                 });
             },
         .guarded =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) {
                     t.index({"name", "number"}).named("by_both").ifNotExists();
                 });
             }},
        {.name = "AddFullText",
         .databases = mysql | mariadb,
         .given = items,
         .plain =
             [](S& s) {
                 s.alterTable("items",
                              [](AlterBuilder& t) { t.fullText({"name"}).named("in_names"); });
             },
         .guarded =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) {
                     t.fullText({"name"}).named("in_names").ifNotExists();
                 });
             }},
        {.name = "DropPrimaryKey",
         .databases = everyDatabase,
         .given = items,
         .plain = [](S& s) { s.alterTable("items", [](AlterBuilder& t) { t.dropPrimaryKey(); }); },
         .guarded =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) { t.dropPrimaryKey().ifExists(); });
             }},
        {.name = "DropUnique",
         .databases = everyDatabase,
         .given = items,
         .plain =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) { t.dropUnique("codes_once"); });
             },
         .guarded =
             [](S& s) {
                 s.alterTable("items",
                              [](AlterBuilder& t) { t.dropUnique("codes_once").ifExists(); });
             }},
        {.name = "DropForeignKey",
         .databases = everyDatabase,
         .given = items,
         .plain =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) { t.dropForeignKey("shelf_known"); });
             },
         .guarded =
             [](S& s) {
                 s.alterTable("items",
                              [](AlterBuilder& t) { t.dropForeignKey("shelf_known").ifExists(); });
             },
         .takesAlong = mysql | mariadb},
        {.name = "DropCheck",
         .databases = everyDatabase,
         .given = items,
         .plain =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) { t.dropCheck("codes_small"); });
             },
         .guarded =
             [](S& s) {
                 s.alterTable("items",
                              [](AlterBuilder& t) { t.dropCheck("codes_small").ifExists(); });
             }},
        {.name = "DropExclusion",
         .databases = postgresql,
         .given = excluded,
         .plain =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) { t.dropExclusion("codes_apart"); });
             },
         .guarded =
             [](S& s) {
                 s.alterTable("items",
                              [](AlterBuilder& t) { t.dropExclusion("codes_apart").ifExists(); });
             }},
        {.name = "DropIndex",
         .databases = everyDatabase,
         .given = items,
         .plain =
             [](S& s) { s.alterTable("items", [](AlterBuilder& t) { t.dropIndex("by_name"); }); },
         .guarded =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) { t.dropIndex("by_name").ifExists(); });
             }},
        {.name = "DropIndexByItsColumns",
         .databases = everyDatabase,
         .given = items,
         .plain =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) { t.dropIndex({"name", "code"}); });
             },
         .guarded =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) {
                     t.dropIndex({"name", "code"}).ifExists();
                 });
             }},
        {.name = "RenameIndex",
         .databases = everyDatabase,
         .given = items,
         .plain =
             [](S& s) {
                 s.alterTable("items",
                              [](AlterBuilder& t) { t.renameIndex("by_name", "by_title"); });
             },
         .guarded =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) {
                     t.renameIndex("by_name", "by_title").ifExists();
                 });
             }},
        {.name = "RenameUnique",
         .databases = everyDatabase,
         .given = items,
         .plain =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) {
                     t.renameConstraint("codes_once", "codes_unlike");
                 });
             },
         .guarded =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) {
                     t.renameConstraint("codes_once", "codes_unlike").ifExists();
                 });
             }},
        {.name = "RenameForeignKey",
         .databases = everyDatabase,
         .given = items,
         .plain =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) {
                     t.renameConstraint("shelf_known", "shelf_there");
                 });
             },
         .guarded =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) {
                     t.renameConstraint("shelf_known", "shelf_there").ifExists();
                 });
             }},
        {.name = "RenameCheck",
         .databases = everyDatabase,
         .given = items,
         .plain =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) {
                     t.renameConstraint("codes_small", "codes_low");
                 });
             },
         .guarded =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) {
                     t.renameConstraint("codes_small", "codes_low").ifExists();
                 });
             }},
        {.name = "ValidateConstraint",
         .databases = postgresql,
         .given = unvalidated,
         .plain =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) { t.validateConstraint("late"); });
             },
         .guarded =
             [](S& s) {
                 s.alterTable("items",
                              [](AlterBuilder& t) { t.validateConstraint("late").ifExists(); });
             },
         .byHand =
             [](S& s) { s.alterTable("items", [](AlterBuilder& t) { t.dropCheck("late"); }); }},
        {.name = "HideIndex",
         .databases = mysql | mariadb,
         .given = items,
         .plain =
             [](S& s) { s.alterTable("items", [](AlterBuilder& t) { t.hideIndex("by_name"); }); },
         .guarded =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) { t.hideIndex("by_name").ifExists(); });
             },
         .byHand =
             [](S& s) { s.alterTable("items", [](AlterBuilder& t) { t.dropIndex("by_name"); }); }},
        {.name = "ShowIndex",
         .databases = mysql | mariadb,
         .given = withHidden,
         .plain =
             [](S& s) { s.alterTable("items", [](AlterBuilder& t) { t.showIndex("hidden"); }); },
         .guarded =
             [](S& s) {
                 s.alterTable("items", [](AlterBuilder& t) { t.showIndex("hidden").ifExists(); });
             },
         .byHand =
             [](S& s) { s.alterTable("items", [](AlterBuilder& t) { t.dropIndex("hidden"); }); }},
    };
    return kCalls;
}

}  // namespace godwit::test
