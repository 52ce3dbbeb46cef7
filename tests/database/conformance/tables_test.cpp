#include "database/conformance/conformance.hpp"

namespace godwit::test {

namespace {

class ConformanceTables : public Conformance {};

void people(SchemaBuilder& schema) {
    schema.createTable("people", [](TableBuilder& t) {
        t.id();
        t.string("name", 80);
    });
}

void artistsAndSongs(SchemaBuilder& schema) {
    schema.createTable("artists", [](TableBuilder& t) { t.id(); });
    schema.createTable("songs", [](TableBuilder& t) { t.id(); });
}

}  // namespace

TEST_F(ConformanceTables, AreMadeWithTheirColumnsInOrder) {
    when(people);
    takes("INSERT INTO people (name) VALUES ('Ada')");
    holds("SELECT name FROM people WHERE id = 1", "Ada");
}

TEST_F(ConformanceTables, NeedNoKey) {
    when([](SchemaBuilder& schema) {
        schema.createTable("notes", [](TableBuilder& t) { t.integer("number"); });
    });
    takes("INSERT INTO notes VALUES (1)");
    takes("INSERT INTO notes VALUES (1)");
    holds("SELECT count(*) FROM notes", "2");
}

TEST_F(ConformanceTables, AreMadeWithAllSettingsAtOnce) {
    given([](SchemaBuilder& schema) {
        schema.createTable("employers", [](TableBuilder& t) { t.id(); });
    });
    when([](SchemaBuilder& schema) {
        schema.createTable("people", [](TableBuilder& t) {
            t.comment("Who works where.");
            t.integer("number").primaryKey();
            t.foreignId("employer_id").references("employers").comment("Their main one.");
            t.string("ssn", 11)
                .collate({.postgresql = "C",
                          .mysql = "utf8mb4_general_ci",
                          .mariadb = sameAs::mysql,
                          .sqlite = "NOCASE"})
                .unique();
            t.check("people_employer_is_known", "employer_id > 0");
        });
    });
    takes("INSERT INTO employers (id) VALUES (1)");
    takes("INSERT INTO people VALUES (1, 1, 'a')");
    refuses("INSERT INTO people VALUES (1, 1, 'b')");
    refuses("INSERT INTO people VALUES (2, 2, 'b')");
    refuses("INSERT INTO people VALUES (2, 1, 'a')");
}

TEST_F(ConformanceTables, AreMadeWithComments) {
    when([](SchemaBuilder& schema) {
        schema.createTable("people", [](TableBuilder& t) {
            t.comment("All of them.");
            t.string("name", 80).comment("As on the door.");
        });
    });
}

TEST_F(ConformanceTables, KeepTheLinesOfTheirComments) {
    when([](SchemaBuilder& schema) {
        schema.createTable("people", [](TableBuilder& t) {
            t.comment("First line.\r\nSecond line.");
            t.string("name", 80).comment("One.\nTwo.\n\nFour.");
        });
    });
}

TEST_F(ConformanceTables, AreMadeOnlyWhereMissing) {
    given(people);
    rows({"INSERT INTO people (name) VALUES ('Ada')"});
    when([](SchemaBuilder& schema) {
        schema.createTable("people", [](TableBuilder& t) { t.id(); }).ifNotExists();
        schema.createTable("places", [](TableBuilder& t) { t.id(); }).ifNotExists();
    });
    holds("SELECT name FROM people", "Ada");
}

TEST_F(ConformanceTables, CanBeTemporary) {
    when([](SchemaBuilder& schema) {
        schema.createTable("scratch", [](TableBuilder& t) {
            t.integer("number");
            t.temporary();
        });
    });
}

TEST_F(ConformanceTables, AreStrict) {
    when([](SchemaBuilder& schema) {
        schema.createTable("people", [](TableBuilder& t) {
            t.integer("age");
            t.bytes("picture").nullable();
        });
        schema.createTable("anything", [](TableBuilder& t) {
            t.integer("age");
            t.notStrict();
        });
    });
    takes("INSERT INTO people (age) VALUES (42)");
    refuses("INSERT INTO people (age) VALUES ('many')");
}

TEST_F(ConformanceTables, HaveColumnsWithEveryModifier) {
    when([](SchemaBuilder& schema) {
        schema.createTable("people", [](TableBuilder& t) {
            t.integer("id").primaryKey();
            t.string("first_name", 36)
                .collate({.postgresql = "C",
                          .mysql = "utf8mb4_general_ci",
                          .mariadb = sameAs::mysql,
                          .sqlite = "NOCASE"});
            t.unsignedInteger("age").comment("It is not polite to ask.");
        });
    });
    takes("INSERT INTO people VALUES (1, 'Ada', 4294967295)");
    refuses("INSERT INTO people VALUES (2, 'Bob', -1)");
}

TEST_F(ConformanceTables, AreDropped) {
    given(people);
    when([](SchemaBuilder& schema) { schema.dropTable("people"); });
    refuses("SELECT * FROM people");
}

TEST_F(ConformanceTables, AreDroppedIfThere) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.dropTable("people").ifExists();
        schema.dropTable("places").ifExists();
    });
    refuses("SELECT * FROM people");
}

TEST_F(ConformanceTables, AreNotDroppedUnderThoseThatReferenceThem) {
    given([](SchemaBuilder& schema) {
        people(schema);
        schema.createTable("letters", [](TableBuilder& t) {
            t.id();
            t.foreignId("person_id").references("people");
        });
    });
    rows(
        {"INSERT INTO people (name) VALUES ('Ada')", "INSERT INTO letters (person_id) VALUES (1)"});
    when([](SchemaBuilder& schema) {
        schema.alterTable("letters", [](AlterBuilder& t) { t.dropForeignKey({"person_id"}); });
        schema.dropTable("people");
    });
    holds("SELECT person_id FROM letters", "1");
}

TEST_F(ConformanceTables, AreRenamedWithTheirRows) {
    given(people);
    rows({"INSERT INTO people (name) VALUES ('Ada')"});
    when([](SchemaBuilder& schema) { schema.renameTable("people", "persons"); });
    holds("SELECT name FROM persons", "Ada");
}

TEST_F(ConformanceTables, KeepTheirKeyWhenRenamed) {
    given([](SchemaBuilder& schema) {
        schema.createTable("cats", [](TableBuilder& t) { t.uuid("id").primaryKey().generated(); });
    });
    when([](SchemaBuilder& schema) { schema.renameTable("cats", "felines"); });
    refuses("INSERT INTO felines (id) VALUES (NULL)");
}

TEST_F(ConformanceTables, KeepTheirIndexesWhenRenamed) {
    given([](SchemaBuilder& schema) {
        schema.createTable("pages", [](TableBuilder& t) {
            t.string("url", 80);
            t.string("title", 80);
            t.index({"url"});
            t.index({"title"}).named("special_title_index").unique();
        });
    });
    when([](SchemaBuilder& schema) { schema.renameTable("pages", "sheets"); });
    takes("INSERT INTO sheets VALUES ('a', 'b')");
    refuses("INSERT INTO sheets VALUES ('c', 'b')");
}

TEST_F(ConformanceTables, CountOnWhenRenamed) {
    given(people);
    rows({"INSERT INTO people (name) VALUES ('Ada')"});
    when([](SchemaBuilder& schema) { schema.renameTable("people", "persons"); });
    takes("INSERT INTO persons (name) VALUES ('Bob')");
    holds("SELECT id FROM persons WHERE name = 'Bob'", "2");
}

TEST_F(ConformanceTables, AreRenamedToAWordOfSql) {
    given([](SchemaBuilder& schema) {
        schema.createTable("references", [](TableBuilder& t) { t.integer("number"); });
        people(schema);
    });
    when([](SchemaBuilder& schema) {
        schema.renameTable("references", "old_references");
        schema.renameTable("people", "references");
    });
}

TEST_F(ConformanceTables, AreRenamedWithAJsonColumn) {
    given([](SchemaBuilder& schema) {
        schema.createTable("entities", [](TableBuilder& t) {
            t.id();
            t.json("parts").nullable();
        });
    });
    rows({"INSERT INTO entities (parts) VALUES ('[1]')"});
    when([](SchemaBuilder& schema) { schema.renameTable("entities", "things"); });
    refuses("INSERT INTO things (parts) VALUES ('no json')");
    holds("SELECT count(*) FROM things WHERE parts IS NOT NULL", "1");
}

TEST_F(ConformanceTables, JoinTwoOthers) {
    given(artistsAndSongs);
    when([](SchemaBuilder& schema) {
        schema.createTable("artists_songs", [](TableBuilder& t) {
            t.foreignId("artist_id").references("artists").onDelete(cascade);
            t.foreignId("song_id").references("songs");
            t.primaryKey({"artist_id", "song_id"});
        });
    });
    rows({"INSERT INTO artists (id) VALUES (1)", "INSERT INTO songs (id) VALUES (7)"});
    takes("INSERT INTO artists_songs VALUES (1, 7)");
    refuses("INSERT INTO artists_songs VALUES (1, 7)");
    refuses("INSERT INTO artists_songs (artist_id) VALUES (1)");
}

TEST_F(ConformanceTables, JoinTwoOthersUnderAnyName) {
    given(artistsAndSongs);
    when([](SchemaBuilder& schema) {
        schema.createTable("catalog", [](TableBuilder& t) {
            t.foreignId("artist_id").nullable().references("artists");
            t.foreignId("song_id").nullable().references("songs");
        });
    });
    takes("INSERT INTO catalog VALUES (NULL, NULL)");
}

TEST_F(ConformanceTables, RefuseAColumnTwice) {
    when([](SchemaBuilder& schema) {
        schema.createTable("people", [](TableBuilder& t) {
            t.string("name", 80);
            t.integer("name");
        });
    });
    EXPECT_TRUE(refused());
}

TEST_F(ConformanceTables, HaveAColumn) {
    when([](SchemaBuilder& schema) { schema.createTable("people", [](TableBuilder&) {}); });
    EXPECT_TRUE(refused());
}

TEST_F(ConformanceTables, AreDroppedAndMadeAgainInOneMigration) {
    given(people);
    rows({"INSERT INTO people (name) VALUES ('Ada')"});
    when([](SchemaBuilder& schema) {
        schema.dropTable("people");
        people(schema);
    });
    holds("SELECT count(*) FROM people", "0");
}

TEST_F(ConformanceTables, AreMadeAndDroppedInOneMigration) {
    when([](SchemaBuilder& schema) {
        people(schema);
        schema.dropTable("people");
    });
}

TEST_F(ConformanceTables, AreRenamedAndDroppedInOneMigration) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.renameTable("people", "persons");
        schema.dropTable("persons");
    });
}

TEST_F(ConformanceTables, LeaveTheirNameToAnother) {
    given([](SchemaBuilder& schema) {
        schema.createTable("people", [](TableBuilder& t) { t.string("name", 80); });
    });
    rows({"INSERT INTO people (name) VALUES ('Ada')"});
    when([](SchemaBuilder& schema) {
        schema.renameTable("people", "old_people");
        schema.createTable("people", [](TableBuilder& t) { t.integer("number"); });
    });
    holds("SELECT name FROM old_people", "Ada");
    takes("INSERT INTO people VALUES (1)");
}

TEST_F(ConformanceTables, HaveStorageOptions) {
    when([](SchemaBuilder& schema) {
        schema.createTable("people", [](TableBuilder& t) {
            t.integer("number");
            t.engine("InnoDB");
            t.charset("utf8mb4");
            t.collate("utf8mb4_general_ci");
            t.rowFormat("COMPRESSED");
        });
    });
}

TEST_F(ConformanceTables, CanBeUnlogged) {
    when([](SchemaBuilder& schema) {
        schema.createTable("cache", [](TableBuilder& t) {
            t.integer("number");
            t.unlogged();
        });
    });
}

TEST_F(ConformanceTables, HaveComputedNames) {
    when([](SchemaBuilder& schema) {
        const std::string prefix = "shop_";
        schema.createTable(name(prefix + "people" + "_v1"), [](TableBuilder& t) {
            t.id();
            t.index({"id"});
        });
    });
}

}  // namespace godwit::test
