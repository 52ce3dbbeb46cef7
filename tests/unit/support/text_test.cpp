#include <gtest/gtest.h>

#include "support/sha256.hpp"
#include "support/utf8.hpp"

namespace godwit::detail {
namespace {

using namespace std::string_view_literals;

TEST(Sha256, GivesThePublishedDigests) {
    // FIPS 180-4 examples.
    EXPECT_EQ(sha256Hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256Hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(PlainUtf8, TakesWhatEveryServerStores) {
    for (const auto text : {""sv, "orders"sv, "Größe"sv, "日本語"sv, "🐦"sv, "\xEF\xBF\xBD"sv}) {
        EXPECT_TRUE(isPlainUtf8(text)) << text;
    }
}

TEST(PlainUtf8, RefusesNulOverlongSurrogatesAndTornCharacters) {
    for (const auto text : {"\0"sv,
                            "a\0b"sv,
                            "\xC0\xAF"sv,
                            "\xE0\x80\xAF"sv,
                            "\xED\xA0\x80"sv,
                            "\xF4\x90\x80\x80"sv,
                            "\xFF"sv,
                            "\x80"sv,
                            "\xE2\x82"sv,
                            "\xC3("sv}) {
        EXPECT_FALSE(isPlainUtf8(text)) << testing::PrintToString(text);
    }
}

TEST(PlainUtf8, CountsCharactersNotBytes) {
    EXPECT_EQ(codePoints("Größe"), 5U);
    EXPECT_EQ(codePoints("🐦🐦"), 2U);
}

TEST(PlainUtf8, FindsCharactersBeyondTheBasicPlane) {
    EXPECT_TRUE(hasSupplementary("a🐦"));
    EXPECT_FALSE(hasSupplementary("日本語"));
}

}  // namespace
}  // namespace godwit::detail
