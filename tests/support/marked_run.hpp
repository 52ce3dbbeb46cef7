#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <godwit/dialect.hpp>
#include <godwit/migrator.hpp>

#include "run/actor.hpp"
#include "run/history.hpp"
#include "run/migrator_state.hpp"
#include "run/run.hpp"

// Raw SQL that says in comments, one behind the other, how it runs: for tests of the running alone.
//
//   /*outside*/      never inside a transaction block
//   /*commit*/       what follows needs it committed
//   /*rows*/         reads and writes rows only
//   /*if QUERY*/     runs only if
//   /*done QUERY*/   an interrupted attempt is done if
//   /*clear SQL*/    what an interrupted attempt leaves goes by this

namespace godwit::test {

/// A server's dialect that takes these comments by their word.
class MarkingDialect final : public Dialect {
public:
    explicit MarkingDialect(const Server& server) : real_(makeDialect(server)) {}

    const Server& server() const override { return real_->server(); }
    std::vector<Setting> settings() const override { return real_->settings(); }
    bool transactionalDdl() const override { return real_->transactionalDdl(); }
    std::string identifier(std::string_view name) const override { return real_->identifier(name); }
    std::string literal(std::string_view text) const override { return real_->literal(text); }
    std::string valueLiteral(const Value& value) const override {
        return real_->valueLiteral(value);
    }

    std::vector<Statement> compile(const std::vector<Operation>& operations,
                                   const Schema& before) const override {
        std::vector<Statement> statements = real_->compile(operations, before);
        for (Statement& statement : statements) {
            std::size_t at = 0;
            while (statement.sql.compare(at, 2, "/*") == 0) {
                at = readMark(statement, at);
            }
        }
        return statements;
    }

private:
    // Returns where the mark ends.
    static std::size_t readMark(Statement& statement, std::size_t at) {
        const std::size_t end = statement.sql.find("*/", at);
        const std::string mark = statement.sql.substr(at + 2, end - at - 2);
        const std::size_t space = mark.find(' ');
        const std::string word = mark.substr(0, space);
        const std::string rest = space == std::string::npos ? "" : mark.substr(space + 1);
        statement.outsideTransaction = statement.outsideTransaction || word == "outside";
        statement.commitAfter = statement.commitAfter || word == "commit";
        statement.rowsOnly = statement.rowsOnly || word == "rows";
        statement.onlyIf += word == "if" ? rest : "";
        statement.retry.doneIf += word == "done" ? rest : "";
        statement.retry.clear += word == "clear" ? rest : "";
        return end + 2;
    }

    std::unique_ptr<Dialect> real_;
};

/// What `Migrator::run` does once something is pending, with a MarkingDialect.
inline Report runMarked(Connection& connection,
                        MigrationSet migrations,
                        const Target& target = Target::up(),
                        MigratorOptions options = {}) {
    const MarkingDialect dialect{connection.server()};
    const detail::HistoryTable table{options.historyTable};
    detail::MigratorState state{&connection, std::move(migrations), std::move(options)};
    const auto applied = table.read(state.driver(), dialect).applied;
    return detail::Run{state, dialect, table, byName(target, applied)}.go();
}

/// The same SQL on every database.
inline void say(SchemaBuilder& schema, std::string_view sql) {
    schema.sql({.postgresql = sql, .mysql = sql, .mariadb = sql, .sqlite = sql});
}

/// What such a run fails with; a failure of the test when it does not.
inline MigrationFailed failureOfMarked(Connection& connection,
                                       const MigrationSet& migrations,
                                       const Target& target = Target::up()) {
    try {
        runMarked(connection, migrations, target);
    } catch (const MigrationFailed& error) {
        return error;
    }
    ADD_FAILURE() << "nothing was thrown";
    return {ErrorCode::Internal, {"nothing was thrown", {}, {}}, {}, {}, {}};
}

inline bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace godwit::test
