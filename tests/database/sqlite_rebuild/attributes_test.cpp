#include <algorithm>
#include <variant>

#include "database/sqlite_rebuild/fixture.hpp"

// Changes of one attribute of a column in a table with rows.

namespace godwit::test {

namespace {

using testing::HasSubstr;

void shelf(SchemaBuilder& schema) {
    schema.createTable("goods", [](TableBuilder& t) {
        t.id();
        t.string("name", 20).nullable().comment("On the label.");
        t.string("short", 10).defaultTo("-");
        t.integer("pieces").defaultTo(1);
        t.decimal("price", 10, 2).defaultTo(1);
        t.decimal("weight", 12, 4).nullable();
        t.text("code").nullable();
        t.bytes("picture").nullable();
        t.index({"pieces"});
        t.check("goods_cost", "price >= 0");
    });
    schema.createTable("sales", [](TableBuilder& t) {
        t.id();
        t.foreignId("good_id").references("goods").onDelete(cascade);
    });
}

template <class Body>
void alterGoods(SchemaBuilder& schema, Body body) {
    schema.alterTable("goods", body);
}

void widerPrice(SchemaBuilder& schema) {
    alterGoods(schema, [](AlterBuilder& t) { t.changeType("price", decimal(12, 4)); });
}

void shorterWeight(SchemaBuilder& schema) {
    alterGoods(schema, [](AlterBuilder& t) { t.changeType("weight", decimal(10, 2)); });
}

void wholeWeight(SchemaBuilder& schema) {
    alterGoods(schema, [](AlterBuilder& t) { t.changeType("weight", integer()); });
}

void scaledPieces(SchemaBuilder& schema) {
    alterGoods(schema, [](AlterBuilder& t) { t.changeType("pieces", decimal(8, 2)); });
}

void countedCodes(SchemaBuilder& schema) {
    alterGoods(schema, [](AlterBuilder& t) { t.changeType("code", integer()); });
}

void codesAsBytes(SchemaBuilder& schema) {
    alterGoods(schema, [](AlterBuilder& t) { t.changeType("code", bytes()); });
}

void namedPieces(SchemaBuilder& schema) {
    alterGoods(schema, [](AlterBuilder& t) {
        t.changeType("pieces", string(20)).castUsing("pieces || ' pc ' || short");
    });
}

void shortName(SchemaBuilder& schema) {
    alterGoods(schema, [](AlterBuilder& t) { t.changeType("name", string(3)); });
}

void wantNames(SchemaBuilder& schema) {
    alterGoods(schema, [](AlterBuilder& t) { t.setNotNull("name"); });
}

void wantNamesOrShort(SchemaBuilder& schema) {
    alterGoods(schema, [](AlterBuilder& t) { t.setNotNull("name").backfillFrom("short"); });
}

void wantNamesOrNone(SchemaBuilder& schema) {
    alterGoods(schema, [](AlterBuilder& t) { t.setNotNull("name").backfillWith("'none'"); });
}

void wantWeights(SchemaBuilder& schema) {
    alterGoods(schema, [](AlterBuilder& t) { t.setNotNull("weight").backfillFrom("pieces"); });
}

void letNamesBeNull(SchemaBuilder& schema) {
    alterGoods(schema, [](AlterBuilder& t) { t.dropNotNull("name"); });
}

void letPiecesBeNull(SchemaBuilder& schema) {
    alterGoods(schema, [](AlterBuilder& t) { t.dropNotNull("pieces"); });
}

void dearer(SchemaBuilder& schema) {
    alterGoods(schema, [](AlterBuilder& t) { t.setDefault("price", "12.5"); });
}

void noDefault(SchemaBuilder& schema) {
    alterGoods(schema, [](AlterBuilder& t) { t.dropDefault("price"); });
}

void renameCheck(SchemaBuilder& schema) {
    alterGoods(schema,
               [](AlterBuilder& t) { t.renameConstraint("goods_cost", "goods_have_a_price"); });
}

void colourBehindName(SchemaBuilder& schema) {
    alterGoods(schema, [](AlterBuilder& t) {
        t.string("colour", 10).defaultTo("red").after("name");
        t.integer("rank").nullable().first();
    });
}

void countIdsAsText(SchemaBuilder& schema) {
    alterGoods(schema, [](AlterBuilder& t) { t.changeType("id", text()); });
}

void picturesAsText(SchemaBuilder& schema) {
    alterGoods(schema, [](AlterBuilder& t) { t.changeType("picture", text()); });
}

void pricesAsText(SchemaBuilder& schema) {
    alterGoods(schema, [](AlterBuilder& t) { t.changeType("price", text()); });
}

void pricesAsSharedText(SchemaBuilder& schema) {
    alterGoods(schema,
               [](AlterBuilder& t) { t.changeType("price", text()).castUsing("price || ' EUR'"); });
}

void pricesAsOwnText(SchemaBuilder& schema) {
    alterGoods(schema, [](AlterBuilder& t) {
        t.changeType("price", text())
            .castUsing({.postgresql = "price::text",
                        .mysql = "price",
                        .mariadb = sameAs::mysql,
                        .sqlite = "printf('%d.%02d', price / 100, price % 100)"});
    });
}

void wantWeightsOfOne(SchemaBuilder& schema) {
    alterGoods(schema, [](AlterBuilder& t) { t.setNotNull("weight").backfillWith("1"); });
}

void checkedPieces(SchemaBuilder& schema) {
    alterGoods(schema, [](AlterBuilder& t) {
        t.check("goods_few", "pieces < 10");
        t.changeType("pieces", decimal(8, 2));
    });
}

void priceOfExpression(SchemaBuilder& schema) {
    alterGoods(schema, [](AlterBuilder& t) { t.setDefault("price", expr("1 + 1")); });
}

void renamedAndScaled(SchemaBuilder& schema) {
    alterGoods(schema, [](AlterBuilder& t) {
        t.check("goods_few", "pieces < 10");
        t.renameColumn("pieces", "number");
        t.changeType("number", decimal(8, 2));
    });
}

void fewPieces(SchemaBuilder& schema) {
    alterGoods(schema, [](AlterBuilder& t) { t.setDefault("pieces", "few"); });
}

void countedShorts(SchemaBuilder& schema) {
    alterGoods(schema, [](AlterBuilder& t) { t.changeType("short", integer()); });
}

void checkUnseen(SchemaBuilder& schema) {
    alterGoods(schema, [](AlterBuilder& t) { t.check("goods_few", "pieces < 10").notValid(); });
}

void everythingAtOnce(SchemaBuilder& schema) {
    wantNamesOrShort(schema);
    dearer(schema);
    letPiecesBeNull(schema);
    renameCheck(schema);
    countedCodes(schema);
    alterGoods(schema, [](AlterBuilder& t) {
        t.commentOn("code", "Of the maker.");
        t.dropColumn("picture");
        t.integer("rank").defaultTo(expr("1 + 1"));
        t.unique({"code"});
        t.index({"rank"});
        t.renameIndex("goods_pieces_idx", "goods_by_pieces");
    });
}

class ColumnsOnSqlite : public RebuildOnSqlite {
protected:
    void SetUp() override {
        given<shelf>();
        run("INSERT INTO goods (id, name, short, pieces, price, weight, code, picture) VALUES "
            "(1, 'bolt', 'b', 7, 1250, 12345, '17', x'00ff'), "
            "(2, NULL, 'n', 0, 0, -12355, '-4', NULL), (4, 'nut', 'x', 3, 99, NULL, NULL, NULL)");
        run("DELETE FROM goods WHERE id = 4");
        run("INSERT INTO goods (id, name, short, pieces, price, weight, code, picture) VALUES "
            "(3, 'nut', 'x', 3, 99, NULL, NULL, NULL)");
        run("INSERT INTO sales (good_id) VALUES (1), (1), (3)");
    }

    void TearDown() override {
        EXPECT_EQ(list("SELECT good_id FROM sales"), "1,1,3");
        EXPECT_EQ(list("SELECT id FROM goods ORDER BY id"), "1,2,3");
        EXPECT_EQ(value("SELECT seq FROM sqlite_sequence WHERE name = 'goods'"), "4");
        EXPECT_EQ(value("PRAGMA integrity_check"), "ok");
        EXPECT_EQ(value("PRAGMA foreign_keys"), "1");
        EXPECT_THAT(textOf("goods"), HasSubstr("/* On the label. */"));
        EXPECT_THAT(list("SELECT sql FROM sqlite_schema WHERE name LIKE 'goods%pieces%'"),
                    HasSubstr("(\"pieces\")"));
    }

    template <WrittenBody kUp>
    void expectRefusal(const std::string& message,
                       const std::string& hint,
                       ErrorCode code = ErrorCode::NotSupportedByServer) {
        set_.add<Written<kUp>>("20250102000000_when");
        try {
            Migrator{connection_, set_}.up();
            ADD_FAILURE() << "nothing was thrown";
        } catch (const UnsupportedError& error) {
            EXPECT_EQ(error.code(), code);
            EXPECT_THAT(error.message(), HasSubstr(message));
            EXPECT_THAT(error.hint(), HasSubstr(hint));
            EXPECT_EQ(error.state(), "Nothing has run.");
            EXPECT_NE(error.where().line.line, 0U);
        }
    }
};

TEST_F(ColumnsOnSqlite, OfDecimalsKeepTheirValues) {
    when<widerPrice>();
    EXPECT_EQ(list("SELECT price FROM goods"), "125000,0,9900");
    run("INSERT INTO goods (id, name) VALUES (9, 'x')");
    EXPECT_EQ(value("SELECT price FROM goods WHERE id = 9"), "10000") << "so does the default";
    run("DELETE FROM goods WHERE id = 9");
    run("UPDATE sqlite_sequence SET seq = 4 WHERE name = 'goods'");
}

TEST_F(ColumnsOnSqlite, OfDecimalsRoundHalfAwayFromZero) {
    when<shorterWeight>();
    EXPECT_EQ(list("SELECT weight FROM goods"), "123,-124,NULL");
}

TEST_F(ColumnsOnSqlite, OfDecimalsBecomeIntegersByTheSameRule) {
    run("UPDATE goods SET weight = id * 10000 - 5000");
    when<wholeWeight>();
    EXPECT_EQ(list("SELECT weight FROM goods"), "1,2,3");
}

TEST_F(ColumnsOnSqlite, OfIntegersBecomeDecimals) {
    when<scaledPieces>();
    EXPECT_EQ(list("SELECT pieces FROM goods ORDER BY id"), "700,0,300");
}

TEST_F(ColumnsOnSqlite, OfTextBecomeNumbersOnlyWithoutLoss) {
    when<countedCodes>();
    EXPECT_EQ(list("SELECT code || typeof(code) FROM goods"), "17integer,-4integer,NULL");
}

TEST_F(ColumnsOnSqlite, OfTextThatIsNoNumberFail) {
    run("UPDATE goods SET code = '12 pieces' WHERE id = 2");
    const MigrationFailed error = failureWhen<countedCodes>();
    EXPECT_THAT(error.message(), HasSubstr("cannot store TEXT value in INTEGER column goods.code"));
    EXPECT_EQ(value("SELECT code FROM goods WHERE id = 2"), "12 pieces");
}

TEST_F(ColumnsOnSqlite, OfTextBecomeBytes) {
    when<codesAsBytes>();
    EXPECT_EQ(list("SELECT hex(code) || typeof(code) FROM goods WHERE code IS NOT NULL"),
              "3137blob,2D34blob");
}

TEST_F(ColumnsOnSqlite, AreCastAsTheMigrationSays) {
    when<namedPieces>();
    EXPECT_EQ(list("SELECT pieces FROM goods ORDER BY id"), "7 pc b,0 pc n,3 pc x");
    EXPECT_EQ(value("SELECT typeof(pieces) FROM goods WHERE id = 1"), "text");
}

TEST_F(ColumnsOnSqlite, AreCastAsTheMigrationSaysForSqlite) {
    when<pricesAsOwnText>();
    EXPECT_EQ(list("SELECT price FROM goods"), "12.50,0.00,0.99");
}

TEST_F(ColumnsOnSqlite, ThatValuesNoLongerFitFail) {
    const MigrationFailed error = failureWhen<shortName>();
    EXPECT_THAT(error.message(), HasSubstr("CHECK constraint failed"));
    EXPECT_EQ(value("SELECT name FROM goods WHERE id = 1"), "bolt");
}

TEST_F(ColumnsOnSqlite, ThatHoldNullsCannotForbidThem) {
    const MigrationFailed error = failureWhen<wantNames>();
    EXPECT_THAT(error.message(), HasSubstr("NOT NULL constraint failed: goods.name"));
    EXPECT_EQ(value("SELECT count(*) FROM goods WHERE name IS NULL"), "1");
}

TEST_F(ColumnsOnSqlite, ForbidNullsWhenThereAreNone) {
    run("UPDATE goods SET name = '' WHERE name IS NULL");
    when<wantNames, letNamesBeNull>();
    EXPECT_TRUE(refuses("UPDATE goods SET name = NULL"));
    Migrator{connection_, set_}.rollback(1);
    run("UPDATE goods SET name = NULL");
}

TEST_F(ColumnsOnSqlite, FillNullsFromAnotherColumn) {
    when<wantNamesOrShort>();
    EXPECT_EQ(list("SELECT name FROM goods"), "bolt,n,nut");
    EXPECT_TRUE(refuses("UPDATE goods SET name = NULL"));
}

TEST_F(ColumnsOnSqlite, FillNullsWithAnExpression) {
    when<wantNamesOrNone>();
    EXPECT_EQ(list("SELECT name FROM goods"), "bolt,none,nut");
}

TEST_F(ColumnsOnSqlite, FillNullsInTheTypeOfTheColumn) {
    when<wantWeights>();
    EXPECT_EQ(list("SELECT weight FROM goods"), "12345,-12355,30000");
}

TEST_F(ColumnsOnSqlite, AllowNulls) {
    when<letPiecesBeNull>();
    run("UPDATE goods SET pieces = NULL WHERE id = 2");
    EXPECT_EQ(list("SELECT pieces FROM goods ORDER BY id"), "7,NULL,3");
}

TEST_F(ColumnsOnSqlite, TakeAnotherDefaultForRowsToCome) {
    when<dearer, noDefault>();
    EXPECT_EQ(list("SELECT price FROM goods"), "1250,0,99");
    EXPECT_EQ(value("SELECT dflt_value FROM pragma_table_info('goods') WHERE name = 'price'"),
              "1250");
    Migrator{connection_, set_}.rollback(1);
    EXPECT_EQ(value("SELECT coalesce(dflt_value, '-') FROM pragma_table_info('goods') "
                    "WHERE name = 'price'"),
              "-");
    EXPECT_TRUE(refuses("INSERT INTO goods (id, name) VALUES (9, 'x')"));
}

TEST_F(ColumnsOnSqlite, KeepChecksUnderAnotherName) {
    when<renameCheck>();
    EXPECT_THAT(textOf("goods"), HasSubstr("CONSTRAINT \"goods_have_a_price\" CHECK (price >= 0)"));
    EXPECT_THAT(textOf("goods"), testing::Not(HasSubstr("goods_cost")));
    EXPECT_TRUE(refuses("UPDATE goods SET price = -1"));
}

TEST_F(ColumnsOnSqlite, AreAddedWhereTheyAreWanted) {
    when<colourBehindName>();
    EXPECT_EQ(list("SELECT name FROM pragma_table_info('goods')"),
              "rank,id,name,colour,short,pieces,price,weight,code,picture");
    EXPECT_EQ(list("SELECT colour || id || coalesce(rank, '-') FROM goods"), "red1-,red2-,red3-");
}

TEST_F(ColumnsOnSqlite, ThatChangeTogetherAreCopiedOnce) {
    run("CREATE TABLE log (line TEXT)");
    run("CREATE TRIGGER told AFTER UPDATE ON goods BEGIN INSERT INTO log VALUES (OLD.id); END");
    set_.add<Written<everythingAtOnce>>("20250102000000_when");
    Migrator migrator{connection_, set_};
    const Plan plan = migrator.plan();
    const auto& statements = plan.steps.front().statements;
    EXPECT_EQ(
        std::count_if(statements.begin(),
                      statements.end(),
                      [](const Statement& statement) {
                          return std::holds_alternative<action::RebuildTable>(statement.action);
                      }),
        1);
    migrator.up();
    EXPECT_EQ(list("SELECT name || pieces || price || code || rank FROM goods WHERE code < 99"),
              "n00-42,bolt71250172");
    EXPECT_EQ(value("SELECT count(*) FROM log"), "0");
    run("UPDATE goods SET pieces = 8");
    EXPECT_EQ(value("SELECT count(*) FROM log"), "3");
    EXPECT_TRUE(refuses("UPDATE goods SET code = 1"));
}

TEST_F(ColumnsOnSqlite, ThatAreCountedKeepTheirType) {
    expectRefusal<countIdsAsText>("SQLite makes the values of goods.id itself",
                                  "add a column of the other type");
}

TEST_F(ColumnsOnSqlite, OfBytesDoNotBecomeTextByThemselves) {
    expectRefusal<picturesAsText>("no way of its own from BLOB to TEXT for goods.picture",
                                  "castUsing({.sqlite");
}

TEST_F(ColumnsOnSqlite, OfDecimalsDoNotBecomeTextByThemselves) {
    expectRefusal<pricesAsText>(
        "from decimal(10, 2), which it stores as an integer, times 10^2, "
        "to TEXT for goods.price",
        "castUsing({.sqlite");
}

TEST_F(ColumnsOnSqlite, OfDecimalsAreNotSeenByExpressionsOfOtherDatabases) {
    expectRefusal<pricesAsSharedText>("castUsing() is the same for SQLite as for other databases",
                                      ".sqlite = ");
}

TEST_F(ColumnsOnSqlite, OfDecimalsAreNotFilledWithNumbersThatAreNotScaled) {
    expectRefusal<wantWeightsOfOne>("backfillWith() is the same for SQLite as for other databases",
                                    ".sqlite = ");
}

TEST_F(ColumnsOnSqlite, OfDecimalsTakeNoDefaultThatIsNotScaled) {
    expectRefusal<priceOfExpression>("an expression would give goods.price a number",
                                     "give the default as a number");
}

TEST_F(ColumnsOnSqlite, TakeNoDefaultOfAnotherType) {
    expectRefusal<fewPieces>("goods.pieces cannot hold the default few",
                             "give a value of the column's type",
                             ErrorCode::BadDefault);
}

TEST_F(ColumnsOnSqlite, TakeNoTypeThatTheirDefaultHasNot) {
    expectRefusal<countedShorts>("goods.short cannot hold the default -",
                                 "call t.dropDefault(...) before the type changes",
                                 ErrorCode::BadDefault);
}

TEST_F(ColumnsOnSqlite, DoNotBecomeDecimalsUnderAChecksNumbers) {
    expectRefusal<checkedPieces>("the check goods_few would not see the value of goods.pieces",
                                 "compare it with no number but 0");
}

TEST_F(ColumnsOnSqlite, DoNotBecomeDecimalsUnderAnOlderName) {
    expectRefusal<renamedAndScaled>("the check goods_few was written when goods.number had another",
                                    "call t.dropCheck(\"goods_few\") first");
}

TEST_F(ColumnsOnSqlite, AreCheckedInAllRowsOrNotAtAll) {
    expectRefusal<checkUnseen>("SQLite has no notValid() for the check goods_few of goods",
                               "leave it out: the server looks at every row that is there");
}

}  // namespace

}  // namespace godwit::test
