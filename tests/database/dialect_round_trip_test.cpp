#include <gtest/gtest.h>

#include "database/support/catalog.hpp"
#include "database/support/schema_runner.hpp"
#include "database/support/scratch_database.hpp"

// Up, down and up again leave the catalog as it was after the first of each.

namespace godwit::test {

namespace {

using Body = GoldenCase::Body;

struct RoundTrip {
    std::string_view name;
    Body given;
    Body up;
    Body down;
};

void library(SchemaBuilder& schema) {
    schema.createTable("authors", [](TableBuilder& t) {
        t.id();
        t.string("name", 80);
    });
    schema.createTable("books", [](TableBuilder& t) {
        t.id();
        t.bigInteger("author_id").nullable();
        t.string("title", 80).comment("On the cover.");
        t.integer("pages").defaultTo(1);
        t.timestamps();
    });
}

void relatedLibrary(SchemaBuilder& schema) {
    schema.createTable("authors", [](TableBuilder& t) { t.id(); });
    schema.createTable("books", [](TableBuilder& t) {
        t.id();
        t.foreignId("author_id").nullable().references("authors").onDelete(cascade);
        t.string("title", 80);
    });
}

void alterBooks(SchemaBuilder& schema, void (*body)(AlterBuilder&)) {
    schema.alterTable("books", body);
}

const RoundTrip kTrips[] = {
    {"TableWithEnumeration",
     library,
     [](SchemaBuilder& schema) {
         schema.createTable("loans", [](TableBuilder& t) {
             t.uuid("id").primaryKey().generated();
             t.foreignId("book_id").references("books");
             t.enumeration("state", "loan_state", {"out", "back"}).defaultTo("out");
             t.decimal("fee", 8, 2).defaultTo("0.5");
             t.json("notes").nullable();
             t.timestamps();
             t.index({"book_id", "state"});
             t.check("loans_fee_is_not_negative", "fee >= 0");
         });
     },
     [](SchemaBuilder& schema) { schema.dropTable("loans"); }},
    {"ColumnsWithIndex",
     library,
     [](SchemaBuilder& schema) {
         alterBooks(schema, [](AlterBuilder& t) {
             t.string("isbn", 13).nullable();
             t.boolean("lent").defaultTo(false);
             t.enumeration("cover", "cover", {"hard", "soft"}).defaultTo("soft");
             t.index({"isbn", "pages"});
         });
     },
     [](SchemaBuilder& schema) {
         alterBooks(schema, [](AlterBuilder& t) {
             t.dropColumn("cover");
             t.dropColumn("lent");
             t.dropColumn("isbn");
         });
     }},
    {"ColumnWithForeignKey",
     library,
     [](SchemaBuilder& schema) {
         alterBooks(schema, [](AlterBuilder& t) {
             t.foreignId("editor_id").nullable().references("authors").onDelete(setNull);
         });
     },
     [](SchemaBuilder& schema) {
         alterBooks(schema, [](AlterBuilder& t) { t.dropColumn("editor_id"); });
     }},
    {"ForeignKey",
     library,
     [](SchemaBuilder& schema) {
         alterBooks(schema, [](AlterBuilder& t) {
             t.foreignKey({"author_id"}).references("authors", {"id"});
         });
     },
     [](SchemaBuilder& schema) {
         alterBooks(schema, [](AlterBuilder& t) { t.dropForeignKey({"author_id"}); });
     }},
    {"IndexThatAForeignKeyUses",
     relatedLibrary,
     [](SchemaBuilder& schema) {
         alterBooks(schema, [](AlterBuilder& t) { t.index({"author_id", "title"}); });
     },
     [](SchemaBuilder& schema) {
         alterBooks(schema, [](AlterBuilder& t) { t.dropIndex({"author_id", "title"}); });
     }},
    {"ForeignKeyThatUsesAnIndex",
     [](SchemaBuilder& schema) {
         library(schema);
         alterBooks(schema, [](AlterBuilder& t) { t.index({"author_id"}); });
     },
     [](SchemaBuilder& schema) {
         alterBooks(schema, [](AlterBuilder& t) {
             t.foreignKey({"author_id"}).references("authors", {"id"});
         });
     },
     [](SchemaBuilder& schema) {
         alterBooks(schema, [](AlterBuilder& t) { t.dropForeignKey({"author_id"}); });
     }},
    {"KeysAndChecks",
     [](SchemaBuilder& schema) {
         schema.createTable("seats", [](TableBuilder& t) {
             t.integer("line");
             t.integer("place");
             t.string("label", 10);
         });
     },
     [](SchemaBuilder& schema) {
         schema.alterTable("seats", [](AlterBuilder& t) {
             t.primaryKey({"line", "place"});
             t.unique({"label"});
             t.check("seats_line_is_positive", "line > 0");
         });
     },
     [](SchemaBuilder& schema) {
         schema.alterTable("seats", [](AlterBuilder& t) {
             t.dropCheck("seats_line_is_positive");
             t.dropUnique({"label"});
             t.dropPrimaryKey();
         });
     }},
    {"Names",
     relatedLibrary,
     [](SchemaBuilder& schema) {
         schema.renameTable("authors", "writers");
         schema.alterTable("writers", [](AlterBuilder& t) { t.renameColumn("id", "number"); });
         alterBooks(schema, [](AlterBuilder& t) {
             t.renameColumn("author_id", "writer_number");
             t.renameColumn("title", "name");
         });
     },
     [](SchemaBuilder& schema) {
         alterBooks(schema, [](AlterBuilder& t) {
             t.renameColumn("name", "title");
             t.renameColumn("writer_number", "author_id");
         });
         schema.alterTable("writers", [](AlterBuilder& t) { t.renameColumn("number", "id"); });
         schema.renameTable("writers", "authors");
     }},
    {"Comments",
     library,
     [](SchemaBuilder& schema) {
         alterBooks(schema, [](AlterBuilder& t) {
             t.comment("All that we own.");
             t.commentOn("title", "");
             t.commentOn("updated_at", "Not by hand.");
             t.commentOn("id", "On the back.");
         });
     },
     [](SchemaBuilder& schema) {
         alterBooks(schema, [](AlterBuilder& t) {
             t.commentOn("id", "");
             t.commentOn("updated_at", "");
             t.commentOn("title", "On the cover.");
             t.comment("");
         });
     }},
    {"TablesInACircle",
     library,
     [](SchemaBuilder& schema) {
         schema.createTable("hens", [](TableBuilder& t) {
             t.id();
             t.foreignId("egg_id").nullable().references("eggs");
         });
         schema.createTable("eggs", [](TableBuilder& t) {
             t.id();
             t.foreignId("hen_id").nullable().references("hens");
         });
     },
     [](SchemaBuilder& schema) {
         schema.alterTable("hens", [](AlterBuilder& t) { t.dropColumn("egg_id"); });
         schema.dropTable("eggs");
         schema.dropTable("hens");
     }},
};

class DialectRoundTrip : public testing::TestWithParam<RoundTrip> {};

TEST_P(DialectRoundTrip, LeavesTheCatalogAsItWas) {
    const RoundTrip& trip = GetParam();
    ScratchDatabase database;
    Connection connection = database.connect();
    SchemaRunner runner{connection};
    runner.run(trip.given);
    const std::string start = catalogOf(connection);

    runner.run(trip.up);
    const std::string end = catalogOf(connection);
    EXPECT_NE(start, end);
    runner.run(trip.down);
    EXPECT_EQ(catalogOf(connection), start);
    runner.run(trip.up);
    EXPECT_EQ(catalogOf(connection), end);
}

std::string nameOfTest(const testing::TestParamInfo<RoundTrip>& info) {
    return std::string{info.param.name};
}

INSTANTIATE_TEST_SUITE_P(Trips, DialectRoundTrip, testing::ValuesIn(kTrips), nameOfTest);

}  // namespace

}  // namespace godwit::test
