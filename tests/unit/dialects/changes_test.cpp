#include <gtest/gtest.h>

#include <godwit/dialect.hpp>
#include <godwit/error.hpp>

#include "golden/golden.hpp"
#include "unit/support/recording.hpp"

// A column that is changed is looked at like a new one, on every server.

namespace godwit::test {

namespace {

void things(SchemaBuilder& schema) {
    schema.createTable("things", [](TableBuilder& t) {
        t.id();
        t.string("name", 20)
            .defaultTo("soon")
            .collate({.postgresql = "C",
                      .mysql = "utf8mb4_bin",
                      .mariadb = sameAs::mysql,
                      .sqlite = "NOCASE"});
        t.string("digits", 20).defaultTo("12");
        t.integer("number").defaultTo(300);
        t.boolean("flag").defaultTo(true);
        t.timestamp("at").nullable();
        t.duration("length").nullable();
        t.decimal("price", 6, 2);
        t.uuid("key").generated();
        t.integer("width").nullable();
        t.integer("twice").nullable().storedAs("width * 2");
    });
}

using Change = std::function<void(AlterBuilder&)>;

std::string sqlOf(DatabaseKind kind, const Calls& given, const Calls& when) {
    const auto dialect = makeDialect(serverOf({}, kind));
    std::string sql;
    for (const Statement& statement : dialect->compile(recorded(when), schemaAfter(given))) {
        sql += statement.sql + '\n';
    }
    return sql;
}

std::string changed(DatabaseKind kind, const Change& change) {
    return sqlOf(kind, things, [&](SchemaBuilder& schema) { schema.alterTable("things", change); });
}

void expectRefused(ErrorCode code, const Change& change, std::string_view message) {
    for (const DatabaseKind kind : kAllKinds) {
        const std::string said = messageOf(code, [&] { static_cast<void>(changed(kind, change)); });
        EXPECT_NE(said.find(message), std::string::npos) << nameOf(kind) << ": " << said;
    }
}

bool holds(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

TEST(ChangesOfTypes, WantATypeThatANewColumnCouldHave) {
    const ColumnSpec impossible[] = {string(0),
                                     decimal(2, 5),
                                     decimal(99, 50),
                                     timestamp(9),
                                     enumeration("e", {}),
                                     enumeration("e", {"a", "a"}),
                                     bit(80),
                                     array(enumeration("e", {"a"})),
                                     integer().asCheck(),
                                     integer().collate(everywhere("C"))};
    for (const ColumnSpec& spec : impossible) {
        expectRefused(
            ErrorCode::BadType,
            [&](AlterBuilder& t) { t.changeType("number", spec); },
            "things.number");
    }
    EXPECT_THROW(static_cast<void>([] {
                     detail::Recorder recorder;
                     ReversibleSchemaBuilder schema{recorder};
                     schema.alterTable("things", [](ReversibleAlterBuilder& t) {
                         t.changeType("number", decimal(2, 5), integer());
                     });
                 }()),
                 UsageError);
}

TEST(ChangesOfTypes, WantTheTypeOfThisServer) {
    for (const DatabaseKind kind : kAllKinds) {
        const auto change = [&] {
            static_cast<void>(changed(kind, [&](AlterBuilder& t) {
                t.changeType("number",
                             kind == DatabaseKind::MySQL ? customType({.sqlite = "int"})
                                                         : customType({.mysql = "int"}));
            }));
        };
        EXPECT_EQ(messageOf(ErrorCode::MissingDialectText, change),
                  "the type of things.number has no text for " + std::string{titleOf(kind)});
    }
}

TEST(ChangesOfTypes, SayNothingButTheType) {
    const ColumnSpec more[] = {string(40).nullable(),
                               string(40).defaultTo("z"),
                               string(40).comment("c"),
                               integer().generated(),
                               string(40).storedAs("name"),
                               timestamp().renewedOnUpdate(),
                               string(40).invisible()};
    for (const ColumnSpec& spec : more) {
        expectRefused(
            ErrorCode::BadArgument,
            [&](AlterBuilder& t) { t.changeType("name", spec); },
            "takes the type alone");
    }
}

TEST(ElementsOfArrays, SayNothingButTheType) {
    for (const ColumnSpec& spec : {integer().defaultTo(3), integer().comment("c")}) {
        EXPECT_TRUE(holds(messageOf(ErrorCode::BadArgument, [&] { array(spec); }),
                          "the element of array(...) says"));
    }
    EXPECT_NO_THROW(array(integer().nullable()));
}

TEST(ChangesOfTypes, LeaveTheCollationOfATextAlone) {
    for (const DatabaseKind kind : kAllKinds) {
        const std::string sql =
            changed(kind, [](AlterBuilder& t) { t.changeType("name", string(40)); });
        const std::string_view collation = kind == DatabaseKind::PostgreSQL ? "COLLATE \"C\""
                                           : kind == DatabaseKind::SQLite   ? "COLLATE \"NOCASE\""
                                                                          : "COLLATE `utf8mb4_bin`";
        EXPECT_TRUE(holds(sql, collation)) << sql;
    }
}

TEST(ChangesOfTypes, TakeTheDefaultAlong) {
    for (const DatabaseKind kind : kAllKinds) {
        const std::string toText =
            changed(kind, [](AlterBuilder& t) { t.changeType("number", string(9)); });
        EXPECT_TRUE(holds(toText, "DEFAULT '300'")) << toText;
        const std::string toNumber =
            changed(kind, [](AlterBuilder& t) { t.changeType("digits", integer()); });
        EXPECT_TRUE(holds(toNumber, "DEFAULT 12")) << toNumber;
        const std::string toBit =
            changed(kind, [](AlterBuilder& t) { t.changeType("flag", smallInteger()); });
        EXPECT_TRUE(holds(toBit, "DEFAULT 1")) << toBit;
    }
}

TEST(ChangesOfTypes, RefuseADefaultThatTheTypeCannotHold) {
    expectRefused(
        ErrorCode::BadDefault,
        [](AlterBuilder& t) { t.changeType("name", timestamp()); },
        "things.name cannot hold the default soon, which it has, in its new type");
    expectRefused(
        ErrorCode::BadDefault,
        [](AlterBuilder& t) { t.changeType("digits", bit(8)); },
        "things.digits cannot hold the default 12");
    expectRefused(
        ErrorCode::BadDefault,
        [](AlterBuilder& t) { t.changeType("number", tinyInteger()); },
        "things.number cannot hold the default 300");
}

TEST(ChangesOfDefaults, WantAValueOfTheType) {
    expectRefused(
        ErrorCode::BadDefault,
        [](AlterBuilder& t) { t.setDefault("at", "soon"); },
        "things.at cannot hold the default soon");
    expectRefused(
        ErrorCode::BadDefault,
        [](AlterBuilder& t) { t.setDefault("length", 18446744073709551615ULL); },
        "things.length cannot hold the default 18446744073709551615");
    expectRefused(
        ErrorCode::BadDefault,
        [](AlterBuilder& t) { t.setDefault("length", 1.5); },
        "things.length cannot hold the default 1.5");
    expectRefused(
        ErrorCode::BadDefault,
        [](AlterBuilder& t) { t.setDefault("number", 99999999999); },
        "things.number cannot hold the default 99999999999");
    expectRefused(
        ErrorCode::BadDefault,
        [](AlterBuilder& t) { t.setDefault("number", true); },
        "things.number cannot hold the default true");
}

TEST(ChangesOfDefaults, TakeADecimalAsATextToo) {
    for (const DatabaseKind kind : kAllKinds) {
        EXPECT_TRUE(holds(changed(kind, [](AlterBuilder& t) { t.setDefault("price", "0.25"); }),
                          kind == DatabaseKind::SQLite ? "DEFAULT 25" : "DEFAULT 0.25"));
    }
}

TEST(ChangesOfDefaults, AreNoneOfColumnsThatTheDatabaseFills) {
    for (const char* column : {"id", "key", "twice"}) {
        expectRefused(
            ErrorCode::NotSupportedByServer,
            [&](AlterBuilder& t) { t.setDefault(name(column), 1); },
            "makes the values of");
        expectRefused(
            ErrorCode::NotSupportedByServer,
            [&](AlterBuilder& t) { t.dropDefault(name(column)); },
            "makes the values of");
    }
}

TEST(NewColumns, HaveAValueForTheRowsThatAreThere) {
    expectRefused(
        ErrorCode::NotSupportedByServer,
        [](AlterBuilder& t) { t.integer("height"); },
        "the rows of things would have no value for the NOT NULL column height");
}

TEST(GuardedChanges, LookForAnIndexAtItsTableAlone) {
    for (const DatabaseKind kind : {DatabaseKind::PostgreSQL, DatabaseKind::SQLite}) {
        const auto dialect = makeDialect(serverOf({}, kind));
        const auto statements = dialect->compile(
            recorded([](SchemaBuilder& schema) {
                schema.alterTable("things", [](AlterBuilder& t) { t.dropIndex("idx").ifExists(); });
            }),
            schemaAfter(things));
        ASSERT_EQ(statements.size(), 1U);
        EXPECT_EQ(statements[0].sql, "DROP INDEX \"idx\"");
        EXPECT_TRUE(holds(statements[0].onlyIf, "'things'") ||
                    holds(statements[0].onlyIf, "\"things\""))
            << statements[0].onlyIf;
    }
}

TEST(GuardedChanges, DoNothingOnSqliteWhereTheTypeIsSo) {
    EXPECT_EQ(changed(DatabaseKind::SQLite,
                      [](AlterBuilder& t) { t.changeType("number", integer()).ifExists(); }),
              "");
}

TEST(SqlOfMigrations, DoesNotSwallowWhatStandsBehindIt) {
    for (const DatabaseKind kind : kAllKinds) {
        const std::string sql = changed(kind, [](AlterBuilder& t) {
            t.check("c", "number > 0 -- hm");
            t.check("d", "name <> '-- no'");
        });
        EXPECT_TRUE(holds(sql, "-- hm\n)")) << sql;
        EXPECT_TRUE(holds(sql, "'-- no')")) << sql;
    }
    expectRefused(
        ErrorCode::BadArgument,
        [](AlterBuilder& t) { t.check("c", "number > 0 /* hm"); },
        "ends inside a comment");
    expectRefused(
        ErrorCode::BadArgument,
        [](AlterBuilder& t) { t.check("c", "name <> 'x"); },
        "ends inside quotes");
}

TEST(TemporaryTables, AreNotMadeAnewOnSqlite) {
    const auto change = [] {
        static_cast<void>(sqlOf(
            DatabaseKind::SQLite,
            [](SchemaBuilder& schema) {
                schema.createTable("notes", [](TableBuilder& t) {
                    t.integer("n");
                    t.temporary();
                });
            },
            [](SchemaBuilder& schema) {
                schema.alterTable("notes", [](AlterBuilder& t) { t.check("some", "n > 0"); });
            }));
    };
    EXPECT_TRUE(holds(messageOf(ErrorCode::NotSupportedByServer, change), "temporary table"));
}

}  // namespace

}  // namespace godwit::test
