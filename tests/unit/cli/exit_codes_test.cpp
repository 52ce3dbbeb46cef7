#include <fstream>
#include <iterator>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <godwit/error.hpp>

#include "support/source_tree.hpp"

namespace godwit::test {

namespace {

TEST(ExitCodes, AreAllInTheManual) {
    std::ifstream file(test::sourceTree() / "docs/reference/cli.md");
    const std::string manual{std::istreambuf_iterator<char>(file), {}};
    for (const ErrorInfo& info : errorCatalog()) {
        EXPECT_NE(manual.find(fmt::format("\n| {} | ", info.exitCode)), std::string::npos)
            << codeText(info.code) << " exits with " << info.exitCode;
    }
}

}  // namespace

}  // namespace godwit::test
