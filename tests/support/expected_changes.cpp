#include "support/expected_changes.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <sstream>

#include "support/source_tree.hpp"

namespace godwit::test {

namespace {

std::string kindOf(const std::string& server) { return server.substr(0, server.find('-')); }

// "postgresql" stands for all of its versions.
std::set<std::string> expanded(const std::string& words) {
    std::set<std::string> servers;
    std::istringstream stream(words);
    for (std::string word; stream >> word;) {
        for (const std::string& server : knownServers()) {
            if (word == server || word == kindOf(server)) {
                servers.insert(server);
            }
        }
    }
    return servers;
}

std::string folded(const std::set<std::string>& servers) {
    std::vector<std::string> words;
    for (const std::string& server : knownServers()) {
        const bool whole =
            std::all_of(knownServers().begin(),
                        knownServers().end(),
                        [&](const std::string& other) {
                            return kindOf(other) != kindOf(server) || servers.count(other) != 0;
                        });
        if (servers.count(server) == 0) {
            continue;
        }
        const std::string word = whole ? kindOf(server) : server;
        if (words.empty() || words.back() != word) {
            words.push_back(word);
        }
    }
    std::string out;
    for (const std::string& word : words) {
        out += (out.empty() ? "" : " ") + word;
    }
    return out;
}

}  // namespace

const std::vector<std::string>& knownServers() {
    static const std::vector<std::string> kServers = {"postgresql-12",
                                                      "postgresql-13",
                                                      "postgresql-14",
                                                      "postgresql-15",
                                                      "postgresql-16",
                                                      "postgresql-17",
                                                      "postgresql-18",
                                                      "mysql-9.7",
                                                      "mariadb-10.11",
                                                      "mariadb-11.8",
                                                      "sqlite"};
    return kServers;
}

std::string knownServer(const Server& server) {
    switch (server.kind) {
    case DatabaseKind::PostgreSQL:
        return "postgresql-" + std::to_string(std::clamp(server.version.major, 12U, 18U));
    case DatabaseKind::MySQL:
        return "mysql-9.7";
    case DatabaseKind::MariaDB:
        return server.version.major < 11 ? "mariadb-10.11" : "mariadb-11.8";
    case DatabaseKind::SQLite:
        return "sqlite";
    }
    return {};
}

std::filesystem::path expectedFile(std::string_view suite) {
    std::string theme;
    for (const char c : suite.substr(std::string_view("Conformance").size())) {
        const bool upper = std::isupper(static_cast<unsigned char>(c)) != 0;
        theme += upper && !theme.empty() ? "_" : "";
        theme += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return sourceTree() / "tests/conformance/expected" / (theme + ".txt");
}

ExpectedChanges::ExpectedChanges(std::filesystem::path file) : file_(std::move(file)) {
    std::ifstream stream(file_, std::ios::binary);
    Section* section = nullptr;
    for (std::string line; std::getline(stream, line);) {
        if (line.rfind("== ", 0) == 0) {
            const std::size_t bracket = line.find(" [");
            std::vector<Section>& sections = sections_[line.substr(3, bracket - 3)];
            const std::string words = line.substr(bracket + 2, line.size() - bracket - 3);
            section = &sections.emplace_back(Section{.text = {}, .servers = expanded(words)});
        } else if (section != nullptr) {
            section->text += line + "\n";
        }
    }
}

const std::string* ExpectedChanges::find(const std::string& test, const std::string& server) const {
    const auto found = sections_.find(test);
    if (found == sections_.end()) {
        return nullptr;
    }
    for (const Section& section : found->second) {
        if (section.servers.count(server) != 0) {
            return &section.text;
        }
    }
    return nullptr;
}

void ExpectedChanges::put(const std::string& test,
                          const std::string& server,
                          const std::string& text) {
    std::vector<Section>& sections = sections_[test];
    for (Section& section : sections) {
        section.servers.erase(server);
    }
    const auto same = std::find_if(sections.begin(), sections.end(), [&](const Section& section) {
        return section.text == text;
    });
    if (same == sections.end()) {
        sections.push_back({text, {server}});
    } else {
        same->servers.insert(server);
    }
    std::erase_if(sections, [](const Section& section) { return section.servers.empty(); });
    write();
}

void ExpectedChanges::write() const {
    std::ofstream stream(file_, std::ios::binary);
    for (const auto& [test, sections] : sections_) {
        std::map<std::size_t, const Section*> ordered;
        for (const Section& section : sections) {
            const auto& known = knownServers();
            const auto first = std::find_if(known.begin(), known.end(), [&](const auto& server) {
                return section.servers.count(server) != 0;
            });
            ordered[static_cast<std::size_t>(first - known.begin())] = &section;
        }
        for (const auto& [position, section] : ordered) {
            stream << "== " << test << " [" << folded(section->servers) << "]\n" << section->text;
        }
    }
}

}  // namespace godwit::test
