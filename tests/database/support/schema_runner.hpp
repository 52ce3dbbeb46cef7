#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <godwit/connection.hpp>
#include <godwit/dialect.hpp>

#include "golden/golden.hpp"

namespace godwit::test {

/// Runs a statement as a plan shows it, by hand as it were. A rebuild of a table is several.
void runAsShown(Connection& connection, const Statement& statement);

/// Runs builder calls against a database, one after another, and remembers what they have made: a
/// migration runner without transactions and history, for tests of the SQL alone.
class SchemaRunner {
public:
    explicit SchemaRunner(Connection& connection);

    /// @throws UnsupportedError before anything has run
    void run(GoldenCase::Body body);

    /// Remembers what others have run.
    void know(GoldenCase::Body body);

    const Dialect& dialect() const { return *dialect_; }

    /// True when the server refuses the statement.
    bool refuses(std::string_view sql);

private:
    Connection& connection_;
    std::unique_ptr<Dialect> dialect_;
    Schema schema_;
};

}  // namespace godwit::test
