#include <algorithm>
#include <cctype>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "golden/calls.hpp"
#include "support/source_tree.hpp"
#include "unit/docs/builder_calls.hpp"
#include "unit/docs/call_text.hpp"
#include "unit/docs/page.hpp"

// The pages of all builder calls are made from the calls themselves.

namespace godwit {
namespace {

using test::ReferenceCall;
using test::ReferenceTheme;

constexpr const char* kMadeOf =
    "<!-- Made from tests/golden/calls*.cpp by the unit tests (GODWIT_UPDATE_DOCS=1). -->\n";

struct Page {
    std::string_view name;
    std::string_view title;
    std::string_view text;
};

constexpr Page kPages[] = {
    {"types",
     "Column types",
     "Each call stands in `schema.createTable(\"reviews\", …)`; what it brings to the table is "
     "shown. What a database has no type for is kept in another one with a `CHECK`, or refused "
     "before anything runs."},
    {"columns",
     "What is said of a column",
     "Each call stands in `schema.createTable(\"reviews\", …)`, which has a column `stars`; what "
     "it brings to the table is shown."},
    {"keys",
     "Keys, checks and indexes",
     "Each call stands in `schema.createTable(\"reviews\", …)`, which has a column `stars`; what "
     "it brings to the table is shown."},
    {"tables",
     "Tables",
     "Calls on `t` stand in `schema.createTable(\"reviews\", …)`, which has a column `stars`."},
    {"structs",
     "Tables from described structs",
     "[Tables from structs](../structs.md) has the rest."},
    {"changes",
     "Changes of a table",
     "Each call stands in `schema.alterTable(\"books\", …)`. SQLite makes the table anew where it "
     "has no statement for a change ([how](../sqlite_rebuild.md))."},
    {"data",
     "Rows, C++ steps and checks",
     "Calls on `t` stand in `schema.alterTable(\"books\", …)`. [Data](../data.md) has the rest."},
    {"enums", "Enumerations", ""},
    {"objects",
     "Views, triggers, routines, sequences, schemas, extensions",
     "[Objects](../objects.md) has the rest."},
    {"access",
     "Row level security, roles and privileges",
     "[Objects](../objects.md) has the rest."},
    {"partitions", "Partitions", "[Objects](../objects.md) has the rest."},
};

// What stands in a file of calls from `begin` to before `end`.
std::string codeIn(const char* file, std::string_view begin, std::string_view end) {
    std::stringstream text;
    text << std::ifstream(test::sourceTree() / "tests/golden" / file).rdbuf();
    const std::string all = text.str();
    const std::size_t first = all.find(begin);
    return all.substr(first, all.find(end, first) - first);
}

std::string codeOfBookshop() {
    const std::string body =
        codeIn("calls.cpp", "    schema.createTable(\"authors\"", "}\n\nconst");
    return std::regex_replace(body, std::regex{"(^|\n)    "}, "$1");
}

std::string textOf(const Page& page) {
    std::string text = fmt::format(
        "# {}\n\n{}\nThe SQL is that of PostgreSQL 17, MySQL 9.7, MariaDB 11.8 and SQLite 3.40. "
        "{}{}[All calls](../calls.md) has the tables that they find.\n",
        page.title,
        kMadeOf,
        page.text,
        page.text.empty() ? "" : " ");
    if (page.name == "structs") {
        text += fmt::format("\nThe structs:\n\n```cpp\n{}```\n",
                            codeIn("calls_structs.cpp", "struct Review", "\n}  // namespace\n"));
    }
    for (const ReferenceTheme& theme : test::referenceThemes()) {
        if (theme.page != page.name) {
            continue;
        }
        text += fmt::format("\n## {}\n", theme.title);
        if (!theme.text.empty()) {
            text += fmt::format("\n{}\n", theme.text);
        }
        if (!theme.givenCode.empty()) {
            text += fmt::format("\nThese calls find what this has made:\n\n```cpp\n{}```\n",
                                test::laidOut(theme.givenCode));
        }
        for (const ReferenceCall& call : theme.calls) {
            text += test::sectionOf(theme, call);
        }
    }
    return text;
}

// A section of a page: its heading, and what GitHub makes of that for links.
struct Section {
    std::string heading;
    std::string anchor;

    /// The call itself, not its name alone.
    bool isAbout(const std::string& call) const {
        return std::regex_search(heading, std::regex{"\\b" + call + "[(<]"});
    }
};

std::vector<Section> sectionsOf(const std::string& page) {
    std::vector<Section> sections;
    std::map<std::string, int> seen;
    std::istringstream lines{page};
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("## ") && !line.starts_with("### ")) {
            continue;
        }
        std::string anchor;
        for (const char c : line.substr(line.find(' ') + 1)) {
            const auto byte = static_cast<unsigned char>(c);
            if (byte < 128 && (std::isalnum(byte) != 0 || c == '_' || c == '-' || c == ' ')) {
                anchor += c == ' ' ? '-' : static_cast<char>(std::tolower(byte));
            }
        }
        const int before = seen[anchor]++;
        if (line.starts_with("### ")) {
            sections.push_back({line, before == 0 ? anchor : fmt::format("{}-{}", anchor, before)});
        }
    }
    return sections;
}

// The calls that no page before has shown, each where the page is about it first.
std::string linksTo(const Page& page,
                    const std::string& text,
                    const test::BuilderCalls& builders,
                    std::set<test::BuilderCall>& listed) {
    const std::vector<Section> sections = sectionsOf(text);
    std::vector<std::string> names;
    std::map<std::string, const Section*> places;
    auto section = sections.begin();
    for (const ReferenceTheme& theme : test::referenceThemes()) {
        if (theme.page != page.name) {
            continue;
        }
        for (const ReferenceCall& call : theme.calls) {
            for (const test::BuilderCall& made : builders.in(call)) {
                const std::string& name = made.second;
                if (!places.contains(name) && listed.contains(made)) {
                    continue;
                }
                listed.insert(made);
                const auto [place, isNew] = places.emplace(name, &*section);
                if (isNew) {
                    names.push_back(name);
                } else if (!place->second->isAbout(name) && section->isAbout(name)) {
                    place->second = &*section;
                }
            }
            ++section;
        }
    }
    std::string links;
    for (const std::string& name : names) {
        links += fmt::format("{}[`{}`](calls/{}.md#{})",
                             links.empty() ? "" : ",\n",
                             name,
                             page.name,
                             places[name]->anchor);
    }
    return links;
}

std::string indexText(const std::vector<std::string>& pages) {
    std::string text = fmt::format(
        "# Every call and its SQL\n\n{}\nWhat each call of the builder becomes on PostgreSQL 17, "
        "MySQL 9.7, MariaDB 11.8 and SQLite 3.40. Every statement has run in the tests, on all "
        "versions that they have; where one has not, its place says so. What a database cannot do "
        "is refused when the plan is made, before anything runs; where several refuse alike, the "
        "sentence for the first is shown.\n\nWords like `cascade`, `now` or "
        "`expr` belong to the namespace `godwit`, which is left out. A call of a "
        "[reversible migration](reversible.md) says so, and is shown with its way down; what "
        "needs no other words there is shown once.\n",
        kMadeOf);
    const test::BuilderCalls builders;
    std::set<test::BuilderCall> listed;
    for (std::size_t at = 0; at < pages.size(); ++at) {
        text += fmt::format("\n## [{}](calls/{}.md)\n\n{}\n",
                            kPages[at].title,
                            kPages[at].name,
                            linksTo(kPages[at], pages[at], builders, listed));
    }
    return text +
           fmt::format("\n## The tables that the calls find\n\n```cpp\n{}```\n", codeOfBookshop());
}

TEST(ReferencePage, ShowsEveryCallOnEveryDatabase) {
    std::vector<std::string> texts;
    for (const Page& page : kPages) {
        texts.push_back(textOf(page));
        test::expectPage(fmt::format("calls/{}.md", page.name), texts.back());
    }
    test::expectPage("calls.md", indexText(texts));
}

TEST(ReferencePage, HasAPlaceForEveryTheme) {
    for (const ReferenceTheme& theme : test::referenceThemes()) {
        EXPECT_TRUE(std::any_of(std::begin(kPages), std::end(kPages), [&theme](const Page& page) {
            return page.name == theme.page;
        })) << theme.title;
    }
}

TEST(ReferencePage, LeavesNoCallOut) {
    const test::BuilderCalls builders;
    std::set<test::BuilderCall> left = builders.all();
    EXPECT_GT(left.size(), 200U);
    for (const ReferenceTheme& theme : test::referenceThemes()) {
        for (const ReferenceCall& call : theme.calls) {
            for (const test::BuilderCall& made : builders.in(call)) {
                EXPECT_TRUE(builders.all().contains(made))
                    << "no builder has " << made.second << ": " << call.code;
                left.erase(made);
            }
        }
    }
    for (const auto& [owner, call] : left) {
        ADD_FAILURE() << "no page shows " << owner << "::" << call;
    }
}

// Words that stand in a call and take something themselves: `desc("title")`, `onSchema("billing")`.
TEST(ReferencePage, LeavesNoWordOfACallOut) {
    std::string shown;
    for (const ReferenceTheme& theme : test::referenceThemes()) {
        for (const ReferenceCall& call : theme.calls) {
            shown += fmt::format("{}\n", call.code);
        }
    }
    for (const char* header : {"index_builder.hpp", "access_refs.hpp"}) {
        std::stringstream text;
        text << std::ifstream(test::sourceTree() / "include/godwit" / header).rdbuf();
        const std::string all = text.str();
        const std::regex word{R"(\n(?:constexpr IndexWord|inline GrantTarget) (\w+)\()"};
        std::size_t words = 0;
        for (std::sregex_iterator at(all.begin(), all.end(), word), end; at != end; ++at, ++words) {
            EXPECT_NE(shown.find((*at)[1].str() + "("), std::string::npos) << (*at)[1];
        }
        EXPECT_GE(words, 3U);
    }
}

}  // namespace
}  // namespace godwit
