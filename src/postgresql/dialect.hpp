#pragma once

#include <functional>

#include "sql/sql_dialect.hpp"

namespace godwit::detail {

/// PostgreSQL 12 and later.
class PostgresqlDialect final : public SqlDialect {
public:
    explicit PostgresqlDialect(const Server& server);
    std::vector<Setting> settings() const override;
    std::string literal(std::string_view text) const override;

protected:
    using SqlDialect::write;
    void write(const op::CreateTable& o, Script& script) const override;
    void write(const op::DropTable& o, Script& script) const override;
    void write(const op::RenameTable& o, Script& script) const override;
    void write(const op::SetTableComment& o, Script& script) const override;
    void write(const op::AddColumn& o, Script& script) const override;
    void write(const op::CreateEnum& o, Script& script) const override;
    void write(const op::DropEnum& o, Script& script) const override;
    void write(const op::RenameEnum& o, Script& script) const override;
    void write(const op::ChangeEnum& o, Script& script) const override;
    void write(const op::DropColumn& o, Script& script) const override;
    void write(const op::SetColumnComment& o, Script& script) const override;
    void write(const op::ChangeType& o, Script& script) const override;
    void write(const op::SetNotNull& o, Script& script) const override;
    void write(const op::DropNotNull& o, Script& script) const override;
    void write(const op::SetDefault& o, Script& script) const override;
    void write(const op::RenameConstraint& o, Script& script) const override;
    void write(const op::ValidateConstraint& o, Script& script) const override;
    void write(const op::AddIndex& o, Script& script) const override;
    void write(const op::DropIndex& o, Script& script) const override;
    void write(const op::RenameIndex& o, Script& script) const override;
    void write(const op::InsertRows& o, Script& script) const override;
    void write(const op::UpdateRows& o, Script& script) const override;
    void write(const op::EraseRows& o, Script& script) const override;
    void write(const op::CopyRows& o, Script& script) const override;
    void write(const op::CopyColumn& o, Script& script) const override;
    void write(const op::ForgetChanged& o, Script& script) const override;
    void write(const op::AlterSequence& o, Script& script) const override;
    void write(const op::RefreshView& o, Script& script) const override;
    void write(const op::AttachPartition& o, Script& script) const override;
    void write(const op::DetachPartition& o, Script& script) const override;

    void create(const View& o, bool replace, Script& script) const override;
    void create(const Trigger& o, bool replace, Script& script) const override;
    void create(const Routine& o, bool replace, Script& script) const override;
    void create(const Sequence& o, bool replace, Script& script) const override;
    void create(const Namespace& o, bool replace, Script& script) const override;
    void create(const Extension& o, bool replace, Script& script) const override;
    void create(const RowSecurity& o, bool replace, Script& script) const override;
    void create(const Policy& o, bool replace, Script& script) const override;
    void create(const Role& o, bool replace, Script& script) const override;
    void create(const Grant& o, bool replace, Script& script) const override;
    void create(const Partition& o, bool replace, Script& script) const override;
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
    std::string tableOptions(const Table& table, const Script& script) const override;

    std::string bytesLiteral(const Bytes& value) const override;
    std::string defaultFor(const Column& column, const DefaultValue& value) const override;
    std::string fitted(const Value& value,
                       const Column& column,
                       const Script& script) const override;
    std::string timeLiteral(const std::string& time, const ColumnType& type) const override;
    std::string_view overriding(const Table* table,
                                const std::vector<std::string>& columns) const override;
    void catchUp(const std::string& table,
                 const std::vector<std::string>& columns,
                 Script& script) const override;
    action::RunBatches::Key batchKey(const std::string& name, const Column* column) const override;
    std::string converted(std::string sql, const Column* from, const Column* to) const override;
    std::string isSame(const std::string& a,
                       const std::string& b,
                       const Column* column) const override;
    void moveRows(const op::ChangeEnum& o, const EnumUse& use, Script& script) const override;
    std::vector<Statement> finished(Script& script) const override;

private:
    // rows.cpp
    void lock(const std::string& table, Script& script) const;

    // pending.cpp
    void writeRows(const std::string& table,
                   Script& script,
                   const std::function<void()>& rows) const;

    // probes.cpp
    std::string placeOf(std::string_view name) const;
    std::string withParameters(const std::string& signature) const;
    std::string objectQuery(const ObjectName& object, Wanted wanted) const;

    // alter.cpp
    void wantSameValues(const op::ChangeType& o, const Column& known, const Script& script) const;
    std::string castOf(const op::ChangeType& o, const Column* known, const Script& script) const;

    void makeIndex(const std::string& table, const Index& index, Script& script) const;

    // objects.cpp
    static std::string parametersOf(const ObjectName& name, const Object* known);
    void move(std::string_view keyword,
              const std::string& from,
              const std::string& parameters,
              const std::string& to,
              Script& script) const;

    // triggers.cpp
    std::string eventsOf(const Trigger& trigger) const;
    void wantOwnFunction(const Trigger& trigger, const Script& script) const;
    void wantNoTriggerFunction(const Routine& routine, const Script& script) const;
    void createTriggerFunction(const Trigger& trigger, bool replace, Script& script) const;
    void dropTriggerFunction(const Trigger& trigger, Script& script) const;
    void dropTriggerFunctions(const std::string& table, Script& script) const;
    void renameTriggerFunction(const Trigger& trigger,
                               const std::string& table,
                               const std::string& name,
                               Script& script) const;
    void renameTriggerFunctions(const std::string& table,
                                const std::string& to,
                                Script& script) const;

    // access.cpp
    void revoke(const Grant& grant, Script& script) const;
    std::string privilegesOn(const Grant& grant) const;

    // partitions.cpp
    std::string partitioningOf(const Table& table, const Script& script) const;
    std::string boundsOf(const Partition& partition) const;
    std::string boundList(const std::vector<Bound>& bounds) const;
    void createHashPartitions(const Table& table, Script& script) const;

    // enums.cpp
    void changeType(const op::ChangeEnum& o,
                    const std::vector<EnumUse>& uses,
                    Script& script) const;
    void addValue(const op::ChangeEnum& o, Script& script) const;
    void makeTypeAgain(const op::ChangeEnum& o,
                       const std::vector<EnumUse>& uses,
                       Script& script) const;
    void wantNoOtherValues(const op::ChangeEnum& o,
                           const std::vector<std::string>& values,
                           Script& script) const;
    void wantNoSuchValue(const op::ChangeEnum& o, Script& script) const;
    void makeType(const std::string& name,
                  const std::vector<std::string>& values,
                  Script& script) const;
    void changeToType(const op::ChangeEnum& o, const EnumUse& use, Script& script) const;

    // type_holders.cpp
    struct TypeHolders {
        const Table* table = nullptr;
        std::vector<Check> checks{};
        std::vector<Exclusion> exclusions{};
        std::vector<Index> indexes{};
    };
    void wantFreeToRetype(const EnumUse& use, const Script& script) const;
    TypeHolders holdersOf(const Table& table,
                          const std::vector<EnumUse>& uses,
                          const Script& script) const;
    void dropHeld(const TypeHolders& held, Script& script) const;
    void makeHeld(const TypeHolders& held, Script& script) const;
    void withoutHolders(const std::vector<EnumUse>& uses,
                        Script& script,
                        const std::function<void()>& change) const;

    // columns.cpp
    void makeTypes(const std::vector<Column>& columns,
                   const std::string& table,
                   Script& script) const;
    void makeExtensions(const std::vector<Column>& columns, Script& script) const;
    void createEnumTypes(const std::vector<Column>& columns,
                         const std::string& table,
                         Script& script) const;
    void dropEnumTypes(const std::vector<Column>& columns,
                       const std::string& table,
                       Script& script) const;
    [[noreturn]] static void refuseTypeNamedLike(std::string_view word,
                                                 std::string_view name,
                                                 SourceLine line,
                                                 const Script& script);
    static void wantNoEnumType(const GivenName& name, const Script& script);
    static void wantFreeTypeName(const std::string& name, SourceLine line, const Script& script);

    /// False when all columns that are known to be of the enumeration are text with a CHECK.
    static bool hasOwnType(const std::string& name, const Script& script);

    // dialect.cpp
    static void wantFreeName(const GivenName& name, const Script& script);
    void commentOn(std::string_view what, const std::string& comment, Script& script) const;
    void commentOnColumn(const std::string& table,
                         const std::string& column,
                         const std::string& comment,
                         Script& script) const;
};

}  // namespace godwit::detail
