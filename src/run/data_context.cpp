#include <utility>

#include <godwit/data.hpp>

#include "support/utf8.hpp"

namespace godwit {

DataContext::DataContext(Driver& driver, std::string cursor, Commit commit)
    : driver_(driver), cursor_(std::move(cursor)), commit_(std::move(commit)) {}

Rows DataContext::query(std::string_view sql, const std::vector<Value>& values) {
    return driver_.query(sql, values);
}

std::uint64_t DataContext::execute(std::string_view sql, const std::vector<Value>& values) {
    return driver_.execute(sql, values);
}

void DataContext::checkpoint(std::string_view cursor) {
    if (!detail::isPlainUtf8(cursor)) {
        throw UsageError(ErrorCode::TextNotUtf8,
                         {"the cursor of a checkpoint is not UTF-8 or holds a zero byte",
                          "What was done since the last checkpoint is not committed.",
                          "write the cursor as text: a number in digits, bytes in hexadecimal"});
    }
    cursor_ = cursor;
    commit_(cursor_);
}

}  // namespace godwit
