#include <map>
#include <optional>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <godwit/error.hpp>
#include <godwit/migrator.hpp>

#include "database/guards/guarded_call.hpp"
#include "database/support/catalog.hpp"
#include "database/support/schema_runner.hpp"
#include "database/support/scratch_database.hpp"

// Each guarded call, where it has something to do and where it has not: the catalog is what the
// call makes of it without its guard, or as it was.

namespace godwit::test {
namespace {

const GuardedCall* now = nullptr;

class Given final : public Migration {
public:
    void up(SchemaBuilder& schema) const override { now->given(schema); }
    void down(SchemaBuilder&) const override {}
};

class Guarded final : public Migration {
public:
    void up(SchemaBuilder& schema) const override { now->guarded(schema); }
    void down(SchemaBuilder&) const override {}
};

constexpr const char* kGiven = "20260101000000_given";
constexpr const char* kGuarded = "20260102000000_guarded";
constexpr const char* kAgain = "20260103000000_again";

// A database in which `given` was made.
class Place {
public:
    explicit Place(bool asMigration) {
        MigrationSet set;
        if (asMigration) {
            set.add<Given>(kGiven);
        }
        set.add<Guarded>(kGuarded).add<Guarded>(kAgain);
        migrator_.emplace(connection_, std::move(set));
        if (asMigration) {
            migrator_->upTo(kGiven);
            runner_.know(now->given);
        } else {
            runner_.run(now->given);
        }
    }

    void byHand(GuardedCall::Body body) { runner_.run(body); }
    void guarded() { migrator_->upTo(kGuarded); }
    void again() { migrator_->upTo(kAgain); }
    std::string catalog() { return catalogOf(connection_); }

private:
    ScratchDatabase database_;
    Connection connection_ = database_.connect();
    SchemaRunner runner_{connection_};
    std::optional<Migrator> migrator_;
};

class GuardedCalls : public testing::TestWithParam<GuardedCall> {
protected:
    GuardedCalls() { now = &GetParam(); }

    static bool isAmong(DatabaseSet databases) {
        return (databases & setOf(testServer().kind)) != noDatabase;
    }
    static bool isForThisServer() { return isAmong(now->databases); }

    // What the call makes of it without its guard.
    static const std::string& wanted() {
        static std::map<std::string, std::string> catalogs;
        std::string& catalog = catalogs[now->name];
        if (catalog.empty()) {
            Place place{true};
            place.byHand(now->plain);
            catalog = place.catalog();
        }
        return catalog;
    }
};

// Where the SQL needs the whole definition, what no migration has made is refused.
void expectRefusal(const UnsupportedError& error) {
    EXPECT_FALSE(error.where().operation.empty());
    EXPECT_THAT(error.message(), testing::HasSubstr(titleOf(testServer().kind)));
    EXPECT_THAT(error.message(),
                testing::ContainsRegex("not know|not known|no migration says|nothing is known"));
    EXPECT_FALSE(error.hint().empty());
}

void againChangesNothing(Place& place) {
    const std::string before = place.catalog();
    try {
        place.again();
    } catch (const UnsupportedError& error) {
        expectRefusal(error);
    }
    EXPECT_EQ(place.catalog(), before) << catalogChange(before, place.catalog());
}

TEST_P(GuardedCalls, DoWhatIsToBeDone) {
    if (isForThisServer()) {
        Place place{true};
        place.guarded();
        EXPECT_EQ(place.catalog(), wanted()) << catalogChange(wanted(), place.catalog());
        againChangesNothing(place);
    }
}

TEST_P(GuardedCalls, LeaveWhatSomebodyHasDoneByHand) {
    if (isForThisServer()) {
        Place place{true};
        place.byHand(now->byHand == nullptr ? now->plain : now->byHand);
        const std::string before = place.catalog();
        place.guarded();
        EXPECT_EQ(place.catalog(), before) << catalogChange(before, place.catalog());
    }
}

TEST_P(GuardedCalls, DoTheSameToTablesThatNoMigrationMade) {
    if (isForThisServer() && !isAmong(now->takesAlong)) {
        Place place{false};
        const std::string before = place.catalog();
        try {
            place.guarded();
            EXPECT_EQ(place.catalog(), wanted()) << catalogChange(wanted(), place.catalog());
            againChangesNothing(place);
        } catch (const UnsupportedError& error) {
            expectRefusal(error);
            EXPECT_EQ(place.catalog(), before);
        } catch (const Error& error) {
            // What can only be asked of the database stops the run.
            EXPECT_EQ(error.code(), ErrorCode::VerificationFailed) << error.what();
            EXPECT_THAT(error.message(), testing::HasSubstr("which no migration has made"));
            EXPECT_EQ(place.catalog(), before);
        }
    }
}

std::string nameOfCall(const testing::TestParamInfo<GuardedCall>& call) { return call.param.name; }

INSTANTIATE_TEST_SUITE_P(Columns, GuardedCalls, testing::ValuesIn(guardedColumns()), nameOfCall);
INSTANTIATE_TEST_SUITE_P(Keys, GuardedCalls, testing::ValuesIn(guardedKeys()), nameOfCall);
INSTANTIATE_TEST_SUITE_P(Objects, GuardedCalls, testing::ValuesIn(guardedObjects()), nameOfCall);

}  // namespace
}  // namespace godwit::test
