#include <functional>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <godwit/data.hpp>

#include "unit/support/recording.hpp"

// No text that a server would cut, refuse or store otherwise gets beyond the builder, wherever it
// is said.

namespace godwit {
namespace {

using test::messageOf;
using test::recorded;

using Text = std::string_view;

struct Place {
    const char* name;
    std::function<void(SchemaBuilder&, Text)> say;
};

Place inNewTable(const char* name, const std::function<void(TableBuilder&, Text)>& say) {
    return {name, [say](SchemaBuilder& schema, Text text) {
                schema.createTable("x", [&](TableBuilder& t) {
                    t.id();
                    say(t, text);
                });
            }};
}

Place inAlter(const char* name, const std::function<void(AlterBuilder&, Text)>& say) {
    return {name, [say](SchemaBuilder& schema, Text text) {
                schema.alterTable("x", [&](AlterBuilder& t) { say(t, text); });
            }};
}

const std::vector<Place>& placesOfTables() {
    static const std::vector<Place> kPlaces = {
        inNewTable("Name", [](auto& t, Text text) { t.integer(name(text)); }),
        inNewTable("Comment", [](auto& t, Text text) { t.comment(text); }),
        inNewTable("ColumnComment", [](auto& t, Text text) { t.integer("y").comment(text); }),
        inNewTable("Default", [](auto& t, Text text) { t.string("y").defaultTo(text); }),
        inNewTable("DefaultExpression",
                   [](auto& t, Text text) { t.string("y").defaultTo(expr(text)); }),
        inNewTable("Stored", [](auto& t, Text text) { t.string("y").storedAs(text); }),
        inNewTable("Virtual", [](auto& t, Text text) { t.string("y").virtualAs(text); }),
        inNewTable("Charset", [](auto& t, Text text) { t.string("y").charset(text); }),
        inNewTable("Collation",
                   [](auto& t, Text text) { t.string("y").collate(everywhere(text)); }),
        inNewTable("EnumValue", [](auto& t, Text text) { t.enumeration("y", "z", {text}); }),
        inNewTable("SetValue", [](auto& t, Text text) { t.set("y", "z", {text}); }),
        inNewTable("CustomType", [](auto& t, Text text) { t.customType("y", everywhere(text)); }),
        inNewTable("Check", [](auto& t, Text text) { t.check("y", text); }),
        inNewTable("Exclusion",
                   [](auto& t, Text text) {
                       t.exclude("y", {{text, "="}});
                   }),
        inNewTable("ExclusionOperator",
                   [](auto& t, Text text) {
                       t.exclude("y", {{"id", text}});
                   }),
        inNewTable("ExclusionCondition",
                   [](auto& t, Text text) {
                       t.exclude("y", {{"id", "="}}).where(text);
                   }),
        inNewTable("IndexExpression", [](auto& t, Text text) { t.index(expr(text)).named("y"); }),
        inNewTable("IndexCondition", [](auto& t, Text text) { t.index({"id"}).where(text); }),
        inNewTable("IndexComment", [](auto& t, Text text) { t.index({"id"}).comment(text); }),
        inNewTable("IndexParameter",
                   [](auto& t, Text text) { t.index({"id"}).parameter("fillfactor", text); }),
        inNewTable("OperatorClass",
                   [](auto& t, Text text) { t.index({column("id").operatorClass(text)}); }),
        inNewTable("IndexCollation",
                   [](auto& t, Text text) { t.index({column("id").collate(text)}); }),
        inNewTable("Engine", [](auto& t, Text text) { t.engine(text); }),
        inNewTable("TableCharset", [](auto& t, Text text) { t.charset(text); }),
        inNewTable("TableCollation", [](auto& t, Text text) { t.collate(text); }),
        inNewTable("RowFormat", [](auto& t, Text text) { t.rowFormat(text); }),
        inNewTable("Parameter", [](auto& t, Text text) { t.parameter("fillfactor", text); }),
        inAlter("NewName", [](auto& t, Text text) { t.renameColumn("y", name(text)); }),
        inAlter("NewComment", [](auto& t, Text text) { t.comment(text); }),
        inAlter("FormerComment", [](auto& t, Text text) { t.comment("").from(text); }),
        inAlter("NewColumnComment", [](auto& t, Text text) { t.commentOn("y", text); }),
        inAlter("NewDefault", [](auto& t, Text text) { t.setDefault("y", text); }),
        inAlter("FormerDefault", [](auto& t, Text text) { t.setDefault("y", 1).from(text); }),
        inAlter("Cast", [](auto& t, Text text) { t.changeType("y", integer()).castUsing(text); }),
        inAlter("NullsBecome", [](auto& t, Text text) { t.setNotNull("y").backfillWith(text); }),
        inAlter("Reason", [](auto& t, Text text) { t.dropColumn("y").because(text); }),
    };
    return kPlaces;
}

const std::vector<Place>& placesBesideTables() {
    static const std::vector<Place> kPlaces = {
        {"Schema", [](auto& s, Text text) { s.dropTable(qualified(text, "x")); }},
        {"NameInASchema", [](auto& s, Text text) { s.dropTable(qualified("x", text)); }},
        {"ValueOfAnEnum", [](auto& s, Text text) { s.createEnum("x", {text}); }},
        {"NewValue", [](auto& s, Text text) { s.alterEnum("x").addValue(text); }},
        {"RenamedValue", [](auto& s, Text text) { s.alterEnum("x").renameValue(text, "y"); }},
        {"NewNameOfAValue", [](auto& s, Text text) { s.alterEnum("x").renameValue("y", text); }},
        {"RemovedValue", [](auto& s, Text text) { s.alterEnum("x").removeValue(text); }},
        {"RawSql", [](auto& s, Text text) { s.sql(everywhere(text)); }},
        {"RowValue",
         [](auto& s, Text text) {
             s.insert("x", {{"y", text}});
         }},
        {"RowExpression",
         [](auto& s, Text text) {
             s.update("x", {{"y", text}}).allRows();
         }},
        {"RowKey",
         [](auto& s, Text text) {
             s.erase("x").by({{"y", text}});
         }},
        {"RowCondition", [](auto& s, Text text) { s.erase("x").where(text); }},
        {"BackfillValue", [](auto& s, Text text) { s.backfill("x").set("y", text); }},
        {"BackfillExpression",
         [](auto& s, Text text) { s.backfill("x").set("y", everywhere(text)); }},
        {"BackfillCondition", [](auto& s, Text text) { s.backfill("x").set("y", 1).where(text); }},
        {"DataStep", [](auto& s, Text text) { s.data(text, "r", [](DataContext&) {}); }},
        {"Revision", [](auto& s, Text text) { s.data("x", text, [](DataContext&) {}); }},
        {"Verify", [](auto& s, Text text) { s.verify(text, "SELECT 1").isEmpty(); }},
        {"VerifyQuery", [](auto& s, Text text) { s.verify("x", text).isEmpty(); }},
        {"VerifyValue", [](auto& s, Text text) { s.verify("x", "SELECT 1").equals(text); }},
        {"View", [](auto& s, Text text) { s.createView("x", text); }},
        {"MaterializedView", [](auto& s, Text text) { s.createMaterializedView("x", text); }},
        {"TriggerBody",
         [](auto& s, Text text) { s.createTrigger("x", "y").after(onInsert).body(text); }},
        {"TriggerCondition",
         [](auto& s, Text text) {
             s.createTrigger("x", "y").after(onInsert).when(text).body("SELECT 1");
         }},
        {"Parameters",
         [](auto& s, Text text) { s.createFunction("x", text, everywhere("RETURN 1")); }},
        {"Function", [](auto& s, Text text) { s.createFunction("x", "()", everywhere(text)); }},
        {"Procedure", [](auto& s, Text text) { s.createProcedure("x", "()", everywhere(text)); }},
        {"DroppedParameters", [](auto& s, Text text) { s.dropFunction("x", text); }},
        {"Policy", [](auto& s, Text text) { s.createPolicy("x", "y").usingExpression(text); }},
        {"PolicyCheck", [](auto& s, Text text) { s.createPolicy("x", "y").withCheck(text); }},
        {"ExtensionVersion", [](auto& s, Text text) { s.enableExtension("x").version(text); }},
        {"Bound", [](auto& s, Text text) { s.createPartition("x", "y").from({text}).to({"z"}); }},
        {"ObjectReason", [](auto& s, Text text) { s.dropView("x").because(text); }},
    };
    return kPlaces;
}

class BadTexts : public testing::TestWithParam<Place> {};

TEST_P(BadTexts, AreRefusedWhereTheyAreSaid) {
    for (const Text text : {Text{"a\0b", 3}, Text{"a\xff", 2}, Text{"\xed\xa0\x80"}}) {
        const auto say = [&] {
            recorded([&](SchemaBuilder& schema) { GetParam().say(schema, text); });
        };
        EXPECT_THAT(messageOf(ErrorCode::TextNotUtf8, say),
                    testing::ContainsRegex("is .*not UTF-8,? or holds a (NUL|zero) byte"));
    }
}

std::string nameOfPlace(const testing::TestParamInfo<Place>& one) { return one.param.name; }

INSTANTIATE_TEST_SUITE_P(OfTables, BadTexts, testing::ValuesIn(placesOfTables()), nameOfPlace);
INSTANTIATE_TEST_SUITE_P(BesideTables,
                         BadTexts,
                         testing::ValuesIn(placesBesideTables()),
                         nameOfPlace);

}  // namespace
}  // namespace godwit
