#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include <fmt/format.h>

#include <godwit/error.hpp>

#include "golden/golden.hpp"
#include "model/copies.hpp"

namespace godwit::test {

namespace {

struct Parameter {
    const GoldenCase* golden;
    DatabaseKind kind;
};

std::vector<Parameter> parameters() {
    std::vector<Parameter> all;
    for (const GoldenCase& golden : goldenCases()) {
        for (const DatabaseKind kind : kAllKinds) {
            all.push_back({&golden, kind});
        }
    }
    return all;
}

std::string nameOfTest(const testing::TestParamInfo<Parameter>& info) {
    return fmt::format("{}_{}", info.param.golden->name, nameOf(info.param.kind));
}

std::string contentOf(const std::filesystem::path& path) {
    const std::ifstream file{path, std::ios::binary};
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

void replaceContent(const std::filesystem::path& path, const std::string& content) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream{path, std::ios::binary} << content;
}

class Golden : public testing::TestWithParam<Parameter> {};

// GODWIT_UPDATE_GOLDEN=1 writes the files anew; `git diff` then shows what has changed.
TEST_P(Golden, IsWhatTheFileSays) {
    const auto& [golden, kind] = GetParam();
    const auto dialect = makeDialect(serverOf(*golden, kind));
    const std::filesystem::path path = goldenFile(*golden, kind);

    const std::string text = goldenText(*golden, *dialect);
    if (std::getenv("GODWIT_UPDATE_GOLDEN") != nullptr) {
        replaceContent(path, text);
    }

    EXPECT_EQ(text, contentOf(path)) << path;
}

INSTANTIATE_TEST_SUITE_P(Cases, Golden, testing::ValuesIn(parameters()), nameOfTest);

TEST(GoldenCases, HaveEachTheirOwnName) {
    std::set<std::string_view> names;
    for (const GoldenCase& golden : goldenCases()) {
        EXPECT_TRUE(names.insert(golden.name).second) << golden.name;
    }
}

TEST(GoldenCases, AreAllThatTheFoldersHold) {
    std::set<std::string> folders;
    const auto root = goldenFile(goldenCases().front(), DatabaseKind::SQLite).parent_path();
    for (const auto& entry : std::filesystem::directory_iterator{root.parent_path()}) {
        if (entry.is_directory()) {
            folders.insert(entry.path().filename().string());
        }
    }
    for (const GoldenCase& golden : goldenCases()) {
        folders.erase(std::string{golden.name});
    }
    EXPECT_TRUE(folders.empty()) << "no case is named "
                                 << fmt::format("{}", fmt::join(folders, ", "));
}

// Walks the variant, so that an operation added to it is missed here until it has a case.
TEST(GoldenCases, HoldEveryOperation) {
    std::set<std::size_t> seen;
    for (const GoldenCase& golden : goldenCases()) {
        for (const Operation& operation : detail::withCopies(operationsOf(golden),
                                                             schemaBefore(golden),
                                                             DatabaseKind::PostgreSQL)) {
            seen.insert(operation.index());
        }
    }
    EXPECT_EQ(seen.size(), std::variant_size_v<AnyOperation>);
}

TEST(GoldenCases, RecordTheSameTwice) {
    for (const GoldenCase& golden : goldenCases()) {
        EXPECT_EQ(operationsOf(golden.when), operationsOf(golden.when)) << golden.name;
    }
}

TEST(GoldenCases, PointEachStatementAtItsCall) {
    for (const auto& [golden, kind] : parameters()) {
        const auto dialect = makeDialect(serverOf(*golden, kind));
        try {
            for (const Statement& statement :
                 dialect->compile(operationsOf(*golden), schemaBefore(*golden))) {
                EXPECT_NE(statement.line.line, 0U) << golden->name;
            }
        } catch (const Error& error) {
            EXPECT_NE(error.where().line.line, 0U) << golden->name << ": " << error.message();
            EXPECT_FALSE(error.hint().empty()) << golden->name;
        }
    }
}

}  // namespace

}  // namespace godwit::test
