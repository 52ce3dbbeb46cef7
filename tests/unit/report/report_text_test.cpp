#include <gtest/gtest.h>

#include "report/words.hpp"
#include "unit/report/values.hpp"

namespace godwit::test {

namespace {

TEST(ReportText, ListsTheStepsAndSumsThemUp) {
    EXPECT_EQ(toText(Report{{finished(Direction::Up, 3, 12), finished(Direction::Up, 1, 3)}}),
              "applied 20250217143000_create_orders_table (3 statements, 12 ms)\n"
              "applied 20250217143000_create_orders_table (1 statement, 3 ms)\n"
              "2 migrations applied in 15 ms.\n");
}

TEST(ReportText, TellsARollbackFromAnApplication) {
    EXPECT_EQ(toText(Report{{finished(Direction::Down, 1, 2), finished(Direction::Up, 1, 3)}}),
              "rolled back 20250217143000_create_orders_table (1 statement, 2 ms)\n"
              "applied 20250217143000_create_orders_table (1 statement, 3 ms)\n"
              "1 migration rolled back and 1 applied in 5 ms.\n");
}

TEST(ReportText, SaysWhatAnInterruptedRunHadDoneBefore) {
    StepReport step = finished(Direction::Up, 7, 12);
    step.done = 3;
    EXPECT_EQ(toText(Report{{step}}),
              "applied 20250217143000_create_orders_table (7 statements, 3 of them before, 12 ms)\n"
              "1 migration applied in 12 ms.\n");
}

TEST(ReportText, SaysWhenNothingWasDone) { EXPECT_EQ(toText(Report{}), "Nothing to do.\n"); }

TEST(Duration, IsToldInTheUnitThatAPersonWouldUse) {
    struct Case {
        std::chrono::microseconds duration;
        const char* text;
    };
    using std::chrono::microseconds;
    for (const Case& one : {Case{microseconds{0}, "<1 ms"},
                            Case{microseconds{999}, "<1 ms"},
                            Case{microseconds{1'000}, "1 ms"},
                            Case{microseconds{999'999}, "999 ms"},
                            Case{microseconds{1'250'000}, "1.2 s"},
                            Case{microseconds{59'990'000}, "59.9 s"},
                            Case{microseconds{125'000'000}, "2 min 5 s"}}) {
        EXPECT_EQ(detail::report::briefly(one.duration), one.text);
    }
}

TEST(PrintableText, SpellsOutControlCharactersOfOneAndTwoBytes) {
    EXPECT_EQ(detail::report::printable("a\x1b[31m\tb\nc\x7f \xc2\x9b ü"),
              "a\\x1b[31m\tb\nc\\x7f \\x9b ü");
    EXPECT_EQ(detail::report::printableLine("a\nb\tc"), "a\\nb\\x09c");
}

}  // namespace

}  // namespace godwit::test
