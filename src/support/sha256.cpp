#include <array>

#include <openssl/evp.h>

#include <godwit/error.hpp>

#include "support/sha256.hpp"

namespace godwit::detail {

std::string sha256Hex(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) {
        throw Error(ErrorCode::Internal,
                    {.message = "OpenSSL cannot compute SHA-256",
                     .state = "Nothing has run.",
                     .hint = "check the program's OpenSSL library"});
    }
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string hex;
    for (unsigned int i = 0; i < size; ++i) {
        hex += kDigits[digest[i] >> 4U];
        hex += kDigits[digest[i] & 0x0FU];
    }
    return hex;
}

}  // namespace godwit::detail
