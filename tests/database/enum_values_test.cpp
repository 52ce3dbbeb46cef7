#include <gtest/gtest.h>

#include <fmt/format.h>

#include <godwit/error.hpp>
#include <godwit/migration.hpp>
#include <godwit/migration_set.hpp>
#include <godwit/migrator.hpp>
#include <godwit/plan.hpp>

#include "database/support/schema_runner.hpp"
#include "database/support/scratch_database.hpp"

// What becomes of rows, defaults and what is let in when the values of an enumeration change.

namespace godwit::test {

namespace {

void orders(SchemaBuilder& schema) {
    schema.createTable("orders", [](TableBuilder& t) {
        t.integer("n").primaryKey();
        t.enumeration("status", "order_status", {"open", "paid", "lost"}).defaultTo("open");
    });
    schema.createTable("parcels", [](TableBuilder& t) {
        t.integer("n").primaryKey();
        t.enumeration("status", "order_status", {"open", "paid", "lost"}).nullable();
        t.enumeration("seen", "order_status", {"open", "paid", "lost"}).asCheck().defaultTo("lost");
    });
}

class EnumValues : public testing::Test {
protected:
    EnumValues() {
        runner_.run(orders);
        connection_.execute("INSERT INTO orders (n, status) VALUES (1, 'open'), (2, 'paid')");
        connection_.execute("INSERT INTO orders (n, status) VALUES (3, 'lost')");
        connection_.execute("INSERT INTO parcels (n, status) VALUES (1, 'lost'), (2, NULL)");
    }

    std::string value(std::string_view sql) { return onlyValue(connection_.query(sql)); }

    bool takesOrder(std::string_view status) {
        return !runner_.refuses(
            fmt::format("INSERT INTO orders (n, status) SELECT max(n) + 1, '{}' FROM orders",
                        status));
    }
    bool takesParcel(std::string_view seen) {
        return !runner_.refuses(
            fmt::format("INSERT INTO parcels (n, seen) SELECT max(n) + 1, '{}' FROM parcels",
                        seen));
    }

    ScratchDatabase database_;
    Connection connection_ = database_.connect();
    SchemaRunner runner_{connection_};
};

TEST_F(EnumValues, AreAddedAndRowsStay) {
    EXPECT_FALSE(takesOrder("sent"));
    runner_.run([](SchemaBuilder& schema) {
        schema.alterEnum("order_status")
            .addValue("sent")
            .after("paid")
            .addValue("new")
            .before("open");
    });
    EXPECT_TRUE(takesOrder("sent"));
    EXPECT_TRUE(takesOrder("new"));
    EXPECT_TRUE(takesParcel("sent"));
    EXPECT_FALSE(takesOrder("gone"));
    EXPECT_EQ(value("SELECT status FROM orders WHERE n = 2"), "paid");
    EXPECT_EQ(value("SELECT status FROM parcels WHERE n = 1"), "lost");
}

TEST_F(EnumValues, AreRenamedWithRowsAndDefaults) {
    runner_.run([](SchemaBuilder& schema) {
        schema.alterEnum("order_status").renameValue("lost", "missing").renameValue("open", "new");
    });
    EXPECT_EQ(value("SELECT status FROM orders WHERE n = 3"), "missing");
    EXPECT_EQ(value("SELECT status FROM orders WHERE n = 1"), "new");
    EXPECT_EQ(value("SELECT seen FROM parcels WHERE n = 1"), "missing");
    EXPECT_FALSE(takesOrder("lost"));
    EXPECT_TRUE(takesOrder("missing"));
    connection_.execute("INSERT INTO orders (n) VALUES (90)");
    EXPECT_EQ(value("SELECT status FROM orders WHERE n = 90"), "new");
    connection_.execute("INSERT INTO parcels (n) VALUES (90)");
    EXPECT_EQ(value("SELECT seen FROM parcels WHERE n = 90"), "missing");
}

TEST_F(EnumValues, GoAndRowsBecomeWhatIsSaid) {
    runner_.run([](SchemaBuilder& schema) {
        schema.alterEnum("order_status").removeValue("lost", "open");
    });
    EXPECT_EQ(value("SELECT status FROM orders WHERE n = 3"), "open");
    EXPECT_EQ(value("SELECT status FROM parcels WHERE n = 1"), "open");
    EXPECT_EQ(value("SELECT status FROM parcels WHERE n = 2"), "NULL");
    EXPECT_EQ(value("SELECT seen FROM parcels WHERE n = 1"), "open");
    EXPECT_FALSE(takesOrder("lost"));
    EXPECT_FALSE(takesParcel("lost"));
    EXPECT_TRUE(takesOrder("paid"));
}

TEST_F(EnumValues, DoNotGoWhileARowHoldsThem) {
    EXPECT_THROW(runner_.run([](SchemaBuilder& schema) {
        schema.alterEnum("order_status").removeValue("paid");
    }),
                 DatabaseError);
    EXPECT_EQ(value("SELECT status FROM orders WHERE n = 2"), "paid");
}

TEST_F(EnumValues, GoWithTheLastTableThatHasThem) {
    runner_.run([](SchemaBuilder& schema) {
        schema.alterEnum("order_status").removeValue("lost", "open");
        schema.dropTable("orders");
    });
    EXPECT_TRUE(takesParcel("paid"));
    runner_.run([](SchemaBuilder& schema) { schema.dropTable("parcels"); });
    runner_.run(orders);
}

class MakeOrders final : public Migration {
public:
    void up(SchemaBuilder& schema) const override { orders(schema); }
    void down(SchemaBuilder& schema) const override {
        schema.dropTable("parcels");
        schema.dropTable("orders");
    }
};

class AddAndUseAValue final : public ReversibleMigration {
public:
    void change(SchemaBuilder& schema) const override {
        schema.alterEnum("order_status").addValue("sent").renameValue("lost", "missing");
        schema.update("orders", {{"status", "sent"}}).from({{"status", "open"}}).by({{"n", 1}});
    }
};

class EnumValuesInAMigration : public testing::Test {
protected:
    void up(MigrationSet set) { Migrator{connection_, std::move(set)}.up(); }

    ScratchDatabase database_;
    Connection connection_ = database_.connect();
};

class EnumValuesInAMigrationOnPostgresql : public EnumValuesInAMigration {};

MigrationSet addedAndUsed() {
    MigrationSet set;
    set.add<MakeOrders>("20260101000000_make_orders");
    set.add<AddAndUseAValue>("20260102000000_add_and_use_a_value");
    return set;
}

TEST_F(EnumValuesInAMigration, AreUsedRightAfterTheyWereAdded) {
    Migrator migrator{connection_, addedAndUsed()};
    migrator.upTo("20260101000000_make_orders");
    connection_.execute("INSERT INTO orders (n, status) VALUES (1, 'lost')");
    migrator.up();
    EXPECT_EQ(onlyValue(connection_.query("SELECT status FROM orders")), "sent");
    migrator.rollback(1);
    EXPECT_EQ(onlyValue(connection_.query("SELECT status FROM orders")), "open");
}

TEST_F(EnumValuesInAMigrationOnPostgresql, AreCommittedBeforeWhatFollows) {
    up(std::move(MigrationSet{}.add<MakeOrders>("20260101000000_make_orders")));
    const Plan plan = Migrator{connection_, addedAndUsed()}.plan();
    ASSERT_EQ(plan.steps.size(), 1U);
    const std::vector<Segment> segments = segmentsOf(plan.steps.front(), true);
    ASSERT_EQ(segments.size(), 2U);
    const Statement& last = plan.steps.front().statements[segments.front().count - 1];
    EXPECT_EQ(last.sql, "ALTER TYPE \"order_status\" ADD VALUE 'sent'");
}

// Somebody has added it by hand.
TEST_F(EnumValuesInAMigrationOnPostgresql, AreAskedForWhereACallIsGuarded) {
    up(std::move(MigrationSet{}.add<MakeOrders>("20260101000000_make_orders")));
    connection_.execute("ALTER TYPE order_status ADD VALUE 'sent'");
    class Guarded final : public Migration {
    public:
        void up(SchemaBuilder& schema) const override {
            schema.alterEnum("order_status").addValue("sent").ifNotExists();
            schema.alterEnum("order_status").renameValue("gone", "away").ifExists();
            schema.alterEnum("order_status").removeValue("gone").ifExists();
            schema.createEnum("order_status", {"open", "paid", "lost", "sent"}).ifNotExists();
            schema.createEnum("colour", {"red"}).ifNotExists();
            schema.dropEnum("colour").ifExists();
            schema.dropEnum("colour").ifExists();
            schema.renameEnum("colour", "paint").ifExists();
        }
        void down(SchemaBuilder&) const override {}
    };
    MigrationSet set;
    set.add<MakeOrders>("20260101000000_make_orders");
    set.add<Guarded>("20260102000000_guarded");
    up(std::move(set));
    connection_.execute("INSERT INTO orders (n, status) VALUES (1, 'sent')");
    connection_.execute("INSERT INTO parcels (n, seen) VALUES (1, 'sent')");
}

class LookedAtLater final : public Migration {
public:
    void up(SchemaBuilder& schema) const override {
        schema.createTable("seats", [](TableBuilder& t) {
            t.integer("n").primaryKey();
            t.integer("place");
            t.enumeration("kind", "seat_kind", {"aisle", "window", "none"});
            t.enumeration("was", "seat_kind", {"aisle", "window", "none"}).asCheck();
            t.unique({"place"}).deferrable(initiallyDeferred);
        });
        schema.insert("seats", {{"n", 1}, {"place", 1}, {"kind", "none"}, {"was", "none"}});
        schema.alterEnum("seat_kind").removeValue("none", "aisle");
    }
    void down(SchemaBuilder& schema) const override { schema.dropTable("seats"); }
};

TEST_F(EnumValuesInAMigrationOnPostgresql, AreRemovedWhileRowsWaitForTheirConstraints) {
    up(std::move(MigrationSet{}.add<LookedAtLater>("20260101000000_looked_at_later")));
    EXPECT_EQ(onlyValue(connection_.query("SELECT kind || ' ' || was FROM seats")), "aisle aisle");
}

class MakeTypeAlone final : public ReversibleMigration {
public:
    void change(SchemaBuilder& schema) const override {
        schema.createEnum("order_status", {"open", "paid"}).because("Tables come later.");
    }
};

class UseTheType final : public ReversibleMigration {
public:
    void change(SchemaBuilder& schema) const override {
        schema.createTable("orders", [](TableBuilder& t) {
            t.id();
            t.enumeration("status", "order_status", {"open", "paid"});
        });
    }
};

class DropTheType final : public ReversibleMigration {
public:
    void change(SchemaBuilder& schema) const override {
        schema.dropTable("orders", [](TableBuilder& t) {
            t.id();
            t.enumeration("status", "order_status", {"open", "paid"});
        });
        schema.dropEnum("order_status", {"open", "paid"});
    }
};

TEST_F(EnumValuesInAMigration, StandByThemselvesUntilTheyAreDropped) {
    MigrationSet set;
    set.add<MakeTypeAlone>("20260101000000_make_type_alone");
    set.add<UseTheType>("20260102000000_use_the_type");
    set.add<DropTheType>("20260103000000_drop_the_type");
    Migrator migrator{connection_, std::move(set)};
    migrator.up();
    migrator.rollbackAll();
    migrator.upTo("20260102000000_use_the_type");
    connection_.execute("INSERT INTO orders (status) VALUES ('open')");
    migrator.rollback(1);
    migrator.up();
    migrator.rollbackAll();
}

}  // namespace

}  // namespace godwit::test
