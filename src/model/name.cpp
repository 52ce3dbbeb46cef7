#include <fmt/format.h>

#include <godwit/error.hpp>
#include <godwit/name.hpp>

#include "support/utf8.hpp"

namespace godwit {

Name name(std::string_view text, std::uint32_t line, const char* file) {
    const ErrorWhere where{.migration = {}, .operation = {}, .sql = {}, .line = {file, line}};
    if (text.empty()) {
        throw UsageError(ErrorCode::EmptyName,
                         {"a computed name is empty", "Nothing has run.", "give it a character"},
                         where);
    }
    if (!detail::isPlainUtf8(text)) {
        throw UsageError(ErrorCode::TextNotUtf8,
                         {"a computed name is not UTF-8, or holds a NUL byte",
                          "Nothing has run.",
                          "convert it to UTF-8"},
                         where);
    }
    if (text.size() > kMaxNameBytes) {
        throw UsageError(ErrorCode::NameTooLong,
                         {fmt::format("the name {} has {} bytes, at most {} fit all databases",
                                      text,
                                      text.size(),
                                      kMaxNameBytes),
                          "Nothing has run.",
                          "choose a shorter one"},
                         where);
    }
    return Name{text, {file, line}};
}

}  // namespace godwit
