#include <gtest/gtest.h>

#include <fmt/format.h>

#include <godwit/error.hpp>

#include "database/support/schema_runner.hpp"
#include "database/support/scratch_database.hpp"

// What a change of a table does to the rows that are there and to those that come.

namespace godwit::test {

namespace {

void tasks(SchemaBuilder& schema) {
    schema.createTable("lists", [](TableBuilder& t) { t.integer("id").primaryKey(); });
    schema.createTable("tasks", [](TableBuilder& t) {
        t.integer("id").primaryKey();
        t.string("title", 40).nullable();
        t.string("label", 40).defaultTo("none").comment("Shown.");
        t.integer("points").nullable();
        t.integer("list_id").nullable();
        t.timestamps();
    });
}

class Altered : public testing::Test {
protected:
    Altered() {
        runner_.run(tasks);
        connection_.execute("INSERT INTO lists (id) VALUES (1)");
        connection_.execute(
            "INSERT INTO tasks (id, title, points, created_at, updated_at) VALUES "
            "(1, 'write', 5, '2020-01-01 00:00:00', '2020-01-01 00:00:00'), "
            "(2, NULL, NULL, '2020-01-01 00:00:00', '2020-01-01 00:00:00')");
    }

    template <class Body>
    void alter(Body) {
        runner_.run([](SchemaBuilder& schema) { schema.alterTable("tasks", Body{}); });
    }

    std::string value(std::string_view sql) { return onlyValue(connection_.query(sql)); }
    bool refuses(std::string_view sql) { return runner_.refuses(sql); }

    ScratchDatabase database_;
    Connection connection_ = database_.connect();
    SchemaRunner runner_{connection_};
};

using AlteredOnServers = Altered;
using AlteredOnMysql = Altered;
using AlteredOnSqlite = Altered;
using AlteredOnPostgresql = Altered;

constexpr auto kTitlesNeverNull = [](AlterBuilder& t) {
    t.setNotNull("title").backfillWith("'untitled'");
};

TEST_F(Altered, ColumnsAreFilledBeforeTheyAreNeverNull) {
    alter(kTitlesNeverNull);

    EXPECT_EQ(value("SELECT title FROM tasks WHERE id = 2"), "untitled");
    EXPECT_EQ(value("SELECT title FROM tasks WHERE id = 1"), "write");
    EXPECT_TRUE(refuses("INSERT INTO tasks (id, title) VALUES (3, NULL)"));
}

TEST_F(Altered, ColumnsAreFilledWithoutTouchingTheTimeOfTheLastChange) {
    alter(kTitlesNeverNull);

    EXPECT_EQ(value("SELECT count(*) FROM tasks WHERE updated_at < '2021-01-01 00:00:00'"), "2");
}

TEST_F(Altered, ColumnsMayBeNullAgain) {
    alter(kTitlesNeverNull);
    alter([](AlterBuilder& t) { t.dropNotNull("title"); });

    EXPECT_FALSE(refuses("INSERT INTO tasks (id, title) VALUES (3, NULL)"));
}

TEST_F(Altered, DefaultsAreThoseOfRowsToCome) {
    alter([](AlterBuilder& t) {
        t.setDefault("points", 8);
        t.dropDefault("label");
    });
    connection_.execute("INSERT INTO tasks (id, label) VALUES (3, 'new')");

    EXPECT_EQ(value("SELECT points FROM tasks WHERE id = 3"), "8");
    EXPECT_EQ(value("SELECT label FROM tasks WHERE id = 1"), "none");
    EXPECT_TRUE(refuses("INSERT INTO tasks (id) VALUES (4)"));
}

TEST_F(Altered, TypesKeepDefaultAndNotNull) {
    alter([](AlterBuilder& t) { t.changeType("label", string(60)); });
    connection_.execute("INSERT INTO tasks (id) VALUES (3)");

    EXPECT_EQ(value("SELECT label FROM tasks WHERE id = 3"), "none");
    EXPECT_TRUE(refuses("INSERT INTO tasks (id, label) VALUES (4, NULL)"));
    EXPECT_FALSE(refuses(
        fmt::format("INSERT INTO tasks (id, label) VALUES (4, '{}')", std::string(60, 'x'))));
}

TEST_F(AlteredOnServers, TypesThatAreTooSmallDoNotCutWhatIsThere) {
    const auto shorten = [this] {
        alter([](AlterBuilder& t) { t.changeType("title", string(3)); });
    };

    EXPECT_THROW(shorten(), DatabaseError);
    EXPECT_EQ(value("SELECT title FROM tasks WHERE id = 1"), "write");
}

TEST_F(AlteredOnServers, TextsBecomeNumbers) {
    connection_.execute("UPDATE tasks SET title = '12' WHERE id = 1");
    alter([](AlterBuilder& t) { t.changeType("title", integer()); });

    EXPECT_EQ(value("SELECT title + 1 FROM tasks WHERE id = 1"), "13");
}

TEST_F(Altered, NumbersAreTrueUnlessTheyAreZero) {
    connection_.execute("INSERT INTO tasks (id, points) VALUES (3, 0)");
    alter([](AlterBuilder& t) { t.changeType("points", boolean()); });

    EXPECT_EQ(value("SELECT count(*) FROM tasks WHERE points = true"), "1");
    EXPECT_EQ(value("SELECT count(*) FROM tasks WHERE points = false"), "1");
    EXPECT_EQ(value("SELECT count(*) FROM tasks WHERE updated_at < '2021-01-01 00:00:00'"), "2");

    alter([](AlterBuilder& t) { t.changeType("points", string(9)); });

    EXPECT_EQ(value("SELECT points FROM tasks WHERE id = 1"), "1");
    EXPECT_EQ(value("SELECT points FROM tasks WHERE id = 3"), "0");
    EXPECT_EQ(value("SELECT count(*) FROM tasks WHERE points IS NULL"), "1");
}

TEST_F(Altered, MomentsTakeTheFormOfTheirNewType) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createTable("events", [](TableBuilder& t) {
            t.integer("id").primaryKey();
            t.timestampTz("at", 3).nullable();
        });
        schema.insert("events",
                      {"id", "at"},
                      {{1, "2025-12-31 23:59:59.2"}, {2, "2025-02-17 14:30:00"}, {3, null}});
    });
    const auto all = [this] {
        return value("SELECT at FROM events WHERE id = 1") + ", " +
               value("SELECT at FROM events WHERE id = 2");
    };

    runner_.run([](SchemaBuilder& schema) {
        schema.alterTable("events",
                          [](AlterBuilder& t) { t.changeType("at", godwit::timestamp(0)); });
    });
    EXPECT_EQ(all(), "2025-12-31 23:59:59, 2025-02-17 14:30:00");
    runner_.run([](SchemaBuilder& schema) {
        schema.alterTable("events", [](AlterBuilder& t) { t.changeType("at", godwit::date()); });
    });
    EXPECT_EQ(all(), "2025-12-31, 2025-02-17");
    runner_.run([](SchemaBuilder& schema) {
        schema.alterTable("events",
                          [](AlterBuilder& t) { t.changeType("at", godwit::timestamp(0)); });
    });
    EXPECT_EQ(all(), "2025-12-31 00:00:00, 2025-02-17 00:00:00");
    EXPECT_EQ(value("SELECT count(*) FROM events WHERE at IS NULL"), "1");
}

TEST_F(Altered, CountedColumnsBeginWhereTheyAreTold) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createTable("rows_there", [](TableBuilder& t) { t.integer("n"); });
        schema.createTable("no_rows", [](TableBuilder& t) { t.integer("n"); });
        schema.insert("rows_there", {"n"}, {{7}, {8}});
    });
    runner_.run([](SchemaBuilder& schema) {
        schema.alterTable("rows_there", [](AlterBuilder& t) { t.id().startingAt(1000); });
        schema.alterTable("no_rows", [](AlterBuilder& t) { t.id().startingAt(1000); });
        schema.insert("rows_there", {"n"}, {{9}});
        schema.insert("no_rows", {"n"}, {{9}});
    });

    EXPECT_EQ(value("SELECT min(id) FROM rows_there"), "1000");
    EXPECT_EQ(value("SELECT id FROM rows_there WHERE n = 9"), "1002");
    EXPECT_EQ(value("SELECT id FROM no_rows"), "1000");
}

TEST_F(AlteredOnSqlite, MomentsAreRoundedToTheDigitsThatAreKept) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createTable("events", [](TableBuilder& t) {
            t.timestampTz("a", 6);
            t.timestampTz("b", 6);
            t.time("c", 3);
        });
        schema.insert("events",
                      {"a", "b", "c"},
                      {{"2025-12-31 23:59:59.5", "2025-12-31 23:59:59.999512", "10:00:00.499"}});
    });
    runner_.run([](SchemaBuilder& schema) {
        schema.alterTable("events", [](AlterBuilder& t) {
            t.changeType("a", godwit::timestampTz(0));
            t.changeType("b", godwit::timestampTz(3));
            t.changeType("c", godwit::time(0));
        });
    });

    EXPECT_EQ(value("SELECT a FROM events"), "2026-01-01T00:00:00Z");
    EXPECT_EQ(value("SELECT b FROM events"), "2026-01-01T00:00:00.000Z");
    EXPECT_EQ(value("SELECT c FROM events"), "10:00:00");
}

TEST_F(AlteredOnMysql, ColumnsKeepTheirCommentAndTheirRenewal) {
    alter([](AlterBuilder& t) {
        t.changeType("label", string(60));
        t.setDefault("label", "some");
        t.commentOn("updated_at", "Last change.");
        t.dropDefault("updated_at");
    });
    connection_.execute("UPDATE tasks SET points = 6 WHERE id = 1");

    const auto said = [this](std::string_view what, std::string_view column) {
        return value(
            fmt::format("SELECT {} FROM information_schema.columns WHERE table_name = "
                        "'tasks' AND table_schema = database() AND column_name = '{}'",
                        what,
                        column));
    };
    EXPECT_EQ(said("column_comment", "label"), "Shown.");
    EXPECT_EQ(said("column_comment", "updated_at"), "Last change.");
    EXPECT_EQ(value("SELECT count(*) FROM tasks WHERE updated_at > '2021-01-01'"), "1");
}

TEST_F(AlteredOnServers, ConstraintsHoldByTheirNewNames) {
    alter([](AlterBuilder& t) {
        t.check("tasks_small", "points < 100");
        t.foreignKey({"list_id"}).references("lists", {"id"}).named("tasks_listed");
        t.unique({"points"}).named("tasks_differ");
    });
    alter([](AlterBuilder& t) {
        t.renameConstraint("tasks_small", "tasks_are_small");
        t.renameConstraint("tasks_listed", "tasks_are_listed");
        t.renameConstraint("tasks_differ", "tasks_all_differ");
    });

    EXPECT_TRUE(refuses("INSERT INTO tasks (id, points) VALUES (3, 100)"));
    EXPECT_TRUE(refuses("INSERT INTO tasks (id, list_id) VALUES (3, 7)"));
    EXPECT_TRUE(refuses("INSERT INTO tasks (id, points) VALUES (3, 5)"));

    alter([](AlterBuilder& t) {
        t.dropCheck("tasks_are_small");
        t.dropForeignKey("tasks_are_listed");
        t.dropUnique("tasks_all_differ");
    });
    EXPECT_FALSE(refuses("INSERT INTO tasks (id, points, list_id) VALUES (3, 100, 7)"));
}

TEST_F(AlteredOnPostgresql, ConstraintsThatAreNotValidLookAtRowsToComeAlone) {
    alter([](AlterBuilder& t) { t.check("tasks_small", "points < 5").notValid(); });
    const auto validate = [this] {
        alter([](AlterBuilder& t) { t.validateConstraint("tasks_small"); });
    };

    EXPECT_TRUE(refuses("INSERT INTO tasks (id, points) VALUES (3, 5)"));
    EXPECT_THROW(validate(), DatabaseError);
    connection_.execute("UPDATE tasks SET points = 4 WHERE id = 1");
    EXPECT_NO_THROW(validate());
}

TEST_F(AlteredOnPostgresql, DeferredForeignKeysLookAtTheEnd) {
    alter([](AlterBuilder& t) {
        t.foreignKey({"list_id"}).references("lists", {"id"}).deferrable(initiallyDeferred);
    });

    connection_.execute("BEGIN");
    EXPECT_NO_THROW(connection_.execute("UPDATE tasks SET list_id = 9 WHERE id = 1"));
    EXPECT_NO_THROW(connection_.execute("INSERT INTO lists (id) VALUES (9)"));
    EXPECT_NO_THROW(connection_.execute("COMMIT"));
}

TEST_F(AlteredOnPostgresql, ExclusionsKeepOutWhatOverlaps) {
    alter([](AlterBuilder& t) {
        t.exclude("tasks_apart", {{"int4range(id, points)", "&&"}}).where("points > id");
    });

    EXPECT_TRUE(refuses("INSERT INTO tasks (id, points) VALUES (3, 4)"));
    EXPECT_FALSE(refuses("INSERT INTO tasks (id, points) VALUES (6, 8)"));
}

// MySQL 9.7 answers both in one statement with "Table doesn't exist".
TEST_F(Altered, ReferencedColumnsAreRenamedBesideAddedOnes) {
    runner_.run([](SchemaBuilder& schema) {
        schema.alterTable("tasks", [](AlterBuilder& t) {
            t.foreignKey({"list_id"}).references("lists", {"id"}).named("tasks_on_lists");
        });
        schema.alterTable("lists", [](AlterBuilder& t) {
            t.integer("place").nullable();
            t.renameColumn("id", "number");
        });
    });

    EXPECT_FALSE(refuses("UPDATE tasks SET list_id = 1"));
    EXPECT_TRUE(refuses("UPDATE tasks SET list_id = 2"));
    EXPECT_EQ(value("SELECT number FROM lists WHERE place IS NULL"), "1");
}

TEST_F(Altered, KeysGoWithTheForeignKeyOfTheSameTableThatReferencesThem) {
    runner_.run([](SchemaBuilder& schema) {
        schema.alterTable("tasks", [](AlterBuilder& t) {
            t.unique({"points"}).named("points_once");
            t.foreignKey({"list_id"}).references("tasks", {"points"}).named("tasks_on_tasks");
        });
        schema.alterTable("tasks", [](AlterBuilder& t) {
            t.dropForeignKey("tasks_on_tasks");
            t.dropUnique("points_once");
        });
    });

    EXPECT_FALSE(refuses("UPDATE tasks SET list_id = 9, points = 5"));
}

// MySQL and MariaDB count no column up that has no key.
TEST_F(Altered, CountedColumnsGoAfterTheirPrimaryKey) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createTable("visits", [](TableBuilder& t) {
            t.id();
            t.integer("day");
        });
        schema.alterTable("visits", [](AlterBuilder& t) {
            t.dropPrimaryKey();
            t.dropColumn("id");
            t.primaryKey({"day"});
        });
    });

    EXPECT_FALSE(refuses("INSERT INTO visits VALUES (1)"));
    EXPECT_TRUE(refuses("INSERT INTO visits VALUES (1)"));
}

}  // namespace

}  // namespace godwit::test
