#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include <godwit/error.hpp>
#include <godwit/version.hpp>

#include "build/recorder.hpp"
#include "json/canonical.hpp"
#include "run/history.hpp"

namespace godwit::detail {

namespace {

constexpr int kFormat = 1;

// "2025-02-17 14:30:00.123456", whatever the session's time zone and date style.
std::string asText(DatabaseKind kind, std::string_view column) {
    switch (kind) {
    case DatabaseKind::PostgreSQL:
        return fmt::format("to_char({} AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')", column);
    case DatabaseKind::MySQL:
    case DatabaseKind::MariaDB:
        return fmt::format("DATE_FORMAT({}, '%Y-%m-%d %H:%i:%s.%f')", column);
    case DatabaseKind::SQLite:
        return fmt::format("strftime('%Y-%m-%d %H:%M:%f', {}) || '000'", column);
    }
    return {};
}

struct Times {
    std::string started;
    std::string finished;
    std::string durationMs;
};

Times timesOf(DatabaseKind kind, std::chrono::microseconds duration) {
    const auto milliseconds =
        std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
    const std::string ms = fmt::format("{}", milliseconds);
    switch (kind) {
    case DatabaseKind::PostgreSQL:
        // now() is the start of the transaction.
        // https://www.postgresql.org/docs/current/functions-datetime.html#FUNCTIONS-DATETIME-CURRENT
        return {"now()",
                "clock_timestamp()",
                "(extract(epoch FROM clock_timestamp() - now()) * 1000)::bigint"};
    case DatabaseKind::MySQL:
    case DatabaseKind::MariaDB:
        return {fmt::format("UTC_TIMESTAMP(6) - INTERVAL {} MICROSECOND", duration.count()),
                "UTC_TIMESTAMP(6)",
                ms};
    case DatabaseKind::SQLite:
        return {fmt::format("strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-{}.{:03} seconds')",
                            milliseconds / 1000,
                            milliseconds % 1000),
                "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')",
                ms};
    }
    return {};
}

std::int64_t number(const std::optional<std::string>& text) {
    std::int64_t value = 0;
    if (text) {
        std::from_chars(text->data(), text->data() + text->size(), value);
    }
    return value;
}

[[noreturn]] void refuseFormat(const std::string& table, const std::string& reason) {
    throw HistoryError(
        ErrorCode::HistoryFormatUnknown,
        {fmt::format("the table {} is not a history that godwit {} can read: {}",
                     table,
                     kVersion,
                     reason),
         "Nothing has run.",
         "name another history table, or use the version of godwit that wrote this one"});
}

// Of the table: some column of it is not there. Other refusals are about the server or the file.
bool lacksAColumn(const DatabaseError& error) {
    return error.sqlstate() == "42703" || error.nativeCode() == 1054 ||
           error.serverText().find("no such column") != std::string::npos;
}

void fold(History& history, AppliedMigration row, const std::string& action) {
    if (action == "apply") {
        history.applied.push_back(std::move(row));
    } else {
        std::erase_if(history.applied, [&row](const auto& known) { return known.id == row.id; });
    }
}

}  // namespace

std::string HistoryTable::quoted(const Dialect& dialect) const {
    const std::string table = dialect.identifier(name_);
    return home_.empty() ? table : dialect.identifier(home_) + "." + table;
}

History HistoryTable::read(Driver& driver, const Dialect& dialect) const {
    const DatabaseKind kind = dialect.server().kind;
    const std::string sql = fmt::format(
        "SELECT seq, migration_id, description, action, checksum, batch, {}, {}, duration_ms, "
        "actor, format FROM {} ORDER BY seq",
        asText(kind, "started_at"),
        asText(kind, "finished_at"),
        quoted(dialect));
    Rows rows;
    try {
        rows = driver.query(sql);
    } catch (const DatabaseError& error) {
        if (error.code() == ErrorCode::TableNotFound) {
            return {};
        }
        if (lacksAColumn(error)) {
            refuseFormat(name_, error.serverText());
        }
        throw;
    }
    History history{.exists = true, .lastSeq = 0, .lastBatch = 0, .applied = {}};
    for (const auto& row : rows.values) {
        const auto text = [&row](std::size_t i) { return row[i].value_or(""); };
        if (number(row[10]) != kFormat) {
            refuseFormat(name_, fmt::format("row {} has format {}", text(0), text(10)));
        }
        if (text(3) != "apply" && text(3) != "revert") {
            refuseFormat(name_, fmt::format("row {} has the action {}", text(0), text(3)));
        }
        history.lastSeq = number(row[0]);
        history.lastBatch = std::max(history.lastBatch, number(row[5]));
        fold(history,
             {.id = text(1),
              .description = text(2),
              .checksum = text(4),
              .batch = number(row[5]),
              .startedAt = text(6),
              .finishedAt = text(7),
              .durationMs = number(row[8]),
              .actor = text(9)},
             text(3));
    }
    return history;
}

std::int64_t HistoryTable::lastSeq(Driver& driver, const Dialect& dialect) const {
    try {
        const Rows rows = driver.query(fmt::format("SELECT max(seq) FROM {}", quoted(dialect)));
        return number(rows[0][0]);
    } catch (const DatabaseError& error) {
        if (error.code() == ErrorCode::TableNotFound) {
            return 0;
        }
        throw;
    }
}

std::vector<std::string> HistoryTable::creation(const Dialect& dialect) const {
    Recorder recorder;
    SchemaBuilder schema{recorder};
    schema.createTable(godwit::name(name_), [](TableBuilder& t) {
        t.bigInteger("seq").primaryKey();
        t.string("migration_id", 190);
        t.text("description");
        t.string("action", 12);
        t.string("checksum", 80);
        t.text("operations");
        t.text("down_sql");
        t.bigInteger("batch");
        t.timestampTz("started_at");
        t.timestampTz("finished_at");
        t.bigInteger("duration_ms");
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

std::string HistoryTable::insertion(const Dialect& dialect,
                                    const Step& step,
                                    std::int64_t seq,
                                    std::int64_t batch,
                                    std::string_view actor,
                                    std::chrono::microseconds duration) const {
    std::vector<std::string> down;
    for (const Statement& statement : step.downStatements) {
        down.push_back(statement.sql);
    }
    const bool up = step.direction == Direction::Up;
    const Times times = timesOf(dialect.server().kind, duration);
    const auto text = [&dialect](std::string_view t) { return dialect.literal(t); };
    return fmt::format(
        "INSERT INTO {} (seq, migration_id, description, action, checksum, operations, down_sql, "
        "batch, started_at, finished_at, duration_ms, actor, tool, format) VALUES "
        "({}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {})",
        quoted(dialect),
        seq,
        text(step.id),
        text(step.description),
        text(up ? "apply" : "revert"),
        text(step.checksum),
        text(step.operations),
        text(canonicalTexts(down)),
        batch,
        times.started,
        times.finished,
        times.durationMs,
        text(actor),
        text(fmt::format("godwit {}", kVersion)),
        kFormat);
}

}  // namespace godwit::detail
