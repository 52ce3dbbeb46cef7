#include "database/conformance/conformance.hpp"

namespace godwit::test {

namespace {

class ConformanceReferences : public Conformance {};

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

constexpr const char* kRocket = "INSERT INTO rockets (id) VALUES (1)";
constexpr const char* kPilot = "INSERT INTO pilots (rocket_id) VALUES (1)";

}  // namespace

TEST_F(ConformanceReferences, LeaveTheTypesOfTheirColumns) {
    given([](SchemaBuilder& schema) {
        schema.createTable("rockets", [](TableBuilder& t) { t.string("code", 9).primaryKey(); });
        schema.createTable("pilots", [](TableBuilder& t) { t.string("rocket", 9).nullable(); });
    });
    when([](SchemaBuilder& schema) {
        schema.alterTable("pilots", [](AlterBuilder& t) {
            t.foreignKey({"rocket"}).references("rockets", {"code"});
        });
    });
    refuses("INSERT INTO pilots VALUES ('V2')");
}

TEST_F(ConformanceReferences, ComeWithAColumn) {
    given(fleet);
    when([](SchemaBuilder& schema) {
        schema.createTable("mechanics", [](TableBuilder& t) {
            t.foreignId("rocket_id").references("rockets").onDelete(cascade).onUpdate(restrict);
        });
    });
    refuses("INSERT INTO mechanics VALUES (1)");
    takes(kRocket);
    takes("INSERT INTO mechanics VALUES (1)");
}

TEST_F(ConformanceReferences, ComeOnlyWhenAskedFor) {
    given(fleet);
    when([](SchemaBuilder& schema) {
        schema.createTable("mechanics", [](TableBuilder& t) { t.bigInteger("rocket_id"); });
    });
    takes("INSERT INTO mechanics VALUES (1)");
}

TEST_F(ConformanceReferences, ComeWithAnAddedColumn) {
    given(fleet);
    rows({kRocket, kPilot});
    when([](SchemaBuilder& schema) {
        schema.alterTable("pilots", [](AlterBuilder& t) {
            t.foreignId("spare_id").nullable().references("rockets");
        });
    });
    takes("UPDATE pilots SET spare_id = 1");
    refuses("UPDATE pilots SET spare_id = 2");
}

TEST_F(ConformanceReferences, HaveAnIndexWhenAskedFor) {
    given(fleet);
    when([](SchemaBuilder& schema) {
        schema.createTable("mechanics", [](TableBuilder& t) {
            t.foreignId("rocket_id").references("rockets");
            t.index({"rocket_id"}).named("mechanics_by_rocket");
        });
    });
    refuses("INSERT INTO mechanics VALUES (1)");
}

TEST_F(ConformanceReferences, GoWithTheirColumnAndItsIndex) {
    given([](SchemaBuilder& schema) {
        fleetWithKey(schema);
        schema.alterTable("pilots", [](AlterBuilder& t) { t.index({"rocket_id"}); });
    });
    rows({kRocket, kPilot});
    when([](SchemaBuilder& schema) {
        schema.alterTable("pilots", [](AlterBuilder& t) { t.dropColumn("rocket_id"); });
    });
    takes("DELETE FROM rockets");
    holds("SELECT count(*) FROM pilots", "1");
}

TEST_F(ConformanceReferences, AreDroppedAndMadeAnewInOneMigration) {
    given(fleetWithKey);
    when([](SchemaBuilder& schema) {
        schema.alterTable("pilots", [](AlterBuilder& t) {
            t.dropForeignKey("pilots_rocket");
            t.foreignKey({"rocket_id"})
                .references("rockets", {"id"})
                .named("pilots_rocket")
                .onDelete(cascade);
        });
    });
    takes(kRocket);
    takes(kPilot);
    takes("DELETE FROM rockets");
    holds("SELECT count(*) FROM pilots", "0");
}

TEST_F(ConformanceReferences, LeadToTheirOwnTable) {
    when([](SchemaBuilder& schema) {
        schema.createTable("parts", [](TableBuilder& t) {
            t.id();
            t.foreignId("whole_id").nullable().references("parts").onDelete(cascade);
        });
    });
    takes("INSERT INTO parts (id) VALUES (1)");
    takes("INSERT INTO parts (id, whole_id) VALUES (2, 1)");
    refuses("INSERT INTO parts (id, whole_id) VALUES (3, 9)");
    takes("DELETE FROM parts WHERE id = 1");
    holds("SELECT count(*) FROM parts", "0");
}

}  // namespace godwit::test
