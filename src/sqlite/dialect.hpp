#pragma once

#include <optional>

#include "sql/sql_dialect.hpp"
#include "sqlite/rebuild_groups.hpp"

namespace godwit::detail {

/// SQLite 3.37 and later, STRICT tables.
///
/// What belongs to one column alone is written behind that column, so that it goes with the column.
/// What ALTER TABLE cannot do, or only while a table has no rows, is a rebuild of the table,
/// whatever rows there are: a migration that passes in an empty test database must not fail in the
/// field.
class SqliteDialect final : public SqlDialect {
public:
    explicit SqliteDialect(const Server& server);

protected:
    using SqlDialect::write;
    void write(const op::CreateTable& o, Script& script) const override;
    void write(const op::SetTableComment& o, Script& script) const override;
    void write(const op::AddColumn& o, Script& script) const override;
    void write(const op::ChangeEnum& o, Script& script) const override;
    void write(const op::DropColumn& o, Script& script) const override;
    void write(const op::SetColumnComment& o, Script& script) const override;
    void write(const op::ChangeType& o, Script& script) const override;
    void write(const op::SetNotNull& o, Script& script) const override;
    void write(const op::DropNotNull& o, Script& script) const override;
    void write(const op::SetDefault& o, Script& script) const override;
    void write(const op::AddPrimaryKey& o, Script& script) const override;
    void write(const op::DropPrimaryKey& o, Script& script) const override;
    void write(const op::AddUniqueKey& o, Script& script) const override;
    void write(const op::DropUniqueKey& o, Script& script) const override;
    void write(const op::AddForeignKey& o, Script& script) const override;
    void write(const op::DropForeignKey& o, Script& script) const override;
    void write(const op::AddCheck& o, Script& script) const override;
    void write(const op::DropCheck& o, Script& script) const override;
    void write(const op::RenameConstraint& o, Script& script) const override;
    void write(const op::RenameIndex& o, Script& script) const override;

    std::string thereQuery(const Sought& object, Wanted wanted) const override;
    std::span<const GuardedForm> guardedForms() const override;

    void create(const View& o, bool replace, Script& script) const override;
    void create(const Trigger& o, bool replace, Script& script) const override;
    void writeTrigger(const Trigger& o, Script& script) const;
    void triggersAgain(const std::string& view, const std::string& newName, Script& script) const;
    using SqlDialect::create;
    void drop(const op::DropObject& o, const Object* known, Script& script) const override;
    void rename(const op::RenameObject& o, const Object* known, Script& script) const override;

    void checkName(const GivenName& name, const Script& script) const override;
    std::string columnLine(const Table* owner,
                           const std::string& table,
                           const Column& column,
                           const Script& script) const override;
    void checkColumn(const Table* owner,
                     const std::string& table,
                     const Column& column,
                     const Script& script) const override;
    void checkIndex(const Table* owner,
                    const std::string& table,
                    const Index& index,
                    const Script& script) const override;
    void checkShared(const SqlByDatabase& sql,
                     std::string_view what,
                     const Table* table,
                     const ColumnType* result,
                     const Script& script) const override;
    void checkShared(const op::Verify& o, const Script& script) const override;
    std::vector<std::string> constraintLines(const Table& table, Script& script) const override;
    std::string primaryKeyClause(const PrimaryKey& key) const override;
    std::string indexNote(const Index& index, const Script& script) const override;
    std::string tableNote(const Table& table, const Script& script) const override;
    std::string tableOptions(const Table& table, const Script& script) const override;
    std::vector<Statement> finished(Script& script) const override;
    std::string booleanLiteral(bool value) const override;
    std::string unsignedLiteral(std::uint64_t value) const override;
    std::string defaultFor(const Column& column, const DefaultValue& value) const override;
    std::string timeLiteral(const std::string& time, const ColumnType& type) const override;
    action::RunBatches::Key batchKey(const std::string& name, const Column* column) const override;
    std::string isSame(const std::string& a,
                       const std::string& b,
                       const Column* column) const override;

private:
    const Index& knownIndex(const std::string& table,
                            const std::string& name,
                            const Script& script) const;
    std::string constraintQuery(const Sought& object) const;
    static std::string note(const std::string& comment, SourceLine line, const Script& script);
    std::string columnForeignKey(const ForeignKey& key) const;
    static void wantStrictType(const Table* owner,
                               const std::string& table,
                               const Column& column,
                               const Script& script);
    void startCounting(const Table& table, std::int64_t start, Script& script) const;
    void goOnCounting(const Table& table, std::int64_t start, Script& script) const;
    static void checkCollation(const std::string& table,
                               const Column& column,
                               const Script& script);
    static void checkComputed(const Table* owner,
                              const std::string& table,
                              const Column& column,
                              const Script& script);
    static void checkGenerated(const Table* owner,
                               const std::string& table,
                               const Column& column,
                               const Script& script);
    void checkCheck(const Table& table, const Check& check, const Script& script) const;
    void wantSameMeaning(const Check& check,
                         const std::string& table,
                         const Column& before,
                         const Column& after,
                         const Script& script) const;
    [[noreturn]] static void refuseShared(std::string_view what,
                                          std::string hint,
                                          const Script& script);
    std::string ownExpression(const SqlByDatabase& sql,
                              std::string_view what,
                              const Table& table,
                              const ColumnType& type,
                              const Script& script) const;
    std::string castOf(const Column& column, const ColumnType& to, const Script& script) const;
    void wantFitting(const Table& table, const Column& column, const Script& script) const;
    static std::vector<const op::AddForeignKey*> keysOfAdded(const op::AddColumn& o,
                                                             const Script& script);
    static bool needsRebuild(const op::AddColumn& o, bool references, const Script& script);
    static bool needsRebuild(const op::DropColumn& o, const Table& table);
    static void rebuild(const std::string& table,
                        Script& script,
                        std::vector<action::ColumnValue> values = {});
    static Table tableAfter(const RebuildGroup& group);
    std::optional<Statement> rebuilt(const RebuildGroup& group, Script& script) const;
};

}  // namespace godwit::detail
