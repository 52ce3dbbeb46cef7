#include "database/conformance/conformance.hpp"

namespace godwit::test {

namespace {

class ConformanceRenames : public Conformance {};

void people(SchemaBuilder& schema) {
    schema.createTable("people", [](TableBuilder& t) {
        t.id();
        t.string("name", 80);
        t.integer("age").nullable();
    });
}

constexpr const char* kAda = "INSERT INTO people (name, age) VALUES ('Ada', 36)";

}  // namespace

TEST_F(ConformanceRenames, OfAColumnKeepItsValues) {
    given(people);
    rows({kAda});
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.renameColumn("name", "full_name"); });
    });
    holds("SELECT full_name FROM people", "Ada");
    refuses("SELECT name FROM people");
}

TEST_F(ConformanceRenames, OfSeveralColumns) {
    given(people);
    rows({kAda});
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.renameColumn("name", "full_name");
            t.renameColumn("age", "years");
        });
    });
    holds("SELECT full_name FROM people WHERE years = 36", "Ada");
}

TEST_F(ConformanceRenames, OfAColumnKeepItsDefault) {
    given([](SchemaBuilder& schema) {
        schema.createTable("people", [](TableBuilder& t) {
            t.id();
            t.integer("salary").defaultTo(70000);
        });
    });
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.renameColumn("salary", "wage"); });
    });
    takes("INSERT INTO people (id) VALUES (1)");
    holds("SELECT wage FROM people", "70000");
    refuses("INSERT INTO people (id, wage) VALUES (2, NULL)");
}

TEST_F(ConformanceRenames, OfAKeyKeepItCounting) {
    given(people);
    rows({kAda});
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.renameColumn("id", "number"); });
    });
    takes("INSERT INTO people (name) VALUES ('Bob')");
    holds("SELECT number FROM people WHERE name = 'Bob'", "2");
}

TEST_F(ConformanceRenames, OfNothingAreRefused) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.renameColumn("nobody", "somebody"); });
    });
    EXPECT_TRUE(refused());
}

TEST_F(ConformanceRenames, ToAWordOfSql) {
    given(people);
    rows({kAda});
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.renameColumn("name", "group"); });
    });
}

TEST_F(ConformanceRenames, OfAColumnKeepItInItsIndexes) {
    given([](SchemaBuilder& schema) {
        schema.createTable("hats", [](TableBuilder& t) {
            t.integer("size");
            t.string("style", 80);
            t.index({"size"});
            t.index({"style", "size"}).unique();
            t.index({"style"}).named("by_style");
        });
    });
    when([](SchemaBuilder& schema) {
        schema.alterTable("hats", [](AlterBuilder& t) {
            t.renameColumn("size", "width");
            t.renameColumn("style", "fashion");
        });
    });
    takes("INSERT INTO hats (width, fashion) VALUES (1, 'a')");
    refuses("INSERT INTO hats (width, fashion) VALUES (1, 'a')");
}

TEST_F(ConformanceRenames, OfAColumnKeepItUnique) {
    given([](SchemaBuilder& schema) {
        schema.createTable("sections", [](TableBuilder& t) { t.integer("position").unique(); });
    });
    when([](SchemaBuilder& schema) {
        schema.alterTable("sections", [](AlterBuilder& t) { t.renameColumn("position", "place"); });
    });
    takes("INSERT INTO sections (place) VALUES (1)");
    refuses("INSERT INTO sections (place) VALUES (1)");
}

TEST_F(ConformanceRenames, OfAColumnKeepItsForeignKey) {
    given([](SchemaBuilder& schema) {
        people(schema);
        schema.createTable("letters", [](TableBuilder& t) {
            t.id();
            t.string("subject", 80).nullable();
            t.foreignId("person_id").references("people");
        });
    });
    rows({kAda, "INSERT INTO letters (person_id) VALUES (1)"});
    when([](SchemaBuilder& schema) {
        schema.alterTable("letters", [](AlterBuilder& t) {
            t.renameColumn("subject", "about");
            t.renameColumn("person_id", "reader_id");
        });
        schema.alterTable("people", [](AlterBuilder& t) { t.renameColumn("id", "number"); });
    });
    takes("INSERT INTO letters (reader_id) VALUES (1)");
    refuses("INSERT INTO letters (reader_id) VALUES (2)");
}

TEST_F(ConformanceRenames, OfAColumnLeaveTheKeyAlone) {
    given([](SchemaBuilder& schema) {
        schema.createTable("things", [](TableBuilder& t) {
            t.integer("thing_id").primaryKey();
            t.integer("one");
            t.string("two", 128);
        });
    });
    rows({"INSERT INTO things VALUES (1, 2, 'x')"});
    when([](SchemaBuilder& schema) {
        schema.alterTable("things", [](AlterBuilder& t) {
            t.dropColumn("two");
            t.renameColumn("one", "three");
        });
    });
    refuses("INSERT INTO things (thing_id, three) VALUES (1, 3)");
}

TEST_F(ConformanceRenames, OfAJsonColumn) {
    given([](SchemaBuilder& schema) {
        schema.createTable("entities", [](TableBuilder& t) {
            t.id();
            t.json("parts").nullable();
        });
    });
    rows({"INSERT INTO entities (parts) VALUES ('[1]')"});
    when([](SchemaBuilder& schema) {
        schema.alterTable("entities", [](AlterBuilder& t) { t.renameColumn("parts", "pieces"); });
    });
    refuses("INSERT INTO entities (pieces) VALUES ('no json')");
    holds("SELECT count(*) FROM entities WHERE pieces IS NOT NULL", "1");
}

}  // namespace godwit::test
