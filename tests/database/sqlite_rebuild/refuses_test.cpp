#include "database/sqlite_rebuild/fixture.hpp"

// What cannot be carried is told by name, and everything stays as it was.

namespace godwit::test {

namespace {

using testing::HasSubstr;

void stock(SchemaBuilder& schema) {
    schema.createTable("shelves", [](TableBuilder& t) {
        t.integer("number").primaryKey();
        t.string("room", 20).nullable();
    });
    schema.createTable("boxes", [](TableBuilder& t) {
        t.id();
        t.integer("shelf").nullable();
        t.string("label", 20).nullable();
        t.string("colour", 20).nullable();
        t.unique({"label", "colour"});
        t.foreignKey({"shelf"}).references("shelves", {"number"}).onDelete(cascade);
    });
}

void dropColour(SchemaBuilder& schema) {
    schema.alterTable("boxes", [](AlterBuilder& t) { t.dropColumn("colour"); });
}

void addWeight(SchemaBuilder& schema) {
    schema.alterTable("boxes",
                      [](AlterBuilder& t) { t.integer("weight").defaultTo(expr("1 + 1")); });
}

void dropUnique(SchemaBuilder& schema) {
    schema.alterTable("boxes", [](AlterBuilder& t) { t.dropUnique({"label", "colour"}); });
}

void checkLabel(SchemaBuilder& schema) {
    schema.alterTable("boxes", [](AlterBuilder& t) { t.check("boxes_labelled", "label <> ''"); });
}

void loseTheShelves(SchemaBuilder& schema) {
    checkLabel(schema);
    schema.sql({.postgresql = nothing,
                .mysql = nothing,
                .mariadb = nothing,
                .sqlite = "DELETE FROM shelves WHERE number > 1"});
}

void failLate(SchemaBuilder& schema) {
    checkLabel(schema);
    schema.sql({.postgresql = nothing,
                .mysql = nothing,
                .mariadb = nothing,
                .sqlite = "INSERT INTO nowhere VALUES (1)"});
}

class RebuildRefusesOnSqlite : public RebuildOnSqlite {
protected:
    void SetUp() override {
        given<stock>();
        run("INSERT INTO shelves (number) VALUES (1), (2), (3)");
        run("INSERT INTO boxes (shelf, label, colour) VALUES (1, 'a', 'red'), (2, 'b', 'red'), "
            "(3, 'c', NULL)");
    }

    template <WrittenBody kUp>
    void expectRefusal(ErrorCode code, const std::string& part) {
        const std::string rows = value("SELECT group_concat(id || label) FROM boxes");
        const MigrationFailed error = failureWhen<kUp>();
        EXPECT_EQ(error.code(), code) << error.what();
        EXPECT_THAT(error.message(), HasSubstr(part));
        EXPECT_EQ(value("SELECT group_concat(id || label) FROM boxes"), rows);
    }
};

TEST_F(RebuildRefusesOnSqlite, ColumnsThatAreThereAlready) {
    run("ALTER TABLE boxes ADD COLUMN WEIGHT TEXT");
    expectRefusal<addWeight>(ErrorCode::TableNotAsPlanned, "it has a column weight already");
}

TEST_F(RebuildRefusesOnSqlite, ToDropWhatSomebodyChanged) {
    run("PRAGMA foreign_keys = OFF");
    run("DROP TABLE boxes");
    run("CREATE TABLE boxes (id INTEGER PRIMARY KEY, shelf INT, label TEXT, colour TEXT)");
    expectRefusal<dropUnique>(ErrorCode::TableNotAsPlanned,
                              "the table boxes is not as the migrations made it: it has no "
                              "CONSTRAINT \"boxes_label_colour_key\" UNIQUE");
}

TEST_F(RebuildRefusesOnSqlite, ATableThatIsGone) {
    run("DROP TABLE boxes");
    run("CREATE TABLE other (id, label)");
    const MigrationFailed error = failureWhen<checkLabel>();
    EXPECT_EQ(error.code(), ErrorCode::TableNotAsPlanned);
    EXPECT_THAT(error.message(), HasSubstr("there is no table boxes to change"));
    EXPECT_EQ(error.where().operation, "add_check boxes.boxes_labelled");
    EXPECT_NE(error.where().line.line, 0U);
}

TEST_F(RebuildRefusesOnSqlite, ChecksByHandOfAColumnThatGoes) {
    run("ALTER TABLE boxes ADD COLUMN shade TEXT CHECK (shade <> colour)");
    expectRefusal<dropColour>(ErrorCode::TableNotAsPlanned,
                              "shade TEXT CHECK (shade <> colour) names the column colour");
}

TEST_F(RebuildRefusesOnSqlite, IndexesByHandOfAColumnThatGoes) {
    run("CREATE INDEX colour ON boxes (label) WHERE colour = 'red'");
    expectRefusal<dropColour>(ErrorCode::TableNotAsPlanned,
                              "the index colour names the column colour, which goes");
}

TEST_F(RebuildRefusesOnSqlite, ViewsOfAColumnThatGoes) {
    run("CREATE VIEW coloured AS SELECT id FROM boxes WHERE colour IS NOT NULL");
    expectRefusal<dropColour>(ErrorCode::RebuildWouldLose,
                              "error in view coloured: no such column: colour");
}

TEST_F(RebuildRefusesOnSqlite, ViewsThatWouldTakeAColumnForAText) {
    run("CREATE VIEW whole AS SELECT * FROM boxes");
    run("CREATE VIEW coloured AS SELECT \"colour\" FROM whole");
    expectRefusal<dropColour>(ErrorCode::TableNotAsPlanned,
                              "the view coloured names the column colour, which goes");
}

TEST_F(RebuildRefusesOnSqlite, TriggersOfAColumnThatGoes) {
    run("CREATE TRIGGER paint AFTER INSERT ON boxes BEGIN "
        "UPDATE shelves SET room = NEW.colour WHERE number = NEW.shelf; END");
    expectRefusal<dropColour>(ErrorCode::TableNotAsPlanned,
                              "the trigger paint names the column colour, which goes");
}

TEST_F(RebuildRefusesOnSqlite, TriggersElsewhereOfAColumnThatGoes) {
    run("CREATE TRIGGER tidy AFTER UPDATE ON shelves BEGIN "
        "UPDATE boxes SET colour = 'blue' WHERE shelf = NEW.number; END");
    expectRefusal<dropColour>(ErrorCode::TableNotAsPlanned,
                              "the trigger tidy names the column colour, which goes");
}

TEST_F(RebuildRefusesOnSqlite, TriggersThatWouldNeverFireAgain) {
    run("CREATE TRIGGER painted AFTER UPDATE OF colour ON boxes BEGIN SELECT 1; END");
    expectRefusal<dropColour>(ErrorCode::TableNotAsPlanned,
                              "the trigger painted names the column colour, which goes");
}

TEST_F(RebuildRefusesOnSqlite, TriggersThatAnAddedColumnBreaks) {
    run("CREATE TABLE scales (box, weight)");
    run("CREATE TRIGGER weigh AFTER DELETE ON scales BEGIN "
        "UPDATE shelves SET room = (SELECT weight FROM boxes JOIN scales ON box = id); END");
    expectRefusal<addWeight>(ErrorCode::RebuildWouldLose,
                             "error in trigger weigh: ambiguous column name: weight");
}

TEST_F(RebuildRefusesOnSqlite, AColumnThatMakesAViewAmbiguous) {
    run("CREATE TABLE scales (box, weight)");
    run("CREATE VIEW weighed AS SELECT id, weight FROM boxes JOIN scales ON box = id");
    expectRefusal<addWeight>(ErrorCode::RebuildWouldLose,
                             "error in view weighed: ambiguous column name: weight");
}

TEST_F(RebuildRefusesOnSqlite, ToWorkOnASchemaThatIsBrokenAlready) {
    run("CREATE VIEW broken AS SELECT x FROM nowhere");
    expectRefusal<checkLabel>(ErrorCode::RebuildWouldLose,
                              "since SQLite cannot read all of it as it is: "
                              "error in view broken: no such table: main.nowhere");
}

TEST_F(RebuildRefusesOnSqlite, TemporaryTriggersThatWouldGoUnseen) {
    run("CREATE TEMP TRIGGER peek AFTER INSERT ON boxes BEGIN SELECT 1; END");
    expectRefusal<checkLabel>(ErrorCode::RebuildWouldLose, "temporary trigger peek");
}

TEST_F(RebuildRefusesOnSqlite, TemporaryTablesThatHideTheTable) {
    run("CREATE TEMP TABLE Boxes (id, label)");
    expectRefusal<checkLabel>(ErrorCode::RebuildWouldLose, "temporary table Boxes");
    run("DROP TABLE temp.Boxes");
    EXPECT_EQ(value("SELECT count(*) FROM boxes"), "3");
}

TEST_F(RebuildRefusesOnSqlite, VirtualTables) {
    run("PRAGMA foreign_keys = OFF");
    run("DROP TABLE boxes");
    run("CREATE VIRTUAL TABLE boxes USING fts5(id, label)");
    expectRefusal<checkLabel>(ErrorCode::TableNotAsPlanned, "boxes is a virtual table");
}

TEST_F(RebuildRefusesOnSqlite, RowsThatTheChangeDoesNotFit) {
    run("UPDATE boxes SET label = '' WHERE id = 2");
    expectRefusal<checkLabel>(ErrorCode::MigrationRolledBack,
                              "CHECK constraint failed: boxes_labelled");
}

TEST_F(RebuildRefusesOnSqlite, RowsThatTheChangeDoesNotFitWhereChecksAreOff) {
    run("UPDATE boxes SET label = '' WHERE id = 2");
    run("PRAGMA ignore_check_constraints = ON");
    expectRefusal<checkLabel>(ErrorCode::MigrationRolledBack,
                              "CHECK constraint failed: boxes_labelled");
    EXPECT_EQ(value("PRAGMA ignore_check_constraints"), "1");
}

TEST_F(RebuildRefusesOnSqlite, RowsThatAConstraintByHandWouldSwallow) {
    run("INSERT INTO boxes (label) VALUES (NULL)");
    run("PRAGMA writable_schema = ON");
    run("UPDATE sqlite_schema SET sql = replace(sql, '\"label\" TEXT', "
        "'\"label\" TEXT NOT NULL ON CONFLICT IGNORE') WHERE name = 'boxes'");
    run("PRAGMA writable_schema = RESET");
    expectRefusal<addWeight>(ErrorCode::RebuildWouldLose, "boxes has 4 rows, and 3 of them");
}

TEST_F(RebuildRefusesOnSqlite, ToLeaveRowsThatReferToNone) {
    expectRefusal<loseTheShelves>(ErrorCode::ForeignKeyViolated,
                                  "boxes (id = 2): shelf = 2 is not in shelves; "
                                  "boxes (id = 3): shelf = 3 is not in shelves");
    EXPECT_EQ(value("SELECT count(*) FROM shelves"), "3");
}

TEST_F(RebuildRefusesOnSqlite, NewRowsThatReferToNoneBesideOldOnes) {
    run("PRAGMA foreign_keys = OFF");
    run("INSERT INTO boxes (id, shelf) VALUES (9, 77)");
    run("PRAGMA foreign_keys = ON");
    const MigrationFailed error = failureWhen<loseTheShelves>();
    EXPECT_EQ(error.code(), ErrorCode::ForeignKeyViolated);
    EXPECT_THAT(error.message(), testing::Not(HasSubstr("77")));
}

TEST_F(RebuildRefusesOnSqlite, AKeyThatForeignKeysByHandReferTo) {
    run("CREATE TABLE lids (label TEXT, colour TEXT, "
        "FOREIGN KEY (label, colour) REFERENCES boxes (label, colour))");
    run("INSERT INTO lids VALUES ('a', 'red')");
    expectRefusal<dropUnique>(ErrorCode::ForeignKeyViolated,
                              "foreign key mismatch - \"lids\" referencing \"boxes\"");
}

TEST_F(RebuildRefusesOnSqlite, NothingByHalves) {
    const MigrationFailed error = failureWhen<failLate>();
    EXPECT_EQ(error.code(), ErrorCode::MigrationRolledBack);
    EXPECT_EQ(value("SELECT count(*) FROM boxes"), "3");
}

TEST_F(RebuildRefusesOnSqlite, TheSameWithoutRows) {
    run("DELETE FROM boxes");
    run("CREATE VIEW coloured AS SELECT id FROM boxes WHERE colour IS NOT NULL");
    expectRefusal<dropColour>(ErrorCode::RebuildWouldLose,
                              "error in view coloured: no such column: colour");
}

}  // namespace

}  // namespace godwit::test
