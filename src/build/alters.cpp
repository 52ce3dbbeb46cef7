#include <fmt/format.h>

#include "build/calls.hpp"
#include "build/check_column.hpp"
#include "build/recorder.hpp"

// Changes of a table that is there.

namespace godwit::detail {

namespace {

const std::string& tableOf(const Block& block) { return block.recorder->table(); }

Handle add(const Block& block, Operation operation) {
    return block.recorder->add(block.number, std::move(operation));
}

void wantNames(bool any, std::string_view call, const Block& block) {
    if (!any) {
        refuse(ErrorCode::BadArgument,
               fmt::format("{} names no column", call),
               "name one or more",
               block.recorder->line());
    }
}

void wantOneBackfill(const op::SetNotNull& o) {
    if (!o.backfillFrom.empty() || !isEmpty(o.backfill)) {
        refuse(ErrorCode::BadArgument,
               fmt::format("setNotNull(\"{}\") says twice what NULL becomes", o.column),
               "say backfillWith(...) or backfillFrom(...), once",
               o.line);
    }
}

Column defined(const Name& name, const ColumnSpec& spec) {
    Column column = spec.column();
    column.name = textOf(name);
    column.line = name.line();
    return column;
}

const Column& typeAlone(const ColumnSpec& spec, const Name& name, const Block& block) {
    wantTypeAlone(spec.column(),
                  fmt::format("changeType of {}.{}", tableOf(block), textOf(name)),
                  name.line());
    return spec.column();
}

}  // namespace

Handle dropColumn(const Block& block, const Name& column) {
    return add(block, op::DropColumn{tableOf(block), textOf(column), column.line()});
}

Handle dropColumn(const Block& block, const Name& column, const ColumnSpec& definition) {
    return add(
        block,
        op::DropColumn{tableOf(block), textOf(column), column.line(), defined(column, definition)});
}

Handle renameColumn(const Block& block, const Name& from, const Name& to) {
    return add(block, op::RenameColumn{tableOf(block), textOf(from), textOf(to), from.line()});
}

Handle changeType(const Block& block, const Name& column, const ColumnSpec& to) {
    const Column& wanted = typeAlone(to, column, block);
    return add(block,
               op::ChangeType{.table = tableOf(block),
                              .column = textOf(column),
                              .type = wanted.type,
                              .collation = wanted.collation,
                              .charset = wanted.charset,
                              .line = column.line()});
}

Handle changeType(const Block& block,
                  const Name& column,
                  const ColumnSpec& from,
                  const ColumnSpec& to) {
    const Column& known = typeAlone(from, column, block);
    const Handle change = changeType(block, column, to);
    auto& at = block.recorder->at<op::ChangeType>(change);
    at.former = known.type;
    at.formerCollation = known.collation;
    at.formerCharset = known.charset;
    return change;
}

void setCasts(const Handle& change, const SqlTexts& forth, const SqlTexts& back) {
    auto& at = change.recorder->at<op::ChangeType>(change);
    at.castUsing = sqlFragment(forth, "a cast", at.line);
    at.castBack = sqlFragment(back, "a cast", at.line);
}

Handle setNotNull(const Block& block, const Name& column) {
    return add(
        block,
        op::SetNotNull{.table = tableOf(block), .column = textOf(column), .line = column.line()});
}

void setBackfill(const Handle& change, const SqlTexts& sql) {
    auto& at = change.recorder->at<op::SetNotNull>(change);
    wantOneBackfill(at);
    at.backfill = sqlFragment(sql, "a backfill", at.line);
}

void setBackfillFrom(const Handle& change, const Name& column) {
    auto& at = change.recorder->at<op::SetNotNull>(change);
    wantOneBackfill(at);
    at.backfillFrom = textOf(column);
}

Handle dropNotNull(const Block& block, const Name& column) {
    return add(block, op::DropNotNull{tableOf(block), textOf(column), column.line()});
}

Handle changeDefault(const Block& block, const Name& column, const ColumnSpec& value) {
    return add(block,
               op::SetDefault{.table = tableOf(block),
                              .column = textOf(column),
                              .value = value.column().defaultValue,
                              .line = column.line()});
}

void setFormerDefault(const Handle& change, const ColumnSpec& value) {
    change.recorder->at<op::SetDefault>(change).former = value.column().defaultValue;
}

Handle commentOnColumn(const Block& block, const Name& column, std::string_view text) {
    return add(block,
               op::SetColumnComment{tableOf(block),
                                    textOf(column),
                                    plainText(text, "a comment", column.line()),
                                    column.line()});
}

void setFormerComment(const Handle& change, std::string_view text) {
    Operation& operation = change.recorder->at(change);
    std::string former = plainText(text, "a comment", godwit::lineOf(operation));
    if (auto* table = std::get_if<op::SetTableComment>(&operation)) {
        table->former = std::move(former);
    } else {
        std::get<op::SetColumnComment>(operation).former = std::move(former);
    }
}

Handle dropPrimaryKey(const Block& block) {
    return add(block, op::DropPrimaryKey{tableOf(block), block.recorder->line()});
}

Handle dropPrimaryKey(const Block& block, std::initializer_list<Name> columns) {
    wantNames(columns.size() != 0, "dropPrimaryKey", block);
    const SourceLine line = lineOf(columns);
    return add(
        block,
        op::DropPrimaryKey{tableOf(block),
                           line,
                           PrimaryKey{.name = {}, .columns = textsOf(columns), .line = line}});
}

Handle dropUnique(const Block& block, const Name& name) {
    return add(block, op::DropUniqueKey{tableOf(block), textOf(name), {}, name.line()});
}

Handle dropUnique(const Block& block, std::initializer_list<Name> columns, bool whole) {
    wantNames(columns.size() != 0, "dropUnique", block);
    const SourceLine line = lineOf(columns);
    op::DropUniqueKey drop{tableOf(block), {}, textsOf(columns), line};
    if (whole) {
        drop.definition = UniqueKey{.name = {}, .columns = drop.columns, .line = line};
    }
    return add(block, std::move(drop));
}

Handle dropForeignKey(const Block& block, const Name& name) {
    return add(block, op::DropForeignKey{tableOf(block), textOf(name), {}, name.line()});
}

Handle dropForeignKey(const Block& block, std::initializer_list<Name> columns, bool whole) {
    wantNames(columns.size() != 0, "dropForeignKey", block);
    const SourceLine line = lineOf(columns);
    op::DropForeignKey drop{tableOf(block), {}, textsOf(columns), line};
    if (whole) {
        drop.definition = ForeignKey{.name = {},
                                     .columns = drop.columns,
                                     .referencedTable = {},
                                     .referencedColumns = {},
                                     .line = line};
    }
    return add(block, std::move(drop));
}

Handle dropIndex(const Block& block, const Name& name) {
    return add(block, op::DropIndex{tableOf(block), textOf(name), {}, name.line()});
}

namespace {

Handle dropIndex(const Block& block, Index index, bool whole) {
    op::DropIndex drop{tableOf(block), {}, columnsOf(index), index.line};
    if (whole) {
        drop.definition = std::move(index);
    } else if (drop.columns.size() != index.parts.size()) {
        drop.name = nameForIndex(tableOf(block), index);
    }
    return add(block, std::move(drop));
}

}  // namespace

Handle dropIndex(const Block& block, std::initializer_list<IndexWord> parts, bool whole) {
    wantNames(parts.size() != 0, "dropIndex", block);
    return dropIndex(block, indexOf(parts, block.recorder->line()), whole);
}

Handle dropIndex(const Block& block, std::initializer_list<Name> columns, bool whole) {
    wantNames(columns.size() != 0, "dropIndex", block);
    Index index{.line = lineOf(columns)};
    for (const Name& column : columns) {
        index.parts.push_back(partOf(textOf(column)));
    }
    return dropIndex(block, std::move(index), whole);
}

Handle dropCheck(const Block& block, const Name& name) {
    return add(block, op::DropCheck{tableOf(block), textOf(name), name.line()});
}

Handle dropCheck(const Block& block, const Name& name, const SqlTexts& definition) {
    return add(block,
               op::DropCheck{tableOf(block),
                             textOf(name),
                             name.line(),
                             Check{.name = textOf(name),
                                   .sql = sqlFragment(definition, "a check", name.line()),
                                   .line = name.line()}});
}

Handle dropExclusion(const Block& block, const Name& name) {
    return add(block, op::DropExclusion{tableOf(block), textOf(name), name.line()});
}

Handle dropExclusion(const Block& block,
                     const Name& name,
                     std::initializer_list<ExclusionWord> definition) {
    return add(block,
               op::DropExclusion{tableOf(block),
                                 textOf(name),
                                 name.line(),
                                 exclusionOf(name, definition)});
}

Handle renameIndex(const Block& block, const Name& from, const Name& to) {
    return add(block, op::RenameIndex{tableOf(block), textOf(from), textOf(to), from.line()});
}

Handle setIndexVisibility(const Block& block, const Name& name, bool visible) {
    return add(block, op::SetIndexVisibility{tableOf(block), textOf(name), visible, name.line()});
}

Handle renameConstraint(const Block& block, const Name& from, const Name& to) {
    return add(block, op::RenameConstraint{tableOf(block), textOf(from), textOf(to), from.line()});
}

Handle validateConstraint(const Block& block, const Name& name) {
    return add(block, op::ValidateConstraint{tableOf(block), textOf(name), name.line()});
}

}  // namespace godwit::detail
