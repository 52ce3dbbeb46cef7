#include "run/progress_table.hpp"

#include <utility>

#include <fmt/format.h>

#include <godwit/error.hpp>
#include <godwit/version.hpp>

#include "build/recorder.hpp"
#include "json/canonical.hpp"
#include "json/texts.hpp"
#include "run/answers.hpp"
#include "run/times.hpp"

namespace godwit::detail {

namespace {

constexpr int kFormat = 1;

std::string standingOf(const Step& step, std::size_t done) {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < done; ++i) {
        texts.push_back(step.statements[i].sql);
    }
    return canonicalTexts(texts);
}

}  // namespace

void refuseTable(const std::string& table, const std::string& reason) {
    throw HistoryError(
        ErrorCode::HistoryFormatUnknown,
        {fmt::format("the table {} is not a history that godwit {} can read: {}",
                     table,
                     kVersion,
                     reason),
         "Nothing has run.",
         "name another history table, or use the version of godwit that wrote this one"});
}

bool lacksAColumn(const DatabaseError& error) {
    return error.sqlstate() == "42703" || error.nativeCode() == 1054 ||
           error.serverText().find("no such column") != std::string::npos;
}

ProgressTable::ProgressTable(std::string_view history)
    : name_(fmt::format("{}_progress", history)) {}

std::string ProgressTable::quoted(const Dialect& dialect) const {
    const std::string table = dialect.identifier(name_);
    return home_.empty() ? table : dialect.identifier(home_) + "." + table;
}

Progress ProgressTable::read(Driver& driver, const Dialect& dialect) const {
    const std::string sql = fmt::format(
        "SELECT migration_id, action, checksum, done, statements, standing, position, {}, actor, "
        "format FROM {}",
        timeAsText(dialect.server().kind, "started_at"),
        quoted(dialect));
    Rows rows;
    try {
        rows = driver.query(sql);
    } catch (const DatabaseError& error) {
        if (error.code() == ErrorCode::TableNotFound) {
            return {};
        }
        if (lacksAColumn(error)) {
            refuseTable(name_, error.serverText());
        }
        throw;
    }
    if (rows.empty()) {
        return {.exists = true, .unfinished = {}};
    }
    const auto text = [&rows](std::size_t i) { return rows[0][i].value_or(""); };
    if (numberOf(rows[0][9]) != kFormat) {
        refuseTable(name_, fmt::format("its row has format {}", text(9)));
    }
    UnfinishedMigration unfinished{
        .id = text(0),
        .direction = text(1) == "apply" ? Direction::Up : Direction::Down,
        .checksum = text(2),
        .done = static_cast<std::size_t>(numberOf(rows[0][3])),
        .statements = static_cast<std::size_t>(numberOf(rows[0][4])),
        .standing = textsOfJson(text(5)),
        .position = text(6),
        .startedAt = text(7),
        .actor = text(8),
        .table = name_,
    };
    return {.exists = true, .unfinished = std::move(unfinished)};
}

std::vector<std::string> ProgressTable::creation(const Dialect& dialect) const {
    Recorder recorder;
    SchemaBuilder schema{recorder};
    schema.createTable(godwit::name(name_), [](TableBuilder& t) {
        t.string("migration_id", 190).primaryKey();
        t.string("action", 12);
        t.string("checksum", 80);
        t.bigInteger("done");
        t.bigInteger("statements");
        t.text("standing");
        t.text("position");
        t.timestampTz("started_at");
        t.text("actor");
        t.string("tool", 60);
        t.smallInteger("format");
    });
    std::vector<std::string> statements;
    for (const Statement& statement : compileAlone(recorder.take(), dialect)) {
        statements.push_back(statement.sql);
    }
    return statements;
}

std::string ProgressTable::insertion(const Dialect& dialect,
                                     const Step& step,
                                     std::size_t done,
                                     std::string_view actor) const {
    const auto text = [&dialect](std::string_view t) { return dialect.literal(t); };
    return fmt::format(
        "INSERT INTO {} (migration_id, action, checksum, done, statements, standing, position, "
        "started_at, actor, tool, format) VALUES ({}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {})",
        quoted(dialect),
        text(step.id),
        text(step.direction == Direction::Up ? "apply" : "revert"),
        text(step.checksum),
        done,
        step.statements.size(),
        text(standingOf(step, done)),
        text(""),
        timesOf(dialect.server().kind, {}).started,
        text(actor),
        text(fmt::format("godwit {}", kVersion)),
        kFormat);
}

std::string ProgressTable::update(const Dialect& dialect,
                                  const Step& step,
                                  std::size_t done,
                                  std::string_view position) const {
    return fmt::format("UPDATE {} SET done = {}, standing = {}, position = {}",
                       quoted(dialect),
                       done,
                       dialect.literal(standingOf(step, done)),
                       dialect.literal(position));
}

std::string ProgressTable::position(const Dialect& dialect,
                                    const Step& step,
                                    std::size_t done) const {
    return fmt::format("SELECT position FROM {} WHERE migration_id = {} AND done = {}",
                       quoted(dialect),
                       dialect.literal(step.id),
                       done);
}

std::string ProgressTable::startedAt(const Dialect& dialect) const {
    return fmt::format("(SELECT started_at FROM {})", quoted(dialect));
}

std::string ProgressTable::removal(const Dialect& dialect) const {
    return dialect.transactionalDdl() ? drop(dialect)
                                      : fmt::format("DELETE FROM {}", quoted(dialect));
}

std::string ProgressTable::drop(const Dialect& dialect) const {
    return fmt::format("DROP TABLE {}", quoted(dialect));
}

std::string ProgressTable::exists(const Dialect& dialect) const {
    switch (dialect.server().kind) {
    case DatabaseKind::PostgreSQL:
        return fmt::format("to_regclass({}) IS NOT NULL", dialect.literal(quoted(dialect)));
    case DatabaseKind::MySQL:
    case DatabaseKind::MariaDB:
        return fmt::format(
            "EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = {} AND "
            "table_name = {})",
            home_.empty() ? "DATABASE()" : dialect.literal(home_),
            dialect.literal(name_));
    case DatabaseKind::SQLite:
        return fmt::format("EXISTS (SELECT 1 FROM sqlite_schema WHERE name = {})",
                           dialect.literal(name_));
    }
    return {};
}

}  // namespace godwit::detail
