#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <godwit/error.hpp>
#include <godwit/migration.hpp>
#include <godwit/migration_set.hpp>
#include <godwit/plan.hpp>

#include "plan/left_behind.hpp"
#include "support/written_migration.hpp"
#include "unit/support/recording.hpp"

// SQL that names what is renamed or goes and that no server looks into.

namespace godwit {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* kCounting =
    "RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) FROM orders "
    "WHERE total > 1 $$";

void createBig(SchemaBuilder& s, std::string_view definition) {
    s.createFunction(
        "big",
        "()",
        {.postgresql = definition, .mysql = definition, .mariadb = definition, .sqlite = nothing});
}

void shop(SchemaBuilder& s) {
    s.createTable("orders", [](TableBuilder& t) {
        t.id();
        t.integer("total");
        t.integer("pieces");
    });
    createBig(s, kCounting);
}

// What is said against the calls, and the hint; empty when nothing is.
std::string saidAgainst(const test::Calls& calls,
                        const test::Calls& given = shop,
                        DatabaseKind kind = DatabaseKind::PostgreSQL) {
    Schema before = test::schemaAfter(given);
    before.databases = setOf(kind);
    try {
        detail::wantNothingLeftBehind(test::recorded(calls), before, kind);
    } catch (const UsageError& error) {
        EXPECT_EQ(error.code(), ErrorCode::TableStillReferenced);
        EXPECT_EQ(error.state(), "Nothing has run.");
        EXPECT_NE(error.where().line.line, 0U);
        return error.message() + '\n' + error.hint();
    }
    return {};
}

void renameTotal(SchemaBuilder& s) {
    s.alterTable("orders", [](AlterBuilder& t) { t.renameColumn("total", "amount"); });
}

void dropPieces(SchemaBuilder& s) {
    s.alterTable("orders", [](AlterBuilder& t) { t.dropColumn("pieces"); });
}

TEST(LeftBehind, IsSaidByItsNameWithWhatItNamesAndTheWayOut) {
    EXPECT_EQ(saidAgainst(renameTotal),
              "the function big() names orders.total, which is called amount from now on: "
              "PostgreSQL keeps its SQL as it is, and it would fail when it is used\n"
              "in the same migration, drop it before this call and create it behind with what is "
              "true then, or replace it behind; if it speaks of something else by that name, make "
              "it again as it is");
    EXPECT_THAT(
        saidAgainst([](SchemaBuilder& s) { s.dropTable("orders"); }, shop, DatabaseKind::MariaDB),
        HasSubstr("names orders, which goes: MariaDB keeps its SQL"));
}

TEST(LeftBehind, IsNothingThatNamesOtherColumns) {
    EXPECT_THAT(saidAgainst([](SchemaBuilder& s) {
                    s.alterTable("orders", [](AlterBuilder& t) { t.dropColumn("pieces"); });
                }),
                IsEmpty());
}

TEST(LeftBehind, IsNothingThatIsDroppedBeforeOrBehind) {
    EXPECT_THAT(saidAgainst([](SchemaBuilder& s) {
                    s.dropFunction("big", "()");
                    renameTotal(s);
                }),
                IsEmpty());
    EXPECT_THAT(saidAgainst([](SchemaBuilder& s) {
                    renameTotal(s);
                    s.dropFunction("big", "()");
                }),
                IsEmpty());
}

TEST(LeftBehind, IsNothingThatIsMadeAgainAsItWas) {
    EXPECT_THAT(saidAgainst([](SchemaBuilder& s) {
                    renameTotal(s);
                    s.dropFunction("big", "()");
                    createBig(s, kCounting);
                }),
                IsEmpty());
}

TEST(LeftBehind, IsNothingThatRawSqlWritesInTheSameMigration) {
    EXPECT_THAT(saidAgainst([](SchemaBuilder& s) {
                    renameTotal(s);
                    s.sql({.postgresql = "CREATE OR REPLACE FUNCTION big() RETURNS bigint LANGUAGE "
                                         "sql AS $$ SELECT 1 $$",
                           .mysql = nothing,
                           .mariadb = nothing,
                           .sqlite = nothing});
                }),
                IsEmpty());
}

TEST(LeftBehind, IsNothingThatAViewTakesTheNameFor) {
    EXPECT_THAT(saidAgainst([](SchemaBuilder& s) {
                    s.renameTable("orders", "sales");
                    s.createView("orders", "SELECT * FROM sales");
                }),
                IsEmpty());
}

TEST(LeftBehind, IsNothingThatOtherDatabasesDo) {
    EXPECT_THAT(saidAgainst([](SchemaBuilder& s) {
                    s.alterTable("orders", [](AlterBuilder& t) {
                        t.renameColumn("total", "amount").only(sqlite);
                    });
                }),
                IsEmpty());
}

// https://www.postgresql.org/docs/current/sql-createfunction.html
TEST(LeftBehind, IsNoBodyInTheStandardsFormWhichPostgresqlKnows) {
    EXPECT_THAT(saidAgainst(renameTotal,
                            [](SchemaBuilder& s) {
                                shop(s);
                                s.replaceFunction("big",
                                                  "()",
                                                  {.postgresql = "RETURNS bigint BEGIN ATOMIC "
                                                                 "SELECT sum(total) FROM orders; "
                                                                 "END",
                                                   .mysql = nothing,
                                                   .mariadb = nothing,
                                                   .sqlite = nothing});
                            }),
                IsEmpty());
}

TEST(LeftBehind, IsTheFunctionOfATriggerOfTheTable) {
    const auto given = [](SchemaBuilder& s) {
        shop(s);
        s.createFunction(
            "touch_fn",
            "()",
            {.postgresql = "RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.pieces := "
                           "1; RETURN NEW; END $$",
             .mysql = nothing,
             .mariadb = nothing,
             .sqlite = nothing});
        s.createTrigger("touch", "orders").before(onUpdate).executes("touch_fn");
    };
    EXPECT_THAT(saidAgainst(dropPieces, given),
                HasSubstr("the function touch_fn() names orders.pieces, which goes"));
}

TEST(LeftBehind, IsReadFromTheFirstWordBetweenDollarsToTheLast) {
    const auto given = [](SchemaBuilder& s) {
        s.createTable("orders", [](TableBuilder& t) { t.integer("total"); });
        createBig(s, "RETURNS SETOF int LANGUAGE sql AS $fn$SELECT total FROM orders$fn$");
    };
    EXPECT_THAT(saidAgainst(renameTotal, given), HasSubstr("names orders.total"));
}

void touch(SchemaBuilder& s, Name name, Name table) {
    s.createTrigger(name, table)
        .before(onUpdate)
        .body({.postgresql = "NEW.total := 1",
               .mysql = "SET NEW.total = 1",
               .mariadb = sameAs::mysql,
               .sqlite = nothing});
}

TEST(LeftBehind, IsToldApartByTheTableOfATrigger) {
    const auto given = [](SchemaBuilder& s) {
        shop(s);
        s.createTable("items", [](TableBuilder& t) { t.integer("total"); });
        touch(s, "touch", "orders");
        touch(s, "touch", "items");
        s.dropFunction("big");
    };
    EXPECT_THAT(saidAgainst(
                    [](SchemaBuilder& s) {
                        renameTotal(s);
                        s.dropTrigger("touch", "items");
                        touch(s, "touch", "items");
                    },
                    given),
                HasSubstr("the trigger touch of orders names orders.total"));
    EXPECT_THAT(saidAgainst(
                    [](SchemaBuilder& s) {
                        renameTotal(s);
                        s.dropTrigger("touch", "orders");
                    },
                    given),
                IsEmpty());
}

TEST(LeftBehind, IsAColumnThatATableInTheSamePlaceHasNotGot) {
    EXPECT_THAT(saidAgainst([](SchemaBuilder& s) {
                    s.dropTable("orders");
                    s.createTable("orders", [](TableBuilder& t) { t.integer("amount"); });
                }),
                HasSubstr("the function big() names orders.total, which goes"));
    EXPECT_THAT(saidAgainst([](SchemaBuilder& s) {
                    s.dropTable("orders");
                    s.createTable("orders", [](TableBuilder& t) { t.integer("total"); });
                }),
                IsEmpty());
}

TEST(LeftBehind, IsNotMadeAnewByAGuardedCall) {
    const auto given = [](SchemaBuilder& s) {
        shop(s);
        s.createView("seen", "SELECT total FROM orders");
        s.dropFunction("big");
    };
    EXPECT_THAT(saidAgainst(
                    [](SchemaBuilder& s) {
                        renameTotal(s);
                        s.createView("seen", "SELECT amount FROM orders").ifNotExists();
                    },
                    given,
                    DatabaseKind::MySQL),
                HasSubstr("the view seen names orders.total"));
}

TEST(LeftBehind, IsAViewOverOneThatIsRenamedOnSqlite) {
    const auto given = [](SchemaBuilder& s) {
        shop(s);
        s.createView("seen", "SELECT total FROM orders");
        s.createView("summed", "SELECT sum(total) AS whole FROM seen");
    };
    EXPECT_THAT(saidAgainst([](SchemaBuilder& s) { s.renameView("seen", "looked_at"); },
                            given,
                            DatabaseKind::SQLite),
                HasSubstr("the view summed names seen, which is called looked_at"));
}

TEST(LeftBehind, IsWhatNamesASequenceSchemaOrTypeOfPostgresql) {
    const auto given = [](SchemaBuilder& s) {
        s.createSequence("numbers");
        s.createSchema("billing");
        s.createEnum("order_state", {"open", "paid"});
        createBig(s,
                  "RETURNS bigint LANGUAGE sql AS $$ SELECT nextval('numbers') + (SELECT count(*) "
                  "FROM billing.invoices WHERE state = 'open'::order_state) $$");
    };
    for (const auto& calls :
         {test::Calls{[](SchemaBuilder& s) { s.renameSequence("numbers", "counts"); }},
          test::Calls{[](SchemaBuilder& s) { s.renameSchema("billing", "bills"); }},
          test::Calls{[](SchemaBuilder& s) { s.renameEnum("order_state", "state_of_order"); }}}) {
        EXPECT_THAT(saidAgainst(calls, given), HasSubstr("the function big() names"));
    }
}

TEST(LeftBehind, IsNotAProductThatEndsInAWordOfSelections) {
    EXPECT_THAT(saidAgainst(
                    dropPieces,
                    [](SchemaBuilder& s) {
                        shop(s);
                        s.createView("seen",
                                     "SELECT overall * 2 AS x FROM (SELECT sum(total) AS "
                                     "overall FROM orders) q");
                    },
                    DatabaseKind::MySQL),
                IsEmpty());
}

TEST(LeftBehind, IsAlsoWhatCallsAFunctionThatGoes) {
    const auto given = [](SchemaBuilder& s) {
        shop(s);
        s.createTrigger("check_size", "orders")
            .before(onInsert)
            .body({.postgresql = "PERFORM big(); RETURN NEW;",
                   .mysql = "SET NEW.total = big()",
                   .mariadb = sameAs::mysql,
                   .sqlite = nothing});
    };
    const auto drop = [](SchemaBuilder& s) { s.dropFunction("big", "()"); };
    EXPECT_THAT(saidAgainst(drop, given),
                HasSubstr("the trigger check_size of orders names big, which goes"));
    EXPECT_THAT(saidAgainst(drop, given, DatabaseKind::MySQL), HasSubstr("check_size"));
}

void shopWithStates(SchemaBuilder& s) {
    s.createTable("orders", [](TableBuilder& t) {
        t.id();
        t.enumeration("state", "order_state", {"open", "paid", "lost"});
    });
}

void renameLost(SchemaBuilder& s) { s.alterEnum("order_state").renameValue("lost", "gone"); }
void removePaid(SchemaBuilder& s) { s.alterEnum("order_state").removeValue("paid"); }

TEST(LeftBehind, IsAFunctionThatSpellsOutAValueOfAnEnumeration) {
    for (const std::string_view definition :
         {"RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) FROM orders WHERE state = 'lost' $$",
          "RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM orders WHERE state = ''lost'''"}) {
        const auto given = [definition](SchemaBuilder& s) {
            shopWithStates(s);
            createBig(s, definition);
        };
        EXPECT_THAT(saidAgainst(renameLost, given),
                    HasSubstr("the function big() names 'lost' of orders.state, which is called "
                              "gone from now on"));
        EXPECT_THAT(saidAgainst(removePaid, given), IsEmpty());
    }
}

void addAmount(auto& s) {
    s.alterTable("orders", [](auto& t) { t.integer("amount").nullable(); });
}

class AddsAmount final : public ReversibleMigration {
public:
    void change(SchemaBuilder& s) const override { addAmount(s); }
};

void shopThatSpeaksOfAmounts(SchemaBuilder& s) {
    shop(s);
    s.replaceFunction(
        "big",
        "()",
        {.postgresql = "RETURNS bigint LANGUAGE sql AS $$ SELECT sum(total) AS amount "
                       "FROM orders $$",
         .mysql = nothing,
         .mariadb = nothing,
         .sqlite = nothing});
}

void addAmountAndCountIt(SchemaBuilder& s) {
    addAmount(s);
    createBig(s, "RETURNS bigint LANGUAGE sql AS $$ SELECT sum(amount) FROM orders $$");
}

void takeAmountBack(SchemaBuilder& s) {
    s.alterTable("orders", [](AlterBuilder& t) { t.dropColumn("amount"); });
}

void shopAlone(SchemaBuilder& s) {
    s.createTable("orders", [](TableBuilder& t) {
        t.id();
        t.integer("total");
    });
}

Plan planned(const MigrationSet& set) {
    return makePlan(set, {}, Target::up(), *makeDialect({DatabaseKind::PostgreSQL, {17, 0}}));
}

TEST(LeftBehind, IsNothingThatWasThereBeforeWhatItMightName) {
    MigrationSet set;
    set.add<test::Written<shopThatSpeaksOfAmounts>>("20250401000000_shop")
        .add<AddsAmount>("20250402000000_amounts");
    EXPECT_EQ(planned(set).steps.size(), 2U);
}

TEST(LeftBehind, IsLookedForOnTheWayBackToo) {
    MigrationSet set;
    set.add<test::Written<shopAlone>>("20250401000000_shop")
        .add<test::Written<addAmountAndCountIt, takeAmountBack>>("20250402000000_amounts");
    try {
        planned(set);
        ADD_FAILURE() << "nothing was thrown";
    } catch (const UsageError& error) {
        EXPECT_EQ(error.where().migration, "20250402000000_amounts down()");
        EXPECT_THAT(error.message(), HasSubstr("the function big() names orders.amount"));
    }
}

}  // namespace
}  // namespace godwit
