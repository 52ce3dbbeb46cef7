#include <fmt/format.h>

#include <godwit/name.hpp>

#include "model/naming.hpp"
#include "model/qualified.hpp"
#include "model/sql_words.hpp"
#include "support/sha256.hpp"

namespace godwit::detail {

namespace {

constexpr std::size_t kHashDigits = 8;

bool isContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// At most so many bytes, and no part of a character.
std::string cut(const std::string& text, std::size_t bytes) {
    if (text.size() <= bytes) {
        return text;
    }
    while (bytes > 0 && isContinuation(text[bytes])) {
        --bytes;
    }
    return text.substr(0, bytes);
}

std::string fitted(const std::string& stem, std::string_view suffix) {
    std::string whole = stem;
    whole += suffix;
    if (whole.size() <= kMaxNameBytes) {
        return whole;
    }
    std::string out = cut(stem, kMaxNameBytes - suffix.size() - kHashDigits - 1);
    out += '_';
    out += sha256Hex(whole).substr(0, kHashDigits);
    out += suffix;
    return out;
}

std::string stemOf(std::string_view table, const std::vector<std::string>& columns) {
    std::string stem{unqualified(table)};
    for (const std::string& column : columns) {
        stem += '_';
        stem += column;
    }
    return stem;
}

}  // namespace

std::string primaryKeyName(std::string_view table) {
    return fitted(std::string{unqualified(table)}, "_pkey");
}

std::string uniqueKeyName(std::string_view table, const std::vector<std::string>& columns) {
    return fitted(stemOf(table, columns), "_key");
}

std::string foreignKeyName(std::string_view table, const std::vector<std::string>& columns) {
    return fitted(stemOf(table, columns), "_fkey");
}

std::string indexName(std::string_view table, const std::vector<std::string>& columns) {
    return fitted(stemOf(table, columns), "_idx");
}

std::string nameForIndex(std::string_view table, const Index& index) {
    std::vector<std::string> parts;
    for (const IndexPart& part : index.parts) {
        if (part.expression[0] || part.expression[1]) {
            const auto& sql = part.expression[0] ? part.expression[0] : part.expression[1];
            const Words words = wordsOf(*sql);
            parts.insert(parts.end(), words.bare.begin(), words.bare.end());
            parts.insert(parts.end(), words.quoted.begin(), words.quoted.end());
        } else {
            parts.push_back(part.column);
        }
    }
    return indexName(table, parts);
}

std::string triggerFunctionName(std::string_view table, std::string_view trigger) {
    return fitted(stemOf(table, {std::string{trigger}}), "_fn");
}

std::string triggerNameFor(std::string_view trigger, std::string_view event) {
    return fitted(std::string{trigger}, "_" + std::string{event});
}

std::string partitionName(std::string_view table, std::uint32_t number) {
    return fitted(std::string{unqualified(table)}, "_p" + std::to_string(number));
}

std::string formerTypeName(std::string_view type) {
    const std::string_view schema = schemaOf(type);
    return fmt::format("{}{}{}",
                       schema,
                       schema.empty() ? "" : ".",
                       fitted(std::string{unqualified(type)}, "_former"));
}

std::string typeCheckName(std::string_view table, const Column& column) {
    return column.typeCheck.empty() ? fitted(stemOf(table, {column.name}), "_check")
                                    : column.typeCheck;
}

void renameColumn(Column& column,
                  std::string_view table,
                  std::string_view newTable,
                  const std::string& newName) {
    const std::string kept = typeCheckName(table, column);
    column.name = newName;
    column.typeCheck.clear();
    if (typeCheckName(newTable, column) != kept) {
        column.typeCheck = kept;
    }
}

std::string copyName(std::string_view table, std::string_view column) {
    std::string stem{kCopyPrefix};
    stem += unqualified(table);
    if (!column.empty()) {
        stem += '_';
        stem += column;
    }
    std::string whole{table};
    whole += '\n';
    whole += column;
    const std::string name =
        cut(stem, kMaxNameBytes - kHashDigits - 1) + '_' + sha256Hex(whole).substr(0, kHashDigits);
    const std::string_view schema = schemaOf(table);
    return schema.empty() ? name : fmt::format("{}.{}", schema, name);
}

}  // namespace godwit::detail
