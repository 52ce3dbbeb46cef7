#include <gtest/gtest.h>

#include <godwit/migration_set.hpp>
#include <godwit/plan.hpp>

#include "support/written_migration.hpp"
#include "unit/support/recording.hpp"

// What a migration may ask about those before it, and what of them is left.

namespace godwit {
namespace {

using test::messageOf;
using test::Written;
using test::WrittenBody;

constexpr const char* kFirst = "20260101000000_first";
constexpr const char* kSecond = "20260101000001_second";

template <WrittenBody kUp, WrittenBody kNext>
Plan planOf(DatabaseKind kind) {
    MigrationSet set;
    set.add<Written<kUp>>(kFirst).template add<Written<kNext>>(kSecond);
    const auto dialect = makeDialect({kind, oldestSupported(kind)});
    return makePlan(set, {}, Target::up(), *dialect);
}

void notesForMysql(SchemaBuilder& schema) {
    schema.createTable("notes", [](TableBuilder& t) { t.integer("n"); }).only(mysql);
}

void colourForMysql(SchemaBuilder& schema) {
    schema.createTable("notes", [](TableBuilder& t) {
        t.integer("n");
        t.string("colour", 9).nullable().only(mysql);
    });
}

void askForNotes(SchemaBuilder& schema) { static_cast<void>(schema.hasTable("notes")); }
void askForColour(SchemaBuilder& schema) { static_cast<void>(schema.hasColumn("notes", "colour")); }
void askForN(SchemaBuilder& schema) { static_cast<void>(schema.hasColumn("notes", "n")); }

TEST(Questions, HaveOneAnswerForAllDatabases) {
    for (const DatabaseKind kind : {DatabaseKind::MySQL, DatabaseKind::SQLite}) {
        EXPECT_EQ(messageOf(ErrorCode::BadArgument,
                            [&] { static_cast<void>(planOf<notesForMysql, askForNotes>(kind)); }),
                  "whether notes is there is not the same on all databases: the migrations "
                  "before say only(...) of it");
        static_cast<void>(messageOf(ErrorCode::BadArgument, [&] {
            static_cast<void>(planOf<colourForMysql, askForColour>(kind));
        }));
        EXPECT_NO_THROW((planOf<colourForMysql, askForNotes>(kind)));
        EXPECT_NO_THROW((planOf<colourForMysql, askForN>(kind)));
    }
}

void temporaryNotes(SchemaBuilder& schema) {
    schema.createTable("notes", [](TableBuilder& t) {
        t.integer("n");
        t.temporary();
    });
}

void lastingNotes(SchemaBuilder& schema) {
    if (!schema.hasTable("notes")) {
        schema.createTable("notes", [](TableBuilder& t) { t.integer("n"); });
    }
}

TEST(TemporaryTables, AreUnknownToTheNextMigration) {
    const Plan plan = planOf<temporaryNotes, lastingNotes>(DatabaseKind::PostgreSQL);
    ASSERT_EQ(plan.steps.size(), 2U);
    EXPECT_NE(plan.steps[0].statements.back().sql.find("CREATE TEMPORARY TABLE"),
              std::string::npos);
    EXPECT_EQ(plan.steps[1].statements.back().sql.find("CREATE TABLE \"notes\""), 0U);
}

}  // namespace
}  // namespace godwit
