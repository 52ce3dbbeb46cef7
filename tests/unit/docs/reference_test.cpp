#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <godwit/error.hpp>

#include "support/source_tree.hpp"
#include "unit/docs/page.hpp"

// Pages that are made from code. GODWIT_UPDATE_DOCS=1 writes them anew.

namespace godwit {
namespace {

using test::expectPage;

TEST(ReferencePage, ExplainsEveryError) {
    std::string text =
        "# Errors\n\n"
        "<!-- Made from src/support/error_catalog.cpp by the unit tests (GODWIT_UPDATE_DOCS=1). "
        "-->\n\n"
        "Every error is a `godwit::Error` and says what happened, where, what state the database "
        "is "
        "in, and what to do. Its code never changes its meaning. The command line exits with the "
        "number in the last column.\n\n"
        "| code | name | exit |\n|---|---|---|\n";
    for (const ErrorInfo& info : errorCatalog()) {
        text += fmt::format("| [{0}](#{1}) | {2} | {3} |\n",
                            codeText(info.code),
                            "gw" + codeText(info.code).substr(2),
                            info.title,
                            info.exitCode);
    }
    for (const ErrorInfo& info : errorCatalog()) {
        text +=
            fmt::format("\n## {}\n\n**{}.** {}\n", codeText(info.code), info.title, info.paragraph);
    }
    expectPage("errors.md", text);
}

TEST(Pages, LinkToFilesThatExist) {
    const std::filesystem::path root = test::sourceTree();
    std::vector<std::filesystem::path> pages = {root / "README.md"};
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / "docs")) {
        if (entry.path().extension() == ".md") {
            pages.push_back(entry.path());
        }
    }
    const std::regex link(R"(\]\(([^)#: ]+)(#[^)]*)?\))");
    for (const std::filesystem::path& page : pages) {
        std::stringstream text;
        text << std::ifstream(page).rdbuf();
        const std::string all = text.str();
        for (std::sregex_iterator at(all.begin(), all.end(), link), end; at != end; ++at) {
            EXPECT_TRUE(std::filesystem::exists(page.parent_path() / (*at)[1].str()))
                << page << " links to " << (*at)[1].str();
        }
    }
}

TEST(ReferencePage, NamesEveryPublicHeader) {
    const std::filesystem::path root = test::sourceTree();
    std::stringstream page;
    page << std::ifstream(root / "docs/reference/api.md").rdbuf();
    const std::filesystem::path headers = root / "include/godwit";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(headers)) {
        if (entry.is_regular_file()) {
            const std::string name = entry.path().lexically_relative(headers).string();
            EXPECT_NE(page.str().find("`" + name + "`"), std::string::npos) << name;
        }
    }
}

}  // namespace
}  // namespace godwit
