#include "database/conformance/conformance.hpp"

namespace godwit::test {

namespace {

class ConformanceComputed : public Conformance {};

void numbers(SchemaBuilder& schema) {
    schema.createTable("numbers", [](TableBuilder& t) {
        t.integer("x").nullable();
        t.integer("y").nullable();
    });
}

constexpr const char* kRow = "INSERT INTO numbers (x, y) VALUES (3, 4)";

}  // namespace

TEST_F(ConformanceComputed, ColumnsComeWithATable) {
    when([](SchemaBuilder& schema) {
        schema.createTable("numbers", [](TableBuilder& t) {
            t.integer("x");
            t.integer("y");
            t.integer("total").nullable().storedAs("x + y");
        });
    });
    takes(kRow);
    holds("SELECT total FROM numbers", "7");
    refuses("INSERT INTO numbers (x, y, total) VALUES (1, 1, 5)");
}

TEST_F(ConformanceComputed, ColumnsNeedNotBeStored) {
    when([](SchemaBuilder& schema) {
        schema.createTable("numbers", [](TableBuilder& t) {
            t.integer("x");
            t.integer("y");
            t.integer("total").nullable().virtualAs("x + y");
        });
    });
    takes(kRow);
    holds("SELECT total FROM numbers", "7");
}

TEST_F(ConformanceComputed, ColumnsAreAdded) {
    given(numbers);
    rows({kRow});
    when([](SchemaBuilder& schema) {
        schema.alterTable("numbers",
                          [](AlterBuilder& t) { t.integer("total").nullable().storedAs("x + y"); });
    });
    holds("SELECT total FROM numbers", "7");
}

TEST_F(ConformanceComputed, ColumnsNeedAnExpression) {
    when([](SchemaBuilder& schema) {
        schema.createTable("numbers", [](TableBuilder& t) {
            t.integer("x");
            t.integer("total").storedAs("");
        });
    });
    EXPECT_TRUE(refused());
}

TEST_F(ConformanceComputed, ColumnsHaveACollation) {
    given([](SchemaBuilder& schema) {
        schema.createTable("people", [](TableBuilder& t) { t.string("name", 20); });
    });
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.string("greeting", 40)
                .nullable()
                .collate({.postgresql = "C",
                          .mysql = "utf8mb4_general_ci",
                          .mariadb = sameAs::mysql,
                          .sqlite = "NOCASE"})
                .storedAs("upper(name)");
        });
    });
    takes("INSERT INTO people (name) VALUES ('Ada')");
    holds("SELECT greeting FROM people", "ADA");
}

TEST_F(ConformanceComputed, ColumnsTakeThePlaceOfOthers) {
    given([](SchemaBuilder& schema) {
        numbers(schema);
        schema.alterTable("numbers", [](AlterBuilder& t) { t.integer("total").nullable(); });
    });
    rows({kRow});
    when([](SchemaBuilder& schema) {
        schema.alterTable("numbers", [](AlterBuilder& t) {
            t.dropColumn("total");
            t.integer("total").nullable().storedAs("x + y");
        });
    });
    holds("SELECT total FROM numbers", "7");
}

TEST_F(ConformanceComputed, ColumnsGetAnotherExpression) {
    given([](SchemaBuilder& schema) {
        numbers(schema);
        schema.alterTable("numbers",
                          [](AlterBuilder& t) { t.integer("total").nullable().storedAs("x + y"); });
    });
    rows({kRow});
    when([](SchemaBuilder& schema) {
        schema.alterTable("numbers", [](AlterBuilder& t) {
            t.dropColumn("total");
            t.integer("total").nullable().storedAs("x - y");
        });
    });
    holds("SELECT total FROM numbers", "-1");
}

TEST_F(ConformanceComputed, ColumnsKeepTheirIndex) {
    given([](SchemaBuilder& schema) {
        numbers(schema);
        schema.alterTable("numbers", [](AlterBuilder& t) {
            t.integer("total").nullable().storedAs("x + y");
            t.index({"total"}).unique();
        });
    });
    rows({kRow});
    when([](SchemaBuilder& schema) {
        schema.alterTable("numbers", [](AlterBuilder& t) {
            t.dropColumn("total");
            t.integer("total").nullable().storedAs("x - y");
            t.index({"total"}).unique();
        });
    });
    refuses("INSERT INTO numbers (x, y) VALUES (4, 5)");
}

TEST_F(ConformanceComputed, ColumnsBecomeStored) {
    given([](SchemaBuilder& schema) {
        schema.createTable("numbers", [](TableBuilder& t) {
            t.integer("x").nullable();
            t.integer("y").nullable();
        });
        schema.alterTable("numbers", [](AlterBuilder& t) {
            t.integer("total").nullable().virtualAs("x + y").only(godwit::mysql | godwit::mariadb |
                                                                  godwit::sqlite);
            t.integer("total").nullable().only(godwit::postgresql);
        });
    });
    rows({kRow});
    when([](SchemaBuilder& schema) {
        schema.alterTable("numbers", [](AlterBuilder& t) {
            t.dropColumn("total");
            t.integer("total").nullable().storedAs("x + y");
        });
    });
    holds("SELECT total FROM numbers", "7");
}

TEST_F(ConformanceComputed, ColumnsBecomeOrdinary) {
    given([](SchemaBuilder& schema) {
        numbers(schema);
        schema.alterTable("numbers",
                          [](AlterBuilder& t) { t.integer("total").nullable().storedAs("x + y"); });
    });
    rows({kRow});
    when([](SchemaBuilder& schema) {
        schema.alterTable("numbers", [](AlterBuilder& t) {
            t.dropColumn("total");
            t.integer("total").defaultTo(0);
        });
    });
    takes("UPDATE numbers SET total = 9");
}

TEST_F(ConformanceComputed, ColumnsAreNeverNull) {
    when([](SchemaBuilder& schema) {
        schema.createTable("numbers", [](TableBuilder& t) {
            t.integer("x").nullable();
            t.integer("y").nullable();
            t.integer("total").storedAs("x + y");
        });
    });
    takes(kRow);
    refuses("INSERT INTO numbers (x) VALUES (1)");
}

}  // namespace godwit::test
