#include <gtest/gtest.h>

#include <godwit/error.hpp>
#include <godwit/name.hpp>

#include "model/naming.hpp"
#include "support/utf8.hpp"
#include "unit/support/recording.hpp"

namespace godwit {
namespace {

TEST(Naming, JoinsTableColumnsAndSuffix) {
    EXPECT_EQ(detail::primaryKeyName("orders"), "orders_pkey");
    EXPECT_EQ(detail::uniqueKeyName("users", {"email"}), "users_email_key");
    EXPECT_EQ(detail::foreignKeyName("orders", {"user_id"}), "orders_user_id_fkey");
    EXPECT_EQ(detail::indexName("orders", {"user_id", "status"}), "orders_user_id_status_idx");
    EXPECT_EQ(detail::typeCheckName("orders", Column{.name = "status", .type = {}}),
              "orders_status_check");
}

TEST(Naming, FitsALongNameWithAHashOfTheWhole) {
    const std::string table(60, 't');
    const std::string one = detail::indexName(table, {"first_column"});
    const std::string other = detail::indexName(table, {"second_column"});
    EXPECT_EQ(one.size(), kMaxNameBytes);
    EXPECT_TRUE(one.ends_with("_idx"));
    EXPECT_NE(one, other);
    EXPECT_EQ(one, detail::indexName(table, {"first_column"}));
}

TEST(Naming, NeverCutsACharacterInTwo) {
    std::string table;
    while (table.size() < 60) {
        table += "ö";
    }
    for (std::size_t blanks = 0; blanks < 4; ++blanks) {
        const std::string name = detail::indexName(std::string(blanks, 'x') + table, {"column"});
        EXPECT_LE(name.size(), kMaxNameBytes);
        EXPECT_TRUE(detail::isPlainUtf8(name)) << name;
    }
}

TEST(Name, KeepsALiteralAndItsPlace) {
    const Name name = "orders";
    EXPECT_EQ(name.text(), "orders");
    EXPECT_EQ(name.line().line, static_cast<std::uint32_t>(__LINE__ - 2));
    EXPECT_TRUE(std::string_view{name.line().file}.ends_with("naming_test.cpp"));
}

TEST(Name, CopiesAComputedText) {
    std::string text = "orders";
    const Name copied = name(text);
    text = "others";
    EXPECT_EQ(copied.text(), "orders");
}

TEST(Name, RefusesAComputedTextThatNoServerTakesAsWritten) {
    using test::messageOf;
    messageOf(ErrorCode::EmptyName, [] { name(""); });
    messageOf(ErrorCode::TextNotUtf8, [] { name("\xFF"); });
    messageOf(ErrorCode::TextNotUtf8, [] { name(std::string_view{"a\0b", 3}); });
    EXPECT_EQ(name(std::string(63, 'x')).text().size(), 63U);
    EXPECT_EQ(messageOf(ErrorCode::NameTooLong, [] { name(std::string(64, 'x')); }),
              "the name " + std::string(64, 'x') + " has 64 bytes, at most 63 fit all databases");
}

}  // namespace
}  // namespace godwit
