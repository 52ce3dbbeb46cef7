#include <gtest/gtest.h>

#include <fmt/format.h>

#include <godwit/error.hpp>
#include <godwit/migration.hpp>
#include <godwit/migration_set.hpp>
#include <godwit/migrator.hpp>

#include "database/support/schema_runner.hpp"
#include "database/support/scratch_database.hpp"

// What stands beside an enumeration whose values change: rows that are in the way, constraints,
// indexes and foreign keys over its columns, values that no migration has made.

namespace godwit::test {

namespace {

class MakeOrders final : public Migration {
public:
    void up(SchemaBuilder& schema) const override {
        schema.createTable("kinds", [](TableBuilder& t) {
            t.enumeration("kind", "order_kind", {"sale", "gift"}).primaryKey();
        });
        schema.createTable("orders", [](TableBuilder& t) {
            t.integer("n").primaryKey();
            t.enumeration("kind", "order_kind", {"sale", "gift"}).references("kinds", "kind");
            t.enumeration("status", "order_status", {"open", "paid", "lost"}).defaultTo("open");
            t.enumeration("seen", "order_status", {"open", "paid", "lost"})
                .asCheck()
                .defaultTo("open");
            t.check("paid_late", "status <> 'paid' OR n > 10");
            t.index({"n"})
                .unique()
                .named("one_open")
                .where("status = 'open'")
                .only(postgresql | sqlite);
        });
    }
    void down(SchemaBuilder& schema) const override {
        schema.dropTable("orders");
        schema.dropTable("kinds");
    }
};

class AddValues final : public ReversibleMigration {
public:
    void change(SchemaBuilder& schema) const override {
        schema.alterEnum("order_status").addValue("sent");
        schema.alterEnum("order_kind").addValue("loan");
    }
};

class RemoveAValue final : public Migration {
public:
    void up(SchemaBuilder& schema) const override {
        schema.alterEnum("order_status").removeValue("lost");
    }
    void down(SchemaBuilder&) const override {}
};

class RenameAKind final : public ReversibleMigration {
public:
    void change(SchemaBuilder& schema) const override {
        schema.alterEnum("order_kind")
            .renameValue("sale", "trade")
            .addValue("loan")
            .before("trade");
    }
};

class RemoveAKind final : public Migration {
public:
    void up(SchemaBuilder& schema) const override {
        schema.alterEnum("order_kind").removeValue("sale", "gift");
    }
    void down(SchemaBuilder&) const override {}
};

class RemoveAnUnknownValue final : public Migration {
public:
    void up(SchemaBuilder& schema) const override {
        schema.alterEnum("mood").removeValue("sad").ifExists();
    }
    void down(SchemaBuilder&) const override {}
};

template <class Second>
MigrationSet ordersAnd() {
    MigrationSet set;
    set.add<MakeOrders>("20260101000000_make_orders");
    set.add<Second>("20260102000000_second");
    return set;
}

class EnumBystanders : public testing::Test {
protected:
    EnumBystanders() {
        MigrationSet set;
        set.add<MakeOrders>("20260101000000_make_orders");
        Migrator{connection_, std::move(set)}.up();
        connection_.execute("INSERT INTO kinds (kind) VALUES ('sale')");
        connection_.execute("INSERT INTO orders (n, kind, status) VALUES (11, 'sale', 'paid')");
        connection_.execute("INSERT INTO orders (n, kind, status) VALUES (3, 'sale', 'open')");
    }

    bool takes(std::string_view kind, std::string_view status, std::string_view seen, int n) {
        try {
            connection_.execute(
                fmt::format("INSERT INTO orders (n, kind, status, seen) VALUES ({}, '{}', '{}', "
                            "'{}')",
                            n,
                            kind,
                            status,
                            seen));
        } catch (const DatabaseError&) {
            return false;
        }
        return true;
    }

    // The error of a migration that asks before it changes anything.
    std::string failureOf(MigrationSet set) {
        try {
            Migrator{connection_, std::move(set)}.up();
        } catch (const DatabaseError& error) {
            EXPECT_EQ(error.code(), ErrorCode::VerificationFailed) << error.what();
            return error.message();
        }
        ADD_FAILURE() << "nothing was thrown";
        return {};
    }

    ScratchDatabase database_;
    Connection connection_ = database_.connect();
};

class EnumBystandersOnPostgresql : public EnumBystanders {};

TEST_F(EnumBystanders, AreThereBeforeAndAfterAValueComesAndGoes) {
    Migrator migrator{connection_, ordersAnd<AddValues>()};
    migrator.up();
    EXPECT_TRUE(takes("sale", "sent", "sent", 20));
    connection_.execute("DELETE FROM orders WHERE n = 20");
    connection_.execute("INSERT INTO kinds (kind) VALUES ('loan')");
    EXPECT_TRUE(takes("loan", "paid", "open", 21));
    connection_.execute("DELETE FROM orders WHERE n = 21");
    connection_.execute("DELETE FROM kinds WHERE kind = 'loan'");
    EXPECT_FALSE(takes("gift", "paid", "open", 22)) << "the foreign key";
    EXPECT_FALSE(takes("sale", "paid", "open", 4)) << "the check";
}

TEST_F(EnumBystandersOnPostgresql, AreMadeAgainOverATypeThatIsMadeAgain) {
    Migrator migrator{connection_, ordersAnd<AddValues>()};
    migrator.up();
    migrator.rollback(1);
    EXPECT_FALSE(takes("sale", "sent", "open", 20));
    EXPECT_FALSE(takes("gift", "paid", "open", 22)) << "the foreign key";
    EXPECT_FALSE(takes("sale", "paid", "open", 4)) << "the check";
    EXPECT_TRUE(takes("sale", "paid", "open", 14));
    EXPECT_EQ(onlyValue(connection_.query("SELECT indexdef FROM pg_indexes WHERE indexname = "
                                          "'one_open'"))
                  .find("CREATE UNIQUE INDEX one_open ON"),
              0U);
    EXPECT_EQ(onlyValue(connection_.query("SELECT count(*) FROM pg_type WHERE typname LIKE "
                                          "'%former'")),
              "0");
}

TEST_F(EnumBystanders, AreForeignKeysWhoseRowsFollowOnBothSides) {
    Migrator migrator{connection_, ordersAnd<RenameAKind>()};
    migrator.up();
    EXPECT_EQ(onlyValue(connection_.query("SELECT kind FROM orders WHERE n = 11")), "trade");
    EXPECT_TRUE(takes("trade", "paid", "open", 20));
    EXPECT_FALSE(takes("loan", "paid", "open", 21)) << "the foreign key";
    EXPECT_FALSE(takes("sale", "paid", "open", 22)) << "the type";
    migrator.rollback(1);
    EXPECT_EQ(onlyValue(connection_.query("SELECT kind FROM orders WHERE n = 11")), "sale");
    EXPECT_TRUE(takes("sale", "paid", "open", 23));
    EXPECT_FALSE(takes("gift", "paid", "open", 24)) << "the foreign key";
}

TEST_F(EnumBystanders, AreForeignKeysOfTextWithACheckToo) {
    SchemaRunner runner{connection_};
    runner.run([](SchemaBuilder& schema) {
        schema.createTable("shelves", [](TableBuilder& t) {
            t.enumeration("place", "place", {"left", "right", "top"}).asCheck().primaryKey();
        });
        schema.createTable("books", [](TableBuilder& t) {
            t.enumeration("place", "place", {"left", "right", "top"})
                .asCheck()
                .references("shelves", "place");
        });
    });
    connection_.execute("INSERT INTO shelves (place) VALUES ('left')");
    connection_.execute("INSERT INTO books (place) VALUES ('left')");
    runner.run([](SchemaBuilder& schema) {
        schema.alterEnum("place").renameValue("left", "west").removeValue("top");
    });
    EXPECT_EQ(onlyValue(connection_.query("SELECT place FROM books")), "west");
    EXPECT_FALSE(runner.refuses("INSERT INTO books (place) VALUES ('west')"));
    EXPECT_TRUE(runner.refuses("INSERT INTO books (place) VALUES ('right')")) << "the foreign key";
    EXPECT_TRUE(runner.refuses("INSERT INTO shelves (place) VALUES ('top')")) << "the check";
}

TEST_F(EnumBystandersOnPostgresql, AreForeignKeysWhoseRowsBecomeOthers) {
    Migrator{connection_, ordersAnd<RemoveAKind>()}.up();
    EXPECT_EQ(onlyValue(connection_.query("SELECT kind FROM orders WHERE n = 11")), "gift");
    EXPECT_TRUE(takes("gift", "paid", "open", 20));
    connection_.execute("DELETE FROM orders");
    connection_.execute("DELETE FROM kinds");
    EXPECT_FALSE(takes("gift", "paid", "open", 21)) << "the foreign key";
}

TEST_F(EnumBystanders, AreAskedForRowsBeforeAnythingIsChanged) {
    connection_.execute(
        "INSERT INTO orders (n, kind, status, seen) VALUES (5, 'sale', 'open', "
        "'lost')");
    const std::string said = failureOf(ordersAnd<RemoveAValue>());
    EXPECT_NE(said.find("no row of orders has lost in seen"), std::string::npos) << said;
    EXPECT_NE(
        said.find(
            "or removeValue(..., \"...\") says what it becomes' is not so: expected 0, got '1'"),
        std::string::npos)
        << said;
    EXPECT_TRUE(takes("sale", "lost", "lost", 6)) << "both columns are as they were";
    connection_.execute("UPDATE orders SET seen = 'open' WHERE seen = 'lost'");
    connection_.execute("UPDATE orders SET status = 'open' WHERE status = 'lost'");
}

// Somebody's UPDATE may come between the question and the change.
TEST_F(EnumBystanders, KeepTheirCheckWhenTheServerRefusesTheNextOne) {
    SchemaRunner runner{connection_};
    runner.run([](SchemaBuilder& schema) {
        schema.createTable("parcels", [](TableBuilder& t) {
            t.integer("n").primaryKey();
            t.enumeration("state", "parcel_state", {"here", "gone"}).asCheck();
        });
    });
    connection_.execute("INSERT INTO parcels (n, state) VALUES (1, 'gone')");
    EXPECT_THROW(runner.run([](SchemaBuilder& schema) {
        schema.alterEnum("parcel_state").removeValue("gone");
    }),
                 DatabaseError);
    EXPECT_TRUE(runner.refuses("INSERT INTO parcels (n, state) VALUES (2, 'nowhere')"));
}

TEST_F(EnumBystandersOnPostgresql, KeepValuesThatNoMigrationHasMade) {
    connection_.execute("ALTER TYPE order_status ADD VALUE 'extra'");
    const std::string said = failureOf(ordersAnd<RemoveAValue>());
    EXPECT_NE(said.find("the type order_status has no values but open, paid, lost"),
              std::string::npos)
        << said;
    EXPECT_NE(said.find("got 'extra'"), std::string::npos) << said;
    EXPECT_TRUE(takes("sale", "extra", "open", 20));
}

TEST_F(EnumBystanders, AreLeftAloneByAGuardedCallForAnEnumerationThatIsNotThere) {
    Migrator{connection_, ordersAnd<RemoveAnUnknownValue>()}.up();
}

TEST_F(EnumBystandersOnPostgresql, AreNotMadeAgainOfATypeThatNobodyKnows) {
    connection_.execute("CREATE TYPE mood AS ENUM ('sad', 'glad')");
    const std::string said = failureOf(ordersAnd<RemoveAnUnknownValue>());
    EXPECT_NE(said.find("the type mood, which no migration has made, has no value sad"),
              std::string::npos)
        << said;
}

}  // namespace

}  // namespace godwit::test
