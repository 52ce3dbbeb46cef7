#include <algorithm>

#include <fmt/format.h>

#include "model/resolve.hpp"
#include "sql/sql_dialect.hpp"

// What happens to indexes, and how one is written.

namespace godwit::detail {

namespace {

std::string_view spelled(IndexMethod method) {
    switch (method) {
    case IndexMethod::ServerDefault:
        break;
    case IndexMethod::BTree:
        return "btree";
    case IndexMethod::Hash:
        return "hash";
    case IndexMethod::Gin:
        return "gin";
    case IndexMethod::Gist:
        return "gist";
    case IndexMethod::SpGist:
        return "spgist";
    case IndexMethod::Brin:
        return "brin";
    }
    return {};
}

std::string_view spelled(NullsOrder nulls) {
    switch (nulls) {
    case NullsOrder::ServerDefault:
        break;
    case NullsOrder::First:
        return " NULLS FIRST";
    case NullsOrder::Last:
        return " NULLS LAST";
    }
    return {};
}

// Where NULL stands anyway on a server to which it is less than every value.
bool isLowest(const IndexPart& part) {
    return part.nulls == NullsOrder::ServerDefault ||
           (part.nulls == NullsOrder::First) == (part.order == SortOrder::Ascending);
}

bool anyPart(const Index& index, bool (*holds)(const IndexPart&)) {
    return std::any_of(index.parts.begin(), index.parts.end(), holds);
}

}  // namespace

void SqlDialect::write(const op::AddIndex& o, Script& script) const {
    checkIndex(script.table(o.table), o.table, o.index, script);
    script.statement(createIndex(o.table, o.index, script));
}

void SqlDialect::write(const op::DropIndex& o, Script& script) const {
    checkDropped(o, script);
    script.statement("DROP INDEX " + besideTable(o.table, resolvedName(o, script.nearby())));
}

void SqlDialect::write(const op::SetIndexVisibility& o, Script& script) const {
    script.refuse({},
                  ErrorCode::NotSupportedByServer,
                  fmt::format("{} cannot hide the index {} of {} from its planner",
                              title(),
                              o.index,
                              o.table),
                  "drop the index, or say .only(godwit::mysql | godwit::mariadb)");
}

// An index on which a call says what the server does not do is refused, part by part.
void SqlDialect::checkIndex(const Table*,
                            const std::string& table,
                            const Index& index,
                            const Script& script) const {
    const IndexCapabilities& has = can().index;
    const auto expression = [](const IndexPart& part) { return part.column.empty(); };
    const auto descending = [](const IndexPart& part) {
        return part.order == SortOrder::Descending;
    };
    const auto misplaced = [](const IndexPart& part) { return !isLowest(part); };
    const auto prefixed = [](const IndexPart& part) { return part.prefix != 0; };
    const auto classed = [](const IndexPart& part) { return !part.operatorClass.empty(); };
    const auto collated = [](const IndexPart& part) { return !part.collation.empty(); };
    const bool otherMethod =
        index.method != IndexMethod::ServerDefault && index.method != IndexMethod::BTree;
    const bool clauses =
        index.algorithm != Algorithm::ServerDefault || index.lock != LockMode::ServerDefault;
    wantAttributes(
        fmt::format("the index {} of {}", index.name, table),
        index.line,
        {{index.kind == Index::Kind::FullText, has.fullText, "fullText(...)", has.insteadOfText},
         {index.kind == Index::Kind::Spatial,
          has.spatial,
          "spatial(...)",
          "make an R*Tree table with schema.sql(...)"},
         {anyPart(index, expression),
          has.expressions,
          "godwit::expr(...)",
          "add a column with virtualAs(...) and index that"},
         {isSaid(index.where),
          has.where,
          "where(...)",
          "say .only(godwit::postgresql | godwit::sqlite), and index all rows on the others, or "
          "an expression that is NULL for the rows to leave out"},
         {!index.include.empty(),
          has.include,
          "include(...)",
          "name the columns as the last parts of the index"},
         {index.nullsNotDistinct,
          has.nullsNotDistinct,
          "nullsNotDistinct()",
          "make the columns NOT NULL, or index an expression in which something stands for NULL"},
         {otherMethod,
          has.methods,
          "method(...)",
          "leave it out, or say .only(godwit::postgresql)"},
         {anyPart(index, descending),
          has.descending,
          "godwit::desc",
          "leave it out: an index is read in both directions"},
         {anyPart(index, misplaced),
          has.nullsOrder,
          "nulls(...)",
          "leave it out: NULL comes before every value here, and last when descending"},
         {anyPart(index, prefixed),
          has.prefixes,
          "godwit::prefix",
          "index the whole column, or godwit::expr(\"substr(...)\")"},
         {anyPart(index, classed),
          has.operatorClasses,
          "operatorClass(...)",
          "leave it out, or say .only(godwit::postgresql)"},
         {anyPart(index, collated),
          has.collations,
          "collate(...)",
          "give the column the collation"},
         {index.invisible,
          !has.hide.empty(),
          "invisible()",
          "leave it out, or say .only(godwit::mysql | godwit::mariadb)"},
         {index.concurrently,
          has.concurrently,
          "concurrently()",
          "nobody writes while SQLite changes a table; say it with .only(...) for the others, and "
          "without it for SQLite"},
         {clauses,
          has.onlineClauses,
          "algorithm(...) and lock(...)",
          "say .only(godwit::mysql | godwit::mariadb)"},
         {!index.parameters.empty(),
          has.storage,
          "parameter(...)",
          "say .only(godwit::postgresql)"},
         {!index.tablespace.empty(),
          has.storage,
          "tablespace(...)",
          "say .only(godwit::postgresql)"}},
        script);
}

void SqlDialect::checkDropped(const op::DropIndex& o, const Script& script) const {
    wantAttributes(fmt::format("the index {} of {}", resolvedName(o, script.nearby()), o.table),
                   o.line,
                   {{o.concurrently,
                     can().index.concurrently,
                     "concurrently()",
                     "nobody writes while SQLite changes a table; leave it out, or say it with "
                     ".only(...) for the others"}},
                   script);
}

std::string SqlDialect::partList(const std::vector<IndexPart>& parts, const Script& script) const {
    std::vector<std::string> list;
    for (const IndexPart& part : parts) {
        std::string text =
            part.column.empty()
                ? fmt::format("({})",
                              textOf(part.expression, "the expression of an index", {}, script))
                : identifier(part.column);
        if (part.prefix != 0) {
            text += fmt::format("({})", part.prefix);
        }
        if (!part.collation.empty()) {
            text += " COLLATE " + identifier(part.collation);
        }
        if (!part.operatorClass.empty()) {
            text += " " + part.operatorClass;
        }
        if (part.order == SortOrder::Descending) {
            text += " DESC";
        }
        if (can().index.nullsOrder) {
            text += spelled(part.nulls);
        }
        list.push_back(std::move(text));
    }
    return fmt::format("({})", fmt::join(list, ", "));
}

// In the order of PostgreSQL, of which SQLite has a part.
// https://www.postgresql.org/docs/current/sql-createindex.html
// https://www.sqlite.org/lang_createindex.html
std::string SqlDialect::createIndex(const std::string& table,
                                    const Index& index,
                                    const Script& script) const {
    const bool spatial = index.kind == Index::Kind::Spatial;
    const std::string_view method = spatial ? "gist" : spelled(index.method);
    std::string sql = fmt::format("CREATE {}INDEX {}{}{} ON {}{}{} {}",
                                  index.unique ? "UNIQUE " : "",
                                  index.concurrently ? "CONCURRENTLY " : "",
                                  identifier(index.name),
                                  indexNote(index, script),
                                  objectName(table),
                                  can().index.methods && !method.empty() ? " USING " : "",
                                  can().index.methods ? method : "",
                                  partList(index.parts, script));
    if (!index.include.empty()) {
        sql += " INCLUDE " + columnList(index.include);
    }
    if (index.nullsNotDistinct) {
        sql += " NULLS NOT DISTINCT";
    }
    sql += parameterList(index.parameters);
    if (!index.tablespace.empty()) {
        sql += " TABLESPACE " + identifier(index.tablespace);
    }
    if (isSaid(index.where)) {
        sql += fmt::format(
            " WHERE ({})",
            textOf(index.where, "the condition of the index " + index.name, index.line, script));
    }
    return sql;
}

// A part that is a column is quoted; an expression stands as it was written.
std::string SqlDialect::exclusionClause(const Table* table, const Exclusion& exclusion) const {
    std::vector<std::string> parts;
    for (const ExclusionPart& part : exclusion.parts) {
        const bool column = table != nullptr && findColumn(*table, part.sql) != nullptr;
        parts.push_back(
            fmt::format("{} WITH {}", column ? identifier(part.sql) : part.sql, part.operation));
    }
    return fmt::format("CONSTRAINT {} EXCLUDE USING {} ({}){}{}",
                       identifier(exclusion.name),
                       spelled(exclusion.method),
                       fmt::join(parts, ", "),
                       exclusion.where.empty() ? "" : fmt::format(" WHERE ({})", exclusion.where),
                       deferralClause(exclusion.deferral));
}

std::string SqlDialect::indexNote(const Index&, const Script&) const { return {}; }

// https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-STORAGE-PARAMETERS
std::string SqlDialect::parameterList(
    const std::vector<std::pair<std::string, std::string>>& parameters) const {
    if (parameters.empty()) {
        return {};
    }
    std::vector<std::string> list;
    for (const auto& [name, value] : parameters) {
        const std::size_t point = name.find('.');  // "toast.autovacuum_enabled"
        list.push_back(
            fmt::format("{}{} = {}",
                        point == std::string::npos ? "" : identifier(name.substr(0, point)) + ".",
                        identifier(name.substr(point + 1)),
                        literal(value)));
    }
    return fmt::format(" WITH ({})", fmt::join(list, ", "));
}

}  // namespace godwit::detail
