#include "database/conformance/conformance.hpp"

namespace godwit::test {

namespace {

class ConformanceGuards : public Conformance {};

void trades(SchemaBuilder& schema) {
    schema.createTable("trades", [](TableBuilder& t) {
        t.id();
        t.integer("quantity").nullable();
        t.unique({"quantity"}).named("one_quantity");
        t.check("quantity_is_positive", "quantity > 0");
    });
}

}  // namespace

TEST_F(ConformanceGuards, AnswerForColumnsFromThePlannedSchema) {
    given(trades);
    when([](SchemaBuilder& schema) {
        schema.alterTable("trades", [](AlterBuilder& t) { t.integer("price").nullable(); });
        if (schema.hasColumn("trades", "price") && !schema.hasColumn("trades", "colour")) {
            schema.alterTable("trades", [](AlterBuilder& t) { t.string("colour", 9).nullable(); });
        }
        if (schema.hasColumn("trades", "weight") || schema.hasTable("purchases")) {
            schema.dropTable("trades");
        }
    });
    takes("INSERT INTO trades (price, colour) VALUES (1, 'red')");
}

TEST_F(ConformanceGuards, AddAConstraintOnlyWhereMissing) {
    given(trades);
    when([](SchemaBuilder& schema) {
        schema.alterTable("trades", [](AlterBuilder& t) {
            t.unique({"quantity"}).named("one_quantity").ifNotExists();
            t.unique({"quantity", "id"}).named("one_pair").ifNotExists();
        });
    });
    takes("INSERT INTO trades (quantity) VALUES (1)");
    refuses("INSERT INTO trades (quantity) VALUES (1)");
}

TEST_F(ConformanceGuards, AddACheckOnlyWhereMissing) {
    given(trades);
    when([](SchemaBuilder& schema) {
        schema.alterTable("trades", [](AlterBuilder& t) {
            t.check("quantity_is_positive", "quantity > 0").ifNotExists();
            t.check("quantity_is_small", "quantity < 9").ifNotExists();
            t.dropCheck("quantity_is_odd").ifExists();
        });
    });
    takes("INSERT INTO trades (quantity) VALUES (8)");
    refuses("INSERT INTO trades (quantity) VALUES (0)");
    refuses("INSERT INTO trades (quantity) VALUES (9)");
}

}  // namespace godwit::test
