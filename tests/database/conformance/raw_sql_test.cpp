#include "database/conformance/conformance.hpp"

namespace godwit::test {

namespace {

class ConformanceRawSql : public Conformance {};

}  // namespace

TEST_F(ConformanceRawSql, RunsAsWritten) {
    when([](SchemaBuilder& schema) {
        constexpr const char* kSql = "CREATE TABLE notes (id integer) -- I <3 DDL";
        schema.sql({.postgresql = kSql, .mysql = kSql, .mariadb = kSql, .sqlite = kSql});
    });
    takes("INSERT INTO notes VALUES (1)");
}

TEST_F(ConformanceRawSql, DiffersByDatabase) {
    when([](SchemaBuilder& schema) {
        schema.sql({.postgresql = "CREATE TABLE notes (body text)",
                    .mysql = "CREATE TABLE notes (body longtext) DEFAULT CHARSET=utf8mb4 "
                             "COLLATE=utf8mb4_bin",
                    .mariadb = sameAs::mysql,
                    .sqlite = nothing});
    });
    if (!on(DatabaseKind::SQLite)) {
        takes("INSERT INTO notes VALUES ('x')");
    }
}

TEST_F(ConformanceRawSql, MakesAVirtualTable) {
    when([](SchemaBuilder& schema) {
        schema.sql(
            {.postgresql = nothing,
             .mysql = nothing,
             .mariadb = nothing,
             .sqlite = "CREATE VIRTUAL TABLE searchables USING fts5(content, meta UNINDEXED)"});
    });
    if (on(DatabaseKind::SQLite)) {
        takes("INSERT INTO searchables VALUES ('the quick brown fox', 'x')");
        holds("SELECT meta FROM searchables WHERE searchables MATCH 'quick'", "x");
    }
}

}  // namespace godwit::test
