// A table for one test, straight from the builder: no migration, no history.

#include <gtest/gtest.h>

#include <godwit/apply.hpp>
#include <godwit/connect.hpp>

namespace {

TEST(Stock, NeverFallsBelowZero) {
    godwit::Connection db = godwit::connect("sqlite::memory:");
    godwit::apply(db, [](godwit::SchemaBuilder& schema) {
        schema.createTable("stock", [](auto& t) {
            t.string("article", 40).primaryKey();
            t.integer("pieces").defaultTo(0);
            t.check("stock_not_negative", "pieces >= 0");
        });
    });

    db.execute("INSERT INTO stock (article) VALUES ('tea')");
    db.execute("UPDATE stock SET pieces = pieces + 3");
    EXPECT_THROW(db.execute("UPDATE stock SET pieces = pieces - 4"), godwit::DatabaseError);
    EXPECT_EQ(db.query("SELECT pieces FROM stock")[0][0], "3");
}

}  // namespace
