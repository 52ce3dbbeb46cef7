#include "database/support/schema_runner.hpp"

#include <godwit/error.hpp>

#include "database/support/scratch_database.hpp"

namespace godwit::test {

void runAsShown(Connection& connection, const Statement& statement) {
    const std::string wanted =
        statement.onlyIf.empty() ? "1" : onlyValue(connection.query(statement.onlyIf));
    if (wanted == "0" || wanted == "f") {
        return;
    }
    if (statement.sql.starts_with("LOCK TABLE")) {
        connection.driver().executeTogether({"BEGIN", statement.sql, "COMMIT"});
        return;
    }
    if (!std::holds_alternative<action::RebuildTable>(statement.action)) {
        connection.execute(statement.sql);
        return;
    }
    connection.execute("PRAGMA foreign_keys = OFF");
    std::string_view rest = statement.sql;
    while (!rest.empty()) {
        const std::size_t end = rest.find(";\n");
        connection.execute(rest.substr(0, end));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 2);
    }
    connection.execute("PRAGMA foreign_keys = ON");
}

SchemaRunner::SchemaRunner(Connection& connection)
    : connection_(connection), dialect_(makeDialect(connection.server())) {}

void SchemaRunner::run(GoldenCase::Body body) {
    const std::vector<Operation> operations = operationsOf(body);
    for (const Statement& statement : dialect_->compile(operations, schema_)) {
        runAsShown(connection_, statement);
    }
    know(body);
}

void SchemaRunner::know(GoldenCase::Body body) {
    for (const Operation& operation : operationsOf(body)) {
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
