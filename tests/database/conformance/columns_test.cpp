#include "database/conformance/conformance.hpp"

namespace godwit::test {

namespace {

class ConformanceColumns : public Conformance {};

void people(SchemaBuilder& schema) {
    schema.createTable("people", [](TableBuilder& t) {
        t.id();
        t.string("name", 80);
        t.integer("age").nullable();
    });
}

constexpr const char* kAda = "INSERT INTO people (name, age) VALUES ('Ada', 36)";

}  // namespace

TEST_F(ConformanceColumns, AreAddedNotNull) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.date("born").nullable();
            t.setNotNull("born");
        });
    });
    takes("INSERT INTO people (name, born) VALUES ('Ada', '1815-12-10')");
    refuses("INSERT INTO people (name) VALUES ('Bob')");
}

TEST_F(ConformanceColumns, ThatAreNotNullNeedAValueForTheRowsThatAreThere) {
    given(people);
    rows({kAda});
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.string("city", 80).nullable();
            t.setNotNull("city").backfillWith("'unknown'");
        });
    });
    holds("SELECT city FROM people", "unknown");
    refuses("INSERT INTO people (name) VALUES ('Bob')");
}

TEST_F(ConformanceColumns, GiveTheirDefaultToTheRowsThatAreThere) {
    given(people);
    rows({kAda});
    when([](SchemaBuilder& schema) {
        schema.alterTable("people",
                          [](AlterBuilder& t) { t.string("city", 80).defaultTo("nowhere"); });
    });
    holds("SELECT city FROM people", "nowhere");
    refuses("INSERT INTO people (name, city) VALUES ('Bob', NULL)");
}

TEST_F(ConformanceColumns, HoldTextUpToALength) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.string("nickname", 5).nullable(); });
    });
    takes("INSERT INTO people (name, nickname) VALUES ('Ada', 'Adele')");
    refuses("INSERT INTO people (name, nickname) VALUES ('Bob', 'Robert')");
}

TEST_F(ConformanceColumns, HoldTextOfAnyLength) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.text("life").nullable(); });
    });
    const std::string life(100'000, 'x');
    takes("INSERT INTO people (name, life) VALUES ('Ada', '" + life + "')");
    holds("SELECT length(life) FROM people", "100000");
}

TEST_F(ConformanceColumns, HoldTextOfOneLength) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people",
                          [](AlterBuilder& t) { t.fixedString("country", 2).nullable(); });
    });
    takes("INSERT INTO people (name, country) VALUES ('Ada', 'GB')");
    refuses("INSERT INTO people (name, country) VALUES ('Bob', 'GBR')");
}

TEST_F(ConformanceColumns, HaveACharset) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.string("code", 10).charset("ascii").nullable();
        });
    });
    takes("INSERT INTO people (name, code) VALUES ('Ada', 'a1')");
    refuses("INSERT INTO people (name, code) VALUES ('Bob', 'ä')");
}

TEST_F(ConformanceColumns, HaveACollation) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.string("city", 80)
                .nullable()
                .collate({.postgresql = "C",
                          .mysql = "utf8mb4_general_ci",
                          .mariadb = sameAs::mysql,
                          .sqlite = "NOCASE"});
        });
    });
    takes("INSERT INTO people (name, city) VALUES ('Ada', 'London')");
    holds("SELECT count(*) FROM people WHERE city = 'LONDON'",
          on(DatabaseKind::PostgreSQL) ? "0" : "1");
}

TEST_F(ConformanceColumns, GetAnotherCollation) {
    given(people);
    rows({kAda});
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.changeType("name",
                         godwit::string(80).collate({.postgresql = "C",
                                                     .mysql = "utf8mb4_general_ci",
                                                     .mariadb = sameAs::mysql,
                                                     .sqlite = "NOCASE"}));
        });
    });
    holds("SELECT count(*) FROM people WHERE name = 'ADA'",
          on(DatabaseKind::PostgreSQL) ? "0" : "1");
}

TEST_F(ConformanceColumns, GetTheirUsualCollationBack) {
    given([](SchemaBuilder& schema) {
        schema.createTable("people", [](TableBuilder& t) {
            t.string("name", 80)
                .collate({.postgresql = "C",
                          .mysql = "utf8mb4_general_ci",
                          .mariadb = sameAs::mysql,
                          .sqlite = "NOCASE"});
        });
    });
    rows({"INSERT INTO people VALUES ('Ada')"});
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.changeType("name",
                         godwit::string(80).collate({.postgresql = nothing,
                                                     .mysql = nothing,
                                                     .mariadb = nothing,
                                                     .sqlite = nothing}));
        });
    });
    holds("SELECT count(*) FROM people WHERE name = 'ADA'", "0");
    holds("SELECT count(*) FROM people WHERE name = 'Ada'", "1");
}

TEST_F(ConformanceColumns, AreAddedUnique) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people",
                          [](AlterBuilder& t) { t.string("email", 80).nullable().unique(); });
    });
    takes("INSERT INTO people (name, email) VALUES ('Ada', 'a@b')");
    refuses("INSERT INTO people (name, email) VALUES ('Bob', 'a@b')");
}

TEST_F(ConformanceColumns, AreAddedTogether) {
    given(people);
    rows({kAda});
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.text("notes").nullable();
            t.integer("points").defaultTo(5);
        });
    });
    holds("SELECT points FROM people", "5");
}

TEST_F(ConformanceColumns, AreAddedOnlyWhereMissing) {
    given(people);
    rows({kAda});
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.string("name", 10).nullable().ifNotExists();
            t.string("city", 80).nullable().ifNotExists();
        });
    });
    holds("SELECT name FROM people", "Ada");
}

TEST_F(ConformanceColumns, AreAddedWithACheck) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.integer("licence").nullable();
            t.check("licence_is_positive", "licence > 0");
        });
    });
    takes("INSERT INTO people (name, licence) VALUES ('Ada', 1)");
    refuses("INSERT INTO people (name, licence) VALUES ('Bob', 0)");
}

TEST_F(ConformanceColumns, AreDropped) {
    given(people);
    rows({kAda});
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.dropColumn("age"); });
    });
    holds("SELECT name FROM people", "Ada");
    refuses("SELECT age FROM people");
}

TEST_F(ConformanceColumns, AreDroppedTogether) {
    given(people);
    rows({kAda});
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.dropColumn("name");
            t.dropColumn("age");
        });
    });
    holds("SELECT id FROM people", "1");
}

TEST_F(ConformanceColumns, AreDroppedWithTheKeyTheyAre) {
    given(people);
    rows({kAda});
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.dropColumn("id"); });
    });
    holds("SELECT name FROM people", "Ada");
}

TEST_F(ConformanceColumns, AreDroppedAfterThoseComputedFromThem) {
    given([](SchemaBuilder& schema) {
        schema.createTable("sums", [](TableBuilder& t) {
            t.integer("id").primaryKey();
            t.integer("x");
            t.integer("y").storedAs("x + 1");
        });
    });
    rows({"INSERT INTO sums (id, x) VALUES (1, 2)"});
    when([](SchemaBuilder& schema) {
        schema.alterTable("sums", [](AlterBuilder& t) {
            t.dropColumn("y");
            t.dropColumn("x");
        });
    });
    holds("SELECT id FROM sums", "1");
}

TEST_F(ConformanceColumns, AreDroppedWithTheirIndex) {
    given([](SchemaBuilder& schema) {
        people(schema);
        schema.alterTable("people", [](AlterBuilder& t) { t.index({"age"}); });
    });
    rows({kAda});
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.dropColumn("age"); });
    });
    holds("SELECT name FROM people", "Ada");
}

TEST_F(ConformanceColumns, AreDroppedWithAnIndexOverSeveral) {
    given([](SchemaBuilder& schema) {
        people(schema);
        schema.alterTable("people", [](AlterBuilder& t) { t.index({"name", "age"}).unique(); });
    });
    rows({kAda, "INSERT INTO people (name, age) VALUES ('Ada', 37)"});
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.dropColumn("age"); });
    });
    holds("SELECT count(*) FROM people WHERE name = 'Ada'", "2");
}

TEST_F(ConformanceColumns, AreDroppedWithTheirForeignKey) {
    given([](SchemaBuilder& schema) {
        people(schema);
        schema.createTable("letters", [](TableBuilder& t) {
            t.id();
            t.foreignId("person_id").references("people");
        });
    });
    rows({kAda, "INSERT INTO letters (person_id) VALUES (1)"});
    when([](SchemaBuilder& schema) {
        schema.alterTable("letters", [](AlterBuilder& t) { t.dropColumn("person_id"); });
    });
    takes("DELETE FROM people");
    holds("SELECT count(*) FROM letters", "1");
}

TEST_F(ConformanceColumns, ComeLast) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.integer("points").nullable(); });
    });
}

TEST_F(ConformanceColumns, ComeFirst) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people",
                          [](AlterBuilder& t) { t.integer("points").nullable().first(); });
    });
}

TEST_F(ConformanceColumns, ComeAfterAnother) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people",
                          [](AlterBuilder& t) { t.integer("points").nullable().after("name"); });
    });
}

TEST_F(ConformanceColumns, AreAddedByFunctions) {
    given(people);
    when([](SchemaBuilder& schema) {
        const auto address = [](const auto& t) {
            t.string("street", 80).nullable();
            t.string("city", 80).nullable();
        };
        schema.alterTable("people", address);
        schema.createTable("houses", address);
    });
}

TEST_F(ConformanceColumns, AreChangedInManyWaysAtOnce) {
    given(people);
    rows({kAda});
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.string("city", 80).nullable();
            t.setDefault("age", 18);
            t.renameColumn("name", "full_name");
            t.changeType("full_name", godwit::string(120));
            t.integer("points").defaultTo(1);
            t.dropColumn("points");
        });
    });
    takes("INSERT INTO people (full_name) VALUES ('Bob')");
    holds("SELECT age FROM people WHERE full_name = 'Bob'", "18");
    holds("SELECT age FROM people WHERE full_name = 'Ada'", "36");
}

TEST_F(ConformanceColumns, NoteWhenRowsWereMade) {
    when([](SchemaBuilder& schema) {
        schema.createTable("people", [](TableBuilder& t) {
            t.id();
            t.timestamps();
        });
    });
    takes("INSERT INTO people (id) VALUES (1)");
    holds("SELECT count(*) FROM people WHERE created_at IS NOT NULL AND updated_at IS NOT NULL",
          "1");
    refuses("UPDATE people SET created_at = NULL");
}

TEST_F(ConformanceColumns, NoteWhenRowsWereMadeOrNothing) {
    when([](SchemaBuilder& schema) {
        schema.createTable("people", [](TableBuilder& t) {
            t.id();
            t.timestampTz("created_at").nullable();
            t.timestampTz("updated_at").nullable();
        });
    });
    takes("INSERT INTO people (id) VALUES (1)");
    holds("SELECT created_at FROM people", "NULL");
}

TEST_F(ConformanceColumns, NoLongerNoteWhenRowsWereMade) {
    given([](SchemaBuilder& schema) {
        schema.createTable("people", [](TableBuilder& t) {
            t.id();
            t.timestamps();
        });
    });
    rows({"INSERT INTO people (id) VALUES (1)"});
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.dropColumn("created_at");
            t.dropColumn("updated_at");
        });
    });
    holds("SELECT id FROM people", "1");
}

}  // namespace godwit::test
