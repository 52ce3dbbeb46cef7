#include "unit/docs/builder_calls.hpp"

#include <cctype>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include "support/source_tree.hpp"

namespace godwit::test {

namespace {

bool isOfWord(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

std::size_t endOfWord(std::string_view text, std::size_t at) {
    while (at < text.size() && isOfWord(text[at])) {
        ++at;
    }
    return at;
}

std::string trimmed(const std::string& text) {
    const std::size_t begin = text.find_first_not_of(" \n");
    return begin == text.npos ? "" : text.substr(begin, text.find_last_not_of(" \n") + 1 - begin);
}

// Without what only the compiler wants.
std::string withoutTemplate(std::string text) {
    while (text.starts_with("template")) {
        std::size_t at = text.find('<');
        for (int depth = 0; at < text.size(); ++at) {
            depth += text[at] == '<' ? 1 : text[at] == '>' ? -1 : 0;
            if (depth == 0) {
                break;
            }
        }
        text = trimmed(text.substr(std::min(at + 1, text.size())));
    }
    return text;
}

}  // namespace

std::size_t behindBracket(std::string_view code, std::size_t open) {
    int depth = 0;
    bool quoted = false;
    for (std::size_t at = open; at < code.size(); ++at) {
        const char c = code[at];
        if (quoted) {
            at += c == '\\' ? 1U : 0U;
            quoted = c != '"';
            if (!quoted && depth == 0) {
                return at + 1;
            }
        } else if (c == '"') {
            quoted = true;
        } else if (c == '(' || c == '{' || c == '[') {
            ++depth;
        } else if (c == ')' || c == '}' || c == ']') {
            if (--depth == 0) {
                return at + 1;
            }
        }
    }
    return code.size();
}

BuilderCalls::BuilderCalls() {
    for (const auto& entry : std::filesystem::directory_iterator(sourceTree() / "include/godwit")) {
        const std::string name = entry.path().filename().string();
        if (name.ends_with("_builder.hpp") || name.ends_with("_refs.hpp") ||
            name == "describe.hpp") {
            std::stringstream text;
            text << std::ifstream(entry.path()).rdbuf();
            read(text.str());
        }
    }
    keepCalls();
}

void BuilderCalls::read(std::string header) {
    header = std::regex_replace(header, std::regex{R"(//[^\n]*)"}, "");
    header = std::regex_replace(header, std::regex{R"("[^"\n]*")"}, "\"\"");
    const std::regex head{R"(\bclass (?:GODWIT_API )?(\w+)(?: final)?(?:\s*:\s([^{;]*))?\s*\{)"};
    for (std::sregex_iterator found(header.begin(), header.end(), head), none; found != none;
         ++found) {
        const std::string owner = (*found)[1];
        const std::string bases = (*found)[2];
        const std::regex base{R"(public (\w+))"};
        for (std::sregex_iterator at(bases.begin(), bases.end(), base); at != none; ++at) {
            classes_[owner].bases.push_back((*at)[1]);
        }
        const auto open = static_cast<std::size_t>(found->position() + found->length() - 1);
        const std::size_t end = behindBracket(header, open) - 1;
        bool visible = false;
        std::string declaration;
        for (std::size_t at = open + 1; at < end; ++at) {
            const char c = header[at];
            const std::string before = trimmed(declaration);
            if (c == ':' && (before == "public" || before == "protected" || before == "private")) {
                visible = before == "public";
            } else if (c == '{') {
                at = behindBracket(header, at) - 1;
            } else if (c != ';') {
                declaration += c;
                continue;
            }
            if (visible) {
                declare(owner, before);
            }
            declaration.clear();
        }
    }
}

// "ViewRef<W> createView(…" is a call; constructors, operators and what cannot be called are none.
void BuilderCalls::declare(const std::string& owner, std::string declaration) {
    if (declaration.find("Never") != declaration.npos ||
        declaration.find("= delete") != declaration.npos) {
        return;
    }
    declaration = withoutTemplate(std::regex_replace(declaration, std::regex{R"(\s+)"}, " "));
    if (declaration.starts_with("requires")) {
        declaration = trimmed(declaration.substr(behindBracket(declaration, 0)));
    }
    std::smatch found;
    const std::regex call{R"(^(?:constexpr )?(\w+)(?:<[^(]*>)? (\w+)\()"};
    if (std::regex_search(declaration, found, call)) {
        classes_[owner].returned.emplace(found[2], found[1] == "Self" ? "" : found[1].str());
    }
}

// What gives neither a handle nor an answer is for godwit itself.
void BuilderCalls::keepCalls() {
    for (const auto& [owner, known] : classes_) {
        for (const auto& [call, gives] : known.returned) {
            if (gives.empty() || gives == "void" || gives == "bool" || gives == "auto" ||
                classes_.contains(gives)) {
                all_.emplace(owner, call);
            }
        }
    }
}

std::pair<std::string, std::string> BuilderCalls::find(const std::string& owner,
                                                       const std::string& call) const {
    const auto known = classes_.find(owner);
    if (known == classes_.end()) {
        return {};
    }
    const auto found = known->second.returned.find(call);
    if (found != known->second.returned.end()) {
        return {owner, found->second.empty() ? owner : found->second};
    }
    for (const std::string& base : known->second.bases) {
        auto inherited = find(base, call);
        if (!inherited.first.empty()) {
            // `Self` is the class that inherits it.
            const bool self = classes_.at(inherited.first).returned.at(call).empty();
            return {inherited.first, self ? owner : inherited.second};
        }
    }
    return {};
}

void BuilderCalls::follow(std::string_view code,
                          std::size_t at,
                          std::string owner,
                          std::vector<BuilderCall>& found) const {
    while (at < code.size() && (code[at] == '.' || code.substr(at, 2) == " .")) {
        const std::size_t begin = code.find('.', at) + 1;
        const std::size_t end = endOfWord(code, begin);
        const std::string call{code.substr(begin, end - begin)};
        const auto [declared, gives] = find(owner, call);
        found.emplace_back(declared, call);
        owner = gives;
        at = behindBracket(code, end);
    }
}

std::vector<BuilderCall> BuilderCalls::in(const ReferenceCall& call) const {
    const bool change = call.change != nullptr;
    std::string table = change ? "ReversibleAlterBuilder" : "AlterBuilder";
    const auto contains = [&call](std::string_view word) {
        return call.code.find(word) != std::string_view::npos;
    };
    if (contains("TypedTable<")) {
        table = "TypedTable";
    } else if (contains("TypedAlter<")) {
        table = "TypedChanges";
    } else if (call.place == ReferenceCall::Place::Create || contains("Table& t")) {
        table = "TableBuilder";
    }
    const std::map<std::string, std::string> begins = {
        {"schema", change ? "ReversibleSchemaBuilder" : "SchemaBuilder"},
        {"t", table},
        {"column", "IndexWord"}};
    std::vector<BuilderCall> found;
    for (std::size_t at = 0; at < call.code.size();) {
        const std::size_t end = std::max(endOfWord(call.code, at), at + 1);
        const auto begin = begins.find(std::string{call.code.substr(at, end - at)});
        const bool first = at == 0 || (call.code[at - 1] != '.' && call.code[at - 1] != '"');
        if (begin != begins.end() && first) {
            const bool word = begin->first == "column" && call.code[end] == '(';
            follow(call.code, word ? behindBracket(call.code, end) : end, begin->second, found);
        }
        at = end;
    }
    return found;
}

}  // namespace godwit::test
