#include "golden/golden.hpp"

// Primary keys, unique constraints, checks and indexes.

namespace godwit::test {

namespace {

void seats(SchemaBuilder& schema) {
    schema.createTable("seats", [](TableBuilder& t) {
        t.integer("seat_row");
        t.integer("seat_number");
        t.string("label", 10).unique();
        t.integer("price").nullable();
        t.primaryKey({"seat_row", "seat_number"});
        t.unique({"seat_number", "label"}).named("one_label");
        t.index({"price"});
        t.index({"label", "price"}).named("by_label");
        t.check("seats_price_is_positive", "price > 0");
    });
}

void keyless(SchemaBuilder& schema) {
    schema.createTable("seats", [](TableBuilder& t) {
        t.integer("seat_row");
        t.integer("seat_number");
        t.string("label", 10);
        t.text("story");
    });
}

void alterSeats(SchemaBuilder& schema, void (*body)(AlterBuilder&)) {
    schema.alterTable("seats", body);
}

void addAddCases(std::vector<GoldenCase>& cases) {
    cases.push_back({.name = "keys_of_several_columns", .when = seats});
    cases.push_back(
        {.name = "unique_keys_over_the_same_columns", .when = [](SchemaBuilder& schema) {
             schema.createTable("seats", [](TableBuilder& t) {
                 t.integer("number").primaryKey().unique();
                 t.integer("place").unique();
                 t.unique({"place"}).named("one_place");
             });
         }});
    cases.push_back({.name = "named_primary_key", .when = [](SchemaBuilder& schema) {
                         schema.createTable("seats", [](TableBuilder& t) {
                             t.integer("seat_row");
                             t.primaryKey({"seat_row"}).named("seat_key");
                         });
                     }});
    cases.push_back(
        {.name = "add_primary_key", .given = keyless, .when = [](SchemaBuilder& schema) {
             alterSeats(schema, [](AlterBuilder& t) { t.primaryKey({"seat_row", "seat_number"}); });
         }});
    cases.push_back(
        {.name = "primary_key_over_a_nullable_column", .when = [](SchemaBuilder& schema) {
             schema.createTable("seats", [](TableBuilder& t) {
                 t.integer("seat_row").nullable();
                 t.primaryKey({"seat_row"});
             });
         }});
    cases.push_back({.name = "add_unique_key", .given = keyless, .when = [](SchemaBuilder& schema) {
                         alterSeats(schema, [](AlterBuilder& t) { t.unique({"label"}); });
                     }});
    cases.push_back({.name = "add_check", .given = keyless, .when = [](SchemaBuilder& schema) {
                         alterSeats(schema, [](AlterBuilder& t) {
                             t.check("seats_row_is_positive", "seat_row > 0");
                         });
                     }});
    cases.push_back({.name = "add_indexes", .given = keyless, .when = [](SchemaBuilder& schema) {
                         alterSeats(schema, [](AlterBuilder& t) {
                             t.index({"label", "seat_row"});
                             t.index({"seat_number"}).unique().named("one_number");
                         });
                     }});
}

void addDropCases(std::vector<GoldenCase>& cases) {
    cases.push_back({.name = "drop_primary_key", .given = seats, .when = [](SchemaBuilder& schema) {
                         alterSeats(schema, [](AlterBuilder& t) { t.dropPrimaryKey(); });
                     }});
    cases.push_back({.name = "drop_primary_key_of_counted_column",
                     .given =
                         [](SchemaBuilder& schema) {
                             schema.createTable("seats", [](TableBuilder& t) { t.id(); });
                         },
                     .when =
                         [](SchemaBuilder& schema) {
                             alterSeats(schema, [](AlterBuilder& t) { t.dropPrimaryKey(); });
                         }});
    cases.push_back({.name = "drop_named_primary_key",
                     .given =
                         [](SchemaBuilder& schema) {
                             schema.createTable("seats", [](TableBuilder& t) {
                                 t.integer("seat_row");
                                 t.primaryKey({"seat_row"}).named("seat_key");
                             });
                         },
                     .when =
                         [](SchemaBuilder& schema) {
                             alterSeats(schema, [](AlterBuilder& t) { t.dropPrimaryKey(); });
                         }});
    cases.push_back({.name = "drop_unique_keys", .given = seats, .when = [](SchemaBuilder& schema) {
                         alterSeats(schema, [](AlterBuilder& t) {
                             t.dropUnique({"seat_number", "label"});
                             t.dropUnique("seats_label_key");
                         });
                     }});
    cases.push_back(
        {.name = "drop_check", .given = seats, .when = [](SchemaBuilder& schema) {
             alterSeats(schema, [](AlterBuilder& t) { t.dropCheck("seats_price_is_positive"); });
         }});
    cases.push_back({.name = "drop_indexes", .given = seats, .when = [](SchemaBuilder& schema) {
                         alterSeats(schema, [](AlterBuilder& t) {
                             t.dropIndex("by_label");
                             t.dropIndex({"price"});
                         });
                     }});
}

void addLimitCases(std::vector<GoldenCase>& cases) {
    cases.push_back(
        {.name = "index_over_text", .given = keyless, .when = [](SchemaBuilder& schema) {
             alterSeats(schema, [](AlterBuilder& t) { t.index({"story"}); });
         }});
    cases.push_back({.name = "longest_key", .when = [](SchemaBuilder& schema) {
                         schema.createTable("words", [](TableBuilder& t) {
                             t.string("word", 384);
                             t.string("meaning", 384);
                             t.unique({"word", "meaning"});
                         });
                     }});
    cases.push_back({.name = "key_too_long", .when = [](SchemaBuilder& schema) {
                         schema.createTable("words", [](TableBuilder& t) {
                             t.string("word", 384);
                             t.string("meaning", 385);
                             t.unique({"word", "meaning"});
                         });
                     }});
    cases.push_back({.name = "check_on_counted_column", .when = [](SchemaBuilder& schema) {
                         schema.createTable("words", [](TableBuilder& t) {
                             t.id();
                             t.check("words_have_positive_ids", "id > 0");
                         });
                     }});
}

}  // namespace

void addKeyCases(std::vector<GoldenCase>& cases) {
    addAddCases(cases);
    addDropCases(cases);
    addLimitCases(cases);
}

}  // namespace godwit::test
