#include <gtest/gtest.h>

#include "sqlite/merge_definitions.hpp"

namespace godwit::detail {

namespace {

using Texts = std::vector<std::string>;

TableText table(const std::string& body) {
    return readTable("CREATE TABLE t (" + body + ")").value();
}

MergedTable merged(const std::string& known, const std::string& found, const std::string& wanted) {
    return mergeDefinitions(table(known), table(found), table(wanted));
}

void expectMerge(const std::string& known,
                 const std::string& found,
                 const std::string& wanted,
                 const std::string& result) {
    const MergedTable all = merged(known, found, wanted);
    EXPECT_EQ(all.conflicts, Texts{});
    EXPECT_EQ(createTableText(all.table, "t"), createTableText(table(result), "t"));
}

void expectConflict(const std::string& known,
                    const std::string& found,
                    const std::string& wanted,
                    const std::string& conflict) {
    EXPECT_EQ(merged(known, found, wanted).conflicts, Texts{conflict});
}

TEST(MergedDefinitions, AreTheWantedOnesWhenAllIsAsKnown) {
    const std::string known = "a INT, b TEXT NOT NULL, PRIMARY KEY (a), CHECK (a > 0)";
    const std::string wanted =
        "a INT DEFAULT 1, c INT, PRIMARY KEY (a), UNIQUE (c), CHECK (a > 0), CHECK (c > 0)";
    expectMerge(known, known, wanted, wanted);
}

TEST(MergedDefinitions, LetOneOfTwoThatSayTheSameTakeANewName) {
    const std::string known = "a INT, CONSTRAINT one UNIQUE (a), CONSTRAINT two UNIQUE (a)";
    const std::string wanted = "a INT, CONSTRAINT three UNIQUE (a)";
    expectMerge(known, known, wanted, wanted);
    expectMerge(wanted, wanted, known, known);
}

TEST(MergedDefinitions, KeepWhatNobodyToldOf) {
    expectMerge("a INT, b INT",
                "a INT, h INT COLLATE NOCASE, b INT CHECK (b > 1), CHECK (h > 0)",
                "a INT, b INT, UNIQUE (a)",
                "a INT, h INT COLLATE NOCASE, b INT CHECK (b > 1), UNIQUE (a), CHECK (h > 0)");
}

TEST(MergedDefinitions, KeepWhatNobodyToldOfInAColumnThatChanges) {
    expectMerge("a INT",
                "a INT COLLATE NOCASE CHECK (a > 1)",
                "a INT NOT NULL DEFAULT 7",
                "a INT NOT NULL DEFAULT 7 COLLATE NOCASE CHECK (a > 1)");
    expectMerge("a INT NOT NULL DEFAULT 7",
                "a INT NOT NULL DEFAULT 7 COLLATE NOCASE",
                "a INT DEFAULT 8",
                "a INT DEFAULT 8 COLLATE NOCASE");
}

TEST(MergedDefinitions, PutAddedColumnsLast) {
    expectMerge("a INT", "a INT, h INT", "a INT, b INT, c INT", "a INT, h INT, b INT, c INT");
}

TEST(MergedDefinitions, PutAColumnWhereItIsWanted) {
    expectMerge("a INT, b INT",
                "a INT, b INT, h INT",
                "a INT, c INT, b INT",
                "a INT, c INT, b INT, h INT");
}

TEST(MergedDefinitions, FindAConstraintByItsName) {
    expectMerge("a INT, CONSTRAINT sane CHECK (old > 0)",
                "a INT, CONSTRAINT \"sane\" CHECK (\"a\" > 0)",
                "a INT",
                "a INT");
}

TEST(MergedDefinitions, FindAConstraintByWhatItSays) {
    expectMerge("a TEXT CONSTRAINT t_a_check CHECK (a IN ('x'))",
                "a TEXT CONSTRAINT old_a_check CHECK (a IN ('x'))",
                "a TEXT CONSTRAINT t_a_check CHECK (a IN ('x', 'y'))",
                "a TEXT CONSTRAINT t_a_check CHECK (a IN ('x', 'y'))");
}

TEST(MergedDefinitions, GiveAConstraintItsNewName) {
    expectMerge("a INT, CONSTRAINT one CHECK (a > 0), CHECK (a < 9)",
                "a INT, CONSTRAINT one CHECK (a > 0), CHECK (a < 9)",
                "a INT, CONSTRAINT two CHECK (a > 0), CHECK (a < 9)",
                "a INT, CONSTRAINT two CHECK (a > 0), CHECK (a < 9)");
}

TEST(MergedDefinitions, LeaveOutWhatSomebodyTookAway) {
    expectMerge("a INT, b INT, CHECK (a > 0)",
                "a INT",
                "a INT, b INT, CHECK (a > 0), UNIQUE (a)",
                "a INT, UNIQUE (a)");
}

TEST(MergedDefinitions, AddNothingThatIsThereAlready) {
    expectMerge("a INT",
                "a INT NOT NULL, UNIQUE (a)",
                "a INT NOT NULL, CONSTRAINT u UNIQUE (a)",
                "a INT NOT NULL, UNIQUE (a)");
}

TEST(MergedDefinitions, TakeOnNotesAndOptions) {
    const auto read = [](const char* sql) { return readTable(sql).value(); };
    const MergedTable all = mergeDefinitions(read("CREATE TABLE t ( /* one */ a INT) STRICT"),
                                             read("CREATE TABLE t (a INT) WITHOUT ROWID"),
                                             read("CREATE TABLE t ( /* two */ a INT) STRICT"));
    EXPECT_EQ(all.table.note, "/* two */");
    EXPECT_EQ(all.table.options, "WITHOUT ROWID");
}

TEST(MergedDefinitions, ConflictWhereSomebodyElseChangedTheSame) {
    expectConflict("a INT DEFAULT 1",
                   "a INT DEFAULT 2",
                   "a INT DEFAULT 3",
                   "its column a has DEFAULT 2 and not DEFAULT 1");
    expectConflict("a INT", "a TEXT", "a REAL", "its column a has the type TEXT and not INT");
    expectConflict("a INT, CONSTRAINT c CHECK (a > 1)",
                   "a INT, CONSTRAINT c CHECK (a > 2)",
                   "a INT, CONSTRAINT c CHECK (a > 3)",
                   "it has CONSTRAINT c CHECK (a > 2) and not CONSTRAINT c CHECK (a > 1)");
}

TEST(MergedDefinitions, ConflictWhereWhatIsTakenAwayIsGone) {
    expectConflict("a INT, CHECK (a > 0)", "a INT", "a INT", "it has no CHECK (a > 0) any more");
    expectConflict("a INT, b INT", "a INT", "a INT", "it has no column b any more");
    expectConflict("a INT, b INT", "a INT", "a INT, b INT NOT NULL", "it has no column b any more");
}

TEST(MergedDefinitions, ConflictWhereWhatIsAddedIsAnotherOne) {
    expectConflict("a INT", "a INT, B TEXT", "a INT, b INT", "it has a column b already");
    expectConflict("a INT",
                   "a INT, CONSTRAINT c CHECK (a > 2)",
                   "a INT, CONSTRAINT c CHECK (a > 1)",
                   "it has CONSTRAINT c CHECK (a > 2) already");
    expectConflict("a INT",
                   "a INT DEFAULT 2",
                   "a INT DEFAULT 1",
                   "its column a has DEFAULT 2 already");
    expectConflict("a TEXT",
                   "a TEXT COLLATE RTRIM",
                   "a TEXT COLLATE NOCASE",
                   "its column a has COLLATE RTRIM already");
    expectConflict("a INT",
                   "a INT NOT NULL ON CONFLICT IGNORE",
                   "a INT NOT NULL",
                   "its column a has NOT NULL ON CONFLICT IGNORE already");
    expectConflict("a INT, b INT",
                   "a INT, b INT, PRIMARY KEY (b)",
                   "a INT, b INT, PRIMARY KEY (a)",
                   "it has PRIMARY KEY (b) already");
}

TEST(MergedDefinitions, ConflictWhereWhatNobodyToldOfNamesAColumnThatGoes) {
    expectConflict("a INT, b INT",
                   "a INT, b INT, CHECK (b > a)",
                   "a INT",
                   "CHECK (b > a) names the column b, which goes");
    expectConflict("a INT, b INT",
                   "a INT, b INT, g AS (b + 1)",
                   "a INT",
                   "g AS (b + 1) names the column b, which goes");
    EXPECT_EQ(merged("a INT, b INT", "a INT, b INT", "a INT").dropped, Texts{"b"});
}

}  // namespace

}  // namespace godwit::detail
