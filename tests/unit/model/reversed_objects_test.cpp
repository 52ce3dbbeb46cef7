#include <gtest/gtest.h>

#include "model/reversed.hpp"
#include "unit/support/recording.hpp"

// Objects beside tables are taken back: what is made goes, and what goes comes back as it was.

namespace godwit {
namespace {

using test::Calls;
using test::recorded;
using test::schemaAfter;

void orders(SchemaBuilder& s) {
    s.createTable("orders", [](TableBuilder& t) {
        t.id();
        t.integer("total");
    });
    s.createView("big_orders", "SELECT id FROM orders WHERE total > 100");
    s.createTrigger("keep", "orders").after(onInsert).body("SELECT 1");
    s.createPolicy("own", "orders").usingExpression("true");
    s.createTrigger("write", "big_orders").insteadOf(onInsert).body("SELECT 1");
}

// The objects that are known after the calls and their inverses.
std::map<ObjectName, KnownObject> thereAndBack(const Calls& calls) {
    Schema schema = schemaAfter(orders);
    const std::vector<Operation> up = recorded(calls);
    const std::vector<Operation> down = detail::reversed(up, schema);
    for (const auto& operations : {up, down}) {
        for (const Operation& operation : operations) {
            replay(operation, schema);
        }
    }
    return schema.objects;
}

void expectBack(const Calls& calls) {
    const auto before = schemaAfter(orders).objects;
    const auto after = thereAndBack(calls);
    ASSERT_EQ(before.size(), after.size());
    for (const auto& [name, known] : before) {
        ASSERT_TRUE(after.contains(name)) << describe(name);
        EXPECT_EQ(after.at(name).object, known.object) << describe(name);
    }
}

TEST(ReversedObjects, GoAgainWhenTheyWereMade) {
    expectBack([](SchemaBuilder& s) {
        s.createView("small_orders", "SELECT 1");
        s.createSequence("no").startsAt(5);
        s.createSchema("billing");
        s.createRole("app");
        s.grant(select, "orders").to({"app"});
        s.createFunction("f", "(a int)", everywhere("x"));
    });
}

TEST(ReversedObjects, ComeBackWhenTheyWentByNameAlone) {
    expectBack([](SchemaBuilder& s) {
        s.dropView("big_orders");
        s.dropTrigger("keep", "orders");
        s.dropPolicy("own", "orders");
    });
}

TEST(ReversedObjects, ComeBackWhenTheyWentWithTheirView) {
    expectBack([](SchemaBuilder& s) { s.dropView("big_orders"); });
}

TEST(ReversedObjects, ComeBackWithTheirOldQuery) {
    expectBack([](SchemaBuilder& s) { s.replaceView("big_orders", "SELECT 2"); });
}

TEST(ReversedObjects, GetTheirOldNamesBack) {
    expectBack([](SchemaBuilder& s) {
        s.renameView("big_orders", "large_orders");
        s.renameTrigger("keep", "orders", "hold");
    });
}

TEST(ReversedObjects, TakeGrantsBack) {
    const std::vector<Operation> back =
        detail::reversed(recorded([](SchemaBuilder& s) { s.grant(select, "orders").to({"app"}); }),
                         {});
    ASSERT_EQ(back.size(), 1U);
    EXPECT_EQ(oneLine(back.front()), "revoke orders: select from app");
}

std::vector<std::string> backFrom(const Calls& given, const Calls& calls, DatabaseSet databases) {
    Schema schema;
    schema.databases = databases;
    for (const Operation& operation : recorded(given)) {
        replay(operation, schema);
    }
    std::vector<std::string> lines;
    for (const Operation& operation : detail::reversed(recorded(calls), schema)) {
        lines.push_back(oneLine(operation));
    }
    return lines;
}

TEST(ReversedObjects, GiveBackOnlyWhatWasGranted) {
    const Calls given = [](SchemaBuilder& s) {
        orders(s);
        s.createRole("new");
        s.grant(select, "orders").to({"app"});
        s.grant(select | insert, "orders").to({"web"});
    };
    const Calls change = [](SchemaBuilder& s) {
        s.revoke(select | insert, "orders").from({"app", "web", "new", "public"});
    };
    EXPECT_EQ(backFrom(given, change, postgresql),
              (std::vector<std::string>{"grant orders: select to app",
                                        "grant orders: select, insert to web"}));
}

std::string refusalOf(const Calls& given, const Calls& change, DatabaseSet databases) {
    return test::messageOf(ErrorCode::NotReversible, [&] { backFrom(given, change, databases); });
}

TEST(ReversedObjects, RefuseToGuessWhatWasGrantedOutside) {
    const std::string guess =
        "revoke orders: insert from app cannot be taken back: no migration has granted app "
        "anything there, so that it is not known what to give back";
    const Calls revoke = [](SchemaBuilder& s) { s.revoke(insert, "orders").from({"app"}); };
    const Calls roleAlone = [](SchemaBuilder& s) { s.createRole("app"); };
    const Calls rawSql = [](SchemaBuilder& s) {
        s.createRole("app");
        orders(s);
        s.sql(everywhere("GRANT SELECT ON ALL TABLES IN SCHEMA public TO app"));
    };
    EXPECT_EQ(refusalOf(orders, revoke, postgresql), guess);
    EXPECT_EQ(refusalOf(roleAlone, revoke, mysql), guess);
    EXPECT_EQ(refusalOf(rawSql, revoke, postgresql), guess);
}

TEST(ReversedObjects, RefuseToGuessWhatEverybodyMightDoWithAFunction) {
    const Calls given = [](SchemaBuilder& s) {
        s.replaceFunction("f", everywhere("()"), everywhere("x"));
    };
    const Calls change = [](SchemaBuilder& s) {
        s.revoke(executing, onFunction("f")).from({"public"});
    };
    EXPECT_EQ(refusalOf(given, change, postgresql),
              "revoke f: execute from public cannot be taken back: no migration has granted public "
              "anything there, so that it is not known what to give back");
}

TEST(ReversedObjects, RefuseTablesOfASchemaThatIsNotKnown) {
    const Calls given = [](SchemaBuilder& s) {
        orders(s);
        s.grant(select, "orders").to({"app"});
    };
    const Calls grant = [](SchemaBuilder& s) { s.grant(select, onTablesOf("public")).to({"app"}); };
    const Calls revoke = [](SchemaBuilder& s) {
        s.revoke(select, onTablesOf("public")).from({"app"});
    };
    EXPECT_EQ(refusalOf(given, grant, postgresql),
              "grant public: select to app cannot be taken back: not all tables of public are "
              "known, and what was granted on them");
    EXPECT_EQ(refusalOf(given, revoke, postgresql),
              "revoke public: select from app cannot be taken back: not all tables of public are "
              "known, and what was granted on them");
    EXPECT_EQ(backFrom(given, grant, mysql),
              (std::vector<std::string>{"revoke public: select from app"}));
}

TEST(ReversedObjects, RefuseGrantsUnderAnotherNameOfTheSame) {
    const Calls given = [](SchemaBuilder& s) {
        orders(s);
        s.grant(select, "orders").to({"app"});
    };
    const Calls grant = [](SchemaBuilder& s) {
        s.grant(select | insert, "public.orders").to({"app"});
    };
    for (const DatabaseSet databases : {postgresql, mysql}) {
        EXPECT_EQ(refusalOf(given, grant, databases),
                  "grant public.orders: select, insert to app cannot be taken back: app holds "
                  "something on orders, which may be public.orders by another name");
    }
    const Calls both = [&given](SchemaBuilder& s) {
        given(s);
        s.createTable("public.orders", [](TableBuilder& t) { t.id(); });
    };
    EXPECT_EQ(backFrom(both, grant, mysql),
              (std::vector<std::string>{"revoke public.orders: select, insert from app"}));
}

TEST(ReversedObjects, GiveNothingBackThatWasRevokedOnAllTables) {
    const Calls given = [](SchemaBuilder& s) {
        orders(s);
        s.grant(select, "orders").to({"app"});
        s.revoke(select, onTablesOf("public")).from({"app"});
    };
    const Calls change = [](SchemaBuilder& s) { s.grant(select, "orders").to({"app"}); };
    EXPECT_EQ(backFrom(given, change, postgresql),
              (std::vector<std::string>{"revoke orders: select from app"}));
}

TEST(ReversedObjects, TellFunctionsOfOneNameApart) {
    const Calls given = [](SchemaBuilder& s) {
        s.createFunction("f", "(a int)", everywhere("x"));
        s.createFunction("f", "(a text)", everywhere("x"));
        s.grant(executing, onFunction("f", "(integer)")).to({"app"});
        s.grant(executing, onFunction("f", "(text)")).to({"web"});
    };
    const Calls change = [](SchemaBuilder& s) { s.dropFunction("f", "(a int)"); };
    EXPECT_EQ(backFrom(given, change, postgresql),
              (std::vector<std::string>{"create_function f", "grant f: execute to app"}));
}

TEST(ReversedObjects, GrantOnTablesOfASchemaOnceMoreWhatOneOfThemHadByItself) {
    const Calls given = [](SchemaBuilder& s) {
        s.createSchema("sales");
        s.createTable("sales.orders", [](TableBuilder& t) { t.id(); });
        s.grant(select | insert, "sales.orders").to({"app"});
    };
    const Calls change = [](SchemaBuilder& s) {
        s.grant(select | update, onTablesOf("sales")).to({"app"});
    };
    EXPECT_EQ(backFrom(given, change, postgresql),
              (std::vector<std::string>{"revoke sales: select, update from app",
                                        "grant sales.orders: select to app"}));
    EXPECT_EQ(backFrom(given, change, mysql),
              (std::vector<std::string>{"revoke sales: select, update from app"}));
}

TEST(ReversedObjects, TakeMembersBackIntoTheirRole) {
    const Calls given = [](SchemaBuilder& s) { s.grantRole("staff").to({"ann"}); };
    const Calls change = [](SchemaBuilder& s) { s.grantRole("staff").to({"ann", "bob"}); };
    EXPECT_EQ(backFrom(given, change, postgresql),
              (std::vector<std::string>{"revoke staff from bob"}));
}

TEST(ReversedObjects, RefuseToComeBackWithANameThatIsNoMore) {
    const Schema before = schemaAfter([](SchemaBuilder& s) {
        orders(s);
        s.createPolicy("few", "orders").usingExpression("total < 10");
        s.alterTable("orders", [](auto& t) { t.renameColumn("total", "sum"); });
    });
    const auto messageFor = [&before](const Operation& drop) {
        return test::messageOf(ErrorCode::NotReversible, [&] { detail::reversed({drop}, before); });
    };
    EXPECT_EQ(messageFor(op::DropTable{"orders", {}, before.tables.at("orders")}),
              "drop_table orders cannot be taken back: the policy few of orders goes with it, and "
              "its text names what was renamed since, or may have been changed by raw SQL");
    EXPECT_EQ(messageFor(op::DropObject{{ObjectKind::View, "big_orders", {}, {}}, {}, {}}),
              "drop_view big_orders cannot be taken back: its text names what was renamed since, "
              "or may have been changed by raw SQL");
}

TEST(ReversedObjects, RefuseToBringBackWhatNobodyKnows) {
    try {
        detail::reversed(recorded([](SchemaBuilder& s) { s.dropView("foreign_view"); }), {});
        FAIL();
    } catch (const UsageError& error) {
        EXPECT_EQ(codeText(error.code()), codeText(ErrorCode::NotReversible));
    }
}

}  // namespace
}  // namespace godwit
