#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "build/recorder.hpp"
#include "model/naming.hpp"
#include "model/value.hpp"

// Calls about rows.

namespace godwit::detail {

namespace {

constexpr std::uint32_t kMaxBatch = 1'000'000;

// What a second call would replace without a word.
void wantOnce(bool said, std::string_view call, SourceLine line) {
    if (said) {
        refuse(ErrorCode::BadArgument,
               fmt::format("{} is said twice of one call", call),
               "say it once, with all that it shall hold",
               line);
    }
}

void wantNewColumn(const std::vector<std::string>& columns,
                   const std::string& column,
                   SourceLine line) {
    if (std::find(columns.begin(), columns.end(), column) != columns.end()) {
        refuse(ErrorCode::BadArgument,
               fmt::format("column {} is named twice in one row", column),
               "name each column once",
               line);
    }
}

CellValue cellValue(const DataValue& value, std::string_view column, SourceLine line) {
    CellValue cell = cellOf(value);
    if (const auto* plain = std::get_if<Value>(&cell)) {
        if (const std::string fault = faultOf(*plain); !fault.empty()) {
            const bool text = std::holds_alternative<std::string>(plain->data);
            refuse(text ? ErrorCode::TextNotUtf8 : ErrorCode::BadArgument,
                   fmt::format("the value of {} is {}", column, fault),
                   "write another value, or bytes with godwit::blob",
                   line);
        }
    } else if (const auto* sql = std::get_if<ExpressionValue>(&cell)) {
        plainText(sql->sql, "an expression", line);
    }
    return cell;
}

std::vector<Cell> cellsOf(RowCells cells) {
    std::vector<Cell> out;
    std::vector<std::string> columns;
    for (const RowCell& cell : cells) {
        std::string column = textOf(cell.column);
        wantNewColumn(columns, column, cell.column.line());
        columns.push_back(column);
        CellValue value = cellValue(cell.value, column, cell.column.line());
        out.push_back({std::move(column), std::move(value)});
    }
    return out;
}

RowList rowOf(RowCells cells) {
    RowList list{.columns = {}, .rows = {{}}};
    for (Cell& cell : cellsOf(cells)) {
        list.columns.push_back(std::move(cell.column));
        list.rows[0].push_back(std::move(cell.value));
    }
    return list;
}

RowList rowsOf(const QualifiedName& table, RowNames names, RowValues rows) {
    RowList list;
    for (const Name& name : names) {
        std::string column = textOf(name);
        wantNewColumn(list.columns, column, name.line());
        list.columns.push_back(std::move(column));
    }
    for (const auto& values : rows) {
        auto& row = list.rows.emplace_back();
        if (values.size() != list.columns.size()) {
            refuse(ErrorCode::BadArgument,
                   fmt::format("row {} for {} has {} values for {} columns",
                               list.rows.size(),
                               table.text(),
                               values.size(),
                               list.columns.size()),
                   "give each row one value for each column",
                   table.line());
        }
        for (const DataValue& value : values) {
            row.push_back(cellValue(value, list.columns[row.size()], table.line()));
        }
    }
    return list;
}

// A choice belongs to an update or to an erasure.
RowChoice& choiceAt(const Handle& change) {
    Operation& operation = change.recorder->at(change);
    auto* update = std::get_if<op::UpdateRows>(&operation);
    return update != nullptr ? update->choice : std::get<op::EraseRows>(operation).choice;
}

SourceLine lineAt(const Handle& call) { return godwit::lineOf(call.recorder->at(call)); }

op::Backfill& backfillAt(const Handle& handle) { return handle.recorder->at<op::Backfill>(handle); }

void wantNotSet(const op::Backfill& backfill, const std::string& column, SourceLine line) {
    const bool said = std::any_of(backfill.set.begin(),
                                  backfill.set.end(),
                                  [&column](const auto& one) { return one.column == column; });
    wantOnce(said, fmt::format("set(\"{}\", ...)", column), line);
}

std::function<void(DataContext&)> functionOf(const DataCall& call) {
    if (call.object == nullptr) {
        return [](DataContext&) {};
    }
    return [object = std::shared_ptr<void>(call.object, call.destroy),
            call = call.call](DataContext& db) { call(object.get(), db); };
}

}  // namespace

void keepCopy(const Handle& call) {
    Operation& operation = call.recorder->at(call);
    if (auto* table = std::get_if<op::DropTable>(&operation)) {
        table->keepsCopy = true;
    } else if (auto* column = std::get_if<op::DropColumn>(&operation)) {
        column->keepsCopy = true;
    } else {
        std::get<op::ChangeType>(operation).keepsCopy = true;
    }
}

void checkRows(const Operation& operation) {
    const auto wantSaid = [&](bool said, std::string what, std::string hint) {
        if (!said) {
            refuse(ErrorCode::RowsNotTold,
                   std::move(what),
                   std::move(hint),
                   godwit::lineOf(operation));
        }
    };
    const auto wantChoice = [&](const RowChoice& choice, const std::string& table) {
        wantSaid(!choice.all || (choice.by.empty() && isEmpty(choice.where)),
                 fmt::format("{} says all rows of {}, and which", nameOf(operation), table),
                 "leave allRows() out, or by({...}) and where(\"...\")");
        wantSaid(
            choice.all || !choice.by.empty() || !isEmpty(choice.where),
            fmt::format("{} does not say which rows of {} are meant", nameOf(operation), table),
            "say by({...}), where(\"...\") or allRows()");
    };
    if (const auto* insert = std::get_if<op::InsertRows>(&operation)) {
        wantSaid(!insert->list.columns.empty() && !insert->list.rows.empty(),
                 fmt::format("nothing is inserted into {}", insert->table),
                 "give one row or more, of one column or more");
    } else if (const auto* update = std::get_if<op::UpdateRows>(&operation)) {
        wantSaid(!update->set.empty(),
                 fmt::format("the update of {} sets no column", update->table),
                 "name what it sets: schema.update(\"table\", {{\"column\", value}})");
        wantChoice(update->choice, update->table);
    } else if (const auto* erase = std::get_if<op::EraseRows>(&operation)) {
        if (erase->list.rows.empty()) {
            wantChoice(erase->choice, erase->table);
        }
    } else if (const auto* backfill = std::get_if<op::Backfill>(&operation)) {
        wantSaid(!backfill->set.empty(),
                 fmt::format("the backfill of {} sets no column", backfill->table),
                 "name what it sets: .set(\"column\", value)");
    } else if (const auto* verify = std::get_if<op::Verify>(&operation)) {
        wantSaid(verify->comparison.has_value(),
                 fmt::format("'{}' does not say what its query must give", verify->name),
                 "say equals(...), atLeast(...), atMost(...), isEmpty() or isNotEmpty()");
    }
}

Handle insertRow(Recorder& recorder, const QualifiedName& table, RowCells cells) {
    return recorder.append(op::InsertRows{textOf(table), rowOf(cells), table.line()});
}

Handle insertRows(Recorder& recorder, const QualifiedName& table, RowNames names, RowValues rows) {
    return recorder.append(op::InsertRows{textOf(table), rowsOf(table, names, rows), table.line()});
}

Handle updateRows(Recorder& recorder, const QualifiedName& table, RowCells cells) {
    return recorder.append(
        op::UpdateRows{.table = textOf(table), .set = cellsOf(cells), .line = table.line()});
}

Handle eraseRows(Recorder& recorder, const QualifiedName& table) {
    return recorder.append(op::EraseRows{.table = textOf(table), .line = table.line()});
}

Handle eraseRow(Recorder& recorder, const QualifiedName& table, RowCells cells) {
    return recorder.append(
        op::EraseRows{.table = textOf(table), .list = rowOf(cells), .line = table.line()});
}

Handle eraseRows(Recorder& recorder, const QualifiedName& table, RowNames names, RowValues rows) {
    return recorder.append(op::EraseRows{.table = textOf(table),
                                         .list = rowsOf(table, names, rows),
                                         .line = table.line()});
}

void setRowKey(const Handle& rows, RowNames columns) {
    Operation& operation = rows.recorder->at(rows);
    auto* insert = std::get_if<op::InsertRows>(&operation);
    RowList& list = insert != nullptr ? insert->list : std::get<op::EraseRows>(operation).list;
    wantOnce(!list.key.empty(), "by({...})", godwit::lineOf(operation));
    list.key = textsOf(columns);
}

void chooseRows(const Handle& change, RowCells by) {
    wantOnce(!choiceAt(change).by.empty(), "by({...})", lineAt(change));
    choiceAt(change).by = cellsOf(by);
}

void chooseRows(const Handle& change, const SqlTexts& where) {
    wantOnce(!isEmpty(choiceAt(change).where), "where(\"...\")", lineAt(change));
    choiceAt(change).where = sqlFragment(where, "a condition", lineAt(change));
}

void chooseAllRows(const Handle& change) { choiceAt(change).all = true; }

void setFormerCells(const Handle& update, RowCells cells) {
    wantOnce(!update.recorder->at<op::UpdateRows>(update).former.empty(),
             "from({...})",
             lineAt(update));
    update.recorder->at<op::UpdateRows>(update).former = cellsOf(cells);
}

Handle backfill(Recorder& recorder, const QualifiedName& table) {
    return recorder.append(op::Backfill{.table = textOf(table), .line = table.line()});
}

void addAssignment(const Handle& backfill, const Name& column, const DataValue& value) {
    std::string name = textOf(column);
    wantNotSet(backfillAt(backfill), name, column.line());
    CellValue cell = cellValue(value, name, column.line());
    backfillAt(backfill).set.push_back({.column = std::move(name), .value = std::move(cell)});
}

void addAssignment(const Handle& backfill, const Name& column, const SqlTexts& sql) {
    std::string name = textOf(column);
    wantNotSet(backfillAt(backfill), name, column.line());
    backfillAt(backfill).set.push_back(
        {.column = std::move(name), .sql = sqlFragment(sql, "an expression", column.line())});
}

void chooseBackfilled(const Handle& backfill, const SqlTexts& where) {
    wantOnce(!isEmpty(backfillAt(backfill).where), "where(\"...\")", lineAt(backfill));
    backfillAt(backfill).where = sqlFragment(where, "a condition", lineAt(backfill));
}

void walkBy(const Handle& backfill, RowNames columns) {
    wantOnce(!backfillAt(backfill).key.empty(), "by({...})", lineAt(backfill));
    backfillAt(backfill).key = textsOf(columns);
}

void setBatchSize(const Handle& backfill, std::uint32_t rows) {
    if (rows == 0 || rows > kMaxBatch) {
        refuse(ErrorCode::BadArgument,
               fmt::format("batchesOf({}) of the backfill of {} is out of range",
                           rows,
                           backfillAt(backfill).table),
               fmt::format("a portion has 1 to {} rows", kMaxBatch),
               lineAt(backfill));
    }
    backfillAt(backfill).batchSize = rows;
}

void setPause(const Handle& backfill, std::uint32_t milliseconds) {
    backfillAt(backfill).pauseMs = milliseconds;
}

Handle callData(Recorder& recorder, const DataStep& step, SourceLine line) {
    // From here on the recording owns what the calls point to.
    DataCallback callback{std::string{step.name}, functionOf(step.up), functionOf(step.down)};
    callback.name = plainText(step.name, "the name of a data step", line);
    const std::string revision = plainText(step.revision, "the revision of a data step", line);
    if (callback.name.empty() || revision.empty()) {
        refuse(ErrorCode::BadArgument,
               fmt::format("a data step has no {}", callback.name.empty() ? "name" : "revision"),
               "write schema.data(\"what it does\", \"rev-1\", ...)",
               line);
    }
    op::CallData call{.name = callback.name,
                      .revision = revision,
                      .reversible = step.reversible,
                      .line = line};
    recorder.keep(std::move(callback), line);
    return recorder.append(std::move(call));
}

void makeResumable(const Handle& call) { call.recorder->at<op::CallData>(call).resumable = true; }

Handle verify(Recorder& recorder, std::string_view name, const SqlTexts& query, SourceLine line) {
    return recorder.append(op::Verify{.name = plainText(name, "the name of a check", line),
                                      .query = sqlFragment(query, "a query", line),
                                      .line = line});
}

void expect(const Handle& verify, Comparison comparison, const DataValue& value) {
    auto& at = verify.recorder->at<op::Verify>(verify);
    wantOnce(at.comparison.has_value(), "what the query must give", at.line);
    const CellValue cell = cellValue(value, "what a check expects", at.line);
    const auto* plain = std::get_if<Value>(&cell);
    const bool number = plain != nullptr && (std::holds_alternative<std::int64_t>(plain->data) ||
                                             std::holds_alternative<std::uint64_t>(plain->data) ||
                                             std::holds_alternative<double>(plain->data));
    const bool ordered = comparison == Comparison::AtLeast || comparison == Comparison::AtMost;
    if (plain == nullptr || std::holds_alternative<Bytes>(plain->data) || (ordered && !number)) {
        refuse(ErrorCode::BadArgument,
               fmt::format("'{}' is compared with what is no {}",
                           at.name,
                           ordered ? "number" : "number, text, boolean or NULL"),
               "write the value itself, and compute what is to be computed in the query",
               at.line);
    }
    at.comparison = comparison;
    at.expected = *plain;
}

Handle dropCopy(Recorder& recorder, const QualifiedName& table) {
    return recorder.append(op::DropTable{copyName(textOf(table)), table.line()});
}

Handle dropCopy(Recorder& recorder, const QualifiedName& table, const Name& column) {
    return recorder.append(op::DropTable{copyName(textOf(table), textOf(column)), table.line()});
}

}  // namespace godwit::detail
