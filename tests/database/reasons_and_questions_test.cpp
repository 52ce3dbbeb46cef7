#include <gtest/gtest.h>

#include <godwit/error.hpp>
#include <godwit/migration.hpp>
#include <godwit/migrator.hpp>
#include <godwit/statement.hpp>

#include "database/support/catalog.hpp"
#include "database/support/scratch_database.hpp"
#include "support/written_migration.hpp"

// Guards, questions and reasons of builder calls, on the server.

namespace godwit::test {
namespace {

constexpr const char* kId = "20260101000000_make_notes";

class SaidInFull : public Migration {
public:
    void up(SchemaBuilder& schema) const override {
        schema.createTable("notes", [](Table& t) { t.integer("n"); })
            .because("*/ DROP TABLE keep; /*\n-- /*! 1 */ it's \"said\" ; $$ ? :name %");
    }
    void down(SchemaBuilder& schema) const override { schema.dropTable("notes"); }
    std::string_view description() const override { return "Notes */ of /* users"; }
    std::string_view reason() const override { return "Asked for\nby /*/ the shop /"; }
};

TEST(Reasons, StandAboveTheSqlAndInTheHistoryWhateverTheySay) {
    ScratchDatabase database;
    Connection connection = database.connect();
    connection.execute("CREATE TABLE keep (n INTEGER)");
    MigrationSet set;
    set.add<SaidInFull>(kId);
    Migrator migrator{connection, std::move(set)};
    const Plan plan = migrator.plan();
    const std::string text = textOf(plan.steps.at(0).statements.at(0));
    EXPECT_EQ(text.substr(0, 3), "/* ");
    EXPECT_EQ(text.find("*/"), text.find('\n') - 2) << text;
    migrator.up();
    EXPECT_NE(catalogOf(connection).find("column keep."), std::string::npos);
    EXPECT_NE(catalogOf(connection).find("column notes."), std::string::npos);
    const std::string kept = database.value("SELECT reason FROM godwit_history");
    EXPECT_EQ(kept.find("Asked for\nby /*/ the shop /"), 0U) << kept;
    EXPECT_NE(kept.find("create_table notes: */ DROP TABLE keep; /*\n"), std::string::npos) << kept;
    EXPECT_EQ(database.value("SELECT description FROM godwit_history"), "Notes */ of /* users");
}

class GuardedCalls : public Migration {
public:
    void up(SchemaBuilder& schema) const override {
        schema.createTable("notes", [](Table& t) { t.integer("n"); }).ifNotExists();
        schema.alterTable("notes", [](Alter& t) {
            t.integer("n").nullable().ifNotExists();
            t.integer("m").nullable().ifNotExists();
            t.index({"n"}).named("notes_n").ifNotExists();
            t.index({"m"}).named("notes_m").ifNotExists();
            t.dropColumn("not_there").ifExists();
            t.dropIndex("none").ifExists();
            t.renameColumn("not_there", "there").ifExists();
            // The others need the whole definition of what they change.
            t.changeType("not_there", integer()).ifExists().only(postgresql);
            t.setNotNull("not_there").ifExists().only(postgresql);
            t.dropNotNull("not_there").ifExists().only(postgresql);
            t.setDefault("not_there", 1).ifExists().only(postgresql);
            t.commentOn("not_there", "Nothing.").ifExists().only(postgresql);
            t.dropUnique("none").ifExists();
            t.dropForeignKey("none").ifExists();
            t.dropCheck("none").ifExists();
            t.dropPrimaryKey().ifExists();
            t.renameIndex("none", "some").ifExists().only(postgresql | mysql | mariadb);
            t.renameConstraint("none", "some").ifExists().only(postgresql);
            t.unique({"n", "m"}).named("notes_n_m").ifNotExists();
            t.check("notes_n_positive", "n > 0").ifNotExists();
        });
        schema.renameTable("nothing", "something").ifExists();
        schema.dropTable("nothing").ifExists();
    }
    void down(SchemaBuilder& schema) const override { schema.dropTable("notes").ifExists(); }
};

TEST(GuardedCalls, DoOnlyWhatIsNotDoneYet) {
    const auto notesAfter = [](std::string_view before) {
        ScratchDatabase database;
        Connection connection = database.connect();
        if (!before.empty()) {
            connection.execute(std::string{before});
        }
        MigrationSet set;
        set.add<GuardedCalls>(kId);
        Migrator migrator{connection, std::move(set)};
        migrator.up();
        const std::string notes = catalogOf(connection);
        migrator.rollback(1);
        EXPECT_EQ(catalogOf(connection).find("notes"), std::string::npos);
        return notes;
    };
    for (const char* before : {"", "CREATE TABLE notes (n INTEGER)"}) {
        const std::string notes = notesAfter(before);
        EXPECT_NE(notes.find("column notes.n:"), std::string::npos) << notes;
        EXPECT_NE(notes.find("column notes.m:"), std::string::npos) << notes;
        EXPECT_NE(notes.find("notes_n"), std::string::npos) << notes;
        EXPECT_NE(notes.find("notes_m"), std::string::npos) << notes;
        EXPECT_NE(notes.find("notes_n_m"), std::string::npos) << notes;
        EXPECT_NE(notes.find("notes_n_positive"), std::string::npos) << notes;
        EXPECT_EQ(notes.find("some"), std::string::npos) << notes;
    }
}

void guardedAtB(SchemaBuilder& schema) {
    schema.alterTable("b", [](AlterBuilder& t) { t.dropIndex("idx").ifExists(); });
}

TEST(GuardedCalls, LeaveTheIndexOfAnotherTableAlone) {
    ScratchDatabase database;
    Connection connection = database.connect();
    connection.execute("CREATE TABLE a (n INTEGER)");
    connection.execute("CREATE INDEX idx ON a (n)");
    connection.execute("CREATE TABLE b (n INTEGER)");
    MigrationSet set;
    set.add<Written<guardedAtB>>(kId);
    Migrator{connection, std::move(set)}.up();

    EXPECT_NE(catalogOf(connection).find("idx"), std::string::npos);
}

void smallNumbersUnlessThere(SchemaBuilder& schema) {
    schema.alterTable("a", [](AlterBuilder& t) {
        t.unsignedTinyInteger("n").nullable().ifNotExists();
        t.unsignedTinyInteger("m").nullable().ifNotExists();
    });
}

TEST(GuardedCalls, LeaveAColumnThatIsThereAsItIs) {
    ScratchDatabase database;
    Connection connection = database.connect();
    connection.execute("CREATE TABLE a (n INTEGER)");
    connection.execute("INSERT INTO a VALUES (7000)");
    MigrationSet set;
    set.add<Written<smallNumbersUnlessThere>>(kId);
    Migrator{connection, std::move(set)}.up();

    EXPECT_EQ(database.value("SELECT n FROM a"), "7000");
    EXPECT_NE(catalogOf(connection).find("column a.m:"), std::string::npos);
}

void tableUnlessThere(SchemaBuilder& schema) {
    schema.createTable("a", [](TableBuilder& t) { t.integer("n"); }).ifNotExists();
}

TEST(GuardedCalls, TakeNoViewForATable) {
    ScratchDatabase database;
    Connection connection = database.connect();
    connection.execute("CREATE VIEW a AS SELECT 1 AS n");
    MigrationSet set;
    set.add<Written<tableUnlessThere>>(kId);
    Migrator migrator{connection, std::move(set)};

    EXPECT_THROW(migrator.up(), MigrationFailed);
    EXPECT_EQ(database.value("SELECT n FROM a"), "1");
}

class Asks : public Migration {
public:
    void up(SchemaBuilder& schema) const override {
        schema.createTable("others", [](Table& t) { t.integer("n"); });
        if (!schema.hasTable("notes")) {
            schema.createTable("more", [](Table& t) { t.integer("n"); });
        }
    }
    void down(SchemaBuilder& schema) const override {
        schema.dropTable("more");
        schema.dropTable("others");
    }
};

TEST(Questions, StopTheRunBeforeItBeginsWhenTheDatabaseSaysOtherwise) {
    ScratchDatabase database;
    Connection connection = database.connect();
    connection.execute("CREATE TABLE notes (n INTEGER)");
    const std::string start = catalogOf(connection);
    MigrationSet set;
    set.add<Asks>(kId);
    Migrator migrator{connection, std::move(set)};
    try {
        migrator.up();
        ADD_FAILURE() << "nothing was thrown";
    } catch (const MigrationFailed& error) {
        EXPECT_EQ(error.code(), ErrorCode::AssumptionWrong) << error.what();
        EXPECT_NE(std::string{error.what()}.find("notes"), std::string::npos) << error.what();
    }
    EXPECT_EQ(catalogOf(connection), start);
    connection.execute("DROP TABLE notes");
    migrator.up();
    EXPECT_NE(catalogOf(connection).find("column more.n:"), std::string::npos);
}

}  // namespace
}  // namespace godwit::test
