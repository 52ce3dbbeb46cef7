#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "model/enum_values.hpp"
#include "sql/script.hpp"

namespace godwit::detail {

namespace {

bool makes(const Operation& operation, std::string_view table) {
    if (const auto* create = std::get_if<op::CreateTable>(&operation)) {
        return create->table.name == table;
    }
    const auto* rename = std::get_if<op::RenameTable>(&operation);
    return rename != nullptr && rename->to == table;
}

bool reachesOtherTables(const Operation& operation) {
    return std::holds_alternative<op::DropTable>(operation) ||
           std::holds_alternative<op::RenameTable>(operation) ||
           std::holds_alternative<op::DropColumn>(operation) ||
           std::holds_alternative<op::RenameColumn>(operation);
}

// What becomes of views, triggers and sequences matters only to those.
bool reachesObjects(const Operation& operation) {
    return reachesOtherTables(operation) || std::holds_alternative<op::CreateTable>(operation) ||
           std::holds_alternative<op::CreateObject>(operation) ||
           std::holds_alternative<op::DropObject>(operation) ||
           std::holds_alternative<op::RenameObject>(operation) ||
           std::holds_alternative<op::AlterSequence>(operation) ||
           std::holds_alternative<op::RefreshView>(operation) ||
           std::holds_alternative<op::AttachPartition>(operation) ||
           std::holds_alternative<op::DetachPartition>(operation) ||
           std::holds_alternative<op::RawSql>(operation);
}

// A schema that goes or is renamed concerns all tables in it.
bool reachesAllTables(const Operation& operation) {
    const auto* drop = std::get_if<op::DropObject>(&operation);
    const auto* rename = std::get_if<op::RenameObject>(&operation);
    return (drop != nullptr && drop->object.kind == ObjectKind::Schema) ||
           (rename != nullptr && rename->object.kind == ObjectKind::Schema);
}

bool refersTo(const Table& table, std::string_view other) {
    return std::any_of(table.foreignKeys.begin(),
                       table.foreignKeys.end(),
                       [other](const ForeignKey& key) { return key.referencedTable == other; });
}

const ForeignKey* findForeignKey(const Table* table, std::string_view name) {
    if (table == nullptr) {
        return nullptr;
    }
    const auto found = std::find_if(table->foreignKeys.begin(),
                                    table->foreignKeys.end(),
                                    [name](const ForeignKey& key) { return key.name == name; });
    return found == table->foreignKeys.end() ? nullptr : &*found;
}

}  // namespace

Script::Script(const std::vector<Operation>& operations, const Schema& before)
    : operations_(operations), before_(before) {
    changed_.touchedByRawSql = before.touchedByRawSql;
    changed_.enums = before.enums;
    changed_.databases = before.databases;
    goTo(0);
}

const Table* Script::table(std::string_view name) const {
    return findTable(copied_.contains(name) ? changed_ : before_, name);
}

void Script::goTo(std::size_t position) {
    at_ = position;
    current_ = done() ? nullptr : &operations_[at_];
    if (current_ != nullptr) {
        copyWhatItChanges(*current_);
    }
}

void Script::copy(std::string_view table) {
    if (!copied_.emplace(table).second) {
        return;
    }
    if (const Table* known = findTable(before_, table)) {
        changed_.tables.emplace(table, *known);
    } else if (before_.goneTables.contains(table)) {
        changed_.goneTables.emplace(table);
    }
}

void Script::copyObjects() {
    if (!objectsCopied_) {
        objectsCopied_ = true;
        changed_.objects = before_.objects;
        changed_.goneObjects = before_.goneObjects;
        changed_.privileges = before_.privileges;
    }
}

// A table that is renamed or goes, and a column, matter to the foreign keys of other tables.
void Script::copyWhatItChanges(const Operation& operation) {
    if (reachesObjects(operation)) {
        copyObjects();
    }
    if (reachesAllTables(operation)) {
        for (const auto& [name, table] : before_.tables) {
            copy(name);
        }
    }
    if (const std::string_view type = enumIn(operation); !type.empty()) {
        for (const auto& [name, table] : before_.tables) {
            if (usesEnum(table, type)) {
                copy(name);
            }
        }
    }
    const std::string_view changed = tableOf(operation);
    if (changed.empty()) {
        return;
    }
    copy(changed);
    if (const auto* rename = std::get_if<op::RenameTable>(&operation)) {
        copy(rename->to);
    }
    if (const auto* attach = std::get_if<op::AttachPartition>(&operation)) {
        copy(attach->partition.name);
    }
    if (!reachesOtherTables(operation)) {
        return;
    }
    for (const auto& [name, table] : before_.tables) {
        if (refersTo(table, changed)) {
            copy(name);
        }
    }
}

void Script::advance() {
    const Operation& operation = operations_[at_];
    replay(operation, changed_);
    if (reachesAllTables(operation)) {
        for (const auto& [name, table] : changed_.tables) {
            copied_.insert(name);
        }
    }
    if (const auto* rename = std::get_if<op::RenameTable>(&operation)) {
        for (Postponed& postponed : postponed_) {
            if (postponed.table == rename->table) {
                postponed.table = rename->to;
            }
        }
    }
    goTo(at_ + 1);
}

Statement& Script::statement(std::string sql) { return alter({}, std::move(sql)); }

Statement& Script::alter(std::string_view table, std::string clause) {
    Piece& piece = pieces_.emplace_back(Piece{current_, std::string{table}, {}});
    piece.statement.sql = std::move(clause);
    return piece.statement;
}

Statement& Script::rebuild(std::string_view table, std::vector<action::ColumnValue> values) {
    Schema next = changed_;
    replay(*current_, next);
    Piece& piece = pieces_.emplace_back(Piece{current_, std::string{table}, {}});
    piece.rebuild = {*this->table(table), *findTable(next, table), std::move(values)};
    return piece.statement;
}

bool Script::comesLater(std::string_view table) const {
    if (this->table(table) != nullptr) {
        return false;
    }
    const auto later = following();
    return std::any_of(later.begin(), later.end(), [table](const Operation& operation) {
        return makes(operation, table);
    });
}

void Script::postpone(std::string_view table, const ForeignKey& key) {
    postponed_.push_back({std::string{table}, key.name});
}

bool Script::nextDueForeignKey() {
    for (auto postponed = postponed_.begin(); postponed != postponed_.end(); ++postponed) {
        const ForeignKey* key = findForeignKey(table(postponed->table), postponed->key);
        if (key != nullptr && table(key->referencedTable) != nullptr) {
            current_ = &made_.emplace_back(op::AddForeignKey{postponed->table, *key, key->line});
            postponed_.erase(postponed);
            return true;
        }
    }
    current_ = done() ? nullptr : &operations_[at_];
    return false;
}

void Script::refuse(SourceLine line, ErrorCode code, std::string message, std::string hint) const {
    ErrorWhere where;
    where.operation = oneLine(*current_);
    where.line = line.line == 0 ? lineOf(*current_) : line;
    Error::Text text{std::move(message), "Nothing has run.", std::move(hint)};
    throw UnsupportedError(code, std::move(text), std::move(where));
}

Statement statementFor(std::span<const Piece* const> pieces, std::string sql) {
    const Piece& first = *pieces.front();
    Statement statement = first.statement;
    statement.sql = std::move(sql);
    statement.line = lineOf(*first.source);
    statement.atomic = first.statement.atomic && !std::holds_alternative<op::RawSql>(*first.source);
    const Operation* told = nullptr;
    for (const Piece* piece : pieces) {
        const Operation& source = *piece->source;
        if (std::exchange(told, &source) == &source) {
            continue;
        }
        statement.operation += (statement.operation.empty() ? "" : ", ") + oneLine(source);
        if (!source.because.empty()) {
            statement.comment += (statement.comment.empty() ? "because: " : "; because: ");
            statement.comment += source.because;
        }
    }
    return statement;
}

std::vector<Statement> statementsOf(const std::vector<Piece>& pieces, const Dialect& dialect) {
    std::vector<Statement> statements;
    statements.reserve(pieces.size());
    for (const Piece& piece : pieces) {
        const std::string& sql = piece.statement.sql;
        const Piece* const alone[] = {&piece};
        statements.push_back(statementFor(
            alone,
            piece.table.empty()
                ? sql
                : fmt::format("ALTER TABLE {} {}", dialect.objectName(piece.table), sql)));
    }
    return statements;
}

}  // namespace godwit::detail
