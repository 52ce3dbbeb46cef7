#include <array>

#include <openssl/evp.h>

#include <godwit/error.hpp>

#include "support/hex.hpp"
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
    return hexOf({reinterpret_cast<const char*>(digest.data()), size});
}

}  // namespace godwit::detail
