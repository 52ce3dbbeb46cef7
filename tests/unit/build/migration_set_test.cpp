#include <gtest/gtest.h>

#include <godwit/migration_set.hpp>

#include "unit/support/recording.hpp"

namespace godwit {
namespace {

class Empty : public Migration {
public:
    void up(SchemaBuilder&) const override {}
    void down(SchemaBuilder&) const override {}
};

using test::messageOf;

TEST(MigrationSet, KeepsMigrationsInOrder) {
    MigrationSet set;
    set.add<Empty>("20260101000000_a").add<Empty>("20260102000000_a");
    ASSERT_EQ(set.size(), 2U);
    EXPECT_STREQ(set.begin()[1].id, "20260102000000_a");
    const MigrationSet copy = set;
    EXPECT_EQ(copy.size(), 2U);
    EXPECT_STREQ(copy.begin()->id, "20260101000000_a");
}

TEST(MigrationSet, RefusesAnIdThatIsThereTwice) {
    MigrationSet set;
    set.add<Empty>("20260101000000_a");
    EXPECT_EQ(
        messageOf(ErrorCode::DuplicateMigrationId, [&] { set.add<Empty>("20260101000000_a"); }),
        "the migration 20260101000000_a is there twice");
    EXPECT_EQ(set.size(), 1U);
}

TEST(MigrationSet, RefusesAnIdOutOfOrder) {
    MigrationSet set;
    set.add<Empty>("20260102000000_b");
    EXPECT_EQ(
        messageOf(ErrorCode::MigrationsOutOfOrder, [&] { set.add<Empty>("20260101000000_a"); }),
        "the migration 20260101000000_a stands behind 20260102000000_b");
}

TEST(MigrationSet, RefusesAMalformedId) {
    for (const char* id : {"",
                           "x",
                           "20260101000000",
                           "20260101000000_",
                           "2026010100000_a",
                           "20260101000000-a",
                           "20260101000000_A",
                           "20260101000000_ä",
                           "20260101000000_a b",
                           "x0260101000000_a"}) {
        messageOf(ErrorCode::BadMigrationId, [id] { MigrationSet{}.add<Empty>(id); });
    }
}

TEST(MigrationSet, ChecksAWholeTable) {
    const auto make = []() -> const Migration& {
        static const Empty empty;
        return empty;
    };
    const MigrationEntry entries[] = {{"20260102000000_b", make}, {"20260101000000_a", make}};
    messageOf(ErrorCode::MigrationsOutOfOrder, [&] { MigrationSet(entries, 2); });
}

}  // namespace
}  // namespace godwit
