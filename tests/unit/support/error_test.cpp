#include <set>

#include <gtest/gtest.h>

#include <godwit/error.hpp>

namespace godwit {
namespace {

TEST(Error, SaysCodeMessagePlaceStateAndHintInOneLine) {
    const Error error{ErrorCode::NeedsTableRebuild,
                      {"orders.total cannot change", "Nothing has run.", "add a new column"},
                      {.migration = "20250301120000_add_orders",
                       .operation = "add_check orders.positive",
                       .sql = "SELECT 'secret'",
                       .line = {"orders.cpp", 12}}};
    EXPECT_STREQ(error.what(),
                 "GW302 orders.total cannot change [20250301120000_add_orders, add_check "
                 "orders.positive, orders.cpp:12] Nothing has run. Hint: add a new column");
}

TEST(Error, LeavesOutWhatIsNotKnown) {
    EXPECT_STREQ(Error(ErrorCode::EmptyName, {"a name is empty", {}, {}}).what(),
                 "GW101 a name is empty");
}

TEST(ErrorCatalog, ListsEachCodeOnceInOrder) {
    int last = 0;
    for (const ErrorInfo& info : errorCatalog()) {
        EXPECT_GT(static_cast<int>(info.code), last) << info.title;
        last = static_cast<int>(info.code);
    }
}

TEST(ErrorCatalog, ExplainsEachCodeAndGivesItAnExitCode) {
    const std::set<int> known = {20, 21, 22, 23, 28, 64, 65, 66, 69, 70, 73, 75, 77, 78};
    for (const ErrorInfo& info : errorCatalog()) {
        EXPECT_FALSE(info.title.empty());
        EXPECT_TRUE(info.paragraph.ends_with('.')) << info.title;
        EXPECT_TRUE(known.contains(info.exitCode)) << info.title << " " << info.exitCode;
    }
}

TEST(ErrorCatalog, GivesAnErrorItsExitCode) {
    EXPECT_EQ(Error(ErrorCode::MigrationModified, {"m", {}, {}}).exitCode(), 22);
    EXPECT_EQ(Error(ErrorCode::LockNotAcquired, {"m", {}, {}}).exitCode(), 75);
}

}  // namespace
}  // namespace godwit
