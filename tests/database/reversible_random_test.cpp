#include <algorithm>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <godwit/error.hpp>
#include <godwit/migration.hpp>
#include <godwit/migrator.hpp>
#include <godwit/plan.hpp>

#include "database/support/catalog.hpp"
#include "database/support/scratch_database.hpp"
#include "database/support/shown_plan.hpp"

// Random sequences of what change() can say: up and down give the catalog that was there before.

namespace godwit::test {
namespace {

struct RandomColumn {
    std::string name;
    bool big = false;
    bool nullable = false;
    std::optional<int> value{};
    int users = 0;  ///< Indexes, constraints and checks over it.
};

struct RandomIndex {
    std::string name;
    std::string column;
};

struct RandomTable {
    std::string name;
    std::vector<RandomColumn> columns;
    std::vector<RandomIndex> indexes{};
    std::vector<RandomIndex> uniques{};
    std::vector<RandomIndex> checks{};
};

struct RandomEnum {
    std::string name = "binding";
    std::vector<std::string> values{"paper", "cloth", "leather"};
};

ColumnSpec specOf(const RandomColumn& column) {
    ColumnSpec spec = column.big ? bigInteger() : integer();
    if (column.nullable) {
        spec = spec.nullable();
    }
    return column.value ? spec.defaultTo(*column.value) : spec;
}

template <class Table>
void addTo(const Table& t, const RandomColumn& column) {
    const auto added = column.big ? t.bigInteger(name(column.name)) : t.integer(name(column.name));
    if (column.nullable) {
        added.nullable();
    }
    if (column.value) {
        added.defaultTo(*column.value);
    }
}

// What it records depends on the seed alone.
class RandomChanges {
public:
    RandomChanges(ReversibleSchemaBuilder& schema, unsigned seed)
        : schema_(schema), random_(seed), tables_{{"books", {{"pages"}, {"shelf", true, true}}}} {}

    void make(int count) {
        for (int i = 0; i < count; ++i) {
            RandomTable& table = tables_[below(tables_.size())];
            switch (below(12)) {
            case 0:
                createTable();
                break;
            case 11:
                changeEnum();
                break;
            case 1:
                renameTable(table);
                break;
            default:
                schema_.alterTable(name(table.name), [&](const ReversibleAlterBuilder& t) {
                    for (std::size_t calls = 1 + below(3); calls > 0; --calls) {
                        change(t, table, table.columns[below(table.columns.size())]);
                    }
                });
            }
        }
    }

private:
    std::size_t below(std::size_t end) { return random_() % end; }

    std::string newName(std::string_view what) { return fmt::format("{}_{}", what, ++names_); }

    RandomColumn newColumn() {
        const bool nullable = below(2) == 0;
        std::optional<int> value =
            nullable && below(2) == 0 ? std::nullopt : std::optional{static_cast<int>(below(1000))};
        return {newName("column"), below(2) == 0, nullable, value};
    }

    void createTable() {
        RandomTable table{newName("table"), {newColumn(), newColumn()}};
        schema_.createTable(name(table.name), [&](const TableBuilder& t) {
            t.id();
            for (const RandomColumn& column : table.columns) {
                addTo(t, column);
            }
        });
        tables_.push_back(std::move(table));
    }

    void renameTable(RandomTable& table) {
        const std::string to = newName("table");
        schema_.renameTable(name(table.name), name(to));
        table.name = to;
    }

    void changeEnum() {
        std::vector<std::string>& values = enum_.values;
        const auto any = values.begin() + static_cast<std::ptrdiff_t>(below(values.size()));
        const std::string value = newName("binding");
        const auto changes = schema_.alterEnum(name(enum_.name));
        switch (below(5)) {
        case 0:
            changes.addValue(value).after(*any);
            values.insert(any + 1, value);
            break;
        case 1:
            changes.addValue(value).before(*any);
            values.insert(any, value);
            break;
        case 2:
            changes.renameValue(*any, value);
            *any = value;
            break;
        case 3:
            if (values.size() > 1) {
                changes.removeValue(*any, any == values.begin() ? values.back() : values.front());
                values.erase(any);
            }
            break;
        default:
            schema_.renameEnum(name(enum_.name), name(value));
            enum_.name = value;
        }
    }

    void change(const ReversibleAlterBuilder& t, RandomTable& table, RandomColumn& column) {
        switch (below(10)) {
        case 0:
            table.columns.push_back(newColumn());
            addTo(t, table.columns.back());
            break;
        case 1:
            changeNull(t, column);
            break;
        case 2:
            column.value = static_cast<int>(below(1000));
            t.setDefault(name(column.name), *column.value);
            break;
        case 3:
            column.value.reset();
            t.dropDefault(name(column.name));
            break;
        case 4:
            t.commentOn(name(column.name), newName("comment"));
            break;
        case 5:
            t.comment(newName("comment"));
            break;
        case 6:
            changeIndexes(t, table, column);
            break;
        case 7:
            changeUniques(t, table, column);
            break;
        case 8:
            changeChecks(t, table, column);
            break;
        default:
            changeUnused(t, table, column);
        }
    }

    static void changeNull(const ReversibleAlterBuilder& t, RandomColumn& column) {
        if (column.nullable) {
            t.setNotNull(name(column.name));
        } else {
            t.dropNotNull(name(column.name));
        }
        column.nullable = !column.nullable;
    }

    void changeIndexes(const ReversibleAlterBuilder& t, RandomTable& table, RandomColumn& column) {
        if (!table.indexes.empty() && below(2) == 0) {
            const std::string to = newName("index");
            t.renameIndex(name(table.indexes.back().name), name(to));
            table.indexes.back().name = to;
        } else if (!table.indexes.empty() && below(2) == 0) {
            const RandomIndex index = taken(table, table.indexes);
            t.dropIndex({name(index.column)}).named(name(index.name));
        } else {
            const RandomIndex& index = put(table.indexes, "index", column);
            t.index({name(index.column)}).named(name(index.name));
        }
    }

    void changeUniques(const ReversibleAlterBuilder& t, RandomTable& table, RandomColumn& column) {
        if (!table.uniques.empty() && below(2) == 0) {
            const RandomIndex key = taken(table, table.uniques);
            t.dropUnique({name(key.column)}).named(name(key.name));
        } else {
            const RandomIndex& key = put(table.uniques, "unique", column);
            t.unique({name(key.column)}).named(name(key.name));
        }
    }

    void changeChecks(const ReversibleAlterBuilder& t, RandomTable& table, RandomColumn& column) {
        if (!table.checks.empty() && below(2) == 0) {
            const RandomIndex check = taken(table, table.checks);
            t.dropCheck(name(check.name), check.column + " >= 0");
        } else {
            const RandomIndex& check = put(table.checks, "check", column);
            t.check(name(check.name), check.column + " >= 0");
        }
    }

    void changeUnused(const ReversibleAlterBuilder& t, RandomTable& table, RandomColumn& column) {
        if (column.users > 0) {
            return;
        }
        switch (below(3)) {
        case 0: {
            const std::string to = newName("column");
            t.renameColumn(name(column.name), name(to));
            column.name = to;
            break;
        }
        case 1:
            t.changeType(name(column.name),
                         column.big ? bigInteger() : integer(),
                         column.big ? integer() : bigInteger());
            column.big = !column.big;
            break;
        default:
            // PostgreSQL would have it back as the last of its table.
            if (table.columns.size() > 1 && &column == &table.columns.back()) {
                t.dropColumn(name(column.name), specOf(column)).because("Nobody asks for it.");
                table.columns.pop_back();
            }
        }
    }

    RandomIndex& put(std::vector<RandomIndex>& objects, std::string_view what, RandomColumn& of) {
        ++of.users;
        return objects.emplace_back(RandomIndex{newName(what), of.name});
    }

    static RandomIndex taken(RandomTable& table, std::vector<RandomIndex>& objects) {
        RandomIndex object = objects.back();
        objects.pop_back();
        for (RandomColumn& column : table.columns) {
            column.users -= column.name == object.column ? 1 : 0;
        }
        return object;
    }

    ReversibleSchemaBuilder& schema_;
    std::minstd_rand random_;
    std::vector<RandomTable> tables_;
    RandomEnum enum_;
    int names_ = 0;
};

constexpr const char* kFirst = "20260101000000_create_books";
constexpr const char* kRandom = "20260102000000_change_much";

class CreateBooks : public ReversibleMigration {
public:
    void change(SchemaBuilder& schema) const override {
        schema.createTable("books", [](Table& t) {
            t.id();
            t.enumeration("binding", "binding", {"paper", "cloth", "leather"}).defaultTo("cloth");
            t.enumeration("reprint", "binding", {"paper", "cloth", "leather"}).nullable().asCheck();
            t.integer("pages");
            t.bigInteger("shelf").nullable();
        });
    }
};

class ChangeMuch : public ReversibleMigration {
public:
    static inline unsigned seed = 0;
    void change(SchemaBuilder& schema) const override { RandomChanges{schema, seed}.make(6); }
};

void thereAndBack(Connection& connection, Migrator& migrator, const std::string& start) {
    migrator.up();
    const std::string end = catalogOf(connection);
    EXPECT_NE(end, start);
    migrator.rollback(1);
    EXPECT_EQ(catalogOf(connection), start) << catalogChange(start, catalogOf(connection));
    migrator.up();
    EXPECT_EQ(catalogOf(connection), end) << catalogChange(end, catalogOf(connection));
    migrator.rollback(2);
}

void tripWith(unsigned seed) {
    ChangeMuch::seed = seed;
    ScratchDatabase database;
    Connection connection = database.connect();
    MigrationSet set;
    set.add<CreateBooks>(kFirst).add<ChangeMuch>(kRandom);
    Migrator migrator{connection, std::move(set)};
    const std::string nothing = catalogOf(connection);
    migrator.upTo(kFirst);
    const std::string start = catalogOf(connection);
    SCOPED_TRACE(fmt::format("seed {}\n{}", seed, shown(migrator.plan())));
    try {
        thereAndBack(connection, migrator, start);
        EXPECT_EQ(catalogOf(connection), nothing);
    } catch (const Error& error) {
        ADD_FAILURE() << error.what();
    }
}

TEST(ReversibleMigrations, LeaveTheCatalogAsItWasWhateverTheyChange) {
    for (unsigned seed = 1; seed <= 30; ++seed) {
        tripWith(seed);
    }
}

}  // namespace
}  // namespace godwit::test
