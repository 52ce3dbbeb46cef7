#include "support/hex.hpp"

namespace godwit::detail {

std::string hexOf(std::string_view bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string hex;
    hex.reserve(2 * bytes.size());
    for (const char byte : bytes) {
        const auto number = static_cast<unsigned char>(byte);
        hex += kDigits[number >> 4U];
        hex += kDigits[number & 0x0FU];
    }
    return hex;
}

}  // namespace godwit::detail
