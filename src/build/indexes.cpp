#include <fmt/format.h>

#include "build/calls.hpp"
#include "build/recorder.hpp"

// Indexes as they are added, and what is said of them.

namespace godwit::detail {

namespace {

Index& indexAt(const Handle& handle) {
    Operation& operation = handle.recorder->at(handle);
    if (auto* drop = std::get_if<op::DropIndex>(&operation)) {
        return *drop->definition;
    }
    return std::get<op::AddIndex>(operation).index;
}

IndexPart partFrom(const IndexWord& word, SourceLine line) {
    IndexPart part{.order = word.order(),
                   .nulls = word.nullsOrder(),
                   .prefix = word.prefixLength(),
                   .operatorClass = plainText(word.operatorClassName(), "an operator class", line),
                   .collation = plainText(word.collationName(), "a collation", line)};
    if (word.name() != nullptr) {
        part.column = textOf(*word.name());
    } else {
        part.expression = sqlFragment(word.sql(), "the expression of an index", line);
    }
    return part;
}

Handle add(const Block& block, Index index, SourceLine line) {
    if (index.parts.empty()) {
        refuse(ErrorCode::BadArgument, "index names no column", "name one or more", line);
    }
    index.line = line;
    return block.recorder->add(
        block.number,
        op::AddIndex{.table = block.recorder->table(), .index = std::move(index), .line = line});
}

}  // namespace

Index indexOf(std::initializer_list<IndexWord> words, SourceLine otherwise) {
    Index index{.line = otherwise};
    for (const IndexWord& word : words) {
        if (word.name() != nullptr) {
            index.line = word.name()->line();
            break;
        }
    }
    for (const IndexWord& word : words) {
        index.parts.push_back(partFrom(word, index.line));
    }
    return index;
}

Handle addIndex(const Block& block, std::initializer_list<IndexWord> parts) {
    Index index = indexOf(parts, block.recorder->line());
    const SourceLine line = index.line;
    return add(block, std::move(index), line);
}

Handle addFullText(const Block& block, std::initializer_list<Name> columns) {
    Index index{.kind = Index::Kind::FullText};
    for (const Name& column : columns) {
        index.parts.push_back(partOf(textOf(column)));
    }
    return add(block, std::move(index), lineOf(columns));
}

Handle addSpatial(const Block& block, const Name& column) {
    return add(block,
               Index{.parts = {partOf(textOf(column))}, .kind = Index::Kind::Spatial},
               column.line());
}

void setUnique(const Handle& index) { indexAt(index).unique = true; }

void nameIndex(const Handle& index, const Name& name) { indexAt(index).name = textOf(name); }

void setIndexWhere(const Handle& index, const SqlTexts& sql) {
    Index& at = indexAt(index);
    at.where = sqlFragment(sql, "the condition of an index", at.line);
}

void setInclude(const Handle& index, std::initializer_list<Name> columns) {
    indexAt(index).include = textsOf(columns);
}

void setMethod(const Handle& index, IndexMethod method) { indexAt(index).method = method; }

void setIndexNullsNotDistinct(const Handle& index) { indexAt(index).nullsNotDistinct = true; }

void hideIndex(const Handle& index) { indexAt(index).invisible = true; }

void setConcurrently(const Handle& index) {
    Operation& operation = index.recorder->at(index);
    if (auto* drop = std::get_if<op::DropIndex>(&operation)) {
        drop->concurrently = true;
        if (drop->definition) {
            drop->definition->concurrently = true;
        }
    } else {
        std::get<op::AddIndex>(operation).index.concurrently = true;
    }
}

void setAlgorithm(const Handle& index, Algorithm algorithm) {
    indexAt(index).algorithm = algorithm;
}

void setLock(const Handle& index, LockMode lock) { indexAt(index).lock = lock; }

void addIndexParameter(const Handle& index, std::string_view name, std::string_view value) {
    Index& at = indexAt(index);
    at.parameters.emplace_back(plainText(name, "a storage parameter", at.line),
                               plainText(value, "a storage parameter", at.line));
}

void setIndexTablespace(const Handle& index, const Name& name) {
    indexAt(index).tablespace = textOf(name);
}

void setIndexComment(const Handle& index, std::string_view text) {
    Index& at = indexAt(index);
    at.comment = plainText(text, "a comment", at.line);
}

}  // namespace godwit::detail
