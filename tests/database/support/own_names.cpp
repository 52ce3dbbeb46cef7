#include "database/support/own_names.hpp"

#include <unistd.h>

#include <utility>

#include <fmt/format.h>

namespace godwit::test {

namespace {

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    for (std::size_t at = text.find(what); at != text.npos;
         at = text.find(what, at + with.size())) {
        text.replace(at, what.size(), with);
    }
    return text;
}

}  // namespace

std::string ownName(std::string_view word) { return fmt::format("gw_{}_{}", getpid(), word); }

Name ownWord(std::string_view word, std::uint32_t line, const char* file) {
    return name(ownName(word), line, file);
}

std::string withOwnNames(std::string sql, std::string_view prefix) {
    const std::string own = ownName("");
    sql = replaced(std::move(sql), prefix, own);
    const auto asPattern = [](std::string_view text) {
        return replaced(std::string{text}, "_", R"(\_)");
    };
    return replaced(std::move(sql), asPattern(prefix), asPattern(own));
}

std::string withoutOwnNames(std::string text) {
    return replaced(std::move(text), ownName(""), "own_");
}

}  // namespace godwit::test
