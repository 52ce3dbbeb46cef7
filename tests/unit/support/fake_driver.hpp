#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <godwit/connection.hpp>

namespace godwit::test {

/// A server that is not there: answers from a script and keeps all that it is told.
/// It must outlive its connections, which share it.
struct FakeServer {
    /// What one statement is answered with; it goes by the first part that the statement holds.
    struct Answer {
        std::string part;
        Rows rows{};
        std::optional<ErrorCode> refusal{};
    };

    Server server{DatabaseKind::SQLite, {3, 40, 1}};
    std::string name = "sqlite:fake.db";
    std::vector<Answer> answers{};
    std::vector<std::string> log{};  ///< Every statement, in order.
    std::vector<Value> bound{};      ///< Every value that came with a statement, in order.
    std::size_t messages = 0;        ///< How many there were: each costs a round trip.
    bool reachable = true;
    bool inTransaction = false;

    /// Queries that hold `part` return `rows`; those without an answer return none.
    FakeServer& answer(std::string part,
                       std::vector<std::vector<std::optional<std::string>>> rows) {
        answers.push_back({std::move(part), {std::move(rows)}});
        return *this;
    }

    /// Statements that hold `part` fail.
    FakeServer& refuse(std::string part, ErrorCode code = ErrorCode::StatementRefused) {
        answers.push_back({std::move(part), {}, code});
        return *this;
    }

    Connection connect();
};

/// The connection to a FakeServer.
class FakeDriver final : public Driver {
public:
    explicit FakeDriver(FakeServer& server) : server_(server) {}

    DatabaseKind kind() const override { return server_.server.kind; }
    std::string describe() const override { return server_.name; }
    Server server() override {
        checkReachable();
        return server_.server;
    }
    bool inTransaction() override { return server_.inTransaction; }

    std::uint64_t execute(std::string_view sql) override { return query(sql).size(); }

    void executeTogether(const std::vector<std::string>& statements) override {
        ++server_.messages;
        for (const std::string& sql : statements) {
            answer(sql);
        }
    }

    Rows query(std::string_view sql) override {
        ++server_.messages;
        return answer(sql);
    }

    Rows query(std::string_view sql, const std::vector<Value>& values) override {
        server_.bound.insert(server_.bound.end(), values.begin(), values.end());
        return query(sql);
    }

    std::uint64_t execute(std::string_view sql, const std::vector<Value>& values) override {
        return query(sql, values).size();
    }

private:
    Rows answer(std::string_view sql) {
        checkReachable();
        server_.log.emplace_back(sql);
        for (const FakeServer::Answer& answer : server_.answers) {
            if (sql.find(answer.part) == std::string_view::npos) {
                continue;
            }
            if (answer.refusal) {
                ErrorWhere where;
                where.sql = sql;
                throw DatabaseError(*answer.refusal,
                                    {"the server refused a statement", {}, {}},
                                    {"42000", 1, "refused: " + answer.part},
                                    where);
            }
            return answer.rows;
        }
        if (sql.starts_with("BEGIN")) {
            server_.inTransaction = true;
        } else if (sql.starts_with("COMMIT") || sql.starts_with("ROLLBACK")) {
            server_.inTransaction = false;
        }
        return {};
    }

    void checkReachable() const {
        if (!server_.reachable) {
            throw DatabaseError(ErrorCode::ServerUnreachable, {"nobody answers", {}, {}}, {});
        }
    }

    FakeServer& server_;
};

inline Connection FakeServer::connect() { return Connection{std::make_unique<FakeDriver>(*this)}; }

}  // namespace godwit::test
