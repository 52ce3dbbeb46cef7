#include <exception>
#include <thread>

#include <gtest/gtest.h>

#include <fmt/format.h>

#include <godwit/migrator.hpp>

#include "database/support/scratch_database.hpp"
#include "support/written_migration.hpp"

// Kept copies of what others write to, and of what the database counts.

namespace godwit::test {
namespace {

constexpr const char* kMake = "20250401000000_make";
constexpr const char* kChange = "20250402000000_change";

class KeptCopyAndWriters : public testing::Test {
protected:
    std::string value(std::string_view sql) { return onlyValue(connection_.query(sql)); }

    template <WrittenBody kMakeIt, WrittenBody kUp, WrittenBody kDown>
    Migrator changing() {
        MigrationSet set;
        set.template add<Written<kMakeIt>>(kMake).template add<Written<kUp, kDown>>(kChange);
        Migrator migrator{connection_, std::move(set)};
        migrator.upTo(kMake);
        return migrator;
    }

    ScratchDatabase database_;
    Connection connection_ = database_.connect();
};

class KeptCopyAndWritersOnPostgresql : public KeptCopyAndWriters {
protected:
    // Runs `work` while somebody else has a row that is not committed until `work` waits for it.
    template <class Work>
    void besideAWriter(const std::string& write, Work work) {
        Connection writer = database_.connect();
        Connection watcher = database_.connect();
        writer.execute("BEGIN");
        writer.execute(write);
        std::exception_ptr failed;
        std::thread worker([&] {
            try {
                work();
            } catch (...) {
                failed = std::current_exception();
            }
        });
        const auto waits = [&watcher] {
            return onlyValue(watcher.query(
                       "SELECT count(*) FROM pg_locks WHERE NOT granted AND database = (SELECT "
                       "oid FROM pg_database WHERE datname = current_database())")) != "0";
        };
        while (!waits()) {
            std::this_thread::yield();
        }
        writer.execute("COMMIT");
        worker.join();
        if (failed) {
            std::rethrow_exception(failed);
        }
    }
};

void carts(TableBuilder& t) {
    t.id();
    t.string("name", 40);
}

void makeCarts(SchemaBuilder& schema) {
    schema.createTable("carts", carts);
    schema.insert("carts", {{"name", "one"}});
}

void dropCarts(SchemaBuilder& schema) { schema.dropTable("carts").keepCopy(); }
void remakeCarts(SchemaBuilder& schema) { schema.createTable("carts", carts); }

TEST_F(KeptCopyAndWritersOnPostgresql, HasEachRowThatWasCommittedBeforeTheDrop) {
    Migrator migrator = changing<makeCarts, dropCarts, remakeCarts>();
    connection_.execute("SET default_transaction_isolation = 'repeatable read'");
    besideAWriter("INSERT INTO carts (name) VALUES ('late')", [&] { migrator.up(); });
    migrator.rollback();
    EXPECT_EQ(value("SELECT count(*) FROM carts WHERE name = 'late'"), "1");
}

void shortenName(SchemaBuilder& schema) {
    schema.alterTable("carts", [](AlterBuilder& t) {
        t.changeType("name", godwit::string(10)).castUsing("left(name, 10)").keepCopy();
    });
}
void lengthenName(SchemaBuilder& schema) {
    schema.alterTable("carts", [](AlterBuilder& t) { t.changeType("name", godwit::string(40)); });
}

TEST_F(KeptCopyAndWritersOnPostgresql, LeavesAValueThatWasCommittedBeforeTheChangeBack) {
    Migrator migrator = changing<makeCarts, shortenName, lengthenName>();
    migrator.up();
    besideAWriter("UPDATE carts SET name = 'late'", [&] { migrator.rollback(); });
    EXPECT_EQ(value("SELECT name FROM carts"), "late");
}

void counted(TableBuilder& t) {
    t.integer("id").generatedAlways().primaryKey();
    t.string("name", 40);
}
void makeCounted(SchemaBuilder& schema) {
    schema.createTable("counted", counted);
    schema.insert("counted", {"name"}, {{"one"}, {"two"}});
}
void dropCounted(SchemaBuilder& schema) { schema.dropTable("counted").keepCopy(); }
void remakeCounted(SchemaBuilder& schema) { schema.createTable("counted", counted); }

TEST_F(KeptCopyAndWritersOnPostgresql, BringsNumbersBackThatOnlyTheDatabaseGives) {
    Migrator migrator = changing<makeCounted, dropCounted, remakeCounted>();
    connection_.execute("DELETE FROM counted WHERE id = 1");
    migrator.up();
    migrator.rollback();
    EXPECT_EQ(value("SELECT id FROM counted"), "2");
    connection_.execute("INSERT INTO counted (name) VALUES ('new')");
    EXPECT_EQ(value("SELECT id FROM counted WHERE name = 'new'"), "3");
    EXPECT_THROW(connection_.execute("INSERT INTO counted VALUES (9, 'own')"), DatabaseError);
}

void makeNumbered(SchemaBuilder& schema) {
    schema.createTable("numbered", [](TableBuilder& t) {
        t.string("name", 40).primaryKey();
        t.integer("n").generatedAlways().startingAt(50);
    });
    schema.insert("numbered", {"name"}, {{"one"}, {"two"}});
}
void dropNumber(SchemaBuilder& schema) {
    schema.alterTable("numbered", [](AlterBuilder& t) { t.dropColumn("n").keepCopy(); });
}
void addNumber(SchemaBuilder& schema) {
    schema.alterTable("numbered",
                      [](AlterBuilder& t) { t.integer("n").generatedAlways().startingAt(50); });
}

TEST_F(KeptCopyAndWritersOnPostgresql, BringsAColumnBackThatOnlyTheDatabaseFills) {
    Migrator migrator = changing<makeNumbered, dropNumber, addNumber>();
    connection_.execute("DELETE FROM numbered WHERE name = 'one'");
    migrator.up();
    migrator.rollback();
    EXPECT_EQ(value("SELECT n FROM numbered"), "51");
    EXPECT_THROW(connection_.execute("UPDATE numbered SET n = 1"), DatabaseError);
}

void makeUsers(SchemaBuilder& schema) {
    schema.createTable("users", [](TableBuilder& t) {
        t.integer("id").primaryKey();
        t.caseInsensitiveText("nick", 40);
    });
    schema.insert("users", {"id", "nick"}, {{1, "bob"}, {2, "eve"}});
}
void shortenNick(SchemaBuilder& schema) {
    schema.alterTable("users", [](AlterBuilder& t) {
        t.changeType("nick", caseInsensitiveText(20)).keepCopy();
    });
}
void lengthenNick(SchemaBuilder& schema) {
    schema.alterTable("users",
                      [](AlterBuilder& t) { t.changeType("nick", caseInsensitiveText(40)); });
}

TEST_F(KeptCopyAndWriters, SeeThatATextWasWrittenInOtherLetters) {
    Migrator migrator = changing<makeUsers, shortenNick, lengthenNick>();
    migrator.up();
    connection_.execute("UPDATE users SET nick = 'BOB' WHERE id = 1");
    migrator.rollback();
    EXPECT_EQ(value("SELECT nick FROM users WHERE id = 1"), "BOB");
    EXPECT_EQ(value("SELECT nick FROM users WHERE id = 2"), "eve");
}

}  // namespace
}  // namespace godwit::test
