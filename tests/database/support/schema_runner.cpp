#include "database/support/schema_runner.hpp"

#include <godwit/error.hpp>

namespace godwit::test {

SchemaRunner::SchemaRunner(Connection& connection)
    : connection_(connection), dialect_(makeDialect(connection.server())) {}

void SchemaRunner::run(GoldenCase::Body body) {
    const std::vector<Operation> operations = operationsOf(body);
    for (const Statement& statement : dialect_->compile(operations, schema_)) {
        connection_.execute(statement.sql);
    }
    for (const Operation& operation : operations) {
        replay(operation, schema_);
    }
}

bool SchemaRunner::refuses(std::string_view sql) {
    try {
        connection_.execute(sql);
    } catch (const DatabaseError&) {
        return true;
    }
    return false;
}

}  // namespace godwit::test
