#include <set>

#include <gtest/gtest.h>

#include "json/canonical.hpp"
#include "unit/support/recording.hpp"

namespace godwit {
namespace {

using test::recorded;

void expectAllDifferent(const std::vector<test::Calls>& variants) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < variants.size(); ++i) {
        EXPECT_TRUE(seen.insert(detail::canonicalOperations(recorded(variants[i]))).second) << i;
    }
}

TEST(CanonicalObjects, TellEveryFieldOfViewsAndTriggersApart) {
    expectAllDifferent({
        [](SchemaBuilder& s) { s.createView("a", "x"); },
        [](SchemaBuilder& s) { s.createView("a", "y"); },
        [](SchemaBuilder& s) { s.createView("b", "x"); },
        [](SchemaBuilder& s) { s.createView("a", "x").columns({"c"}); },
        [](SchemaBuilder& s) { s.createView("a", "x").withCheckOption(); },
        [](SchemaBuilder& s) { s.createView("a", "x").withCheckOption(local); },
        [](SchemaBuilder& s) { s.createView("a", "x").securityInvoker(); },
        [](SchemaBuilder& s) { s.replaceView("a", "x"); },
        [](SchemaBuilder& s) { s.createMaterializedView("a", "x"); },
        [](SchemaBuilder& s) { s.createMaterializedView("a", "x").withNoData(); },
        [](SchemaBuilder& s) { s.refreshMaterializedView("a"); },
        [](SchemaBuilder& s) { s.refreshMaterializedView("a").concurrently(); },
        [](SchemaBuilder& s) { s.refreshMaterializedView("a").withNoData(); },
        [](SchemaBuilder& s) { s.dropView("a"); },
        [](SchemaBuilder& s) { s.dropMaterializedView("a"); },
        [](SchemaBuilder& s) { s.renameView("a", "b"); },
        [](SchemaBuilder& s) { s.createTrigger("a", "t").before(onInsert).body("x"); },
        [](SchemaBuilder& s) { s.createTrigger("a", "u").before(onInsert).body("x"); },
        [](SchemaBuilder& s) { s.createTrigger("a", "t").after(onInsert).body("x"); },
        [](SchemaBuilder& s) { s.createTrigger("a", "t").before(onUpdate).body("x"); },
        [](SchemaBuilder& s) {
            s.createTrigger("a", "t").before(onUpdate).ofColumns({"c"}).body("x");
        },
        [](SchemaBuilder& s) { s.createTrigger("a", "t").before(onInsert).when("w").body("x"); },
        [](SchemaBuilder& s) {
            s.createTrigger("a", "t").before(onInsert).forEachStatement().body("x");
        },
        [](SchemaBuilder& s) { s.createTrigger("a", "t").before(onInsert).executes("f"); },
        [](SchemaBuilder& s) { s.createTrigger("a", "t").before(onInsert).executes("f", {"1"}); },
        [](SchemaBuilder& s) {
            s.createTrigger("a", "t").after(onUpdate).oldTableAs("o").body("x");
        },
        [](SchemaBuilder& s) {
            s.createTrigger("a", "t").after(onUpdate).newTableAs("o").body("x");
        },
        [](SchemaBuilder& s) { s.dropTrigger("a", "t"); },
        [](SchemaBuilder& s) { s.dropTrigger("a", "u"); },
        [](SchemaBuilder& s) { s.createFunction("a", "()", everywhere("x")); },
        [](SchemaBuilder& s) { s.createFunction("a", "(n int)", everywhere("x")); },
        [](SchemaBuilder& s) { s.createProcedure("a", "()", everywhere("x")); },
        [](SchemaBuilder& s) { s.dropFunction("a"); },
        [](SchemaBuilder& s) { s.dropFunction("a", "(int)"); },
    });
}

TEST(CanonicalObjects, TellEveryFieldOfTheOthersApart) {
    expectAllDifferent({
        [](SchemaBuilder& s) { s.createSequence("a"); },
        [](SchemaBuilder& s) { s.createSequence("a").startsAt(1); },
        [](SchemaBuilder& s) { s.createSequence("a").incrementsBy(1); },
        [](SchemaBuilder& s) { s.createSequence("a").minValue(1); },
        [](SchemaBuilder& s) { s.createSequence("a").maxValue(1); },
        [](SchemaBuilder& s) { s.createSequence("a").cache(1); },
        [](SchemaBuilder& s) { s.createSequence("a").cycles(); },
        [](SchemaBuilder& s) { s.createSequence("a").type(integer()); },
        [](SchemaBuilder& s) { s.createSequence("a").ownedBy("t", "c"); },
        [](SchemaBuilder& s) { s.alterSequence("a").restartsAt(1); },
        [](SchemaBuilder& s) { s.alterSequence("a").cycles(); },
        [](SchemaBuilder& s) { s.alterSequence("a").doesNotCycle(); },
        [](SchemaBuilder& s) { s.createSchema("a"); },
        [](SchemaBuilder& s) { s.enableExtension("a"); },
        [](SchemaBuilder& s) { s.enableExtension("a").version("1"); },
        [](SchemaBuilder& s) { s.enableExtension("a").inSchema("b"); },
        [](SchemaBuilder& s) { s.enableRowLevelSecurity("a"); },
        [](SchemaBuilder& s) { s.enableRowLevelSecurity("a").forced(); },
        [](SchemaBuilder& s) { s.createPolicy("a", "t").usingExpression("x"); },
        [](SchemaBuilder& s) { s.createPolicy("a", "t").withCheck("x"); },
        [](SchemaBuilder& s) { s.createPolicy("a", "t").usingExpression("x").forCommand(select); },
        [](SchemaBuilder& s) { s.createPolicy("a", "t").usingExpression("x").to({"r"}); },
        [](SchemaBuilder& s) { s.createPolicy("a", "t").usingExpression("x").restrictive(); },
        [](SchemaBuilder& s) { s.createRole("a"); },
        [](SchemaBuilder& s) { s.createRole("a").canLogin(); },
        [](SchemaBuilder& s) { s.grant(select, "a").to({"r"}); },
        [](SchemaBuilder& s) { s.grant(insert, "a").to({"r"}); },
        [](SchemaBuilder& s) { s.grant(select, "a").to({"q"}); },
        [](SchemaBuilder& s) { s.grant(select, "a").columns({"c"}).to({"r"}); },
        [](SchemaBuilder& s) { s.grant(select, "a").to({"r"}).withGrantOption(); },
        [](SchemaBuilder& s) { s.grant(usage, onSchema("a")).to({"r"}); },
        [](SchemaBuilder& s) { s.grant(usage, onSequence("a")).to({"r"}); },
        [](SchemaBuilder& s) { s.grant(select, onTablesOf("a")).to({"r"}); },
        [](SchemaBuilder& s) { s.grant(executing, onFunction("a")).to({"r"}); },
        [](SchemaBuilder& s) { s.grant(executing, onFunction("a", "(int)")).to({"r"}); },
        [](SchemaBuilder& s) { s.grant(executing, onProcedure("a")).to({"r"}); },
        [](SchemaBuilder& s) { s.grantRole("a").to({"r"}); },
        [](SchemaBuilder& s) { s.revoke(select, "a").from({"r"}); },
        [](SchemaBuilder& s) { s.createPartition("a", "t").from({1}).to({2}); },
        [](SchemaBuilder& s) { s.createPartition("a", "t").from({lowest}).to({2}); },
        [](SchemaBuilder& s) { s.createPartition("a", "t").from({1}).to({highest}); },
        [](SchemaBuilder& s) { s.createPartition("a", "t").in({1}); },
        [](SchemaBuilder& s) { s.createPartition("a", "t").in({"1"}); },
        [](SchemaBuilder& s) { s.createPartition("a", "t").modulus(2, 0); },
        [](SchemaBuilder& s) { s.createPartition("a", "t").modulus(2, 1); },
        [](SchemaBuilder& s) { s.createPartition("a", "t").takesTheRest(); },
        [](SchemaBuilder& s) { s.attachPartition("a", "t").in({1}); },
        [](SchemaBuilder& s) { s.detachPartition("a", "t"); },
        [](SchemaBuilder& s) { s.detachPartition("a", "t").concurrently(); },
    });
}

}  // namespace
}  // namespace godwit
