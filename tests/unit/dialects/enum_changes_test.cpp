#include <gtest/gtest.h>

#include <godwit/dialect.hpp>
#include <godwit/error.hpp>
#include <godwit/migration_set.hpp>
#include <godwit/plan.hpp>

#include "golden/golden.hpp"
#include "unit/support/recording.hpp"

// SQL that spells out a value of an enumeration, or holds on to its column, when the values change.

namespace godwit::test {

namespace {

// Only a type of its own lets SQL follow a new name, and only PostgreSQL has one.
Calls orders(bool asCheck, const std::function<void(TableBuilder&)>& more) {
    return [=](SchemaBuilder& schema) {
        schema.createTable("orders", [&](TableBuilder& t) {
            t.integer("n").primaryKey();
            const auto status = t.enumeration("status", "order_status", {"open", "paid", "lost"});
            if (asCheck) {
                status.asCheck();
            }
            more(t);
        });
    };
}

Calls both(const Calls& first, const Calls& second) {
    return [=](SchemaBuilder& schema) {
        first(schema);
        second(schema);
    };
}

std::string sqlOf(DatabaseKind kind, const Calls& given, const Calls& when) {
    const auto dialect = makeDialect(serverOf({}, kind));
    Schema schema;
    schema.databases = setOf(kind);
    for (const Operation& operation : recorded(given)) {
        replay(operation, schema);
    }
    std::string sql;
    for (const Statement& statement : dialect->compile(recorded(when), schema)) {
        sql += statement.sql + '\n';
    }
    return sql;
}

bool holds(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

void rename(SchemaBuilder& schema) { schema.alterEnum("order_status").renameValue("lost", "gone"); }
void remove(SchemaBuilder& schema) { schema.alterEnum("order_status").removeValue("lost", "paid"); }

void expectRefused(const Calls& given, const Calls& when, std::string_view message) {
    for (const DatabaseKind kind : kAllKinds) {
        const std::string said = messageOf(ErrorCode::NotSupportedByServer,
                                           [&] { static_cast<void>(sqlOf(kind, given, when)); });
        EXPECT_NE(said.find(message), std::string::npos) << nameOf(kind) << ": " << said;
    }
}

void expectTaken(const Calls& given, const Calls& when) {
    for (const DatabaseKind kind : kAllKinds) {
        EXPECT_FALSE(sqlOf(kind, given, when).empty()) << nameOf(kind);
    }
}

void expectSpelling(const std::function<void(TableBuilder&)>& more, std::string_view message) {
    expectRefused(orders(true, more), rename, message);
    expectRefused(orders(true, more), remove, message);
    expectRefused(orders(false, more), remove, message);
    expectRefused(orders(false, more), rename, message);
}

TEST(EnumValuesSpelledOut, AreRefusedInAnotherCheck) {
    expectSpelling([](TableBuilder& t) { t.check("sound", "status <> 'lost' OR n > 3"); },
                   "the check sound says 'lost' of orders.status");
}

TEST(EnumValuesSpelledOut, AreRefusedInAList) {
    expectSpelling([](TableBuilder& t) { t.check("sound", "in_list('{open, lost}', status)"); },
                   "the check sound says 'lost' of orders.status");
}

TEST(EnumValuesSpelledOut, AreRefusedInAComputedColumn) {
    expectSpelling(
        [](TableBuilder& t) {
            t.integer("is_lost").storedAs("CASE WHEN status = 'lost' THEN 1 ELSE 0 END");
        },
        "the computed column is_lost says 'lost' of orders.status");
}

TEST(EnumValuesSpelledOut, AreRefusedInTheSqlOfAnIndex) {
    const Calls given = orders(true, [](TableBuilder& t) {
        t.index({"n"}).named("lost_ones").where("status = 'lost'").only(postgresql | sqlite);
    });
    for (const DatabaseKind kind : {DatabaseKind::PostgreSQL, DatabaseKind::SQLite}) {
        const std::string said = messageOf(ErrorCode::NotSupportedByServer,
                                           [&] { static_cast<void>(sqlOf(kind, given, rename)); });
        EXPECT_NE(said.find("the index lost_ones says 'lost'"), std::string::npos) << said;
    }
    EXPECT_FALSE(sqlOf(DatabaseKind::MySQL, given, rename).empty());
}

TEST(EnumValuesSpelledOut, AreRefusedInTheSqlOfADefault) {
    for (const auto& change : {rename, remove}) {
        expectRefused(
            [](SchemaBuilder& schema) {
                schema.createTable("orders", [](TableBuilder& t) {
                    t.integer("n").primaryKey();
                    t.enumeration("status", "order_status", {"open", "paid", "lost"})
                        .asCheck()
                        .defaultTo(expr("'lost'"));
                });
            },
            change,
            "the SQL of a default says 'lost' of orders.status");
    }
}

TEST(EnumValuesSpelledOut, AreRefusedInAView) {
    const auto view = [](SchemaBuilder& schema) {
        schema.createView("lost_ones", "SELECT n FROM orders WHERE status = 'lost'");
    };
    const auto nothing = [](TableBuilder&) {};
    expectRefused(both(orders(true, nothing), view), rename, "the view lost_ones says 'lost'");
    expectRefused(both(orders(false, nothing), view), rename, "the view lost_ones says 'lost'");
}

TEST(EnumValuesSpelledOut, AreRefusedInTheBodyOfATriggerOnEveryServer) {
    const auto trigger = [](SchemaBuilder& schema) {
        schema.createTrigger("watch", "orders")
            .after(onUpdate)
            .body(everywhere("INSERT INTO log SELECT NEW.n WHERE NEW.status = 'lost';"));
    };
    for (const bool asCheck : {false, true}) {
        expectRefused(both(orders(asCheck, [](TableBuilder&) {}), trigger),
                      rename,
                      "the trigger watch of orders says 'lost'");
    }
}

std::string removingUnder(std::string_view query) {
    const auto view = [query](SchemaBuilder& schema) { schema.createView("seen", query); };
    return messageOf(ErrorCode::NotSupportedByServer, [&] {
        static_cast<void>(sqlOf(DatabaseKind::PostgreSQL,
                                both(orders(false, [](TableBuilder&) {}), view),
                                remove));
    });
}

TEST(EnumColumns, AreNotRetypedUnderAViewThatReadsThem) {
    const std::string_view message = "the view seen reads the column status of orders";
    EXPECT_NE(removingUnder("SELECT n, status FROM orders").find(message), std::string::npos);
    EXPECT_NE(removingUnder("SELECT * FROM orders").find(message), std::string::npos);
    EXPECT_NE(removingUnder("SELECT o.* FROM orders o").find(message), std::string::npos);
}

TEST(EnumColumns, AreRetypedUnderAViewThatDoesNotReadThem) {
    for (const std::string_view query :
         {"SELECT count(*) FROM orders", "SELECT n * 2 FROM orders", "SELECT * FROM customers"}) {
        const auto view = [query](SchemaBuilder& schema) { schema.createView("seen", query); };
        EXPECT_TRUE(holds(sqlOf(DatabaseKind::PostgreSQL,
                                both(orders(false, [](TableBuilder&) {}), view),
                                remove),
                          "ALTER COLUMN \"status\" TYPE"));
    }
}

TEST(EnumColumns, AreNotRetypedUnderAPolicyThatReadsThem) {
    const auto policy = [](SchemaBuilder& schema) {
        schema.createPolicy("paid_ones", "orders").usingExpression("status = 'paid'");
    };
    const std::string said = messageOf(ErrorCode::NotSupportedByServer, [&] {
        static_cast<void>(sqlOf(DatabaseKind::PostgreSQL,
                                both(orders(false, [](TableBuilder&) {}), policy),
                                remove));
    });
    EXPECT_NE(said.find("paid_ones of orders reads the column status"), std::string::npos) << said;
}

// The text of the view calls the column by its name of then.
TEST(EnumValuesSpelledOut, AreRefusedInAViewWhoseColumnWasRenamedSince) {
    const auto view = [](SchemaBuilder& schema) {
        schema.createView("lost_ones", "SELECT n FROM orders WHERE status = 'lost'");
        schema.createView("lost_keys", "SELECT n FROM keys WHERE place = 'lost'");
        schema.alterTable("orders", [](AlterBuilder& t) { t.renameColumn("status", "state"); });
    };
    const std::string said = messageOf(ErrorCode::NotSupportedByServer, [&] {
        static_cast<void>(
            sqlOf(DatabaseKind::MySQL, both(orders(false, [](TableBuilder&) {}), view), rename));
    });
    EXPECT_TRUE(holds(said, "the view lost_ones says 'lost' of orders.state")) << said;
}

// Raw SQL may have changed it, but hardly into one of another table.
TEST(EnumValuesSpelledOut, MayBeThoseOfAnotherTable) {
    const auto more = [](SchemaBuilder& schema) {
        schema.createView("lost_keys", "SELECT n FROM keys WHERE place = 'lost'");
        schema.sql(everywhere("SELECT 1"));
        schema.alterTable("orders", [](AlterBuilder& t) { t.integer("m").nullable(); });
    };
    for (const DatabaseKind kind : {DatabaseKind::PostgreSQL, DatabaseKind::SQLite}) {
        EXPECT_FALSE(sqlOf(kind, both(orders(true, [](TableBuilder&) {}), more), rename).empty());
    }
}

TEST(EnumValuesSpelledOut, MayBeOthersThanTheOneThatChanges) {
    const auto more = [](TableBuilder& t) {
        t.string("note", 20).defaultTo("lost");
        t.check("sound", "status <> 'paid' OR n > 3");
        t.check("noted", "note <> 'lost'");
    };
    expectTaken(orders(true, more), rename);
    expectTaken(orders(false, more), remove);
}

Calls kindsAndItems(bool asCheck) {
    return [asCheck](SchemaBuilder& schema) {
        const auto column = [asCheck](ColumnRef<Within::Create> kind) {
            return asCheck ? kind.asCheck() : kind;
        };
        schema.createTable("kinds", [&](TableBuilder& t) {
            column(t.enumeration("kind", "kind", {"a", "b"})).primaryKey();
        });
        schema.createTable("items", [&](TableBuilder& t) {
            column(t.enumeration("kind", "kind", {"a", "b"})).references("kinds", "kind");
        });
    };
}

TEST(EnumValuesOfAForeignKey, ChangeWhileItIsNotThere) {
    const auto addFirst = [](SchemaBuilder& schema) {
        schema.alterEnum("kind").addValue("c").before("a");
    };
    const auto rename = [](SchemaBuilder& schema) {
        schema.alterEnum("kind").renameValue("b", "c");
    };
    const auto drop = [](SchemaBuilder& schema) { schema.alterEnum("kind").removeValue("b"); };
    for (const DatabaseKind kind : {DatabaseKind::MySQL, DatabaseKind::MariaDB}) {
        for (const auto& change : {Calls{addFirst}, Calls{rename}, Calls{drop}}) {
            const std::string sql = sqlOf(kind, kindsAndItems(false), change);
            EXPECT_TRUE(holds(sql, "DROP FOREIGN KEY `items_kind_fkey`")) << sql;
            EXPECT_TRUE(holds(sql, "ADD CONSTRAINT `items_kind_fkey` FOREIGN KEY")) << sql;
        }
    }
    const std::string sql = sqlOf(DatabaseKind::PostgreSQL, kindsAndItems(false), drop);
    EXPECT_TRUE(holds(sql, "DROP CONSTRAINT \"items_kind_fkey\"")) << sql;
    EXPECT_TRUE(holds(sql, "ADD CONSTRAINT \"items_kind_fkey\" FOREIGN KEY")) << sql;
    const std::string moved = sqlOf(DatabaseKind::PostgreSQL, kindsAndItems(true), rename);
    EXPECT_TRUE(holds(moved, "ADD CONSTRAINT \"items_kind_fkey\" FOREIGN KEY")) << moved;
}

TEST(EnumValuesOfAForeignKey, AreAddedAtTheEndUnderIt) {
    const auto add = [](SchemaBuilder& schema) { schema.alterEnum("kind").addValue("c"); };
    for (const DatabaseKind kind : kAllKinds) {
        for (const bool asCheck : {false, true}) {
            const std::string sql = sqlOf(kind, kindsAndItems(asCheck), add);
            EXPECT_FALSE(sql.empty()) << nameOf(kind);
            EXPECT_TRUE(kind == DatabaseKind::SQLite || !holds(sql, "FOREIGN KEY")) << sql;
        }
    }
}

// Two keys may become one, which is refused when much of it is done.
TEST(EnumValuesOfAForeignKey, DoNotBecomeOthersWhereNothingCanBeTakenBack) {
    const auto move = [](SchemaBuilder& schema) { schema.alterEnum("kind").removeValue("b", "a"); };
    for (const DatabaseKind kind : {DatabaseKind::MySQL, DatabaseKind::MariaDB}) {
        for (const bool asCheck : {false, true}) {
            const std::string said = messageOf(ErrorCode::NotSupportedByServer, [&] {
                static_cast<void>(sqlOf(kind, kindsAndItems(asCheck), move));
            });
            EXPECT_TRUE(holds(said, "the foreign key items_kind_fkey")) << said;
        }
    }
}

std::string refusedByPostgresql(const Calls& given, const Calls& when) {
    return messageOf(ErrorCode::NotSupportedByServer,
                     [&] { static_cast<void>(sqlOf(DatabaseKind::PostgreSQL, given, when)); });
}

TEST(EnumTypes, AreNotMadeAgainUnderAPartitionKeyOrTheColumnOfATrigger) {
    const auto cut = [](SchemaBuilder& schema) {
        schema.createTable("orders", [](TableBuilder& t) {
            t.enumeration("status", "order_status", {"open", "paid", "lost"});
            t.partitionByList({"status"}).only(postgresql);
        });
    };
    EXPECT_EQ(
        refusedByPostgresql(cut, remove),
        "PostgreSQL does not change the type of orders.status, by which the table is cut into "
        "partitions");
    const auto trigger = [](SchemaBuilder& schema) {
        schema.createTrigger("watch", "orders")
            .after(onUpdate)
            .ofColumns({"status"})
            .body(everywhere("INSERT INTO log VALUES (NEW.n);"));
    };
    const Calls plain = orders(false, [](TableBuilder&) {});
    EXPECT_EQ(refusedByPostgresql(both(plain, trigger), remove),
              "the trigger watch of orders names the column status");
}

TEST(EnumTypes, HaveNamesOfOneDotAtMost) {
    EXPECT_EQ(messageOf(ErrorCode::BadArgument,
                        [] {
                            recorded([](SchemaBuilder& schema) {
                                schema.createEnum(name("a.b.c"), {"x"});
                            });
                        }),
              "a.b.c is not the name of something in a schema");
    EXPECT_EQ(messageOf(ErrorCode::BadArgument,
                        [] {
                            recorded([](SchemaBuilder& schema) {
                                schema.alterEnum(name(".c")).addValue("x");
                            });
                        }),
              ".c is not the name of something in a schema");
}

class MakeOrders final : public Migration {
public:
    void up(SchemaBuilder& schema) const override {
        schema.createTable("orders", [](TableBuilder& t) {
            t.enumeration("status", "order_status", {"open"});
            t.integer("twice").storedAs("CASE WHEN status = 'open' THEN 1 ELSE 2 END");
        });
    }
    void down(SchemaBuilder& schema) const override { schema.dropTable("orders"); }
};

class AddAValue final : public ReversibleMigration {
public:
    void change(SchemaBuilder& schema) const override {
        schema.alterEnum("order_status").addValue("paid");
    }
};

// Nobody may ever want it.
TEST(EnumTypes, SayWhatToDoWhereOnlyTheWayBackCannotBe) {
    MigrationSet set;
    set.add<MakeOrders>("20260101000000_make_orders");
    set.add<AddAValue>("20260102000000_add_a_value");
    const auto dialect = makeDialect(serverOf({}, DatabaseKind::PostgreSQL));
    try {
        static_cast<void>(makePlan(set, {}, Target::up(), *dialect));
        ADD_FAILURE() << "nothing was thrown";
    } catch (const UnsupportedError& error) {
        EXPECT_EQ(error.where().migration, "20260102000000_add_a_value down()");
        EXPECT_NE(error.hint().find("write up() and down()"), std::string::npos) << error.hint();
    }
}

}  // namespace

}  // namespace godwit::test
