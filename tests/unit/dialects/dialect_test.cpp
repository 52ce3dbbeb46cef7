#include <gtest/gtest.h>

#include <godwit/dialect.hpp>
#include <godwit/error.hpp>

#include "golden/golden.hpp"

namespace godwit::test {

namespace {

std::unique_ptr<Dialect> newest(DatabaseKind kind) { return makeDialect(serverOf({}, kind)); }

std::vector<Statement> compiled(DatabaseKind kind,
                                GoldenCase::Body when,
                                GoldenCase::Body given = nullptr) {
    return newest(kind)->compile(operationsOf(when), schemaAfter(operationsOf(given)));
}

TEST(MakeDialect, RefusesServersThatAreTooOld) {
    const Server tooOld[] = {{DatabaseKind::PostgreSQL, {11, 22, 0}},
                             {DatabaseKind::MySQL, {5, 7, 44}},
                             {DatabaseKind::MariaDB, {10, 5, 23}},
                             {DatabaseKind::SQLite, {3, 36, 0}}};
    for (const Server& server : tooOld) {
        try {
            makeDialect(server);
            ADD_FAILURE() << titleOf(server.kind);
        } catch (const UnsupportedError& error) {
            EXPECT_EQ(error.code(), ErrorCode::ServerTooOld);
        }
    }
}

TEST(MakeDialect, NamesTheVersionFoundAndTheOneWanted) {
    try {
        makeDialect({DatabaseKind::PostgreSQL, {11, 22, 0}});
        ADD_FAILURE();
    } catch (const UnsupportedError& error) {
        EXPECT_EQ(error.message(),
                  "the server is PostgreSQL 11.22, and godwit works with 12 and later");
    }
}

TEST(MakeDialect, TakesTheOldestVersions) {
    for (const DatabaseKind kind : kAllKinds) {
        const Server server{kind, oldestSupported(kind)};
        EXPECT_EQ(makeDialect(server)->server(), server);
    }
}

TEST(Dialect, SaysWhetherAStatementCommitsForItself) {
    EXPECT_TRUE(newest(DatabaseKind::PostgreSQL)->transactionalDdl());
    EXPECT_TRUE(newest(DatabaseKind::SQLite)->transactionalDdl());
    EXPECT_FALSE(newest(DatabaseKind::MySQL)->transactionalDdl());
    EXPECT_FALSE(newest(DatabaseKind::MariaDB)->transactionalDdl());
}

TEST(Dialect, QuotesIdentifiers) {
    EXPECT_EQ(newest(DatabaseKind::PostgreSQL)->identifier("a\"b`c"), "\"a\"\"b`c\"");
    EXPECT_EQ(newest(DatabaseKind::SQLite)->identifier("a\"b`c"), "\"a\"\"b`c\"");
    EXPECT_EQ(newest(DatabaseKind::MySQL)->identifier("a\"b`c"), "`a\"b``c`");
    EXPECT_EQ(newest(DatabaseKind::MariaDB)->identifier("a\"b`c"), "`a\"b``c`");
}

TEST(Dialect, QuotesTexts) {
    EXPECT_EQ(newest(DatabaseKind::PostgreSQL)->literal("it's"), "'it''s'");
    EXPECT_EQ(newest(DatabaseKind::PostgreSQL)->literal("it's \\"), "E'it''s \\\\'");
    EXPECT_EQ(newest(DatabaseKind::SQLite)->literal("it's \\"), "'it''s \\'");
    EXPECT_EQ(newest(DatabaseKind::MySQL)->literal("it's \\"), "'it''s \\\\'");
    EXPECT_EQ(newest(DatabaseKind::MariaDB)->literal("it's \\"), "'it''s \\\\'");
}

TEST(Dialect, WritesNothingForNothing) {
    for (const DatabaseKind kind : kAllKinds) {
        EXPECT_TRUE(newest(kind)->compile({}, {}).empty());
    }
}

TEST(Dialect, RefusesRawSqlThatForgetsADatabase) {
    const auto forgetful = [](SchemaBuilder& schema) { schema.sql({.postgresql = "SELECT 1"}); };
    EXPECT_EQ(compiled(DatabaseKind::PostgreSQL, forgetful).size(), 1U);
    try {
        compiled(DatabaseKind::MariaDB, forgetful);
        ADD_FAILURE();
    } catch (const UsageError& error) {
        EXPECT_EQ(error.code(), ErrorCode::MissingDialectText);
        EXPECT_EQ(error.message(), "the raw SQL has no text for MariaDB");
        EXPECT_EQ(error.hint(), "write .mariadb = \"...\", or .mariadb = godwit::nothing");
        EXPECT_NE(error.where().line.line, 0U);
    }
}

TEST(Dialect, PointsARefusalAtTheColumnItIsAbout) {
    const auto line = static_cast<std::uint32_t>(__LINE__);
    const auto create = [](SchemaBuilder& schema) {
        schema.createTable("notes", [](TableBuilder& t) {
            t.id();
            t.integer("blank ");
        });
    };
    try {
        compiled(DatabaseKind::MySQL, create);
        ADD_FAILURE();
    } catch (const UnsupportedError& error) {
        EXPECT_EQ(error.where().line.line, line + 4);
        EXPECT_EQ(error.where().operation, "create_table notes");
        EXPECT_EQ(error.state(), "Nothing has run.");
    }
}

TEST(Dialect, RefusesOperationsThatContradictTheSchema) {
    const auto table = [](SchemaBuilder& schema) {
        schema.createTable("notes", [](TableBuilder& t) { t.id(); });
    };
    for (const DatabaseKind kind : kAllKinds) {
        EXPECT_THROW(compiled(kind, table, table), UsageError);
        EXPECT_THROW(compiled(
                         kind,
                         [](SchemaBuilder& schema) {
                             schema.dropTable("notes");
                             schema.dropTable("notes");
                         },
                         table),
                     UsageError);
    }
}

TEST(Dialect, DoesNotChangeASchemaThatItIsGiven) {
    const auto table = [](SchemaBuilder& schema) {
        schema.createTable("notes", [](TableBuilder& t) { t.id(); });
    };
    const Schema before = schemaAfter(operationsOf(table));
    Schema same = before;
    for (const DatabaseKind kind : kAllKinds) {
        newest(kind)->compile(
            operationsOf([](SchemaBuilder& schema) { schema.renameTable("notes", "slips"); }),
            same);
        EXPECT_EQ(same, before);
    }
}

TEST(MysqlDialect, NamesAllCallsOfAMergedStatement) {
    const auto statements = compiled(DatabaseKind::MySQL, [](SchemaBuilder& schema) {
        schema.alterTable("notes", [](AlterBuilder& t) {
            t.integer("a").nullable();
            t.integer("b").nullable();
        });
    });
    ASSERT_EQ(statements.size(), 1U);
    EXPECT_EQ(statements[0].operation, "add_column notes.a, add_column notes.b");
}

}  // namespace

}  // namespace godwit::test
