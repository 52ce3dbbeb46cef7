#pragma once

#include <algorithm>
#include <list>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <godwit/dialect.hpp>
#include <godwit/error.hpp>

namespace godwit::detail {

/// A table before and after an operation that changes its definition.
struct TableChange {
    Table before;
    Table after;
    std::vector<action::ColumnValue> values;  ///< Of columns that do not keep what they hold.
    std::vector<std::string> dropped{};       ///< Constraints that are not known but by name.
};

/// A whole statement, one clause of an ALTER TABLE, or what an ALTER TABLE cannot do.
struct Piece {
    const Operation* source = nullptr;
    std::string table;    ///< Of the ALTER TABLE; empty when the SQL is a whole statement.
    Statement statement;  ///< `operation`, `line` and `atomic` are filled in at the end.
    std::optional<TableChange> rebuild{};  ///< Then there is no SQL yet.
};

/// One run of a dialect over a list of operations: where it stands, what is known of the schema
/// there, and what it has written so far. Operations and schema must outlive it.
///
/// Of the schema it copies only the tables that an operation changes: a migration that changes one
/// of a thousand tables costs no more than one that changes one of two.
class Script {
public:
    Script(const std::vector<Operation>& operations, const Schema& before);

    bool done() const { return at_ == operations_.size(); }
    const Operation& current() const { return *current_; }

    /// Replays the current operation in memory and goes to the next.
    /// @throws UsageError (2xx) when it contradicts what is known.
    void advance();

    /// The table as it is before the current operation, or null when it is not known.
    const Table* table(std::string_view name) const;

    /// The table of the current operation, with those that refer to it, and nothing else.
    const Schema& nearby() const { return changed_; }

    /// The object as it is before the current operation, or null when it is not known.
    const KnownObject* object(const ObjectName& name) const { return findObject(around(), name); }

    /// All objects that are known before the current operation.
    const std::map<ObjectName, KnownObject>& objects() const { return around().objects; }

    /// All privileges that are known before the current operation.
    const std::map<Held, HeldPrivileges>& privileges() const { return around().privileges; }

    /// True when raw SQL may have changed any table.
    bool touchedByRawSql() const { return changed_.touchedByRawSql; }

    /// True when `holds` is for one of the tables that are known before the current operation.
    template <class Predicate>
    bool anyTable(const Predicate& holds) const {
        const auto now = [&](const auto& entry) { return holds(entry.second); };
        const auto still = [&](const auto& entry) {
            return !copied_.contains(entry.first) && holds(entry.second);
        };
        return std::any_of(changed_.tables.begin(), changed_.tables.end(), now) ||
               std::any_of(before_.tables.begin(), before_.tables.end(), still);
    }

    /// What is returned may be told how it runs, and holds until the next statement is written.
    Statement& statement(std::string sql);
    Statement& alter(std::string_view table, std::string clause);

    /// The current operation changes the definition of a known table, which SQLite has no ALTER
    /// TABLE for.
    Statement& rebuild(std::string_view table, std::vector<action::ColumnValue> values = {});

    /// Refusals from now on are about this operation.
    void speakOf(const Operation& operation) { current_ = &operation; }

    /// The operations after the current one.
    std::span<const Operation> following() const { return operations_.subspan(at_ + 1); }

    /// `later` is written together with the current operation and passed over when its turn comes.
    void takeAlong(const Operation& later) { taken_.insert(&later); }
    bool takenAlong() const { return taken_.contains(current_); }

    /// True when the table is not known yet and a following operation makes it.
    bool comesLater(std::string_view table) const;

    /// Keeps a foreign key of the table being created for when its parent is there.
    void postpone(std::string_view table, const ForeignKey& key);

    /// Makes the next postponed key whose parent is there the current operation, as an
    /// op::AddForeignKey; false when there is none.
    bool nextDueForeignKey();

    /// Stops the compilation. Without a line of its own, that of the current operation is told.
    [[noreturn]] void refuse(SourceLine line,
                             ErrorCode code,
                             std::string message,
                             std::string hint) const;

    std::vector<Piece>& pieces() { return pieces_; }

private:
    struct Postponed {
        std::string table;
        std::string key;
    };

    void goTo(std::size_t position);
    void copyWhatItChanges(const Operation& operation);
    void copy(std::string_view table);
    void copyObjects();
    const Schema& around() const { return objectsCopied_ ? changed_ : before_; }

    std::span<const Operation> operations_;
    std::size_t at_ = 0;
    const Operation* current_ = nullptr;
    const Schema& before_;
    Schema changed_;                             // Tables as they are now.
    std::set<std::string, std::less<>> copied_;  // Names that `changed_` answers for.
    bool objectsCopied_ = false;                 // Whether `changed_` answers for objects.
    std::set<const Operation*> taken_;
    std::vector<Postponed> postponed_;
    std::list<Operation> made_;  // What pieces may point to beside the operations given.
    std::vector<Piece> pieces_;
};

/// A statement of these pieces, all of one table or one alone: how it runs is what the first says.
Statement statementFor(std::span<const Piece* const> pieces, std::string sql);

/// One statement per piece: each clause gets an ALTER TABLE of its own.
std::vector<Statement> statementsOf(const std::vector<Piece>& pieces, const Dialect& dialect);

}  // namespace godwit::detail
