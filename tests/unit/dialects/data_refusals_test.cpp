#include <gtest/gtest.h>

#include <fmt/format.h>

#include <godwit/dialect.hpp>
#include <godwit/error.hpp>

#include "golden/golden.hpp"
#include "unit/support/recording.hpp"

// What cannot be done to rows is refused when the plan is built.

namespace godwit::test {
namespace {

void given(SchemaBuilder& schema) {
    schema.createTable("parts", [](TableBuilder& t) {
        t.integer("id").primaryKey();
        t.string("code", 5).nullable();
        t.decimal("price", 8, 2).nullable();
        t.boolean("spare").nullable();
        t.timestamp("made").nullable();
        t.timestampTz("seen", 0).nullable();
        t.time("opens", 1).nullable();
        t.date("day").nullable();
        t.doublePrecision("weight").nullable();
        t.enumeration("state", "part_state", {"new", "worn"}).nullable();
    });
    schema.createTable("keyless", [](TableBuilder& t) {
        t.integer("n");
        t.string("maybe", 5).nullable();
        t.unique({"maybe"});
    });
}

// The sentence that all databases refuse the calls with.
std::string refusal(ErrorCode code, const Calls& calls) {
    std::string sentence;
    for (const DatabaseKind kind : kAllKinds) {
        const std::string one = messageOf(code, [&] {
            const std::vector<Operation> operations = recorded(calls);
            makeDialect(serverOf({}, kind))->compile(operations, schemaAfter(given));
        });
        EXPECT_TRUE(sentence.empty() || sentence == one) << one;
        sentence = one;
    }
    return sentence;
}

TEST(DataRefusals, NameTheColumnThatIsNotThere) {
    const auto refused = [](const Calls& calls) {
        return refusal(ErrorCode::UnknownColumn, calls);
    };
    const std::string sentence = refused([](SchemaBuilder& schema) {
        schema.insert("parts", {{"id", 1}, {"size", 2}});
    });
    EXPECT_NE(sentence.find("parts"), std::string::npos) << sentence;
    EXPECT_NE(sentence.find("size"), std::string::npos) << sentence;
    const Calls others[] = {
        [](SchemaBuilder& schema) {
            schema.update("parts", {{"size", 2}}).allRows();
        },
        [](SchemaBuilder& schema) {
            schema.update("parts", {{"id", 2}}).by({{"size", 2}});
        },
        [](SchemaBuilder& schema) {
            schema.erase("parts").by({{"size", 2}});
        },
        [](SchemaBuilder& schema) { schema.backfill("parts").set("size", 2); },
        [](SchemaBuilder& schema) { schema.backfill("parts").set("code", "a").by({"size"}); },
        [](SchemaBuilder& schema) {
            schema.alterTable("parts", [](AlterBuilder& t) { t.dropColumn("size").keepCopy(); });
        }};
    for (const Calls& calls : others) {
        EXPECT_EQ(refused(calls), sentence);
    }
}

TEST(DataRefusals, NameTheValueThatDoesNotFit) {
    const auto refused = [](Name column, DataValue value) {
        return refusal(ErrorCode::ValueDoesNotFit, [&](SchemaBuilder& schema) {
            schema.insert("parts", {{column, value}});
        });
    };
    EXPECT_EQ(refused("price", "cheap"), "parts.price is given what is no decimal");
    EXPECT_EQ(refused("price", true), "parts.price is given what is no decimal");
    EXPECT_EQ(refused("spare", 2), "parts.spare is given what is no boolean");
    EXPECT_EQ(refused("spare", "true"), "parts.spare is given what is no boolean");
    EXPECT_EQ(refused("made", "2025-02-29 10:00:00"), "parts.made is given what is no time");
    EXPECT_EQ(refused("made", "2025-02-28 24:00:00"), "parts.made is given what is no time");
    EXPECT_EQ(refused("made", "yesterday"), "parts.made is given what is no time");
    EXPECT_EQ(refused("seen", "2025-02-28 10:00:00.7"),
              "parts.seen is given what has more digits of a second than it keeps");
    EXPECT_EQ(refused("opens", "10:00:00.25"),
              "parts.opens is given what has more digits of a second than it keeps");
    EXPECT_EQ(refused("opens", "soon"), "parts.opens is given what is no time of day");
    EXPECT_EQ(refused("opens", "10:00:00+02"), "parts.opens is given what is no time of day");
    EXPECT_EQ(refused("day", "never"), "parts.day is given what is no date");
    EXPECT_EQ(refused("day", "2025-02-29"), "parts.day is given what is no date");
    EXPECT_EQ(refused("state", "wron"), "parts.state is given what is none of its values");
    EXPECT_EQ(refused("state", 1), "parts.state is given what is none of its values");
    EXPECT_EQ(refused("code", true), "parts.code is given what is a boolean");
    EXPECT_EQ(refused("id", false), "parts.id is given what is a boolean");
}

// What SQLite alone refuses, since it stores decimals otherwise.
std::string refusalOfSqlite(const Calls& calls) {
    return messageOf(ErrorCode::NotSupportedByServer, [&] {
        const std::vector<Operation> operations = recorded(calls);
        makeDialect(serverOf({}, DatabaseKind::SQLite))->compile(operations, schemaAfter(given));
    });
}

void wantAllowed(const Calls& calls) {
    const std::vector<Operation> operations = recorded(calls);
    for (const DatabaseKind kind : kAllKinds) {
        EXPECT_NO_THROW(makeDialect(serverOf({}, kind))->compile(operations, schemaAfter(given)));
    }
}

TEST(DataRefusals, NameSqlThatWouldMeanSomethingElseToSqlite) {
    const auto sentence = [](std::string_view what) {
        return fmt::format(
            "{} is the same for SQLite as for other databases, and would mean "
            "something else: SQLite stores a decimal as an integer that is scaled, "
            "or as text",
            what);
    };
    EXPECT_EQ(refusalOfSqlite([](SchemaBuilder& schema) {
                  schema.update("parts", {{"code", "a"}}).where("price > 5");
              }),
              sentence("where()"));
    EXPECT_EQ(refusalOfSqlite(
                  [](SchemaBuilder& schema) { schema.erase("parts").where("price > weight"); }),
              sentence("where()"));
    EXPECT_EQ(refusalOfSqlite([](SchemaBuilder& schema) {
                  schema.update("parts", {{"price", expr("price + 1")}}).by({{"id", 1}});
              }),
              sentence("what price becomes"));
    EXPECT_EQ(refusalOfSqlite([](SchemaBuilder& schema) {
                  schema.update("parts", {{"price", expr("price * price")}}).by({{"id", 1}});
              }),
              sentence("what price becomes"));
    EXPECT_EQ(refusalOfSqlite([](SchemaBuilder& schema) {
                  schema.backfill("parts").set("weight", expr("price"));
              }),
              sentence("what weight becomes"));
    EXPECT_EQ(refusalOfSqlite([](SchemaBuilder& schema) {
                  schema.backfill("parts").set("code", "a").where("price = '1.00'");
              }),
              sentence("where()"));
    EXPECT_EQ(refusalOfSqlite([](SchemaBuilder& schema) {
                  schema.alterTable("parts", [](AlterBuilder& t) {
                      t.index({"code"}).where({.postgresql = "price > 5",
                                               .mysql = nothing,
                                               .mariadb = nothing,
                                               .sqlite = "price > 5"});
                  });
              }),
              sentence("where()"));
    EXPECT_EQ(refusalOfSqlite([](SchemaBuilder& schema) {
                  schema.verify("sum", "SELECT sum(price) FROM parts").equals(1);
              }),
              sentence("the query of 'sum'"));
    EXPECT_EQ(refusalOfSqlite([](SchemaBuilder& schema) {
                  schema.verify("dear", "SELECT id FROM parts WHERE price > 9").isEmpty();
              }),
              sentence("the query of 'dear'"));
}

TEST(DataRefusals, LeaveSqlAloneThatMeansTheSameToAll) {
    wantAllowed([](SchemaBuilder& schema) {
        schema.update("parts", {{"code", "a"}}).where("price IS NULL AND weight > 5");
        schema.update("parts", {{"price", expr("price + price")}}).where("price < 0");
        schema.erase("parts").where({.postgresql = "price > 5",
                                     .mysql = "price > 5",
                                     .mariadb = sameAs::mysql,
                                     .sqlite = "price > 500"});
        schema.backfill("parts").set("weight", expr("weight * 2")).where("price IS NOT NULL");
        schema.verify("all", "SELECT count(*) FROM parts WHERE price IS NULL").equals(5);
        schema.verify("some", "SELECT * FROM parts WHERE price < 0").isNotEmpty();
        schema.verify("none below", "SELECT min(price) FROM parts").atLeast(0);
    });
}

TEST(DataRefusals, WantToKnowWhichRowsAreMeant) {
    const auto refused = [](const Calls& calls) { return refusal(ErrorCode::RowsNotTold, calls); };
    EXPECT_EQ(refused([](SchemaBuilder& schema) { schema.erase("parts"); }),
              "erase_rows does not say which rows of parts are meant");
    EXPECT_EQ(refused([](SchemaBuilder& schema) {
                  schema.update("parts", {{"code", "a"}});
              }),
              "update_rows does not say which rows of parts are meant");
    EXPECT_EQ(refused([](SchemaBuilder& schema) { schema.update("parts", {}).allRows(); }),
              "the update of parts sets no column");
    EXPECT_EQ(refused([](SchemaBuilder& schema) { schema.backfill("parts"); }),
              "the backfill of parts sets no column");
    EXPECT_EQ(refused([](SchemaBuilder& schema) { schema.insert("parts", {"id"}, {}); }),
              "nothing is inserted into parts");
    EXPECT_EQ(refused([](SchemaBuilder& schema) { schema.verify("all is well", "SELECT 1"); }),
              "'all is well' does not say what its query must give");
}

TEST(DataRefusals, WantAKeyToWalkBy) {
    const auto refused = [](const Calls& calls) { return refusal(ErrorCode::RowsNotTold, calls); };
    EXPECT_EQ(refused([](SchemaBuilder& schema) { schema.backfill("keyless").set("n", 1); }),
              "table keyless has no primary key that is known, by which its rows could be walked");
    EXPECT_EQ(refused([](SchemaBuilder& schema) { schema.backfill("theirs").set("n", 1); }),
              "table theirs has no primary key that is known, by which its rows could be walked");
    EXPECT_EQ(refused([](SchemaBuilder& schema) {
                  schema.backfill("keyless").set("n", 1).by({"maybe"});
              }),
              "keyless.maybe may be NULL, so that rows would be left out");
    EXPECT_EQ(
        refused([](SchemaBuilder& schema) { schema.backfill("parts").set("id", 1).by({"code"}); }),
        "the rows of parts are not told apart by code");
    EXPECT_EQ(refused([](SchemaBuilder& schema) { schema.backfill("parts").set("id", 1); }),
              "the backfill of parts sets id, by which its rows are walked");
}

TEST(DataRefusals, OfCopiesSayWhatIsMissing) {
    const auto refused = [](const Calls& calls) {
        return refusal(ErrorCode::CopyNotPossible, calls);
    };
    EXPECT_EQ(refused([](SchemaBuilder& schema) { schema.dropTable("theirs").keepCopy(); }),
              "no migration has made table theirs, so what is to be kept of it is not known");
    EXPECT_EQ(refused([](SchemaBuilder& schema) {
                  schema.alterTable("keyless",
                                    [](AlterBuilder& t) { t.dropColumn("n").keepCopy(); });
              }),
              "table keyless has no primary key by which a copy could tell its rows apart");
    EXPECT_EQ(refused([](SchemaBuilder& schema) {
                  schema.alterTable("parts",
                                    [](AlterBuilder& t) { t.dropColumn("id").keepCopy(); });
              }),
              "parts.id belongs to the primary key, by which a copy tells the rows apart");
    EXPECT_EQ(refusal(ErrorCode::CopyExists,
                      [](SchemaBuilder& schema) {
                          schema.dropTable("parts").keepCopy();
                          schema.createTable("parts", [](TableBuilder& t) { t.integer("id"); });
                          schema.dropTable("parts").keepCopy();
                      }),
              "a copy of parts is kept already");
    EXPECT_EQ(refusal(ErrorCode::UnknownTable,
                      [](SchemaBuilder& schema) { schema.dropCopy("parts", "code"); })
                  .substr(0, 29),
              "there is no kept copy godwit_");
}

TEST(DataRefusals, AreMadeWhileTheCallIsRecorded) {
    const auto refused = [](ErrorCode code, const Calls& calls) {
        return messageOf(code, [&] { recorded(calls); });
    };
    EXPECT_EQ(refused(ErrorCode::BadArgument,
                      [](SchemaBuilder& schema) {
                          schema.insert("parts", {"id", "code"}, {{1, "a"}, {2}});
                      }),
              "row 2 for parts has 1 values for 2 columns");
    EXPECT_EQ(refused(ErrorCode::BadArgument,
                      [](SchemaBuilder& schema) { schema.backfill("parts").batchesOf(0); }),
              "batchesOf(0) of the backfill of parts is out of range");
    EXPECT_EQ(refused(ErrorCode::BadArgument,
                      [](SchemaBuilder& schema) {
                          schema.data("a", "1", [](DataContext&) {});
                          schema.data("a", "2", [](DataContext&) {});
                      }),
              "two data steps of a migration are named 'a'");
    EXPECT_EQ(refused(ErrorCode::BadArgument,
                      [](SchemaBuilder& schema) { schema.data("a", "", [](DataContext&) {}); }),
              "a data step has no revision");
    EXPECT_EQ(refused(ErrorCode::BadArgument,
                      [](SchemaBuilder& schema) { schema.verify("v", "SELECT 1").atLeast("x"); }),
              "'v' is compared with what is no number");
    const auto argument = [&](const Calls& calls) {
        return refused(ErrorCode::BadArgument, calls);
    };
    EXPECT_EQ(argument([](SchemaBuilder& schema) {
                  schema.update("parts", {{"code", "a"}}).where("id > 1").where("id < 5");
              }),
              "where(\"...\") is said twice of one call");
    EXPECT_EQ(argument([](SchemaBuilder& schema) {
                  schema.erase("parts").by({{"id", 1}}).by({{"code", "a"}});
              }),
              "by({...}) is said twice of one call");
    EXPECT_EQ(argument([](SchemaBuilder& schema) {
                  schema.backfill("parts").set("code", "a").set("code", "b");
              }),
              "set(\"code\", ...) is said twice of one call");
    EXPECT_EQ(argument([](SchemaBuilder& schema) {
                  schema.backfill("parts").set("code", "a").where("id > 1").where("id < 5");
              }),
              "where(\"...\") is said twice of one call");
    EXPECT_EQ(argument([](SchemaBuilder& schema) {
                  schema.insert("parts", {{"id", 1}, {"id", 2}});
              }),
              "column id is named twice in one row");
    EXPECT_EQ(argument([](SchemaBuilder& schema) {
                  schema.insert("parts", {"id", "id"}, {{1, 2}});
              }),
              "column id is named twice in one row");
    EXPECT_EQ(argument([](SchemaBuilder& schema) {
                  schema.verify("v", "SELECT 1").atLeast(1).atMost(2);
              }),
              "what the query must give is said twice of one call");
    EXPECT_EQ(argument([](SchemaBuilder& schema) {
                  schema.alterTable("parts",
                                    [](AlterBuilder& t) { t.integer("n").first().after("id"); });
              }),
              "the column n is given two places");
    EXPECT_EQ(argument([](SchemaBuilder& schema) {
                  schema.alterTable("parts", [](AlterBuilder& t) {
                      t.setNotNull("code").backfillWith("'x'").backfillFrom("id");
                  });
              }),
              "setNotNull(\"code\") says twice what NULL becomes");
    EXPECT_EQ(refused(ErrorCode::RowsNotTold,
                      [](SchemaBuilder& schema) {
                          schema.erase("parts").by({{"id", 1}}).allRows();
                      }),
              "erase_rows says all rows of parts, and which");
    EXPECT_NE(refused(ErrorCode::TextNotUtf8,
                      [](SchemaBuilder& schema) {
                          schema.insert("parts", {{"code", "\xff"}});
                      })
                  .find("the value of code is"),
              std::string::npos);
}

}  // namespace
}  // namespace godwit::test
