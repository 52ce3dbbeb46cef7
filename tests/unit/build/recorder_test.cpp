#include <optional>

#include <gtest/gtest.h>

#include <godwit/migration.hpp>

#include "unit/support/recording.hpp"

namespace godwit {
namespace {

using test::messageOf;
using test::recorded;

const Table& onlyTable(const std::vector<Operation>& operations) {
    return std::get<op::CreateTable>(operations.at(0)).table;
}

TEST(Recorder, FoldsABlockIntoOneCreateTable) {
    const auto operations = recorded([](SchemaBuilder& schema) {
        schema.createTable("orders", [](TableBuilder& t) {
            t.uuid("id").primaryKey().generated();
            t.foreignUuid("user_id").references("users").onDelete(cascade);
            t.decimal("total", 12, 2);
            t.enumeration("status", "order_status", {"pending", "paid"}).defaultTo("pending");
            t.timestamps();
            t.index({"user_id", "status"});
            t.check("total_positive", "total >= 0");
            t.comment("what was sold");
        });
    });
    ASSERT_EQ(operations.size(), 1U);
    const Table& table = onlyTable(operations);
    EXPECT_EQ(table.columns.size(), 6U);
    EXPECT_TRUE(table.columns[0].generated);
    EXPECT_EQ(table.primaryKey->name, "orders_pkey");
    EXPECT_EQ(table.foreignKeys.at(0).name, "orders_user_id_fkey");
    EXPECT_EQ(table.foreignKeys.at(0).onDelete, ForeignKeyAction::Cascade);
    EXPECT_EQ(table.foreignKeys.at(0).referencedColumns, std::vector<std::string>{"id"});
    EXPECT_EQ(table.indexes.at(0).name, "orders_user_id_status_idx");
    EXPECT_EQ(table.checks.at(0).sql, sqlEverywhere("total >= 0"));
    EXPECT_EQ(table.comment, "what was sold");
    EXPECT_FALSE(table.columns[2].nullable);
    EXPECT_TRUE(table.columns[5].renewedAtUpdate);
}

TEST(Recorder, KeepsTheOrderOfChanges) {
    const auto operations = recorded([](SchemaBuilder& schema) {
        schema.alterTable("users", [](AlterBuilder& t) {
            t.string("nickname", 80).nullable().unique();
            t.renameColumn("name", "full_name");
            t.dropColumn("age");
            t.dropIndex({"full_name"});
        });
        schema.renameTable("users", "people");
        schema.dropTable("people");
    });
    std::vector<std::string> lines;
    for (const Operation& operation : operations) {
        lines.push_back(oneLine(operation));
    }
    EXPECT_EQ(lines,
              (std::vector<std::string>{"add_column users.nickname",
                                        "add_unique_key users.users_nickname_key",
                                        "rename_column users.name to full_name",
                                        "drop_column users.age",
                                        "drop_index users.(full_name)",
                                        "rename_table users to people",
                                        "drop_table people"}));
}

TEST(Recorder, NotesTheLineOfEachCall) {
    const auto operations = recorded([](SchemaBuilder& schema) {
        schema.dropTable("users");
        schema.createTable("orders", [](TableBuilder& t) {
            t.id();
            t.integer("amount");
        });
    });
    const std::uint32_t first = lineOf(operations[0]).line;
    const Table& table = std::get<op::CreateTable>(operations[1]).table;
    EXPECT_EQ(table.line.line, first + 1);
    EXPECT_EQ(table.columns[0].line.line, first + 2);
    EXPECT_EQ(table.columns[1].line.line, first + 3);
    EXPECT_TRUE(std::string_view{table.columns[0].line.file}.ends_with("recorder_test.cpp"));
}

TEST(Recorder, PointsAtTheTableForColumnsItNamesItself) {
    const auto operations = recorded([](SchemaBuilder& schema) {
        schema.createTable("t", [](TableBuilder& t) { t.timestamps(); });
    });
    for (const Column& column : onlyTable(operations).columns) {
        EXPECT_TRUE(std::string_view{column.line.file}.ends_with("recorder_test.cpp"));
    }
}

TEST(Recorder, TakesNamesInsteadOfItsOwn) {
    const auto operations = recorded([](SchemaBuilder& schema) {
        schema.createTable("a", [](TableBuilder& t) {
            t.integer("x");
            t.integer("y");
            t.primaryKey({"x", "y"}).named("a_pk");
            t.unique({"y"}).named("a_y");
            t.index({"x"}).named("a_x").unique();
            t.foreignKey({"x", "y"}).references("b", {"p", "q"}).named("a_b").onUpdate(setNull);
        });
    });
    const Table& table = onlyTable(operations);
    EXPECT_EQ(table.primaryKey->name, "a_pk");
    EXPECT_EQ(table.uniqueKeys[0].name, "a_y");
    EXPECT_EQ(table.indexes[0].name, "a_x");
    EXPECT_TRUE(table.indexes[0].unique);
    EXPECT_EQ(table.foreignKeys[0].name, "a_b");
    EXPECT_EQ(table.foreignKeys[0].onUpdate, ForeignKeyAction::SetNull);
}

TEST(Recorder, TakesAListOfOneComputedColumnForNoIndexName) {
    const auto operations = recorded([](SchemaBuilder& schema) {
        schema.alterTable("orders", [](AlterBuilder& t) {
            t.dropIndex({name("placed_at")});
            t.dropIndex(name("orders_recent"));
        });
    });
    ASSERT_EQ(operations.size(), 2U);
    EXPECT_EQ(std::get<op::DropIndex>(operations[0]).columns,
              std::vector<std::string>{"placed_at"});
    EXPECT_EQ(std::get<op::DropIndex>(operations[1]).name, "orders_recent");
}

TEST(Recorder, RefusesAColumnFinishedAfterItsBlock) {
    std::optional<ColumnRef<Within::Create>> kept;
    EXPECT_EQ(messageOf(ErrorCode::HandleOutlivesItsTable,
                        [&] {
                            recorded([&](SchemaBuilder& schema) {
                                schema.createTable("a",
                                                   [&](TableBuilder& t) { kept = t.integer("x"); });
                                kept->nullable();
                            });
                        }),
              "a column or key is changed after the block of its table has ended");
}

TEST(Recorder, RefusesATableInsideAnother) {
    EXPECT_EQ(messageOf(ErrorCode::HandleOutlivesItsTable,
                        [] {
                            recorded([](SchemaBuilder& schema) {
                                schema.createTable("a", [&](TableBuilder& t) {
                                    t.id();
                                    schema.createTable("b", [](TableBuilder& u) { u.id(); });
                                });
                            });
                        }),
              "table b is begun inside the block of table a");
}

TEST(Recorder, RefusesAForeignColumnWithoutATable) {
    EXPECT_EQ(messageOf(ErrorCode::IncompleteForeignKey,
                        [] {
                            recorded([](SchemaBuilder& schema) {
                                schema.createTable("orders",
                                                   [](TableBuilder& t) { t.foreignId("user_id"); });
                            });
                        }),
              "orders.user_id does not say which table it references");
}

TEST(Recorder, TakesACompositeKeyForItsForeignColumns) {
    EXPECT_NO_THROW(recorded([](SchemaBuilder& schema) {
        schema.createTable("lines", [](TableBuilder& t) {
            t.foreignUuid("tenant");
            t.foreignUuid("order_id");
            t.foreignKey({"tenant", "order_id"}).references("orders", {"tenant", "id"});
        });
    }));
}

TEST(Recorder, RefusesAForeignKeyOfUnequalWidths) {
    messageOf(ErrorCode::IncompleteForeignKey, [] {
        recorded([](SchemaBuilder& schema) {
            schema.alterTable("a", [](AlterBuilder& t) {
                t.foreignKey({"x", "y"}).references("b", {"p"});
            });
        });
    });
}

TEST(Recorder, RefusesTwoPrimaryKeys) {
    EXPECT_EQ(messageOf(ErrorCode::SecondPrimaryKey,
                        [] {
                            recorded([](SchemaBuilder& schema) {
                                schema.createTable("a", [](TableBuilder& t) {
                                    t.integer("x").primaryKey();
                                    t.integer("y").primaryKey();
                                });
                            });
                        }),
              "table a is given two primary keys");
}

TEST(Recorder, RefusesTextThatIsNotUtf8) {
    for (const std::string_view text : {std::string_view{"\xC3("}, std::string_view{"a\0b", 3}}) {
        EXPECT_EQ(messageOf(ErrorCode::TextNotUtf8,
                            [text] {
                                recorded([text](SchemaBuilder& schema) {
                                    schema.createTable("a", [text](TableBuilder& t) {
                                        t.text("x").comment(text);
                                    });
                                });
                            }),
                  "a comment is not UTF-8, or holds a NUL byte");
    }
}

TEST(RawSql, KeepsATextForEachDatabase) {
    const auto operations = recorded([](SchemaBuilder& schema) {
        schema.sql({.postgresql = " -- why\n SELECT 1 ; ",
                    .mysql = "SELECT 2",
                    .mariadb = sameAs::mysql,
                    .sqlite = nothing});
    });
    const auto& raw = std::get<op::RawSql>(operations.at(0));
    EXPECT_EQ(raw.texts[0], " -- why\n SELECT 1");
    EXPECT_EQ(raw.texts[1], "SELECT 2");
    EXPECT_EQ(raw.texts[2], "SELECT 2");
    EXPECT_EQ(raw.texts[3], "");
}

TEST(RawSql, LeavesAForgottenDatabaseOpen) {
    const auto operations =
        recorded([](SchemaBuilder& schema) { schema.sql({.sqlite = "SELECT 1"}); });
    EXPECT_FALSE(std::get<op::RawSql>(operations.at(0)).texts[0].has_value());
}

TEST(RawSql, RefusesToEndTheTransaction) {
    for (const char* sql : {"COMMIT",
                            "  rollback;",
                            "/* x */ begin",
                            "START TRANSACTION",
                            "savepoint a",
                            "-- a\nEND"}) {
        messageOf(ErrorCode::TransactionControlInSql, [sql] {
            recorded([sql](SchemaBuilder& schema) { schema.sql({.postgresql = sql}); });
        });
    }
}

TEST(RawSql, RefusesToEndTheTransactionBehindASemicolonOrAComment) {
    for (const char* sql : {"; COMMIT", ";;\n-- a\n; commit"}) {
        messageOf(ErrorCode::TransactionControlInSql, [sql] {
            recorded([sql](SchemaBuilder& schema) { schema.sql({.sqlite = sql}); });
        });
    }
    for (const char* sql : {"# a\nSTART TRANSACTION", "USE other"}) {
        messageOf(ErrorCode::TransactionControlInSql, [sql] {
            recorded([sql](SchemaBuilder& schema) { schema.sql({.mysql = sql}); });
        });
    }
}

TEST(RawSql, RefusesSeveralStatementsForPostgresql) {
    for (const char* sql : {"SELECT 1; COMMIT",
                            "SELECT ';' ; SELECT 2",
                            "SELECT $$;$$; SELECT 2",
                            "SELECT 1 /* ; */; SELECT 2",
                            R"(SELECT 'a\'; SELECT 2)"}) {
        EXPECT_EQ(messageOf(ErrorCode::TransactionControlInSql,
                            [sql] {
                                recorded([sql](SchemaBuilder& schema) {
                                    schema.sql({.postgresql = sql});
                                });
                            }),
                  "the raw SQL for PostgreSQL holds more than one statement")
            << sql;
    }
}

TEST(RawSql, TakesSemicolonsThatSeparateNothing) {
    for (const char* sql :
         {"SELECT 'a;b'",
          R"(SELECT E'it\'s; so')",
          "SELECT \"a;b\" FROM t;  ",
          "SELECT 1; -- ; x",
          "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $f$ SELECT 1; SELECT 2; $f$",
          "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END"}) {
        EXPECT_NO_THROW(recorded([sql](SchemaBuilder& schema) { schema.sql({.postgresql = sql}); }))
            << sql;
    }
    EXPECT_NO_THROW(recorded([](SchemaBuilder& schema) {
        schema.sql(
            {.mysql = "/*!50003 CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW SET @x=1 */"});
    }));
}

TEST(RawSql, RefusesAnEmptyStatement) {
    for (const char* sql : {"", " ; ", "-- only a comment"}) {
        messageOf(ErrorCode::BadArgument, [sql] {
            recorded([sql](SchemaBuilder& schema) { schema.sql({.sqlite = sql}); });
        });
    }
}

TEST(Recorder, RefusesWhatIsSaidTwice) {
    EXPECT_EQ(messageOf(ErrorCode::BadArgument,
                        [] {
                            recorded([](SchemaBuilder& schema) {
                                schema.createTrigger("keep", "orders")
                                    .before(onInsert)
                                    .after(onUpdate)
                                    .body("SELECT 1");
                            });
                        }),
              "the trigger keep is said twice when it fires");
    EXPECT_EQ(messageOf(ErrorCode::BadArgument,
                        [] {
                            recorded([](SchemaBuilder& schema) {
                                schema.createTable("visits", [](TableBuilder& t) {
                                    t.integer("k");
                                    t.partitionByRange({"k"});
                                    t.partitionByList("k");
                                });
                            });
                        }),
              "the table is cut into partitions twice");
}

}  // namespace
}  // namespace godwit
