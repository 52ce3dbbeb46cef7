#include "database/conformance/conformance.hpp"

namespace godwit::test {

namespace {

class ConformanceForeignKeys : public Conformance {};

// Rockets and those who fly them, without a foreign key.
void fleet(SchemaBuilder& schema) {
    schema.createTable("rockets", [](TableBuilder& t) {
        t.id();
        t.string("name", 20).nullable();
    });
    schema.createTable("pilots", [](TableBuilder& t) {
        t.id();
        t.bigInteger("rocket_id").nullable();
        t.bigInteger("favorite_id").nullable();
    });
}

void fleetWithKey(SchemaBuilder& schema) {
    fleet(schema);
    schema.alterTable("pilots", [](AlterBuilder& t) {
        t.foreignKey({"rocket_id"}).references("rockets", {"id"}).named("pilots_rocket");
    });
}

// Rockets of many fleets, by two columns.
void fleets(SchemaBuilder& schema) {
    schema.createTable("rockets", [](TableBuilder& t) {
        t.integer("fleet");
        t.integer("number");
        t.primaryKey({"fleet", "number"});
    });
    schema.createTable("pilots", [](TableBuilder& t) {
        t.id();
        t.integer("rocket_fleet").nullable();
        t.integer("rocket_number").nullable();
    });
}

constexpr const char* kRocket = "INSERT INTO rockets (id) VALUES (1)";
constexpr const char* kPilot = "INSERT INTO pilots (rocket_id) VALUES (1)";
constexpr const char* kStray = "INSERT INTO pilots (rocket_id) VALUES (2)";

}  // namespace

TEST_F(ConformanceForeignKeys, AreAdded) {
    given(fleet);
    rows({kRocket, kPilot});
    when([](SchemaBuilder& schema) {
        schema.alterTable("pilots", [](AlterBuilder& t) {
            t.foreignKey({"rocket_id"}).references("rockets", {"id"});
        });
    });
    takes(kPilot);
    refuses(kStray);
    refuses("DELETE FROM rockets");
}

TEST_F(ConformanceForeignKeys, HaveAName) {
    given(fleet);
    when([](SchemaBuilder& schema) {
        schema.alterTable("pilots", [](AlterBuilder& t) {
            t.foreignKey({"rocket_id"}).references("rockets", {"id"}).named("flies");
        });
    });
    refuses(kStray);
}

TEST_F(ConformanceForeignKeys, AreDroppedByName) {
    given(fleetWithKey);
    when([](SchemaBuilder& schema) {
        schema.alterTable("pilots", [](AlterBuilder& t) { t.dropForeignKey("pilots_rocket"); });
    });
    takes(kStray);
}

TEST_F(ConformanceForeignKeys, AreDroppedByColumns) {
    given(fleetWithKey);
    when([](SchemaBuilder& schema) {
        schema.alterTable("pilots", [](AlterBuilder& t) { t.dropForeignKey({"rocket_id"}); });
    });
    takes(kStray);
}

TEST_F(ConformanceForeignKeys, AreDroppedBesideOthersToTheSameTable) {
    given([](SchemaBuilder& schema) {
        fleetWithKey(schema);
        schema.alterTable("pilots", [](AlterBuilder& t) {
            t.foreignKey({"favorite_id"}).references("rockets", {"id"});
        });
    });
    when([](SchemaBuilder& schema) {
        schema.alterTable("pilots", [](AlterBuilder& t) { t.dropForeignKey({"favorite_id"}); });
    });
    takes("INSERT INTO pilots (favorite_id) VALUES (2)");
    refuses(kStray);
}

TEST_F(ConformanceForeignKeys, ThatAreNotThereAreNotDropped) {
    given(fleet);
    when([](SchemaBuilder& schema) {
        schema.alterTable("pilots", [](AlterBuilder& t) { t.dropForeignKey("nothing"); });
    });
    EXPECT_TRUE(refused());
}

TEST_F(ConformanceForeignKeys, AreDroppedIfThere) {
    given(fleetWithKey);
    when([](SchemaBuilder& schema) {
        schema.alterTable("pilots", [](AlterBuilder& t) {
            t.dropForeignKey("pilots_rocket").ifExists();
            t.dropForeignKey("nothing").ifExists();
        });
    });
    takes(kStray);
}

TEST_F(ConformanceForeignKeys, AreAddedOnlyWhereMissing) {
    given(fleetWithKey);
    when([](SchemaBuilder& schema) {
        schema.alterTable("pilots", [](AlterBuilder& t) {
            t.foreignKey({"rocket_id"})
                .references("rockets", {"id"})
                .named("pilots_rocket")
                .ifNotExists();
            t.foreignKey({"favorite_id"}).references("rockets", {"id"}).ifNotExists();
        });
    });
    refuses(kStray);
    refuses("INSERT INTO pilots (favorite_id) VALUES (2)");
}

TEST_F(ConformanceForeignKeys, AreNotAddedTwice) {
    given(fleetWithKey);
    when([](SchemaBuilder& schema) {
        schema.alterTable("pilots", [](AlterBuilder& t) {
            t.foreignKey({"rocket_id"}).references("rockets", {"id"}).named("pilots_rocket");
        });
    });
    EXPECT_TRUE(refused());
}

TEST_F(ConformanceForeignKeys, OfSeveralColumnsComeWithATable) {
    given([](SchemaBuilder& schema) {
        schema.createTable("rockets", [](TableBuilder& t) {
            t.integer("fleet");
            t.integer("number");
            t.primaryKey({"fleet", "number"});
        });
    });
    when([](SchemaBuilder& schema) {
        schema.createTable("pilots", [](TableBuilder& t) {
            t.integer("rocket_fleet");
            t.integer("rocket_number");
            t.foreignKey({"rocket_fleet", "rocket_number"})
                .references("rockets", {"fleet", "number"});
        });
    });
    takes("INSERT INTO rockets VALUES (1, 2)");
    takes("INSERT INTO pilots VALUES (1, 2)");
    refuses("INSERT INTO pilots VALUES (2, 1)");
}

TEST_F(ConformanceForeignKeys, LeadToAUniqueConstraint) {
    given([](SchemaBuilder& schema) {
        fleets(schema);
        schema.alterTable("rockets", [](AlterBuilder& t) { t.unique({"number", "fleet"}); });
    });
    when([](SchemaBuilder& schema) {
        schema.alterTable("pilots", [](AlterBuilder& t) {
            t.foreignKey({"rocket_number", "rocket_fleet"})
                .references("rockets", {"number", "fleet"})
                .named("flies");
        });
    });
    takes("INSERT INTO rockets VALUES (1, 2)");
    takes("INSERT INTO pilots (rocket_fleet, rocket_number) VALUES (1, 2)");
    refuses("INSERT INTO pilots (rocket_fleet, rocket_number) VALUES (2, 1)");
}

TEST_F(ConformanceForeignKeys, HaveAsManyColumnsAsTheKey) {
    given(fleets);
    when([](SchemaBuilder& schema) {
        schema.alterTable("pilots", [](AlterBuilder& t) {
            t.foreignKey({"rocket_number"}).references("rockets", {"fleet", "number"});
        });
    });
    EXPECT_TRUE(refused());
}

TEST_F(ConformanceForeignKeys, PassAnUpdateOn) {
    given(fleets);
    when([](SchemaBuilder& schema) {
        schema.alterTable("pilots", [](AlterBuilder& t) {
            t.foreignKey({"rocket_fleet", "rocket_number"})
                .references("rockets", {"fleet", "number"})
                .onUpdate(cascade);
        });
    });
    takes("INSERT INTO rockets VALUES (1, 2)");
    takes("INSERT INTO pilots (rocket_fleet, rocket_number) VALUES (1, 2)");
    takes("UPDATE rockets SET number = 9");
    holds("SELECT rocket_number FROM pilots", "9");
}

TEST_F(ConformanceForeignKeys, ActAtDeleteAndUpdate) {
    given(fleets);
    when([](SchemaBuilder& schema) {
        schema.alterTable("pilots", [](AlterBuilder& t) {
            t.foreignKey({"rocket_fleet", "rocket_number"})
                .references("rockets", {"fleet", "number"})
                .onDelete(setNull)
                .onUpdate(cascade);
        });
    });
    takes("INSERT INTO rockets VALUES (1, 2)");
    takes("INSERT INTO pilots (rocket_fleet, rocket_number) VALUES (1, 2)");
    takes("UPDATE rockets SET number = 9");
    holds("SELECT rocket_number FROM pilots", "9");
    takes("DELETE FROM rockets");
    holds("SELECT rocket_number FROM pilots", "NULL");
}

TEST_F(ConformanceForeignKeys, PassADeleteOn) {
    given(fleet);
    when([](SchemaBuilder& schema) {
        schema.alterTable("pilots", [](AlterBuilder& t) {
            t.foreignKey({"rocket_id"}).references("rockets", {"id"}).onDelete(cascade);
        });
    });
    takes(kRocket);
    takes(kPilot);
    takes("DELETE FROM rockets");
    holds("SELECT count(*) FROM pilots", "0");
}

TEST_F(ConformanceForeignKeys, LeaveNullAtADelete) {
    given(fleet);
    when([](SchemaBuilder& schema) {
        schema.alterTable("pilots", [](AlterBuilder& t) {
            t.foreignKey({"rocket_id"}).references("rockets", {"id"}).onDelete(setNull);
        });
    });
    takes(kRocket);
    takes(kPilot);
    takes("DELETE FROM rockets");
    holds("SELECT rocket_id FROM pilots", "NULL");
}

TEST_F(ConformanceForeignKeys, KeepAParentWithChildren) {
    given(fleet);
    when([](SchemaBuilder& schema) {
        schema.alterTable("pilots", [](AlterBuilder& t) {
            t.foreignKey({"rocket_id"}).references("rockets", {"id"}).onDelete(restrict);
        });
    });
    takes(kRocket);
    takes(kPilot);
    refuses("DELETE FROM rockets");
}

TEST_F(ConformanceForeignKeys, LeaveTheDefaultAtADelete) {
    given([](SchemaBuilder& schema) {
        schema.createTable("rockets", [](TableBuilder& t) { t.id(); });
        schema.createTable("pilots",
                           [](TableBuilder& t) { t.bigInteger("rocket_id").defaultTo(7); });
    });
    when([](SchemaBuilder& schema) {
        schema.alterTable("pilots", [](AlterBuilder& t) {
            t.foreignKey({"rocket_id"}).references("rockets", {"id"}).onDelete(setDefault);
        });
    });
    takes("INSERT INTO rockets (id) VALUES (1), (7)");
    takes(kPilot);
    takes("DELETE FROM rockets WHERE id = 1");
    holds("SELECT rocket_id FROM pilots", "7");
}

TEST_F(ConformanceForeignKeys, LeadToAnyColumn) {
    given([](SchemaBuilder& schema) {
        schema.createTable("shuttles", [](TableBuilder& t) {
            t.id("pk");
            t.integer("other").unique();
        });
    });
    when([](SchemaBuilder& schema) {
        schema.createTable("pilots", [](TableBuilder& t) {
            t.foreignId("shuttle_id").references("shuttles", "pk");
            t.integer("number").references("shuttles", "other");
        });
    });
    takes("INSERT INTO shuttles VALUES (1, 5)");
    takes("INSERT INTO pilots VALUES (1, 5)");
    refuses("INSERT INTO pilots VALUES (5, 1)");
}

TEST_F(ConformanceForeignKeys, LeadToATableNamedByAWordOfSql) {
    given(
        [](SchemaBuilder& schema) { schema.createTable("user", [](TableBuilder& t) { t.id(); }); });
    when([](SchemaBuilder& schema) {
        schema.createTable("rockets",
                           [](TableBuilder& t) { t.foreignId("user_id").references("user"); });
    });
    refuses("INSERT INTO rockets VALUES (1)");
}

TEST_F(ConformanceForeignKeys, NeedNotLookAtTheRowsThatAreThere) {
    given(fleet);
    rows({kStray});
    when([](SchemaBuilder& schema) {
        schema.alterTable("pilots", [](AlterBuilder& t) {
            t.foreignKey({"rocket_id"}).references("rockets", {"id"}).notValid();
        });
    });
    refuses(kStray);
}

TEST_F(ConformanceForeignKeys, LookAtTheRowsLater) {
    given(fleet);
    if (on(DatabaseKind::PostgreSQL)) {
        given([](SchemaBuilder& schema) {
            schema.alterTable("pilots", [](AlterBuilder& t) {
                t.foreignKey({"rocket_id"}).references("rockets", {"id"}).named("flies").notValid();
            });
        });
    } else {
        given([](SchemaBuilder& schema) {
            schema.alterTable("pilots", [](AlterBuilder& t) {
                t.foreignKey({"rocket_id"}).references("rockets", {"id"}).named("flies");
            });
        });
    }
    when([](SchemaBuilder& schema) {
        schema.alterTable("pilots", [](AlterBuilder& t) { t.validateConstraint("flies"); });
    });
    refuses(kStray);
}

TEST_F(ConformanceForeignKeys, ThatAreNotThereAreNotValidated) {
    given(fleet);
    when([](SchemaBuilder& schema) {
        schema.alterTable("pilots", [](AlterBuilder& t) { t.validateConstraint("nothing"); });
    });
    EXPECT_TRUE(refused());
}

TEST_F(ConformanceForeignKeys, CanWait) {
    given(fleet);
    when([](SchemaBuilder& schema) {
        schema.alterTable("pilots", [](AlterBuilder& t) {
            t.foreignKey({"rocket_id"})
                .references("rockets", {"id"})
                .deferrable(godwit::initiallyImmediate);
        });
    });
    refuses(kStray);
    takes("BEGIN");
    takes(on(DatabaseKind::SQLite) ? "PRAGMA defer_foreign_keys = on"
                                   : "SET CONSTRAINTS ALL DEFERRED");
    takes(kPilot);
    takes(kRocket);
    takes("COMMIT");
}

TEST_F(ConformanceForeignKeys, Wait) {
    given(fleet);
    when([](SchemaBuilder& schema) {
        schema.alterTable("pilots", [](AlterBuilder& t) {
            t.foreignKey({"rocket_id"})
                .references("rockets", {"id"})
                .deferrable(godwit::initiallyDeferred);
        });
    });
    takes("BEGIN");
    takes(kPilot);
    takes(kRocket);
    takes("COMMIT");
    takes("BEGIN");
    takes(kStray);
    refuses("COMMIT");
}

TEST_F(ConformanceForeignKeys, DoNotWait) {
    given(fleetWithKey);
    when([](SchemaBuilder& schema) {
        schema.alterTable("pilots", [](AlterBuilder& t) {
            t.foreignKey({"favorite_id"}).references("rockets", {"id"});
        });
    });
    takes("BEGIN");
    refuses("INSERT INTO pilots (favorite_id) VALUES (1)");
}

}  // namespace godwit::test
