#include "database/conformance/conformance.hpp"

namespace godwit::test {

namespace {

class ConformanceComments : public Conformance {};

void people(SchemaBuilder& schema) {
    schema.createTable("people", [](TableBuilder& t) {
        t.id();
        t.string("name", 80).defaultTo("Ada");
    });
}

void notedPeople(SchemaBuilder& schema) {
    schema.createTable("people", [](TableBuilder& t) {
        t.comment("All of them.");
        t.id();
        t.string("name", 80).defaultTo("Ada").comment("As on the door.");
    });
}

}  // namespace

TEST_F(ConformanceComments, AreGivenToATable) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.comment("It's \"all\" of them."); });
    });
}

TEST_F(ConformanceComments, OfATableAreChanged) {
    given(notedPeople);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.comment("Some of them."); });
    });
}

TEST_F(ConformanceComments, OfATableAreTakenAway) {
    given(notedPeople);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.comment(""); });
    });
}

TEST_F(ConformanceComments, ComeWithAColumn) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.string("nickname", 80).nullable().comment("What friends say: \\o/");
        });
    });
}

TEST_F(ConformanceComments, AreGivenToAColumn) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.commentOn("id", "Counted up.");
            t.commentOn("name", "As on the door.");
        });
    });
    takes("INSERT INTO people (id) VALUES (1)");
    holds("SELECT name FROM people", "Ada");
}

TEST_F(ConformanceComments, OfAColumnAreChanged) {
    given(notedPeople);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.commentOn("name", "On the bell."); });
    });
}

TEST_F(ConformanceComments, OfAColumnAreTakenAway) {
    given(notedPeople);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.commentOn("name", ""); });
    });
}

TEST_F(ConformanceComments, AreGivenToAComputedColumn) {
    given([](SchemaBuilder& schema) {
        schema.createTable("sums", [](TableBuilder& t) {
            t.integer("x");
            t.integer("y").storedAs("x + 1");
        });
    });
    rows({"INSERT INTO sums (x) VALUES (1)"});
    when([](SchemaBuilder& schema) {
        schema.alterTable("sums", [](AlterBuilder& t) { t.commentOn("y", "One more."); });
    });
    holds("SELECT y FROM sums", "2");
}

}  // namespace godwit::test
