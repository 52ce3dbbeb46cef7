#pragma once

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include <godwit/migrator.hpp>
#include <godwit/schema_builder.hpp>

#include "database/support/scratch_database.hpp"

namespace godwit::test {

/// One intent of tests/conformance/intents.txt: a migration is run on the server, and what it made
/// of the catalog is what tests/conformance/expected/ says, or it is refused with that sentence.
/// GODWIT_UPDATE_GOLDEN=1 writes down what happens.
class Conformance : public testing::Test {
protected:
    using Body = void (*)(SchemaBuilder&);
    using Change = void (*)(ReversibleSchemaBuilder&);

    /// What migrations before made.
    void given(Body body);

    /// The migration that the test is about. Several of one test are told apart by their number.
    void when(Body body);

    /// A change that is made, taken back and made again: the catalog is as before, and as after.
    void goesBack(Change change);

    /// Statements that must pass, as they come, such as the rows that are there.
    void rows(std::initializer_list<std::string_view> statements);

    // How the database behaves afterwards. Where the migration was refused, nothing is asked.

    void takes(std::string_view statement);
    void refuses(std::string_view statement);
    /// The query's only value; "NULL" for NULL.
    void holds(std::string_view query, std::string_view value);

    /// Takes a schema off the server where it is a database, so that nothing of the test is left.
    void dropsSchema(const std::string& name);

    bool on(DatabaseKind kind) const { return runningOn(kind); }
    bool refused() const { return refused_; }
    Connection& connection() { return connection_; }

private:
    /// Runs `step` and compares what it makes of the catalog. False where it is refused.
    bool changes(const std::function<void()>& step);
    void compare(std::string text);

    ScratchDatabase database_;
    Connection connection_ = database_.connect();
    MigrationSet migrations_;
    bool refused_ = false;
    int whens_ = 0;
};

}  // namespace godwit::test
