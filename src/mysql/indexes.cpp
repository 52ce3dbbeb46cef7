#include <algorithm>

#include <fmt/format.h>

#include "model/resolve.hpp"
#include "mysql/dialect.hpp"
#include "mysql/types.hpp"

// Indexes: clauses of ALTER TABLE and CREATE TABLE.

namespace godwit::detail {

namespace {

// https://dev.mysql.com/doc/refman/8.4/en/create-index.html
constexpr std::size_t kMaxIndexComment = 1024;

std::string_view wordOf(Index::Kind kind) {
    switch (kind) {
    case Index::Kind::Usual:
        break;
    case Index::Kind::FullText:
        return "FULLTEXT ";
    case Index::Kind::Spatial:
        return "SPATIAL ";
    }
    return {};
}

std::string_view spelled(Algorithm algorithm) {
    switch (algorithm) {
    case Algorithm::ServerDefault:
        break;
    case Algorithm::Instant:
        return "INSTANT";
    case Algorithm::InPlace:
        return "INPLACE";
    case Algorithm::Copy:
        return "COPY";
    }
    return {};
}

std::string_view spelled(LockMode lock) {
    switch (lock) {
    case LockMode::ServerDefault:
        break;
    case LockMode::None:
        return "NONE";
    case LockMode::Shared:
        return "SHARED";
    case LockMode::Exclusive:
        return "EXCLUSIVE";
    }
    return {};
}

// Without a primary key, InnoDB takes such an index for it.
// https://dev.mysql.com/doc/refman/8.4/en/invisible-indexes.html
bool standsForPrimaryKey(const Table& table, const Index& index) {
    return !table.primaryKey && index.unique &&
           std::all_of(index.parts.begin(), index.parts.end(), [&table](const IndexPart& part) {
               const Column* column = findColumn(table, part.column);
               return column != nullptr && !column->nullable;
           });
}

const Index* findIndex(const Table* table, const std::string& name) {
    if (table == nullptr) {
        return nullptr;
    }
    const auto found = std::find_if(table->indexes.begin(),
                                    table->indexes.end(),
                                    [&name](const Index& index) { return index.name == name; });
    return found == table->indexes.end() ? nullptr : &*found;
}

}  // namespace

std::string MysqlDialect::indexClause(const Index& index, const Script& script) const {
    std::string clause = fmt::format("{}{}INDEX {} {}{}",
                                     index.unique ? "UNIQUE " : "",
                                     wordOf(index.kind),
                                     identifier(index.name),
                                     index.method == IndexMethod::BTree ? "USING BTREE " : "",
                                     partList(index.parts, script));
    if (!index.comment.empty()) {
        clause += " " + commentClause(index.comment, kMaxIndexComment, index.line, script);
    }
    if (index.invisible) {
        clause += fmt::format(" {}", can().index.hide);
    }
    return clause;
}

// That others can write meanwhile is what PostgreSQL means by CONCURRENTLY.
// https://dev.mysql.com/doc/refman/8.4/en/innodb-online-ddl-operations.html
// https://mariadb.com/docs/server/reference/sql-statements/data-definition/alter/alter-table/alter-table
MysqlDialect::Clauses MysqlDialect::howToDo(Algorithm algorithm, LockMode lock, bool concurrently) {
    if (concurrently) {
        algorithm = Algorithm::InPlace;
        lock = LockMode::None;
    }
    Clauses clauses;
    if (algorithm != Algorithm::ServerDefault) {
        clauses.push_back(fmt::format("ALGORITHM={}", spelled(algorithm)));
    }
    if (lock != LockMode::ServerDefault) {
        clauses.push_back(fmt::format("LOCK={}", spelled(lock)));
    }
    return clauses;
}

void MysqlDialect::checkIndex(const Table* owner,
                              const std::string& table,
                              const Index& index,
                              const Script& script) const {
    SqlDialect::checkIndex(owner, table, index, script);
    const bool usual = index.kind == Index::Kind::Usual;
    const bool free = index.concurrently || index.lock == LockMode::None;
    const bool otherwise = index.algorithm == Algorithm::Copy ||
                           (index.lock != LockMode::None && index.lock != LockMode::ServerDefault);
    wantAttributes(
        fmt::format("the index {} of {}", index.name, table),
        index.line,
        {{index.unique, usual, "unique()", "leave it out: it is for other kinds of indexes"},
         {index.method != IndexMethod::ServerDefault,
          usual,
          "method(...)",
          "leave it out: it is for other kinds of indexes"},
         {index.algorithm == Algorithm::Instant,
          false,
          "algorithm(godwit::instant)",
          "an index is built from the rows; say godwit::inPlace"},
         {free,
          usual,
          index.concurrently ? "concurrently()" : "lock(godwit::lockNone)",
          "leave it out: nobody writes while an index of this kind is built"},
         {index.concurrently && otherwise,
          false,
          "concurrently() together with another algorithm(...) or lock(...)",
          "keep one of them"},
         {index.algorithm == Algorithm::Copy && index.lock == LockMode::None,
          can().copiesOnline,
          "lock(godwit::lockNone) with algorithm(godwit::copying)",
          "say godwit::inPlace"}},
        script);
    if (owner != nullptr) {
        checkKinds(*owner, index, script);
    }
}

void MysqlDialect::checkKinds(const Table& table, const Index& index, const Script& script) const {
    for (const IndexPart& part : index.parts) {
        const Column* column = findColumn(table, part.column);
        if (column == nullptr) {
            continue;
        }
        const auto refuse = [&](std::string_view what, std::string_view why, const char* hint) {
            script.refuse(index.line,
                          ErrorCode::NotSupportedByServer,
                          fmt::format("{} has no {} index over {}.{}, which {}",
                                      title(),
                                      what,
                                      table.name,
                                      part.column,
                                      why),
                          hint);
        };
        if (index.kind == Index::Kind::FullText && !isMysqlText(column->type)) {
            refuse("full-text", "is no text", "name columns that are texts");
        }
        if (index.kind == Index::Kind::Spatial && column->nullable) {
            refuse("spatial", "is nullable()", "leave nullable() out");
        }
    }
    if (index.invisible && standsForPrimaryKey(table, index)) {
        script.refuse(index.line,
                      ErrorCode::NotSupportedByServer,
                      fmt::format("{} takes {} for the primary key of {}, which is never hidden",
                                  title(),
                                  index.name,
                                  table.name),
                      "give the table a primary key");
    }
    if (index.kind == Index::Kind::Usual) {
        checkKey(table, index.parts, index.line, script);
    }
}

void MysqlDialect::write(const op::AddIndex& o, Script& script) const {
    checkIndex(script.table(o.table), o.table, o.index, script);
    alterKeys(o.table,
              {"ADD " + indexClause(o.index, script)},
              script,
              howToDo(o.index.algorithm, o.index.lock, o.index.concurrently));
}

void MysqlDialect::write(const op::DropIndex& o, Script& script) const {
    alterKeys(o.table,
              {"DROP INDEX " + identifier(resolvedName(o, script.nearby()))},
              script,
              howToDo(Algorithm::ServerDefault, LockMode::ServerDefault, o.concurrently));
}

void MysqlDialect::write(const op::RenameIndex& o, Script& script) const {
    script.alter(o.table,
                 fmt::format("RENAME INDEX {} TO {}", identifier(o.index), identifier(o.to)));
}

// https://dev.mysql.com/doc/refman/8.4/en/invisible-indexes.html
// https://mariadb.com/docs/server/ha-and-performance/optimization-and-tuning/optimization-and-indexes/ignored-indexes
void MysqlDialect::write(const op::SetIndexVisibility& o, Script& script) const {
    const Table* table = script.table(o.table);
    if (const Index* index = findIndex(table, o.index); index != nullptr && !o.visible) {
        Index hidden = *index;
        hidden.invisible = true;
        hidden.line = o.line;
        checkKinds(*table, hidden, script);
    }
    script.alter(o.table,
                 fmt::format("ALTER INDEX {} {}",
                             identifier(o.index),
                             o.visible ? can().index.show : can().index.hide));
}

}  // namespace godwit::detail
