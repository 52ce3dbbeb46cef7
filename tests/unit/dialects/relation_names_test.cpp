#include <gtest/gtest.h>

#include <godwit/dialect.hpp>
#include <godwit/error.hpp>

#include "golden/golden.hpp"
#include "unit/support/recording.hpp"

// Names that PostgreSQL has once where others have them apart.

namespace godwit::test {

namespace {

void given(SchemaBuilder& schema) {
    schema.createEnum("colour", {"red"});
    schema.createTable("doors", [](TableBuilder& t) { t.integer("n"); });
    schema.createView("seen", "SELECT n FROM doors");
    for (const char* table : {"events", "visits"}) {
        schema.createTable(name(table), [](TableBuilder& t) {
            t.integer("n");
            t.partitionByRange({"n"}).only(postgresql | mysql | mariadb);
        });
    }
    schema.createPartition("early", "events").from({1}).to({2});
}

std::vector<Statement> compiled(DatabaseKind kind, const Calls& when) {
    return makeDialect(serverOf({}, kind))->compile(recorded(when), schemaAfter(given));
}

std::string refusal(const Calls& when) {
    return messageOf(ErrorCode::NotSupportedByServer,
                     [&] { static_cast<void>(compiled(DatabaseKind::PostgreSQL, when)); });
}

TEST(NamesOfRelations, AreNotThoseOfEnumTypes) {
    EXPECT_EQ(refusal([](SchemaBuilder& s) { s.createView("colour", "SELECT 1 AS n"); }),
              "PostgreSQL cannot have a view colour and an enum type colour");
    EXPECT_EQ(
        refusal([](SchemaBuilder& s) { s.createPartition("colour", "events").from({2}).to({3}); }),
        "PostgreSQL cannot have a partition colour and an enum type colour");
    EXPECT_EQ(refusal([](SchemaBuilder& s) { s.createEnum("seen", {"yes"}); }),
              "PostgreSQL cannot have a view seen and an enum type seen");
    EXPECT_EQ(refusal([](SchemaBuilder& s) { s.renameEnum("colour", "early"); }),
              "PostgreSQL cannot have a partition early and an enum type early");
}

TEST(NamesOfRelations, AreNotThoseOfPartitions) {
    EXPECT_EQ(refusal([](SchemaBuilder& s) {
                  s.createTable("early", [](TableBuilder& t) { t.integer("n"); });
              }),
              "PostgreSQL cannot have a table early and a partition of events early");
    EXPECT_EQ(refusal([](SchemaBuilder& s) { s.createView("early", "SELECT 1 AS n"); }),
              "PostgreSQL cannot have a view early and a partition of events early");
    EXPECT_EQ(
        refusal([](SchemaBuilder& s) { s.createPartition("early", "visits").from({1}).to({2}); }),
        "PostgreSQL cannot have a partition early and a partition of events early");
    EXPECT_EQ(
        refusal([](SchemaBuilder& s) { s.createPartition("doors", "events").from({2}).to({3}); }),
        "PostgreSQL cannot have a partition doors and a table doors");
    EXPECT_EQ(
        refusal([](SchemaBuilder& s) { s.createPartition("seen", "events").from({2}).to({3}); }),
        "PostgreSQL cannot have a partition seen and a view seen");
}

// There a partition has its name within its table.
TEST(NamesOfRelations, MayBeThoseOfPartitionsOnMysqlAndMariadb) {
    for (const DatabaseKind kind : {DatabaseKind::MySQL, DatabaseKind::MariaDB}) {
        EXPECT_FALSE(compiled(kind, [](SchemaBuilder& s) {
                         s.createPartition("doors", "events").from({2}).to({3});
                         s.createPartition("early", "visits").from({1}).to({2});
                     }).empty());
    }
}

}  // namespace

}  // namespace godwit::test
