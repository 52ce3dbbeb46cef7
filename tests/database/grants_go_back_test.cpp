#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <fmt/format.h>

#include <godwit/error.hpp>
#include <godwit/migrator.hpp>

#include "database/support/catalog.hpp"
#include "database/support/own_names.hpp"
#include "database/support/scratch_database.hpp"
#include "support/written_migration.hpp"

// Nobody holds more, or less, after a change() and its way back than before.

namespace godwit::test {

namespace {

constexpr const char* kGiven = "20250401000000_given";
constexpr const char* kChange = "20250402000000_change";

const SqlTexts kNoParameters = {.postgresql = "()", .mysql = "()", .mariadb = "()"};
const SqlTexts kOne = {.postgresql = "RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$",
                       .mysql = "RETURNS integer DETERMINISTIC NO SQL RETURN 1",
                       .mariadb = sameAs::mysql,
                       .sqlite = nothing};
const SqlTexts kTwo = {.postgresql = "RETURNS integer LANGUAGE sql AS $$ SELECT 2 $$",
                       .mysql = "RETURNS integer DETERMINISTIC NO SQL RETURN 2",
                       .mariadb = sameAs::mysql,
                       .sqlite = nothing};

void idOnly(TableBuilder& t) { t.integer("id").primaryKey(); }

void roleAndTable(SchemaBuilder& schema) {
    schema.createRole(ownWord("role"));
    schema.createTable("notes", idOnly);
}

void everybodysFunction(SchemaBuilder& schema) {
    roleAndTable(schema);
    schema.createFunction("one", kNoParameters, kOne);
}

void closedFunction(SchemaBuilder& schema) {
    everybodysFunction(schema);
    schema.revoke(executing, onFunction("one")).from({"public"});
}

void grantedFunction(SchemaBuilder& schema) {
    everybodysFunction(schema);
    schema.grant(executing, onFunction("one")).to({ownWord("role")});
}

void functionThatLostItsGrant(SchemaBuilder& schema) {
    grantedFunction(schema);
    schema.replaceFunction("one", kNoParameters, kTwo);
}

void wing(SchemaBuilder& schema) {
    roleAndTable(schema);
    schema.createSchema("wing");
    schema.createTable("wing.open", idOnly);
    schema.createTable("wing.secret", idOnly);
    schema.grant(select, "wing.open").to({ownWord("role")});
}

void ownSchema(SchemaBuilder& schema) {
    roleAndTable(schema);
    schema.createSchema(ownWord("wing"));
    schema.grant(select, onTablesOf(ownWord("wing"))).to({ownWord("role")});
    schema.grant(usage | creating, onSchema(ownWord("wing"))).to({ownWord("role")});
}

template <Privileges kPrivileges>
void sequence(SchemaBuilder& schema) {
    roleAndTable(schema);
    schema.createSequence("numbers").only(postgresql | mariadb);
    schema.grant(kPrivileges, onSequence("numbers"))
        .to({ownWord("role")})
        .only(postgresql | mariadb);
}

template <Privileges kPrivileges>
void grantSequence(ReversibleSchemaBuilder& schema) {
    schema.grant(kPrivileges, onSequence("numbers"))
        .to({ownWord("role")})
        .only(postgresql | mariadb);
}

void revokeWhatNobodyHolds(ReversibleSchemaBuilder& schema) {
    // MariaDB fails where nothing of what is revoked is held.
    schema.revoke(insert, "notes").from({ownWord("role")}).only(postgresql | mysql);
}

void revokeOnAllTables(ReversibleSchemaBuilder& schema) {
    schema.revoke(select, onTablesOf("wing")).from({ownWord("role")});
}

void revokeFromEverybody(ReversibleSchemaBuilder& schema) {
    schema.revoke(executing, onFunction("one")).from({"public"});
}

void dropFunction(ReversibleSchemaBuilder& schema) {
    schema.dropFunction("one", kNoParameters, kOne);
}

void replaceFunction(ReversibleSchemaBuilder& schema) {
    schema.replaceFunction("one", kNoParameters, kTwo, kOne);
}

void renameFunction(ReversibleSchemaBuilder& schema) { schema.renameFunction("one", "first"); }

void grantFunction(ReversibleSchemaBuilder& schema) {
    schema.grant(executing, onFunction("one")).to({ownWord("role")});
}

void grantFunctionInFull(ReversibleSchemaBuilder& schema) {
    schema.grant(executing, onFunction("one", "()")).to({ownWord("role")});
}

void revokeFunctionInFull(ReversibleSchemaBuilder& schema) {
    schema.revoke(executing, onFunction("one", "()")).from({ownWord("role")});
}

void grantSchema(ReversibleSchemaBuilder& schema) {
    schema.grant(select | creating, onSchema(ownWord("wing"))).to({ownWord("role")});
}

void grantWholeSchema(ReversibleSchemaBuilder& schema) {
    schema.grant(allPrivileges, onSchema(ownWord("wing"))).to({ownWord("role")});
}

void grantAllOnTables(ReversibleSchemaBuilder& schema) {
    schema.grant(allPrivileges, onTablesOf(ownWord("wing"))).to({ownWord("role")});
}

void grantAllOnAColumn(ReversibleSchemaBuilder& schema) {
    schema.grant(allPrivileges, "notes").columns({"id"}).to({ownWord("role")});
}

template <void (*kDo)(ReversibleSchemaBuilder&)>
class Changes final : public ReversibleMigration {
public:
    void change(SchemaBuilder& schema) const override { kDo(schema); }
};

class GrantsGoBack : public testing::Test {
protected:
    GrantsGoBack() { forget(); }
    ~GrantsGoBack() override { forget(); }

    void forget() {
        if (runningOn(DatabaseKind::PostgreSQL)) {
            connection_.execute(
                fmt::format("DO $$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = '{0}') "
                            "THEN DROP OWNED BY {0}; DROP ROLE {0}; END IF; END $$",
                            ownName("role")));
            return;
        }
        connection_.execute("DROP ROLE IF EXISTS " + ownName("role"));
        connection_.execute("DROP DATABASE IF EXISTS " + ownName("wing"));
    }

    // What the role may do, and on PostgreSQL everybody, in the server's words.
    std::string held() {
        std::vector<std::string> lines;
        if (runningOn(DatabaseKind::PostgreSQL)) {
            std::istringstream catalog{catalogOf(connection_)};
            for (std::string line; std::getline(catalog, line);) {
                if (line.starts_with("grant") || line.starts_with("revoke")) {
                    lines.push_back(line);
                }
            }
        } else {
            for (const auto& row : connection_.query("SHOW GRANTS FOR " + ownName("role")).values) {
                lines.push_back(row.front().value_or(""));
            }
        }
        std::sort(lines.begin(), lines.end());
        return fmt::to_string(fmt::join(lines, "\n"));
    }

    template <WrittenBody kMade, void (*kDo)(ReversibleSchemaBuilder&)>
    void expectBack() {
        MigrationSet set;
        set.add<Written<kMade>>(kGiven).template add<Changes<kDo>>(kChange);
        Migrator migrator{connection_, std::move(set)};
        migrator.upTo(kGiven);
        const std::string before = held();
        migrator.up();
        const std::string after = held();
        migrator.rollback();
        EXPECT_EQ(held(), before);
        migrator.up();
        EXPECT_EQ(held(), after);
    }

    ScratchDatabase database_;
    Connection connection_ = database_.connect();
};

using GrantsGoBackOnServers = GrantsGoBack;
using GrantsGoBackOnPostgresql = GrantsGoBack;
using GrantsGoBackOnMysql = GrantsGoBack;

TEST_F(GrantsGoBackOnMysql, WhenAFunctionIsMadeAnew) {
    expectBack<grantedFunction, replaceFunction>();
}

TEST_F(GrantsGoBackOnMysql, WhenAFunctionIsMadeAnewUnderAnotherName) {
    expectBack<grantedFunction, renameFunction>();
}

TEST_F(GrantsGoBackOnMysql, WhenAFunctionHadLostThem) {
    expectBack<functionThatLostItsGrant, grantFunction>();
}

TEST_F(GrantsGoBackOnMysql, WhereASchemaAndItsTablesAreOnePlace) {
    expectBack<ownSchema, grantSchema>();
}

TEST_F(GrantsGoBackOnMysql, WhereEverythingInASchemaIsWhatItsTablesAre) {
    expectBack<ownSchema, grantWholeSchema>();
}

TEST_F(GrantsGoBackOnMysql, WhereEverythingOnTablesIsWhatTheirSchemaIs) {
    expectBack<ownSchema, grantAllOnTables>();
}

TEST_F(GrantsGoBackOnPostgresql, WhereARevocationOnAllTablesReachedSomeOfThem) {
    expectBack<wing, revokeOnAllTables>();
}

TEST_F(GrantsGoBackOnPostgresql, WhenAFunctionThatIsClosedComesBack) {
    expectBack<closedFunction, dropFunction>();
}

TEST_F(GrantsGoBackOnPostgresql, WhenAFunctionThatIsOpenComesBack) {
    expectBack<everybodysFunction, dropFunction>();
}

TEST_F(GrantsGoBackOnPostgresql, WhenAFunctionIsClosed) {
    expectBack<everybodysFunction, revokeFromEverybody>();
}

TEST_F(GrantsGoBackOnPostgresql, WhenAFunctionThatIsClosedIsClosed) {
    expectBack<closedFunction, revokeFromEverybody>();
}

TEST_F(GrantsGoBackOnServers, WhenNobodyHeldWhatIsRevoked) {
    expectBack<roleAndTable, revokeWhatNobodyHolds>();
}

TEST_F(GrantsGoBackOnServers, WhenAFunctionIsGrantedUnderAnotherSpelling) {
    expectBack<grantedFunction, grantFunctionInFull>();
}

TEST_F(GrantsGoBackOnServers, WhenAFunctionIsRevokedUnderAnotherSpelling) {
    expectBack<grantedFunction, revokeFunctionInFull>();
}

TEST_F(GrantsGoBackOnServers, WhenEverythingIsGrantedOnAColumn) {
    expectBack<roleAndTable, grantAllOnAColumn>();
}

TEST_F(GrantsGoBackOnServers, WhenASequenceMayBeReadAndThenUsed) {
    expectBack<sequence<select>, grantSequence<usage>>();
}

TEST_F(GrantsGoBackOnServers, WhenASequenceMayBeSetAndThenUsed) {
    expectBack<sequence<update>, grantSequence<usage>>();
}

}  // namespace

}  // namespace godwit::test
