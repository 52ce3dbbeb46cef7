#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include <godwit/error.hpp>
#include <godwit/version.hpp>

#include "build/recorder.hpp"
#include "json/canonical.hpp"
#include "run/answers.hpp"
#include "run/history.hpp"
#include "run/times.hpp"

namespace godwit::detail {

namespace {

constexpr int kFormat = 1;

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
        "actor, format, reason, (SELECT {}) FROM {} ORDER BY seq",
        timeAsText(kind, "started_at"),
        timeAsText(kind, "finished_at"),
        progress_.exists(dialect),
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
    History history{.exists = true,
                    .lastSeq = 0,
                    .lastBatch = 0,
                    .applied = {},
                    .mayBeUnfinished = rows.empty() || saysYes(rows[0][12])};
    for (const auto& row : rows.values) {
        const auto text = [&row](std::size_t i) { return row[i].value_or(""); };
        if (numberOf(row[10]) != kFormat) {
            refuseTable(name_, fmt::format("row {} has format {}", text(0), text(10)));
        }
        if (text(3) != "apply" && text(3) != "revert") {
            refuseTable(name_, fmt::format("row {} has the action {}", text(0), text(3)));
        }
        history.lastSeq = numberOf(row[0]);
        history.lastBatch = std::max(history.lastBatch, numberOf(row[5]));
        fold(history,
             {.id = text(1),
              .description = text(2),
              .checksum = text(4),
              .batch = numberOf(row[5]),
              .startedAt = text(6),
              .finishedAt = text(7),
              .durationMs = numberOf(row[8]),
              .actor = text(9),
              .reason = text(11)},
             text(3));
    }
    return history;
}

std::int64_t HistoryTable::lastSeq(Driver& driver, const Dialect& dialect) const {
    try {
        const Rows rows = driver.query(fmt::format("SELECT max(seq) FROM {}", quoted(dialect)));
        return numberOf(rows[0][0]);
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
        t.text("reason").nullable();
    });
    std::vector<std::string> statements;
    for (const Statement& statement : compileAlone(recorder.take(), dialect)) {
        statements.push_back(statement.sql);
    }
    return statements;
}

std::string HistoryTable::insertion(const Dialect& dialect, const HistoryRow& row) const {
    const Step& step = row.step;
    std::vector<std::string> down;
    for (const Statement& statement : step.downStatements) {
        down.push_back(statement.sql);
    }
    const bool up = step.direction == Direction::Up;
    const Times times = timesOf(dialect.server().kind, row.duration);
    const auto text = [&dialect](std::string_view t) { return dialect.literal(t); };
    return fmt::format(
        "INSERT INTO {} (seq, migration_id, description, action, checksum, operations, down_sql, "
        "batch, started_at, finished_at, duration_ms, actor, tool, format, reason) VALUES "
        "({}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {})",
        quoted(dialect),
        row.seq,
        text(step.id),
        text(step.description),
        text(up ? "apply" : "revert"),
        text(step.checksum),
        text(step.operations),
        text(canonicalTexts(down)),
        row.batch,
        row.inParts ? progress_.startedAt(dialect) : times.started,
        times.finished,
        times.durationMs,
        text(row.actor),
        text(fmt::format("godwit {}", kVersion)),
        kFormat,
        step.reason.empty() ? "NULL" : text(step.reason));
}

}  // namespace godwit::detail
