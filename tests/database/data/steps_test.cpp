#include <stdexcept>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <godwit/apply.hpp>
#include <godwit/data.hpp>
#include <godwit/migrator.hpp>

#include "database/support/scratch_database.hpp"
#include "support/written_migration.hpp"

// C++ that works on rows, and queries that say whether a migration has done what it should.

namespace godwit::test {
namespace {

using testing::HasSubstr;

constexpr const char* kMake = "20250401000000_make";
constexpr const char* kWork = "20250402000000_work";

void make(SchemaBuilder& schema) {
    schema.createTable("words", [](TableBuilder& t) {
        t.integer("id").primaryKey();
        t.string("text", 40).nullable();
        t.integer("size").defaultTo(0);
    });
    schema.insert("words", {"id", "text"}, {{1, "one"}, {2, "it's ? \\"}, {3, null}, {4, "four"}});
}

template <WrittenBody kUp>
MigrationSet working() {
    MigrationSet set;
    set.add<Written<make>>(kMake).add<Written<kUp>>(kWork);
    return set;
}

class DataStep : public testing::Test {
protected:
    std::string value(std::string_view sql) { return onlyValue(connection_.query(sql)); }

    template <WrittenBody kUp>
    MigrationFailed failure() {
        try {
            Migrator{connection_, working<kUp>()}.up();
        } catch (const MigrationFailed& error) {
            return error;
        }
        ADD_FAILURE() << "nothing was thrown";
        return {ErrorCode::Internal, {"nothing was thrown", {}, {}}, {}, {}, {}};
    }

    bool mysqlFamily() const {
        return runningOn(DatabaseKind::MySQL) || runningOn(DatabaseKind::MariaDB);
    }

    ScratchDatabase database_;
    Connection connection_ = database_.connect();
};

class Verify : public DataStep {};

void measure(DataContext& db) {
    for (const auto& row : db.query("SELECT id, text FROM words WHERE text IS NOT NULL").values) {
        db.execute("UPDATE words SET size = ? WHERE id = ? AND text = ?",
                   {static_cast<std::int64_t>(row[1]->size()), std::stoi(*row[0]), *row[1]});
    }
}

void measured(SchemaBuilder& schema) {
    schema.data("measure the words", "rev-1", measure);
    schema.insert("words", {{"id", 5}, {"size", 7}});
}

TEST_F(DataStep, WorksOnRowsWithBoundValues) {
    Migrator{connection_, working<measured>()}.up();
    EXPECT_EQ(value("SELECT sum(size) FROM words"), "22");
    EXPECT_EQ(value("SELECT size FROM words WHERE id = 2"), "8");
}

void throwing(SchemaBuilder& schema) {
    schema.update("words", {{"size", 100}}).allRows();
    schema.data("look them up", "rev-1", [](DataContext& db) {
        db.execute("UPDATE words SET size = 200");
        throw std::runtime_error("the dictionary is shut");
    });
}

TEST_F(DataStep, IsRolledBackWithWhatStandsBesideItWhenItThrows) {
    const MigrationFailed error = failure<throwing>();
    EXPECT_EQ(error.code(), ErrorCode::DataStepFailed) << error.what();
    EXPECT_THAT(error.message(),
                HasSubstr("the C++ of the data step 'look them up' threw: the dictionary is shut"));
    EXPECT_THAT(error.message(), HasSubstr("statement 2 of 2"));
    EXPECT_EQ(value("SELECT sum(size) FROM words"), "0");
}

void pointing(SchemaBuilder& schema) {
    schema.data("walk", "rev-1", [](DataContext& db) { db.checkpoint("1"); });
}

TEST_F(DataStep, HasNoCheckpointsUnlessItSaysSo) {
    const MigrationFailed error = failure<pointing>();
    EXPECT_THAT(error.message(), HasSubstr("has no checkpoints")) << error.what();
}

// Fails at the third word, until `size` of the first is 40.
void inPortions(SchemaBuilder& schema) {
    schema
        .data("walk the words",
              "rev-1",
              [](DataContext& db) {
                  const int last = db.cursor().empty() ? 0 : std::stoi(db.cursor());
                  for (int id = last + 1; id <= 4; ++id) {
                      db.execute("UPDATE words SET size = size + 1 WHERE id = ?", {id});
                      const Rows first = db.query("SELECT size FROM words WHERE id = 1");
                      if (id == 3 && *first[0][0] != "40") {
                          throw std::runtime_error("stuck");
                      }
                      db.checkpoint(std::to_string(id));
                  }
              })
        .resumable();
}

TEST_F(DataStep, GoesOnAtItsLastCheckpoint) {
    const MigrationFailed error = failure<inPortions>();
    EXPECT_EQ(error.code(), ErrorCode::MigrationPartlyApplied) << error.what();
    EXPECT_THAT(error.state(), HasSubstr("What statement 1 had committed"));
    EXPECT_EQ(value("SELECT sum(size) FROM words"), "2");
    connection_.execute("UPDATE words SET size = 40 WHERE id = 1");
    Migrator{connection_, working<inPortions>()}.up();
    EXPECT_EQ(value("SELECT size FROM words WHERE id = 1"), "40");
    EXPECT_EQ(value("SELECT count(*) FROM words WHERE size = 1"), "3");
}

// Fails at the third word when another run is on its way too and `stuck` says so.
bool stuck = false;

void addingOne(DataContext& db) {
    const int last = db.cursor().empty() ? 0 : std::stoi(db.cursor());
    for (int id = last + 1; id <= 4; ++id) {
        db.execute("UPDATE words SET size = size + 1 WHERE id = ?", {id});
        if (id == 3 && stuck) {
            throw std::runtime_error("stuck");
        }
        db.checkpoint(std::to_string(id));
    }
}

void addOne(SchemaBuilder& schema) { schema.data("add one", "rev-1", addingOne).resumable(); }

// Between two transactions of a run another one comes in; it says how far the step has come.
class DataStepOnSqlite : public DataStep {
protected:
    Report upWhile(bool otherIsStuck) {
        bool first = true;
        MigratorOptions options;
        options.onEvent = [&](const Event& event) {
            if (event.kind != Event::Kind::BatchFinished || !std::exchange(first, false)) {
                return;
            }
            Connection other = database_.connect();
            stuck = otherIsStuck;
            if (otherIsStuck) {
                EXPECT_THROW(Migrator(other, working<addOne>()).up(), MigrationFailed);
            } else {
                Migrator{other, working<addOne>()}.up();
            }
            stuck = false;
        };
        return Migrator{connection_, working<addOne>(), options}.up();
    }
};

TEST_F(DataStepOnSqlite, IsNotDoneTwiceWhenAnotherStarterEndsIt) {
    upWhile(false);
    EXPECT_EQ(value("SELECT count(*) FROM words WHERE size = 1"), "4");
    EXPECT_EQ(value("SELECT count(*) FROM godwit_history"), "2");
}

TEST_F(DataStepOnSqlite, GoesOnWhereAnotherStarterHasLeftIt) {
    upWhile(true);
    EXPECT_EQ(value("SELECT count(*) FROM words WHERE size = 1"), "4");
    EXPECT_EQ(value("SELECT count(*) FROM godwit_history"), "2");
}

void first(SchemaBuilder& schema) {
    schema.data("walk", "rev-1", [](DataContext&) {});
}

void second(SchemaBuilder& schema) {
    schema.data("walk", "rev-2", [](DataContext&) {});
}

TEST_F(DataStep, OfAnotherRevisionIsAnotherMigration) {
    Migrator{connection_, working<first>()}.up();
    EXPECT_TRUE(Migrator(connection_, working<first>()).plan().steps.empty());
    EXPECT_THROW(Migrator(connection_, working<second>()).up(), HistoryError);
}

void checked(SchemaBuilder& schema) {
    schema.verify("count", "SELECT count(*) FROM words").equals(4);
    schema.verify("half", "SELECT 2.5").equals(2.5);
    schema.verify("text", "SELECT text FROM words WHERE id = 1").equals("one");
    schema.verify("null", "SELECT text FROM words WHERE id = 3").equals(null);
    schema.verify("true", "SELECT 1 = 1").equals(true);
    schema.verify("least", "SELECT count(*) FROM words").atLeast(4);
    schema.verify("most", "SELECT count(*) FROM words").atMost(4);
    schema.verify("empty", "SELECT id FROM words WHERE id > 4").isEmpty();
    schema.verify("rows", "SELECT id, text FROM words").isNotEmpty();
}

TEST_F(Verify, LetsThroughWhatIsSo) {
    EXPECT_EQ(Migrator(connection_, working<checked>()).up().steps.size(), 2U);
}

template <WrittenBody kCheck>
void changeAndCheck(SchemaBuilder& schema) {
    schema.update("words", {{"size", 100}}).allRows();
    kCheck(schema);
}

void tooMany(SchemaBuilder& schema) {
    schema.verify("words are few", "SELECT count(*) FROM words").atMost(3);
}

TEST_F(Verify, RollsRowsBackWhenItIsNotSo) {
    const MigrationFailed error = failure<changeAndCheck<tooMany>>();
    EXPECT_EQ(error.code(), ErrorCode::VerificationFailed) << error.what();
    EXPECT_THAT(error.message(),
                HasSubstr("'words are few' is not so: expected at most 3, got '4'"));
    EXPECT_EQ(error.where().sql, "SELECT count(*) FROM words");
    EXPECT_TRUE(error.progress().rolledBack);
    EXPECT_EQ(value("SELECT sum(size) FROM words"), "0");
    EXPECT_EQ(value("SELECT count(*) FROM godwit_history"), "1");
}

void noRow(SchemaBuilder& schema) {
    schema.verify("there", "SELECT id FROM words WHERE id = 0").equals(1);
}

void rows(SchemaBuilder& schema) { schema.verify("none", "SELECT id FROM words").isEmpty(); }

void isNull(SchemaBuilder& schema) {
    schema.verify("least", "SELECT text FROM words WHERE id = 3").atLeast(0);
}

void otherText(SchemaBuilder& schema) {
    schema.verify("text", "SELECT text FROM words WHERE id = 1").equals("One");
}

TEST_F(Verify, SaysWhatElseItGot) {
    EXPECT_THAT(failure<noRow>().message(), HasSubstr("got no row"));
    EXPECT_THAT(failure<rows>().message(), HasSubstr("got 4 rows"));
    EXPECT_THAT(failure<isNull>().message(), HasSubstr("got NULL"));
    EXPECT_THAT(failure<otherText>().message(), HasSubstr("got 'one'"));
}

template <Comparison kComparison>
void noNumber(SchemaBuilder& schema) {
    const auto check = schema.verify("NaN", "SELECT 'NaN'");
    kComparison == Comparison::Equals    ? check.equals(5)
    : kComparison == Comparison::AtLeast ? check.atLeast(5)
                                         : check.atMost(5.5);
}

TEST_F(Verify, TakesWhatIsNoNumberForNone) {
    EXPECT_THAT(failure<noNumber<Comparison::Equals>>().message(), HasSubstr("got 'NaN'"));
    EXPECT_THAT(failure<noNumber<Comparison::AtLeast>>().message(), HasSubstr("got 'NaN'"));
    EXPECT_THAT(failure<noNumber<Comparison::AtMost>>().message(), HasSubstr("got 'NaN'"));
}

void makeExtra(SchemaBuilder& schema) {
    schema.createTable("extra", [](TableBuilder& t) { t.integer("id").primaryKey(); });
    schema.insert("extra", {{"id", 1}});
    schema.verify("extra is empty", "SELECT id FROM extra").isEmpty();
}

TEST_F(Verify, SaysWhatStandsWhereTheSchemaCannotBeRolledBack) {
    const MigrationFailed error = failure<makeExtra>();
    EXPECT_THAT(error.message(), HasSubstr("'extra is empty' is not so"));
    if (mysqlFamily()) {
        EXPECT_EQ(error.code(), ErrorCode::MigrationPartlyApplied);
        EXPECT_FALSE(error.progress().rolledBack);
        EXPECT_EQ(error.progress().standing.size(), 1U);
        EXPECT_THAT(error.state(), HasSubstr("1 of 3 statements stand"));
        EXPECT_THAT(error.state(), HasSubstr("extra"));
        EXPECT_THAT(error.hint(), HasSubstr("take back by hand what stands"));
        EXPECT_EQ(value("SELECT count(*) FROM extra"), "0");
    } else {
        EXPECT_EQ(error.code(), ErrorCode::VerificationFailed);
        EXPECT_TRUE(error.progress().rolledBack);
        EXPECT_THROW(connection_.query("SELECT id FROM extra"), DatabaseError);
    }
}

}  // namespace
}  // namespace godwit::test
