#include "model/reversed_rows.hpp"

#include <algorithm>

#include <fmt/format.h>

#include <godwit/error.hpp>

#include "model/row_keys.hpp"

namespace godwit::detail {

namespace {

const Cell* cellNamed(const std::string& column, const std::vector<Cell>& cells) {
    const auto found = std::find_if(cells.begin(), cells.end(), [&](const Cell& cell) {
        return cell.column == column;
    });
    return found == cells.end() ? nullptr : &*found;
}

// A key that stays says that it is the same row: by what is set alone, rows could be found that
// held that before.
void wantOneRow(const op::UpdateRows& o, const Table* table) {
    std::vector<std::string> staying;
    for (const Cell& cell : o.choice.by) {
        const auto* value = std::get_if<Value>(&cell.value);
        if (value != nullptr && !value->isNull() && cellNamed(cell.column, o.set) == nullptr) {
            staying.push_back(cell.column);
        }
    }
    const bool isKnown = table != nullptr && !table->touchedByRawSql;
    if (isKnown ? !tellRowsApart(*table, staying) : staying.empty()) {
        refuseReversal(o,
                       fmt::format("by({{...}}) names no key of {} that stays as it is, so that "
                                   "the way back could reach other rows",
                                   o.table),
                       "choose a row by its primary key or a unique key, which the update does not "
                       "set, or write schema.sql(up, down)");
    }
}

}  // namespace

op::UpdateRows reversedUpdate(const op::UpdateRows& o, const Table* table) {
    for (const Cell& cell : o.set) {
        if (cellNamed(cell.column, o.former) == nullptr) {
            refuseReversal(o,
                           fmt::format("what {} held before is not said", cell.column),
                           "say it: .from({{\"column\", value}})");
        }
    }
    wantOneRow(o, table);
    RowChoice choice = o.choice;
    for (Cell& wanted : choice.by) {
        const Cell* becomes = cellNamed(wanted.column, o.set);
        if (becomes != nullptr && !std::holds_alternative<Value>(becomes->value)) {
            refuseReversal(o,
                           fmt::format("its row is chosen by {} too, which becomes what only the "
                                       "database knows",
                                       wanted.column),
                           fmt::format("leave {} out of by({{...}})", wanted.column));
        }
        if (becomes != nullptr) {
            wanted.value = becomes->value;
        }
    }
    return {.table = o.table,
            .set = o.former,
            .choice = std::move(choice),
            .former = o.set,
            .line = o.line};
}

void refuseReversal(const Operation& operation, std::string_view what, std::string_view way) {
    throw UsageError(
        ErrorCode::NotReversible,
        {fmt::format("{} cannot be taken back: {}", oneLine(operation), what),
         "Nothing has run.",
         std::string{way}},
        {.migration = {}, .operation = oneLine(operation), .sql = {}, .line = lineOf(operation)});
}

}  // namespace godwit::detail
