#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <godwit/database.hpp>

namespace godwit::test {

/// What the conformance tests of one suite make of a catalog, or how they are refused: a text for
/// each test and server, in tests/conformance/expected/<theme>.txt. Servers of which a test makes
/// the same share a section:
///
///     == AreAddedNotNull [postgresql sqlite]
///     + column people.age: …
///     == AreAddedNotNull [mysql mariadb-11.8]
///     refused: GW301 …
class ExpectedChanges {
public:
    /// Reads the file; an absent one is empty.
    explicit ExpectedChanges(std::filesystem::path file);

    /// Null when nothing is written down for that server.
    const std::string* find(const std::string& test, const std::string& server) const;

    /// Writes the file anew.
    void put(const std::string& test, const std::string& server, const std::string& text);

private:
    struct Section {
        std::string text;
        std::set<std::string> servers;
    };

    void write() const;

    std::filesystem::path file_;
    std::map<std::string, std::vector<Section>> sections_;  ///< By test.
};

/// "ConformanceForeignKeys" is in expected/foreign_keys.txt.
std::filesystem::path expectedFile(std::string_view suite);

/// The servers that the tests are run on: "postgresql-17".
const std::vector<std::string>& knownServers();

/// The one of them that stands for a server.
std::string knownServer(const Server& server);

/// What begins the text of a refusal.
inline constexpr std::string_view kRefused = "refused: ";

}  // namespace godwit::test
