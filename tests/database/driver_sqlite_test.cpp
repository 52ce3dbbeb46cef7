// What only a file can do: be absent, be something else, be a directory.

#include <filesystem>
#include <fstream>
#include <string>

#include <gmock/gmock.h>

#include <godwit/connect.hpp>

#include "database/support/canary_account.hpp"
#include "database/support/scratch_database.hpp"

namespace godwit::test {

namespace {

using testing::HasSubstr;

class DriverOnSqlite : public testing::Test {
protected:
    bool fileExists() const { return std::filesystem::exists(database_.name()); }

    ScratchDatabase database_;
};

TEST_F(DriverOnSqlite, DoesNotCreateTheFileToReadFromIt) {
    Connection connection = database_.connect();
    EXPECT_EQ(connection.server().kind, DatabaseKind::SQLite);
    const DatabaseError error = failureOf([&] { connection.query("SELECT * FROM t"); });
    EXPECT_EQ(error.code(), ErrorCode::TableNotFound);
    EXPECT_THAT(error.message(), HasSubstr(database_.name() + " does not exist yet"));
    EXPECT_EQ(onlyValue(connection.query("SELECT 1")), "1");
    EXPECT_EQ(onlyValue(connection.query("PRAGMA foreign_keys")), "1");
    EXPECT_EQ(failureOf([&] { connection.query("NONSENSE"); }).code(), ErrorCode::StatementRefused);
    EXPECT_FALSE(fileExists());
    connection.execute("CREATE TABLE t (id INTEGER)");
    EXPECT_TRUE(fileExists());
    EXPECT_TRUE(connection.query("SELECT * FROM t").empty());
}

TEST_F(DriverOnSqlite, LeavesAFileThatIsNoDatabaseAlone) {
    const std::string text =
        "this is a shopping list, and it is longer than a hundred bytes, "
        "which SQLite needs to see before it says anything about a file";
    std::ofstream(database_.name()) << text;
    Connection connection = database_.connect();
    const DatabaseError error = failureOf([&] { connection.execute("CREATE TABLE t (id INT)"); });
    EXPECT_EQ(error.code(), ErrorCode::DatabaseNotFound) << error.what();
    EXPECT_THAT(error.message(), HasSubstr("is not an SQLite database"));
    EXPECT_EQ(std::filesystem::file_size(database_.name()), text.size());
}

TEST_F(DriverOnSqlite, RefusesADirectory) {
    Connection connection = connect("sqlite:/tmp");
    const DatabaseError error = failureOf([&] { connection.query("SELECT 1"); });
    EXPECT_EQ(error.code(), ErrorCode::DatabaseNotFound);
    EXPECT_THAT(error.message(), HasSubstr("/tmp is a directory"));
}

TEST_F(DriverOnSqlite, OpensPathsThatHoldBlanksAndSigns) {
    for (const char* suffix : {" a b.db",
                               "a=b.db",
                               "x = y.db",
                               "100%25.db",
                               "it's.db",
                               "#1.db",
                               "a\"b.db",
                               "caf\xc3\xa9.db"}) {
        SCOPED_TRACE(suffix);
        std::string file = database_.name() + suffix;
        {
            Connection connection = connect("sqlite:" + file);
            connection.execute("CREATE TABLE t (id INTEGER)");
        }
        if (const auto percent = file.find("%25"); percent != std::string::npos) {
            file.replace(percent, 3, "%");
        }
        EXPECT_TRUE(std::filesystem::remove(file)) << file;
    }
}

TEST_F(DriverOnSqlite, TakesAPathThatLooksLikeAUri) {
    const std::filesystem::path before = std::filesystem::current_path();
    std::filesystem::current_path(std::filesystem::temp_directory_path());
    connect("sqlite:file:gw_uri.db").execute("CREATE TABLE t (id INTEGER)");
    EXPECT_TRUE(std::filesystem::remove("file:gw_uri.db"));
    std::filesystem::current_path(before);
}

TEST_F(DriverOnSqlite, WorksInMemory) {
    Connection connection = connect("sqlite::memory:");
    EXPECT_EQ(connection.describe(), "sqlite::memory:");
    EXPECT_EQ(onlyValue(connection.query("SELECT 1")), "1");
    connection.execute("CREATE TABLE t (id INTEGER)");
    EXPECT_TRUE(connection.query("SELECT * FROM t").empty());
    EXPECT_FALSE(std::filesystem::exists(":memory:"));
}

TEST_F(DriverOnSqlite, EnforcesForeignKeysAndLeavesTheJournalModeAlone) {
    Connection connection = database_.connect();
    connection.execute("CREATE TABLE t (id INTEGER)");
    EXPECT_EQ(onlyValue(connection.query("PRAGMA foreign_keys")), "1");
    EXPECT_EQ(onlyValue(connection.query("PRAGMA journal_mode")), "delete");
    EXPECT_EQ(onlyValue(connection.query("PRAGMA busy_timeout")), "60000");
}

TEST_F(DriverOnSqlite, RefusesPlaceholders) {
    Connection connection = connect("sqlite::memory:");
    connection.execute("CREATE TABLE t (id INTEGER)");
    for (const char* sql : {"INSERT INTO t VALUES (:x)",
                            "INSERT INTO t VALUES (?)",
                            "INSERT INTO t VALUES (@x)",
                            "INSERT INTO t VALUES ($x)"}) {
        const DatabaseError error = failureOf([&] { connection.execute(sql); });
        EXPECT_EQ(error.code(), ErrorCode::StatementRefused);
        EXPECT_THAT(error.message(), HasSubstr("placeholder"));
    }
    EXPECT_TRUE(connection.query("SELECT * FROM t").empty());
}

TEST_F(DriverOnSqlite, ReadsBytesAsTheyAre) {
    Connection connection = connect("sqlite::memory:");
    EXPECT_EQ(onlyValue(connection.query("SELECT x'00ff00'")), std::string("\0\xff\0", 3));
    EXPECT_EQ(onlyValue(connection.query("SELECT x''")), "");
}

TEST_F(DriverOnSqlite, TakesATriggerForOneStatement) {
    Connection connection = connect("sqlite::memory:");
    connection.execute("CREATE TABLE t (id INTEGER)");
    connection.execute(
        "CREATE TRIGGER g AFTER INSERT ON t BEGIN UPDATE t SET id = 1; UPDATE t SET id = 2; END;");
    connection.execute("INSERT INTO t VALUES (9)");
    EXPECT_EQ(onlyValue(connection.query("SELECT id FROM t")), "2");
}

}  // namespace

}  // namespace godwit::test
