#pragma once

#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <godwit/connect.hpp>
#include <godwit/error.hpp>
#include <godwit/migrator.hpp>

#include "database/support/catalog.hpp"
#include "database/support/scratch_database.hpp"
#include "support/written_migration.hpp"

namespace godwit::test {

/// A database that one migration has made, that somebody has worked with since, and that a second
/// migration changes.
class RebuildOnSqlite : public testing::Test {
protected:
    template <WrittenBody kUp>
    void given() {
        set_.add<Written<kUp>>("20250101000000_given");
        Migrator{connection_, set_}.up();
    }

    template <WrittenBody kUp, WrittenBody kDown = nothingToDo>
    void when() {
        set_.add<Written<kUp, kDown>>("20250102000000_when");
        Migrator{connection_, set_}.up();
    }

    /// What `when` fails with, when it leaves everything as it was.
    template <WrittenBody kUp>
    MigrationFailed failureWhen() {
        const std::string schema = catalogOf(connection_);
        const std::string foreignKeys = value("PRAGMA foreign_keys");
        const std::string history = value("SELECT count(*) FROM godwit_history");
        try {
            when<kUp>();
        } catch (const MigrationFailed& error) {
            EXPECT_EQ(catalogOf(connection_), schema);
            EXPECT_EQ(value("PRAGMA foreign_keys"), foreignKeys);
            EXPECT_EQ(value("PRAGMA legacy_alter_table"), "0");
            EXPECT_EQ(value("SELECT count(*) FROM godwit_history"), history);
            EXPECT_FALSE(connection_.driver().inTransaction());
            EXPECT_EQ(error.state(), "Nothing of the up is left in the database.");
            EXPECT_FALSE(error.hint().empty());
            return error;
        }
        ADD_FAILURE() << "nothing was thrown";
        return {ErrorCode::Internal, {"nothing was thrown", {}, {}}, {}, {}, {}};
    }

    void run(std::string_view sql) { connection_.execute(sql); }

    std::string value(std::string_view sql) { return onlyValue(connection_.query(sql)); }

    /// The values of the first column, with commas between.
    std::string list(std::string_view sql) {
        std::string out;
        for (const auto& row : connection_.query(sql).values) {
            out += (out.empty() ? "" : ",") + row[0].value_or("NULL");
        }
        return out;
    }

    /// What SQLite keeps of a table, index, trigger or view.
    std::string textOf(std::string_view name) {
        return value("SELECT sql FROM sqlite_schema WHERE name = '" + std::string{name} + "'");
    }

    bool refuses(std::string_view sql) {
        try {
            run(sql);
        } catch (const DatabaseError&) {
            return true;
        }
        return false;
    }

    ScratchDatabase database_;
    Connection connection_ = database_.connect();
    MigrationSet set_;
};

}  // namespace godwit::test
