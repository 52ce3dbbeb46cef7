#include "database/conformance/conformance.hpp"

namespace godwit::test {

namespace {

class ConformanceViews : public Conformance {};

void trades(SchemaBuilder& schema) {
    schema.createTable("trades", [](TableBuilder& t) {
        t.integer("id").primaryKey();
        t.integer("quantity");
    });
}

void largeTrades(SchemaBuilder& schema) {
    trades(schema);
    schema.createView("large_trades", "SELECT id FROM trades WHERE quantity > 100");
}

constexpr const char* kTwoTrades = "INSERT INTO trades (id, quantity) VALUES (1, 5), (2, 500)";

// Only PostgreSQL has them: the others refuse the call, and are not asked what comes of it.
void sums(SchemaBuilder& schema) {
    schema.createMaterializedView("sums", "SELECT sum(quantity) AS total FROM trades");
}

void sumsOnPostgresql(SchemaBuilder& schema) {
    trades(schema);
    schema.createMaterializedView("sums", "SELECT sum(quantity) AS total FROM trades")
        .only(postgresql);
    schema.sql({.postgresql = "CREATE UNIQUE INDEX one_total ON sums (total)",
                .mysql = nothing,
                .mariadb = nothing,
                .sqlite = nothing});
}

}  // namespace

TEST_F(ConformanceViews, AreMade) {
    given(trades);
    rows({kTwoTrades});
    when([](SchemaBuilder& schema) {
        schema.createView("large_trades", "SELECT id FROM trades WHERE quantity > 100");
        schema.createView("pairs", "SELECT id, quantity FROM trades").columns({"no", "pieces"});
    });
    holds("SELECT id FROM large_trades", "2");
    holds("SELECT pieces FROM pairs WHERE no = 1", "5");
}

TEST_F(ConformanceViews, AreReplaced) {
    given(largeTrades);
    rows({kTwoTrades});
    when([](SchemaBuilder& schema) {
        schema.replaceView("large_trades", "SELECT id FROM trades WHERE quantity < 100");
        schema.replaceView("all_trades", "SELECT id FROM trades");
    });
    holds("SELECT id FROM large_trades", "1");
    holds("SELECT count(*) FROM all_trades", "2");
}

TEST_F(ConformanceViews, AreMadeOnlyWhereMissing) {
    given(largeTrades);
    rows({kTwoTrades});
    when([](SchemaBuilder& schema) {
        schema.createView("large_trades", "SELECT id FROM trades").ifNotExists();
        schema.createView("small_trades", "SELECT id FROM trades WHERE quantity < 100")
            .ifNotExists();
    });
    holds("SELECT id FROM large_trades", "2");
    holds("SELECT id FROM small_trades", "1");
}

TEST_F(ConformanceViews, AreDropped) {
    given(largeTrades);
    when([](SchemaBuilder& schema) { schema.dropView("large_trades"); });
    refuses("SELECT id FROM large_trades");
}

TEST_F(ConformanceViews, AreDroppedIfThere) {
    given(largeTrades);
    when([](SchemaBuilder& schema) {
        schema.dropView("large_trades").ifExists();
        schema.dropView("small_trades").ifExists();
    });
    refuses("SELECT id FROM large_trades");
}

TEST_F(ConformanceViews, KeepTheirRows) {
    given(trades);
    rows({kTwoTrades});
    when(sums);
    takes("INSERT INTO trades (id, quantity) VALUES (3, 1)");
    holds("SELECT total FROM sums", "505");
}

TEST_F(ConformanceViews, MakeTheirRowsAnew) {
    given(sumsOnPostgresql);
    rows({kTwoTrades});
    when([](SchemaBuilder& schema) { schema.refreshMaterializedView("sums"); });
    holds("SELECT total FROM sums", "505");
}

TEST_F(ConformanceViews, MakeTheirRowsAnewWhileOthersRead) {
    given(sumsOnPostgresql);
    rows({kTwoTrades});
    when([](SchemaBuilder& schema) { schema.refreshMaterializedView("sums").concurrently(); });
    holds("SELECT total FROM sums", "505");
}

TEST_F(ConformanceViews, ThrowTheirRowsAway) {
    given(sumsOnPostgresql);
    when([](SchemaBuilder& schema) { schema.refreshMaterializedView("sums").withNoData(); });
    refuses("SELECT total FROM sums");
}

TEST_F(ConformanceViews, OutliveAChangeOfTheirTable) {
    given(largeTrades);
    rows({kTwoTrades});
    when([](SchemaBuilder& schema) {
        schema.alterTable("trades", [](AlterBuilder& t) {
            t.integer("price").nullable();
            t.check("quantity_is_positive", "quantity > 0");
        });
    });
    holds("SELECT id FROM large_trades", "2");
}

}  // namespace godwit::test
