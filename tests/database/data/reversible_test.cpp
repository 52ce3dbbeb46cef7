#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <godwit/data.hpp>
#include <godwit/migrator.hpp>

#include "database/support/scratch_database.hpp"
#include "support/written_migration.hpp"

// Rows that a change() writes, and what its rollback makes of them.

namespace godwit::test {
namespace {

constexpr const char* kMake = "20250401000000_make";
constexpr const char* kChange = "20250402000000_change";

void make(SchemaBuilder& schema) {
    schema.createTable("roles", [](TableBuilder& t) {
        t.integer("id").primaryKey();
        t.string("code", 20).nullable().unique();
        t.integer("grade").defaultTo(0);
    });
    schema.insert("roles", {"id", "code", "grade"}, {{1, "it's", 10}, {2, null, 20}});
}

class ChangesRows : public ReversibleMigration {
public:
    void change(SchemaBuilder& schema) const override {
        schema.insert("roles", {"id", "code"}, {{3, "new"}, {4, null}});
        schema.insert("roles", {{"id", 5}, {"code", "by code"}}).by({"code"});
        schema.update("roles", {{"code", "said"}, {"grade", 11}})
            .by({{"id", 1}, {"code", "it's"}})
            .from({{"code", "it's"}, {"grade", 10}});
        schema.erase("roles", {{"id", 2}, {"code", null}, {"grade", 20}});
        schema.backfill("roles", nothing).set("grade", expr("grade + 1"));
        schema.data(
            "back by one",
            "rev-1",
            [](DataContext& db) { db.execute("UPDATE roles SET grade = grade + 100"); },
            [](DataContext& db) { db.execute("UPDATE roles SET grade = grade - 101"); });
        schema.verify("two is gone", "SELECT id FROM roles WHERE id = 2").isEmpty();
    }
};

class ForgetsWhatWas : public ReversibleMigration {
public:
    void change(SchemaBuilder& schema) const override {
        schema.update("roles", {{"code", "a"}, {"grade", 1}})
            .by({{"id", 1}})
            .from({{"code", "it's"}});
    }
};

class DataInChange : public testing::Test {
protected:
    std::string rows() {
        std::string text;
        for (const auto& row :
             connection_.query("SELECT id, code, grade FROM roles ORDER BY id").values) {
            text += *row[0] + ' ' + row[1].value_or("NULL") + ' ' + *row[2] + '\n';
        }
        return text;
    }

    ScratchDatabase database_;
    Connection connection_ = database_.connect();
};

TEST_F(DataInChange, IsTakenBackByTheRollback) {
    MigrationSet set;
    set.add<Written<make>>(kMake).add<ChangesRows>(kChange);
    Migrator migrator{connection_, std::move(set)};
    migrator.upTo(kMake);
    const std::string before = rows();
    migrator.up();
    EXPECT_EQ(rows(), "1 said 112\n3 new 101\n4 NULL 101\n5 by code 101\n");
    migrator.rollback();
    EXPECT_EQ(rows(), before);
}

class ChangesWhatIsNotThere : public ReversibleMigration {
public:
    void change(SchemaBuilder& schema) const override {
        schema.update("roles", {{"code", "x"}})
            .by({{"id", 1}, {"code", "other"}})
            .from({{"code", "other"}});
    }
};

TEST_F(DataInChange, LeavesRowsThatItDidNotChangeAsTheyWere) {
    MigrationSet set;
    set.add<Written<make>>(kMake).add<ChangesWhatIsNotThere>(kChange);
    Migrator migrator{connection_, std::move(set)};
    migrator.upTo(kMake);
    const std::string before = rows();
    migrator.up();
    EXPECT_EQ(rows(), before);
    migrator.rollback();
    EXPECT_EQ(rows(), before);
}

TEST_F(DataInChange, IsRefusedWhenItDoesNotSayWhatWas) {
    MigrationSet set;
    set.add<Written<make>>(kMake).add<ForgetsWhatWas>(kChange);
    try {
        Migrator{connection_, std::move(set)}.plan();
        ADD_FAILURE() << "nothing was thrown";
    } catch (const UsageError& error) {
        EXPECT_EQ(error.code(), ErrorCode::NotReversible);
        EXPECT_THAT(error.message(), testing::HasSubstr("what grade held before is not said"));
    }
}

}  // namespace
}  // namespace godwit::test
