#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <regex>
#include <sstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <godwit/dialect.hpp>
#include <godwit/error.hpp>

#include "support/source_tree.hpp"
#include "unit/support/recording.hpp"

// Pages that are made from code. GODWIT_UPDATE_DOCS=1 writes them anew.

namespace godwit {
namespace {

void expectPage(const std::string& path, const std::string& text) {
    const std::filesystem::path file = test::sourceTree() / "docs/reference" / path;
    if (std::getenv("GODWIT_UPDATE_DOCS") != nullptr) {
        std::ofstream(file) << text;
    }
    std::stringstream found;
    found << std::ifstream(file).rdbuf();
    EXPECT_EQ(found.str(), text) << file
                                 << " is not what the code says; GODWIT_UPDATE_DOCS=1 writes it";
}

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

struct TypeRow {
    const char* call;
    std::function<void(TableBuilder&)> column;
};

const std::vector<TypeRow>& typeRows() {
    static const std::vector<TypeRow> kRows = {
        {"id()", [](TableBuilder& t) { t.id(); }},
        {"uuid(\"x\")", [](TableBuilder& t) { t.uuid("x"); }},
        {"uuid(\"x\").generated()", [](TableBuilder& t) { t.uuid("x").generated(); }},
        {"tinyInteger(\"x\")", [](TableBuilder& t) { t.tinyInteger("x"); }},
        {"smallInteger(\"x\")", [](TableBuilder& t) { t.smallInteger("x"); }},
        {"integer(\"x\")", [](TableBuilder& t) { t.integer("x"); }},
        {"bigInteger(\"x\")", [](TableBuilder& t) { t.bigInteger("x"); }},
        {"decimal(\"x\", 12, 2)", [](TableBuilder& t) { t.decimal("x", 12, 2); }},
        {"decimal(\"x\", 30, 2)", [](TableBuilder& t) { t.decimal("x", 30, 2); }},
        {"string(\"x\", 50)", [](TableBuilder& t) { t.string("x", 50); }},
        {"text(\"x\")", [](TableBuilder& t) { t.text("x"); }},
        {"boolean(\"x\")", [](TableBuilder& t) { t.boolean("x"); }},
        {"date(\"x\")", [](TableBuilder& t) { t.date("x"); }},
        {"timestamp(\"x\")", [](TableBuilder& t) { t.timestamp("x"); }},
        {"timestampTz(\"x\").defaultTo(now)",
         [](TableBuilder& t) { t.timestampTz("x").defaultTo(now); }},
        {"json(\"x\")", [](TableBuilder& t) { t.json("x"); }},
        {"bytes(\"x\")", [](TableBuilder& t) { t.bytes("x"); }},
        {"enumeration(\"x\", \"size\", {\"s\", \"m\"})",
         [](TableBuilder& t) {
             t.enumeration("x", "size", {"s", "m"});
         }},
        {"unsignedTinyInteger(\"x\")", [](TableBuilder& t) { t.unsignedTinyInteger("x"); }},
        {"unsignedSmallInteger(\"x\")", [](TableBuilder& t) { t.unsignedSmallInteger("x"); }},
        {"unsignedInteger(\"x\")", [](TableBuilder& t) { t.unsignedInteger("x"); }},
        {"unsignedBigInteger(\"x\")", [](TableBuilder& t) { t.unsignedBigInteger("x"); }},
        {"unsignedBigInteger(\"x\").asText()",
         [](TableBuilder& t) { t.unsignedBigInteger("x").asText(); }},
        {"real(\"x\")", [](TableBuilder& t) { t.real("x"); }},
        {"doublePrecision(\"x\")", [](TableBuilder& t) { t.doublePrecision("x"); }},
        {"decimal(\"x\", 12, 2).asText()", [](TableBuilder& t) { t.decimal("x", 12, 2).asText(); }},
        {"fixedString(\"x\", 3)", [](TableBuilder& t) { t.fixedString("x", 3); }},
        {"text(\"x\", mediumSize)", [](TableBuilder& t) { t.text("x", mediumSize); }},
        {"caseInsensitiveText(\"x\", 100)",
         [](TableBuilder& t) { t.caseInsensitiveText("x", 100); }},
        {"binary(\"x\", 32)", [](TableBuilder& t) { t.binary("x", 32); }},
        {"varbinary(\"x\", 64)", [](TableBuilder& t) { t.varbinary("x", 64); }},
        {"bytes(\"x\", mediumSize)", [](TableBuilder& t) { t.bytes("x", mediumSize); }},
        {"time(\"x\")", [](TableBuilder& t) { t.time("x"); }},
        {"timestampTz(\"x\").nativeTimestamp()",
         [](TableBuilder& t) { t.timestampTz("x").nativeTimestamp(); }},
        {"duration(\"x\")", [](TableBuilder& t) { t.duration("x"); }},
        {"year(\"x\")", [](TableBuilder& t) { t.year("x"); }},
        {"json(\"x\").plain()", [](TableBuilder& t) { t.json("x").plain(); }},
        {"bit(\"x\", 10)", [](TableBuilder& t) { t.bit("x", 10); }},
        {"varbit(\"x\", 90)", [](TableBuilder& t) { t.varbit("x", 90); }},
        {"uuid(\"x\").binary()", [](TableBuilder& t) { t.uuid("x").binary(); }},
        {"enumeration(\"x\", \"size\", {\"s\", \"m\"}).asCheck()",
         [](TableBuilder& t) {
             t.enumeration("x", "size", {"s", "m"}).asCheck();
         }},
        {"set(\"x\", \"size\", {\"s\", \"m\"})",
         [](TableBuilder& t) {
             t.set("x", "size", {"s", "m"});
         }},
        {"array(\"x\", integer())", [](TableBuilder& t) { t.array("x", integer()); }},
        {"array(\"x\", integer()).orJson()",
         [](TableBuilder& t) { t.array("x", integer()).orJson(); }},
        {"range(\"x\", date())", [](TableBuilder& t) { t.range("x", date()); }},
        {"inet(\"x\")", [](TableBuilder& t) { t.inet("x"); }},
        {"cidr(\"x\")", [](TableBuilder& t) { t.cidr("x"); }},
        {"macAddress(\"x\")", [](TableBuilder& t) { t.macAddress("x"); }},
        {"textSearchVector(\"x\")", [](TableBuilder& t) { t.textSearchVector("x"); }},
        {"textSearchQuery(\"x\")", [](TableBuilder& t) { t.textSearchQuery("x"); }},
        {"vector(\"x\", 3)", [](TableBuilder& t) { t.vector("x", 3); }},
        {"point(\"x\", 4326)", [](TableBuilder& t) { t.point("x", 4326); }},
        {"geometry(\"x\")", [](TableBuilder& t) { t.geometry("x"); }},
        {"xml(\"x\")", [](TableBuilder& t) { t.xml("x"); }},
        {"integer(\"x\").generatedAlways().startingAt(10).inStepsOf(5).primaryKey()",
         [](TableBuilder& t) {
             t.integer("x").generatedAlways().startingAt(10).inStepsOf(5).primaryKey();
         }},
        {"integer(\"x\").storedAs(\"a + b\")",
         [](TableBuilder& t) { t.integer("x").storedAs("a + b"); }},
        {"integer(\"x\").virtualAs(\"a + b\")",
         [](TableBuilder& t) { t.integer("x").virtualAs("a + b"); }},
        {"string(\"x\").charset(\"latin1\")",
         [](TableBuilder& t) { t.string("x").charset("latin1"); }},
        {"integer(\"x\").invisible()", [](TableBuilder& t) { t.integer("x").invisible(); }},
        {"timestamp(\"x\").renewedOnUpdate()",
         [](TableBuilder& t) { t.timestamp("x").renewedOnUpdate(); }},
        {"string(\"x\").nullable()", [](TableBuilder& t) { t.string("x").nullable(); }},
    };
    return kRows;
}

// The line of the column within CREATE TABLE.
std::string lineOfColumn(const Dialect& dialect, const TypeRow& row) {
    const auto statements =
        dialect.compile(test::recorded([&](SchemaBuilder& s) { s.createTable("t", row.column); }),
                        Schema{});
    for (const Statement& statement : statements) {
        if (!statement.sql.starts_with("CREATE TABLE")) {
            continue;
        }
        const std::size_t begin =
            statement.sql.find_first_not_of(' ', statement.sql.find('\n') + 1);
        std::string line = statement.sql.substr(begin, statement.sql.find('\n', begin) - begin);
        if (line.ends_with(',')) {
            line.pop_back();
        }
        return line;
    }
    return {};
}

std::string columnSql(const Dialect& dialect, const TypeRow& row) {
    try {
        return lineOfColumn(dialect, row);
    } catch (const UnsupportedError& error) {
        return fmt::format("-- refused: {}; {}", error.message(), error.hint());
    }
}

TEST(ReferencePage, ShowsEveryTypeOnEveryDatabase) {
    const std::vector<Server> servers = {{DatabaseKind::PostgreSQL, {17, 0, 0}},
                                         {DatabaseKind::MySQL, {9, 7, 0}},
                                         {DatabaseKind::MariaDB, {11, 8, 0}},
                                         {DatabaseKind::SQLite, {3, 40, 1}}};
    std::string text =
        "# Column types\n\n"
        "<!-- Made from the dialects by the unit tests (GODWIT_UPDATE_DOCS=1). -->\n\n"
        "What each call becomes in a new table on PostgreSQL 17, MySQL 9.7, MariaDB 11.8 and "
        "SQLite "
        "3.40. [Databases](databases.md) has the rest.\n\n"
        "What a database has no type for is kept in another one with a `CHECK`, or refused before "
        "anything runs. `vector`, `point` and `geometry` are written for pgvector and PostGIS on "
        "PostgreSQL, which the tests of godwit do not have. Signed integers on SQLite and "
        "`tinyInteger` on PostgreSQL keep more than their range.\n";
    for (const TypeRow& row : typeRows()) {
        text += fmt::format("\n## `t.{}`\n\n```sql\n", row.call);
        for (const Server& server : servers) {
            text += fmt::format("-- {}\n{}\n",
                                titleOf(server.kind),
                                columnSql(*makeDialect(server), row));
        }
        text += "```\n";
    }
    expectPage("types.md", text);
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
