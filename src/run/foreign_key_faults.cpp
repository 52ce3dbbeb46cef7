#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include <fmt/format.h>

#include "run/foreign_key_faults.hpp"

namespace godwit::detail {

namespace {

// One foreign key, as SQLite numbers it.
struct FoundKey {
    std::vector<std::string> columns;
    std::string parent;
};

std::vector<std::string> firstValues(const Rows& rows) {
    std::vector<std::string> out;
    for (const auto& row : rows.values) {
        out.push_back(row[0].value_or(""));
    }
    return out;
}

class FaultSearch {
public:
    FaultSearch(Driver& driver, const Dialect& dialect) : driver_(driver), dialect_(dialect) {}

    std::vector<ForeignKeyFault> run() {
        for (const std::string& table : firstValues(driver_.query(
                 "SELECT name FROM sqlite_schema AS t WHERE type = 'table' "
                 "AND EXISTS (SELECT 1 FROM pragma_foreign_key_list(t.name)) ORDER BY name"))) {
            searchIn(table);
        }
        return std::move(faults_);
    }

private:
    void searchIn(const std::string& table) {
        Rows counts;
        try {
            counts = driver_.query(
                fmt::format("SELECT fkid, count(*), count(rowid) FROM pragma_foreign_key_check({}) "
                            "GROUP BY fkid ORDER BY fkid",
                            dialect_.literal(table)));
        } catch (const DatabaseError& error) {
            // A key that refers to columns that are not unique, or not there.
            if (error.code() != ErrorCode::StatementRefused) {
                throw;
            }
            faults_.push_back({error.serverText(), error.serverText()});
            return;
        }
        if (counts.empty()) {
            return;
        }
        const std::map<std::string, FoundKey> keys = keysOf(table);
        for (const auto& row : counts.values) {
            const std::string number = row[0].value_or("");
            const bool numbered = row[2].value_or("0") != "0";
            numbered ? tellRows(table, number, keys.at(number))
                     : tellCount(table, keys.at(number), std::stoul(row[1].value_or("0")));
        }
    }

    std::map<std::string, FoundKey> keysOf(const std::string& table) {
        std::map<std::string, FoundKey> keys;
        for (const auto& row :
             driver_
                 .query(
                     fmt::format(R"(SELECT id, "table", "from" FROM pragma_foreign_key_list({}) )"
                                 "ORDER BY id, seq",
                                 dialect_.literal(table)))
                 .values) {
            FoundKey& key = keys[row[0].value_or("")];
            key.parent = row[1].value_or("");
            key.columns.push_back(row[2].value_or(""));
        }
        return keys;
    }

    // "id = 7, " for the columns, as an expression.
    std::string valuesOf(const std::vector<std::string>& columns) const {
        std::vector<std::string> parts;
        for (const std::string& column : columns) {
            parts.push_back(fmt::format("{} || quote(t.{})",
                                        dialect_.literal(column + " = "),
                                        dialect_.identifier(column)));
        }
        return parts.empty() ? "''" : fmt::format("{}", fmt::join(parts, " || ', ' || "));
    }

    void tellRows(const std::string& table, const std::string& number, const FoundKey& key) {
        const std::vector<std::string> primary = firstValues(driver_.query(
            fmt::format("SELECT name FROM pragma_table_info({}) WHERE pk > 0 ORDER BY pk",
                        dialect_.literal(table))));
        const Rows rows =
            driver_.query(fmt::format("SELECT {}, {} FROM pragma_foreign_key_check({}) AS f "
                                      "JOIN {} AS t ON t._rowid_ = f.rowid WHERE f.fkid = {}",
                                      valuesOf(key.columns),
                                      valuesOf(primary),
                                      dialect_.literal(table),
                                      dialect_.identifier(table),
                                      number));
        for (const auto& row : rows.values) {
            const std::string values = row[0].value_or("");
            const std::string which = row[1].value_or("");
            faults_.push_back({fmt::format("{}\n{}\n{}", table, key.parent, values),
                               fmt::format("{}{}: {} is not in {}",
                                           table,
                                           which.empty() ? "" : fmt::format(" ({})", which),
                                           values,
                                           key.parent)});
        }
    }

    // Of a table without row numbers SQLite does not say which rows.
    void tellCount(const std::string& table, const FoundKey& key, std::size_t count) {
        const std::string columns = fmt::format("{}", fmt::join(key.columns, ", "));
        faults_.insert(faults_.end(),
                       count,
                       {fmt::format("{}\n{}\n{}", table, key.parent, columns),
                        fmt::format("{}: a value of {} is not in {}", table, columns, key.parent)});
    }

    Driver& driver_;
    const Dialect& dialect_;
    std::vector<ForeignKeyFault> faults_;
};

}  // namespace

std::vector<ForeignKeyFault> foreignKeyFaults(Driver& driver, const Dialect& dialect) {
    return FaultSearch{driver, dialect}.run();
}

namespace {

std::vector<ForeignKeyFault> newFaults(const std::vector<ForeignKeyFault>& before,
                                       const std::vector<ForeignKeyFault>& now) {
    std::multiset<std::string> known;
    for (const ForeignKeyFault& fault : before) {
        known.insert(fault.identity);
    }
    std::vector<ForeignKeyFault> fresh;
    for (const ForeignKeyFault& fault : now) {
        const auto found = known.find(fault.identity);
        if (found == known.end()) {
            fresh.push_back(fault);
        } else {
            known.erase(found);
        }
    }
    return fresh;
}

constexpr std::size_t kToldFaults = 5;

std::string listOfFaults(const std::vector<ForeignKeyFault>& faults) {
    std::string list;
    for (std::size_t i = 0; i < std::min(faults.size(), kToldFaults); ++i) {
        list += (i == 0 ? "" : "; ") + faults[i].told;
    }
    if (faults.size() > kToldFaults) {
        list += fmt::format("; and {} more", faults.size() - kToldFaults);
    }
    return list;
}

}  // namespace

void wantNoNewFaults(Driver& driver,
                     const Dialect& dialect,
                     const std::vector<ForeignKeyFault>& before) {
    const std::vector<ForeignKeyFault> fresh = newFaults(before, foreignKeyFaults(driver, dialect));
    if (!fresh.empty()) {
        throw DatabaseError(ErrorCode::ForeignKeyViolated,
                            {"it would leave rows that refer to none: " + listOfFaults(fresh),
                             {},
                             "let the migration delete or change these rows; while a table is "
                             "rebuilt, SQLite carries out no CASCADE and no SET NULL"},
                            {});
    }
}

}  // namespace godwit::detail
