#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support/expected_changes.hpp"
#include "support/intents.hpp"
#include "support/source_tree.hpp"

// The page of intents names the tests that prove them. GODWIT_UPDATE_DOCS=1 writes it anew.

namespace godwit::test {

namespace {

namespace fs = std::filesystem;

const fs::path kRoot = sourceTree();

std::string contents(const fs::path& file) {
    std::stringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

// "Suite.Name" of every test of the conformance suites, as the sources have them.
std::set<std::string> conformanceTests() {
    std::set<std::string> tests;
    const std::regex test(R"(TEST_F\((\w+),\s*(\w+)\))");
    for (const auto& entry : fs::directory_iterator(kRoot / "tests/database/conformance")) {
        const std::string text = contents(entry.path());
        for (std::sregex_iterator i(text.begin(), text.end(), test), end; i != end; ++i) {
            tests.insert((*i)[1].str() + "." + (*i)[2].str());
        }
    }
    return tests;
}

bool isCompileFailure(const std::string& proof) { return proof.starts_with("compile_fail/"); }

bool isProven(const Intent& intent, const std::set<std::string>& tests) {
    return isCompileFailure(intent.proof) ? fs::exists(kRoot / "tests" / (intent.proof + ".cpp"))
                                          : tests.count(intent.proof) != 0;
}

// What one kind of server makes of an intent.
struct Outcome {
    bool met = true;
    std::string refusal;  ///< On all its versions, or on the oldest ones.
};

// The sentence of a refusal, without its code and hint.
std::string sentenceOf(const std::string& text) {
    const std::size_t begin = std::string_view("refused: GW000 ").size();
    return text.substr(begin, text.find('\n') - begin);
}

// What the servers of one kind make of it.
Outcome outcomeOf(const Intent& intent, const std::string& kind) {
    Outcome outcome{.met = !intent.proof.empty() && !intent.instead};
    if (!outcome.met || isCompileFailure(intent.proof)) {
        return outcome;
    }
    const std::size_t dot = intent.proof.find('.');
    const std::string suite = intent.proof.substr(0, dot);
    static std::map<std::string, ExpectedChanges> files;
    const ExpectedChanges& file =
        files.try_emplace(suite, ExpectedChanges(expectedFile(suite))).first->second;
    std::string last;
    for (const std::string& server : knownServers()) {  // Older versions first.
        if (server.substr(0, server.find('-')) != kind) {
            continue;
        }
        const std::string* text = file.find(intent.proof.substr(dot + 1), server);
        EXPECT_NE(text, nullptr) << intent.proof << " says nothing of " << server;
        const bool refused = text != nullptr && text->starts_with(kRefused);
        outcome.met = refused == intent.refusal;
        if (refused && !intent.refusal) {
            outcome.refusal = sentenceOf(*text);
            last = server;
        }
    }
    if (outcome.met && !last.empty()) {
        outcome.refusal = fmt::format("Up to {}: {}", last, outcome.refusal);
    }
    return outcome;
}

constexpr const char* kKinds[] = {"postgresql", "mysql", "mariadb", "sqlite"};

struct Page {
    std::string table;
    std::string differences;
    std::map<std::string, std::size_t> met;  ///< How many, by kind of server.
};

void add(Page& page, const Intent& intent) {
    std::string marks;
    for (const char* kind : kKinds) {
        const Outcome outcome = outcomeOf(intent, kind);
        page.met[kind] += outcome.met ? 1U : 0U;
        marks += outcome.met ? " yes |" : " no |";
        if (!outcome.refusal.empty()) {
            page.differences += fmt::format("| {} | {} | {} |\n", intent.id, kind, outcome.refusal);
        }
    }
    if (!intent.whyNot.empty()) {
        page.differences += fmt::format("| {} | everywhere | {} |\n", intent.id, intent.whyNot);
    }
    page.table += fmt::format("| {} | {} | {} | {} |{}\n",
                              intent.id,
                              intent.wanted,
                              intent.proof.empty() ? "" : "`" + intent.proof + "`",
                              intent.askedBy,
                              marks);
}

std::string pageOf(const std::vector<Intent>& all) {
    Page page;
    std::string theme;
    for (const Intent& intent : all) {
        if (intent.theme != theme) {
            theme = intent.theme;
            page.table += fmt::format("\n## {}\n\n", theme);
            page.table += "| | what is asked | proof | asked by | P | M | A | S |\n";
            page.table += "|---|---|---|---|---|---|---|---|\n";
        }
        add(page, intent);
    }
    return fmt::format(
        "# Conformance\n\n"
        "<!-- Made from tests/conformance by the unit tests (GODWIT_UPDATE_DOCS=1). -->\n\n"
        "What the test suites of EF Core, Kysely, FluentMigrator and Rails ask of a migration "
        "builder, without doubles and in our own words: {} intents. Met are {} on PostgreSQL (P) "
        "12 to 18, {} on MySQL (M) 9.7, {} on MariaDB (A) 10.11 and 11.8, {} on SQLite (S) "
        "3.40.\n\n"
        "Each is run on all of them by the test beside it, which looks at what changed in the "
        "catalog and tries rows that must pass and rows that must not; `compile_fail/…` is code "
        "that no compiler takes. *no* is a refusal before anything runs, or something "
        "else in its place: the [last table](#deliberate-differences) says why.\n{}\n"
        "## Deliberate differences\n\n| | where | why |\n|---|---|---|\n{}",
        all.size(),
        page.met["postgresql"],
        page.met["mysql"],
        page.met["mariadb"],
        page.met["sqlite"],
        page.table,
        page.differences);
}

}  // namespace

TEST(Conformance, ProvesEveryIntentOrSaysWhyNot) {
    const std::set<std::string> tests = conformanceTests();
    std::set<std::string> named;
    std::set<std::string> ids;
    for (const Intent& intent : intents()) {
        EXPECT_TRUE(ids.insert(intent.id).second) << intent.id << " is there twice";
        EXPECT_FALSE(intent.askedBy.empty() || intent.wanted.empty()) << intent.id;
        EXPECT_FALSE(intent.proof.empty() && intent.whyNot.empty()) << intent.id;
        if (!intent.proof.empty()) {
            EXPECT_TRUE(isProven(intent, tests)) << intent.id << " has no test " << intent.proof;
            named.insert(intent.proof);
        }
    }
    for (const Intent& intent : intents()) {
        bool met = !intent.whyNot.empty();
        for (const char* kind : kKinds) {
            met = met || outcomeOf(intent, kind).met;
        }
        EXPECT_TRUE(met) << intent.id << " is met nowhere";
    }
    for (const std::string& test : tests) {
        EXPECT_EQ(named.count(test), 1U) << test << " proves no intent";
    }
}

TEST(Conformance, IsPublished) {
    const fs::path file = kRoot / "docs/reference/conformance.md";
    const std::string text = pageOf(intents());
    if (std::getenv("GODWIT_UPDATE_DOCS") != nullptr) {
        std::ofstream(file) << text;
    }
    EXPECT_EQ(contents(file), text) << file << " is not what the tests say; "
                                    << "GODWIT_UPDATE_DOCS=1 writes it";
}

}  // namespace godwit::test
