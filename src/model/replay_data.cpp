#include "model/naming.hpp"
#include "model/qualified.hpp"
#include "model/replay.hpp"

// What is said of rows must fit the columns that are known; it changes nothing of the schema.

namespace godwit::detail {

namespace {

Names columnsIn(const std::vector<Cell>& cells) {
    Names names;
    for (const Cell& cell : cells) {
        names.push_back(cell.column);
    }
    return names;
}

}  // namespace

void Replay::play(const op::InsertRows& o) {
    wantWritable(o.table, o.list.columns);
    with(o.table, [&](const Table& table) { wantColumns(table, o.list.key, o.line); });
}

void Replay::play(const op::UpdateRows& o) {
    wantWritable(o.table, columnsIn(o.set));
    with(o.table, [&](const Table& table) {
        wantColumns(table, columnsIn(o.choice.by), o.line);
        wantColumns(table, columnsIn(o.former), o.line);
    });
}

void Replay::play(const op::EraseRows& o) {
    with(o.table, [&](const Table& table) {
        wantColumns(table, columnsIn(o.choice.by), o.line);
        wantColumns(table, o.list.columns, o.line);
        wantColumns(table, o.list.key, o.line);
    });
}

void Replay::play(const op::Backfill& o) {
    Names columns;
    for (const op::Backfill::Assignment& one : o.set) {
        columns.push_back(one.column);
    }
    wantWritable(o.table, columns);
    with(o.table, [&](const Table& table) { wantColumns(table, o.key, o.line); });
}

void Replay::wantWritable(const std::string& name, const Names& columns) {
    with(name, [&](const Table& table) {
        wantColumns(table, columns, lineOf(operation_));
        for (const std::string& column : columns) {
            const Column* known = findColumn(table, column);
            if (known != nullptr && known->computed) {
                refuse(ErrorCode::BadArgument,
                       fmt::format("{}.{} is computed by the database", name, column),
                       "set the columns that it is computed from");
            }
        }
    });
}

// Tables that godwit has not made may exist all the same; its own copies do not.
void Replay::wantKeptCopy(const std::string& table) {
    if (unqualified(table).starts_with(kCopyPrefix) && !schema_.tables.contains(table)) {
        refuse(ErrorCode::UnknownTable,
               fmt::format("there is no kept copy {}", table),
               "name a table or column that an earlier migration dropped with keepCopy(), and no "
               "migration has let go of since");
    }
}

}  // namespace godwit::detail
