#pragma once

#include <string>
#include <utility>
#include <vector>

#include <godwit/report.hpp>

namespace godwit::test {

inline constexpr Server kPostgresql{DatabaseKind::PostgreSQL, {15, 4, 0}};
inline constexpr Server kMysql{DatabaseKind::MySQL, {9, 7, 0}};
inline constexpr Server kSqlite{DatabaseKind::SQLite, {3, 40, 1}};

inline Statement statement(std::string sql, std::string operation = "create_table orders") {
    return {std::move(sql), std::move(operation), {"orders.cpp", 12}};
}

inline Step step(Direction direction, std::vector<Statement> statements) {
    Step out;
    out.id = "20250217143000_create_orders_table";
    out.description = "create orders table";
    out.direction = direction;
    out.checksum = "gw1:ab";
    out.statements = std::move(statements);
    return out;
}

inline Plan plan(Server server, std::vector<Step> steps) {
    const bool mysql = server.kind == DatabaseKind::MySQL || server.kind == DatabaseKind::MariaDB;
    return {.server = server,
            .transactional = !mysql,
            .settings = {{"time_zone", "'+00:00'"}},
            .steps = std::move(steps)};
}

inline MigrationStatus migration(std::string id, MigrationStatus::State state) {
    MigrationStatus out;
    out.id = std::move(id);
    out.description = "create things";
    out.state = state;
    if (state != MigrationStatus::State::Pending) {
        out.applied.batch = 3;
        out.applied.checksum = "gw1:ab";
        out.applied.startedAt = "2025-02-17 14:30:00.000000";
        out.applied.finishedAt = "2025-02-17 14:30:01.500000";
        out.applied.durationMs = 1500;
        out.applied.actor = "shop@web-1";
    }
    return out;
}

inline Status status(std::vector<MigrationStatus> migrations) {
    return {kSqlite, "sqlite:shop.db", "godwit_history", std::move(migrations)};
}

inline UnfinishedMigration unfinished() {
    return {.id = "20250217143000_orders",
            .direction = Direction::Up,
            .checksum = "gw1:ab",
            .done = 3,
            .statements = 7,
            .standing = {"CREATE TABLE a (id int)"},
            .position = {},
            .startedAt = "2025-02-17 14:30:00.000000",
            .actor = "shop@web-1",
            .table = "godwit_history_progress"};
}

inline StepReport finished(Direction direction, std::size_t statements, long long milliseconds) {
    return {"20250217143000_create_orders_table",
            direction,
            statements,
            std::chrono::milliseconds{milliseconds}};
}

inline MigrationFailed partlyApplied() {
    ErrorWhere where;
    where.migration = "20250217143000_create_orders_table";
    where.operation = "create_table orders";
    where.sql = "CREATE TABLE orders (\n  id int\n)";
    where.line = {"orders.cpp", 12};
    return {ErrorCode::MigrationPartlyApplied,
            {"migration 20250217143000_create_orders_table stopped half-way",
             "1 of its statements stands.",
             "take it back by hand"},
            {"42S02", 1146, "Table 'shop.users' doesn't exist"},
            where,
            {.applied = {"20250217142500_create_users_table"},
             .reverted = {},
             .standing = {"CREATE TABLE users (id int)"},
             .rolledBack = false}};
}

}  // namespace godwit::test
