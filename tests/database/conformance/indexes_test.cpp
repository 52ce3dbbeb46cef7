#include "database/conformance/conformance.hpp"

namespace godwit::test {

namespace {

class ConformanceIndexes : public Conformance {};

void people(SchemaBuilder& schema) {
    schema.createTable("people", [](TableBuilder& t) {
        t.id();
        t.string("first", 80).nullable();
        t.string("last", 80).nullable();
        t.integer("age").nullable();
    });
}

void indexedPeople(SchemaBuilder& schema) {
    people(schema);
    schema.alterTable("people", [](AlterBuilder& t) {
        t.index({"first"});
        t.index({"last", "age"}).named("by_last");
    });
}

constexpr const char* kAda = "INSERT INTO people (first, last, age) VALUES ('Ada', 'King', 36)";
constexpr const char* kNobody = "INSERT INTO people (first, last) VALUES (NULL, NULL)";

}  // namespace

TEST_F(ConformanceIndexes, AreMade) {
    given(people);
    rows({kAda});
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.index({"first"}); });
    });
    takes(kAda);
}

TEST_F(ConformanceIndexes, AreUnique) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people",
                          [](AlterBuilder& t) { t.index({"first"}).unique().named("one_first"); });
    });
    takes(kAda);
    refuses(kAda);
    takes(kNobody);
    takes(kNobody);
}

TEST_F(ConformanceIndexes, AreOverSeveralColumns) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.index({"first", "last"});
            t.index({"last", "first", "age"}).unique();
        });
    });
    takes(kAda);
    refuses(kAda);
}

TEST_F(ConformanceIndexes, GoDown) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.index({godwit::desc("age")}); });
    });
    takes(kAda);
}

TEST_F(ConformanceIndexes, GoUpAndDown) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.index({"first", godwit::desc("age"), "last"}).named("up_down_up");
        });
    });
    takes(kAda);
}

TEST_F(ConformanceIndexes, AreMadeAnewInAnotherOrder) {
    given(indexedPeople);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.dropIndex("by_last");
            t.index({"last", godwit::desc("age")}).named("by_last");
        });
    });
    takes(kAda);
}

TEST_F(ConformanceIndexes, BecomeUnique) {
    given(indexedPeople);
    rows({kAda});
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.dropIndex({"first"});
            t.index({"first"}).unique();
        });
    });
    refuses(kAda);
}

TEST_F(ConformanceIndexes, AreOverSomeRows) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people",
                          [](AlterBuilder& t) { t.index({"first"}).where("first IS NOT NULL"); });
    });
    takes(kNobody);
}

TEST_F(ConformanceIndexes, AreUniqueAmongSomeRows) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.index({"first"}).unique().where("first IS NOT NULL AND first <> ''");
        });
    });
    takes("INSERT INTO people (first) VALUES ('')");
    takes("INSERT INTO people (first) VALUES ('')");
    takes(kAda);
    refuses(kAda);
}

TEST_F(ConformanceIndexes, AreOverRowsOfSeveralConditions) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.index({"first", "last"}).named("grown").where("first = 'Igal' AND age >= 18");
            t.index({"first", "last"}).named("either").where("first = 'Igal' OR age >= 18");
        });
    });
    takes(kAda);
}

TEST_F(ConformanceIndexes, AreOverAnExpression) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.index(godwit::expr("lower(first)")).unique().named("one_first_in_any_case");
        });
    });
    takes(kAda);
    refuses("INSERT INTO people (first) VALUES ('ADA')");
}

TEST_F(ConformanceIndexes, HaveAMethod) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.index({"first"}).method(godwit::hash).only(godwit::postgresql);
            t.index({"last"}).method(godwit::btree);
        });
    });
    takes(kAda);
}

TEST_F(ConformanceIndexes, HoldNullOnce) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.index({"first", "last"}).unique().nullsNotDistinct().where("age IS NULL");
        });
    });
    takes(kNobody);
    refuses(kNobody);
}

TEST_F(ConformanceIndexes, AreMadeOnlyWhereMissing) {
    given(indexedPeople);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.index({"last", "age"}).named("by_last").ifNotExists();
            t.index({"age"}).ifNotExists();
        });
    });
    takes(kAda);
}

TEST_F(ConformanceIndexes, AreDropped) {
    given(indexedPeople);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.dropIndex("by_last"); });
    });
    takes(kAda);
}

TEST_F(ConformanceIndexes, AreDroppedIfThere) {
    given(indexedPeople);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.dropIndex("by_last").ifExists();
            t.dropIndex("by_nothing").ifExists();
        });
    });
    takes(kAda);
}

TEST_F(ConformanceIndexes, ThatAreNotThereAreNotDropped) {
    given(indexedPeople);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.dropIndex("by_nothing"); });
    });
    EXPECT_TRUE(refused());
}

TEST_F(ConformanceIndexes, AreDroppedByColumns) {
    given(indexedPeople);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.dropIndex({"last", "age"}); });
    });
    takes(kAda);
}

TEST_F(ConformanceIndexes, AreRenamed) {
    given(indexedPeople);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.renameIndex("by_last", "by_family"); });
    });
    takes(kAda);
}

TEST_F(ConformanceIndexes, RefuseANameThatIsTooLong) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.index({"first"}).named(godwit::name(std::string(64, 'x')));
        });
    });
    EXPECT_TRUE(refused());
}

TEST_F(ConformanceIndexes, KeepANameOfTheGreatestLength) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.index({"first"}).named(godwit::name(std::string(63, 'x')));
        });
    });
    takes(kAda);
}

TEST_F(ConformanceIndexes, HoldTheBeginningOfAText) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.index({godwit::prefix("first", 10), "last"});
        });
    });
    takes(kAda);
}

TEST_F(ConformanceIndexes, ComeWithATable) {
    when([](SchemaBuilder& schema) {
        schema.createTable("things", [](TableBuilder& t) {
            t.string("number", 20);
            t.index({"number"});
            t.index({"number"}).unique().named("one_number");
        });
    });
    takes("INSERT INTO things VALUES ('1')");
    refuses("INSERT INTO things VALUES ('1')");
}

TEST_F(ConformanceIndexes, AreMadeWhileOthersWrite) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.index({"first"}).concurrently(); });
    });
    takes(kAda);
}

TEST_F(ConformanceIndexes, CanBeInvisible) {
    given(indexedPeople);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.hideIndex("by_last");
            t.index({"age"}).invisible();
        });
    });
    if (!refused()) {
        when([](SchemaBuilder& schema) {
            schema.alterTable("people", [](AlterBuilder& t) { t.showIndex("by_last"); });
        });
    }
    takes(kAda);
}

TEST_F(ConformanceIndexes, CoverOtherColumns) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.index({"last"}).include({"first", "age"});
        });
    });
    takes(kAda);
}

TEST_F(ConformanceIndexes, HaveAnOperatorClass) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.index({godwit::column("last").operatorClass("varchar_pattern_ops")});
        });
    });
    takes(kAda);
}

TEST_F(ConformanceIndexes, HaveAComment) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people",
                          [](AlterBuilder& t) { t.index({"last"}).comment("For the list."); });
    });
    takes(kAda);
}

TEST_F(ConformanceIndexes, AreOverTheWordsOfAText) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) { t.fullText({"first", "last"}); });
    });
    takes(kAda);
    holds("SELECT count(*) FROM people WHERE MATCH (first, last) AGAINST ('King')", "1");
}

TEST_F(ConformanceIndexes, AreMadeByAnAlgorithm) {
    given(people);
    when([](SchemaBuilder& schema) {
        schema.alterTable("people", [](AlterBuilder& t) {
            t.index({"first"}).algorithm(godwit::inPlace).lock(godwit::lockNone);
        });
    });
    takes(kAda);
}

}  // namespace godwit::test
