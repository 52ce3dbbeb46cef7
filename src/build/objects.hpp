#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

#include <godwit/object_builder.hpp>

#include "build/recorder.hpp"

namespace godwit::detail {

/// What a call about an object does with it.
enum class Act : std::uint8_t { Create, Replace, Drop };

enum class NamedKind : std::uint8_t {
    View,
    MaterializedView,
    Trigger,
    Function,
    Procedure,
    Sequence,
    Schema,
    Extension,
    RowSecurity,
    Policy,
    Role,
    Partition
};

/// The object behind a handle: one that is made, or one that is dropped with its definition.
Object& objectAt(const Handle& handle);

template <class Kind>
Kind& objectAs(const Handle& handle) {
    return std::get<Kind>(objectAt(handle));
}

/// Records what `act` does with the object.
Handle recordObject(Recorder& recorder, Act act, Object object);

/// Refuses an object of which something is missing, or two things that exclude each other are said.
/// @throws UsageError (GW222)
void checkObjects(const Operation& operation);

void setViewColumns(const Handle& view, std::initializer_list<Name> columns);
void setCheckOption(const Handle& view, CheckOption option);
void setSecurityInvoker(const Handle& view);
void setWithNoData(const Handle& view);
void setRefresh(const Handle& refresh, bool concurrently, bool withData);
void setTrigger(const Handle& trigger, TriggerTime time, TriggerEvents events);
void setTriggerColumns(const Handle& trigger, std::initializer_list<Name> columns);
void setForEachRow(const Handle& trigger, bool row);
void setTriggerWhen(const Handle& trigger, const SqlTexts& sql);
void setTriggerBody(const Handle& trigger, const SqlTexts& sql);
void setTriggerFunction(const Handle& trigger,
                        const QualifiedName& function,
                        std::initializer_list<std::string_view> arguments);
void setTransitionTable(const Handle& trigger, bool after, const Name& name);
void setSequenceNumber(const Handle& sequence, SequencePart part, std::int64_t number);
void setSequenceCycle(const Handle& sequence, bool cycle);
void setSequenceType(const Handle& sequence, const ColumnSpec& type);
void setSequenceOwner(const Handle& sequence, const QualifiedName& table, const Name& column);
void setExtensionPlace(const Handle& extension, const Name& schema);
void setExtensionVersion(const Handle& extension, std::string_view version);
void setPartitionBounds(const Handle& partition,
                        PartitionPart part,
                        std::initializer_list<BoundWord> bounds);
void setPartitionModulus(const Handle& partition, std::uint32_t modulus, std::uint32_t remainder);
void setPartitionDefault(const Handle& partition);
void setDetachConcurrently(const Handle& detach);
void setForced(const Handle& rowSecurity);
void setPolicyUsing(const Handle& policy, std::string_view sql);
void setPolicyCheck(const Handle& policy, std::string_view sql);
void setPolicyCommand(const Handle& policy, Privileges command);
void setPolicyRoles(const Handle& policy, std::initializer_list<Name> roles);
void setRestrictive(const Handle& policy);
void setCanLogin(const Handle& role);
void setGrantRoles(const Handle& grant, std::initializer_list<Name> roles);
void setGrantColumns(const Handle& grant, std::initializer_list<Name> columns);
void setGrantable(const Handle& grant);
Handle aboutView(Recorder& recorder,
                 Act act,
                 const QualifiedName& name,
                 const SqlTexts& sql,
                 bool materialized);
Handle replaceView(Recorder& recorder,
                   const QualifiedName& name,
                   const SqlTexts& to,
                   const SqlTexts& from);
Handle refreshView(Recorder& recorder, const QualifiedName& name);
Handle aboutTrigger(Recorder& recorder, Act act, const Name& name, const QualifiedName& table);
Handle aboutRoutine(Recorder& recorder,
                    Act act,
                    bool procedure,
                    const QualifiedName& name,
                    const SqlTexts& parameters,
                    const SqlTexts& definition);
Handle replaceRoutine(Recorder& recorder,
                      bool procedure,
                      const QualifiedName& name,
                      const SqlTexts& parameters,
                      const SqlTexts& to,
                      const SqlTexts& from);
Handle aboutSequence(Recorder& recorder, Act act, const QualifiedName& name);
Handle alterSequence(Recorder& recorder, const QualifiedName& name);
Handle aboutSchema(Recorder& recorder, Act act, const Name& name);
Handle aboutExtension(Recorder& recorder, Act act, const Name& name);
Handle aboutRowSecurity(Recorder& recorder, Act act, const QualifiedName& table);
Handle aboutPolicy(Recorder& recorder, Act act, const Name& name, const QualifiedName& table);
Handle aboutRole(Recorder& recorder, Act act, const Name& name);
Handle aboutGrant(Recorder& recorder, Act act, Privileges privileges, const QualifiedName& table);
Handle aboutGrant(Recorder& recorder, Act act, Privileges privileges, const GrantTarget& on);
Handle aboutMembership(Recorder& recorder, Act act, const Name& role);
Handle aboutPartition(Recorder& recorder,
                      Act act,
                      const QualifiedName& name,
                      const QualifiedName& table);
Handle attachPartition(Recorder& recorder, const QualifiedName& name, const QualifiedName& table);
Handle detachPartition(Recorder& recorder,
                       const QualifiedName& name,
                       const QualifiedName& table,
                       bool whole);
Handle dropNamed(Recorder& recorder,
                 NamedKind kind,
                 std::string_view name,
                 SourceLine line,
                 std::string_view table,
                 std::string_view parameters);
Handle renameNamed(Recorder& recorder,
                   NamedKind kind,
                   std::string_view from,
                   std::string_view to,
                   SourceLine line,
                   std::string_view table,
                   std::string_view parameters);

}  // namespace godwit::detail
