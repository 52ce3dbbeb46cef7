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

TEST(ObjectRefusals, SayThatMysqlHasNoRoleOfEverybody) {
    const auto message = "MySQL has no role public that everybody is in, as for t";
    EXPECT_EQ(refusal(DatabaseKind::MySQL,
                      [](SchemaBuilder& s) {
                          s.grant(select, "t").to({"r", "public"});
                      }),
              message);
    EXPECT_EQ(refusal(DatabaseKind::MySQL,
                      [](SchemaBuilder& s) { s.revoke(select, "t").from({"public"}); }),
              message);
}

TEST(ObjectRefusals, SayThatAGrantOnAWholeTableStandsWhereColumnsAreRevoked) {
    const auto revoked = [](DatabaseKind kind, Privileges privileges) {
        return refusal(kind, [privileges](SchemaBuilder& s) {
            s.grant(select | insert, "t").to({"r"});
            s.grant(update | insert, "t").columns({"a", "b"}).to({"r"});
            s.revoke(privileges, "t").columns({"a"}).from({"r"});
        });
    };
    for (const DatabaseKind kind :
         {DatabaseKind::PostgreSQL, DatabaseKind::MySQL, DatabaseKind::MariaDB}) {
        for (const Privileges privileges : {select, select | update, allPrivileges}) {
            EXPECT_EQ(revoked(kind, privileges),
                      "r holds select on the whole of t, and no server revokes that of the column "
                      "a alone");
        }
        const auto dialect = makeDialect(serverOf({}, kind));
        EXPECT_FALSE(dialect
                         ->compile(recorded([](SchemaBuilder& s) {
                                       s.grant(insert, "t").to({"r"});
                                       s.grant(insert, "t").columns({"a"}).to({"r"});
                                       s.revoke(insert, "t").columns({"a"}).from({"r"});
                                   }),
                                   {})
                         .empty());
    }
}

}  // namespace

}  // namespace godwit::test
