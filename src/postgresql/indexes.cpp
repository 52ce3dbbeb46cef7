#include <algorithm>

#include <fmt/format.h>

#include "model/resolve.hpp"
#include "postgresql/dialect.hpp"

// Indexes: what PostgreSQL says of them beside what others do.

namespace godwit::detail {

namespace {

bool isSorted(IndexMethod method) {
    return method == IndexMethod::ServerDefault || method == IndexMethod::BTree;
}

// https://www.postgresql.org/docs/current/sql-createindex.html
bool takesIncluded(const Index& index, bool spGist) {
    return isSorted(index.method) || index.method == IndexMethod::Gist ||
           (index.method == IndexMethod::SpGist && spGist);
}

// https://www.postgresql.org/docs/current/indexes-multicolumn.html
bool takesOnePart(IndexMethod method) {
    return method == IndexMethod::Hash || method == IndexMethod::SpGist;
}

bool saysOrder(const IndexPart& part) {
    return part.order != SortOrder::Ascending || part.nulls != NullsOrder::ServerDefault;
}

}  // namespace

void PostgresqlDialect::checkIndex(const Table* owner,
                                   const std::string& table,
                                   const Index& index,
                                   const Script& script) const {
    SqlDialect::checkIndex(owner, table, index, script);
    const bool ordered = std::any_of(index.parts.begin(), index.parts.end(), saysOrder);
    const bool sorted = isSorted(index.method) && index.kind == Index::Kind::Usual;
    const std::string_view otherwise = "leave one of them out; btree is the usual method";
    wantAttributes(
        fmt::format("the index {} of {}", index.name, table),
        index.line,
        {{index.unique, sorted, "unique() by that method", otherwise},
         {ordered, sorted, "order by that method", otherwise},
         {index.parts.size() > 1,
          !takesOnePart(index.method),
          "second column by that method",
          "make an index for each column"},
         {!index.include.empty(),
          takesIncluded(index, can().index.includeInSpGist),
          "include(...) by that method",
          otherwise},
         {index.nullsNotDistinct,
          index.unique,
          "nullsNotDistinct() without unique()",
          "say .unique(), or leave nullsNotDistinct() out"},
         {index.kind == Index::Kind::Spatial && index.method != IndexMethod::ServerDefault,
          index.method == IndexMethod::Gist,
          "spatial(...) by that method",
          "leave method(...) out"}},
        script);
}

void PostgresqlDialect::write(const op::AddIndex& o, Script& script) const {
    const Table* table = script.table(o.table);
    checkIndex(table, o.table, o.index, script);
    if (o.index.concurrently && table != nullptr && isPartitioned(*table)) {
        script.refuse(o.index.line,
                      ErrorCode::NotSupportedByServer,
                      fmt::format("PostgreSQL builds no index concurrently over a table that is "
                                  "cut into partitions, as {} is",
                                  o.table),
                      "leave concurrently() out");
    }
    makeIndex(o.table, o.index, script);
}

// What a failed or interrupted CREATE INDEX CONCURRENTLY leaves is an index that is there, costs
// its part at each write, and is not used.
// https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY
void PostgresqlDialect::makeIndex(const std::string& table,
                                  const Index& index,
                                  Script& script) const {
    const std::string name = besideTable(table, index.name);
    Statement& statement = script.statement(createIndex(table, index, script));
    if (index.concurrently) {
        statement.outsideTransaction = true;
        statement.atomic = false;
        statement.retry.doneIf = fmt::format(
            "SELECT count(*) FROM pg_index WHERE indisvalid AND indexrelid = "
            "to_regclass({})",
            literal(name));
        statement.retry.clear = "DROP INDEX CONCURRENTLY IF EXISTS " + name;
    }
    if (!index.comment.empty()) {
        commentOn("INDEX " + name, index.comment, script);
    }
}

// https://www.postgresql.org/docs/current/sql-dropindex.html
void PostgresqlDialect::write(const op::DropIndex& o, Script& script) const {
    if (!o.concurrently) {
        SqlDialect::write(o, script);
        return;
    }
    const std::string name = besideTable(o.table, resolvedName(o, script.nearby()));
    Statement& statement = script.statement("DROP INDEX CONCURRENTLY " + name);
    statement.outsideTransaction = true;
    statement.atomic = false;
    statement.retry.doneIf = fmt::format("SELECT to_regclass({}) IS NULL", literal(name));
}

void PostgresqlDialect::write(const op::RenameIndex& o, Script& script) const {
    script.statement(fmt::format("ALTER INDEX {} RENAME TO {}",
                                 besideTable(o.table, o.index),
                                 identifier(o.to)));
}

}  // namespace godwit::detail
