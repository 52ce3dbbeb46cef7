#include "database/conformance/conformance.hpp"

namespace godwit::test {

namespace {

class ConformanceKeys : public Conformance {};

void codes(SchemaBuilder& schema) {
    schema.createTable("codes", [](TableBuilder& t) {
        t.integer("number");
        t.string("letters", 20);
    });
}

void codesWithKey(SchemaBuilder& schema) {
    schema.createTable("codes", [](TableBuilder& t) {
        t.integer("number").primaryKey();
        t.string("letters", 20);
    });
}

constexpr const char* kRow = "INSERT INTO codes VALUES (1, 'a')";

}  // namespace

TEST_F(ConformanceKeys, OfANumberAreAdded) {
    given(codes);
    rows({kRow});
    when([](SchemaBuilder& schema) {
        schema.alterTable("codes", [](AlterBuilder& t) { t.primaryKey({"number"}); });
    });
    refuses("INSERT INTO codes VALUES (1, 'b')");
    takes("INSERT INTO codes VALUES (2, 'a')");
}

TEST_F(ConformanceKeys, OfATextAreAdded) {
    given(codes);
    rows({kRow});
    when([](SchemaBuilder& schema) {
        schema.alterTable("codes", [](AlterBuilder& t) { t.primaryKey({"letters"}); });
    });
    refuses("INSERT INTO codes VALUES (2, 'a')");
    takes("INSERT INTO codes VALUES (2, 'A')");
}

TEST_F(ConformanceKeys, HaveAName) {
    given(codes);
    when([](SchemaBuilder& schema) {
        schema.alterTable("codes", [](AlterBuilder& t) {
            t.primaryKey({"number"}).named("codes_key_of_one_s_own");
        });
    });
    takes(kRow);
    refuses(kRow);
}

TEST_F(ConformanceKeys, OfSeveralColumnsHaveAName) {
    given(codes);
    when([](SchemaBuilder& schema) {
        schema.alterTable("codes", [](AlterBuilder& t) {
            t.primaryKey({"letters", "number"}).named("codes_key_of_one_s_own");
        });
    });
    takes(kRow);
    takes("INSERT INTO codes VALUES (1, 'b')");
    refuses(kRow);
}

TEST_F(ConformanceKeys, OfANumberAreDropped) {
    given(codesWithKey);
    rows({kRow});
    when([](SchemaBuilder& schema) {
        schema.alterTable("codes", [](AlterBuilder& t) { t.dropPrimaryKey(); });
    });
    takes(kRow);
    refuses("INSERT INTO codes (letters) VALUES ('a')");
}

TEST_F(ConformanceKeys, OfATextAreDropped) {
    given([](SchemaBuilder& schema) {
        schema.createTable("codes", [](TableBuilder& t) {
            t.integer("number");
            t.string("letters", 20).primaryKey();
        });
    });
    rows({kRow});
    when([](SchemaBuilder& schema) {
        schema.alterTable("codes", [](AlterBuilder& t) { t.dropPrimaryKey(); });
    });
    takes(kRow);
}

TEST_F(ConformanceKeys, OfSeveralColumnsComeWithATable) {
    when([](SchemaBuilder& schema) {
        schema.createTable("codes", [](TableBuilder& t) {
            t.integer("number");
            t.string("letters", 20);
            t.primaryKey({"number", "letters"});
        });
    });
    takes(kRow);
    takes("INSERT INTO codes VALUES (1, 'b')");
    refuses(kRow);
}

TEST_F(ConformanceKeys, OfSeveralColumnsComeNamedWithATable) {
    when([](SchemaBuilder& schema) {
        schema.createTable("codes", [](TableBuilder& t) {
            t.integer("number");
            t.string("letters", 20);
            t.primaryKey({"number", "letters"}).named("codes_key_of_one_s_own");
        });
    });
    takes(kRow);
    refuses(kRow);
}

TEST_F(ConformanceKeys, AreCountedUpAndTakeAValue) {
    when([](SchemaBuilder& schema) {
        schema.createTable("codes", [](TableBuilder& t) {
            t.id();
            t.string("letters", 20);
        });
    });
    takes("INSERT INTO codes (letters) VALUES ('a')");
    holds("SELECT id FROM codes", "1");
    takes("INSERT INTO codes (id, letters) VALUES (50, 'b')");
}

TEST_F(ConformanceKeys, ThatCountUpAreAdded) {
    given(codes);
    rows({kRow, "INSERT INTO codes VALUES (2, 'b')"});
    when(
        [](SchemaBuilder& schema) { schema.alterTable("codes", [](AlterBuilder& t) { t.id(); }); });
    holds("SELECT count(DISTINCT id) FROM codes", "2");
    takes("INSERT INTO codes (number, letters) VALUES (3, 'c')");
    holds("SELECT id FROM codes WHERE number = 3", "3");
}

TEST_F(ConformanceKeys, AreColumnsOfAnyName) {
    when([](SchemaBuilder& schema) {
        schema.createTable("codes", [](TableBuilder& t) { t.id("code_id"); });
    });
    takes("INSERT INTO codes (code_id) VALUES (1)");
    refuses("INSERT INTO codes (code_id) VALUES (1)");
}

TEST_F(ConformanceKeys, AreUuids) {
    when([](SchemaBuilder& schema) {
        schema.createTable("codes", [](TableBuilder& t) {
            t.uuid("id").primaryKey().generated();
            t.integer("number");
        });
    });
    takes("INSERT INTO codes (number) VALUES (1)");
    takes("INSERT INTO codes (number) VALUES (1)");
    holds("SELECT count(DISTINCT id) FROM codes", "2");
}

TEST_F(ConformanceKeys, AreTextsOfTheApplication) {
    when([](SchemaBuilder& schema) {
        schema.createTable("codes", [](TableBuilder& t) { t.string("code", 12).primaryKey(); });
    });
    takes("INSERT INTO codes VALUES ('a')");
    refuses("INSERT INTO codes VALUES ('a')");
    refuses("INSERT INTO codes VALUES (NULL)");
}

}  // namespace godwit::test
