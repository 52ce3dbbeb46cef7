#include "database/conformance/conformance.hpp"

// Each change is made, taken back and made again: the catalog is as before, and as after.

namespace godwit::test {

namespace {

class ConformanceReversal : public Conformance {};

void shop(SchemaBuilder& schema) {
    schema.createTable("users", [](TableBuilder& t) {
        t.id();
        t.string("name", 80).comment("As on the door.");
    });
    schema.createTable("orders", [](TableBuilder& t) {
        t.comment("Paid or not.");
        t.id();
        t.foreignId("user_id").references("users").onDelete(cascade);
        t.integer("total").defaultTo(5);
        t.string("note", 40).nullable();
        t.unique({"user_id", "total"});
        t.check("total_is_positive", "total > 0");
        t.index({"note"}).named("by_note");
    });
}

}  // namespace

TEST_F(ConformanceReversal, GoesBackwards) {
    goesBack([](ReversibleSchemaBuilder& schema) {
        schema.createTable("hello", [](TableBuilder& t) { t.id(); });
        schema.createTable("world",
                           [](TableBuilder& t) { t.foreignId("hello_id").references("hello"); });
        schema.renameTable("hello", "greetings");
    });
}

TEST_F(ConformanceReversal, GoesBackwardsInsideATable) {
    given(shop);
    goesBack([](ReversibleSchemaBuilder& schema) {
        schema.alterTable("users", [](ReversibleAlterBuilder& t) {
            t.renameColumn("name", "full_name");
            t.string("name", 20).nullable();
            t.index({"full_name", "name"});
        });
    });
}

TEST_F(ConformanceReversal, OfANewTable) {
    given(shop);
    goesBack([](ReversibleSchemaBuilder& schema) {
        schema.createTable("items", [](TableBuilder& t) {
            t.comment("What was bought.");
            t.uuid("id").primaryKey().generated();
            t.foreignId("order_id").references("orders").onDelete(cascade);
            t.decimal("price", 12, 2).defaultTo(0);
            t.timestamps();
            t.index({"order_id", godwit::desc("price")});
        });
    });
}

TEST_F(ConformanceReversal, OfADroppedTable) {
    given([](SchemaBuilder& schema) {
        shop(schema);
        schema.createTable("items", [](TableBuilder& t) {
            t.id();
            t.foreignId("order_id").references("orders");
            t.string("name", 80).defaultTo("thing").comment("As on the label.");
            t.unique({"order_id", "name"});
        });
    });
    goesBack([](ReversibleSchemaBuilder& schema) {
        schema.dropTable("items", [](TableBuilder& t) {
            t.id();
            t.foreignId("order_id").references("orders");
            t.string("name", 80).defaultTo("thing").comment("As on the label.");
            t.unique({"order_id", "name"});
        });
    });
}

TEST_F(ConformanceReversal, OfARenamedTable) {
    given(shop);
    goesBack([](ReversibleSchemaBuilder& schema) { schema.renameTable("users", "people"); });
}

TEST_F(ConformanceReversal, OfAnAddedColumn) {
    given(shop);
    goesBack([](ReversibleSchemaBuilder& schema) {
        schema.alterTable("users", [](ReversibleAlterBuilder& t) {
            t.string("nickname", 20).nullable().comment("What friends say.");
            t.integer("points").defaultTo(1);
        });
    });
}

TEST_F(ConformanceReversal, OfADroppedColumn) {
    given(shop);
    goesBack([](ReversibleSchemaBuilder& schema) {
        schema.alterTable("orders", [](ReversibleAlterBuilder& t) {
            t.dropIndex({"note"}).named("by_note");
            t.dropColumn("note", godwit::string(40).nullable());
        });
    });
}

TEST_F(ConformanceReversal, OfARenamedColumn) {
    given(shop);
    goesBack([](ReversibleSchemaBuilder& schema) {
        schema.alterTable("orders", [](ReversibleAlterBuilder& t) {
            t.renameColumn("note", "remark");
            t.renameColumn("user_id", "buyer_id");
        });
    });
}

TEST_F(ConformanceReversal, OfAChangedType) {
    given(shop);
    goesBack([](ReversibleSchemaBuilder& schema) {
        schema.alterTable("orders", [](ReversibleAlterBuilder& t) {
            t.changeType("total", godwit::integer(), godwit::bigInteger());
        });
    });
}

TEST_F(ConformanceReversal, OfADefaultGoesBackToTheOldOne) {
    given(shop);
    goesBack([](ReversibleSchemaBuilder& schema) {
        schema.alterTable("orders", [](ReversibleAlterBuilder& t) {
            t.setDefault("total", 9).from(5);
            t.setDefault("note", "none").from(nullptr);
        });
    });
}

TEST_F(ConformanceReversal, OfNotNullAllowsNullAgain) {
    given(shop);
    goesBack([](ReversibleSchemaBuilder& schema) {
        schema.alterTable("orders", [](ReversibleAlterBuilder& t) {
            t.setNotNull("note");
            t.dropNotNull("total");
        });
    });
}

TEST_F(ConformanceReversal, OfIndexes) {
    given(shop);
    goesBack([](ReversibleSchemaBuilder& schema) {
        schema.alterTable("orders", [](ReversibleAlterBuilder& t) {
            t.index({"total", "note"}).unique();
            t.dropIndex({"note"}).named("by_note");
            t.index({godwit::desc("note")}).named("by_note");
        });
    });
}

TEST_F(ConformanceReversal, OfARenamedIndex) {
    given(shop);
    goesBack([](ReversibleSchemaBuilder& schema) {
        schema.alterTable("orders",
                          [](ReversibleAlterBuilder& t) { t.renameIndex("by_note", "notes"); });
    });
}

TEST_F(ConformanceReversal, OfReferencingColumns) {
    given(shop);
    goesBack([](ReversibleSchemaBuilder& schema) {
        schema.alterTable("orders", [](ReversibleAlterBuilder& t) {
            t.foreignId("seller_id").nullable().references("users").onDelete(setNull);
            t.index({"seller_id"});
        });
    });
}

TEST_F(ConformanceReversal, OfForeignKeys) {
    given([](SchemaBuilder& schema) {
        shop(schema);
        schema.alterTable("users", [](AlterBuilder& t) {
            t.bigInteger("best_id").nullable();
            t.bigInteger("last_id").nullable();
            t.foreignKey({"last_id"}).references("orders", {"id"}).named("last").onDelete(setNull);
        });
    });
    goesBack([](ReversibleSchemaBuilder& schema) {
        schema.alterTable("users", [](ReversibleAlterBuilder& t) {
            t.foreignKey({"best_id"}).references("orders", {"id"}).onUpdate(cascade);
            t.dropForeignKey({"last_id"})
                .references("orders", {"id"})
                .named("last")
                .onDelete(setNull);
        });
    });
}

TEST_F(ConformanceReversal, OfChecks) {
    given(shop);
    goesBack([](ReversibleSchemaBuilder& schema) {
        schema.alterTable("orders", [](ReversibleAlterBuilder& t) {
            t.check("total_is_small", "total < 1000");
            t.dropCheck("total_is_positive", "total > 0");
        });
    });
}

TEST_F(ConformanceReversal, OfUniqueConstraints) {
    given(shop);
    goesBack([](ReversibleSchemaBuilder& schema) {
        schema.alterTable("orders", [](ReversibleAlterBuilder& t) {
            t.unique({"note"}).named("one_note");
            t.unique({"note", "total"});
        });
    });
}

TEST_F(ConformanceReversal, OfComments) {
    given(shop);
    goesBack([](ReversibleSchemaBuilder& schema) {
        schema.alterTable("orders", [](ReversibleAlterBuilder& t) {
            t.comment("Some of them.").from("Paid or not.");
            t.commentOn("note", "Anything.").from("");
        });
        schema.alterTable("users", [](ReversibleAlterBuilder& t) {
            t.commentOn("name", "").from("As on the door.");
        });
    });
}

TEST_F(ConformanceReversal, OfEnums) {
    given(shop);
    goesBack([](ReversibleSchemaBuilder& schema) {
        schema.alterTable("orders", [](ReversibleAlterBuilder& t) {
            t.enumeration("state", "order_state", {"open", "paid"}).defaultTo("open");
        });
        schema.createTable("bills", [](TableBuilder& t) {
            t.enumeration("state", "order_state", {"open", "paid"});
            t.enumeration("kind", "bill_kind", {"paper", "mail"});
        });
    });
}

TEST_F(ConformanceReversal, OfEnumValues) {
    given([](SchemaBuilder& schema) {
        schema.createTable("orders", [](TableBuilder& t) {
            t.id();
            t.enumeration("state", "order_state", {"open", "paid", "lost"}).defaultTo("lost");
        });
    });
    goesBack([](ReversibleSchemaBuilder& schema) {
        schema.alterEnum("order_state")
            .addValue("sent")
            .after("open")
            .renameValue("paid", "settled")
            .removeValue("lost", "open");
        schema.createEnum("colour", {"red", "green"});
        schema.renameEnum("order_state", "state_of_order");
    });
}

TEST_F(ConformanceReversal, OfSqlSaysItsWayBack) {
    given(shop);
    goesBack([](ReversibleSchemaBuilder& schema) {
        constexpr const char* kUp = "CREATE VIEW dear AS SELECT id FROM orders WHERE total > 100";
        constexpr const char* kDown = "DROP VIEW dear";
        schema.sql({.postgresql = kUp, .mysql = kUp, .mariadb = kUp, .sqlite = kUp},
                   {.postgresql = kDown, .mysql = kDown, .mariadb = kDown, .sqlite = kDown});
    });
}

TEST_F(ConformanceReversal, OfEverythingAtOnce) {
    given(shop);
    goesBack([](ReversibleSchemaBuilder& schema) {
        schema.createTable("shops", [](TableBuilder& t) {
            t.id();
            t.string("city", 40);
        });
        schema.alterTable("orders", [](ReversibleAlterBuilder& t) {
            t.foreignId("shop_id").nullable().references("shops");
            t.renameColumn("note", "remark");
            t.index({"shop_id", "remark"});
            t.setDefault("total", 7).from(5);
            t.check("remark_is_short", "remark <> 'long'");
        });
        schema.renameTable("users", "people");
        schema.alterTable("people", [](ReversibleAlterBuilder& t) {
            t.changeType("name", godwit::string(80), godwit::string(120));
            t.boolean("active").defaultTo(true);
        });
    });
}

}  // namespace godwit::test
