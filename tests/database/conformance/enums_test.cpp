#include "database/conformance/conformance.hpp"

namespace godwit::test {

namespace {

class ConformanceEnums : public Conformance {};

void pets(SchemaBuilder& schema) {
    schema.createTable("pets", [](TableBuilder& t) {
        t.id();
        t.enumeration("kind", "species", {"cat", "dog"}).defaultTo("dog");
    });
}

}  // namespace

TEST_F(ConformanceEnums, TakeTheirValuesOnly) {
    when([](SchemaBuilder& schema) {
        schema.createTable("pets", [](TableBuilder& t) {
            t.id();
            t.enumeration("kind", "species", {"cat", "dog", "it's a \\ \"frog\""}).nullable();
        });
    });
    takes("INSERT INTO pets (kind) VALUES ('cat')");
    takes("INSERT INTO pets (kind) VALUES (NULL)");
    refuses("INSERT INTO pets (kind) VALUES ('bird')");
}

TEST_F(ConformanceEnums, GoWithTheirLastColumn) {
    given(pets);
    when([](SchemaBuilder& schema) { schema.dropTable("pets"); });
    when(pets);
    takes("INSERT INTO pets (kind) VALUES ('cat')");
}

TEST_F(ConformanceEnums, OfTwoTablesAreOne) {
    given([](SchemaBuilder& schema) {
        pets(schema);
        schema.createTable("toys", [](TableBuilder& t) {
            t.id();
            t.enumeration("owner", "species", {"cat", "dog"});
        });
    });
    when([](SchemaBuilder& schema) { schema.dropTable("pets"); });
    takes("INSERT INTO toys (owner) VALUES ('cat')");
    refuses("INSERT INTO toys (owner) VALUES ('bird')");
}

TEST_F(ConformanceEnums, GetAValueAtTheEnd) {
    given(pets);
    when([](SchemaBuilder& schema) { schema.alterEnum("species").addValue("it's a frog"); });
    takes("INSERT INTO pets (kind) VALUES ('it''s a frog')");
    refuses("INSERT INTO pets (kind) VALUES ('bird')");
}

TEST_F(ConformanceEnums, GetAValueBetweenOthers) {
    given(pets);
    when([](SchemaBuilder& schema) {
        schema.alterEnum("species").addValue("cow").after("cat").addValue("bee").before("cat");
    });
    takes("INSERT INTO pets (kind) VALUES ('bee'), ('cow')");
    refuses("INSERT INTO pets (kind) VALUES ('bird')");
}

TEST_F(ConformanceEnums, RenameAValue) {
    given(pets);
    rows({"INSERT INTO pets (kind) VALUES ('dog')"});
    when([](SchemaBuilder& schema) { schema.alterEnum("species").renameValue("dog", "hound"); });
    holds("SELECT kind FROM pets", "hound");
    refuses("INSERT INTO pets (kind) VALUES ('dog')");
}

TEST_F(ConformanceEnums, AreRenamed) {
    given(pets);
    rows({"INSERT INTO pets (kind) VALUES ('dog')"});
    when([](SchemaBuilder& schema) { schema.renameEnum("species", "animal"); });
    holds("SELECT kind FROM pets", "dog");
    when([](SchemaBuilder& schema) { schema.alterEnum("animal").addValue("cow"); });
    takes("INSERT INTO pets (kind) VALUES ('cow')");
}

TEST_F(ConformanceEnums, RemoveAValue) {
    given(pets);
    rows({"INSERT INTO pets (kind) VALUES ('dog')"});
    when([](SchemaBuilder& schema) { schema.alterEnum("species").removeValue("dog", "cat"); });
    holds("SELECT kind FROM pets", "cat");
    refuses("INSERT INTO pets (kind) VALUES ('dog')");
    takes("INSERT INTO pets (id) VALUES (90)");
    holds("SELECT kind FROM pets WHERE id = 90", "cat");
}

TEST_F(ConformanceEnums, UseAnAddedValueAtOnce) {
    given(pets);
    when([](SchemaBuilder& schema) {
        schema.alterEnum("species").addValue("cow");
        schema.insert("pets", {{"kind", "cow"}});
        schema.alterTable("pets", [](AlterBuilder& t) { t.setDefault("kind", "cow"); });
    });
    holds("SELECT kind FROM pets", "cow");
}

TEST_F(ConformanceEnums, HaveADefault) {
    given(
        [](SchemaBuilder& schema) { schema.createTable("pets", [](TableBuilder& t) { t.id(); }); });
    when([](SchemaBuilder& schema) {
        schema.alterTable("pets", [](AlterBuilder& t) {
            t.enumeration("kind", "species", {"cat", "dog"}).defaultTo("dog");
        });
    });
    takes("INSERT INTO pets (id) VALUES (1)");
    holds("SELECT kind FROM pets", "dog");
}

}  // namespace godwit::test
