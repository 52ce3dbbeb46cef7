#include "json/texts.hpp"

#include <nlohmann/json.hpp>

namespace godwit::detail {

std::vector<std::string> textsOfJson(std::string_view json) {
    constexpr bool kThrows = false;
    const auto array = nlohmann::json::parse(json, nullptr, kThrows);
    std::vector<std::string> texts;
    if (array.is_array()) {
        for (const auto& text : array) {
            texts.push_back(text.is_string() ? text.get<std::string>() : text.dump());
        }
    }
    return texts;
}

}  // namespace godwit::detail
