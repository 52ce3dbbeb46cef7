#include "database/sqlite_rebuild/fixture.hpp"

// Guarded changes of a table in which somebody has made or dropped things by hand.

namespace godwit::test {

namespace {

using testing::HasSubstr;

void cats(SchemaBuilder& schema) {
    schema.createTable("cats", [](TableBuilder& t) {
        t.id();
        t.string("name", 40);
        t.unique({"name"});
        t.check("cats_have_names", "name <> ''");
    });
}

void dropWhatIsNotKnown(SchemaBuilder& schema) {
    schema.alterTable("cats", [](AlterBuilder& t) {
        t.dropCheck("By_hand").ifExists();
        t.dropForeignKey("mothers").ifExists();
        t.dropUnique("once").ifExists();
    });
}

void addWhatIsKnown(SchemaBuilder& schema) {
    schema.alterTable("cats", [](AlterBuilder& t) {
        t.check("cats_have_names", "name <> ''").ifNotExists();
        t.unique({"name"}).ifNotExists();
    });
}

void changeWhatIsNotKnown(SchemaBuilder& schema) {
    schema.alterTable("cats", [](AlterBuilder& t) { t.changeType("age", integer()).ifExists(); });
}

class GuardedRebuildOnSqlite : public RebuildOnSqlite {
protected:
    void SetUp() override {
        given<cats>();
        run("INSERT INTO cats (name) VALUES ('Tom'), ('Kit')");
    }

    void makeAnew(const std::string& columns) {
        run("PRAGMA foreign_keys = OFF");
        run("DROP TABLE cats");
        run("CREATE TABLE cats (" + columns + ")");
        run("INSERT INTO cats (id, name) VALUES (1, 'Tom'), (2, 'Kit')");
        run("PRAGMA foreign_keys = ON");
    }

    void TearDown() override { EXPECT_EQ(list("SELECT name FROM cats ORDER BY id"), "Tom,Kit"); }
};

TEST_F(GuardedRebuildOnSqlite, DropsWhatOnlyTheDatabaseKnows) {
    makeAnew(
        "id INTEGER PRIMARY KEY, name TEXT CONSTRAINT by_hand CHECK (name <> 'Rex'), "
        "mother INT CONSTRAINT \"Mothers\" REFERENCES cats (id) CHECK (mother > 0), "
        "CONSTRAINT once UNIQUE (name)");
    when<dropWhatIsNotKnown>();
    EXPECT_EQ(textOf("cats"),
              "CREATE TABLE \"cats\" (\n    id INTEGER PRIMARY KEY,\n    name TEXT,\n"
              "    mother INT CHECK (mother > 0)\n)");
}

TEST_F(GuardedRebuildOnSqlite, LeavesATableThatHasNothingOfIt) {
    const std::string before = textOf("cats");
    when<dropWhatIsNotKnown>();
    EXPECT_EQ(textOf("cats"), before);
}

TEST_F(GuardedRebuildOnSqlite, AddsWhatSomebodyTookAway) {
    makeAnew("id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE");
    when<addWhatIsKnown>();
    EXPECT_THAT(textOf("cats"), HasSubstr("name TEXT COLLATE NOCASE,"));
    EXPECT_TRUE(refuses("UPDATE cats SET name = ''"));
    EXPECT_TRUE(refuses("UPDATE cats SET name = 'tom'"));
}

TEST_F(GuardedRebuildOnSqlite, AddsNothingTwice) {
    const std::string before = textOf("cats");
    when<addWhatIsKnown>();
    EXPECT_EQ(textOf("cats"), before);
}

TEST_F(GuardedRebuildOnSqlite, ChangesATypeThatFits) {
    run("ALTER TABLE cats ADD COLUMN age TEXT DEFAULT '7' CHECK (age <> '')");
    when<changeWhatIsNotKnown>();
    EXPECT_THAT(textOf("cats"), HasSubstr("age INTEGER DEFAULT '7' CHECK (age <> '')"));
    EXPECT_EQ(list("SELECT age || typeof(age) FROM cats"), "7integer,7integer");
}

TEST_F(GuardedRebuildOnSqlite, RefusesATypeThatItDoesNotKnow) {
    run("ALTER TABLE cats ADD COLUMN age REAL");
    const MigrationFailed error = failureWhen<changeWhatIsNotKnown>();
    EXPECT_EQ(error.code(), ErrorCode::TableNotAsPlanned);
    EXPECT_THAT(error.message(), HasSubstr("its column age has the type REAL and not TEXT"));
}

}  // namespace

}  // namespace godwit::test
