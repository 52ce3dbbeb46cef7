#include <gtest/gtest.h>

#include "unit/report/values.hpp"

namespace godwit::test {

namespace {

using State = MigrationStatus::State;

TEST(StatusText, IsAHeadlineAndAnAlignedTable) {
    EXPECT_EQ(
        toText(status({migration("20250217142500_users", State::Applied),
                       migration("20250217143000_orders", State::Pending)})),
        R"(sqlite:shop.db (SQLite 3.40.1): 1 applied, 1 pending. The history is in godwit_history.

migration              state    batch  applied at (UTC)     duration  description
20250217142500_users   applied      3  2025-02-17 14:30:01     1.5 s  create things
20250217143000_orders  pending                                        create things
)");
}

TEST(StatusText, SaysWhatToDoAboutModifiedAndUnknownMigrations) {
    const std::string text = toText(status({migration("20250217142500_users", State::Modified),
                                            migration("20250217143000_orders", State::Unknown)}));
    EXPECT_TRUE(text.starts_with(
        "sqlite:shop.db (SQLite 3.40.1): 0 applied, 0 pending, 1 modified, 1 unknown."));
    EXPECT_NE(text.find("\nmodified: what the program has under this id"), std::string::npos);
    EXPECT_NE(text.find("\nunknown:  this was applied and the program"), std::string::npos);
}

TEST(StatusText, SaysHowFarAMigrationHasCome) {
    Status halfWay = status({migration("20250217142500_users", State::Applied),
                             migration("20250217143000_orders", State::Pending)});
    halfWay.unfinished = unfinished();
    EXPECT_EQ(
        toText(halfWay),
        R"(sqlite:shop.db (SQLite 3.40.1): 1 applied, 1 pending. The history is in godwit_history.

migration              state     batch  applied at (UTC)     duration  description
20250217142500_users   applied       3  2025-02-17 14:30:01     1.5 s  create things
20250217143000_orders  half-way                                        create things

half-way: 3 of 7 statements done, up 20250217143000_orders, begun 2025-02-17 14:30:00 UTC by shop@web-1. Either
          that run is still at it, or the next one goes on from there.
)");
}

TEST(StatusText, SaysWhenThereAreNoMigrations) {
    EXPECT_EQ(toText(status({})), "sqlite:shop.db (SQLite 3.40.1): there are no migrations.\n");
}

TEST(StatusText, SpellsOutWhatCouldSteerATerminal) {
    Status hostile = status({migration("20250217142500_users", State::Unknown)});
    hostile.migrations[0].description = "\x1b[2J\nnothing";
    EXPECT_NE(toText(hostile).find("\\x1b[2J\\nnothing\n"), std::string::npos);
}

}  // namespace

}  // namespace godwit::test
