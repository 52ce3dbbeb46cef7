#include "database/conformance/conformance.hpp"

namespace godwit::test {

namespace {

class ConformanceChecks : public Conformance {};

void trades(SchemaBuilder& schema) {
    schema.createTable("trades", [](TableBuilder& t) {
        t.id();
        t.integer("price").nullable();
        t.integer("quantity").nullable();
    });
}

void checkedTrades(SchemaBuilder& schema) {
    trades(schema);
    schema.alterTable("trades", [](AlterBuilder& t) {
        t.check("price_is_positive", "price > 0");
        t.check("quantity_is_positive", "quantity > 0");
    });
}

constexpr const char* kNone = "INSERT INTO trades (quantity) VALUES (0)";
constexpr const char* kOne = "INSERT INTO trades (quantity) VALUES (1)";

}  // namespace

TEST_F(ConformanceChecks, ComeWithATable) {
    when([](SchemaBuilder& schema) {
        schema.createTable("trades", [](TableBuilder& t) {
            t.integer("a").nullable();
            t.integer("b").nullable();
            t.integer("c").nullable();
            t.check("check_a", "a > 1");
            t.check("check_b", "b < c");
        });
    });
    takes("INSERT INTO trades VALUES (2, 1, 2)");
    takes("INSERT INTO trades VALUES (NULL, NULL, NULL)");
    refuses("INSERT INTO trades VALUES (1, 1, 2)");
    refuses("INSERT INTO trades VALUES (2, 2, 1)");
}

TEST_F(ConformanceChecks, AreAdded) {
    given(trades);
    rows({kOne});
    when([](SchemaBuilder& schema) {
        schema.alterTable("trades",
                          [](AlterBuilder& t) { t.check("quantity_is_positive", "quantity > 0"); });
    });
    takes(kOne);
    refuses(kNone);
}

TEST_F(ConformanceChecks, AreMadeStricter) {
    given(checkedTrades);
    when([](SchemaBuilder& schema) {
        schema.alterTable("trades", [](AlterBuilder& t) {
            t.dropCheck("quantity_is_positive");
            t.check("quantity_is_positive", "quantity > 1");
        });
    });
    refuses(kOne);
    takes("INSERT INTO trades (quantity) VALUES (2)");
}

TEST_F(ConformanceChecks, AreDropped) {
    given(checkedTrades);
    when([](SchemaBuilder& schema) {
        schema.alterTable("trades", [](AlterBuilder& t) { t.dropCheck("quantity_is_positive"); });
    });
    takes(kNone);
    refuses("INSERT INTO trades (price) VALUES (0)");
}

TEST_F(ConformanceChecks, ThatAreNotThereAreNotDropped) {
    given(trades);
    when([](SchemaBuilder& schema) {
        schema.alterTable("trades", [](AlterBuilder& t) { t.dropCheck("nothing"); });
    });
    EXPECT_TRUE(refused());
}

TEST_F(ConformanceChecks, OfTwoTablesHaveOneName) {
    given([](SchemaBuilder& schema) {
        trades(schema);
        schema.createTable("purchases", [](TableBuilder& t) { t.integer("quantity"); });
    });
    when([](SchemaBuilder& schema) {
        schema.alterTable("trades",
                          [](AlterBuilder& t) { t.check("is_positive", "quantity > 0"); });
        schema.alterTable("purchases",
                          [](AlterBuilder& t) { t.check("is_positive", "quantity > 0"); });
    });
    refuses(kNone);
    refuses("INSERT INTO purchases VALUES (0)");
}

TEST_F(ConformanceChecks, NeedATable) {
    given([](SchemaBuilder& schema) {
        trades(schema);
        schema.dropTable("trades");
    });
    when([](SchemaBuilder& schema) {
        schema.alterTable("trades",
                          [](AlterBuilder& t) { t.check("is_positive", "quantity > 0"); });
    });
    EXPECT_TRUE(refused());
}

TEST_F(ConformanceChecks, NeedNotLookAtTheRowsThatAreThere) {
    given(trades);
    rows({kNone});
    when([](SchemaBuilder& schema) {
        schema.alterTable("trades", [](AlterBuilder& t) {
            t.check("quantity_is_positive", "quantity > 0").notValid();
        });
    });
    refuses(kNone);
    holds("SELECT count(*) FROM trades", "1");
}

TEST_F(ConformanceChecks, LookAtTheRowsLater) {
    given(trades);
    if (on(DatabaseKind::PostgreSQL)) {
        given([](SchemaBuilder& schema) {
            schema.alterTable("trades", [](AlterBuilder& t) {
                t.check("quantity_is_positive", "quantity > 0").notValid();
            });
        });
    } else {
        given([](SchemaBuilder& schema) {
            schema.alterTable("trades", [](AlterBuilder& t) {
                t.check("quantity_is_positive", "quantity > 0");
            });
        });
    }
    when([](SchemaBuilder& schema) {
        schema.alterTable("trades",
                          [](AlterBuilder& t) { t.validateConstraint("quantity_is_positive"); });
    });
    refuses(kNone);
}

TEST_F(ConformanceChecks, ThatAreNotThereAreNotValidated) {
    given(trades);
    when([](SchemaBuilder& schema) {
        schema.alterTable("trades", [](AlterBuilder& t) { t.validateConstraint("nothing"); });
    });
    EXPECT_TRUE(refused());
}

TEST_F(ConformanceChecks, AreExpressionsOfManyLines) {
    given(trades);
    when([](SchemaBuilder& schema) {
        schema.alterTable("trades", [](AlterBuilder& t) {
            t.text("kind").nullable();
            t.check("kind_is_known",
                    "CASE\n  WHEN kind IN ('it''s', '\"quoted\"', ';', '--') THEN 1\n"
                    "  WHEN kind IS NULL THEN 1\n  ELSE 0\nEND = 1");
        });
    });
    takes("INSERT INTO trades (kind) VALUES ('it''s')");
    takes("INSERT INTO trades (kind) VALUES (NULL)");
    refuses("INSERT INTO trades (kind) VALUES ('other')");
}

TEST_F(ConformanceChecks, CompareColumns) {
    given(trades);
    when([](SchemaBuilder& schema) {
        schema.alterTable("trades",
                          [](AlterBuilder& t) { t.check("no_bargain", "price >= quantity"); });
    });
    takes("INSERT INTO trades (price, quantity) VALUES (2, 1)");
    refuses("INSERT INTO trades (price, quantity) VALUES (1, 2)");
}

}  // namespace godwit::test
