#include "database/conformance/conformance.hpp"
#include "database/support/own_names.hpp"

namespace godwit::test {

namespace {

// On MySQL and MariaDB a schema is a database, and outlives the one that the test runs in.
class ConformanceSchemas : public Conformance {
protected:
    ~ConformanceSchemas() override {
        dropsSchema(ownName("sales"));
        dropsSchema(ownName("other"));
    }

    // "gw_4711_sales.orders" for "orders".
    std::string inSales(std::string_view table) {
        return ownName("sales") + "." + std::string{table};
    }
};

QualifiedName sales(std::string_view name) { return qualified(ownName("sales"), name); }

constexpr DatabaseSet kWithSchemas = postgresql | mysql | mariadb;

void salesOnly(SchemaBuilder& schema) { schema.createSchema(ownWord("sales")).only(kWithSchemas); }

void orders(SchemaBuilder& schema) {
    salesOnly(schema);
    schema
        .createTable(sales("orders"),
                     [](TableBuilder& t) {
                         t.id();
                         t.integer("total");
                     })
        .only(kWithSchemas);
}

}  // namespace

TEST_F(ConformanceSchemas, AreMade) {
    when([](SchemaBuilder& schema) { schema.createSchema(ownWord("sales")); });
    takes("CREATE TABLE " + inSales("orders") + " (id int)");
    takes("DROP TABLE " + inSales("orders"));
}

TEST_F(ConformanceSchemas, AreMadeOnlyWhereMissing) {
    given(salesOnly);
    when([](SchemaBuilder& schema) {
        schema.createSchema(ownWord("sales")).ifNotExists();
        schema.createSchema(ownWord("other")).ifNotExists();
    });
    takes("CREATE TABLE " + inSales("orders") + " (id int)");
    takes("CREATE TABLE " + ownName("other") + ".orders (id int)");
}

TEST_F(ConformanceSchemas, AreDropped) {
    given(salesOnly);
    when([](SchemaBuilder& schema) { schema.dropSchema(ownWord("sales")); });
    refuses("CREATE TABLE " + inSales("orders") + " (id int)");
}

TEST_F(ConformanceSchemas, AreDroppedIfThere) {
    given(salesOnly);
    when([](SchemaBuilder& schema) {
        schema.dropSchema(ownWord("sales")).ifExists();
        schema.dropSchema(ownWord("other")).ifExists();
    });
    refuses("CREATE TABLE " + inSales("orders") + " (id int)");
}

TEST_F(ConformanceSchemas, HoldTablesThatAreChanged) {
    given(orders);
    when([](SchemaBuilder& schema) {
        schema.alterTable(sales("orders"), [](AlterBuilder& t) {
            t.string("note", 20).nullable();
            t.index({"total"});
            t.renameColumn("total", "amount");
        });
    });
    takes("INSERT INTO " + inSales("orders") + " (amount, note) VALUES (1, 'x')");
}

TEST_F(ConformanceSchemas, HoldTablesThatReferenceEachOther) {
    given(salesOnly);
    when([](SchemaBuilder& schema) {
        schema.createTable(sales("orders"), [](TableBuilder& t) { t.id(); });
        schema.createTable(sales("items"), [](TableBuilder& t) {
            t.id();
            t.foreignId("order_id").references(sales("orders"));
        });
    });
    takes("INSERT INTO " + inSales("orders") + " (id) VALUES (1)");
    takes("INSERT INTO " + inSales("items") + " (order_id) VALUES (1)");
    refuses("INSERT INTO " + inSales("items") + " (order_id) VALUES (2)");
}

TEST_F(ConformanceSchemas, AreCrossedByForeignKeys) {
    given(orders);
    when([](SchemaBuilder& schema) {
        schema.createTable("items", [](TableBuilder& t) {
            t.id();
            t.foreignId("order_id").references(sales("orders"));
        });
    });
    refuses("INSERT INTO items (order_id) VALUES (2)");
    takes("INSERT INTO " + inSales("orders") + " (id, total) VALUES (1, 1)");
    takes("INSERT INTO items (order_id) VALUES (1)");
    takes("DROP TABLE items");
}

TEST_F(ConformanceSchemas, TakeATableFromAnother) {
    given([](SchemaBuilder& schema) {
        salesOnly(schema);
        schema.createTable("orders", [](TableBuilder& t) { t.integer("id").primaryKey(); });
    });
    rows({"INSERT INTO orders (id) VALUES (7)"});
    when([](SchemaBuilder& schema) { schema.renameTable("orders", sales("orders")); });
    holds("SELECT id FROM " + inSales("orders"), "7");
}

TEST_F(ConformanceSchemas, HoldTablesWithComments) {
    given(orders);
    when([](SchemaBuilder& schema) {
        schema.alterTable(sales("orders"), [](AlterBuilder& t) { t.comment("Paid or not."); });
    });
    takes("INSERT INTO " + inSales("orders") + " (id, total) VALUES (1, 1)");
}

TEST_F(ConformanceSchemas, HoldTablesWithChecks) {
    given(orders);
    when([](SchemaBuilder& schema) {
        schema.alterTable(sales("orders"),
                          [](AlterBuilder& t) { t.check("total_is_positive", "total > 0"); });
    });
    takes("INSERT INTO " + inSales("orders") + " (id, total) VALUES (1, 1)");
    refuses("INSERT INTO " + inSales("orders") + " (id, total) VALUES (2, 0)");
}

TEST_F(ConformanceSchemas, GoBack) {
    goesBack([](ReversibleSchemaBuilder& schema) {
        schema.createSchema(ownWord("sales"));
        schema.createTable(sales("orders"), [](TableBuilder& t) { t.id(); });
    });
}

namespace {

class ConformanceExtensions : public Conformance {};

}  // namespace

TEST_F(ConformanceExtensions, AreEnabled) {
    when([](SchemaBuilder& schema) { schema.enableExtension("citext"); });
    holds("SELECT 'a'::citext = 'A'::citext", "t");
}

TEST_F(ConformanceExtensions, AreDisabled) {
    given([](SchemaBuilder& schema) { schema.enableExtension("citext").only(postgresql); });
    when([](SchemaBuilder& schema) { schema.disableExtension("citext"); });
    refuses("SELECT 'a'::citext");
}

namespace {

class ConformancePartitions : public Conformance {};

}  // namespace

TEST_F(ConformancePartitions, AreMadeByHash) {
    when([](SchemaBuilder& schema) {
        schema.createTable("people", [](TableBuilder& t) {
            t.integer("id");
            t.primaryKey({"id"});
            t.partitionByHash({"id"}, 4);
        });
    });
    takes("INSERT INTO people (id) VALUES (1), (2), (3), (4), (5)");
    holds("SELECT count(*) FROM people", "5");
}

TEST_F(ConformancePartitions, AreMadeByKey) {
    when([](SchemaBuilder& schema) {
        schema.createTable("people", [](TableBuilder& t) {
            t.string("country", 2);
            t.string("name", 40);
            t.partitionByHash({"country", "name"}, 3);
        });
    });
    takes("INSERT INTO people (country, name) VALUES ('se', 'a'), ('it', 'b'), ('de', 'c')");
    holds("SELECT count(*) FROM people", "3");
}

}  // namespace godwit::test
