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
