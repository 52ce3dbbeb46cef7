#pragma once

#include "sql/sql_dialect.hpp"

namespace godwit::detail {

/// MySQL 8.0 and later, and MariaDB 10.6 and later; what differs between them stands in their
/// capabilities.
///
/// InnoDB wants an index that begins with the columns of every foreign key. The servers make one
/// unseen, drop it unseen when another index does its work, and leave it behind when the foreign
/// key goes. Here it is written out, so that a way down ends where the way up began: it has the
/// name of its foreign key and is there exactly while no other key of the table does its work.
/// https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html
class MysqlDialect final : public SqlDialect {
public:
    explicit MysqlDialect(const Server& server);
    std::vector<Setting> settings() const override;
    std::string identifier(std::string_view name) const override;
    std::string literal(std::string_view text) const override;

protected:
    using SqlDialect::write;
    void write(const op::CreateTable& o, Script& script) const override;
    void write(const op::SetTableComment& o, Script& script) const override;
    void write(const op::AddColumn& o, Script& script) const override;
    void write(const op::ChangeEnum& o, Script& script) const override;
    void write(const op::DropColumn& o, Script& script) const override;
    void write(const op::RenameColumn& o, Script& script) const override;
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
    void write(const op::RenameConstraint& o, Script& script) const override;
    void write(const op::AddIndex& o, Script& script) const override;
    void write(const op::DropIndex& o, Script& script) const override;
    void write(const op::RenameIndex& o, Script& script) const override;
    void write(const op::SetIndexVisibility& o, Script& script) const override;
    void write(const op::AlterSequence& o, Script& script) const override;
    void write(const op::AttachPartition& o, Script& script) const override;
    void write(const op::DetachPartition& o, Script& script) const override;

    void create(const View& o, bool replace, Script& script) const override;
    void create(const Trigger& o, bool replace, Script& script) const override;
    void create(const Routine& o, bool replace, Script& script) const override;
    void create(const Sequence& o, bool replace, Script& script) const override;
    void create(const Namespace& o, bool replace, Script& script) const override;
    void create(const Role& o, bool replace, Script& script) const override;
    void create(const Grant& o, bool replace, Script& script) const override;
    void create(const Partition& o, bool replace, Script& script) const override;
    using SqlDialect::create;
    void drop(const op::DropObject& o, const Object* known, Script& script) const override;
    void rename(const op::RenameObject& o, const Object* known, Script& script) const override;

    std::string thereQuery(const Sought& object, Wanted wanted) const override;
    std::span<const GuardedForm> guardedForms() const override;
    void checkName(const GivenName& name, const Script& script) const override;
    std::string columnLine(const Table* owner,
                           const std::string& table,
                           const Column& column,
                           const Script& script) const override;
    void checkColumn(const Table* owner,
                     const std::string& table,
                     const Column& column,
                     const Script& script) const override;
    std::string typeCheck(const Column& column) const override;
    std::vector<std::string> constraintLines(const Table& table, Script& script) const override;
    void checkIndex(const Table* owner,
                    const std::string& table,
                    const Index& index,
                    const Script& script) const override;
    std::string primaryKeyClause(const PrimaryKey& key) const override;
    std::string uniqueKeyClause(const UniqueKey& key) const override;
    std::string tableOptions(const Table& table, const Script& script) const override;
    std::vector<Statement> finished(Script& script) const override;
    std::string defaultFor(const Column& column, const DefaultValue& value) const override;
    std::string fitted(const Value& value,
                       const Column& column,
                       const Script& script) const override;
    std::string unlessThere(const RowList& list) const override;
    action::RunBatches::Key batchKey(const std::string& name, const Column* column) const override;
    std::string isSame(const std::string& a,
                       const std::string& b,
                       const Column* column) const override;
    std::string keptMoments(const std::string& table, const Script& script) const override;

private:
    // probes.cpp
    std::string placeOf(std::string_view name) const;
    std::string objectQuery(const ObjectName& object) const;

    using Clauses = std::vector<std::string>;

    // enums.cpp
    void changeEnumColumn(const op::ChangeEnum& o, const EnumUse& use, Script& script) const;

    // columns.cpp
    std::string defaultClause(const std::string& table,
                              const Column& column,
                              const Script& script) const;
    void wantExpressionDefaults(const std::string& table,
                                const Column& column,
                                const Script& script) const;
    std::string charsetClause(const Column& column) const;
    std::string binaryCollation(const std::string& charset) const;
    std::string commentClause(const std::string& comment,
                              std::size_t limit,
                              SourceLine line,
                              const Script& script) const;
    void checkValues(const std::string& table, const Column& column, const Script& script) const;
    std::vector<std::string> typeChecks(const Table& table) const;
    Clauses keyOfGenerated(const op::AddColumn& o, Script& script) const;

    // alter.cpp
    Column knownColumn(const std::string& table,
                       const std::string& column,
                       std::string_view what,
                       const Script& script) const;
    void modify(const std::string& table, Column column, Script& script) const;
    std::string placeClause(const op::AddColumn& o) const;
    void makeAgain(const ForeignKey& key, const op::RenameConstraint& o, Script& script) const;
    void makeAgain(const Check& check, const op::RenameConstraint& o, Script& script) const;

    // keys.cpp
    void alterKeys(const std::string& table,
                   Clauses clauses,
                   Script& script,
                   const Clauses& how = {}) const;

    // indexes.cpp
    std::string indexClause(const Index& index, const Script& script) const;
    static Clauses howToDo(Algorithm algorithm, LockMode lock, bool concurrently);
    void checkKinds(const Table& table, const Index& index, const Script& script) const;

    // objects.cpp
    void write(const op::RenameTable& o, Script& script) const override;
    void wantInItsSchema(std::string_view what,
                         const std::string& from,
                         const std::string& to,
                         const Script& script) const;
    void dropSchema(const std::string& name, Script& script) const;

    // triggers.cpp
    void checkTrigger(const Trigger& trigger, const Script& script) const;
    void dropTrigger(const ObjectName& name, const Object* known, Script& script) const;
    void makeAnew(const op::RenameObject& o, const Object* known, Script& script) const;

    // access.cpp
    void revoke(const Grant& grant, Script& script) const;
    std::vector<std::string> privilegeWords(const Grant& grant, const Script& script) const;
    std::vector<std::string> rolesWithNothingToPassOn(const Grant& revoked,
                                                      const Script& script) const;
    std::string grantPlace(const Grant& grant) const;
    std::string databasePattern(std::string_view name) const;

    // partitions.cpp
    std::string partitioningOf(const Table& table, const Script& script) const;
    void takePartitionsAlong(const Table& table, Script& script) const;
    void dropPartition(const op::DropObject& o, Script& script) const;
    void mergePartitions(const ObjectName& name, const Partition& heir, Script& script) const;
    void wantTypesToCutBy(const Table& table, const Script& script) const;
    void wantItsPlace(const Partition& partition, const Script& script) const;
    void wantMovablePartitions(const Script& script) const;
    void wantNoGap(const Partition& partition, const Partition* below, const Script& script) const;
    std::string partitionClause(const Partition& partition, const Script& script) const;
    std::string valuesOf(const Partition& partition, const Script& script) const;
    std::string boundsOf(const std::vector<Bound>& bounds) const;
    [[noreturn]] void refusePartition(const Partition& partition,
                                      std::string_view why,
                                      std::string_view hint,
                                      const Script& script) const;

    // limits.cpp
    void checkTable(const Table& table, const Script& script) const;
    void checkRow(const Table& table, const Script& script) const;
    void checkKey(const Table& table,
                  const std::vector<IndexPart>& parts,
                  SourceLine line,
                  const Script& script) const;
    std::size_t bytesOf(const Table& table,
                        const Column& column,
                        const IndexPart& part,
                        SourceLine line,
                        const Script& script) const;
    void checkForeignKey(const Table* table, const ForeignKey& key, const Script& script) const;
    void wantItsSchema(const ForeignKey& key, const Script& script) const;
    void wantSameIntegers(const Table& table, const ForeignKey& key, const Script& script) const;
    void wantFreeOfActions(const Table& table, SourceLine line, const Script& script) const;
    void wantEnforcedChecks(const std::string& check, SourceLine line, const Script& script) const;
    void checkCheck(const Table* table,
                    const Check& check,
                    SourceLine line,
                    const Script& script) const;
    void checkGeneratedKeys(const Table& table, const Script& script) const;
};

}  // namespace godwit::detail
