#include <fmt/format.h>

#include "model/naming.hpp"
#include "model/sql_words.hpp"
#include "mysql/dialect.hpp"
#include "mysql/types.hpp"
#include "support/utf8.hpp"

// How a column is defined and changed.

namespace godwit::detail {

namespace {

using Kind = ColumnType::Kind;

// https://dev.mysql.com/doc/refman/8.4/en/create-table.html#create-table-types-attributes
constexpr std::size_t kMaxColumnComment = 1024;

bool isCounted(const Column& column) { return column.generated && column.type.kind != Kind::Uuid; }

std::string nowOf(const ColumnType& type) {
    return type.kind == Kind::Date ? "(CURRENT_DATE)" : "CURRENT_TIMESTAMP" + mysqlFraction(type);
}

// How a default is spelled; what is in parentheses is an expression to the server.
class Spelling {
public:
    Spelling(const Column& column, const Dialect& dialect, const Capabilities& can)
        : column_(column), dialect_(dialect), can_(can) {}

    std::string operator()(bool value) const { return value ? "1" : "0"; }
    std::string operator()(const NumberDefault& value) const { return value.digits; }
    std::string operator()(const NowDefault&) const { return nowOf(column_.type); }
    std::string operator()(const ExpressionDefault& value) const {
        return fmt::format("({})", value.sql);
    }
    std::string operator()(const TextDefault& value) const {
        return mysqlTextDefault(column_.type, value.text, dialect_, can_);
    }

private:
    const Column& column_;
    const Dialect& dialect_;
    const Capabilities& can_;
};

// Such an index may be made together with a column.
bool isPlain(const Index& index) {
    return index.kind == Index::Kind::Usual && !index.parts.front().column.empty() &&
           !index.concurrently && index.algorithm == Algorithm::ServerDefault &&
           index.lock == LockMode::ServerDefault;
}

// An auto-increment column must be the first of a key when its ALTER TABLE ends.
const Operation* keyThatBeginsWith(const op::AddColumn& added, const Script& script) {
    for (const Operation& operation : script.following()) {
        const auto begins = [&](const std::vector<std::string>& columns) {
            return tableOf(operation) == added.table && !columns.empty() &&
                   columns.front() == added.column.name;
        };
        const auto* primary = std::get_if<op::AddPrimaryKey>(&operation);
        const auto* unique = std::get_if<op::AddUniqueKey>(&operation);
        const auto* index = std::get_if<op::AddIndex>(&operation);
        if ((primary != nullptr && begins(primary->primaryKey.columns)) ||
            (unique != nullptr && begins(unique->uniqueKey.columns)) ||
            (index != nullptr && isPlain(index->index) && begins(columnsOf(index->index)))) {
            return &operation;
        }
    }
    return nullptr;
}

}  // namespace

std::string MysqlDialect::columnLine(const Table* owner,
                                     const std::string& table,
                                     const Column& column,
                                     const Script& script) const {
    checkColumn(owner, table, column, script);
    const bool checkedNotNull = column.computed && !can().computedNotNull;
    std::string line = fmt::format("{} {}{}{}{}{}{}{}",
                                   identifier(column.name),
                                   mysqlType(column.type, *this, can()),
                                   charsetClause(column),
                                   collateClause(table, column, script),
                                   computedClause(table, column, script),
                                   column.nullable || checkedNotNull ? "" : " NOT NULL",
                                   column.invisible ? " INVISIBLE" : "",
                                   defaultClause(table, column, script));
    if (column.renewedAtUpdate) {
        line += " ON UPDATE " + nowOf(column.type);
    }
    if (!column.comment.empty()) {
        line += " " + commentClause(column.comment, kMaxColumnComment, column.line, script);
    }
    return line;
}

// A character set's own collation would take 'a' and 'A' for one.
std::string MysqlDialect::charsetClause(const Column& column) const {
    if (column.charset.empty()) {
        return {};
    }
    const std::string charset = " CHARACTER SET " + identifier(column.charset);
    const std::string collation = binaryCollation(column.charset);
    return !isEmpty(column.collation) || collation.empty() ? charset
                                                           : charset + " COLLATE " + collation;
}

std::string MysqlDialect::binaryCollation(const std::string& charset) const {
    const std::string name = lowerCase(charset);
    return name == "binary"    ? ""
           : name == "utf8mb4" ? std::string{can().textCollation}
                               : identifier(name + "_bin");
}

std::string MysqlDialect::defaultFor(const Column& column, const DefaultValue& value) const {
    return std::visit(Spelling{column, *this, can()}, value);
}

std::string MysqlDialect::defaultClause(const std::string& table,
                                        const Column& column,
                                        const Script& script) const {
    if (isCounted(column)) {
        return " AUTO_INCREMENT";
    }
    if (!column.generated && !column.defaultValue) {
        return {};
    }
    const std::string_view uuid =
        isBinaryUuid(column.type, can()) ? "(unhex(replace(uuid(), '-', '')))" : "(uuid())";
    const std::string spelled =
        column.generated ? std::string{uuid}
                         : std::visit(Spelling{column, *this, can()}, *column.defaultValue);
    if (spelled.front() == '(' && !can().expressionDefaults) {
        script.refuse(column.line,
                      ErrorCode::NotSupportedByServer,
                      fmt::format("{} before 8.0.13 takes no expression as the default of {}.{}",
                                  title(),
                                  table,
                                  column.name),
                      "leave the default out and give the value with each row");
    }
    return " DEFAULT " + spelled;
}

std::string MysqlDialect::commentClause(const std::string& comment,
                                        std::size_t limit,
                                        SourceLine line,
                                        const Script& script) const {
    if (hasSupplementary(comment)) {
        script.refuse(line,
                      ErrorCode::NotSupportedByServer,
                      fmt::format("{} cannot hold a character above U+FFFF in a comment", title()),
                      "leave the character out; the server would make it a question mark");
    }
    if (const std::size_t characters = codePoints(comment); characters > limit) {
        script.refuse(line,
                      ErrorCode::TooLongForServer,
                      fmt::format("the comment has {} characters, and {} keeps {}",
                                  characters,
                                  title(),
                                  limit),
                      "shorten it");
    }
    return "COMMENT " + literal(comment);
}

void MysqlDialect::checkColumn(const Table* owner,
                               const std::string& table,
                               const Column& column,
                               const Script& script) const {
    SqlDialect::checkColumn(owner, table, column, script);
    if (!mysqlHasType(column.type, can())) {
        refuseType(table, column, script);
    }
    checkValues(table, column, script);
    if (!typeCheck(column).empty()) {
        wantEnforcedChecks(typeCheckName(table, column), column.line, script);
    }
}

// Blanks at the end of an enum value are lost, and what lies above U+FFFF is shown, and dumped,
// as a question mark. https://dev.mysql.com/doc/refman/8.4/en/enum.html
void MysqlDialect::checkValues(const std::string& table,
                               const Column& column,
                               const Script& script) const {
    for (const std::string& value : column.type.values) {
        const bool blank = value.ends_with(' ') && column.type.form != ColumnType::Form::Check;
        if (blank || hasSupplementary(value)) {
            script.refuse(column.line,
                          ErrorCode::NotSupportedByServer,
                          fmt::format("{} cannot hold the value '{}' of the {} {}.{}: it {}",
                                      title(),
                                      value,
                                      column.type.kind == Kind::Set ? "set" : "enumeration",
                                      table,
                                      column.name,
                                      blank ? "ends in a blank" : "has a character above U+FFFF"),
                          "spell the value in another way");
        }
    }
}

std::string MysqlDialect::typeCheck(const Column& column) const {
    return mysqlTypeCheck(column, *this, can());
}

// A check is a table's, never a column's: MariaDB keeps those two kinds apart.
std::vector<std::string> MysqlDialect::typeChecks(const Table& table) const {
    std::vector<std::string> clauses;
    for (const Column& column : table.columns) {
        std::string clause = typeCheckClause(table.name, column);
        if (!clause.empty()) {
            clauses.push_back(std::move(clause));
        }
    }
    return clauses;
}

void MysqlDialect::write(const op::AddColumn& o, Script& script) const {
    const Table* table = script.table(o.table);
    if (o.column.generated && !isCounted(o.column) && !can().addsRandomDefaults) {
        script.refuse(o.column.line,
                      ErrorCode::NotSupportedByServer,
                      fmt::format("{} cannot add the generated uuid column {} to {}: the rows that "
                                  "are there would get other values on a replica",
                                  title(),
                                  o.column.name,
                                  o.table),
                      "define it in createTable, or add it nullable() and not generated()");
    }
    if (table != nullptr) {
        Table wider = *table;
        wider.columns.push_back(o.column);
        checkRow(wider, script);
    }
    Clauses clauses{"ADD COLUMN " + columnLine(table, o.table, o.column, script) + placeClause(o)};
    if (const std::string check = typeCheckClause(o.table, o.column); !check.empty()) {
        clauses.push_back("ADD " + check);
    }
    if (isCounted(o.column)) {
        for (std::string& clause : keyOfGenerated(o, script)) {
            clauses.push_back(std::move(clause));
        }
    }
    if (o.column.identity.start != 1) {
        clauses.push_back(fmt::format("AUTO_INCREMENT = {}", o.column.identity.start));
    }
    script.alter(o.table, fmt::format("{}", fmt::join(clauses, ",\n    ")));
}

MysqlDialect::Clauses MysqlDialect::keyOfGenerated(const op::AddColumn& o, Script& script) const {
    const Operation* key = keyThatBeginsWith(o, script);
    if (key == nullptr) {
        script.refuse(o.column.line,
                      ErrorCode::NotSupportedByServer,
                      fmt::format("{} counts {}.{} up only when a key begins with it",
                                  title(),
                                  o.table,
                                  o.column.name),
                      "add .primaryKey(), .unique() or an index to it");
    }
    script.takeAlong(*key);
    if (const auto* primary = std::get_if<op::AddPrimaryKey>(key)) {
        return {"ADD " + primaryKeyClause(primary->primaryKey)};
    }
    if (const auto* unique = std::get_if<op::AddUniqueKey>(key)) {
        return {"ADD " + uniqueKeyClause(unique->uniqueKey)};
    }
    const auto& added = std::get<op::AddIndex>(*key);
    checkIndex(script.table(o.table), o.table, added.index, script);
    return {"ADD " + indexClause(added.index, script)};
}

// MySQL does not rename a column that a check names (error 3959): the check of its type goes and
// comes back in the same statement.
void MysqlDialect::write(const op::RenameColumn& o, Script& script) const {
    SqlDialect::write(o, script);
    const Table* table = script.table(o.table);
    const Column* known = table == nullptr ? nullptr : findColumn(*table, o.column);
    if (known == nullptr || can().renamesCheckedColumns || typeCheck(*known).empty()) {
        return;
    }
    Column renamed = *known;
    renameColumn(renamed, o.table, o.table, o.to);
    std::string& clause = script.pieces().back().statement.sql;
    clause = fmt::format("{} {},\n    {},\n    ADD {}",
                         can().dropCheck,
                         identifier(typeCheckName(o.table, *known)),
                         clause,
                         typeCheckClause(o.table, renamed));
}

// There is no way to change a comment alone: the whole definition is said again, so it must be
// known. https://dev.mysql.com/doc/refman/8.4/en/alter-table.html#alter-table-redefine-column
void MysqlDialect::write(const op::SetColumnComment& o, Script& script) const {
    const Table* table = script.table(o.table);
    const Column* known = table == nullptr ? nullptr : findColumn(*table, o.column);
    if (known == nullptr || script.touchedByRawSql()) {
        script.refuse(
            o.line,
            ErrorCode::NotSupportedByServer,
            fmt::format("{} can only change the comment of {}.{} together with its "
                        "definition, which {}",
                        title(),
                        o.table,
                        o.column,
                        known == nullptr ? "is not known here" : "raw SQL may have changed"),
            "write ALTER TABLE ... MODIFY COLUMN with schema.sql(...)");
    }
    Column column = *known;
    column.comment = o.comment;
    script.alter(o.table, "MODIFY COLUMN " + columnLine(table, o.table, column, script));
}

}  // namespace godwit::detail
