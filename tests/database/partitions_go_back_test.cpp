#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <godwit/migrator.hpp>

#include "database/support/catalog.hpp"
#include "database/support/scratch_database.hpp"
#include "support/written_migration.hpp"

// Partitions that are made and dropped in a change(): the way back gives the partitions that were
// there, with the rows that were there.

namespace godwit::test {

namespace {

constexpr const char* kMake = "20250401000000_make";
constexpr const char* kChange = "20250402000000_change";
constexpr DatabaseSet kDefinedWithTheTable = mysql | mariadb;

void visits(TableBuilder& t) {
    t.integer("day");
    t.integer("page").defaultTo(0);
    t.primaryKey({"day", "page"});
    t.partitionByRange({"day"});
}

void rows(SchemaBuilder& schema) {
    schema.insert("visits", {"day", "page"}, {{50, 1}, {150, 2}, {250, 3}});
}

void visitsInThree(SchemaBuilder& schema) {
    schema.createTable("visits", visits);
    schema.createPartition("visits_1", "visits").from({lowest}).to({100});
    schema.createPartition("visits_2", "visits").from({100}).to({200});
    schema.createPartition("visits_3", "visits").from({200}).to({300});
}

void filledVisits(SchemaBuilder& schema) {
    visitsInThree(schema);
    rows(schema);
}

// There the last partition holds what the others would. PostgreSQL refuses such rows.
void visitsInTheLast(SchemaBuilder& schema) {
    visitsInThree(schema);
    schema.dropPartition("visits_1", "visits");
    schema.dropPartition("visits_2", "visits");
    schema.insert("visits", {"day", "page"}, {{250, 3}});
    schema.insert("visits", {"day", "page"}, {{50, 1}, {150, 2}}).only(kDefinedWithTheTable);
}

class PartitionsInChangeOnServers : public testing::Test {
protected:
    template <class Change, WrittenBody kMade>
    void goesBack() {
        MigrationSet set;
        set.add<Written<kMade>>(kMake);
        set.add<Change>(kChange);
        Migrator migrator{connection_, std::move(set)};
        migrator.upTo(kMake);
        const std::string before = catalogOf(connection_);
        const std::string rows = rowsNow();
        migrator.up();
        const std::string after = catalogOf(connection_);
        EXPECT_NE(catalogChange(before, after), "");
        migrator.rollback();
        EXPECT_EQ(catalogChange(before, catalogOf(connection_)), "") << "after the way back";
        rowsBack_ = rowsNow();
        if (rowsStay_) {
            EXPECT_EQ(rowsBack_, rows);
        }
        migrator.up();
        EXPECT_EQ(catalogChange(after, catalogOf(connection_)), "") << "after the second way up";
    }

    std::string rowsNow() {
        std::string text;
        for (const auto& row :
             connection_.query("SELECT day, page FROM visits ORDER BY 1").values) {
            text += fmt::format("{}/{} ", row[0].value_or("NULL"), row[1].value_or("NULL"));
        }
        return text;
    }

    ScratchDatabase database_;
    Connection connection_ = database_.connect();
    bool rowsStay_ = true;
    std::string rowsBack_;
};

class MakesTheMiddle : public ReversibleMigration {
public:
    void change(SchemaBuilder& schema) const override {
        schema.createPartition("visits_middle", "visits").from({100}).to({200});
    }
};

void visitsWithAGap(SchemaBuilder& schema) {
    visitsInThree(schema);
    schema.dropPartition("visits_2", "visits");
    schema.insert("visits", {"day", "page"}, {{50, 1}, {250, 3}});
    schema.insert("visits", {"day", "page"}, {{150, 2}}).only(kDefinedWithTheTable);
}

TEST_F(PartitionsInChangeOnServers, GiveTheRowsBackThatTheyWereSplitOffWith) {
    goesBack<MakesTheMiddle, visitsWithAGap>();
}

class MakesTheTwoFirst : public ReversibleMigration {
public:
    void change(SchemaBuilder& schema) const override {
        schema.createPartition("visits_a", "visits").from({lowest}).to({100});
        schema.createPartition("visits_b", "visits").from({100}).to({200});
    }
};

TEST_F(PartitionsInChangeOnServers, GiveTheRowsBackOneAfterTheOther) {
    goesBack<MakesTheTwoFirst, visitsInTheLast>();
}

class MakesTheTwoFirstFromAbove : public ReversibleMigration {
public:
    void change(SchemaBuilder& schema) const override {
        schema.createPartition("visits_b", "visits").from({100}).to({200});
        schema.createPartition("visits_a", "visits").from({lowest}).to({100});
    }
};

TEST_F(PartitionsInChangeOnServers, GiveTheRowsBackFromBelow) {
    goesBack<MakesTheTwoFirstFromAbove, visitsInTheLast>();
}

template <bool kOldestFirst>
class DropsTheTwoOldest : public ReversibleMigration {
public:
    void change(SchemaBuilder& schema) const override {
        if (kOldestFirst) {
            schema.dropPartition("visits_1", "visits").from({lowest}).to({100});
        }
        schema.dropPartition("visits_2", "visits").from({100}).to({200});
        if (!kOldestFirst) {
            schema.dropPartition("visits_1", "visits").from({lowest}).to({100});
        }
    }
};

TEST_F(PartitionsInChangeOnServers, ComeBackWithoutTheirRowsInAnyOrder) {
    rowsStay_ = false;
    goesBack<DropsTheTwoOldest<true>, filledVisits>();
    EXPECT_EQ(rowsBack_, "250/3 ");
}

TEST_F(PartitionsInChangeOnServers, ComeBackWithoutTheirRowsTheOldestLast) {
    rowsStay_ = false;
    goesBack<DropsTheTwoOldest<false>, filledVisits>();
    EXPECT_EQ(rowsBack_, "250/3 ");
}

class DropsVisits : public ReversibleMigration {
public:
    void change(SchemaBuilder& schema) const override {
        schema.dropTable("visits", visits).keepCopy();
    }
};

TEST_F(PartitionsInChangeOnServers, TakeTheRowsBackThatACopyKept) {
    goesBack<DropsVisits, filledVisits>();
}

// By hand the call says what it does.
void makeTheMiddle(SchemaBuilder& schema) {
    schema.createPartition("visits_2", "visits").from({100}).to({200});
}
void dropTheMiddle(SchemaBuilder& schema) { schema.dropPartition("visits_2", "visits"); }

TEST_F(PartitionsInChangeOnServers, GoWithTheirRowsWhereDownSaysSo) {
    MigrationSet set;
    set.add<Written<visitsWithAGap>>(kMake).add<Written<makeTheMiddle, dropTheMiddle>>(kChange);
    Migrator migrator{connection_, std::move(set)};
    migrator.up();
    migrator.rollback();
    EXPECT_EQ(rowsNow(), "50/1 250/3 ");
}

void dropVisits(SchemaBuilder& schema) { schema.dropTable("visits").keepCopy(); }

TEST_F(PartitionsInChangeOnServers, TakeTheRowsBackWhereDownMakesThem) {
    MigrationSet set;
    set.add<Written<filledVisits>>(kMake).add<Written<dropVisits, visitsInThree>>(kChange);
    Migrator migrator{connection_, std::move(set)};
    migrator.up();
    migrator.rollback();
    EXPECT_EQ(rowsNow(), "50/1 150/2 250/3 ");
}

using PartitionsInChangeOnPostgresql = PartitionsInChangeOnServers;

void visitsWithATrigger(SchemaBuilder& schema) {
    filledVisits(schema);
    schema.createTrigger("mark", "visits_2")
        .before(onInsert)
        .body({.postgresql = "NEW.page := NEW.page + 10; RETURN NEW;",
               .mysql = nothing,
               .mariadb = nothing,
               .sqlite = nothing});
}

class DropsTheMiddle : public ReversibleMigration {
public:
    void change(SchemaBuilder& schema) const override {
        schema.dropPartition("visits_2", "visits").from({100}).to({200});
    }
};

TEST_F(PartitionsInChangeOnPostgresql, ComeBackWithTheirTriggers) {
    rowsStay_ = false;
    goesBack<DropsTheMiddle, visitsWithATrigger>();
}

TEST_F(PartitionsInChangeOnPostgresql, TakeTheRowsBackBeforeTheirTriggersFire) {
    goesBack<DropsVisits, visitsWithATrigger>();
}

// MariaDB alone among those of its kind has a partition for the rest.
void shopsWithTheRest(SchemaBuilder& schema) {
    schema.createTable("visits", [](TableBuilder& t) {
        t.integer("day");
        t.integer("page").defaultTo(0);
        t.partitionByList("day");
    });
    schema.createPartition("visits_few", "visits").in({1, 2});
    schema.createPartition("visits_rest", "visits").takesTheRest();
    schema.insert("visits", {"day", "page"}, {{1, 1}, {7, 2}});
}

void makeASeventh(SchemaBuilder& schema) {
    schema.createPartition("visits_seven", "visits").in({7});
}

class MakesASeventh : public ReversibleMigration {
public:
    void change(SchemaBuilder& schema) const override {
        schema.createPartition("visits_seven", "visits").in({7});
    }
};

using PartitionsForTheRestOnMysql = PartitionsInChangeOnServers;

TEST_F(PartitionsForTheRestOnMysql, GiveTheRowsAwayThatOthersAreMadeFor) {
    if (!runningOn(DatabaseKind::MariaDB)) {
        return;
    }
    MigrationSet set;
    set.add<Written<shopsWithTheRest>>(kMake).add<Written<makeASeventh>>(kChange);
    Migrator migrator{connection_, std::move(set)};
    migrator.up();
    EXPECT_EQ(onlyValue(connection_.query("SELECT page FROM visits WHERE day = 7")), "2");
}

class DropsTheFew : public ReversibleMigration {
public:
    void change(SchemaBuilder& schema) const override {
        schema.dropPartition("visits_few", "visits").in({1, 2});
    }
};

TEST_F(PartitionsForTheRestOnMysql, GiveTheRowsAwayOnTheWayBackToo) {
    if (!runningOn(DatabaseKind::MariaDB)) {
        return;
    }
    MigrationSet set;
    set.add<Written<shopsWithTheRest>>(kMake);
    set.add<DropsTheFew>(kChange);
    Migrator migrator{connection_, std::move(set)};
    migrator.up();
    connection_.execute("INSERT INTO visits (day, page) VALUES (2, 5)");
    migrator.rollback();
    EXPECT_EQ(onlyValue(connection_.query("SELECT page FROM visits WHERE day = 2")), "5");
}

TEST_F(PartitionsForTheRestOnMysql, GetNoRowsBackWhichIsSaidBeforeAnythingRuns) {
    if (!runningOn(DatabaseKind::MariaDB)) {
        return;
    }
    MigrationSet set;
    set.add<Written<shopsWithTheRest>>(kMake);
    set.add<MakesASeventh>(kChange);
    Migrator migrator{connection_, std::move(set)};
    try {
        migrator.plan();
        ADD_FAILURE() << "the rows of visits_seven would go";
    } catch (const UnsupportedError& error) {
        EXPECT_THAT(error.what(),
                    testing::HasSubstr("cannot merge visits_seven of visits into visits_rest"));
    }
}

}  // namespace

}  // namespace godwit::test
