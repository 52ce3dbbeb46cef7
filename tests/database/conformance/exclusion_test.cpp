#include "database/conformance/conformance.hpp"

namespace godwit::test {

namespace {

class ConformanceExclusion : public Conformance {};

void invoices(SchemaBuilder& schema) {
    schema.createTable("invoices", [](TableBuilder& t) {
        t.id();
        t.date("begins").nullable();
        t.date("ends").nullable();
    });
}

constexpr const char* kDays = "daterange(begins, ends)";
constexpr const char* kYear =
    "INSERT INTO invoices (begins, ends) VALUES ('2020-01-01', '2021-01-01')";
constexpr const char* kNextYear =
    "INSERT INTO invoices (begins, ends) VALUES ('2021-01-01', '2022-01-01')";
constexpr const char* kLastDay =
    "INSERT INTO invoices (begins, ends) VALUES ('2020-12-31', '2021-01-01')";

}  // namespace

TEST_F(ConformanceExclusion, ConstraintsRefuseAnOverlap) {
    given(invoices);
    when([](SchemaBuilder& schema) {
        schema.alterTable("invoices", [](AlterBuilder& t) {
            t.exclude("no_overlap", {{kDays, "&&"}});
        });
    });
    takes(kYear);
    refuses(kLastDay);
    takes(kNextYear);
}

TEST_F(ConformanceExclusion, ConstraintsRefuseAnOverlapByUpdate) {
    when([](SchemaBuilder& schema) {
        schema.createTable("invoices", [](TableBuilder& t) {
            t.date("begins");
            t.date("ends");
            t.exclude("no_overlap", {{kDays, "&&"}});
        });
    });
    takes(kYear);
    takes(kNextYear);
    refuses("UPDATE invoices SET begins = '2020-06-01' WHERE ends = '2022-01-01'");
}

TEST_F(ConformanceExclusion, ConstraintsCanWait) {
    given(invoices);
    when([](SchemaBuilder& schema) {
        schema.alterTable("invoices", [](AlterBuilder& t) {
            t.exclude("no_overlap", {{kDays, "&&"}}).deferrable(godwit::initiallyImmediate);
        });
    });
    takes(kYear);
    refuses(kLastDay);
    takes("BEGIN");
    takes("SET CONSTRAINTS no_overlap DEFERRED");
    takes(kLastDay);
    takes("UPDATE invoices SET ends = '2020-12-31' WHERE begins = '2020-01-01'");
    takes("COMMIT");
}

TEST_F(ConformanceExclusion, ConstraintsWait) {
    given(invoices);
    when([](SchemaBuilder& schema) {
        schema.alterTable("invoices", [](AlterBuilder& t) {
            t.exclude("no_overlap", {{kDays, "&&"}}).deferrable(godwit::initiallyDeferred);
        });
    });
    takes(kYear);
    takes("BEGIN");
    takes(kLastDay);
    refuses("COMMIT");
}

TEST_F(ConformanceExclusion, ConstraintsAreAboutSomeRows) {
    given(invoices);
    when([](SchemaBuilder& schema) {
        schema.alterTable("invoices", [](AlterBuilder& t) {
            t.exclude("no_overlap", {{kDays, "&&"}}).where("ends < '2020-12-31'");
        });
    });
    takes(kYear);
    takes(kLastDay);
}

TEST_F(ConformanceExclusion, ConstraintsAreOverExpressions) {
    given(invoices);
    when([](SchemaBuilder& schema) {
        schema.alterTable("invoices", [](AlterBuilder& t) {
            t.exclude("no_overlap",
                      {{"daterange(begins,\n  CASE WHEN ends IS NULL THEN 'infinity'::date\n"
                        "  ELSE ends END, '[]')",
                        "&&"}});
        });
    });
    takes("INSERT INTO invoices (begins, ends) VALUES ('2020-01-01', NULL)");
    refuses(kNextYear);
}

TEST_F(ConformanceExclusion, ConstraintsAreDropped) {
    given([](SchemaBuilder& schema) {
        invoices(schema);
        schema.alterTable("invoices", [](AlterBuilder& t) {
            t.exclude("no_overlap", {{kDays, "&&"}}).only(godwit::postgresql);
            t.check("no_overlap", "begins < ends").only(godwit::mysql | godwit::mariadb);
        });
    });
    rows({kYear});
    when([](SchemaBuilder& schema) {
        schema.alterTable("invoices", [](AlterBuilder& t) { t.dropExclusion("no_overlap"); });
    });
    takes(kLastDay);
}

TEST_F(ConformanceExclusion, ConstraintsComeAndGoTogether) {
    given([](SchemaBuilder& schema) {
        invoices(schema);
        schema.alterTable("invoices", [](AlterBuilder& t) {
            t.exclude("no_overlap", {{kDays, "&&"}}).only(godwit::postgresql);
        });
    });
    when([](SchemaBuilder& schema) {
        schema.alterTable("invoices", [](AlterBuilder& t) {
            t.integer("amount").nullable();
            t.exclude("none_of_one_amount", {{kDays, "&&"}}).where("amount > 0");
            t.dropExclusion("no_overlap");
        });
    });
    takes(kYear);
    takes(kLastDay);
}

}  // namespace godwit::test
