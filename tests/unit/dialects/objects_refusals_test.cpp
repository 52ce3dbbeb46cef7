#include <gtest/gtest.h>

#include <godwit/dialect.hpp>
#include <godwit/error.hpp>

#include "golden/golden.hpp"
#include "unit/support/recording.hpp"

// Calls about objects that no server, or not this one, could do anything with.

namespace godwit::test {

namespace {

std::string refusal(DatabaseKind kind, const Calls& calls) {
    const auto dialect = makeDialect(serverOf({}, kind));
    return messageOf(ErrorCode::NotSupportedByServer,
                     [&] { static_cast<void>(dialect->compile(recorded(calls), {})); });
}

std::string incomplete(const Calls& calls) {
    return messageOf(ErrorCode::IncompleteObject, [&] { recorded(calls); });
}

TEST(ObjectRefusals, SayThatASequenceIsNotToldWhatToBecome) {
    EXPECT_EQ(incomplete([](SchemaBuilder& s) { s.alterSequence("no"); }),
              "the sequence no is not told what to become");
}

TEST(ObjectRefusals, SayThatAViewIsNotRefreshedForReadersAndEmptied) {
    EXPECT_EQ(incomplete([](SchemaBuilder& s) {
                  s.refreshMaterializedView("sums").concurrently().withNoData();
              }),
              "the materialized view sums is refreshed for its readers, and left without rows");
}

TEST(ObjectRefusals, SayWhichExpressionAPolicyDoesNotTake) {
    EXPECT_EQ(incomplete([](SchemaBuilder& s) {
                  s.createPolicy("own", "t").forCommand(insert).usingExpression("true");
              }),
              "the policy own of t is for insert, before which there is no row to look at");
    for (const Privileges command : {select, erase}) {
        EXPECT_EQ(incomplete([command](SchemaBuilder& s) {
                      s.createPolicy("own", "t")
                          .forCommand(command)
                          .usingExpression("true")
                          .withCheck("true");
                  }),
                  "the policy own of t is for a command that writes no row");
    }
}

TEST(ObjectRefusals, NamePrivilegesThatTheKindOfObjectHasNot) {
    const auto execute = [](SchemaBuilder& s) { s.grant(select | executing, "t").to({"r"}); };
    EXPECT_EQ(refusal(DatabaseKind::PostgreSQL, execute),
              "PostgreSQL has no privilege execute on a table, as on t");
    EXPECT_EQ(refusal(DatabaseKind::MySQL, execute),
              "MySQL has no privilege execute on a table, as on t");
    const auto erasing = [](SchemaBuilder& s) {
        s.revoke(erase | update, "t").columns({"a"}).from({"r"});
    };
    EXPECT_EQ(refusal(DatabaseKind::PostgreSQL, erasing),
              "PostgreSQL has no privilege delete on columns, as on t");
    EXPECT_EQ(refusal(DatabaseKind::MariaDB, erasing),
              "MariaDB has no privilege delete on columns, as on t");
    EXPECT_EQ(refusal(DatabaseKind::PostgreSQL,
                      [](SchemaBuilder& s) { s.grant(truncating, onSchema("b")).to({"r"}); }),
              "PostgreSQL has no privilege truncate on a schema, as on b");
    EXPECT_EQ(
        refusal(DatabaseKind::PostgreSQL, [](SchemaBuilder& s) { s.grant(usage, "t").to({"r"}); }),
        "PostgreSQL has no privilege usage on a table, as on t");
}

}  // namespace

}  // namespace godwit::test
