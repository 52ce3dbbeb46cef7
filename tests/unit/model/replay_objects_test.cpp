#include <gtest/gtest.h>

#include "unit/support/recording.hpp"

// What the migrations know of objects beside tables, and what they refuse because of it.

namespace godwit {
namespace {

using test::Calls;
using test::schemaAfter;

std::string refusalOf(const Calls& calls) {
    try {
        schemaAfter(calls);
    } catch (const UsageError& error) {
        EXPECT_FALSE(error.hint().empty()) << error.what();
        return error.message();
    }
    return {};
}

void orders(SchemaBuilder& s) {
    s.createTable("orders", [](TableBuilder& t) {
        t.id();
        t.integer("total");
    });
}

TEST(ReplayOfObjects, RefusesASecondOneOfTheName) {
    EXPECT_EQ(refusalOf([](SchemaBuilder& s) {
                  s.createView("a", "SELECT 1");
                  s.createView("a", "SELECT 2");
              }),
              "the view a is there already");
}

TEST(ReplayOfObjects, RefusesAViewNamedLikeATable) {
    EXPECT_EQ(refusalOf([](SchemaBuilder& s) {
                  orders(s);
                  s.createView("orders", "SELECT 1");
              }),
              "there is a table orders already");
    EXPECT_EQ(refusalOf([](SchemaBuilder& s) {
                  s.createSequence("orders");
                  orders(s);
              }),
              "there is a sequence orders already");
}

TEST(ReplayOfObjects, RefusesToDropWhatIsGone) {
    EXPECT_EQ(refusalOf([](SchemaBuilder& s) {
                  s.createView("a", "SELECT 1");
                  s.renameView("a", "b");
                  s.dropView("a");
              }),
              "the view a is not there any more");
}

TEST(ReplayOfObjects, TakesWhatItDoesNotKnowForMadeOutside) {
    EXPECT_TRUE(schemaAfter([](SchemaBuilder& s) { s.dropView("a"); }).objects.empty());
}

TEST(ReplayOfObjects, DropsTriggersAndPoliciesWithTheirTable) {
    const Schema schema = schemaAfter([](SchemaBuilder& s) {
        orders(s);
        s.createTrigger("keep", "orders").after(onInsert).body("SELECT 1");
        s.createPolicy("own", "orders").usingExpression("true");
        s.createSequence("no").ownedBy("orders", "total");
        s.dropTable("orders");
    });
    EXPECT_TRUE(schema.objects.empty());
}

TEST(ReplayOfObjects, RenamesTheTableOfItsTriggers) {
    const Schema schema = schemaAfter([](SchemaBuilder& s) {
        orders(s);
        s.createTrigger("keep", "orders").after(onUpdate).ofColumns({"total"}).body("SELECT 1");
        s.renameTable("orders", "sales");
        s.alterTable("sales", [](AlterBuilder& t) { t.renameColumn("total", "sum"); });
    });
    const KnownObject* known = findObject(schema, {ObjectKind::Trigger, "keep", "sales", {}});
    ASSERT_NE(known, nullptr);
    EXPECT_EQ(std::get<Trigger>(known->object).updateOf, std::vector<std::string>{"sum"});
}

TEST(ReplayOfObjects, FindsAFunctionWithoutItsParametersWhenItIsTheOnlyOne) {
    const auto two = [](SchemaBuilder& s) {
        s.createFunction("f", "(a int)", everywhere("x"));
        s.createFunction("f", "(a text)", everywhere("x"));
    };
    EXPECT_EQ(refusalOf([&](SchemaBuilder& s) {
                  two(s);
                  s.dropFunction("f");
              }),
              "there are several functions f");
    EXPECT_TRUE(schemaAfter([&](SchemaBuilder& s) {
                    two(s);
                    s.dropFunction("f", "(a int)");
                    s.dropFunction("f");
                }).objects.empty());
}

TEST(ReplayOfObjects, KeepsASchemaThatHoldsATable) {
    EXPECT_FALSE(refusalOf([](SchemaBuilder& s) {
                     s.createSchema("billing");
                     s.createTable("billing.invoices", [](TableBuilder& t) { t.id(); });
                     s.dropSchema("billing");
                 }).empty());
}

TEST(ReplayOfObjects, RenamesASchemaWithAllThatIsInIt) {
    const Schema schema = schemaAfter([](SchemaBuilder& s) {
        s.createSchema("billing");
        s.createTable("billing.invoices", [](TableBuilder& t) { t.id(); });
        s.createView("billing.all_of_them", "SELECT 1");
        s.renameSchema("billing", "sales");
    });
    EXPECT_NE(findTable(schema, "sales.invoices"), nullptr);
    EXPECT_EQ(findTable(schema, "billing.invoices"), nullptr);
    EXPECT_NE(findObject(schema, {ObjectKind::View, "sales.all_of_them", {}, {}}), nullptr);
}

TEST(ReplayOfObjects, RenamesASchemaInTheOwnersOfSequences) {
    const Schema schema = schemaAfter([](SchemaBuilder& s) {
        s.createSchema("billing");
        s.createTable("billing.invoices", [](TableBuilder& t) { t.integer("no"); });
        s.createSequence("billing.numbers").ownedBy("billing.invoices", "no");
        s.enableExtension("citext").inSchema("billing");
        s.renameSchema("billing", "sales");
    });
    const auto objectOf = [&schema](ObjectKind kind, const std::string& name) {
        return schema.objects.at({kind, name, {}, {}}).object;
    };
    EXPECT_EQ(std::get<Sequence>(objectOf(ObjectKind::Sequence, "sales.numbers")).ownerTable,
              "sales.invoices");
    EXPECT_EQ(std::get<Extension>(objectOf(ObjectKind::Extension, "citext")).schema, "sales");
}

TEST(ReplayOfObjects, RenamesTheFunctionOfATrigger) {
    const Schema schema = schemaAfter([](SchemaBuilder& s) {
        orders(s);
        s.createFunction("note", "()", everywhere("RETURNS trigger"));
        s.createTrigger("keep", "orders").after(onInsert).executes("note");
        s.renameFunction("note", "write_down");
    });
    const auto& trigger = schema.objects.at({ObjectKind::Trigger, "keep", "orders", {}}).object;
    EXPECT_EQ(std::get<Trigger>(trigger).function, "write_down");
}

TEST(ReplayOfObjects, RenamesTheRolesOfAPolicy) {
    const Schema schema = schemaAfter([](SchemaBuilder& s) {
        orders(s);
        s.createRole("clerk");
        s.createPolicy("own", "orders").to({"boss", "clerk"}).usingExpression("true");
        s.renameRole("clerk", "seller");
    });
    const auto& policy = schema.objects.at({ObjectKind::Policy, "own", "orders", {}}).object;
    EXPECT_EQ(std::get<Policy>(policy).roles, (std::vector<std::string>{"boss", "seller"}));
}

TEST(ReplayOfObjects, KeepsWhatIsHeldUnderTheNamesThatAreRenamed) {
    const Schema schema = schemaAfter([](SchemaBuilder& s) {
        orders(s);
        s.createRole("clerk");
        s.grant(update, "orders").columns({"total"}).to({"clerk"});
        s.alterTable("orders", [](auto& t) { t.renameColumn("total", "sum"); });
        s.renameTable("orders", "sales");
        s.renameRole("clerk", "seller");
    });
    ASSERT_EQ(schema.privileges.size(), 1U);
    const Held held = schema.privileges.begin()->first;
    EXPECT_EQ(held, (Held{Grant::On::Table, "sales", {}, "sum", "seller"}));
}

TEST(ReplayOfObjects, WantsPartitionsSaidTheWayTheTableIsCut) {
    EXPECT_EQ(refusalOf([](SchemaBuilder& s) {
                  orders(s);
                  s.createPartition("p", "orders").in({1});
              }),
              "table orders has no partitions, and p is to be one");
    EXPECT_EQ(refusalOf([](SchemaBuilder& s) {
                  s.createTable("visits", [](TableBuilder& t) {
                      t.integer("day");
                      t.partitionByRange({"day"});
                  });
                  s.createPartition("p", "visits").in({1});
              }),
              "the partition p is not said the way visits is cut");
}

TEST(ObjectsInFull, AreWantedWhereTheyAreSaid) {
    EXPECT_EQ(refusalOf([](SchemaBuilder& s) { s.createTrigger("a", "t").body("x"); }),
              "the trigger a of t does not say when it fires");
    EXPECT_EQ(refusalOf([](SchemaBuilder& s) { s.createTrigger("a", "t").after(onInsert); }),
              "the trigger a of t does not say what it does");
    EXPECT_EQ(refusalOf([](SchemaBuilder& s) { s.createPolicy("a", "t"); }),
              "the policy a of t has no expression");
    EXPECT_EQ(refusalOf([](SchemaBuilder& s) { s.grant(select, "t"); }),
              "the grant on t names no role");
    EXPECT_EQ(refusalOf([](SchemaBuilder& s) { s.createPartition("a", "t"); }),
              "the partition a of t does not say which rows it takes");
    EXPECT_EQ(refusalOf([](SchemaBuilder& s) { s.createSequence("a").incrementsBy(0); }),
              "the sequence a counts by 0");
    EXPECT_EQ(refusalOf([](SchemaBuilder& s) { s.createFunction("a", "int", everywhere("x")); }),
              "the function a has parameters without parentheses");
}

}  // namespace
}  // namespace godwit
