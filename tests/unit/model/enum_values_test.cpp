#include <gtest/gtest.h>

#include "model/enum_values.hpp"
#include "unit/support/recording.hpp"

// What migrations know of an enumeration, and what contradicts that.

namespace godwit {
namespace {

using detail::enumValues;
using test::Calls;
using test::messageOf;
using test::schemaAfter;

using Values = std::vector<std::string>;

Calls given(const Calls& more) {
    return [more](SchemaBuilder& schema) {
        schema.createTable("orders", [](TableBuilder& t) {
            t.enumeration("status", "status", {"open", "paid", "lost"}).defaultTo("lost");
            t.enumeration("former", "status", {"open", "paid", "lost"}).nullable().asCheck();
        });
        more(schema);
    };
}

Values valuesAfter(const Calls& calls) { return enumValues(schemaAfter(given(calls)), "status"); }

std::string refusal(ErrorCode code, const Calls& calls) {
    return messageOf(code, [&] { schemaAfter(given(calls)); });
}

TEST(Enumerations, HaveTheirNewValuesWhereTheyWereSaidToStand) {
    EXPECT_EQ(valuesAfter([](SchemaBuilder& s) {
                  s.alterEnum("status").addValue("a").addValue("b").before("open");
                  s.alterEnum("status").addValue("c").after("lost").addValue("d").after("open");
              }),
              (Values{"b", "open", "d", "paid", "lost", "c", "a"}));
}

TEST(Enumerations, ChangeInAllTheirColumns) {
    const Schema schema = schemaAfter(given([](SchemaBuilder& s) {
        s.alterEnum("status").renameValue("lost", "gone").removeValue("paid", "open");
    }));
    const Table& orders = schema.tables.at("orders");
    EXPECT_EQ(orders.columns[0].type.values, (Values{"open", "gone"}));
    EXPECT_EQ(orders.columns[1].type.values, (Values{"open", "gone"}));
    EXPECT_EQ(orders.columns[0].defaultValue, DefaultValue{TextDefault{"gone"}});
}

TEST(Enumerations, ChangeNothingWhereAGuardedCallHasNothingToDo) {
    EXPECT_EQ(valuesAfter([](SchemaBuilder& s) {
                  s.alterEnum("status").addValue("open").ifNotExists();
                  s.alterEnum("status").renameValue("gone", "away").ifExists();
                  s.alterEnum("status").removeValue("gone").ifExists();
                  s.createEnum("status", {"other"}).ifNotExists();
                  s.dropEnum("no_such").ifExists();
              }),
              (Values{"open", "paid", "lost"}));
}

TEST(Enumerations, StandByThemselvesUnderTheirLatestName) {
    const Schema schema = schemaAfter([](SchemaBuilder& s) {
        s.createEnum("colour", {"red"});
        s.alterEnum("colour").addValue("blue");
        s.renameEnum("colour", "paint");
    });
    EXPECT_EQ(enumValues(schema, "paint"), (Values{"red", "blue"}));
    EXPECT_TRUE(enumValues(schema, "colour").empty());
}

TEST(Enumerations, RefuseWhatContradictsTheirValues) {
    const auto alter = [](const std::function<void(EnumChanges<Within::Alter>)>& change) {
        return [change](SchemaBuilder& schema) { change(schema.alterEnum("status")); };
    };
    EXPECT_EQ(refusal(ErrorCode::BadType, alter([](auto e) { e.addValue("open"); })),
              "the enumeration status has the value open already");
    EXPECT_EQ(refusal(ErrorCode::BadType, alter([](auto e) { e.addValue("x").after("y"); })),
              "the enumeration status has no value y");
    EXPECT_EQ(refusal(ErrorCode::BadType, alter([](auto e) { e.renameValue("y", "x"); })),
              "the enumeration status has no value y");
    EXPECT_EQ(refusal(ErrorCode::BadType, alter([](auto e) { e.renameValue("open", "paid"); })),
              "the enumeration status has the value paid already");
    EXPECT_EQ(refusal(ErrorCode::BadType, alter([](auto e) { e.removeValue("open", "open"); })),
              "the enumeration status would be left without the value that rows become");
    EXPECT_EQ(refusal(ErrorCode::BadDefault, alter([](auto e) { e.removeValue("lost"); })),
              "orders.status has the default lost, which is to go");
}

TEST(Enumerations, RefuseToBeTwoOrToGoWhileTheyAreUsed) {
    EXPECT_EQ(refusal(ErrorCode::DuplicateObjectName,
                      [](SchemaBuilder& s) { s.createEnum("status", {"open"}); }),
              "the enumeration status is there already");
    EXPECT_EQ(refusal(ErrorCode::DuplicateObjectName,
                      [](SchemaBuilder& s) {
                          s.createEnum("colour", {"red"});
                          s.renameEnum("status", "colour");
                      }),
              "the enumeration colour is there already");
    EXPECT_EQ(
        refusal(ErrorCode::TableStillReferenced, [](SchemaBuilder& s) { s.dropEnum("status"); }),
        "orders.status is still of the enumeration status");
    EXPECT_EQ(refusal(ErrorCode::EnumDiffers,
                      [](SchemaBuilder& s) {
                          s.createEnum("colour", {"red"});
                          s.createTable("doors", [](TableBuilder& t) {
                              t.enumeration("colour", "colour", {"red", "blue"});
                          });
                      }),
              "enum type colour has other values in doors.colour than it was made with");
}

TEST(Enumerations, RefuseValuesThatNoServerTakes) {
    const std::string tooLong(64, 'x');
    EXPECT_EQ(refusal(ErrorCode::BadType,
                      [&](SchemaBuilder& s) { s.alterEnum("status").addValue(tooLong); }),
              "the enumeration status is given a value of 64 bytes");
    EXPECT_EQ(refusal(ErrorCode::BadType,
                      [](SchemaBuilder& s) { s.alterEnum("status").addValue("x").before(""); }),
              "the enumeration status is given a value of 0 bytes");
    EXPECT_EQ(refusal(ErrorCode::BadType,
                      [](SchemaBuilder& s) { s.alterEnum("status").removeValue("lost", ""); }),
              "the enumeration status is given a value of 0 bytes");
    EXPECT_EQ(refusal(ErrorCode::BadType,
                      [](SchemaBuilder& s) {
                          s.createEnum("colour", {"red", "red"});
                      }),
              "the enumeration colour has the value red twice");
    EXPECT_EQ(refusal(ErrorCode::BadType, [](SchemaBuilder& s) { s.createEnum("colour", {}); }),
              "the enumeration colour is given no values");
    EXPECT_EQ(refusal(ErrorCode::BadArgument,
                      [](SchemaBuilder& s) {
                          s.alterEnum("status").addValue("x").before("open").after("paid");
                      }),
              "the value x of the enumeration status is given two places");
}

}  // namespace
}  // namespace godwit
