#include "database/conformance/conformance.hpp"

namespace godwit::test {

namespace {

class ConformanceChanges : public Conformance {};

void people(SchemaBuilder& schema) {
    schema.createTable("people", [](TableBuilder& t) {
        t.id();
        t.string("name", 20);
        t.integer("age");
    });
}

constexpr const char* kAda = "INSERT INTO people (name, age) VALUES ('Ada', 36)";

}  // namespace

TEST_F(ConformanceChanges, WidenAColumn) {
    given(people);
    rows({kAda});
    when([](SchemaBuilder& schema) {
        schema.alterTable("people",
                          [](AlterBuilder& t) { t.changeType("age", godwit::bigInteger()); });
    });
    holds("SELECT age FROM people", "36");
    takes("UPDATE people SET age = 9000000000");
}

TEST_F(ConformanceChanges, WidenSeveralColumns) {
    given(people);
    rows({kAda});
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.changeType("name", godwit::string(40));
            t.changeType("age", godwit::bigInteger());
        });
    });
    holds("SELECT name FROM people WHERE age = 36", "Ada");
    takes("UPDATE people SET name = 'Augusta Ada King, Countess of Lovelace'");
}

TEST_F(ConformanceChanges, TurnANumberIntoAText) {
    given(people);
    rows({kAda});
    when([](SchemaBuilder& schema) {
        schema.alterTable("people",
                          [](AlterBuilder& t) { t.changeType("age", godwit::string(20)); });
    });
    holds("SELECT age FROM people", "36");
    takes("UPDATE people SET age = 'old'");
}

TEST_F(ConformanceChanges, ConvertByAnExpression) {
    given(people);
    rows({"INSERT INTO people (name, age) VALUES ('12', 1)"});
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.changeType("name", godwit::integer())
                .castUsing({.postgresql = "name::integer * 2",
                            .mysql = "cast(name as signed) * 2",
                            .mariadb = sameAs::mysql,
                            .sqlite = "cast(name as integer) * 2"});
        });
    });
    holds("SELECT name FROM people", "24");
}

TEST_F(ConformanceChanges, OfAMomentsDigits) {
    given([](SchemaBuilder& schema) {
        schema.createTable("events", [](TableBuilder& t) { t.timestamp("at"); });
    });
    rows({"INSERT INTO events VALUES ('2025-02-17 14:30:00')"});
    when([](SchemaBuilder& schema) {
        schema.alterTable("events",
                          [](AlterBuilder& t) { t.changeType("at", godwit::timestamp(0)); });
    });
    holds("SELECT at FROM events", "2025-02-17 14:30:00");
}

TEST_F(ConformanceChanges, OfAColumnNamedByAWordOfSql) {
    given([](SchemaBuilder& schema) {
        schema.createTable("words", [](TableBuilder& t) {
            t.id();
            t.string("select", 20).defaultTo("x");
        });
    });
    rows({"INSERT INTO words (id) VALUES (1)"});
    when([](SchemaBuilder& schema) {
        schema.alterTable("words",
                          [](AlterBuilder& t) { t.changeType("select", godwit::string(10)); });
    });
    takes("INSERT INTO words (id) VALUES (2)");
}

TEST_F(ConformanceChanges, LeaveNotNull) {
    given(people);
    rows({kAda});
    when([](SchemaBuilder& schema) {
        schema.alterTable("people",
                          [](AlterBuilder& t) { t.changeType("age", godwit::smallInteger()); });
    });
    refuses("INSERT INTO people (name) VALUES ('Bob')");
}

TEST_F(ConformanceChanges, LeaveIndexes) {
    given([](SchemaBuilder& schema) {
        people(schema);
        schema.alterTable("people", [](AlterBuilder& t) {
            t.index({"name"}).named("people_names_index_of_one_s_own");
            t.unique({"name", "age"});
        });
    });
    rows({kAda});
    when([](SchemaBuilder& schema) {
        schema.alterTable("people",
                          [](AlterBuilder& t) { t.changeType("name", godwit::string(60)); });
    });
    refuses(kAda);
}

TEST_F(ConformanceChanges, TurnATextIntoJson) {
    given([](SchemaBuilder& schema) {
        schema.createTable("entities", [](TableBuilder& t) {
            t.id();
            t.text("parts").nullable();
        });
    });
    rows({"INSERT INTO entities (parts) VALUES ('[1, 2]')"});
    when([](SchemaBuilder& schema) {
        schema.alterTable("entities", [](AlterBuilder& t) {
            t.changeType("parts", godwit::json())
                .castUsing({.postgresql = "parts::jsonb",
                            .mysql = "parts",
                            .mariadb = sameAs::mysql,
                            .sqlite = "parts"});
        });
    });
    holds("SELECT parts FROM entities", "[1, 2]");
    refuses("UPDATE entities SET parts = 'no json'");
}

}  // namespace godwit::test
