#include "database/conformance/conformance.hpp"

namespace godwit::test {

namespace {

class ConformanceUnique : public Conformance {};

void seats(SchemaBuilder& schema) {
    schema.createTable("seats", [](TableBuilder& t) {
        t.id();
        t.integer("number").nullable();
        t.string("line", 5).nullable();
    });
}

constexpr const char* kSeat = "INSERT INTO seats (number, line) VALUES (1, 'A')";
constexpr const char* kNowhere = "INSERT INTO seats (number, line) VALUES (NULL, NULL)";

}  // namespace

TEST_F(ConformanceUnique, ConstraintsComeWithATable) {
    when([](SchemaBuilder& schema) {
        schema.createTable("seats", [](TableBuilder& t) {
            t.string("a", 20).nullable();
            t.string("b", 20).nullable();
            t.string("c", 20).nullable();
            t.unique({"a", "b"}).named("a_b_unique");
            t.unique({"b", "c"}).named("b_c_unique");
        });
    });
    takes("INSERT INTO seats VALUES ('1', '2', '3')");
    refuses("INSERT INTO seats VALUES ('1', '2', '4')");
    refuses("INSERT INTO seats VALUES ('4', '2', '3')");
    takes("INSERT INTO seats VALUES ('1', '3', '2')");
}

TEST_F(ConformanceUnique, ConstraintsAreAdded) {
    given(seats);
    rows({kSeat});
    when([](SchemaBuilder& schema) {
        schema.alterTable("seats", [](AlterBuilder& t) { t.unique({"number"}); });
    });
    refuses(kSeat);
    takes(kNowhere);
    takes(kNowhere);
}

TEST_F(ConformanceUnique, ConstraintsHaveAName) {
    given(seats);
    rows({kSeat});
    when([](SchemaBuilder& schema) {
        schema.alterTable("seats", [](AlterBuilder& t) {
            t.unique({"line", "number"}).named("one_per_seat");
        });
    });
    refuses(kSeat);
    takes("INSERT INTO seats (number, line) VALUES (1, 'B')");
}

TEST_F(ConformanceUnique, ConstraintsAreDroppedByName) {
    given([](SchemaBuilder& schema) {
        seats(schema);
        schema.alterTable("seats",
                          [](AlterBuilder& t) { t.unique({"number"}).named("one_per_seat"); });
    });
    rows({kSeat});
    when([](SchemaBuilder& schema) {
        schema.alterTable("seats", [](AlterBuilder& t) { t.dropUnique("one_per_seat"); });
    });
    takes(kSeat);
}

TEST_F(ConformanceUnique, ConstraintsAreDroppedByColumns) {
    given([](SchemaBuilder& schema) {
        seats(schema);
        schema.alterTable("seats", [](AlterBuilder& t) {
            t.unique({"number"});
            t.unique({"number", "line"});
        });
    });
    rows({kSeat});
    when([](SchemaBuilder& schema) {
        schema.alterTable("seats", [](AlterBuilder& t) { t.dropUnique({"number"}); });
    });
    takes("INSERT INTO seats (number, line) VALUES (1, 'B')");
    refuses(kSeat);
}

TEST_F(ConformanceUnique, ConstraintsThatAreNotThereAreNotDropped) {
    given(seats);
    when([](SchemaBuilder& schema) {
        schema.alterTable("seats", [](AlterBuilder& t) { t.dropUnique("nothing"); });
    });
    EXPECT_TRUE(refused());
}

TEST_F(ConformanceUnique, ConstraintsComeAndGoTogether) {
    given([](SchemaBuilder& schema) {
        seats(schema);
        schema.alterTable("seats", [](AlterBuilder& t) { t.unique({"number"}); });
    });
    when([](SchemaBuilder& schema) {
        schema.alterTable("seats", [](AlterBuilder& t) {
            t.integer("place").nullable();
            t.unique({"place"});
            t.dropUnique({"number"});
        });
    });
    takes("INSERT INTO seats (number, place) VALUES (1, 1)");
    takes("INSERT INTO seats (number, place) VALUES (1, 2)");
    refuses("INSERT INTO seats (number, place) VALUES (2, 2)");
}

TEST_F(ConformanceUnique, ConstraintsCanWait) {
    given(seats);
    when([](SchemaBuilder& schema) {
        schema.alterTable("seats", [](AlterBuilder& t) {
            t.unique({"number"}).named("one").deferrable(godwit::initiallyImmediate);
        });
    });
    takes(kSeat);
    refuses(kSeat);
    takes("BEGIN");
    takes("SET CONSTRAINTS one DEFERRED");
    takes(kSeat);
    takes("UPDATE seats SET number = id");
    takes("COMMIT");
}

TEST_F(ConformanceUnique, ConstraintsWait) {
    given(seats);
    when([](SchemaBuilder& schema) {
        schema.alterTable("seats", [](AlterBuilder& t) {
            t.unique({"number"}).deferrable(godwit::initiallyDeferred);
        });
    });
    takes(kSeat);
    takes("BEGIN");
    takes(kSeat);
    refuses("COMMIT");
    holds("SELECT count(*) FROM seats", "1");
}

TEST_F(ConformanceUnique, ConstraintsDoNotWait) {
    given(seats);
    when([](SchemaBuilder& schema) {
        schema.alterTable("seats", [](AlterBuilder& t) { t.unique({"number"}).named("one"); });
    });
    takes(kSeat);
    refuses(kSeat);
    if (on(DatabaseKind::PostgreSQL)) {
        refuses("SET CONSTRAINTS one DEFERRED");
    }
}

TEST_F(ConformanceUnique, ColumnsHoldNullOnce) {
    when([](SchemaBuilder& schema) {
        schema.createTable("seats", [](TableBuilder& t) {
            t.integer("number").nullable().defaultTo(10);
            t.unique({"number"}).nullsNotDistinct();
            t.check("few_seats", "number < 100");
        });
    });
    takes("INSERT INTO seats (number) VALUES (NULL)");
    refuses("INSERT INTO seats (number) VALUES (NULL)");
}

TEST_F(ConformanceUnique, ConstraintsHoldNullOnce) {
    when([](SchemaBuilder& schema) {
        schema.createTable("seats", [](TableBuilder& t) {
            t.integer("number").nullable();
            t.string("line", 5).nullable();
            t.unique({"number", "line"}).named("one").nullsNotDistinct();
        });
    });
    takes(kNowhere);
    refuses(kNowhere);
}

TEST_F(ConformanceUnique, AddedColumnsHoldNullOnce) {
    given(seats);
    rows({kSeat});
    when([](SchemaBuilder& schema) {
        schema.alterTable("seats", [](AlterBuilder& t) {
            t.string("owner", 20).nullable();
            t.unique({"owner"}).nullsNotDistinct();
        });
    });
    refuses(kSeat);
}

TEST_F(ConformanceUnique, AddedConstraintsHoldNullOnce) {
    given(seats);
    when([](SchemaBuilder& schema) {
        schema.alterTable("seats", [](AlterBuilder& t) {
            t.unique({"number"}).named("one").nullsNotDistinct();
        });
    });
    takes(kNowhere);
    refuses(kNowhere);
}

}  // namespace godwit::test
