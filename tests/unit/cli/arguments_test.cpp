#include <vector>

#include <gtest/gtest.h>

#include <godwit/error.hpp>

#include "cli/arguments.hpp"

namespace godwit::test {

namespace {

using detail::cli::Arguments;
using detail::cli::Parsed;
using Words = std::vector<const char*>;

Parsed parsed(Words words) {
    words.insert(words.begin(), "/usr/local/bin/shop");
    return detail::cli::parseArguments(static_cast<int>(words.size()), words.data());
}

std::string refusal(const Words& words) {
    try {
        parsed(words);
    } catch (const UsageError& error) {
        EXPECT_EQ(error.code(), ErrorCode::BadArgument);
        EXPECT_EQ(error.exitCode(), 64);
        return error.message();
    }
    return "understood";
}

TEST(Arguments, NameATargetForEachCommand) {
    struct Case {
        Words words;
        Arguments::Command command;
        Target target;
    };
    using enum Arguments::Command;
    const std::vector<Case> cases = {
        {{"up"}, Run, Target::up()},
        {{"up", "--to", "ID"}, Run, Target::upTo("ID")},
        {{"up", "--to=ID"}, Run, Target::upTo("ID")},
        {{"rollback"}, Run, Target::rollback(1)},
        {{"rollback", "12"}, Run, Target::rollback(12)},
        {{"rollback", "--to", "ID"}, Run, Target::rollbackTo("ID")},
        {{"rollback", "--all"}, Run, Target::rollbackAll()},
        {{"down"}, Run, Target::rollback(1)},
        {{"redo"}, Run, Target::redo()},
        {{"plan"}, Plan, Target::up()},
        {{"plan", "--to", "ID"}, Plan, Target::upTo("ID")},
        {{"plan", "up"}, Plan, Target::up()},
        {{"plan", "up", "--to", "ID"}, Plan, Target::upTo("ID")},
        {{"plan", "rollback"}, Plan, Target::rollback(1)},
        {{"plan", "rollback", "3"}, Plan, Target::rollback(3)},
        {{"plan", "rollback", "--to", "ID"}, Plan, Target::rollbackTo("ID")},
        {{"plan", "rollback", "--all"}, Plan, Target::rollbackAll()},
        {{"plan", "down"}, Plan, Target::rollback(1)},
        {{"plan", "redo"}, Plan, Target::redo()},
        {{"status"}, Status, Target::up()},
    };
    for (const Case& one : cases) {
        SCOPED_TRACE(testing::PrintToString(one.words));
        const Arguments arguments = parsed(one.words).arguments;
        EXPECT_EQ(arguments.command, one.command);
        EXPECT_EQ(arguments.target.kind, one.target.kind);
        EXPECT_EQ(arguments.target.id, one.target.id);
        EXPECT_EQ(arguments.target.count, one.target.count);
        EXPECT_FALSE(arguments.json || arguments.yes || arguments.stateInExit);
    }
}

TEST(Arguments, TakeJsonAndYesBeforeAndAfterEveryCommand) {
    for (const char* command : {"up", "rollback", "down", "redo", "status", "plan"}) {
        for (const Words& words : {Words{"--json", "--yes", command},
                                   Words{command, "--json", "--yes"},
                                   Words{"--yes", command, "--json"}}) {
            SCOPED_TRACE(testing::PrintToString(words));
            const Arguments arguments = parsed(words).arguments;
            EXPECT_TRUE(arguments.json);
            EXPECT_TRUE(arguments.yes);
        }
    }
    EXPECT_TRUE(parsed({"plan", "rollback", "--all", "--json"}).arguments.json);
}

TEST(Arguments, TakeExitCodeForStatusAndPlan) {
    EXPECT_TRUE(parsed({"status", "--exit-code"}).arguments.stateInExit);
    EXPECT_TRUE(parsed({"plan", "--exit-code"}).arguments.stateInExit);
    EXPECT_TRUE(parsed({"plan", "rollback", "--exit-code"}).arguments.stateInExit);
    EXPECT_EQ(refusal({"up", "--exit-code"}), "`shop up` takes no `--exit-code`");
}

TEST(Arguments, AreRefusedInWords) {
    struct Case {
        Words words;
        const char* message;
    };
    const std::vector<Case> cases = {
        {{}, "there is no command"},
        {{"--json"}, "there is no command"},
        {{"frobnicate"}, "`shop` takes no `frobnicate`"},
        {{""}, "`shop` takes no ``"},
        {{"up", "20250217143000_x"}, "`shop up` takes no `20250217143000_x`"},
        {{"up", "status"}, "`shop up` takes no `status`"},
        {{"up", "--to"}, "`--to` takes one ID"},
        {{"up", "--to", "A", "--to", "B"}, "`--to` takes one ID"},
        {{"up", "--yes=no"}, "a flag takes no value"},
        {{"down", "2"}, "`shop down` takes no `2`"},
        {{"down", "--to", "A"}, "`shop down` takes no `--to`"},
        {{"rollback", "0"}, "`0` is no number of migrations"},
        {{"rollback", "-1"}, "`-1` is no number of migrations"},
        {{"rollback", "2x"}, "`2x` is no number of migrations"},
        {{"rollback", "0x2"}, "`0x2` is no number of migrations"},
        {{"rollback", "1.5"}, "`1.5` is no number of migrations"},
        {{"rollback", "99999999999999999999"}, "`99999999999999999999` is no number of migrations"},
        {{"rollback", "1", "2"}, "`shop rollback` takes no `2`"},
        {{"rollback", "1", "--all"}, "N, `--to` and `--all` exclude each other"},
        {{"rollback", "1", "--to", "A"}, "N, `--to` and `--all` exclude each other"},
        {{"rollback", "--all", "--to", "A"}, "N, `--to` and `--all` exclude each other"},
        {{"plan", "rollback", "1", "--all"}, "N, `--to` and `--all` exclude each other"},
        {{"plan", "--to", "A", "down"}, "`--to` stands before the command that it belongs to"},
        {{"plan", "status"}, "`shop plan` takes no `status`"},
    };
    for (const Case& one : cases) {
        SCOPED_TRACE(testing::PrintToString(one.words));
        EXPECT_EQ(refusal(one.words), one.message);
    }
}

TEST(Arguments, PointAtTheHelpOfTheCommandInQuestion) {
    try {
        parsed({"plan", "rollback", "--frobnicate"});
        FAIL();
    } catch (const UsageError& error) {
        EXPECT_EQ(error.state(), "The database is untouched.");
        EXPECT_EQ(error.hint(), "`shop plan rollback --help` lists what there is");
    }
}

TEST(Arguments, AnswerHelpWithTheNamesOfEverything) {
    const std::string all = parsed({"--help"}).answer.value();
    for (const char* word : {"Usage: shop",
                             "up ",
                             "rollback ",
                             "down ",
                             "redo ",
                             "status ",
                             "plan ",
                             "--json",
                             "--yes"}) {
        EXPECT_NE(all.find(word), std::string::npos) << word;
    }
    const std::string one = parsed({"plan", "rollback", "-h"}).answer.value();
    EXPECT_NE(one.find("Usage: shop plan rollback [OPTIONS] [N]\n"), std::string::npos);
    EXPECT_NE(one.find("--all"), std::string::npos);
}

TEST(Arguments, FindJsonInACommandLineThatMakesNoSense) {
    const Words words = {"shop", "frobnicate", "--json"};
    EXPECT_TRUE(detail::cli::wantsJson(3, words.data()));
    EXPECT_FALSE(detail::cli::wantsJson(2, words.data()));
    EXPECT_FALSE(detail::cli::wantsJson(0, nullptr));
}

TEST(Arguments, NeedNoProgramName) {
    EXPECT_EQ(detail::cli::programName(0, nullptr), "godwit");
    const Words words = {"./build/bin/shop"};
    EXPECT_EQ(detail::cli::programName(1, words.data()), "shop");
}

}  // namespace

}  // namespace godwit::test
