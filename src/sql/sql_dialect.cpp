#include <fmt/format.h>

#include "model/copies.hpp"
#include "model/qualified.hpp"
#include "sql/sql_dialect.hpp"

namespace godwit::detail {

namespace {

std::string_view spelled(ForeignKeyAction action) {
    switch (action) {
    case ForeignKeyAction::NoAction:
        return "NO ACTION";
    case ForeignKeyAction::Restrict:
        return "RESTRICT";
    case ForeignKeyAction::Cascade:
        return "CASCADE";
    case ForeignKeyAction::SetNull:
        return "SET NULL";
    case ForeignKeyAction::SetDefault:
        return "SET DEFAULT";
    }
    return {};
}

// NO ACTION is what a foreign key does anyway.
std::string onEvent(std::string_view event, ForeignKeyAction action) {
    return action == ForeignKeyAction::NoAction ? std::string{}
                                                : fmt::format(" ON {} {}", event, spelled(action));
}

}  // namespace

}  // namespace godwit::detail

namespace godwit {

std::string Dialect::objectName(std::string_view name) const {
    const std::string_view schema = detail::schemaOf(name);
    const std::string within = identifier(detail::unqualified(name));
    return schema.empty() ? within : identifier(schema) + "." + within;
}

}  // namespace godwit

namespace godwit::detail {

std::string SqlDialect::besideTable(std::string_view table, std::string_view name) const {
    const std::string_view schema = schemaOf(table);
    return schema.empty() ? identifier(name) : identifier(schema) + "." + identifier(name);
}

std::vector<Statement> SqlDialect::compile(const std::vector<Operation>& operations,
                                           const Schema& before) const {
    const std::vector<Operation> concerned =
        withCopies(assumptionsFirst(operationsFor(server_.kind, operations)), before, server_.kind);
    Script script{concerned, before};
    while (!script.done()) {
        if (!script.takenAlong()) {
            writeCurrent(script);
        }
        script.advance();
        while (script.nextDueForeignKey()) {
            writeCurrent(script);
        }
    }
    return finished(script);
}

void SqlDialect::writeCurrent(Script& script) const {
    if (!can().objects.has(ObjectKind::Schema)) {
        wantNoSchemas(script);
    }
    for (const GivenName& name : namesGivenBy(script.current())) {
        checkName(name, script);
    }
    checkConstraints(script);
    checkAdded(script);
    checkChange(script);
    checkPartitions(script);
    const std::size_t first = script.pieces().size();
    std::visit([&](const auto& o) { write(o, script); }, script.current());
    if (script.current().guarded) {
        guard(script, first);
    }
}

std::vector<Statement> SqlDialect::finished(Script& script) const {
    return statementsOf(script.pieces(), *this);
}

std::string SqlDialect::identifier(std::string_view name) const { return quoted(name, '"'); }

std::string SqlDialect::literal(std::string_view text) const { return quoted(text, '\''); }

std::string SqlDialect::nameList(const std::vector<std::string>& names) const {
    std::vector<std::string> quotedNames;
    quotedNames.reserve(names.size());
    for (const std::string& name : names) {
        quotedNames.push_back(identifier(name));
    }
    return fmt::format("{}", fmt::join(quotedNames, ", "));
}

std::string SqlDialect::columnList(const std::vector<std::string>& columns) const {
    return fmt::format("({})", nameList(columns));
}

const std::string& SqlDialect::textOf(const SqlByDatabase& sql,
                                      std::string_view what,
                                      SourceLine line,
                                      const Script& script) const {
    const auto& text = sql[static_cast<std::size_t>(server().kind)];
    if (!text) {
        throw UsageError(
            ErrorCode::MissingDialectText,
            {fmt::format("{} has no text for {}", what, title()),
             "Nothing has run.",
             fmt::format("write .{0} = \"...\", or .{0} = godwit::nothing", nameOf(server().kind))},
            {.migration = {},
             .operation = oneLine(script.current()),
             .sql = {},
             .line = line.line != 0 ? line : lineOf(script.current())});
    }
    return *text;
}

bool SqlDialect::isSaid(const SqlByDatabase& sql) const {
    const auto& text = sql[static_cast<std::size_t>(server().kind)];
    return !isEmpty(sql) && !(text && text->empty());
}

// https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-PARMS-DEFERRABLE
// https://www.sqlite.org/foreignkeys.html#fk_deferred
std::string_view SqlDialect::deferralClause(Deferral deferral) {
    switch (deferral) {
    case Deferral::NotDeferrable:
        break;
    case Deferral::InitiallyImmediate:
        return " DEFERRABLE INITIALLY IMMEDIATE";
    case Deferral::InitiallyDeferred:
        return " DEFERRABLE INITIALLY DEFERRED";
    }
    return {};
}

std::string SqlDialect::primaryKeyClause(const PrimaryKey& key) const {
    return fmt::format("CONSTRAINT {} PRIMARY KEY {}{}",
                       identifier(key.name),
                       columnList(key.columns),
                       deferralClause(key.deferral));
}

std::string SqlDialect::uniqueKeyClause(const UniqueKey& key) const {
    return fmt::format("CONSTRAINT {} UNIQUE{} {}{}",
                       identifier(key.name),
                       key.nullsNotDistinct ? " NULLS NOT DISTINCT" : "",
                       columnList(key.columns),
                       deferralClause(key.deferral));
}

std::string SqlDialect::foreignKeyClause(const ForeignKey& key) const {
    return fmt::format("CONSTRAINT {} FOREIGN KEY {} {}",
                       identifier(key.name),
                       columnList(key.columns),
                       referencesClause(key));
}

std::string SqlDialect::referencesClause(const ForeignKey& key) const {
    return fmt::format("REFERENCES {} {}{}{}{}{}",
                       objectName(key.referencedTable),
                       columnList(key.referencedColumns),
                       onEvent("DELETE", key.onDelete),
                       onEvent("UPDATE", key.onUpdate),
                       deferralClause(key.deferral),
                       key.validated ? "" : " NOT VALID");
}

std::string SqlDialect::checkClause(const Check& check, const Script& script) const {
    return fmt::format("CONSTRAINT {} CHECK ({}){}",
                       identifier(check.name),
                       textOf(check.sql, "the check " + check.name, check.line, script),
                       check.validated ? "" : " NOT VALID");
}

std::string quoted(std::string_view text, char quote) {
    std::string out{quote};
    for (const char c : text) {
        if (c == quote) {
            out += quote;
        }
        out += c;
    }
    out += quote;
    return out;
}

}  // namespace godwit::detail
