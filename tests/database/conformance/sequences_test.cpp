#include "database/conformance/conformance.hpp"
#include "database/support/own_names.hpp"

namespace godwit::test {

namespace {

// PostgreSQL and MariaDB have them; the others refuse each call.
class ConformanceSequences : public Conformance {
protected:
    void next(const std::string& sequence, std::string_view number) {
        holds(on(DatabaseKind::PostgreSQL) ? "SELECT nextval('" + sequence + "')"
                                           : "SELECT NEXTVAL(" + sequence + ")",
              number);
    }
};

void numbers(SchemaBuilder& schema) {
    schema.createSequence("numbers").startsAt(10).minValue(1).maxValue(1000).cache(20).only(
        postgresql | mariadb);
}

}  // namespace

TEST_F(ConformanceSequences, AreMade) {
    when([](SchemaBuilder& schema) { schema.createSequence("numbers"); });
    next("numbers", "1");
    next("numbers", "2");
}

TEST_F(ConformanceSequences, HaveAType) {
    when([](SchemaBuilder& schema) {
        schema.createSequence("numbers").type(bigInteger());
        schema.createSequence("small_numbers")
            .type(smallInteger())
            .startsAt(32000)
            .incrementsBy(700);
    });
    next("numbers", "1");
    next("small_numbers", "32000");
    next("small_numbers", "32700");
    refuses(on(DatabaseKind::PostgreSQL) ? "SELECT nextval('small_numbers')"
                                         : "SELECT NEXTVAL(small_numbers)");
}

TEST_F(ConformanceSequences, HaveAllSettings) {
    when([](SchemaBuilder& schema) {
        schema.createSequence("numbers")
            .startsAt(4)
            .incrementsBy(2)
            .minValue(2)
            .maxValue(6)
            .cache(2)
            .cycles();
    });
    next("numbers", "4");
    next("numbers", "6");
    next("numbers", "2");
}

TEST_F(ConformanceSequences, KeepNumbersReady) {
    when([](SchemaBuilder& schema) {
        schema.createSequence("many").cache(20);
        schema.createSequence("none").cache(1);
        schema.createSequence("some");
    });
    next("many", "1");
    next("none", "1");
}

TEST_F(ConformanceSequences, GetOtherSettings) {
    given(numbers);
    when([](SchemaBuilder& schema) {
        schema.alterSequence("numbers")
            .incrementsBy(5)
            .minValue(5)
            .maxValue(20)
            .cache(1)
            .cycles()
            .restartsAt(20);
    });
    next("numbers", "20");
    next("numbers", "5");
}

TEST_F(ConformanceSequences, GetAnotherStep) {
    given(numbers);
    when([](SchemaBuilder& schema) { schema.alterSequence("numbers").incrementsBy(3); });
    next("numbers", "10");
    next("numbers", "13");
}

TEST_F(ConformanceSequences, GetAnotherCache) {
    given(numbers);
    when([](SchemaBuilder& schema) { schema.alterSequence("numbers").cache(1); });
    next("numbers", "10");
}

TEST_F(ConformanceSequences, BeginAnew) {
    given(numbers);
    when([](SchemaBuilder& schema) { schema.alterSequence("numbers").restartsAt(100); });
    next("numbers", "100");
}

TEST_F(ConformanceSequences, AreDropped) {
    given(numbers);
    when([](SchemaBuilder& schema) { schema.dropSequence("numbers"); });
    refuses(on(DatabaseKind::PostgreSQL) ? "SELECT nextval('numbers')" : "SELECT NEXTVAL(numbers)");
}

TEST_F(ConformanceSequences, AreRenamed) {
    given(numbers);
    when([](SchemaBuilder& schema) { schema.renameSequence("numbers", "figures"); });
    next("figures", "10");
}

TEST_F(ConformanceSequences, BelongToASchema) {
    given(numbers);
    when([](SchemaBuilder& schema) {
        schema.createSchema(ownWord("sales"));
        schema.renameSequence("numbers", qualified(ownName("sales"), "numbers"));
        schema.createSequence(qualified(ownName("sales"), "figures"));
    });
    next(ownName("sales") + ".numbers", "10");
    next(ownName("sales") + ".figures", "1");
    dropsSchema(ownName("sales"));
}

}  // namespace godwit::test
