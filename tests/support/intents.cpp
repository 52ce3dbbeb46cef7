#include "support/intents.hpp"

#include <fstream>
#include <stdexcept>
#include <string_view>

#include "support/source_tree.hpp"

namespace godwit::test {

namespace {

constexpr std::string_view kRefusal = "refusal: ";
constexpr std::string_view kInstead = "instead: ";

std::string trimmed(const std::string& text) {
    const std::size_t begin = text.find_first_not_of(' ');
    return begin == std::string::npos ? std::string()
                                      : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

std::vector<std::string> parts(const std::string& line) {
    std::vector<std::string> out;
    for (std::size_t begin = 0; begin != std::string::npos;) {
        const std::size_t end = line.find('|', begin);
        out.push_back(trimmed(line.substr(begin, end == std::string::npos ? end : end - begin)));
        begin = end == std::string::npos ? end : end + 1;
    }
    return out;
}

}  // namespace

std::vector<Intent> intents() {
    std::vector<Intent> out;
    std::string theme;
    std::ifstream stream(sourceTree() / "tests/conformance/intents.txt");
    for (std::string line; std::getline(stream, line);) {
        if (line.starts_with("## ")) {
            theme = line.substr(3);
        } else if (!line.empty() && line.front() != '#') {
            const std::vector<std::string> p = parts(line);
            if (p.size() != 5) {
                throw std::runtime_error("not five parts: " + line);
            }
            const bool refusal = p[3].starts_with(kRefusal);
            const bool instead = p[3].starts_with(kInstead);
            out.push_back({.theme = theme,
                           .id = p[0],
                           .askedBy = p[1],
                           .wanted = p[2],
                           .proof = p[3].substr(refusal   ? kRefusal.size()
                                                : instead ? kInstead.size()
                                                          : 0),
                           .refusal = refusal,
                           .instead = instead,
                           .whyNot = p[4]});
        }
    }
    return out;
}

}  // namespace godwit::test
