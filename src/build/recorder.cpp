#include <algorithm>

#include <fmt/format.h>

#include "build/recorder.hpp"
#include "model/naming.hpp"
#include "support/utf8.hpp"

namespace godwit::detail {

void refuse(ErrorCode code, std::string message, std::string hint, SourceLine line) {
    throw UsageError(code,
                     {std::move(message), "Nothing has run.", std::move(hint)},
                     {.migration = {}, .operation = {}, .sql = {}, .line = line});
}

std::string plainText(std::string_view text, std::string_view what, SourceLine line) {
    if (!isPlainUtf8(text)) {
        refuse(ErrorCode::TextNotUtf8,
               fmt::format("{} is not UTF-8, or holds a NUL byte", what),
               "convert it to UTF-8; no server stores it as written",
               line);
    }
    return std::string{text};
}

std::vector<std::string> textsOf(std::initializer_list<Name> names) {
    std::vector<std::string> texts;
    texts.reserve(names.size());
    for (const Name& name : names) {
        texts.push_back(plainText(name.text(), "a name", name.line()));
    }
    return texts;
}

SourceLine lineOf(std::initializer_list<Name> names) {
    return names.size() == 0 ? SourceLine{} : names.begin()->line();
}

std::vector<Operation> Recorder::take() {
    if (open_) {
        refuse(ErrorCode::HandleOutlivesItsTable,
               fmt::format("the block of table {} has not ended", table_),
               "record nothing else from inside it",
               line_);
    }
    return std::exchange(operations_, {});
}

std::uint32_t Recorder::begin(std::string_view table, SourceLine line, bool creating) {
    if (open_) {
        refuse(ErrorCode::HandleOutlivesItsTable,
               fmt::format("table {} is begun inside the block of table {}", table, table_),
               "end the one block before the next",
               line);
    }
    table_ = plainText(table, "a table name", line);
    line_ = line;
    creating_ = creating;
    open_ = true;
    return ++blocks_;
}

void Recorder::end() {
    complete();
    checkReferences();
    if (creating_) {
        operations_.push_back(folded());
    } else {
        std::move(parts_.begin(), parts_.end(), std::back_inserter(operations_));
    }
    parts_.clear();
    wantedReferences_.clear();
    open_ = false;
}

Handle Recorder::add(std::uint32_t block, Operation operation) {
    if (!open_ || block != blocks_) {
        refuse(ErrorCode::HandleOutlivesItsTable,
               fmt::format("{} comes after the block of its table has ended", oneLine(operation)),
               "call it inside the block",
               godwit::lineOf(operation));
    }
    parts_.push_back(std::move(operation));
    return {this, block, static_cast<std::uint32_t>(parts_.size() - 1)};
}

void Recorder::append(Operation operation) {
    if (open_) {
        refuse(ErrorCode::HandleOutlivesItsTable,
               fmt::format("{} stands inside the block of table {}", oneLine(operation), table_),
               "move it behind that block",
               godwit::lineOf(operation));
    }
    operations_.push_back(std::move(operation));
}

Operation& Recorder::at(const Handle& handle) {
    if (!open_ || handle.block != blocks_) {
        refuse(ErrorCode::HandleOutlivesItsTable,
               "a column or key is changed after the block of its table has ended",
               "finish it inside the block",
               {});
    }
    return parts_[handle.index];
}

void Recorder::wantReference(std::string_view column, SourceLine line) {
    wantedReferences_.emplace_back(column, line);
}

// Names that were not given, and columns that can be checked now that they are finished.
void Recorder::complete() {
    for (Operation& part : parts_) {
        if (auto* column = std::get_if<op::AddColumn>(&part)) {
            checkColumn(table_, column->column);
        } else if (auto* primary = std::get_if<op::AddPrimaryKey>(&part)) {
            if (primary->primaryKey.name.empty()) {
                primary->primaryKey.name = primaryKeyName(table_);
            }
        } else if (auto* unique = std::get_if<op::AddUniqueKey>(&part)) {
            if (unique->uniqueKey.name.empty()) {
                unique->uniqueKey.name = uniqueKeyName(table_, unique->uniqueKey.columns);
            }
        } else if (auto* foreign = std::get_if<op::AddForeignKey>(&part)) {
            if (foreign->foreignKey.name.empty()) {
                foreign->foreignKey.name = foreignKeyName(table_, foreign->foreignKey.columns);
            }
        } else if (auto* index = std::get_if<op::AddIndex>(&part)) {
            if (index->index.name.empty()) {
                index->index.name = indexName(table_, index->index.columns);
            }
        }
    }
}

void Recorder::checkReferences() const {
    std::vector<std::string> referencing;
    for (const Operation& part : parts_) {
        const auto* foreign = std::get_if<op::AddForeignKey>(&part);
        if (foreign == nullptr) {
            continue;
        }
        const ForeignKey& key = foreign->foreignKey;
        if (key.referencedTable.empty() || key.columns.size() != key.referencedColumns.size()) {
            refuse(ErrorCode::IncompleteForeignKey,
                   fmt::format("the foreign key of {} ({}) references {} column(s) of {}",
                               table_,
                               fmt::join(key.columns, ", "),
                               key.referencedColumns.size(),
                               key.referencedTable.empty() ? "no table" : key.referencedTable),
                   R"(say .references("table", {...}) with as many columns)",
                   key.line);
        }
        referencing.insert(referencing.end(), key.columns.begin(), key.columns.end());
    }
    for (const auto& [column, line] : wantedReferences_) {
        if (std::find(referencing.begin(), referencing.end(), column) == referencing.end()) {
            refuse(ErrorCode::IncompleteForeignKey,
                   fmt::format("{}.{} does not say which table it references", table_, column),
                   R"(say .references("table"))",
                   line);
        }
    }
}

Operation Recorder::folded() {
    Table table{.name = table_, .line = line_};
    for (Operation& part : parts_) {
        if (auto* column = std::get_if<op::AddColumn>(&part)) {
            table.columns.push_back(std::move(column->column));
        } else if (auto* primary = std::get_if<op::AddPrimaryKey>(&part)) {
            if (table.primaryKey) {
                refuse(ErrorCode::SecondPrimaryKey,
                       fmt::format("table {} is given two primary keys", table_),
                       R"(a key of several columns is t.primaryKey({"a", "b"}))",
                       primary->line);
            }
            table.primaryKey = std::move(primary->primaryKey);
        } else if (auto* unique = std::get_if<op::AddUniqueKey>(&part)) {
            table.uniqueKeys.push_back(std::move(unique->uniqueKey));
        } else if (auto* foreign = std::get_if<op::AddForeignKey>(&part)) {
            table.foreignKeys.push_back(std::move(foreign->foreignKey));
        } else if (auto* check = std::get_if<op::AddCheck>(&part)) {
            table.checks.push_back(std::move(check->check));
        } else if (auto* index = std::get_if<op::AddIndex>(&part)) {
            table.indexes.push_back(std::move(index->index));
        } else if (auto* comment = std::get_if<op::SetTableComment>(&part)) {
            table.comment = std::move(comment->comment);
        }
    }
    return op::CreateTable{.table = std::move(table), .line = line_};
}

}  // namespace godwit::detail
