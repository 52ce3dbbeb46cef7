#include <optional>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <godwit/error.hpp>
#include <godwit/migration.hpp>
#include <godwit/migrator.hpp>
#include <godwit/plan.hpp>

#include "database/reversal/drawn_changes.hpp"
#include "database/support/catalog.hpp"
#include "database/support/shown_plan.hpp"
#include "support/written_migration.hpp"

// Drawn changes of keys, constraints, tables, enumerations, views and sequences, over rows: up and
// down give the catalog and the rows that were there before.

namespace godwit::test {
namespace {

constexpr const char* kFirst = "20260101000000_first_tables";
constexpr const char* kDrawn = "20260102000000_drawn";

class Drawn final : public ReversibleMigration {
public:
    static inline unsigned seed = 0;
    void change(SchemaBuilder& schema) const override { DrawnChanges{schema, seed}.make(12); }
};

std::string rowsOf(Connection& connection, const DrawnSchema& schema) {
    std::string text;
    for (const DrawnTable& table : schema.tables) {
        const Rows rows = connection.query(fmt::format("SELECT * FROM {} ORDER BY 1", table.name));
        for (const auto& row : rows.values) {
            for (const auto& value : row) {
                text += value.value_or("NULL") + ' ';
            }
            text += '\n';
        }
    }
    return text;
}

class DrawnReversal {
public:
    DrawnReversal() {
        MigrationSet set;
        set.add<Written<createFirstTables>>(kFirst).add<Drawn>(kDrawn);
        migrator_.emplace(connection_, std::move(set));
    }

    void thereAndBack() {
        migrator_->upTo(kFirst);
        const std::string start = catalogOf(connection_);
        const std::string rows = rowsOf(connection_, firstTables());
        plan_ = shown(migrator_->plan());
        SCOPED_TRACE(plan_);
        migrator_->up();
        const std::string end = catalogOf(connection_);
        EXPECT_NE(end, start);
        migrator_->rollback(1);
        EXPECT_EQ(catalogOf(connection_), start) << catalogChange(start, catalogOf(connection_));
        EXPECT_EQ(rowsOf(connection_, firstTables()), rows);
        migrator_->up();
        EXPECT_EQ(catalogOf(connection_), end) << catalogChange(end, catalogOf(connection_));
        migrator_->rollback(1);
        EXPECT_EQ(catalogOf(connection_), start) << catalogChange(start, catalogOf(connection_));
    }

    const std::string& plan() const { return plan_; }

private:
    std::string plan_;
    ScratchDatabase database_;
    Connection connection_ = database_.connect();
    std::optional<Migrator> migrator_;
};

// Each time the test is repeated it goes on with other seeds: --gtest_repeat=100.
TEST(ReversibleMigrations, BringBackKeysTablesObjectsAndRowsWhateverTheyChange) {
    constexpr unsigned kSeeds = 6;
    const unsigned end = Drawn::seed + kSeeds;
    while (Drawn::seed < end) {
        ++Drawn::seed;
        SCOPED_TRACE(fmt::format("seed {}", Drawn::seed));
        DrawnReversal reversal;
        try {
            reversal.thereAndBack();
        } catch (const Error& error) {
            ADD_FAILURE() << error.what() << '\n' << reversal.plan();
        }
    }
}

}  // namespace
}  // namespace godwit::test
