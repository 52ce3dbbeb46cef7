#include "database/conformance/conformance.hpp"

namespace godwit::test {

namespace {

class ConformanceDefaults : public Conformance {};

void people(SchemaBuilder& schema) {
    schema.createTable("people", [](TableBuilder& t) {
        t.id();
        t.string("name", 80).nullable();
        t.integer("points").defaultTo(3);
    });
}

}  // namespace

TEST_F(ConformanceDefaults, AreTextsNumbersAndBooleans) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.string("greeting", 20).defaultTo("it's \\ \"me\"");
            t.text("life").defaultTo("long");
            t.boolean("alive").defaultTo(true);
            t.boolean("famous").defaultTo(false);
            t.integer("luck").defaultTo(-7);
            t.decimal("share", 8, 2).defaultTo("12.50");
        });
    });
    takes("INSERT INTO people (id) VALUES (1)");
    holds("SELECT greeting FROM people", "it's \\ \"me\"");
    holds("SELECT life FROM people", "long");
    holds("SELECT luck FROM people WHERE alive AND NOT famous", "-7");
    holds("SELECT share FROM people", on(DatabaseKind::SQLite) ? "1250" : "12.50");
}

TEST_F(ConformanceDefaults, AreMoments) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.timestamp("born", 0).defaultTo("2015-04-12 17:05:00");
            t.date("day").defaultTo("2015-04-12");
        });
    });
    takes("INSERT INTO people (id) VALUES (1)");
    holds("SELECT born FROM people", "2015-04-12 17:05:00");
    holds("SELECT day FROM people", "2015-04-12");
}

TEST_F(ConformanceDefaults, AreComputedByTheDatabase) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.integer("total").defaultTo(godwit::expr("1 + 2"));
        });
    });
    takes("INSERT INTO people (id) VALUES (1)");
    holds("SELECT total FROM people", "3");
}

TEST_F(ConformanceDefaults, AreTheMomentOfTheInsert) {
    when([](SchemaBuilder& schema) {
        schema.createTable("people", [](TableBuilder& t) {
            t.id();
            t.timestamp("seen").defaultTo(godwit::now);
            t.timestampTz("heard", 3).defaultTo(godwit::now);
        });
    });
    takes("INSERT INTO people (id) VALUES (1)");
    holds("SELECT count(*) FROM people WHERE seen > '2020-01-01' AND heard > '2020-01-01'", "1");
}

TEST_F(ConformanceDefaults, KeepTheirLines) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.string("address", 40).defaultTo("Main Street 1\nLondon");
        });
    });
    takes("INSERT INTO people (id) VALUES (1)");
    holds("SELECT address FROM people", "Main Street 1\nLondon");
}

TEST_F(ConformanceDefaults, AreSet) {
    given(people);
    rows({"INSERT INTO people (points) VALUES (1)"});
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.setDefault("name", "Bob"); });
    });
    holds("SELECT name FROM people", "NULL");
    takes("INSERT INTO people (id) VALUES (2)");
    holds("SELECT name FROM people WHERE id = 2", "Bob");
}

TEST_F(ConformanceDefaults, AreTakenAway) {
    given([](SchemaBuilder& schema) {
        schema.createTable("people", [](TableBuilder& t) {
            t.id();
            t.boolean("keen").nullable().defaultTo(true);
        });
    });
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.dropDefault("keen"); });
    });
    takes("INSERT INTO people (id) VALUES (1)");
    holds("SELECT keen FROM people", "NULL");
}

TEST_F(ConformanceDefaults, AreSetTogether) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.setDefault("name", "Bob");
            t.setDefault("points", 5);
        });
    });
    takes("INSERT INTO people (id) VALUES (1)");
    holds("SELECT name FROM people WHERE points = 5", "Bob");
}

TEST_F(ConformanceDefaults, AreTakenFromAColumnThatIsNotNull) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.dropDefault("points"); });
    });
    refuses("INSERT INTO people (name) VALUES ('Ada')");
}

TEST_F(ConformanceDefaults, NullIsAllowed) {
    given(people);
    rows({"INSERT INTO people (points) VALUES (1)"});
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.dropNotNull("points"); });
    });
    takes("INSERT INTO people (points) VALUES (NULL)");
    holds("SELECT count(*) FROM people", "2");
}

TEST_F(ConformanceDefaults, NullIsForbidden) {
    given(people);
    rows({"INSERT INTO people (name) VALUES ('Ada')"});
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.setNotNull("name"); });
    });
    refuses("INSERT INTO people (name) VALUES (NULL)");
    holds("SELECT name FROM people", "Ada");
}

TEST_F(ConformanceDefaults, NullIsReplacedBeforeItIsForbidden) {
    given(people);
    rows({"INSERT INTO people (name) VALUES ('Ada')", "INSERT INTO people (name) VALUES (NULL)"});
    when([](SchemaBuilder& schema) {
        schema.alterTable("people",
                          [](AlterBuilder& t) { t.setNotNull("name").backfillWith("'nobody'"); });
    });
    holds("SELECT name FROM people WHERE id = 1", "Ada");
    holds("SELECT name FROM people WHERE id = 2", "nobody");
    refuses("UPDATE people SET name = NULL");
}

TEST_F(ConformanceDefaults, NullIsForbiddenInAnIndexedColumn) {
    given([](SchemaBuilder& schema) {
        people(schema);
        schema.alterTable("people", [](AlterBuilder& t) { t.index({"name"}).unique(); });
    });
    rows({"INSERT INTO people (name) VALUES ('Ada')"});
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.setNotNull("name"); });
    });
    refuses("INSERT INTO people (name) VALUES ('Ada')");
    refuses("INSERT INTO people (name) VALUES (NULL)");
}

TEST_F(ConformanceDefaults, NullIsForbiddenInAColumnOfAnIndexOverSeveral) {
    given([](SchemaBuilder& schema) {
        people(schema);
        schema.alterTable("people", [](AlterBuilder& t) { t.index({"name", "points"}); });
    });
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.setNotNull("name"); });
    });
    refuses("INSERT INTO people (name) VALUES (NULL)");
}

TEST_F(ConformanceDefaults, NullIsForbiddenInAReferencedTable) {
    given([](SchemaBuilder& schema) {
        people(schema);
        schema.createTable("letters", [](TableBuilder& t) {
            t.id();
            t.foreignId("person_id").references("people").onDelete(cascade);
        });
    });
    rows(
        {"INSERT INTO people (name) VALUES ('Ada')", "INSERT INTO letters (person_id) VALUES (1)"});
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.setNotNull("name"); });
    });
    holds("SELECT count(*) FROM letters", "1");
    refuses("INSERT INTO letters (person_id) VALUES (2)");
    takes("DELETE FROM people");
    holds("SELECT count(*) FROM letters", "0");
}

TEST_F(ConformanceDefaults, NullIsForbiddenUnlessAllowed) {
    when([](SchemaBuilder& schema) {
        schema.createTable("people", [](TableBuilder& t) {
            t.string("name", 80);
            t.string("nickname", 80).nullable();
        });
    });
    takes("INSERT INTO people (name) VALUES ('Ada')");
    refuses("INSERT INTO people (nickname) VALUES ('A')");
}

TEST_F(ConformanceDefaults, OfOneColumnChangeAlone) {
    given([](SchemaBuilder& schema) {
        schema.createTable("people", [](TableBuilder& t) {
            t.id();
            t.integer("wealth").defaultTo(99).comment("In coins.");
            t.check("wealth_is_positive", "wealth >= 0");
        });
    });
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.setDefault("wealth", 100); });
    });
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.dropNotNull("wealth"); });
    });
    when([](SchemaBuilder& schema) {
        schema.alterTable("people",
                          [](AlterBuilder& t) { t.changeType("wealth", godwit::bigInteger()); });
    });
    takes("INSERT INTO people (id) VALUES (1)");
    holds("SELECT wealth FROM people", "100");
    refuses("UPDATE people SET wealth = -1");
}

TEST_F(ConformanceDefaults, AreRenewedAtEachUpdate) {
    when([](SchemaBuilder& schema) {
        schema.createTable("people", [](TableBuilder& t) {
            t.integer("number");
            t.timestamp("changed").nullable().renewedOnUpdate();
        });
    });
    takes("INSERT INTO people (number) VALUES (1)");
    takes("UPDATE people SET number = 2");
    holds("SELECT count(*) FROM people WHERE changed IS NOT NULL", "1");
}

}  // namespace godwit::test
