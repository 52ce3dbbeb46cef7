#include <array>

#include <fmt/format.h>

#include "model/sql_words.hpp"
#include "sql/sql_dialect.hpp"

// What is said of columns and tables beside types and keys.

namespace godwit::detail {

namespace {

// One thing that may be said, and what is said to whom has no such thing.
struct Word {
    bool said;
    bool known;
    std::string_view none;  ///< "has no invisible columns".
    std::string_view is;    ///< "is": what the column or table wants to be.
    std::string_view hint;
};

constexpr std::string_view kMysqlOnly =
    "make this table with createTable(...).only(godwit::mysql | godwit::mariadb), and one without "
    "it for the others";
constexpr std::string_view kSqliteOnly =
    "make this table with createTable(...).only(godwit::sqlite), and one without it for the others";
constexpr std::string_view kPostgresqlOnly =
    "make this table with createTable(...).only(godwit::postgresql), and one without it for the "
    "others";

bool isInnoDb(const std::string& engine) { return engine.empty() || lowerCase(engine) == "innodb"; }

}  // namespace

void SqlDialect::checkAttributes(const std::string& table,
                                 const Column& column,
                                 const Script& script) const {
    const bool virtually = column.computed && !column.computed->stored;
    const bool counts = column.identity.always || column.identity.increment != 1;
    const std::array<Word, 5> words = {{
        {virtually,
         can().virtualColumns,
         "computes no column at each reading",
         "wants",
         "say storedAs(...), or use PostgreSQL 18"},
        {column.invisible,
         can().invisibleColumns,
         "has no invisible columns",
         "is",
         "leave invisible() out, or the column to .only(...) the databases that have them"},
        {!column.charset.empty(),
         can().columnCharsets,
         "has no character sets of columns",
         "has",
         "leave charset(...) out, or the column to .only(godwit::mysql | godwit::mariadb)"},
        {column.renewedAtUpdate && !column.renewedIfPossible,
         can().renewedColumns,
         "sets no column to now at each update",
         "wants",
         "set it in each UPDATE or in a trigger, or leave the column to .only(godwit::mysql | "
         "godwit::mariadb); timestamps() renews where the server does"},
        {counts,
         can().identityOptions,
         "has no columns that count always or in steps",
         "does",
         "say no more than generated(), or leave the column to .only(godwit::postgresql)"},
    }};
    for (const Word& word : words) {
        if (word.said && !word.known) {
            script.refuse(
                column.line,
                ErrorCode::NotSupportedByServer,
                fmt::format("{} {}, as {}.{} {}", title(), word.none, table, column.name, word.is),
                std::string{word.hint});
        }
    }
}

void SqlDialect::checkOptions(const Table& table, const Script& script) const {
    const TableOptions& options = table.options;
    const bool engines = can().tableEngines;
    const bool storage = can().tableStorage;
    const std::array<Word, 9> words = {{
        {!options.engine.empty(), engines, "has no storage engines", "has", kMysqlOnly},
        {!options.charset.empty(), engines, "has no character sets of tables", "has", kMysqlOnly},
        {!options.collation.empty(), engines, "has no collations of tables", "has", kMysqlOnly},
        {!options.rowFormat.empty(), engines, "has no row formats", "has", kMysqlOnly},
        {!options.strict,
         can().rowidTables,
         "has no tables that take any value",
         "is",
         kSqliteOnly},
        {options.withoutRowid,
         can().rowidTables,
         "has no row numbers to leave out",
         "does",
         kSqliteOnly},
        {options.unlogged, storage, "has no unlogged tables", "is", kPostgresqlOnly},
        {!options.tablespace.empty(),
         storage,
         "gives no table a tablespace",
         "wants",
         kPostgresqlOnly},
        {!options.parameters.empty(), storage, "has no storage parameters", "has", kPostgresqlOnly},
    }};
    const auto refuse = [&](std::string message, std::string hint) {
        script.refuse(table.line,
                      ErrorCode::NotSupportedByServer,
                      std::move(message),
                      std::move(hint));
    };
    for (const Word& word : words) {
        if (word.said && !word.known) {
            refuse(fmt::format("{} {}, as {} {}", title(), word.none, table.name, word.is),
                   std::string{word.hint});
        }
    }
    if (options.unlogged && options.temporary) {
        refuse(fmt::format("{} is temporary and unlogged", table.name), "keep one of the two");
    }
    if (!table.foreignKeys.empty() && options.temporary && !can().keysOfTemporaryTables) {
        refuse(fmt::format("{} has no foreign keys of temporary tables, and {} has {}",
                           title(),
                           table.name,
                           table.foreignKeys.front().name),
               "leave the foreign key out");
    }
    // https://dev.mysql.com/doc/refman/8.4/en/ansi-diff-foreign-keys.html
    if (!table.foreignKeys.empty() && !isInnoDb(options.engine)) {
        refuse(fmt::format("{} reads the foreign key {} of a table of {} and ignores it",
                           title(),
                           table.foreignKeys.front().name,
                           options.engine),
               "leave the foreign key out, or use InnoDB");
    }
}

std::string_view SqlDialect::tableWord(const Table& table) {
    return table.options.temporary ? "TEMPORARY " : table.options.unlogged ? "UNLOGGED " : "";
}

std::string SqlDialect::collateClause(const std::string& table,
                                      const Column& column,
                                      const Script& script) const {
    if (isEmpty(column.collation)) {
        return {};
    }
    const std::string& name = textOf(column.collation,
                                     fmt::format("the collation of {}.{}", table, column.name),
                                     column.line,
                                     script);
    return name.empty() ? std::string{} : " COLLATE " + identifier(name);
}

std::string SqlDialect::computedClause(const std::string& table,
                                       const Column& column,
                                       const Script& script) const {
    if (!column.computed) {
        return {};
    }
    return fmt::format(" GENERATED ALWAYS AS ({}) {}",
                       textOf(column.computed->sql,
                              fmt::format("the value of {}.{}", table, column.name),
                              column.line,
                              script),
                       column.computed->stored ? "STORED" : "VIRTUAL");
}

}  // namespace godwit::detail
