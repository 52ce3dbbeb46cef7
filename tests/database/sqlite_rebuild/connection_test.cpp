#include <functional>
#include <memory>
#include <utility>

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <godwit/apply.hpp>

#include "database/sqlite_rebuild/fixture.hpp"

// Rebuilding on connections in every state, beside others.

namespace godwit::test {

namespace {

using testing::HasSubstr;

void family(SchemaBuilder& schema) {
    schema.createTable("parents", [](TableBuilder& t) {
        t.id();
        t.string("name", 20);
    });
    schema.createTable("children", [](TableBuilder& t) {
        t.id();
        t.foreignId("parent_id").references("parents").onDelete(cascade);
    });
}

void checkParents(SchemaBuilder& schema) {
    schema.alterTable("parents", [](AlterBuilder& t) { t.check("named", "name <> ''"); });
}

void uncheckParents(SchemaBuilder& schema) {
    schema.alterTable("parents", [](AlterBuilder& t) { t.dropCheck("named"); });
}

void nonsense(SchemaBuilder& schema) {
    schema.sql({.postgresql = nothing,
                .mysql = nothing,
                .mariadb = nothing,
                .sqlite = "INSERT INTO nowhere VALUES (1)"});
}

void checkParentsAndFail(SchemaBuilder& schema) {
    checkParents(schema);
    nonsense(schema);
}

constexpr const char* kRows = "INSERT INTO parents (name) VALUES ('Ann'), ('Bob')";
constexpr const char* kChildren = "INSERT INTO children (parent_id) VALUES (1), (1), (2)";

MigrationSet justFamily() {
    MigrationSet set;
    set.add<Written<family>>("20250101000000_family");
    return set;
}

template <WrittenBody kUp, WrittenBody kDown = nothingToDo>
MigrationSet familyAnd() {
    return justFamily().add<Written<kUp, kDown>>("20250102000000_next");
}

std::string answer(Connection& connection, std::string_view sql) {
    return onlyValue(connection.query(sql));
}

// The connection of an application that has not much to do with godwit.
class RebuildOnABorrowedConnectionOnSqlite : public testing::TestWithParam<bool> {
protected:
    void SetUp() override {
        session_ << "PRAGMA foreign_keys = " << (GetParam() ? "ON" : "OFF");
        Migrator{connection_, justFamily()}.up();
        session_ << kRows;
        session_ << kChildren;
    }

    void expectAllAsBefore() {
        EXPECT_EQ(answer(connection_, "PRAGMA foreign_keys"), GetParam() ? "1" : "0");
        EXPECT_EQ(answer(connection_, "PRAGMA legacy_alter_table"), "0");
        EXPECT_EQ(answer(connection_, "SELECT count(*) FROM children"), "3");
        EXPECT_EQ(answer(connection_, "SELECT count(*) FROM parents"), "2");
        EXPECT_FALSE(connection_.driver().inTransaction());
    }

    soci::session session_{soci::sqlite3, ":memory:"};
    Connection connection_ = connect(session_);
};

TEST_P(RebuildOnABorrowedConnectionOnSqlite, GivesItBackAsItWas) {
    Migrator{connection_, familyAnd<checkParents>()}.up();
    expectAllAsBefore();
    EXPECT_THROW(session_ << "UPDATE parents SET name = ''", soci::soci_error);
}

TEST_P(RebuildOnABorrowedConnectionOnSqlite, GivesItBackAsItWasAfterAFailure) {
    Migrator migrator{connection_, familyAnd<checkParentsAndFail>()};
    EXPECT_THROW(migrator.up(), MigrationFailed);
    expectAllAsBefore();
}

TEST_P(RebuildOnABorrowedConnectionOnSqlite, GivesItBackAsItWasAfterTheWayDown) {
    Migrator migrator{connection_, familyAnd<checkParents, uncheckParents>()};
    migrator.up();
    migrator.rollback(1);
    expectAllAsBefore();
    session_ << "UPDATE parents SET name = ''";
}

std::string nameOfTest(const testing::TestParamInfo<bool>& info) {
    return info.param ? "On" : "Off";
}

INSTANTIATE_TEST_SUITE_P(ForeignKeys,
                         RebuildOnABorrowedConnectionOnSqlite,
                         testing::Bool(),
                         nameOfTest);

class RebuildBesideOthersOnSqlite : public RebuildOnSqlite {
protected:
    void SetUp() override {
        given<family>();
        run(kRows);
        run(kChildren);
    }
};

TEST_F(RebuildBesideOthersOnSqlite, FindsAnotherNameWhereItsOwnIsTaken) {
    run("CREATE TABLE godwit_new_parents (mine)");
    run("INSERT INTO godwit_new_parents VALUES (1)");
    run("CREATE VIEW GODWIT_new_parents_ AS SELECT 1 AS one");
    run("CREATE TABLE godwit_probe (mine)");
    when<checkParents>();
    EXPECT_EQ(list("SELECT mine FROM godwit_new_parents"), "1");
    EXPECT_EQ(list("SELECT name FROM parents"), "Ann,Bob");
    EXPECT_EQ(value("SELECT count(*) FROM godwit_probe"), "0");
    EXPECT_EQ(list("SELECT name FROM sqlite_schema WHERE name LIKE '%new%' ORDER BY name"),
              "GODWIT_new_parents_,godwit_new_parents");
}

TEST_F(RebuildBesideOthersOnSqlite, LetsReadersOfAWriteAheadLogReadOn) {
    run("PRAGMA journal_mode = WAL");
    Connection reader = database_.connect();
    reader.execute("BEGIN");
    EXPECT_EQ(answer(reader, "SELECT count(*) FROM parents"), "2");
    when<checkParents>();
    EXPECT_EQ(answer(reader, "SELECT count(*) FROM parents"), "2");
    EXPECT_THAT(answer(reader, "SELECT sql FROM sqlite_schema WHERE name = 'parents'"),
                testing::Not(HasSubstr("named")));
    reader.execute("COMMIT");
    EXPECT_THAT(answer(reader, "SELECT sql FROM sqlite_schema WHERE name = 'parents'"),
                HasSubstr("named"));
}

TEST_F(RebuildBesideOthersOnSqlite, WaitsForNobodyLongerThanItMay) {
    Connection writer = database_.connect();
    writer.execute("BEGIN IMMEDIATE");
    set_.add<Written<checkParents>>("20250102000000_when");
    Migrator migrator{connection_, set_, {.lockWait = std::chrono::milliseconds{1}}};
    EXPECT_THROW(migrator.up(), LockError);
    EXPECT_EQ(value("PRAGMA foreign_keys"), "1");
    writer.execute("ROLLBACK");
    migrator.up();
    EXPECT_EQ(list("SELECT parent_id FROM children"), "1,1,2");
}

TEST_F(RebuildBesideOthersOnSqlite, IsPartOfARunOfSeveralMigrations) {
    set_.add<Written<checkParents, uncheckParents>>("20250102000000_one");
    set_.add<Written<nothingToDo>>("20250103000000_two");
    set_.add<Written<uncheckParents, checkParents>>("20250104000000_three");
    Migrator migrator{connection_, set_};
    EXPECT_EQ(migrator.up().steps.size(), 3U);
    EXPECT_EQ(list("SELECT parent_id FROM children"), "1,1,2");
    EXPECT_EQ(migrator.rollback(3).steps.size(), 3U);
    EXPECT_EQ(list("SELECT parent_id FROM children"), "1,1,2");
}

TEST_F(RebuildBesideOthersOnSqlite, StopsWhereAMigrationBehindItFails) {
    set_.add<Written<checkParents>>("20250102000000_one");
    set_.add<Written<nonsense>>("20250103000000_two");
    Migrator migrator{connection_, set_};
    EXPECT_THROW(migrator.up(), MigrationFailed);
    EXPECT_EQ(value("PRAGMA foreign_keys"), "1");
    EXPECT_TRUE(refuses("UPDATE parents SET name = ''"));
    EXPECT_TRUE(refuses("INSERT INTO children (parent_id) VALUES (9)"));
}

// Lets somebody else at the database when foreign keys are switched off, which is between two
// transactions.
class InterruptedDriver final : public Driver {
public:
    InterruptedDriver(Connection inner, std::function<void()> interruption)
        : inner_(std::move(inner)), interruption_(std::move(interruption)) {}

    DatabaseKind kind() const override { return inner_.kind(); }
    std::string describe() const override { return inner_.describe(); }
    Server server() override { return inner_.server(); }
    Rows query(std::string_view sql) override { return inner_.query(sql); }
    Rows query(std::string_view sql, const std::vector<Value>& values) override {
        return inner_.query(sql, values);
    }
    std::uint64_t execute(std::string_view sql) override {
        if (sql == "PRAGMA foreign_keys = OFF") {
            std::exchange(interruption_, [] {})();
        }
        return inner_.driver().execute(sql);
    }
    std::uint64_t execute(std::string_view sql, const std::vector<Value>& values) override {
        return inner_.execute(sql, values);
    }
    bool inTransaction() override { return inner_.driver().inTransaction(); }

private:
    Connection inner_;
    std::function<void()> interruption_;
};

TEST_F(RebuildBesideOthersOnSqlite, SeesWhenSomebodyElseHasDoneIt) {
    set_.add<Written<checkParents>>("20250102000000_one");
    set_.add<Written<nothingToDo>>("20250103000000_two");
    Connection interrupted{std::make_unique<InterruptedDriver>(database_.connect(), [this] {
        Migrator{connection_, set_}.upTo("20250102000000_one");
    })};
    const Report report = Migrator{interrupted, set_}.up();
    EXPECT_EQ(report.steps.size(), 1U);
    EXPECT_EQ(answer(interrupted, "PRAGMA foreign_keys"), "1");
    EXPECT_EQ(value("SELECT count(*) FROM godwit_history"), "3");
    EXPECT_EQ(list("SELECT parent_id FROM children"), "1,1,2");
}

TEST_F(RebuildBesideOthersOnSqlite, SwitchesForeignKeysOnAgainWhenTheHistoryIsAnotherOne) {
    set_.add<Written<checkParents>>("20250102000000_one");
    Connection interrupted{std::make_unique<InterruptedDriver>(database_.connect(), [this] {
        MigrationSet other;
        other.add<Written<family>>("20250101000000_given");
        other.add<Written<nothingToDo>>("20250101120000_unknown");
        Migrator{connection_, other}.up();
    })};
    Migrator migrator{interrupted, set_};
    EXPECT_THROW(migrator.up(), HistoryError);
    EXPECT_EQ(answer(interrupted, "PRAGMA foreign_keys"), "1");
    EXPECT_FALSE(interrupted.driver().inTransaction());
}

TEST_F(RebuildBesideOthersOnSqlite, WorksInLooseCalls) {
    apply(connection_, [](SchemaBuilder& schema) {
        schema.createTable("loose", [](TableBuilder& t) {
            t.id();
            t.integer("n");
        });
        schema.sql({.postgresql = nothing,
                    .mysql = nothing,
                    .mariadb = nothing,
                    .sqlite = "INSERT INTO loose (n) VALUES (5)"});
        schema.alterTable("loose", [](AlterBuilder& t) { t.check("n_is_small", "n < 10"); });
    });
    EXPECT_EQ(list("SELECT n FROM loose"), "5");
    EXPECT_TRUE(refuses("INSERT INTO loose (n) VALUES (10)"));
    EXPECT_EQ(value("PRAGMA foreign_keys"), "1");
}

TEST_F(RebuildBesideOthersOnSqlite, MakesOfAMadeTableWhatThePlanShows) {
    const std::string start = catalogOf(connection_);
    when<checkParents, uncheckParents>();
    Migrator migrator{connection_, set_};
    const Plan plan = migrator.plan(Target::rollback(1));
    ASSERT_EQ(plan.steps.front().statements.size(), 1U);
    const std::string& shown = plan.steps.front().statements.front().sql;
    const std::string create = shown.substr(0, shown.find(";\n"));
    migrator.rollback(1);
    const std::string made = textOf("parents");
    EXPECT_EQ(made.substr(made.find('(')), create.substr(create.find('(')));
    EXPECT_EQ(catalogOf(connection_), start);
}

}  // namespace

}  // namespace godwit::test
