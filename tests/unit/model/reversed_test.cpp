#include <algorithm>

#include <gtest/gtest.h>

#include <godwit/migration.hpp>
#include <godwit/plan.hpp>

#include "model/reversed.hpp"
#include "unit/support/recording.hpp"

namespace godwit {
namespace {

using detail::reversed;
using test::messageOf;
using test::recorded;
using test::schemaAfter;

using Change = std::function<void(ReversibleSchemaBuilder&)>;
using Lines = std::vector<std::string>;

std::vector<Operation> recordedChange(const Change& change) {
    detail::Recorder recorder;
    ReversibleSchemaBuilder schema{recorder};
    change(schema);
    return recorder.take();
}

Lines linesOf(const std::vector<Operation>& operations) {
    Lines lines;
    for (const Operation& operation : operations) {
        lines.push_back(oneLine(operation));
    }
    return lines;
}

// The tables alone, with their columns in the order of their names: only MySQL and MariaDB put a
// column where it was.
Schema comparable(Schema schema) {
    schema.goneTables.clear();
    for (auto& [name, table] : schema.tables) {
        const auto byName = [](const auto& a, const auto& b) { return a.name < b.name; };
        std::sort(table.columns.begin(), table.columns.end(), byName);
        std::sort(table.uniqueKeys.begin(), table.uniqueKeys.end(), byName);
        std::sort(table.indexes.begin(), table.indexes.end(), byName);
        std::sort(table.foreignKeys.begin(), table.foreignKeys.end(), byName);
        std::sort(table.checks.begin(), table.checks.end(), byName);
    }
    return schema;
}

void replayAll(const std::vector<Operation>& operations, Schema& schema) {
    for (const Operation& operation : operations) {
        replay(operation, schema);
    }
}

void library(SchemaBuilder& schema) {
    schema.createTable("authors", [](TableBuilder& t) {
        t.id();
        t.string("name", 80).comment("As on the cover.");
        t.boolean("alive").defaultTo(true);
        t.comment("Who wrote them.");
    });
    schema.createTable("books", [](TableBuilder& t) {
        t.id();
        t.foreignId("author_id").references("authors").onDelete(cascade);
        t.string("title", 80).nullable();
        t.string("isbn", 13).unique();
        t.integer("pages").defaultTo(1);
        t.check("books_have_pages", "pages > 0");
        t.index({"title", "pages"});
        t.index({"pages"}).invisible();
    });
}

struct Reversal {
    const char* name;
    Change change;
    Lines down;
};

Change alterBooks(const std::function<void(ReversibleAlterBuilder&)>& body) {
    return [body](ReversibleSchemaBuilder& schema) { schema.alterTable("books", body); };
}

const std::vector<Reversal>& reversals() {
    static const std::vector<Reversal> kReversals = {
        {"CreateTable",
         [](ReversibleSchemaBuilder& schema) {
             schema.createTable("loans", [](TableBuilder& t) { t.id(); });
         },
         {"drop_table loans"}},
        {"DropTable",
         [](ReversibleSchemaBuilder& schema) {
             schema.dropTable("books", [](TableBuilder& t) {
                 t.id();
                 t.foreignId("author_id").references("authors").onDelete(cascade);
                 t.string("title", 80).nullable();
                 t.string("isbn", 13).unique();
                 t.integer("pages").defaultTo(1);
                 t.check("books_have_pages", "pages > 0");
                 t.index({"title", "pages"});
                 t.index({"pages"}).invisible();
             });
         },
         {"create_table books"}},
        {"RenameTable",
         [](ReversibleSchemaBuilder& schema) { schema.renameTable("books", "works"); },
         {"rename_table works to books"}},
        {"AddColumns",
         alterBooks([](auto& t) {
             t.string("language", 2).nullable();
             t.date("printed").nullable();
         }),
         {"drop_column books.printed", "drop_column books.language"}},
        {"DropColumn",
         alterBooks([](auto& t) { t.dropColumn("pages", integer().defaultTo(1)); }),
         {"add_column books.pages",
          "add_index books.books_title_pages_idx",
          "add_index books.books_pages_idx"}},
        {"DropColumnWithItsKeys",
         alterBooks([](auto& t) { t.dropColumn("author_id", bigInteger()); }),
         {"add_column books.author_id", "add_foreign_key books.books_author_id_fkey"}},
        {"RenameColumn",
         alterBooks([](auto& t) { t.renameColumn("title", "name"); }),
         {"rename_column books.name to title"}},
        {"RenamesOfOneColumn",
         alterBooks([](auto& t) {
             t.renameColumn("title", "name");
             t.renameColumn("name", "label");
         }),
         {"rename_column books.label to name", "rename_column books.name to title"}},
        {"ChangeType",
         alterBooks([](auto& t) { t.changeType("pages", integer(), bigInteger()); }),
         {"change_type books.pages"}},
        {"ChangeTypeToACollatedOne",
         alterBooks([](auto& t) {
             t.changeType("title",
                          string(80),
                          string(90).collate(everywhere("C")).charset("ascii"));
         }),
         {"change_type books.title"}},
        {"IndexOverAColumnThatTookANewOnesName",
         alterBooks([](auto& t) {
             t.string("code", 20).nullable();
             t.renameColumn("code", "shelf");
             t.renameColumn("isbn", "code");
             t.index({"code"});
         }),
         {"drop_index books.books_code_idx",
          "rename_column books.code to isbn",
          "rename_column books.shelf to code",
          "drop_column books.code"}},
        {"IndexOverAColumnOfATableThatTookANewOnesName",
         [](ReversibleSchemaBuilder& schema) {
             schema.alterTable("books", [](auto& t) { t.integer("volume").nullable(); });
             schema.renameTable("books", "works");
             schema.alterTable("works", [](auto& t) { t.index({"volume"}); });
         },
         {"rename_table works to books", "drop_column books.volume"}},
        {"SetNotNull",
         alterBooks([](auto& t) { t.setNotNull("title").backfillWith("'?'"); }),
         {"drop_not_null books.title"}},
        {"SetNotNullOfWhatIsNeverNull", alterBooks([](auto& t) { t.setNotNull("pages"); }), {}},
        {"DropNotNull",
         alterBooks([](auto& t) { t.dropNotNull("pages"); }),
         {"set_not_null books.pages"}},
        {"DropNotNullOfWhatMayBeNull", alterBooks([](auto& t) { t.dropNotNull("title"); }), {}},
        {"SetDefault",
         alterBooks([](auto& t) {
             t.setDefault("pages", 2);
             t.setDefault("title", "Untitled").from(nullptr);
         }),
         {"set_default books.title", "set_default books.pages"}},
        {"DropDefault",
         alterBooks([](auto& t) { t.dropDefault("pages").from(1); }),
         {"set_default books.pages"}},
        {"Comments",
         [](ReversibleSchemaBuilder& schema) {
             schema.alterTable("authors", [](ReversibleAlterBuilder& t) {
                 t.comment("").from("Who wrote them.");
                 t.commentOn("name", "In full.");
                 t.commentOn("alive", "Still.").from("");
             });
         },
         {"set_column_comment authors.alive",
          "set_column_comment authors.name",
          "set_table_comment authors"}},
        {"PrimaryKeys",
         [](ReversibleSchemaBuilder& schema) {
             schema.alterTable("authors", [](ReversibleAlterBuilder& t) {
                 t.renameConstraint("authors_pkey", "authors_key");
             });
         },
         {"rename_constraint authors.authors_key to authors_pkey"}},
        {"Keys",
         alterBooks([](auto& t) {
             t.unique({"title"});
             t.index({"author_id"});
             t.check("books_are_titled", "title <> ''");
             t.foreignKey({"author_id"}).references("authors", {"id"}).named("books_author");
         }),
         {"drop_foreign_key books.books_author",
          "drop_check books.books_are_titled",
          "drop_index books.books_author_id_idx",
          "drop_unique_key books.books_title_key"}},
        {"DroppedKeys",
         alterBooks([](auto& t) {
             t.dropForeignKey({"author_id"}).references("authors", {"id"}).onDelete(cascade);
             t.dropUnique({"isbn"});
             t.dropIndex({"title", "pages"});
             t.dropCheck("books_have_pages", "pages > 0");
         }),
         {"add_check books.books_have_pages",
          "add_index books.books_title_pages_idx",
          "add_unique_key books.books_isbn_key",
          "add_foreign_key books.books_author_id_fkey"}},
        {"RenameIndex",
         alterBooks([](auto& t) { t.renameIndex("books_pages_idx", "books_by_size"); }),
         {"rename_index books.books_by_size to books_pages_idx"}},
        {"ShowIndex",
         alterBooks([](auto& t) { t.showIndex("books_pages_idx"); }),
         {"set_index_visibility books.books_pages_idx invisible"}},
        {"HideIndexThatIsHidden", alterBooks([](auto& t) { t.hideIndex("books_pages_idx"); }), {}},
        // The key of a counted column cannot go before the column on MySQL and MariaDB.
        {"KeysOfAnAddedColumnGoWithIt",
         alterBooks([](auto& t) {
             t.bigInteger("number").generated().unique();
             t.integer("volume").nullable();
             t.index({"volume"});
         }),
         {"drop_column books.volume", "drop_column books.number"}},
        // What it references may go before the column.
        {"ForeignKeyOfAnAddedColumnGoesFirst",
         [](ReversibleSchemaBuilder& schema) {
             schema.alterTable("books", [](auto& t) { t.bigInteger("editor_id").nullable(); });
             schema.createTable("editors", [](TableBuilder& t) { t.id(); });
             schema.alterTable("books", [](auto& t) {
                 t.foreignKey({"editor_id"}).references("editors", {"id"});
             });
         },
         {"drop_foreign_key books.books_editor_id_fkey",
          "drop_table editors",
          "drop_column books.editor_id"}},
        {"TableRenamedAndChanged",
         [](ReversibleSchemaBuilder& schema) {
             schema.renameTable("books", "works");
             schema.alterTable("works", [](ReversibleAlterBuilder& t) {
                 t.dropColumn("title", string(80).nullable());
             });
         },
         {"add_column works.title",
          "add_index works.books_title_pages_idx",
          "rename_table works to books"}},
    };
    return kReversals;
}

class ReversedOperations : public testing::TestWithParam<Reversal> {};

TEST_P(ReversedOperations, LeadBackToWhereItBegan) {
    const Schema before = schemaAfter(library);
    const std::vector<Operation> up = recordedChange(GetParam().change);
    const std::vector<Operation> down = reversed(up, before);
    EXPECT_EQ(linesOf(down), GetParam().down);

    Schema schema = before;
    replayAll(up, schema);
    const Schema after = schema;
    replayAll(down, schema);
    EXPECT_EQ(comparable(schema), comparable(before));
    // And the way back of the way back is the way there.
    replayAll(reversed(down, after), schema);
    EXPECT_EQ(comparable(schema), comparable(after));
}

INSTANTIATE_TEST_SUITE_P(All,
                         ReversedOperations,
                         testing::ValuesIn(reversals()),
                         [](const auto& one) { return std::string{one.param.name}; });

TEST(Reversed, CutsACircleOfTablesBeforeItDropsThem) {
    const std::vector<Operation> up = recordedChange([](ReversibleSchemaBuilder& schema) {
        schema.createTable("eggs", [](TableBuilder& t) {
            t.id();
            t.foreignId("hen_id").references("hens");
        });
        schema.createTable("hens", [](TableBuilder& t) {
            t.id();
            t.foreignId("egg_id").references("eggs");
        });
    });
    const std::vector<Operation> down = reversed(up, {});
    EXPECT_EQ(
        linesOf(down),
        (Lines{"drop_foreign_key eggs.eggs_hen_id_fkey", "drop_table hens", "drop_table eggs"}));
    Schema schema;
    replayAll(up, schema);
    replayAll(down, schema);
    EXPECT_TRUE(schema.tables.empty());
}

TEST(Reversed, PutsAColumnBackInItsPlaceWhereThereArePlaces) {
    Schema before = schemaAfter(library);
    before.databases = mysql;
    for (const char* column : {"id", "title", "pages"}) {
        Schema schema = before;
        Operation drop{
            op::DropColumn{"books", column, {}, *findColumn(before.tables.at("books"), column)}};
        const std::vector<Operation> back = reversed({drop}, schema);
        replay(drop, schema);
        replayAll(back, schema);
        EXPECT_EQ(schema.tables.at("books").columns, before.tables.at("books").columns) << column;
    }
}

TEST(Reversed, KeepsWhatIsSaidOfACall) {
    const std::vector<Operation> down = reversed(
        recordedChange([](ReversibleSchemaBuilder& schema) {
            schema.alterTable("books", [](auto& t) {
                t.index({"title"}).only(mysql | mariadb).because("People look for titles.");
            });
        }),
        {});
    ASSERT_EQ(down.size(), 1U);
    EXPECT_EQ(down[0].only, mysql | mariadb);
    EXPECT_EQ(down[0].because, "People look for titles.");
}

TEST(Reversed, LeavesOutWhatIsForOtherDatabases) {
    Schema before = schemaAfter(library);
    before.databases = sqlite;
    const auto change = recordedChange([](ReversibleSchemaBuilder& schema) {
        schema.alterTable("books", [](ReversibleAlterBuilder& t) {
            t.setDefault("pages", 5).only(postgresql);
            t.setDefault("pages", 6).only(sqlite);
        });
    });
    const std::vector<Operation> down = reversed(change, before);
    ASSERT_EQ(down.size(), 1U);
    EXPECT_EQ(std::get<op::SetDefault>(down[0]).value, DefaultValue{NumberDefault{"1"}});
}

TEST(Reversed, TakesRawSqlBackWithItsInverse) {
    const std::vector<Operation> down = reversed(
        recordedChange([](ReversibleSchemaBuilder& schema) {
            schema.sql(everywhere("INSERT INTO t VALUES (1)"), everywhere("DELETE FROM t"));
        }),
        {});
    EXPECT_EQ(down, recordedChange([](ReversibleSchemaBuilder& schema) {
                  schema.sql(everywhere("DELETE FROM t"), everywhere("INSERT INTO t VALUES (1)"));
              }));
}

TEST(Reversed, WantsToKnowWhatWasThere) {
    const auto refusal = [](const Change& change) {
        return messageOf(ErrorCode::NotReversible, [&] { reversed(recordedChange(change), {}); });
    };
    EXPECT_EQ(refusal(alterBooks([](auto& t) { t.setDefault("pages", 2); })),
              "set_default books.pages cannot be taken back: the default that was there is not "
              "known");
    EXPECT_EQ(refusal(alterBooks([](auto& t) { t.comment("Those we have."); })),
              "set_table_comment books cannot be taken back: the comment that was there is not "
              "known");
    EXPECT_EQ(refusal(alterBooks([](auto& t) { t.commentOn("title", "On the cover."); })),
              "set_column_comment books.title cannot be taken back: the comment that was there is "
              "not known");
    EXPECT_NO_THROW(
        reversed(recordedChange(alterBooks([](auto& t) { t.setDefault("pages", 2).from(1); })),
                 {}));
}

// Of migrations as the planner records them.

class RenameTitle final : public ReversibleMigration {
public:
    void change(SchemaBuilder& schema) const override {
        schema.alterTable("books", [](Alter& t) {
            t.renameColumn("title", "name");
            t.setDefault("pages", 100);
        });
    }
};

TEST(ReversibleMigrations, AreRecordedBothWays) {
    const RenameTitle migration;
    const Schema before = schemaAfter(library);
    EXPECT_EQ(linesOf(record(migration, Direction::Up)),
              (Lines{"rename_column books.title to name", "set_default books.pages"}));
    const std::vector<Operation> down = record(migration, Direction::Down, [&] { return before; });
    EXPECT_EQ(linesOf(down),
              (Lines{"set_default books.pages", "rename_column books.name to title"}));
    EXPECT_EQ(std::get<op::SetDefault>(down[0]).value, DefaultValue{NumberDefault{"1"}});
}

}  // namespace
}  // namespace godwit
