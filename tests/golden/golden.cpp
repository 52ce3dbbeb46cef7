#include <fmt/format.h>

#include <godwit/error.hpp>
#include <godwit/migration.hpp>
#include <godwit/plan.hpp>

#include "golden/golden.hpp"
#include "model/copies.hpp"
#include "support/source_tree.hpp"

namespace godwit::test {

namespace {

Server newest(DatabaseKind kind) {
    switch (kind) {
    case DatabaseKind::PostgreSQL:
        return {kind, {17, 0, 0}};
    case DatabaseKind::MySQL:
        return {kind, {9, 7, 0}};
    case DatabaseKind::MariaDB:
        return {kind, {11, 8, 0}};
    case DatabaseKind::SQLite:
        return {kind, {3, 40, 0}};
    }
    return {};
}

std::string refusalText(const UnsupportedError& error) {
    return fmt::format("-- refused: {} {}\n-- call: {}\n-- hint: {}\n",
                       codeText(error.code()),
                       error.message(),
                       error.where().operation,
                       error.hint());
}

class BodyAlone final : public Migration {
public:
    explicit BodyAlone(GoldenCase::Body body) : body_(body) {}
    void up(SchemaBuilder& schema) const override { body_(schema); }
    void down(SchemaBuilder&) const override {}

private:
    GoldenCase::Body body_;
};

}  // namespace

const std::vector<GoldenCase>& goldenCases() {
    static const std::vector<GoldenCase> kCases = [] {
        std::vector<GoldenCase> cases;
        addTableCases(cases);
        addColumnCases(cases);
        addDropColumnCases(cases);
        addTypeCases(cases);
        addFurtherTypeCases(cases);
        addColumnAttributeCases(cases);
        addEnumerationCases(cases);
        addKeyCases(cases);
        addForeignKeyCases(cases);
        addTextCases(cases);
        addMergingCases(cases);
        addAlterCases(cases);
        addIndexCases(cases);
        addDataCases(cases);
        addObjectCases(cases);
        addObjectsOfServersCases(cases);
        addAccessCases(cases);
        addShopCases(cases);
        return cases;
    }();
    return kCases;
}

std::vector<Operation> operationsOf(GoldenCase::Body body) {
    return body == nullptr ? std::vector<Operation>{} : record(BodyAlone{body}, Direction::Up);
}

std::vector<Operation> operationsOf(const GoldenCase& golden) {
    std::vector<Operation> operations = operationsOf(golden.when);
    detail::markRestored(operationsOf(golden.up), operations);
    return operations;
}

Schema schemaBefore(const GoldenCase& golden) {
    std::vector<Operation> operations = operationsOf(golden.given);
    for (const Operation& operation : operationsOf(golden.up)) {
        operations.push_back(operation);
    }
    return schemaAfter(operations);
}

Schema schemaAfter(const std::vector<Operation>& operations) {
    Schema schema;
    for (const Operation& operation : operations) {
        replay(operation, schema);
    }
    return schema;
}

Server serverOf(const GoldenCase& golden, DatabaseKind kind) {
    return golden.servers == GoldenCase::Servers::Newest ? newest(kind)
                                                         : Server{kind, oldestSupported(kind)};
}

std::string goldenText(const GoldenCase& golden, const Dialect& dialect) {
    try {
        std::string text;
        for (const Statement& statement :
             dialect.compile(operationsOf(golden), schemaBefore(golden))) {
            text += fmt::format("{}-- {}\n{};\n",
                                text.empty() ? "" : "\n",
                                statement.operation,
                                statement.sql);
        }
        return text.empty() ? "-- nothing to do\n" : text;
    } catch (const UnsupportedError& error) {
        return refusalText(error);
    }
}

std::filesystem::path goldenFile(const GoldenCase& golden, DatabaseKind kind) {
    const std::filesystem::path folder = sourceTree() / "tests/golden";
    return folder / golden.name / fmt::format("{}.sql", nameOf(kind));
}

}  // namespace godwit::test
