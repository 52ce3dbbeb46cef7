#include <gtest/gtest.h>

#include "plan/definitions.hpp"
#include "unit/support/recording.hpp"

// What a drop says must be what the server would take today: it has followed when something that
// the SQL names got another name.

namespace godwit {
namespace {

using test::Calls;
using Reversible = void (*)(ReversibleSchemaBuilder&);

void orders(SchemaBuilder& s) {
    s.createTable("orders", [](TableBuilder& t) {
        t.integer("id");
        t.integer("total");
        t.integer("twice").storedAs("total * 2");
        t.check("positive", "total > 0");
        t.index({"id"}).named("big").where("total > 100");
    });
    s.createView("seen", "SELECT total FROM orders");
    s.createTrigger("keep", "orders").after(onInsert).body("INSERT INTO log VALUES (1)");
}

void renamed(SchemaBuilder& s) {
    orders(s);
    s.alterTable("orders", [](AlterBuilder& t) { t.renameColumn("total", "amount"); });
}

// What is wrong with the calls; empty when nothing is.
std::string refusalOf(const Calls& given, Reversible calls, DatabaseSet databases = postgresql) {
    Schema before;
    before.databases = databases;
    detail::FormerNames former;
    for (const Operation& operation : test::recorded(given)) {
        replay(operation, before);
        former.pass(operation);
    }
    try {
        detail::Recorder recorder;
        ReversibleSchemaBuilder schema{recorder};
        calls(schema);
        detail::wantKnownDefinitions(recorder.take(), before, former);
    } catch (const UsageError& error) {
        EXPECT_EQ(codeText(error.code()), codeText(ErrorCode::DefinitionDiffers));
        return error.message();
    }
    return {};
}

void dropCheckOfOld(ReversibleSchemaBuilder& s) {
    s.alterTable("orders", [](ReversibleAlterBuilder& t) { t.dropCheck("positive", "total > 0"); });
}
void dropCheckOfToday(ReversibleSchemaBuilder& s) {
    s.alterTable("orders",
                 [](ReversibleAlterBuilder& t) { t.dropCheck("positive", "amount > 0"); });
}
void dropViewOfOld(ReversibleSchemaBuilder& s) { s.dropView("seen", "SELECT total FROM orders"); }

TEST(FormerNames, AreRefusedInEveryText) {
    const auto said = [](std::string_view call) {
        return std::string{call} +
               " says SQL as it was written, and that names total of orders, "
               "which is called amount by now";
    };
    EXPECT_EQ(refusalOf(renamed, dropCheckOfOld), said("drop_check orders.positive"));
    EXPECT_EQ(refusalOf(renamed, dropViewOfOld), said("drop_view seen"));
    EXPECT_EQ(refusalOf(renamed,
                        [](ReversibleSchemaBuilder& s) {
                            s.replaceView("seen", "SELECT 1", "SELECT total FROM orders");
                        }),
              said("replace_view seen"));
    EXPECT_EQ(refusalOf(renamed,
                        [](ReversibleSchemaBuilder& s) {
                            s.alterTable("orders", [](ReversibleAlterBuilder& t) {
                                t.dropIndex({"id"}).named("big").where("total > 100");
                            });
                        }),
              said("drop_index orders.big"));
    EXPECT_EQ(refusalOf(renamed,
                        [](ReversibleSchemaBuilder& s) {
                            s.alterTable("orders", [](ReversibleAlterBuilder& t) {
                                t.dropColumn("twice", integer().storedAs("total * 2"));
                            });
                        }),
              said("drop_column orders.twice"));
    EXPECT_EQ(refusalOf(renamed,
                        [](ReversibleSchemaBuilder& s) {
                            s.dropTable("orders", [](TableBuilder& t) {
                                t.integer("id");
                                t.integer("amount");
                                t.integer("twice").storedAs("amount * 2");
                                t.check("positive", "amount > 0");
                                t.index({"id"}).named("big").where("total > 100");
                            });
                        }),
              said("drop_table orders"));
}

TEST(FormerNames, AreNotAskedForInWhatReadsAsItDoesToday) {
    EXPECT_EQ(refusalOf(renamed, dropCheckOfToday), "");
    EXPECT_EQ(refusalOf(renamed,
                        [](ReversibleSchemaBuilder& s) {
                            s.dropView("seen", "SELECT amount AS total FROM orders");
                            s.dropTable("orders", [](TableBuilder& t) {
                                t.integer("id");
                                t.integer("amount");
                                t.integer("twice").storedAs("amount * 2");
                                t.check("positive", "amount > 0");
                                t.index({"id"}).named("big").where("amount > 100");
                            });
                        }),
              "");
}

TEST(FormerNames, OfTablesAreRefusedWhereTheServerFollows) {
    const auto moved = [](SchemaBuilder& s) {
        orders(s);
        s.renameTable("orders", "sales");
    };
    const char* said =
        "drop_view seen says SQL as it was written, and that names orders, which is "
        "called sales by now";
    EXPECT_EQ(refusalOf(moved, dropViewOfOld), said);
    EXPECT_EQ(refusalOf(moved, dropViewOfOld, sqlite), said);
    EXPECT_EQ(refusalOf(moved, dropViewOfOld, mysql), "");
    EXPECT_EQ(
        refusalOf(
            moved,
            [](ReversibleSchemaBuilder& s) {
                s.dropTrigger("keep", "sales").after(onInsert).body("INSERT INTO log VALUES (1)");
            }),
        "");
}

TEST(FormerNames, EndWhereANameComesBack) {
    const auto there = [](SchemaBuilder& s) {
        renamed(s);
        s.alterTable("orders", [](AlterBuilder& t) { t.renameColumn("amount", "total"); });
    };
    EXPECT_EQ(refusalOf(there, dropCheckOfOld), "");
    EXPECT_EQ(refusalOf(there, dropViewOfOld), "");
}

TEST(FormerNames, AreFoundBehindFurtherNames) {
    const auto twice = [](SchemaBuilder& s) {
        renamed(s);
        s.alterTable("orders", [](AlterBuilder& t) { t.renameColumn("amount", "sum"); });
        s.renameTable("orders", "sales");
    };
    EXPECT_EQ(refusalOf(twice, dropViewOfOld),
              "drop_view seen says SQL as it was written, and that names total of sales, which is "
              "called sum by now");
}

TEST(FormerNames, MayBeThoseOfOtherThings) {
    const auto anew = [](SchemaBuilder& s) {
        renamed(s);
        s.alterTable("orders", [](AlterBuilder& t) {
            t.dropCheck("positive");
            t.integer("total").nullable();
            t.check("positive", "total > 0");
        });
    };
    EXPECT_EQ(refusalOf(anew, dropCheckOfOld), "");
}

}  // namespace
}  // namespace godwit
