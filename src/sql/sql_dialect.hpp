#pragma once

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <godwit/dialect.hpp>

#include "model/sought.hpp"
#include "sql/capabilities.hpp"
#include "sql/guards.hpp"
#include "sql/names.hpp"
#include "sql/script.hpp"

namespace godwit::detail {

/// A column whose enumeration changes, as it was before.
struct EnumUse {
    Table table;
    Column column;
};

/// The SQL that the databases share. A dialect overrides what differs, citing its manual.
///
/// The `write` overloads answer one question, "which SQL is this?", one overload per operation.
class SqlDialect : public Dialect {
public:
    const Server& server() const final { return server_; }
    std::vector<Statement> compile(const std::vector<Operation>& operations,
                                   const Schema& before) const final;
    std::vector<Setting> settings() const override { return {}; }
    bool transactionalDdl() const final { return capabilities_.transactionalDdl; }
    std::string identifier(std::string_view name) const override;
    std::string literal(std::string_view text) const override;
    std::string valueLiteral(const Value& value) const final;

protected:
    SqlDialect(const Server& server, const Capabilities& capabilities)
        : server_(server), capabilities_(capabilities) {}

    const Capabilities& can() const { return capabilities_; }

    /// "MySQL", for sentences.
    std::string_view title() const { return titleOf(server_.kind); }

    virtual void write(const op::CreateTable& o, Script& script) const;
    virtual void write(const op::DropTable& o, Script& script) const;
    virtual void write(const op::RenameTable& o, Script& script) const;
    virtual void write(const op::SetTableComment& o, Script& script) const = 0;
    virtual void write(const op::AddColumn& o, Script& script) const;
    virtual void write(const op::DropColumn& o, Script& script) const;
    virtual void write(const op::RenameColumn& o, Script& script) const;
    virtual void write(const op::SetColumnComment& o, Script& script) const = 0;
    virtual void write(const op::ChangeType& o, Script& script) const = 0;
    virtual void write(const op::SetNotNull& o, Script& script) const = 0;
    virtual void write(const op::DropNotNull& o, Script& script) const = 0;
    virtual void write(const op::SetDefault& o, Script& script) const = 0;
    virtual void write(const op::AddPrimaryKey& o, Script& script) const;
    virtual void write(const op::DropPrimaryKey& o, Script& script) const;
    virtual void write(const op::AddUniqueKey& o, Script& script) const;
    virtual void write(const op::DropUniqueKey& o, Script& script) const;
    virtual void write(const op::AddForeignKey& o, Script& script) const;
    virtual void write(const op::DropForeignKey& o, Script& script) const;
    virtual void write(const op::AddCheck& o, Script& script) const;
    virtual void write(const op::DropCheck& o, Script& script) const;
    virtual void write(const op::AddExclusion& o, Script& script) const;
    virtual void write(const op::DropExclusion& o, Script& script) const;
    virtual void write(const op::RenameConstraint& o, Script& script) const = 0;
    virtual void write(const op::ValidateConstraint& o, Script& script) const;
    virtual void write(const op::AddIndex& o, Script& script) const;
    virtual void write(const op::DropIndex& o, Script& script) const;
    virtual void write(const op::RenameIndex& o, Script& script) const = 0;
    virtual void write(const op::SetIndexVisibility& o, Script& script) const;
    virtual void write(const op::InsertRows& o, Script& script) const;
    virtual void write(const op::UpdateRows& o, Script& script) const;
    virtual void write(const op::EraseRows& o, Script& script) const;
    virtual void write(const op::Backfill& o, Script& script) const;
    virtual void write(const op::CallData& o, Script& script) const;
    virtual void write(const op::Verify& o, Script& script) const;
    virtual void write(const op::CopyRows& o, Script& script) const;
    virtual void write(const op::CopyColumn& o, Script& script) const;
    virtual void write(const op::ForgetChanged& o, Script& script) const;
    void write(const op::CreateObject& o, Script& script) const;
    void write(const op::DropObject& o, Script& script) const;
    void write(const op::RenameObject& o, Script& script) const;
    virtual void write(const op::AlterSequence& o, Script& script) const;
    virtual void write(const op::RefreshView& o, Script& script) const;
    virtual void write(const op::AttachPartition& o, Script& script) const;
    virtual void write(const op::DetachPartition& o, Script& script) const;
    virtual void write(const op::CreateEnum& o, Script& script) const;
    virtual void write(const op::DropEnum& o, Script& script) const;
    virtual void write(const op::RenameEnum& o, Script& script) const;
    virtual void write(const op::ChangeEnum& o, Script& script) const = 0;
    virtual void write(const op::Assume& o, Script& script) const;
    virtual void write(const op::RawSql& o, Script& script) const;

    /// A query that has a row when the object is there.
    virtual std::string thereQuery(const Sought& object, Wanted wanted) const = 0;

    /// What the server can guard itself. The first that fits is taken.
    virtual std::span<const GuardedForm> guardedForms() const = 0;

    // What the server has not got is refused before one of these is asked. `replace`: there may be
    // one already, which this one takes the place of.
    virtual void create(const View& o, bool replace, Script& script) const = 0;
    virtual void create(const Trigger& o, bool replace, Script& script) const = 0;
    virtual void create(const Routine& o, bool replace, Script& script) const;
    virtual void create(const Sequence& o, bool replace, Script& script) const;
    virtual void create(const Namespace& o, bool replace, Script& script) const;
    virtual void create(const Extension& o, bool replace, Script& script) const;
    virtual void create(const RowSecurity& o, bool replace, Script& script) const;
    virtual void create(const Policy& o, bool replace, Script& script) const;
    virtual void create(const Role& o, bool replace, Script& script) const;
    virtual void create(const Grant& o, bool replace, Script& script) const;
    virtual void create(const Partition& o, bool replace, Script& script) const;

    /// `known` is what goes, or is renamed, as far as that is known; else null.
    virtual void drop(const op::DropObject& o, const Object* known, Script& script) const = 0;
    virtual void rename(const op::RenameObject& o, const Object* known, Script& script) const = 0;

    /// Refuses a name that the server cannot hold as written.
    virtual void checkName(const GivenName& name, const Script& script) const = 0;

    /// A column as CREATE TABLE and ADD COLUMN define it. `owner` is the table being created, or
    /// the one the column is added to: null when that is not known.
    virtual std::string columnLine(const Table* owner,
                                   const std::string& table,
                                   const Column& column,
                                   const Script& script) const = 0;

    /// The whole CREATE TABLE, without indexes.
    std::string createTable(const Table& table, Script& script) const;

    /// Refuses a column that the server cannot have as it is said. `owner` as above.
    virtual void checkColumn(const Table* owner,
                             const std::string& table,
                             const Column& column,
                             const Script& script) const;

    /// Refuses what is said of a column or table and the server does not have.
    void checkAttributes(const std::string& table,
                         const Column& column,
                         const Script& script) const;
    void checkOptions(const Table& table, const Script& script) const;

    /// "TEMPORARY ", "UNLOGGED " or nothing, before TABLE.
    static std::string_view tableWord(const Table& table);

    /// " COLLATE ..." of a column, or nothing.
    std::string collateClause(const std::string& table,
                              const Column& column,
                              const Script& script) const;

    /// " GENERATED ALWAYS AS (...) STORED" of a computed column, or nothing.
    std::string computedClause(const std::string& table,
                               const Column& column,
                               const Script& script) const;

    /// The columns that a change of an enumeration concerns.
    static std::vector<EnumUse> usesOf(const op::ChangeEnum& o, const Script& script);

    /// The same where the values belong to the columns: none for a guarded change that has nothing
    /// to do.
    /// @throws UnsupportedError when none is known
    std::vector<EnumUse> columnsToChange(const op::ChangeEnum& o, const Script& script) const;

    /// Refuses a value that goes or gets another name while it is computed.
    static void wantNotComputed(const op::ChangeEnum& o, const EnumUse& use, const Script& script);

    /// Refuses a value that goes or gets another name while SQL that the migrations have written
    /// spells it out for the column: it would stay as it is, and mean something else.
    void wantNotSpelledOut(const op::ChangeEnum& o, const EnumUse& use, const Script& script) const;

    /// The same of the bodies of triggers alone, which follow on no server.
    void wantNotSpelledOutInBodies(const op::ChangeEnum& o,
                                   const EnumUse& use,
                                   const Script& script) const;

    /// Has the run ask for rows that hold a value which goes without another one in its place.
    void wantNoRowsOf(const op::ChangeEnum& o,
                      const std::vector<EnumUse>& uses,
                      Script& script) const;

    /// Gives the rows that hold what goes what comes instead.
    virtual void moveRows(const op::ChangeEnum& o, const EnumUse& use, Script& script) const;

    /// True when rows get another value.
    static bool movesRows(const op::ChangeEnum& o);

    /// Makes a change of these columns while the known foreign keys that compare them are not
    /// there.
    void withoutForeignKeys(const std::vector<EnumUse>& uses,
                            Script& script,
                            const std::function<void()>& change) const;

    /// The change of a column that is text with a CHECK.
    void changeCheckedEnum(const op::ChangeEnum& o, const EnumUse& use, Script& script) const;

    /// The expression of a CHECK for what the column's type leaves open; empty for nothing.
    virtual std::string typeCheck(const Column& column) const;

    /// "CONSTRAINT ... CHECK (...)" with that expression, or nothing.
    std::string typeCheckClause(const std::string& table, const Column& column) const;

    [[noreturn]] void refuseType(const std::string& table,
                                 const Column& column,
                                 const Script& script) const;

    /// The keys and constraints inside a CREATE TABLE, one line each.
    virtual std::vector<std::string> constraintLines(const Table& table, Script& script) const;

    virtual std::string primaryKeyClause(const PrimaryKey& key) const;
    virtual std::string uniqueKeyClause(const UniqueKey& key) const;
    virtual std::string foreignKeyClause(const ForeignKey& key) const;
    virtual std::string checkClause(const Check& check, const Script& script) const;
    static std::string_view deferralClause(Deferral deferral);
    std::string exclusionClause(const Table* table, const Exclusion& exclusion) const;

    /// Refuses what the server cannot do of an index. `owner` is its table: null when not known.
    virtual void checkIndex(const Table* owner,
                            const std::string& table,
                            const Index& index,
                            const Script& script) const;
    void checkDropped(const op::DropIndex& o, const Script& script) const;

    // What the server cannot do of a key or constraint.
    void checkConstraint(const std::string& table,
                         const PrimaryKey& key,
                         const Script& script) const;
    void checkConstraint(const std::string& table,
                         const UniqueKey& key,
                         const Script& script) const;
    void checkConstraint(const std::string& table,
                         const ForeignKey& key,
                         const Script& script) const;
    void checkConstraint(const std::string& table, const Check& check, const Script& script) const;
    void checkConstraint(const std::string& table,
                         const Exclusion& exclusion,
                         const Script& script) const;

    /// What stands behind the name of an index.
    virtual std::string indexNote(const Index& index, const Script& script) const;

    /// What stands right behind the opening parenthesis of CREATE TABLE, and behind the closing
    /// one.
    virtual std::string tableNote(const Table& table, const Script& script) const;
    virtual std::string tableOptions(const Table& table, const Script& script) const;

    /// Clauses become statements.
    virtual std::vector<Statement> finished(Script& script) const;

    /// A value as `defaultTo` would spell it for the column.
    virtual std::string defaultFor(const Column& column, const DefaultValue& value) const = 0;

    /// A value as the column's type wants it.
    virtual std::string fitted(const Value& value,
                               const Column& column,
                               const Script& script) const;

    /// A time in UTC, or of the wall clock, as the column keeps it: "2025-02-17 14:30:00.25".
    virtual std::string timeLiteral(const std::string& time, const ColumnType& type) const;

    /// What keeps an INSERT from rows whose key is taken.
    virtual std::string unlessThere(const RowList& list) const;

    /// What stands before the values of an INSERT, so that a row may bring its own numbers.
    virtual std::string_view overriding(const Table* table,
                                        const std::vector<std::string>& columns) const;

    /// After these columns of a table were given: what counts up goes on behind them.
    virtual void catchUp(const std::string& table,
                         const std::vector<std::string>& columns,
                         Script& script) const;

    /// One of the columns that a backfill walks by; `column` may be null.
    virtual action::RunBatches::Key batchKey(const std::string& name,
                                             const Column* column) const = 0;

    /// A value that goes from one column to another; both may be null.
    virtual std::string converted(std::string sql, const Column* from, const Column* to) const;

    /// Two values are equal, or both NULL.
    virtual std::string isSame(const std::string& a,
                               const std::string& b,
                               const Column* column) const;

    /// More of an UPDATE's SET: columns that would change by themselves stay as they are.
    virtual std::string keptMoments(const std::string& table, const Script& script) const;

    virtual std::string booleanLiteral(bool value) const;
    virtual std::string bytesLiteral(const Bytes& value) const;

    /// Of an integer above 9223372036854775807.
    virtual std::string unsignedLiteral(std::uint64_t value) const;

    // Pieces of SQL that every dialect writes alike.

    /// A value of a row; `column` is null where it is not known.
    std::string cell(const CellValue& value, const Column* column, const Script& script) const;
    std::string rowText(const RowList& list,
                        const std::vector<CellValue>& row,
                        const Table* table,
                        const Script& script) const;
    std::string equalTo(const Cell& wanted, const Table* table, const Script& script) const;
    std::string chosen(const std::string& table,
                       const RowChoice& choice,
                       SourceLine line,
                       const Script& script) const;
    std::string keysOf(const op::EraseRows& o, const Script& script) const;
    static std::vector<std::string> rowKeyOf(const op::EraseRows& o, const Table* table);
    static void wantOneRowEach(const op::EraseRows& o,
                               const std::vector<std::string>& key,
                               const Table* table);
    std::vector<std::string> walkedBy(const op::Backfill& o, const Script& script) const;
    std::string sameRow(const std::string& table,
                        const std::string& other,
                        const std::vector<std::string>& key,
                        const Script& script) const;
    static void wantDigits(const Column& column, const std::string& time, const Script& script);
    [[noreturn]] static void refuseValue(const Column& column,
                                         std::string_view what,
                                         std::string hint,
                                         const Script& script);
    [[noreturn]] static void refuseRows(const Operation& operation,
                                        std::string message,
                                        std::string hint);
    std::string nameList(const std::vector<std::string>& names) const;
    std::string columnList(const std::vector<std::string>& columns) const;
    std::string partList(const std::vector<IndexPart>& parts, const Script& script) const;
    std::string parameterList(
        const std::vector<std::pair<std::string, std::string>>& parameters) const;

    /// Refuses SQL over the rows of a table, which may be null, that was written for other
    /// databases too and means something else to what this one stores.
    /// @param result what it gives a value of; null for a condition.
    virtual void checkShared(const SqlByDatabase& sql,
                             std::string_view what,
                             const Table* table,
                             const ColumnType* result,
                             const Script& script) const;
    virtual void checkShared(const op::Verify& o, const Script& script) const;

    /// The text of `sql` for this server.
    /// @throws UsageError (GW217) when it was forgotten
    const std::string& textOf(const SqlByDatabase& sql,
                              std::string_view what,
                              SourceLine line,
                              const Script& script) const;
    /// What lives in the schema of a table, as an index: `"billing"."invoices_total_idx"`.
    std::string besideTable(std::string_view table, std::string_view name) const;
    std::string referencesClause(const ForeignKey& key) const;
    std::string createIndex(const std::string& table,
                            const Index& index,
                            const Script& script) const;

    /// Something that a call says of an object, and what to do where the server has no such thing.
    struct Attribute {
        bool said;
        bool can;
        std::string_view call;
        std::string_view instead;
    };

    /// Refuses the first of them that is said and cannot be done.
    void wantAttributes(const std::string& object,
                        SourceLine line,
                        std::initializer_list<Attribute> attributes,
                        const Script& script) const;

    /// True when the text for this server is not left out and not godwit::nothing.
    bool isSaid(const SqlByDatabase& sql) const;

    /// Refuses the current operation when the server has nothing of that kind.
    void wantKind(ObjectKind kind, const Script& script) const;

    /// Refuses what needs more than its name when that is all that is known of it.
    void wantKnown(const ObjectName& name, const Object* known, const Script& script) const;

    /// Refuses to make anew, from the texts that the migrations gave, what may read otherwise by
    /// now.
    void wantCurrent(const ObjectName& name, const Script& script) const;

    /// Refuses to grant or revoke what there is not on such an object.
    void wantPrivileges(const Object& object, const Script& script) const;

    /// The query of a view and its check option.
    std::string queryOf(const View& view, const Script& script) const;

    /// True when the table is cut into partitions on this server.
    bool isPartitioned(const Table& table) const;

    /// Refuses what no server has of a partitioned table: keys without the columns that it is
    /// cut by, and options that each partition has for itself.
    void checkPartitioned(const Table& table, const Script& script) const;

    std::string boundLiteral(const Bound& bound) const;

    /// Refuses names with a schema in them where there are no schemas.
    void wantNoSchemas(const Script& script) const;

    /// The text of a part of an object for this server; empty when the part is not said at all.
    std::string textIn(const SqlByDatabase& sql, std::string_view what, const Script& script) const;

    /// Refuses the current operation: this server has no such thing.
    [[noreturn]] void refuseCall(const Script& script, std::string hint) const;

    /// Refuses when a check that is known names the column, which is about to go or be renamed.
    void wantNoCheckOn(const std::string& table,
                       const std::string& column,
                       const Script& script) const;

    /// Refuses when a column is computed from this one, which is about to go or be changed.
    void wantNotComputedFrom(const std::string& table,
                             const std::string& column,
                             const Script& script) const;

    /// Refuses when the SQL of an index names the column.
    void wantNoExpressionOver(const std::string& table,
                              const std::string& column,
                              const Script& script) const;

    /// Refuses when a known foreign key compares the column, which cannot change under it.
    /// @param what of it: "type".
    void wantNoForeignKeyOver(const std::string& table,
                              const std::string& column,
                              std::string_view what,
                              const Script& script) const;

    /// Gives the rows in which the column is NULL another value, if the call says which. What the
    /// columns `kept` hold stays.
    /// @return whether it does
    bool fillNulls(const op::SetNotNull& o,
                   const std::vector<std::string>& kept,
                   Script& script) const;

    /// Refuses a primary key over a nullable column. PostgreSQL, MySQL and MariaDB make it NOT NULL
    /// unseen and for good, SQLite lets NULL in.
    static void wantNotNull(const Table* table, const PrimaryKey& key, const Script& script);

    /// For servers to which `Total` and `total` are one column.
    void wantMoreThanCase(const GivenName& name, const Script& script) const;

    /// For servers that have no table without columns.
    void wantOtherColumns(const op::DropColumn& o, const Script& script) const;

private:
    void writeCurrent(Script& script) const;
    void guard(Script& script, std::size_t first) const;
    bool guardBySyntax(const Condition& condition, Piece& piece) const;

    /// Refuses what a key or constraint that the current operation makes says and the server has
    /// not.
    void checkConstraints(const Script& script) const;

    /// Refuses what cannot become of the column that the current operation changes: of one whose
    /// values the database makes, a type that the server has not, a default that is none of its
    /// type.
    void checkChange(const Script& script) const;
    void checkChange(const op::ChangeType& o, const Column* column, const Script& script) const;
    void checkChange(const op::DropNotNull& o, const Column* column, const Script& script) const;
    void checkChange(const op::SetDefault& o, const Column* column, const Script& script) const;
    void wantDefaultOfItsType(const Column& column, const Script& script) const;

    /// Refuses a column that the current operation adds at a place of its own, or without a value
    /// for the rows that are there.
    void checkAdded(const Script& script) const;
    static void wantValue(const op::AddColumn& o, const Script& script);
    /// Refuses what the current operation adds to a partitioned table and cannot be there.
    void checkPartitions(const Script& script) const;

    /// True when this server's text may name the column.
    bool speaksHere(const SqlByDatabase& sql, const std::string& column) const;

    /// True when this server's text has the value between quotes.
    bool spellsHere(const SqlByDatabase& sql, const std::string& value) const;

    // What wantNotSpelledOut looks at.
    void wantNotSpelledOutInTable(const op::ChangeEnum& o,
                                  const EnumUse& use,
                                  const Script& script) const;
    bool spellsOut(const KnownObject& known, const op::ChangeEnum& o, const EnumUse& use) const;
    bool speaksOfUse(const SqlByDatabase& sql,
                     const std::string& table,
                     bool outdated,
                     const EnumUse& use) const;

    Server server_;
    Capabilities capabilities_;
};

/// What was taken for granted comes first, but for what the operations before it make or take away.
std::vector<Operation> assumptionsFirst(std::vector<Operation> operations);

/// The text between quotes, with those inside doubled.
std::string quoted(std::string_view text, char quote);

}  // namespace godwit::detail
