#include <algorithm>

#include <fmt/format.h>

#include <godwit/report.hpp>

#include "report/words.hpp"

// The text is SQL that a person may read, and run with the server's own client.
//
//   text      := nothing | head step+
//   head      := comment+ setting*
//   step      := newline comment+ segment+
//   segment   := comment* pragma* [ "BEGIN;" setting* ] statement* comment* pragma* comment
//                [ "COMMIT;" ] pragma*
//   setting   := "SET" ( "LOCAL" | "SESSION" ) name "=" value ";"
//   statement := comment+ sql ";"
//
// The SQL is what godwit runs, byte for byte. Comments hold no control characters, so that no name
// can end one.

namespace godwit {

namespace {

using namespace detail::report;

void comment(std::string& out, std::string_view text) {
    out += fmt::format("-- {}\n", printableLine(text));
}

std::size_t count(const Plan& plan, Direction direction) {
    return static_cast<std::size_t>(
        std::count_if(plan.steps.begin(), plan.steps.end(), [direction](const Step& step) {
            return step.direction == direction;
        }));
}

void head(std::string& out, const Plan& plan) {
    const std::size_t up = count(plan, Direction::Up);
    const std::size_t down = count(plan, Direction::Down);
    std::string what;
    if (down > 0) {
        what = fmt::format("{} to roll back", counted(down, "migration"));
    }
    if (up > 0) {
        what += fmt::format("{}{} to apply", down > 0 ? ", " : "", counted(up, "migration"));
    }
    comment(out, fmt::format("Plan for {}: {}.", titleOf(plan.server), what));
    comment(out,
            plan.transactional
                ? "Each migration is one transaction together with its row in the history."
                : "Each statement stands as soon as it has run; the history follows the last one.");
    comment(out,
            "The history is godwit's to write: run by hand, these statements leave it as it is.");
}

// Where there are no transactions, the settings hold for the session.
void settings(std::string& out, const Plan& plan) {
    for (const Setting& setting : plan.settings) {
        out += fmt::format("SET {} {} = {};\n",
                           plan.transactional ? "LOCAL" : "SESSION",
                           setting.name,
                           setting.value);
    }
}

// A comment in the last line would swallow a semicolon behind it.
bool lastLineMayEndInComment(std::string_view sql) {
    const std::size_t newline = sql.rfind('\n');
    const std::string_view line = newline == std::string_view::npos ? sql : sql.substr(newline + 1);
    return line.find("--") != std::string_view::npos || line.find('#') != std::string_view::npos;
}

// The mysql client ends a statement at the first delimiter, also inside the body of a trigger.
// https://dev.mysql.com/doc/refman/8.4/en/stored-programs-defining.html
bool needsOtherDelimiter(const Plan& plan, std::string_view sql) {
    const bool mysqlClient =
        plan.server.kind == DatabaseKind::MySQL || plan.server.kind == DatabaseKind::MariaDB;
    return mysqlClient && sql.find(';') != std::string_view::npos;
}

std::string delimiterFor(std::string_view sql) {
    std::string delimiter = "$$";
    while (sql.find(delimiter) != std::string_view::npos) {
        delimiter += '$';
    }
    return delimiter;
}

// Who reads the plan need not have the folders of the machine that compiled it.
std::string place(const SourceLine& line) {
    const std::string path = placeOf(line);
    return path.empty() ? path : ", " + path.substr(path.rfind('/') + 1);
}

void statement(std::string& out, const Plan& plan, const Statement& statement) {
    comment(out, statement.operation + place(statement.line));
    const std::string sql = textOf(statement);
    const std::string_view gap = lastLineMayEndInComment(statement.sql) ? "\n" : "";
    if (needsOtherDelimiter(plan, statement.sql)) {
        const std::string delimiter = delimiterFor(sql);
        out += fmt::format("DELIMITER {}\n", delimiter);
        out += fmt::format("{}{}{}\nDELIMITER ;\n", sql, gap, delimiter);
        return;
    }
    out += fmt::format("{}{};\n", sql, gap);
}

// Says once, above the first of those that are decided together, what they wait for.
void guard(std::string& out, const Step& step, const Segment& segment, std::size_t index) {
    const Statement& guarded = step.statements[index];
    if (guarded.onlyIf.empty() ||
        (index > segment.first && decidedTogether(step.statements[index - 1], guarded))) {
        return;
    }
    std::size_t end = index + 1;
    while (end < segment.first + segment.count && decidedTogether(guarded, step.statements[end])) {
        ++end;
    }
    comment(out,
            fmt::format("Only if this is true{}: {}",
                        end - index == 1 ? "" : fmt::format(", the next {}", end - index),
                        guarded.onlyIf));
}

void statements(std::string& out, const Plan& plan, const Step& step, const Segment& segment) {
    const std::size_t done = step.begun ? step.begun->done : 0;
    for (std::size_t i = segment.first; i < segment.first + segment.count; ++i) {
        const Statement& each = step.statements[i];
        if (i < done) {
            comment(out, fmt::format("Stands already: {}{}", each.operation, place(each.line)));
            continue;
        }
        guard(out, step, segment, i);
        statement(out, plan, each);
    }
}

void note(std::string& out, const Step& step, std::size_t done, bool last) {
    if (last) {
        comment(out,
                fmt::format("Here godwit writes to its history that {} {}.",
                            step.id,
                            step.direction == Direction::Up ? "is applied" : "is rolled back"));
    } else if (done == 0) {
        comment(out, "Here godwit writes down that it begins.");
    } else {
        comment(out,
                fmt::format("Here godwit writes down that {} of {} statements stand.",
                            done,
                            step.statements.size()));
    }
}

// One of several segments that has no statements keeps nothing together for who runs it by hand.
void segment(std::string& out,
             const Plan& plan,
             const Step& step,
             const std::vector<Segment>& all,
             const Segment& segment) {
    const bool last = &segment == &all.back();
    const std::size_t end = segment.first + segment.count;
    if (step.begun && end <= step.begun->done && !last) {
        statements(out, plan, step, segment);
        return;
    }
    const bool wrapped = segment.transaction && (segment.count > 0 || all.size() == 1);
    if (!segment.transaction && plan.transactional) {
        comment(out, "Outside of any transaction:");
    }
    // The switch does nothing inside a transaction.
    // https://www.sqlite.org/pragma.html#pragma_foreign_keys
    const bool rebuilds = rebuildsTable(step, segment);
    if (rebuilds) {
        out += "PRAGMA foreign_keys = OFF;\n";
    }
    if (wrapped) {
        out += "BEGIN;\n";
    }
    if (wrapped && plan.transactional) {
        settings(out, plan);
    }
    statements(out, plan, step, segment);
    if (rebuilds) {
        comment(out, "Of rows that this lists and that were right before, godwit makes a failure:");
        out += "PRAGMA foreign_key_check;\n";
    }
    note(out, step, end, last);
    if (wrapped) {
        out += "COMMIT;\n";
    }
    if (rebuilds) {
        out += "PRAGMA foreign_keys = ON;\n";
    }
}

void step(std::string& out, const Plan& plan, const Step& step) {
    out += '\n';
    comment(out, fmt::format("{} {}: {}", nameOf(step.direction), step.id, step.description));
    const std::vector<Segment> segments = segmentsOf(step, plan.transactional);
    if (segments.size() > 1) {
        comment(out,
                "In parts that stand once they have run; after an interruption godwit goes on with "
                "the next.");
    }
    for (const Segment& each : segments) {
        segment(out, plan, step, segments, each);
    }
}

}  // namespace

std::string toText(const Plan& plan) {
    if (plan.steps.empty()) {
        return "-- Nothing to do.\n";
    }
    std::string out;
    head(out, plan);
    if (!plan.transactional) {
        settings(out, plan);
    }
    for (const Step& each : plan.steps) {
        step(out, plan, each);
    }
    return out;
}

}  // namespace godwit
