#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <godwit/column_type.hpp>
#include <godwit/detail/source_line.hpp>
#include <godwit/value.hpp>

// The operations that are about rows, not about the schema; see operation.hpp.

namespace godwit {

class DataContext;

/// The C++ of a data step, kept beside the operations: they are plain data, and name it.
struct DataCallback {
    std::string name;                          ///< As op::CallData has it.
    std::function<void(DataContext&)> call;    ///< On the way of the recording.
    std::function<void(DataContext&)> back{};  ///< What takes it back, where it was recorded.
};

/// One column of a row and what it holds.
struct Cell {
    std::string column;
    CellValue value;
    friend bool operator==(const Cell&, const Cell&) = default;
};

/// Which rows of a table are meant. Two of the three may be said together: `by` and `where`.
struct RowChoice {
    std::vector<Cell> by{};  ///< Those that hold all of these values.
    SqlByDatabase where{};   ///< Those for which this holds; all absent: not said.
    bool all = false;        ///< Every row.
    friend bool operator==(const RowChoice&, const RowChoice&) = default;
};

/// Rows in full.
struct RowList {
    std::vector<std::string> columns{};
    std::vector<std::vector<CellValue>> rows{};  ///< Each with a value for each column.
    std::vector<std::string> key{};  ///< Columns that tell them apart. Empty: the primary key's.
    friend bool operator==(const RowList&, const RowList&) = default;
};

namespace op {

struct InsertRows {
    std::string table;
    RowList list;
    SourceLine line{};
    friend bool operator==(const InsertRows&, const InsertRows&) = default;
};

struct UpdateRows {
    std::string table;
    std::vector<Cell> set;
    RowChoice choice{};
    std::vector<Cell> former{};  ///< What `set` replaces, where the migration says it.
    SourceLine line{};
    friend bool operator==(const UpdateRows&, const UpdateRows&) = default;
};

/// Rows that are chosen, or rows that are said in full and go by their key.
struct EraseRows {
    std::string table;
    RowChoice choice{};
    RowList list{};
    SourceLine line{};
    friend bool operator==(const EraseRows&, const EraseRows&) = default;
};

/// An update in portions, each a transaction of its own.
struct Backfill {
    /// What a column becomes: a value, or an expression over the row for each database.
    struct Assignment {
        std::string column;
        CellValue value{};
        SqlByDatabase sql{};  ///< In place of `value`; all absent: `value`.
        friend bool operator==(const Assignment&, const Assignment&) = default;
    };

    std::string table;
    std::vector<Assignment> set{};
    SqlByDatabase where{};           ///< Only rows for which it holds; all absent: every row.
    std::vector<std::string> key{};  ///< What the rows are walked by. Empty: the primary key's.
    std::uint32_t batchSize = 5000;  ///< Rows, 1 or more.
    std::uint32_t pauseMs = 0;       ///< Between two portions.
    SourceLine line{};
    friend bool operator==(const Backfill&, const Backfill&) = default;
};

/// C++ that works on rows. The callable is kept beside the recording, under this name.
struct CallData {
    std::string name;  ///< For people, and to find the callable: one of its kind in a migration.
    std::string revision;     ///< Stands for what the callable does, which no checksum can see.
    bool resumable = false;   ///< In transactions of its own, which it ends at each checkpoint.
    bool reversible = false;  ///< There is something that takes it back, if only nothing.
    bool back = false;        ///< This is what takes it back.
    SourceLine line{};
    friend bool operator==(const CallData&, const CallData&) = default;
};

/// A query that says whether the migration has done what it should.
struct Verify {
    std::string name;  ///< What is looked at, for people.
    SqlByDatabase query;
    std::optional<Comparison> comparison{};  ///< Absent: not said.
    Value expected{};
    SourceLine line{};
    friend bool operator==(const Verify&, const Verify&) = default;
};

// What a drop or change that keeps a copy, and its way back, come to; see model/copies.hpp.

/// Rows of one table are written into another.
struct CopyRows {
    std::string table;                     ///< Where they go.
    std::vector<std::string> columns;      ///< What of it they fill.
    std::string from;                      ///< Where they are.
    std::vector<std::string> fromColumns;  ///< Of that table; they pair up in order.
    SourceLine line{};
    friend bool operator==(const CopyRows&, const CopyRows&) = default;
};

/// A column becomes what a column of another table holds in the row of the same key. Rows without
/// such a row stay as they are.
struct CopyColumn {
    std::string table;
    std::string column;
    std::string from;  ///< The other table, and its column.
    std::string fromColumn;
    std::vector<std::string> key;  ///< Of both.
    SourceLine line{};
    friend bool operator==(const CopyColumn&, const CopyColumn&) = default;
};

/// Of a kept copy go the rows whose column has been written to since.
struct ForgetChanged {
    std::string table;   ///< The copy.
    std::string column;  ///< What the column held when it was changed.
    std::string from;    ///< The table that is kept a copy of, and its column.
    std::string fromColumn;
    std::vector<std::string> key;  ///< Of both.
    SourceLine line{};
    friend bool operator==(const ForgetChanged&, const ForgetChanged&) = default;
};

}  // namespace op

}  // namespace godwit
