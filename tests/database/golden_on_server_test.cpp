#include <fstream>

#include <gtest/gtest.h>

#include <fmt/format.h>

#include <godwit/error.hpp>

#include "database/support/own_names.hpp"
#include "database/support/schema_runner.hpp"
#include "database/support/scratch_database.hpp"
#include "golden/golden.hpp"

// Every golden case runs on the server under test, compiled for the version that it has.

namespace godwit::test {

namespace {

bool isRefusedByFile(const GoldenCase& golden) {
    std::ifstream file{goldenFile(golden, testServer().kind)};
    std::string line;
    std::getline(file, line);
    return line.starts_with("-- refused:");
}

class GoldenOnServer : public testing::TestWithParam<const GoldenCase*> {
protected:
    std::vector<Statement> compiled(const std::vector<Operation>& operations,
                                    const Schema& before) {
        return makeDialect(connection_.server())->compile(operations, before);
    }

    void run(const std::vector<Statement>& statements) {
        for (Statement statement : statements) {
            statement.sql = withOwnNames(std::move(statement.sql));
            SCOPED_TRACE(statement.sql);
            if (!std::holds_alternative<action::CallData>(statement.action)) {
                EXPECT_NO_THROW(runAsShown(connection_, statement));
            }
        }
    }

    ScratchDatabase database_;
    Connection connection_ = database_.connect();
};

TEST_P(GoldenOnServer, RunsOrIsRefusedBefore) {
    const GoldenCase& golden = *GetParam();
    run(compiled(operationsOf(golden.given), {}));
    const Schema before = schemaBefore(golden);

    if (golden.byVersion) {
        try {
            run(compiled(operationsOf(golden), before));
        } catch (const UnsupportedError&) {
            const Server file = serverOf(golden, testServer().kind);
            EXPECT_TRUE(isRefusedByFile(golden) ||
                        connection_.server().version.major != file.version.major);
        }
        return;
    }
    // The files of old versions refuse what the server under test can do.
    if (golden.servers == GoldenCase::Servers::Newest && isRefusedByFile(golden)) {
        EXPECT_THROW(compiled(operationsOf(golden), before), UnsupportedError);
        return;
    }
    run(compiled(operationsOf(golden.up), schemaAfter(operationsOf(golden.given))));
    std::vector<Statement> statements;
    try {
        statements = compiled(operationsOf(golden), before);
    } catch (const UnsupportedError& error) {
        const Version& known = serverOf(golden, testServer().kind).version;
        EXPECT_LT(connection_.server().version, known) << error.message();
    }
    run(statements);
}

std::vector<const GoldenCase*> allCases() {
    std::vector<const GoldenCase*> all;
    for (const GoldenCase& golden : goldenCases()) {
        all.push_back(&golden);
    }
    return all;
}

std::string nameOfTest(const testing::TestParamInfo<const GoldenCase*>& info) {
    return std::string{info.param->name};
}

INSTANTIATE_TEST_SUITE_P(Cases, GoldenOnServer, testing::ValuesIn(allCases()), nameOfTest);

TEST(GoldenOnServerCases, AreHardlyEverRefused) {
    const std::vector<const GoldenCase*> all = allCases();
    std::size_t refused = 0;
    for (const GoldenCase* golden : all) {
        refused += isRefusedByFile(*golden) ? 1U : 0U;
    }
    EXPECT_GT(all.size(), 2 * refused);
    EXPECT_GE(all.size() - refused, 80U);
}

}  // namespace

}  // namespace godwit::test
