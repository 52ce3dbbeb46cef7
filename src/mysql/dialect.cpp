#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "model/qualified.hpp"
#include "model/resolve.hpp"
#include "model/sql_words.hpp"
#include "mysql/capabilities.hpp"
#include "mysql/dialect.hpp"
#include "mysql/foreign_key_indexes.hpp"
#include "mysql/merge_alters.hpp"
#include "support/utf8.hpp"

namespace godwit::detail {

namespace {

// https://dev.mysql.com/doc/refman/8.4/en/create-table.html#create-table-options
constexpr std::size_t kMaxTableComment = 2048;

const Column* countedColumn(const Table& table) {
    for (const Column& column : table.columns) {
        if (column.generated && column.type.kind != ColumnType::Kind::Uuid) {
            return &column;
        }
    }
    return nullptr;
}

// https://dev.mysql.com/doc/refman/8.4/en/create-table.html#create-table-options
std::string rowFormatOf(const Table& table, const Script& script) {
    constexpr std::array<std::string_view, 6> kFormats =
        {"default", "dynamic", "compressed", "redundant", "compact", "fixed"};
    const std::string format = lowerCase(table.options.rowFormat);
    if (std::find(kFormats.begin(), kFormats.end(), format) == kFormats.end()) {
        script.refuse(table.line,
                      ErrorCode::NotSupportedByServer,
                      fmt::format("there is no row format {}, as {} is to have",
                                  table.options.rowFormat,
                                  table.name),
                      "use DYNAMIC, COMPRESSED, COMPACT, REDUNDANT or, of MyISAM, FIXED");
    }
    std::string upper;
    for (const char c : format) {
        upper += static_cast<char>(c - 'a' + 'A');
    }
    return upper;
}

}  // namespace

MysqlDialect::MysqlDialect(const Server& server) : SqlDialect(server, mysqlCapabilities(server)) {}

std::string MysqlDialect::identifier(std::string_view name) const { return quoted(name, '`'); }

// Literals and identifiers are written for these.
// https://dev.mysql.com/doc/refman/8.4/en/sql-mode.html
// MariaDB cuts digits of a second off unless it is told to round them, as the others do.
// https://mariadb.com/docs/server/server-management/variables-and-modes/sql_mode
std::vector<Setting> MysqlDialect::settings() const {
    const std::string_view more =
        server().kind == DatabaseKind::MariaDB ? ",TIME_ROUND_FRACTIONAL" : "";
    return {{"autocommit", "1"},
            {"sql_mode",
             fmt::format("'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,"
                         "NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION{}'",
                         more)},
            {"time_zone", "'+00:00'"},
            {"character_set_client", "utf8mb4"},
            {"character_set_results", "utf8mb4"},
            {"character_set_connection", "utf8mb4"},
            {"collation_connection", "utf8mb4_bin"},
            {"foreign_key_checks", "1"}};
}

// The session's sql_mode is pinned without NO_BACKSLASH_ESCAPES, so that a backslash escapes.
// https://dev.mysql.com/doc/refman/8.4/en/string-literals.html
std::string MysqlDialect::literal(std::string_view text) const {
    std::string escaped;
    for (const char c : quoted(text, '\'')) {
        escaped.append(c == '\\' ? 2 : 1, c);
    }
    return escaped;
}

void MysqlDialect::write(const op::CreateTable& o, Script& script) const {
    checkTable(o.table, script);
    SqlDialect::write(o, script);
    takePartitionsAlong(o.table, script);
}

// Keys, checks and foreign keys stand inside CREATE TABLE: one statement that is done or not.
// Checks stand there as well, never behind a column: MariaDB keeps those two kinds apart.
// https://mariadb.com/docs/server/reference/sql-statements/data-definition/constraint
std::vector<std::string> MysqlDialect::constraintLines(const Table& table, Script& script) const {
    std::vector<std::string> lines = SqlDialect::constraintLines(table, script);
    for (std::string& check : typeChecks(table)) {
        lines.push_back(std::move(check));
    }
    for (const Index& index : table.indexes) {
        lines.push_back(indexClause(index, script));
    }
    for (const Index& index : foreignKeyIndexes(table)) {
        lines.push_back(indexClause(index, script));
    }
    return lines;
}

std::string MysqlDialect::tableOptions(const Table& table, const Script& script) const {
    const TableOptions& options = table.options;
    const std::string charset = options.charset.empty() ? "utf8mb4" : options.charset;
    const std::string collation =
        options.collation.empty() ? binaryCollation(charset) : identifier(options.collation);
    const Column* counted = countedColumn(table);
    const bool later = counted != nullptr && counted->identity.start != 1;
    return fmt::format(
        " ENGINE={} DEFAULT CHARSET={}{}{}{}{}{}",
        options.engine.empty() ? "InnoDB" : identifier(options.engine),
        options.charset.empty() ? charset : identifier(charset),
        collation.empty() ? collation : " COLLATE=" + collation,
        options.rowFormat.empty() ? "" : fmt::format(" ROW_FORMAT={}", rowFormatOf(table, script)),
        later ? fmt::format(" AUTO_INCREMENT={}", counted->identity.start) : "",
        table.comment.empty()
            ? ""
            : " " + commentClause(table.comment, kMaxTableComment, table.line, script),
        partitioningOf(table, script));
}

void MysqlDialect::write(const op::SetTableComment& o, Script& script) const {
    script.alter(o.table, commentClause(o.comment, kMaxTableComment, o.line, script));
}

void MysqlDialect::write(const op::AddCheck& o, Script& script) const {
    checkCheck(script.table(o.table), o.check, o.line, script);
    SqlDialect::write(o, script);
}

namespace {

// A table's file is called like the table, and a file name has at most 255 bytes with its ".ibd".
constexpr std::size_t kMaxFileName = 251;

// Letters, digits and underscores stand for themselves, all else for "@" and four digits.
// https://dev.mysql.com/doc/refman/8.4/en/identifier-mapping.html
std::size_t fileNameBytes(std::string_view name) {
    std::size_t bytes = 0;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        const bool continues = byte >= 0x80 && byte < 0xC0;
        const bool plain =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        bytes += continues ? 0 : (plain ? 1 : 5);
    }
    return bytes;
}

}  // namespace

// Both keep names and comments in three-byte UTF-8: what lies above U+FFFF becomes a question mark.
// https://dev.mysql.com/doc/refman/8.4/en/identifiers.html
void MysqlDialect::checkName(const GivenName& name, const Script& script) const {
    wantMoreThanCase(name, script);
    const auto refuse = [&](std::string_view why) {
        script.refuse(name.line,
                      ErrorCode::NotSupportedByServer,
                      fmt::format("{} cannot hold the {} name '{}': {}",
                                  title(),
                                  wordOf(name.what),
                                  name.name,
                                  why),
                      "choose another name");
    };
    if (hasSupplementary(name.name)) {
        refuse("it has a character above U+FFFF");
    }
    if (name.name.ends_with(' ')) {
        refuse("it ends in a blank");
    }
    if (name.what == GivenName::What::Table &&
        fileNameBytes(unqualified(name.name)) > kMaxFileName) {
        refuse("it has too many signs for the name of a file");
    }
    const bool ofKey =
        name.what == GivenName::What::Index || name.what == GivenName::What::Constraint;
    if (ofKey && lowerCase(name.name) == "primary") {
        refuse("that is the name of every primary key");
    }
}

std::vector<Statement> MysqlDialect::finished(Script& script) const {
    return mergedStatements(script.pieces(), *this);
}

}  // namespace godwit::detail
