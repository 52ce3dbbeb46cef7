#include "run/answers.hpp"

#include <charconv>

namespace godwit::detail {

std::int64_t numberOf(const std::optional<std::string>& value) {
    std::int64_t number = 0;
    if (value) {
        std::from_chars(value->data(), value->data() + value->size(), number);
    }
    return number;
}

bool saysYes(const std::optional<std::string>& value) {
    return value == "t" || value == "true" || numberOf(value) != 0;
}

}  // namespace godwit::detail
