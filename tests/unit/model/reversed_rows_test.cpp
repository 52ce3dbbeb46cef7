#include <functional>
#include <string>

#include <gtest/gtest.h>

#include <godwit/dialect.hpp>
#include <godwit/migration.hpp>

#include "golden/golden.hpp"
#include "model/reversed.hpp"
#include "unit/support/recording.hpp"

// The way back of rows reaches those that the migration wrote, and no other.

namespace godwit::test {
namespace {

using Change = std::function<void(ReversibleSchemaBuilder&)>;

void given(SchemaBuilder& schema) {
    schema.createTable("marks", [](TableBuilder& t) {
        t.integer("id").primaryKey();
        t.string("code", 10).nullable().unique();
        t.string("name", 10).nullable();
        t.integer("n").nullable();
        t.doublePrecision("weight").nullable();
        t.index({"name"}).unique().where(
            {.postgresql = "n > 0", .mysql = nothing, .mariadb = nothing, .sqlite = "n > 0"});
        t.index({"weight"}).unique();
    });
}

std::vector<Operation> wayBack(const Change& change) {
    detail::Recorder recorder;
    ReversibleSchemaBuilder schema{recorder};
    change(schema);
    return detail::reversed(recorder.take(), schemaAfter(given));
}

// What the way back is refused with on every database.
std::string refusal(ErrorCode code, const Change& change) {
    std::string sentence;
    for (const DatabaseKind kind : kAllKinds) {
        const std::string one = messageOf(code, [&] {
            makeDialect(serverOf({}, kind))->compile(wayBack(change), schemaAfter(given));
        });
        EXPECT_TRUE(sentence.empty() || sentence == one) << one;
        sentence = one;
    }
    return sentence;
}

std::string refusedInsert(Name key, const DataValue& value) {
    return refusal(ErrorCode::RowsNotTold, [&](ReversibleSchemaBuilder& schema) {
        schema.insert("marks", {{key, value}}).by({key});
    });
}

TEST(ReversedRows, AreErasedByAKeyThatNoOtherRowHolds) {
    EXPECT_EQ(refusedInsert("n", 1), "the rows of marks are not told apart by n");
    EXPECT_EQ(refusedInsert("name", "a"), "the rows of marks are not told apart by name");
    EXPECT_EQ(refusedInsert("code", null),
              "the rows of marks do not say the code that tells them apart");
    EXPECT_EQ(refusedInsert("weight", 0.1),
              "marks.weight is a floating-point number, whose text need not be the number itself");
    const Change told = [](ReversibleSchemaBuilder& schema) {
        schema.insert("marks", {{"id", 1}, {"code", "a"}, {"n", 2}}).by({"code", "n"});
    };
    EXPECT_NO_THROW(makeDialect(serverOf({}, DatabaseKind::PostgreSQL))
                        ->compile(wayBack(told), schemaAfter(given)));
}

std::string refusedUpdate(const Change& change) {
    return messageOf(ErrorCode::NotReversible, [&] { wayBack(change); });
}

TEST(ReversedRows, AreUpdatedByAKeyThatStays) {
    const std::string sentence =
        "update_rows marks cannot be taken back: by({...}) names no key of marks that stays as it "
        "is, so that the way back could reach other rows";
    EXPECT_EQ(refusedUpdate([](ReversibleSchemaBuilder& schema) {
                  schema.update("marks", {{"n", 2}}).by({{"n", 1}}).from({{"n", 1}});
              }),
              sentence);
    EXPECT_EQ(refusedUpdate([](ReversibleSchemaBuilder& schema) {
                  schema.update("marks", {{"code", "b"}}).by({{"code", "a"}}).from({{"code", "a"}});
              }),
              sentence);
    EXPECT_EQ(refusedUpdate([](ReversibleSchemaBuilder& schema) {
                  schema.update("marks", {{"n", 2}}).by({{"code", null}}).from({{"n", 1}});
              }),
              sentence);
    EXPECT_EQ(refusedUpdate([](ReversibleSchemaBuilder& schema) {
                  schema.update("marks", {{"n", expr("n + 1")}})
                      .by({{"id", 1}, {"n", 1}})
                      .from({{"n", 1}});
              }),
              "update_rows marks cannot be taken back: its row is chosen by n too, which becomes "
              "what only the database knows");
}

TEST(ReversedRows, AreUpdatedBackWhereTheyHoldWhatWasWritten) {
    const std::vector<Operation> back = wayBack([](ReversibleSchemaBuilder& schema) {
        schema.update("marks", {{"n", 2}, {"name", expr("upper(name)")}})
            .by({{"code", "a"}, {"n", 1}})
            .from({{"n", 1}, {"name", "x"}});
    });
    ASSERT_EQ(back.size(), 1U);
    const auto& update = std::get<op::UpdateRows>(back[0]);
    EXPECT_EQ(update.choice.by, (std::vector<Cell>{{"code", Value("a")}, {"n", Value(2)}}));
    EXPECT_EQ(update.set, (std::vector<Cell>{{"n", Value(1)}, {"name", Value("x")}}));
}

TEST(ReversedRows, OfATableThatNoMigrationMadeNeedAColumnThatStays) {
    EXPECT_EQ(refusedUpdate([](ReversibleSchemaBuilder& schema) {
                  schema.update("theirs", {{"n", 2}}).by({{"n", 1}}).from({{"n", 1}});
              }),
              "update_rows theirs cannot be taken back: by({...}) names no key of theirs that "
              "stays as it is, so that the way back could reach other rows");
    EXPECT_NO_THROW(wayBack([](ReversibleSchemaBuilder& schema) {
        schema.update("theirs", {{"n", 2}}).by({{"id", 1}}).from({{"n", 1}});
    }));
}

}  // namespace
}  // namespace godwit::test
