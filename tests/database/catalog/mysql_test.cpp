#include <gtest/gtest.h>

#include "database/catalog/mutation.hpp"
#include "database/support/catalog.hpp"
#include "database/support/scratch_database.hpp"

// Whatever changes in a MySQL or MariaDB database changes its dump, and comes back with the change
// undone.

namespace godwit::test {

namespace {

const char* const kObjects[] = {
    "CREATE TABLE authors (id bigint PRIMARY KEY, name varchar(80) NOT NULL,"
    " UNIQUE KEY named (name)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin",
    "CREATE TABLE books (id integer NOT NULL, author_id bigint, title varchar(80),"
    " price decimal(8, 2) DEFAULT 1, twice decimal(9, 2) AS (price * 2) STORED,"
    " changed datetime(6), kind enum('a', 'b'), place varchar(9),"
    " KEY by_author (author_id), KEY by_title (title),"
    " CONSTRAINT author FOREIGN KEY (author_id) REFERENCES authors (id),"
    " CONSTRAINT priced CHECK (price > 0))"
    " ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin",
    "CREATE TABLE chapters (id integer NOT NULL, place varchar(9)) ENGINE=InnoDB"
    " DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin",
    "CREATE TABLE events (y integer NOT NULL) ENGINE=InnoDB PARTITION BY RANGE (y)"
    " (PARTITION old VALUES LESS THAN (2000), PARTITION newer VALUES LESS THAN (2100))",
    "CREATE TABLE counted (id bigint PRIMARY KEY) ENGINE=InnoDB",
    "CREATE VIEW cheap AS SELECT id FROM books WHERE price < 5",
    "CREATE TRIGGER touched BEFORE UPDATE ON books FOR EACH ROW SET NEW.changed = now(6)",
    "CREATE FUNCTION twice(n integer) RETURNS integer DETERMINISTIC COMMENT 'Times'"
    " RETURN n * 2",
    "CREATE PROCEDURE tidy() DELETE FROM chapters",
};

const Mutation kMutations[] = {
    {"column",
     "ALTER TABLE chapters ADD COLUMN title text",
     "ALTER TABLE chapters DROP COLUMN title"},
    {"column place",
     "ALTER TABLE chapters MODIFY place varchar(9) FIRST",
     "ALTER TABLE chapters MODIFY place varchar(9) AFTER id"},
    {"column name",
     "ALTER TABLE chapters RENAME COLUMN place TO spot",
     "ALTER TABLE chapters RENAME COLUMN spot TO place"},
    {"column type",
     "ALTER TABLE chapters MODIFY place varchar(10)",
     "ALTER TABLE chapters MODIFY place varchar(9)"},
    {"unsigned",
     "ALTER TABLE chapters MODIFY id integer unsigned NOT NULL",
     "ALTER TABLE chapters MODIFY id integer NOT NULL"},
    {"nullability",
     "ALTER TABLE chapters MODIFY id integer",
     "ALTER TABLE chapters MODIFY id integer NOT NULL"},
    {"default",
     "ALTER TABLE chapters ALTER COLUMN place SET DEFAULT 'x'",
     "ALTER TABLE chapters MODIFY place varchar(9)"},
    {"computed default",
     "ALTER TABLE chapters MODIFY place varchar(9) DEFAULT (concat('a', 'b'))",
     "ALTER TABLE chapters MODIFY place varchar(9)"},
    {"default that is a moment",
     "ALTER TABLE books MODIFY changed datetime(6) DEFAULT current_timestamp(6)",
     "ALTER TABLE books MODIFY changed datetime(6)"},
    {"renewal at each update",
     "ALTER TABLE books MODIFY changed datetime(6) ON UPDATE current_timestamp(6)",
     "ALTER TABLE books MODIFY changed datetime(6)"},
    {"counting up",
     "ALTER TABLE counted MODIFY id bigint AUTO_INCREMENT",
     "ALTER TABLE counted MODIFY id bigint"},
    {"generated expression",
     "ALTER TABLE books MODIFY twice decimal(9, 2) AS (price * 3) STORED",
     "ALTER TABLE books MODIFY twice decimal(9, 2) AS (price * 2) STORED"},
    {"virtual column",
     "ALTER TABLE chapters ADD COLUMN v integer AS (id) VIRTUAL",
     "ALTER TABLE chapters DROP COLUMN v"},
    {"enum values",
     "ALTER TABLE books MODIFY kind enum('b', 'a')",
     "ALTER TABLE books MODIFY kind enum('a', 'b')"},
    {"collation",
     "ALTER TABLE chapters MODIFY place varchar(9) COLLATE utf8mb4_general_ci",
     "ALTER TABLE chapters MODIFY place varchar(9)"},
    {"charset",
     "ALTER TABLE chapters MODIFY place varchar(9) CHARACTER SET ascii",
     "ALTER TABLE chapters MODIFY place varchar(9)"},
    {"column comment",
     "ALTER TABLE chapters MODIFY place varchar(9) COMMENT 'Here''s'",
     "ALTER TABLE chapters MODIFY place varchar(9)"},
    {"invisible column",
     "ALTER TABLE chapters MODIFY place varchar(9) INVISIBLE",
     "ALTER TABLE chapters MODIFY place varchar(9)"},
    {"table name", "RENAME TABLE chapters TO parts", "RENAME TABLE parts TO chapters"},
    {"table comment",
     "ALTER TABLE chapters COMMENT = 'Short'",
     "ALTER TABLE chapters COMMENT = ''"},
    {"engine", "ALTER TABLE chapters ENGINE = MEMORY", "ALTER TABLE chapters ENGINE = InnoDB"},
    {"row format",
     "ALTER TABLE chapters ROW_FORMAT = COMPRESSED",
     "ALTER TABLE chapters ROW_FORMAT = DEFAULT"},
    {"table collation",
     "ALTER TABLE chapters COLLATE = utf8mb4_general_ci",
     "ALTER TABLE chapters COLLATE = utf8mb4_bin"},
    {"primary key",
     "ALTER TABLE chapters ADD PRIMARY KEY (id)",
     "ALTER TABLE chapters DROP PRIMARY KEY"},
    {"unique", "ALTER TABLE chapters ADD UNIQUE KEY u (id)", "ALTER TABLE chapters DROP KEY u"},
    {"foreign key actions",
     "ALTER TABLE books ADD CONSTRAINT f FOREIGN KEY (author_id) REFERENCES authors (id)"
     " ON DELETE SET NULL ON UPDATE CASCADE",
     "ALTER TABLE books DROP FOREIGN KEY f"},
    {"foreign key gone",
     "ALTER TABLE books DROP FOREIGN KEY author",
     "ALTER TABLE books ADD CONSTRAINT author FOREIGN KEY (author_id) REFERENCES authors (id)"},
    {"check",
     "ALTER TABLE books ADD CONSTRAINT dear CHECK (price > 50)",
     "ALTER TABLE books DROP CONSTRAINT dear"},
    {"check gone",
     "ALTER TABLE books DROP CONSTRAINT priced",
     "ALTER TABLE books ADD CONSTRAINT priced CHECK (price > 0)"},
    {"index", "ALTER TABLE books ADD INDEX i (place)", "ALTER TABLE books DROP INDEX i"},
    {"index name",
     "ALTER TABLE books RENAME INDEX by_title TO by_name",
     "ALTER TABLE books RENAME INDEX by_name TO by_title"},
    {"index columns",
     "ALTER TABLE books DROP INDEX by_title, ADD INDEX by_title (title, place)",
     "ALTER TABLE books DROP INDEX by_title, ADD INDEX by_title (title)"},
    {"index prefix",
     "ALTER TABLE books DROP INDEX by_title, ADD INDEX by_title (title(10))",
     "ALTER TABLE books DROP INDEX by_title, ADD INDEX by_title (title)"},
    {"index order",
     "ALTER TABLE books DROP INDEX by_title, ADD INDEX by_title (title DESC)",
     "ALTER TABLE books DROP INDEX by_title, ADD INDEX by_title (title)"},
    {"index method",
     "ALTER TABLE books DROP INDEX by_title, ADD FULLTEXT INDEX by_title (title)",
     "ALTER TABLE books DROP INDEX by_title, ADD INDEX by_title (title)"},
    {"index comment",
     "ALTER TABLE books DROP INDEX by_title, ADD INDEX by_title (title) COMMENT 'Shelf'",
     "ALTER TABLE books DROP INDEX by_title, ADD INDEX by_title (title)"},
    {"partition",
     "ALTER TABLE events ADD PARTITION (PARTITION last VALUES LESS THAN MAXVALUE)",
     "ALTER TABLE events DROP PARTITION last"},
    {"view",
     "CREATE OR REPLACE VIEW cheap AS SELECT id FROM books WHERE price < 6",
     "CREATE OR REPLACE VIEW cheap AS SELECT id FROM books WHERE price < 5"},
    {"view with the caller's rights",
     "CREATE OR REPLACE SQL SECURITY INVOKER VIEW cheap AS SELECT id FROM books WHERE price < 5",
     "CREATE OR REPLACE SQL SECURITY DEFINER VIEW cheap AS SELECT id FROM books WHERE price < 5"},
    {"view that checks",
     "CREATE OR REPLACE VIEW cheap AS SELECT id FROM books WHERE price < 5 WITH CHECK OPTION",
     "CREATE OR REPLACE VIEW cheap AS SELECT id FROM books WHERE price < 5"},
    {"trigger",
     "CREATE TRIGGER t AFTER DELETE ON books FOR EACH ROW DELETE FROM chapters",
     "DROP TRIGGER t"},
    {"trigger gone",
     "DROP TRIGGER touched",
     "CREATE TRIGGER touched BEFORE UPDATE ON books FOR EACH ROW SET NEW.changed = now(6)"},
    {"function comment",
     "ALTER FUNCTION twice COMMENT 'Double'",
     "ALTER FUNCTION twice COMMENT 'Times'"},
    {"function with the caller's rights",
     "ALTER FUNCTION twice SQL SECURITY INVOKER",
     "ALTER FUNCTION twice SQL SECURITY DEFINER"},
    {"function gone",
     "DROP FUNCTION twice",
     "CREATE FUNCTION twice(n integer) RETURNS integer DETERMINISTIC COMMENT 'Times'"
     " RETURN n * 2"},
    {"procedure parameters",
     "CREATE PROCEDURE p(IN a integer, OUT b integer) SET b = a",
     "DROP PROCEDURE p"},
};

const Mutation kMutationsOfMysql[] = {
    {"check not enforced",
     "ALTER TABLE books ALTER CHECK priced NOT ENFORCED",
     "ALTER TABLE books ALTER CHECK priced ENFORCED"},
    {"invisible index",
     "ALTER TABLE books ALTER INDEX by_title INVISIBLE",
     "ALTER TABLE books ALTER INDEX by_title VISIBLE"},
    {"index of an expression",
     "ALTER TABLE books ADD INDEX i ((lower(title)))",
     "ALTER TABLE books DROP INDEX i"},
};

const Mutation kMutationsOfMariadb[] = {
    {"ignored index",
     "ALTER TABLE books ALTER INDEX by_title IGNORED",
     "ALTER TABLE books ALTER INDEX by_title NOT IGNORED"},
    {"uuid", "ALTER TABLE chapters ADD COLUMN u uuid", "ALTER TABLE chapters DROP COLUMN u"},
    {"json", "ALTER TABLE chapters ADD COLUMN j json", "ALTER TABLE chapters DROP COLUMN j"},
    {"sequence", "CREATE SEQUENCE numbers", "DROP SEQUENCE numbers"},
};

const Mutation kMutationsOfSequences[] = {
    {"sequence step", "ALTER SEQUENCE numbers INCREMENT 2", "ALTER SEQUENCE numbers INCREMENT 1"},
    {"sequence start", "ALTER SEQUENCE numbers START 5", "ALTER SEQUENCE numbers START 1"},
    {"sequence cycle", "ALTER SEQUENCE numbers CYCLE", "ALTER SEQUENCE numbers NOCYCLE"},
    {"sequence cache", "ALTER SEQUENCE numbers CACHE 7", "ALTER SEQUENCE numbers CACHE 1000"},
};

void expectShown(Connection& connection, const Mutation& mutation) {
    const std::string before = catalogOf(connection);
    connection.execute(mutation.change);
    EXPECT_NE(catalogChange(before, catalogOf(connection)), "") << mutation.attribute;
    connection.execute(mutation.undo);
    EXPECT_EQ(catalogChange(before, catalogOf(connection)), "") << mutation.attribute;
}

}  // namespace

TEST(CatalogOnMysql, ShowsAChangeOfEachAttribute) {
    const ScratchDatabase database;
    Connection connection = database.connect();
    for (const char* sql : kObjects) {
        connection.execute(sql);
    }
    for (const Mutation& mutation : kMutations) {
        expectShown(connection, mutation);
    }
    if (runningOn(DatabaseKind::MySQL)) {
        for (const Mutation& mutation : kMutationsOfMysql) {
            expectShown(connection, mutation);
        }
        return;
    }
    for (const Mutation& mutation : kMutationsOfMariadb) {
        expectShown(connection, mutation);
    }
    connection.execute("CREATE SEQUENCE numbers");
    for (const Mutation& mutation : kMutationsOfSequences) {
        expectShown(connection, mutation);
    }
}

TEST(CatalogOnMysql, ShowsRights) {
    const ScratchDatabase database;
    Connection connection = database.connect();
    const std::string user = "'" + database.name() + "'@'localhost'";
    connection.execute("CREATE TABLE t (x integer, y integer)");
    connection.execute("CREATE PROCEDURE p() DELETE FROM t");
    connection.execute("CREATE USER " + user);
    const std::string before = catalogOf(connection);
    for (const char* right :
         {"SELECT ON *", "INSERT ON t", "UPDATE (y) ON t", "EXECUTE ON PROCEDURE p"}) {
        const std::string text = right;
        connection.execute("GRANT " + text + " TO " + user);
        EXPECT_NE(catalogChange(before, catalogOf(connection)), "") << right;
        connection.execute("REVOKE " + text + " FROM " + user);
        EXPECT_EQ(catalogChange(before, catalogOf(connection)), "") << right;
    }
    connection.execute("DROP USER " + user);
}

TEST(CatalogOnMysql, IsTheSameInDatabasesOfTwoNames) {
    const ScratchDatabase one;
    const ScratchDatabase other;
    std::string catalogs[2];
    for (int i = 0; i < 2; ++i) {
        Connection connection = (i == 0 ? one : other).connect();
        for (const char* sql : kObjects) {
            connection.execute(sql);
        }
        catalogs[i] = catalogOf(connection);
    }
    EXPECT_EQ(catalogChange(catalogs[0], catalogs[1]), "");
}

}  // namespace godwit::test
