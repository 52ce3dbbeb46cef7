#include <utility>

#include <fmt/format.h>

#include <godwit/error.hpp>
#include <godwit/name.hpp>

#include "support/utf8.hpp"

namespace godwit {

namespace {

[[noreturn]] void refuseName(ErrorCode code, std::string message, std::string hint, SourceLine at) {
    throw UsageError(code,
                     {std::move(message), "Nothing has run.", std::move(hint)},
                     {.migration = {}, .operation = {}, .sql = {}, .line = at});
}

}  // namespace

Name name(std::string_view text, std::uint32_t line, const char* file) {
    const SourceLine at{file, line};
    if (text.empty()) {
        refuseName(ErrorCode::EmptyName, "a computed name is empty", "give it a character", at);
    }
    if (!detail::isPlainUtf8(text)) {
        refuseName(ErrorCode::TextNotUtf8,
                   "a computed name is not UTF-8, or holds a NUL byte",
                   "convert it to UTF-8",
                   at);
    }
    if (text.size() > kMaxNameBytes) {
        refuseName(ErrorCode::NameTooLong,
                   fmt::format("the name {} has {} bytes, at most {} fit all databases",
                               text,
                               text.size(),
                               kMaxNameBytes),
                   "choose a shorter one",
                   at);
    }
    return Name{text, at};
}

QualifiedName::QualifiedName(const Name& name) : line_(name.line()) {
    const std::string_view text = name.text();
    const std::size_t dot = text.find('.');
    const bool oneWithin = dot > 0 && dot + 1 < text.size() && text.find('.', dot + 1) == text.npos;
    if (dot != text.npos && !oneWithin) {
        refuseName(ErrorCode::BadArgument,
                   fmt::format("{} is not the name of something in a schema", name.text()),
                   "write at most one dot, between the schema and the name in it",
                   line_);
    }
    copy(name.text());
}

QualifiedName qualified(std::string_view schema,
                        std::string_view name,
                        std::uint32_t line,
                        const char* file) {
    const auto checked = [&](std::string_view part) {
        if (part.find('.') != part.npos) {
            refuseName(ErrorCode::BadArgument,
                       fmt::format("the name {} holds a dot", part),
                       "a dot stands between a schema and the name in it; choose another character",
                       {file, line});
        }
        return std::string{godwit::name(part, line, file).text()};
    };
    const std::string within = checked(name);
    const std::string whole = schema.empty() ? within : checked(schema) + "." + within;
    return QualifiedName{whole, {file, line}};
}

}  // namespace godwit
