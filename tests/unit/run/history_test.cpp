#include "run/history.hpp"

#include <gtest/gtest.h>

#include "run/answers.hpp"
#include "unit/support/fake_driver.hpp"

namespace godwit::detail {
namespace {

class HistoryRows : public testing::Test {
protected:
    std::string inserted(std::string reason, bool inParts = false) {
        Step step;
        step.id = "20250401000000_orders";
        step.reason = std::move(reason);
        return table_.insertion(*dialect_,
                                {.step = step,
                                 .seq = 1,
                                 .batch = 1,
                                 .actor = "somebody",
                                 .duration = {},
                                 .inParts = inParts});
    }

    HistoryTable table_{"godwit_history"};
    std::unique_ptr<Dialect> dialect_ = makeDialect({DatabaseKind::SQLite, {3, 40, 1}});
};

TEST_F(HistoryRows, KeepTheReasonOfTheBusiness) {
    EXPECT_TRUE(inserted("the shop's parcels").ends_with(", 'the shop''s parcels')"));
    EXPECT_TRUE(inserted("").ends_with(", NULL)"));
}

TEST_F(HistoryRows, OfStepsInPartsBeganWhenTheirProgressSays) {
    EXPECT_NE(inserted("", true).find("(SELECT started_at FROM \"godwit_history_progress\")"),
              std::string::npos);
    EXPECT_EQ(inserted("", false).find("godwit_history_progress"), std::string::npos);
}

TEST_F(HistoryRows, AreReadWithTheirReason) {
    test::FakeServer server;
    server.answer("godwit_history",
                  {{"1",
                    "20250401000000_orders",
                    "",
                    "apply",
                    "gw1:a",
                    "1",
                    "",
                    "",
                    "0",
                    "somebody",
                    "1",
                    "parcels",
                    "1"}});
    Connection connection = server.connect();
    const History history = table_.read(connection.driver(), *dialect_);
    EXPECT_EQ(history.applied.at(0).reason, "parcels");
    EXPECT_TRUE(history.mayBeUnfinished);
}

TEST(Answers, AreYesInTheWordsOfEachServer) {
    for (const char* yes : {"t", "true", "1", "2", "-1"}) {
        EXPECT_TRUE(saysYes(std::string{yes})) << yes;
    }
    for (const char* no : {"f", "false", "0", "", "yes"}) {
        EXPECT_FALSE(saysYes(std::string{no})) << no;
    }
    EXPECT_FALSE(saysYes(std::nullopt));
}

}  // namespace
}  // namespace godwit::detail
