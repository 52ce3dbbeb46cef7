#include <stdexcept>

#include <gtest/gtest.h>

#include <godwit/apply.hpp>
#include <godwit/migrator.hpp>

#include "database/support/catalog.hpp"
#include "database/support/scratch_database.hpp"
#include "support/shop_migrations.hpp"

namespace godwit::test {
namespace {

constexpr const char* kBroken = "20250401000000_broken";

// Its third statement is one that every server refuses.
class Broken : public Migration {
public:
    void up(SchemaBuilder& schema) const override {
        schema.createTable("first_table", [](Table& t) { t.id(); });
        schema.createTable("second_table", [](Table& t) { t.id(); });
        schema.sql({.postgresql = "INSERT INTO no_such_table VALUES (1)",
                    .mysql = "INSERT INTO no_such_table VALUES (1)",
                    .mariadb = sameAs::mysql,
                    .sqlite = "INSERT INTO no_such_table VALUES (1)"});
        schema.createTable("last_table", [](Table& t) { t.id(); });
    }
    void down(SchemaBuilder& schema) const override {
        schema.dropTable("last_table");
        schema.dropTable("second_table");
        schema.dropTable("first_table");
    }
};

class BrokenAtOnce : public Migration {
public:
    void up(SchemaBuilder& schema) const override {
        schema.renameTable("no_such_table", "other_table");
        schema.createTable("last_table", [](Table& t) { t.id(); });
    }
    void down(SchemaBuilder& schema) const override { schema.dropTable("last_table"); }
};

class BrokenAtLast : public Migration {
public:
    void up(SchemaBuilder& schema) const override {
        schema.createTable("first_table", [](Table& t) { t.id(); });
        schema.renameTable("no_such_table", "other_table");
    }
    void down(SchemaBuilder& schema) const override { schema.dropTable("first_table"); }
};

template <class M>
MigrationSet shopAnd() {
    return shopMigrations().add<M>(kBroken);
}

bool transactional() {
    return !runningOn(DatabaseKind::MySQL) && !runningOn(DatabaseKind::MariaDB);
}

MigrationFailed failureOf(Migrator& migrator) {
    try {
        migrator.up();
    } catch (const MigrationFailed& error) {
        return error;
    }
    ADD_FAILURE() << "nothing was thrown";
    return {ErrorCode::Internal, {"nothing was thrown", {}, {}}, {}, {}, {}};
}

class MigratorFailure : public testing::Test {
protected:
    ScratchDatabase database_;
    Connection connection_ = database_.connect();
};

class MigratorFailureWithTransactions : public MigratorFailure {};

class MigratorFailureOnMysql : public MigratorFailure {};

TEST_F(MigratorFailure, NamesTheStatementAndItsSourceLine) {
    Migrator migrator{connection_, shopAnd<Broken>()};
    const MigrationFailed error = failureOf(migrator);
    EXPECT_EQ(error.where().migration, kBroken);
    EXPECT_EQ(error.where().operation, "raw_sql");
    EXPECT_EQ(error.where().sql, "INSERT INTO no_such_table VALUES (1)");
    EXPECT_TRUE(std::string_view{error.where().line.file}.ends_with("migrator_failure_test.cpp"));
    EXPECT_NE(error.message().find("at statement 3 of 4"), std::string::npos) << error.what();
    EXPECT_NE(error.serverText().find("no_such_table"), std::string::npos) << error.what();
    EXPECT_EQ(error.progress().applied,
              (std::vector<std::string>{kCreateUsers, kCreateOrders, kAddTrackingNumber}));
    EXPECT_NE(error.state().find(kAddTrackingNumber), std::string::npos) << error.what();
}

TEST_F(MigratorFailure, FindsTheFirstAndTheLastStatementToo) {
    Migrator first{connection_, shopAnd<BrokenAtOnce>()};
    const MigrationFailed early = failureOf(first);
    EXPECT_EQ(early.where().operation, "rename_table no_such_table to other_table");
    EXPECT_EQ(early.code(), ErrorCode::MigrationRolledBack);
    EXPECT_EQ(early.exitCode(), 20);
    Migrator last{connection_, shopAnd<BrokenAtLast>()};
    const MigrationFailed late = failureOf(last);
    EXPECT_EQ(late.where().operation, "rename_table no_such_table to other_table");
    EXPECT_NE(late.message().find("at statement 2 of 2"), std::string::npos) << late.what();
}

TEST_F(MigratorFailureWithTransactions, LeavesNothingBehindWhereDdlIsTransactional) {
    Migrator migrator{connection_, shopAnd<Broken>()};
    migrator.upTo(kAddTrackingNumber);
    const std::string before = catalogOf(connection_);
    const MigrationFailed error = failureOf(migrator);
    EXPECT_EQ(error.code(), ErrorCode::MigrationRolledBack);
    EXPECT_EQ(error.exitCode(), 20);
    EXPECT_TRUE(error.progress().rolledBack);
    EXPECT_TRUE(error.progress().standing.empty());
    EXPECT_EQ(catalogOf(connection_), before);
    EXPECT_EQ(migrator.status().migrations[3].state, MigrationStatus::State::Pending);
}

TEST_F(MigratorFailureWithTransactions, LeavesNotEvenAHistoryTableWhenTheFirstMigrationFails) {
    Migrator migrator{connection_, MigrationSet{}.add<Broken>(kBroken)};
    failureOf(migrator);
    EXPECT_THROW(connection_.query("SELECT * FROM godwit_history"), DatabaseError);
    EXPECT_EQ(catalogOf(connection_), "");
}

TEST_F(MigratorFailureOnMysql, ListsWhatStandsWhereEachStatementCommits) {
    Migrator migrator{connection_, shopAnd<Broken>()};
    const MigrationFailed error = failureOf(migrator);
    EXPECT_EQ(error.code(), ErrorCode::MigrationPartlyApplied);
    EXPECT_EQ(error.exitCode(), 28);
    EXPECT_FALSE(error.progress().rolledBack);
    ASSERT_EQ(error.progress().standing.size(), 2U);
    EXPECT_NE(error.progress().standing[1].find("second_table"), std::string::npos);
    EXPECT_NE(error.state().find("2 of 4 stand"), std::string::npos) << error.state();
    EXPECT_NE(error.state().find("create_table first_table"), std::string::npos) << error.state();
    EXPECT_NE(catalogOf(connection_).find("second_table"), std::string::npos);
    EXPECT_EQ(catalogOf(connection_).find("last_table"), std::string::npos);
    EXPECT_EQ(migrator.status().migrations[3].state, MigrationStatus::State::Pending);
}

TEST_F(MigratorFailureWithTransactions, GoesOnAfterTheMigrationIsMended) {
    Migrator broken{connection_, shopAnd<Broken>()};
    failureOf(broken);
    connection_.execute("CREATE TABLE no_such_table (n INTEGER)");
    Migrator mended{connection_, shopAnd<Broken>()};
    EXPECT_EQ(mended.up().steps.size(), 1U);
}

class EndsItsTransaction : public Migration {
public:
    void up(SchemaBuilder& schema) const override {
        schema.createTable("first_table", [](Table& t) { t.id(); });
        schema.sql({.postgresql = "SELECT 1 AS atomic; COMMIT; BEGIN",
                    .mysql = "SELECT 1; COMMIT",
                    .mariadb = sameAs::mysql,
                    .sqlite = "SELECT 1; COMMIT"});
        schema.createTable("last_table", [](Table& t) { t.id(); });
    }
    void down(SchemaBuilder& schema) const override {
        schema.dropTable("last_table");
        schema.dropTable("first_table");
    }
};

TEST_F(MigratorFailure, NoticesRawSqlThatEndsItsTransaction) {
    Migrator migrator{connection_, MigrationSet{}.add<EndsItsTransaction>(kBroken)};
    const MigrationFailed error = failureOf(migrator);
    if (runningOn(DatabaseKind::PostgreSQL)) {
        EXPECT_EQ(error.code(), ErrorCode::TransactionControlInSql);
        EXPECT_FALSE(error.progress().rolledBack);
    } else {
        // One call, one statement: the second is refused before it runs.
        EXPECT_EQ(error.where().operation, "raw_sql");
    }
    EXPECT_EQ(catalogOf(connection_).find("last_table"), std::string::npos);
    EXPECT_EQ(migrator.status().migrations[0].state, MigrationStatus::State::Pending);
}

class Changed : public Migration {
public:
    void up(SchemaBuilder& schema) const override {
        schema.createTable("users", [](Table& t) { t.id(); });
    }
    void down(SchemaBuilder& schema) const override { schema.dropTable("users"); }
};

class CreatePeople : public Migration {
public:
    void up(SchemaBuilder& schema) const override {
        schema.createTable("people", [](Table& t) { t.id(); });
    }
    void down(SchemaBuilder& schema) const override { schema.dropTable("people"); }
};

TEST_F(MigratorFailure, RefusesAMigrationThatWasModifiedAfterBeingApplied) {
    Migrator{connection_, shopMigrations()}.up();
    MigrationSet edited;
    edited.add<Changed>(kCreateUsers)
        .add<CreateOrders>(kCreateOrders)
        .add<AddTrackingNumber>(kAddTrackingNumber);
    Migrator migrator{connection_, edited};
    try {
        migrator.up();
        ADD_FAILURE() << "nothing was thrown";
    } catch (const HistoryError& error) {
        EXPECT_EQ(error.code(), ErrorCode::MigrationModified);
        EXPECT_EQ(error.exitCode(), 22);
        EXPECT_NE(error.message().find(std::string("Migration ") + kCreateUsers +
                                       " was modified after being applied. Create a new migration "
                                       "instead."),
                  std::string::npos);
    }
    EXPECT_EQ(migrator.status().migrations[0].state, MigrationStatus::State::Modified);
}

TEST_F(MigratorFailure, RefusesAHistoryThatHoldsAnUnknownMigration) {
    Migrator{connection_, shopMigrations()}.up();
    Migrator older{connection_, MigrationSet{}.add<CreateUsers>(kCreateUsers)};
    for (const Target& target : {Target::up(), Target::rollback(1)}) {
        try {
            older.run(target);
            ADD_FAILURE() << "nothing was thrown";
        } catch (const HistoryError& error) {
            EXPECT_EQ(error.code(), ErrorCode::UnknownMigrationInHistory);
            EXPECT_EQ(error.exitCode(), 21);
            EXPECT_NE(error.message().find(kCreateOrders), std::string::npos);
        }
    }
    EXPECT_EQ(older.status().migrations[1].state, MigrationStatus::State::Unknown);
}

TEST_F(MigratorFailure, RefusesAPendingMigrationThatIsOlderUnlessAllowed) {
    MigrationSet without;
    without.add<CreateUsers>(kCreateUsers).add<CreatePeople>("20260101000000_create_people");
    Migrator{connection_, without}.up();
    MigrationSet merged;
    merged.add<CreateUsers>(kCreateUsers)
        .add<CreateOrders>(kCreateOrders)
        .add<CreatePeople>("20260101000000_create_people");
    Migrator strict{connection_, merged};
    try {
        strict.up();
        ADD_FAILURE() << "nothing was thrown";
    } catch (const HistoryError& error) {
        EXPECT_EQ(error.code(), ErrorCode::MigrationsOutOfOrderInHistory);
        EXPECT_EQ(error.exitCode(), 23);
    }
    Migrator lenient{connection_, merged, {.allowOutOfOrder = true}};
    EXPECT_EQ(lenient.up().steps.size(), 1U);
}

TEST_F(MigratorFailure, RefusesATableOfTheHistorysNameThatIsSomethingElse) {
    connection_.execute("CREATE TABLE godwit_history (n INTEGER)");
    Migrator migrator{connection_, shopMigrations()};
    try {
        migrator.up();
        ADD_FAILURE() << "nothing was thrown";
    } catch (const HistoryError& error) {
        EXPECT_EQ(error.code(), ErrorCode::HistoryFormatUnknown);
        EXPECT_EQ(error.exitCode(), 78);
    }
    EXPECT_EQ(catalogOf(connection_).find("users"), std::string::npos);
}

TEST_F(MigratorFailure, RefusesATargetThatIsNotThere) {
    Migrator migrator{connection_, shopMigrations()};
    EXPECT_THROW(migrator.upTo("20990101000000_nothing"), UsageError);
    EXPECT_THROW(migrator.rollbackTo(kCreateUsers), UsageError);
    EXPECT_THROW(migrator.rollback(0), UsageError);
}

TEST_F(MigratorFailure, RefusesBeforeAnythingRunsWhatTheServerCannotDo) {
    class SetDefault : public Migration {
    public:
        void up(SchemaBuilder& schema) const override {
            schema.createTable("first_table", [](Table& t) { t.id(); });
            schema.sql({.sqlite = "SELECT 1"});
            schema.alterTable("first_table", [](Alter& t) {
                t.bigInteger("a").unique();
                t.foreignKey({"a"}).references("first_table", {"id"}).onDelete(setDefault);
            });
        }
        void down(SchemaBuilder& schema) const override { schema.dropTable("first_table"); }
    };
    Migrator migrator{connection_, shopMigrations().add<SetDefault>(kBroken)};
    try {
        migrator.up();
        ADD_FAILURE() << "nothing was thrown";
    } catch (const Error& error) {
        EXPECT_EQ(error.where().migration, kBroken);
        EXPECT_TRUE(
            std::string_view{error.where().line.file}.ends_with("migrator_failure_test.cpp"));
        EXPECT_NE(error.where().line.line, 0U);
        EXPECT_EQ(error.state(), "Nothing has run.");
    }
    EXPECT_EQ(catalogOf(connection_), "");
}

TEST_F(MigratorFailure, SaysForLooseCallsWhichOneFailed) {
    try {
        apply(connection_, [](SchemaBuilder& schema) {
            schema.createTable("fine", [](TableBuilder& t) { t.id(); });
            schema.renameTable("no_such_table", "other_table");
        });
        ADD_FAILURE() << "nothing was thrown";
    } catch (const MigrationFailed& error) {
        EXPECT_EQ(error.where().operation, "rename_table no_such_table to other_table");
        EXPECT_NE(error.message().find("godwit::apply failed at statement 2 of 2"),
                  std::string::npos)
            << error.what();
    }
    EXPECT_EQ(catalogOf(connection_).empty(), transactional());
}

class BrokenOnTheWayBack : public Migration {
public:
    void up(SchemaBuilder& schema) const override {
        schema.createTable("first_table", [](Table& t) { t.id(); });
        schema.createTable("second_table", [](Table& t) { t.id(); });
    }
    void down(SchemaBuilder& schema) const override {
        schema.dropTable("second_table");
        schema.renameTable("no_such_table", "other_table");
        schema.dropTable("first_table");
    }
};

TEST_F(MigratorFailure, TellsOfAFailedRollbackWhatItLeavesAndWhatTheHistorySays) {
    MigrationSet migrations;
    migrations.add<BrokenOnTheWayBack>("20250101000000_first").add<CreatePeople>(kBroken);
    Migrator migrator{connection_, migrations};
    migrator.up();
    try {
        migrator.rollback(2);
        ADD_FAILURE() << "nothing was thrown";
    } catch (const MigrationFailed& error) {
        EXPECT_EQ(error.progress().reverted, std::vector<std::string>{kBroken});
        EXPECT_TRUE(error.progress().applied.empty());
        EXPECT_NE(
            error.state().find(std::string("Rolled back before it, and staying so: ") + kBroken),
            std::string::npos)
            << error.state();
        EXPECT_EQ(error.progress().rolledBack, transactional());
        if (!transactional()) {
            EXPECT_NE(error.state().find("the history still holds the migration as applied"),
                      std::string::npos)
                << error.state();
        }
    }
    EXPECT_EQ(migrator.status().migrations[0].state, MigrationStatus::State::Applied);
    EXPECT_EQ(migrator.status().migrations[1].state, MigrationStatus::State::Pending);
}

class ThrowsInUp : public Migration {
public:
    void up(SchemaBuilder&) const override { throw std::runtime_error("boom"); }
    void down(SchemaBuilder&) const override {}
};

TEST_F(MigratorFailure, NamesTheMigrationWhoseRecordingThrows) {
    Migrator migrator{connection_, shopMigrations().add<ThrowsInUp>(kBroken)};
    try {
        migrator.up();
        ADD_FAILURE() << "nothing was thrown";
    } catch (const UsageError& error) {
        EXPECT_EQ(error.code(), ErrorCode::MigrationThrew);
        EXPECT_EQ(error.exitCode(), 65);
        EXPECT_NE(error.message().find(kBroken), std::string::npos);
        EXPECT_NE(error.message().find("boom"), std::string::npos);
    }
    EXPECT_EQ(catalogOf(connection_), "");
}

class MovesTheSession : public Migration {
public:
    void up(SchemaBuilder& schema) const override {
        schema.sql({.postgresql = "SET search_path TO pg_catalog",
                    .mysql = "SET autocommit = 0",
                    .mariadb = sameAs::mysql,
                    .sqlite = nothing});
    }
    void down(SchemaBuilder&) const override {}
};

TEST_F(MigratorFailure, KeepsItsHistoryWhenRawSqlMovesTheSession) {
    MigrationSet migrations;
    migrations.add<MovesTheSession>("20250101000000_moves").add<CreatePeople>(kBroken);
    EXPECT_EQ((Migrator{connection_, migrations}.up().steps.size()), 2U);
    EXPECT_TRUE((Migrator{connection_, migrations}.up().steps.empty()));
    EXPECT_EQ(database_.value("SELECT count(*) FROM godwit_history"), "2");
    EXPECT_NE(catalogOf(connection_).find("people"), std::string::npos);
}

TEST_F(MigratorFailureOnMysql, KeepsItsHistoryOnASessionWithoutAutocommit) {
    connection_.execute("SET autocommit = 0");
    Migrator migrator{connection_, shopMigrations()};
    EXPECT_EQ(migrator.up().steps.size(), 3U);
    EXPECT_EQ(database_.value("SELECT count(*) FROM godwit_history"), "3");
    EXPECT_EQ(onlyValue(connection_.query("SELECT @@autocommit")), "0");
}

TEST_F(MigratorFailure, RefusesARunFromInsideItsListener) {
    Migrator migrator{connection_, shopMigrations()};
    int refused = 0;
    migrator.onEvent([&](const Event&) {
        try {
            migrator.up();
        } catch (const UsageError& error) {
            refused += error.code() == ErrorCode::BadArgument ? 1 : 0;
        }
    });
    EXPECT_EQ(migrator.up().steps.size(), 3U);
    EXPECT_GT(refused, 0);
}

}  // namespace
}  // namespace godwit::test
