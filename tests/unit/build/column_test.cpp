#include <functional>

#include <gtest/gtest.h>

#include "unit/support/recording.hpp"

namespace godwit {
namespace {

using test::messageOf;
using test::recorded;

using Body = std::function<void(TableBuilder&)>;

Column columnOf(const Body& body) {
    const auto operations = recorded([&](SchemaBuilder& schema) { schema.createTable("t", body); });
    return std::get<op::CreateTable>(operations.at(0)).table.columns.at(0);
}

TEST(ColumnDefault, KeepsEachKindOfValue) {
    const auto defaultOf = [](const Body& body) { return *columnOf(body).defaultValue; };
    EXPECT_EQ(defaultOf([](TableBuilder& t) { t.boolean("x").defaultTo(true); }),
              DefaultValue{true});
    EXPECT_EQ(defaultOf([](TableBuilder& t) { t.integer("x").defaultTo(-3); }),
              DefaultValue{NumberDefault{"-3"}});
    EXPECT_EQ(defaultOf([](TableBuilder& t) { t.bigInteger("x").defaultTo(7U); }),
              DefaultValue{NumberDefault{"7"}});
    EXPECT_EQ(defaultOf([](TableBuilder& t) { t.decimal("x", 5, 2).defaultTo(0.25); }),
              DefaultValue{NumberDefault{"0.25"}});
    EXPECT_EQ(defaultOf([](TableBuilder& t) { t.decimal("x", 5, 2).defaultTo("1.10"); }),
              DefaultValue{NumberDefault{"1.10"}});
    EXPECT_EQ(defaultOf([](TableBuilder& t) { t.date("x").defaultTo(now); }),
              DefaultValue{NowDefault{}});
    EXPECT_EQ(defaultOf([](TableBuilder& t) { t.integer("x").defaultTo(expr("1 + 1")); }),
              DefaultValue{ExpressionDefault{"1 + 1"}});
}

TEST(ColumnDefault, TakesALiteralForTextNeverForATruthValue) {
    const Column column = columnOf([](TableBuilder& t) { t.string("x").defaultTo("true"); });
    EXPECT_EQ(*column.defaultValue, DefaultValue{TextDefault{"true"}});
}

TEST(ColumnDefault, RefusesWhatTheTypeCannotHold) {
    const std::vector<Body> bodies = {
        [](TableBuilder& t) { t.boolean("x").defaultTo(1); },
        [](TableBuilder& t) { t.boolean("x").defaultTo("true"); },
        [](TableBuilder& t) { t.integer("x").defaultTo(true); },
        [](TableBuilder& t) { t.integer("x").defaultTo("1"); },
        [](TableBuilder& t) { t.integer("x").defaultTo(1.5); },
        [](TableBuilder& t) { t.tinyInteger("x").defaultTo(128); },
        [](TableBuilder& t) { t.smallInteger("x").defaultTo(-32769); },
        [](TableBuilder& t) { t.integer("x").defaultTo(2147483648); },
        [](TableBuilder& t) { t.bigInteger("x").defaultTo(9223372036854775808U); },
        [](TableBuilder& t) { t.decimal("x", 3, 2).defaultTo(10); },
        [](TableBuilder& t) { t.decimal("x", 3, 2).defaultTo("1.234"); },
        [](TableBuilder& t) { t.decimal("x", 3, 2).defaultTo("one"); },
        [](TableBuilder& t) { t.decimal("x", 3, 2).defaultTo(1e30); },
        [](TableBuilder& t) { t.string("x", 3).defaultTo("four"); },
        [](TableBuilder& t) { t.string("x").defaultTo(3); },
        [](TableBuilder& t) { t.string("x").defaultTo(now); },
        [](TableBuilder& t) { t.bytes("x").defaultTo("abc"); },
        [](TableBuilder& t) {
            t.enumeration("x", "e", {"a", "b"}).defaultTo("c");
        },
        [](TableBuilder& t) { t.uuid("x").generated().defaultTo("0"); },
        [](TableBuilder& t) { t.text("x").defaultTo(expr("")); },
    };
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        SCOPED_TRACE(i);
        messageOf(ErrorCode::BadDefault, [&] { columnOf(bodies[i]); });
    }
}

TEST(ColumnDefault, NamesTableColumnAndChoices) {
    EXPECT_EQ(messageOf(ErrorCode::BadDefault,
                        [] {
                            columnOf([](TableBuilder& t) {
                                t.enumeration("status", "s", {"paid"}).defaultTo("pending");
                            });
                        }),
              "t.status cannot hold the default pending");
}

TEST(ColumnType, CountsCharactersOfAStringNotBytes) {
    EXPECT_NO_THROW(columnOf([](TableBuilder& t) { t.string("x", 5).defaultTo("Größe"); }));
}

TEST(ColumnType, RefusesSizesThatTheDatabasesDoNotShare) {
    const std::vector<Body> bodies = {
        [](TableBuilder& t) { t.decimal("x", 0, 0); },
        [](TableBuilder& t) { t.decimal("x", 66, 2); },
        [](TableBuilder& t) { t.decimal("x", 2, 3); },
        [](TableBuilder& t) { t.decimal("x", 40, 31); },
        [](TableBuilder& t) { t.string("x", 0); },
        [](TableBuilder& t) { t.string("x", 16384); },
        [](TableBuilder& t) { t.timestamp("x", 7); },
        [](TableBuilder& t) { t.timestampTz("x", 7); },
        [](TableBuilder& t) { t.enumeration("x", "e", {}); },
        [](TableBuilder& t) {
            t.enumeration("x", "e", {"a", "a"});
        },
        [](TableBuilder& t) { t.enumeration("x", "e", {""}); },
        [](TableBuilder& t) { t.text("x").generated(); },
    };
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        SCOPED_TRACE(i);
        messageOf(ErrorCode::BadType, [&] { columnOf(bodies[i]); });
    }
}

TEST(ColumnType, GivesAForeignColumnTheTypeOfItsKey) {
    const auto typeOf = [](const Body& body) { return columnOf(body).type; };
    EXPECT_EQ(typeOf([](TableBuilder& t) { t.id(); }),
              typeOf([](TableBuilder& t) { t.foreignId("x").references("t"); }));
    EXPECT_EQ(typeOf([](TableBuilder& t) { t.uuid("id"); }),
              typeOf([](TableBuilder& t) { t.foreignUuid("x").references("t"); }));
}

}  // namespace
}  // namespace godwit
