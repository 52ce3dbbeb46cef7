#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <godwit/apply.hpp>

#include "database/support/scratch_database.hpp"

// Rows that are written between changes of the tables that they stand in.

namespace godwit::test {
namespace {

class RowsBetweenChanges : public testing::Test {
protected:
    std::string value(std::string_view sql) { return onlyValue(connection_.query(sql)); }

    ScratchDatabase database_;
    Connection connection_ = database_.connect();
};

class RowsBetweenChangesOnPostgresql : public RowsBetweenChanges {};

TEST_F(RowsBetweenChanges, AreLookedAtByAForeignKeyThatComesBehindThem) {
    apply(connection_, [](SchemaBuilder& schema) {
        schema.createTable("parents", [](TableBuilder& t) { t.integer("id").primaryKey(); });
        schema.createTable("children", [](TableBuilder& t) { t.integer("id").primaryKey(); });
        schema.insert("children", {{"id", 1}});
        schema.alterTable("children", [](AlterBuilder& t) { t.integer("parent").nullable(); });
        schema.update("children", {{"parent", 7}}).by({{"id", 1}});
        schema.insert("parents", {{"id", 7}});
        schema.alterTable("children", [](AlterBuilder& t) {
            t.foreignKey({"parent"}).references("parents", {"id"});
        });
    });
    EXPECT_EQ(value("SELECT parent FROM children"), "7");
    EXPECT_THROW(connection_.execute("UPDATE children SET parent = 8"), DatabaseError);
}

void families(SchemaBuilder& schema) {
    schema.createTable("parents", [](TableBuilder& t) { t.integer("id").primaryKey(); });
    schema.createTable("children", [](TableBuilder& t) {
        t.integer("id").primaryKey();
        t.integer("parent").nullable();
        t.foreignKey({"parent"}).references("parents", {"id"}).deferrable(initiallyDeferred);
    });
}

TEST_F(RowsBetweenChangesOnPostgresql, MayWaitForADeferredKeyAsFarAsTheNextChange) {
    apply(connection_, [](SchemaBuilder& schema) {
        families(schema);
        schema.insert("children", {{"id", 1}, {"parent", 7}});
        schema.createTable("others", [](TableBuilder& t) { t.integer("id").primaryKey(); });
        schema.insert("parents", {{"id", 7}});
        schema.alterTable("children", [](AlterBuilder& t) { t.integer("age").nullable(); });
        schema.insert("children", {{"id", 2}, {"parent", 8}});
        schema.insert("parents", {{"id", 8}});
        schema.erase("parents").by({{"id", 9}});
        schema.alterTable("parents", [](AlterBuilder& t) { t.integer("age").nullable(); });
        schema.insert("children", {{"id", 3}, {"parent", 10}});
        schema.insert("parents", {{"id", 10}});
    });
    EXPECT_EQ(value("SELECT count(*) FROM children"), "3");
}

TEST_F(RowsBetweenChangesOnPostgresql, ThatNobodySeesAreToldWhenTheyStandInTheWay) {
    apply(connection_, families);
    try {
        apply(connection_, [](SchemaBuilder& schema) {
            schema.sql({.postgresql = "INSERT INTO children (id, parent) VALUES (1, 7)",
                        .mysql = nothing,
                        .mariadb = nothing,
                        .sqlite = nothing});
            schema.sql({.postgresql = "INSERT INTO parents VALUES (7)",
                        .mysql = nothing,
                        .mariadb = nothing,
                        .sqlite = nothing});
            schema.alterTable("children", [](AlterBuilder& t) { t.integer("age").nullable(); });
        });
        ADD_FAILURE() << "nothing was thrown";
    } catch (const MigrationFailed& error) {
        EXPECT_EQ(error.code(), ErrorCode::MigrationRolledBack) << error.what();
        EXPECT_THAT(error.serverText(), testing::HasSubstr("pending trigger events"));
        EXPECT_THAT(error.where().sql, testing::HasSubstr("ALTER TABLE"));
    }
}

// A sequence of small numbers ends, and gives none away for rows that bring their own.
TEST_F(RowsBetweenChanges, SpendNoNumberOfTheirTable) {
    apply(connection_, [](SchemaBuilder& schema) {
        schema.createTable("few", [](TableBuilder& t) {
            t.smallInteger("id").generated().startingAt(100).primaryKey();
            t.integer("n");
        });
        schema.insert("few", {{"id", 7}, {"n", 1}});
        schema.insert("few", {{"n", 2}});
        schema.insert("few", {{"id", 200}, {"n", 3}});
        schema.insert("few", {{"id", 8}, {"n", 4}});
        schema.insert("few", {{"n", 5}});
        schema.insert("few", {{"id", 32767}, {"n", 6}});
        schema.insert("few", {{"id", 1}, {"n", 7}});
    });
    EXPECT_EQ(value("SELECT id FROM few WHERE n = 2"), "100");
    EXPECT_EQ(value("SELECT id FROM few WHERE n = 5"), "201");
    EXPECT_EQ(value("SELECT count(*) FROM few"), "7");
}

}  // namespace
}  // namespace godwit::test
