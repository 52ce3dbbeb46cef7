#include <fmt/format.h>

#include "build/calls.hpp"
#include "build/check_column.hpp"
#include "build/recorder.hpp"

// A new table and its columns.

namespace godwit {

namespace detail {

namespace {

void wantOnePlace(const op::AddColumn& o) {
    if (o.first || !o.after.empty()) {
        refuse(ErrorCode::BadArgument,
               fmt::format("the column {} is given two places", o.column.name),
               "say first() or after(\"...\"), once",
               o.line);
    }
}

}  // namespace

Handle addColumn(const Block& block, const Name& name, const ColumnSpec& spec) {
    Column column = spec.column();
    column.name = textOf(name);
    column.line = name.line();
    return block.recorder->add(block.number,
                               op::AddColumn{.table = block.recorder->table(),
                                             .column = std::move(column),
                                             .line = name.line()});
}

void setType(const Handle& column, const ColumnSpec& spec) {
    Column& at = columnAt({.handle = column});
    const Column& wanted = spec.column();
    wantTypeAlone(wanted, fmt::format("as(...) of {}", at.name), at.line);
    at.type = wanted.type;
    if (!isEmpty(wanted.collation) || !wanted.charset.empty()) {
        at.collation = wanted.collation;
        at.charset = wanted.charset;
    }
}

void addTimestamps(const Block& block) {
    // The lines of these names would point in here; the table's own is what a user can open.
    const SourceLine line = block.recorder->line();
    const auto add = [&](std::string_view column, const ColumnSpec& spec) {
        return addColumn(block, name(column, line.line, line.file), spec);
    };
    add("created_at", timestampTz().defaultTo(now));
    const Handle updated = add("updated_at", timestampTz().defaultTo(now));
    columnAt({.handle = updated}).renewedAtUpdate = true;
    columnAt({.handle = updated}).renewedIfPossible = true;
}

void wantReference(const Block& block, const Name& column) {
    block.recorder->wantReference(column.text(), column.line());
}

void placeFirst(const Handle& column) {
    auto& add = column.recorder->at<op::AddColumn>(column);
    wantOnePlace(add);
    add.first = true;
}

void placeAfter(const Handle& column, const Name& other) {
    auto& add = column.recorder->at<op::AddColumn>(column);
    wantOnePlace(add);
    add.after = textOf(other);
}

Handle setTableComment(const Block& block, std::string_view text) {
    return block.recorder->add(block.number,
                               op::SetTableComment{.table = block.recorder->table(),
                                                   .comment = plainText(text, "a comment", {}),
                                                   .line = block.recorder->line()});
}

}  // namespace detail

namespace {

// What a word of a table's options says.
std::string word(const detail::Block& block, std::string_view text) {
    return detail::plainText(text, "a table option", block.recorder->line());
}

PartitioningRef cut(const detail::Block& block,
                    Partitioning::Method method,
                    std::initializer_list<Name> columns,
                    std::uint32_t partitions) {
    if (columns.size() == 0) {
        detail::refuse(ErrorCode::BadArgument,
                       "the partitioning names no column",
                       "name one or more",
                       block.recorder->line());
    }
    if (block.recorder->options().partitioning) {
        detail::refuse(ErrorCode::BadArgument,
                       "the table is cut into partitions twice",
                       "say partitionByRange, partitionByList or partitionByHash, once",
                       block.recorder->line());
    }
    block.recorder->options().partitioning = Partitioning{.method = method,
                                                          .columns = detail::textsOf(columns),
                                                          .partitions = partitions};
    return PartitioningRef{block};
}

}  // namespace

void TableBuilder::comment(std::string_view text) const { detail::setTableComment(block_, text); }

void TableBuilder::engine(std::string_view name) const {
    block_.recorder->options().engine = word(block_, name);
}

void TableBuilder::charset(std::string_view name) const {
    block_.recorder->options().charset = word(block_, name);
}

void TableBuilder::collate(std::string_view name) const {
    block_.recorder->options().collation = word(block_, name);
}

void TableBuilder::rowFormat(std::string_view name) const {
    block_.recorder->options().rowFormat = word(block_, name);
}

void TableBuilder::notStrict() const { block_.recorder->options().strict = false; }

void TableBuilder::withoutRowid() const { block_.recorder->options().withoutRowid = true; }

void TableBuilder::unlogged() const { block_.recorder->options().unlogged = true; }

void TableBuilder::temporary() const { block_.recorder->options().temporary = true; }

void TableBuilder::tablespace(Name name) const {
    block_.recorder->options().tablespace = detail::textOf(name);
}

PartitioningRef TableBuilder::partitionByRange(std::initializer_list<Name> columns) const {
    return cut(block_, Partitioning::Method::Range, columns, 0);
}

PartitioningRef TableBuilder::partitionByList(Name column) const {
    return cut(block_, Partitioning::Method::List, {column}, 0);
}

PartitioningRef TableBuilder::partitionByHash(std::initializer_list<Name> columns,
                                              std::uint32_t partitions) const {
    return cut(block_, Partitioning::Method::Hash, columns, partitions);
}

PartitioningRef PartitioningRef::only(DatabaseSet databases) const {
    block_.recorder->options().partitioning->only = databases;
    return *this;
}

void TableBuilder::parameter(std::string_view name, std::string_view value) const {
    block_.recorder->options().parameters.emplace_back(word(block_, name), word(block_, value));
}

}  // namespace godwit
