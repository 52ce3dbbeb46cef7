#include "model/speaks_of.hpp"

#include <algorithm>

#include "model/sql_words.hpp"

namespace godwit::detail {

namespace {

bool isAmong(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

bool speaksOf(const SqlByDatabase& sql, const std::string& column) {
    return std::any_of(sql.begin(), sql.end(), [&column](const auto& text) {
        return text && mentions(wordsOf(*text), column);
    });
}

bool speaksOf(const Check& check, const std::string& column) {
    return speaksOf(check.sql, column) || isAmong(check.renamedColumns, column);
}

bool speaksOf(const ComputedValue& value, const std::string& column) {
    return speaksOf(value.sql, column) || isAmong(value.renamedColumns, column);
}

bool speaksOf(const Exclusion& exclusion, const std::string& column) {
    return mentions(wordsOf(exclusion.where), column) ||
           std::any_of(exclusion.parts.begin(), exclusion.parts.end(), [&](const auto& part) {
               return mentions(wordsOf(part.sql), column);
           });
}

bool sqlSpeaksOf(const Index& index, const std::string& column) {
    return speaksOf(index.where, column) || isAmong(index.renamedColumns, column) ||
           std::any_of(index.parts.begin(), index.parts.end(), [&](const IndexPart& part) {
               return speaksOf(part.expression, column);
           });
}

bool speaksOf(const Index& index, const std::string& column) {
    return isAmong(columnsOf(index), column) || isAmong(index.include, column) ||
           sqlSpeaksOf(index, column);
}

}  // namespace godwit::detail
