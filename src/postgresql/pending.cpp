// Rows that a deferred constraint has still to look at stand in the way of ALTER TABLE and of DROP
// TABLE: "it has pending trigger events". Before such a statement the constraints look at them, and
// are deferred again for the rows that come after it.
// https://www.postgresql.org/docs/current/sql-set-constraints.html

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "model/qualified.hpp"
#include "postgresql/dialect.hpp"

namespace godwit::detail {

namespace {

constexpr std::string_view kSet = "SET CONSTRAINTS ";
constexpr std::string_view kImmediate = "SET CONSTRAINTS ALL IMMEDIATE";

bool isDeferred(const UniqueKey& key) { return key.deferral == Deferral::InitiallyDeferred; }
bool isDeferred(const ForeignKey& key) { return key.deferral == Deferral::InitiallyDeferred; }

// A row that is written may be looked at later.
bool waits(const Table& table, const Script& script) {
    const auto refersHere = [&table](const ForeignKey& key) {
        return isDeferred(key) && key.referencedTable == table.name;
    };
    return std::any_of(table.uniqueKeys.begin(),
                       table.uniqueKeys.end(),
                       [](const UniqueKey& key) { return isDeferred(key); }) ||
           std::any_of(table.foreignKeys.begin(),
                       table.foreignKeys.end(),
                       [](const ForeignKey& key) { return isDeferred(key); }) ||
           script.anyTable([&](const Table& other) {
               return std::any_of(other.foreignKeys.begin(), other.foreignKeys.end(), refersHere);
           });
}

std::vector<std::string> deferredNames(const Script& script, const Dialect& dialect) {
    std::set<std::string> names;
    script.anyTable([&](const Table& table) {
        const std::string_view schema = schemaOf(table.name);
        const std::string place = schema.empty() ? "" : dialect.identifier(schema) + ".";
        const auto take = [&](const auto& key) {
            if (isDeferred(key) && !table.touchedByRawSql) {
                names.insert(place + dialect.identifier(key.name));
            }
        };
        std::for_each(table.uniqueKeys.begin(), table.uniqueKeys.end(), take);
        std::for_each(table.foreignKeys.begin(), table.foreignKeys.end(), take);
        return false;
    });
    return {names.begin(), names.end()};
}

bool setsConstraints(const Piece& piece) {
    return !std::holds_alternative<op::RawSql>(*piece.source) &&
           piece.statement.sql.starts_with(kSet);
}

}  // namespace

// Which of the two statements are needed is seen when all are there.
void PostgresqlDialect::writeRows(const std::string& name,
                                  Script& script,
                                  const std::function<void()>& rows) const {
    const Table* table = script.table(name);
    if (table == nullptr || !waits(*table, script)) {
        rows();
        return;
    }
    const std::vector<std::string> names = deferredNames(script, *this);
    if (!names.empty()) {
        script.statement(fmt::format("{}{} DEFERRED", kSet, fmt::join(names, ", "))).rowsOnly =
            true;
    }
    rows();
    script.statement(std::string{kImmediate}).rowsOnly = true;
}

std::vector<Statement> PostgresqlDialect::finished(Script& script) const {
    std::vector<Piece> pieces;
    std::vector<Piece> waiting;  // The statements that would make the constraints look at rows.
    bool immediate = false;
    for (Piece& piece : script.pieces()) {
        if (setsConstraints(piece) && piece.statement.sql == kImmediate) {
            waiting.push_back(std::move(piece));
            continue;
        }
        if (setsConstraints(piece)) {
            if (immediate) {
                pieces.push_back(std::move(piece));
                immediate = false;
            }
            continue;
        }
        const std::string_view table =
            piece.table.empty() ? tableOf(*piece.source) : std::string_view{piece.table};
        const auto stands = std::find_if(waiting.begin(), waiting.end(), [table](const Piece& one) {
            const std::string_view written = tableOf(*one.source);
            return written.empty() || written == table;
        });
        if (piece.statement.outsideTransaction) {
            waiting.clear();
            immediate = false;
        } else if (!piece.statement.rowsOnly && stands != waiting.end()) {
            pieces.push_back(std::move(*stands));
            waiting.clear();
            immediate = true;
        }
        pieces.push_back(std::move(piece));
    }
    return statementsOf(pieces, *this);
}

void PostgresqlDialect::write(const op::InsertRows& o, Script& script) const {
    writeRows(o.table, script, [&] { SqlDialect::write(o, script); });
}

void PostgresqlDialect::write(const op::UpdateRows& o, Script& script) const {
    writeRows(o.table, script, [&] { SqlDialect::write(o, script); });
}

void PostgresqlDialect::write(const op::EraseRows& o, Script& script) const {
    writeRows(o.table, script, [&] { SqlDialect::write(o, script); });
}

}  // namespace godwit::detail
