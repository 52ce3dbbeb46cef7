#include <nlohmann/json.hpp>

#include <godwit/report.hpp>

#include "report/status_counts.hpp"
#include "report/words.hpp"

// docs/reference/json.md describes these documents. A change that a reader could notice raises
// kFormat.

namespace godwit {

namespace {

using namespace detail::report;
using Json = nlohmann::ordered_json;

constexpr int kFormat = 1;

Json document(std::string_view kind) { return {{"document", kind}, {"format", kFormat}}; }

// Texts come from servers and files, in any encoding: what is no UTF-8 becomes U+FFFD.
std::string dumped(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

Json serverJson(const Server& server) {
    return {{"kind", godwit::nameOf(server.kind)}, {"version", versionOf(server)}};
}

void addLine(Json& json, const SourceLine& line) {
    const bool known = line.line != 0;
    json["file"] = known ? Json(line.file) : Json();
    json["line"] = known ? Json(line.line) : Json();
}

Json textOrNull(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json statementsJson(const std::vector<Statement>& statements) {
    Json out = Json::array();
    for (const Statement& statement : statements) {
        Json json = {{"sql", statement.sql}, {"operation", statement.operation}};
        addLine(json, statement.line);
        json["comment"] = textOrNull(statement.comment);
        json["onlyIf"] = textOrNull(statement.onlyIf);
        out.push_back(std::move(json));
    }
    return out;
}

Json segmentsJson(const std::vector<Segment>& segments) {
    Json out = Json::array();
    for (const Segment& segment : segments) {
        out.push_back({{"transaction", segment.transaction},
                       {"first", segment.first},
                       {"count", segment.count}});
    }
    return out;
}

Json stepJson(const Step& step, bool transactional) {
    return {{"id", step.id},
            {"description", step.description},
            {"reason", textOrNull(step.reason)},
            {"direction", nameOf(step.direction)},
            {"checksum", step.checksum},
            {"done", step.begun ? step.begun->done : 0},
            {"segments", segmentsJson(segmentsOf(step, transactional))},
            {"statements", statementsJson(step.statements)},
            {"downStatements", statementsJson(step.downStatements)}};
}

// "2025-02-17 14:30:00.000000" in UTC becomes RFC 3339.
std::string instant(std::string text) {
    constexpr std::size_t kDateEnd = 10;
    if (text.size() > kDateEnd && text[kDateEnd] == ' ') {
        text[kDateEnd] = 'T';
        text += 'Z';
    }
    return text;
}

Json appliedJson(const MigrationStatus& migration) {
    if (migration.state == MigrationStatus::State::Pending) {
        return {};
    }
    const AppliedMigration& applied = migration.applied;
    return {{"batch", applied.batch},
            {"checksum", applied.checksum},
            {"startedAt", instant(applied.startedAt)},
            {"finishedAt", instant(applied.finishedAt)},
            {"durationMs", applied.durationMs},
            {"actor", applied.actor},
            {"reason", textOrNull(applied.reason)}};
}

Json unfinishedJson(const std::optional<UnfinishedMigration>& unfinished) {
    if (!unfinished) {
        return {};
    }
    return {{"id", unfinished->id},
            {"direction", nameOf(unfinished->direction)},
            {"checksum", unfinished->checksum},
            {"done", unfinished->done},
            {"statements", unfinished->statements},
            {"standing", unfinished->standing},
            {"startedAt", instant(unfinished->startedAt)},
            {"actor", unfinished->actor}};
}

Json whereJson(const ErrorWhere& where) {
    Json out = {{"migration", where.migration}, {"operation", where.operation}, {"sql", where.sql}};
    addLine(out, where.line);
    return out;
}

}  // namespace

std::string toJson(const Plan& plan) {
    Json out = document("plan");
    out["server"] = serverJson(plan.server);
    out["transactional"] = plan.transactional;
    out["settings"] = Json::object();
    for (const Setting& setting : plan.settings) {
        out["settings"][setting.name] = setting.value;
    }
    out["steps"] = Json::array();
    for (const Step& step : plan.steps) {
        out["steps"].push_back(stepJson(step, plan.transactional));
    }
    return dumped(out);
}

std::string toJson(const Status& status) {
    const StatusCounts counts = countsOf(status);
    Json out = document("status");
    out["server"] = serverJson(status.server);
    out["database"] = status.database;
    out["historyTable"] = status.historyTable;
    out["counts"] = {{"applied", counts.applied},
                     {"pending", counts.pending},
                     {"modified", counts.modified},
                     {"unknown", counts.unknown}};
    out["migrations"] = Json::array();
    for (const MigrationStatus& migration : status.migrations) {
        out["migrations"].push_back({{"id", migration.id},
                                     {"description", migration.description},
                                     {"state", nameOf(migration.state)},
                                     {"applied", appliedJson(migration)}});
    }
    out["unfinished"] = unfinishedJson(status.unfinished);
    return dumped(out);
}

std::string toJson(const Report& report) {
    Json out = document("report");
    out["steps"] = Json::array();
    for (const StepReport& step : report.steps) {
        out["steps"].push_back({{"id", step.id},
                                {"direction", nameOf(step.direction)},
                                {"statements", step.statements},
                                {"done", step.done},
                                {"durationUs", step.duration.count()}});
    }
    return dumped(out);
}

std::string toJson(const Error& error) {
    Json out = document("error");
    out["code"] = codeText(error.code());
    out["exitCode"] = error.exitCode();
    out["message"] = error.message();
    out["state"] = error.state();
    out["hint"] = error.hint();
    out["where"] = whereJson(error.where());
    if (const auto* database = dynamic_cast<const DatabaseError*>(&error)) {
        out["server"] = {{"sqlstate", database->sqlstate()},
                         {"code", database->nativeCode()},
                         {"text", database->serverText()}};
    }
    if (const auto* failed = dynamic_cast<const MigrationFailed*>(&error)) {
        out["progress"] = {{"applied", failed->progress().applied},
                           {"reverted", failed->progress().reverted},
                           {"standing", failed->progress().standing},
                           {"rolledBack", failed->progress().rolledBack}};
    }
    return dumped(out);
}

}  // namespace godwit
