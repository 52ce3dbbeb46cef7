#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "model/sql_words.hpp"
#include "run/perform.hpp"
#include "run/pragma.hpp"
#include "sqlite/merge_definitions.hpp"
#include "sqlite/rebuild_sql.hpp"
#include "sqlite/tokens.hpp"

namespace godwit::detail {

namespace {

// An entry of sqlite_schema. https://www.sqlite.org/schematab.html
struct SchemaEntry {
    std::string type;
    std::string name;
    std::string table;
    std::string sql;
};

bool equalNames(std::string_view a, std::string_view b) { return lowerCase(a) == lowerCase(b); }

class Rebuild {
public:
    Rebuild(Driver& driver,
            const Dialect& dialect,
            const action::RebuildTable& rebuild,
            const std::string& comment)
        : driver_(driver),
          dialect_(dialect),
          rebuild_(rebuild),
          comment_(comment),
          schema_(readSchema()),
          readers_(readers()) {}

    void run() {
        const SchemaEntry table = tableInHand();
        const TableText found = textOf(table);
        wantNothingTemporary();
        wantReadable(
            "godwit cannot tell whether rebuilding {} harms the schema, since SQLite "
            "cannot read all of it as it is: {}");
        const MergedTable merged = merge(found);
        // Rows that a CHECK refuses must be refused here too.
        const Pragma checked{driver_, "ignore_check_constraints", false};
        const RebuildSql sql = rebuildSql(table.name,
                                          freeName(temporaryNameOf(table.name)),
                                          found,
                                          merged.table,
                                          rebuild_.values,
                                          dialect_);
        copyRows(table.name, sql);
        putInPlace(sql);
        for (const SchemaEntry& entry : schema_) {
            if (belongs(entry) && !entry.sql.empty()) {
                driver_.execute(entry.sql);
            }
        }
        wantReadable(
            "after this change of {} SQLite could not read all of its schema any more: {}");
    }

private:
    std::vector<SchemaEntry> readSchema() {
        std::vector<SchemaEntry> entries;
        for (const auto& row :
             driver_.query("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY rowid")
                 .values) {
            entries.push_back({row[0].value_or(""),
                               row[1].value_or(""),
                               row[2].value_or(""),
                               row[3].value_or("")});
        }
        return entries;
    }

    [[noreturn]] static void refuse(ErrorCode code, std::string message, std::string hint) {
        throw DatabaseError(code, {std::move(message), {}, std::move(hint)}, {});
    }

    bool isOurs(const std::string& name) const { return equalNames(name, rebuild_.table); }

    // What goes with the table when it is dropped, but for what UNIQUE and PRIMARY KEY make.
    bool belongs(const SchemaEntry& entry) const {
        return isOurs(entry.table) && (entry.type == "index" || entry.type == "trigger");
    }

    const SchemaEntry& tableInHand() const {
        const auto found =
            std::find_if(schema_.begin(), schema_.end(), [this](const SchemaEntry& entry) {
                return entry.type == "table" && isOurs(entry.name);
            });
        if (found == schema_.end()) {
            refuse(ErrorCode::TableNotAsPlanned,
                   fmt::format("there is no table {} to change", rebuild_.table),
                   "bring it back, or tell the history what was done by hand");
        }
        return *found;
    }

    TableText textOf(const SchemaEntry& table) const {
        std::optional<TableText> text = readTable(table.sql);
        if (!text) {
            refuse(ErrorCode::TableNotAsPlanned,
                   fmt::format("{} is a virtual table, which nothing but its module can change",
                               table.name),
                   "change it with schema.sql(...)");
        }
        return *std::move(text);
    }

    // They would go with the table, and hide one of their name.
    void wantNothingTemporary() {
        const Rows rows = driver_.query(
            fmt::format("SELECT type, name FROM sqlite_temp_schema WHERE tbl_name = {} COLLATE "
                        "NOCASE ORDER BY type",
                        dialect_.literal(rebuild_.table)));
        if (!rows.empty()) {
            refuse(ErrorCode::RebuildWouldLose,
                   fmt::format("this connection has a temporary {} {} at the table {}",
                               rows[0][0].value_or(""),
                               rows[0][1].value_or(""),
                               rebuild_.table),
                   "drop it before the migration, and make it again after");
        }
    }

    MergedTable merge(const TableText& found) const {
        const TableText known = writtenTable(rebuild_.known);
        MergedTable merged = mergeDefinitions(known, found, writtenTable(rebuild_.wanted));
        for (const std::string& name : rebuild_.dropped) {
            dropConstraint(merged.table, name);
        }
        for (const SchemaEntry& entry : schema_) {
            for (const std::string& column : merged.dropped) {
                if (losesMeaning(entry, column)) {
                    merged.conflicts.push_back(
                        fmt::format("the {} {} names the column {}, which "
                                    "goes",
                                    entry.type,
                                    entry.name,
                                    column));
                }
            }
        }
        if (!merged.conflicts.empty()) {
            refuse(ErrorCode::TableNotAsPlanned,
                   fmt::format("the table {} is not as the migrations made it: {}",
                               rebuild_.table,
                               fmt::join(merged.conflicts, "; ")),
                   "undo by hand what was done to it by hand, or drop what is in the way before "
                   "this call, in the same migration or an earlier one");
        }
        return merged;
    }

    // SQLite takes a name in double quotes that is none for a text, and does not look at all of a
    // trigger before it fires. What it does look at is found in the end.
    bool losesMeaning(const SchemaEntry& entry, const std::string& column) const {
        if (entry.type == "index") {
            return isOurs(entry.table) && namesColumn(behindTable(entry.sql), column);
        }
        const bool reads = std::any_of(readers_.begin(), readers_.end(), [&](const auto& name) {
            return holdsName(entry.sql, name);
        });
        return reads && ((entry.type == "trigger" && holdsName(entry.sql, column)) ||
                         (entry.type == "view" && holdsDoubleQuoted(entry.sql, column)));
    }

    // The table, and the views that read it, also through other views; in lower case.
    std::vector<std::string> readers() const {
        std::vector<std::string> names = {lowerCase(rebuild_.table)};
        for (std::size_t i = 0; i < names.size(); ++i) {
            for (const SchemaEntry& entry : schema_) {
                const std::string name = lowerCase(entry.name);
                if (entry.type == "view" && holdsName(entry.sql, names[i]) &&
                    std::find(names.begin(), names.end(), name) == names.end()) {
                    names.push_back(name);
                }
            }
        }
        return names;
    }

    // The columns of a CREATE INDEX, and its WHERE.
    static std::string_view behindTable(std::string_view sql) {
        return sql.substr(std::min(sql.find('('), sql.size()));
    }

    std::string freeName(std::string name) const {
        const auto taken = [&] {
            return std::any_of(schema_.begin(), schema_.end(), [&](const SchemaEntry& entry) {
                return equalNames(entry.name, name);
            });
        };
        while (taken()) {
            name += '_';
        }
        return name;
    }

    std::string count(const std::string& table) {
        const Rows rows = driver_.query("SELECT count(*) FROM " + dialect_.identifier(table));
        return rows[0][0].value_or("");
    }

    // A row that the change does not fit is told of the table by its own name.
    void fill(const std::string& table, const RebuildSql& sql) {
        try {
            driver_.execute(sql.copy);
        } catch (const DatabaseError& error) {
            std::string text = error.serverText();
            const std::size_t name = text.find(sql.temporary + ".");
            if (name == std::string::npos) {
                throw;
            }
            text.replace(name, sql.temporary.size(), table);
            throw DatabaseError(error.code(),
                                {text, {}, error.hint()},
                                {error.sqlstate(), error.nativeCode(), text});
        }
    }

    void copyRows(const std::string& table, const RebuildSql& sql) {
        driver_.execute(godwit::textOf({.sql = sql.create, .operation = {}, .comment = comment_}));
        if (!sql.sequence.empty()) {
            driver_.execute(sql.sequence);
        }
        fill(table, sql);
        const std::string before = count(table);
        const std::string after = count(sql.temporary);
        if (before != after) {
            refuse(ErrorCode::RebuildWouldLose,
                   fmt::format("{} has {} rows, and {} of them would be left after the change",
                               table,
                               before,
                               after),
                   "look for a constraint with ON CONFLICT IGNORE or REPLACE that somebody gave "
                   "the table by hand");
        }
    }

    void putInPlace(const RebuildSql& sql) {
        const Pragma legacy{driver_, kLegacyAlterTable, true};
        driver_.execute(sql.drop);
        driver_.execute(sql.rename);
    }

    // To drop a column of any table, SQLite reads all views and triggers.
    // https://www.sqlite.org/lang_altertable.html#alter_table_drop_column
    void wantReadable(std::string_view sentence) {
        const Pragma modern{driver_, kLegacyAlterTable, false};
        const std::string probe = dialect_.identifier(freeName("godwit_probe"));
        std::string fault;
        driver_.execute("SAVEPOINT godwit_probe");
        driver_.execute(fmt::format("CREATE TABLE {} (a, b)", probe));
        try {
            driver_.execute(fmt::format("ALTER TABLE {} DROP COLUMN b", probe));
        } catch (const DatabaseError& error) {
            fault = error.serverText();
        }
        driver_.execute("ROLLBACK TO godwit_probe");
        driver_.execute("RELEASE godwit_probe");
        if (!fault.empty()) {
            refuse(ErrorCode::RebuildWouldLose,
                   fmt::format(fmt::runtime(sentence), rebuild_.table, fault),
                   "drop or change that view or trigger before this call, in the same migration "
                   "or an earlier one");
        }
    }

    Driver& driver_;
    const Dialect& dialect_;
    const action::RebuildTable& rebuild_;
    const std::string& comment_;
    std::vector<SchemaEntry> schema_;
    std::vector<std::string> readers_;
};

}  // namespace

void perform(const action::RebuildTable& action, const Scene& scene) {
    Rebuild{scene.driver, scene.dialect, action, scene.statement.comment}.run();
}

}  // namespace godwit::detail
