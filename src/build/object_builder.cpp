#include "build/objects.hpp"

// The calls about objects beside tables.

namespace godwit {

namespace {

template <Within W>
PlainRef<W> routineOf(detail::Recorder& recorder,
                      detail::Act act,
                      bool procedure,
                      const QualifiedName& name,
                      const SqlTexts& parameters,
                      const SqlTexts& definition) {
    return PlainRef<W>{
        detail::aboutRoutine(recorder, act, procedure, name, parameters, definition)};
}

template <Within W, class AnyName, class NewName>
RenameRef<W> renamed(detail::Recorder& recorder,
                     detail::NamedKind kind,
                     const AnyName& from,
                     const NewName& to,
                     std::string_view table = {},
                     std::string_view parameters = {}) {
    return RenameRef<W>{detail::renameNamed(recorder,
                                            kind,
                                            from.text(),
                                            to.text(),
                                            from.line(),
                                            table,
                                            parameters)};
}

template <class AnyName>
DropRef dropped(detail::Recorder& recorder,
                detail::NamedKind kind,
                const AnyName& name,
                std::string_view table = {},
                std::string_view parameters = {}) {
    return DropRef{detail::dropNamed(recorder, kind, name.text(), name.line(), table, parameters)};
}

}  // namespace

template <Within W>
ViewRef<W> ObjectMaker<W>::createView(QualifiedName name, const SqlTexts& query) const {
    return ViewRef<W>{detail::aboutView(*this->recorder_, detail::Act::Create, name, query, false)};
}

template <Within W>
ViewRef<W> ObjectMaker<W>::createView(QualifiedName name, std::string_view query) const {
    return createView(name, everywhere(query));
}

template <Within W>
RenameRef<W> ObjectMaker<W>::renameView(QualifiedName from, QualifiedName to) const {
    return renamed<W>(*this->recorder_, detail::NamedKind::View, from, to);
}

template <Within W>
MaterializedViewRef<W> ObjectMaker<W>::createMaterializedView(QualifiedName name,
                                                              const SqlTexts& query) const {
    return MaterializedViewRef<W>{
        detail::aboutView(*this->recorder_, detail::Act::Create, name, query, true)};
}

template <Within W>
MaterializedViewRef<W> ObjectMaker<W>::createMaterializedView(QualifiedName name,
                                                              std::string_view query) const {
    return createMaterializedView(name, everywhere(query));
}

template <Within W>
RenameRef<W> ObjectMaker<W>::renameMaterializedView(QualifiedName from, QualifiedName to) const {
    return renamed<W>(*this->recorder_, detail::NamedKind::MaterializedView, from, to);
}

template <Within W>
RefreshRef<W> ObjectMaker<W>::refreshMaterializedView(QualifiedName name) const {
    return RefreshRef<W>{detail::refreshView(*this->recorder_, name)};
}

template <Within W>
TriggerRef<W> ObjectMaker<W>::createTrigger(Name name, QualifiedName table) const {
    return TriggerRef<W>{detail::aboutTrigger(*this->recorder_, detail::Act::Create, name, table)};
}

template <Within W>
RenameRef<W> ObjectMaker<W>::renameTrigger(Name from, QualifiedName table, Name to) const {
    return renamed<W>(*this->recorder_, detail::NamedKind::Trigger, from, to, table.text());
}

template <Within W>
PlainRef<W> ObjectMaker<W>::createFunction(QualifiedName name,
                                           const SqlTexts& parameters,
                                           const SqlTexts& definition) const {
    return routineOf<W>(*this->recorder_, detail::Act::Create, false, name, parameters, definition);
}

template <Within W>
PlainRef<W> ObjectMaker<W>::createFunction(QualifiedName name,
                                           std::string_view parameters,
                                           const SqlTexts& definition) const {
    return createFunction(name, everywhere(parameters), definition);
}

template <Within W>
PlainRef<W> ObjectMaker<W>::createProcedure(QualifiedName name,
                                            const SqlTexts& parameters,
                                            const SqlTexts& definition) const {
    return routineOf<W>(*this->recorder_, detail::Act::Create, true, name, parameters, definition);
}

template <Within W>
PlainRef<W> ObjectMaker<W>::createProcedure(QualifiedName name,
                                            std::string_view parameters,
                                            const SqlTexts& definition) const {
    return createProcedure(name, everywhere(parameters), definition);
}

template <Within W>
RenameRef<W> ObjectMaker<W>::renameFunction(QualifiedName from,
                                            QualifiedName to,
                                            std::string_view parameters) const {
    return renamed<W>(*this->recorder_, detail::NamedKind::Function, from, to, {}, parameters);
}

template <Within W>
RenameRef<W> ObjectMaker<W>::renameProcedure(QualifiedName from,
                                             QualifiedName to,
                                             std::string_view parameters) const {
    return renamed<W>(*this->recorder_, detail::NamedKind::Procedure, from, to, {}, parameters);
}

template <Within W>
SequenceRef<W> ObjectMaker<W>::createSequence(QualifiedName name) const {
    return SequenceRef<W>{detail::aboutSequence(*this->recorder_, detail::Act::Create, name)};
}

template <Within W>
RenameRef<W> ObjectMaker<W>::renameSequence(QualifiedName from, QualifiedName to) const {
    return renamed<W>(*this->recorder_, detail::NamedKind::Sequence, from, to);
}

template <Within W>
PlainRef<W> ObjectMaker<W>::createSchema(Name name) const {
    return PlainRef<W>{detail::aboutSchema(*this->recorder_, detail::Act::Create, name)};
}

template <Within W>
RenameRef<W> ObjectMaker<W>::renameSchema(Name from, Name to) const {
    return renamed<W>(*this->recorder_, detail::NamedKind::Schema, from, to);
}

template <Within W>
ExtensionRef<W> ObjectMaker<W>::enableExtension(Name name) const {
    return ExtensionRef<W>{detail::aboutExtension(*this->recorder_, detail::Act::Create, name)};
}

template <Within W>
RowSecurityRef<W> ObjectMaker<W>::enableRowLevelSecurity(QualifiedName table) const {
    return RowSecurityRef<W>{
        detail::aboutRowSecurity(*this->recorder_, detail::Act::Create, table)};
}

template <Within W>
PolicyRef<W> ObjectMaker<W>::createPolicy(Name name, QualifiedName table) const {
    return PolicyRef<W>{detail::aboutPolicy(*this->recorder_, detail::Act::Create, name, table)};
}

template <Within W>
RenameRef<W> ObjectMaker<W>::renamePolicy(Name from, QualifiedName table, Name to) const {
    return renamed<W>(*this->recorder_, detail::NamedKind::Policy, from, to, table.text());
}

template <Within W>
RoleRef<W> ObjectMaker<W>::createRole(Name name) const {
    return RoleRef<W>{detail::aboutRole(*this->recorder_, detail::Act::Create, name)};
}

template <Within W>
RenameRef<W> ObjectMaker<W>::renameRole(Name from, Name to) const {
    return renamed<W>(*this->recorder_, detail::NamedKind::Role, from, to);
}

template <Within W>
GrantRef ObjectMaker<W>::grant(Privileges privileges, QualifiedName table) const {
    return GrantRef{detail::aboutGrant(*this->recorder_, detail::Act::Create, privileges, table)};
}

template <Within W>
GrantRef ObjectMaker<W>::grant(Privileges privileges, const GrantTarget& on) const {
    return GrantRef{detail::aboutGrant(*this->recorder_, detail::Act::Create, privileges, on)};
}

template <Within W>
GrantRef ObjectMaker<W>::grantRole(Name role) const {
    return GrantRef{detail::aboutMembership(*this->recorder_, detail::Act::Create, role)};
}

template <Within W>
PartitionRef<W> ObjectMaker<W>::createPartition(QualifiedName name, QualifiedName table) const {
    return PartitionRef<W>{
        detail::aboutPartition(*this->recorder_, detail::Act::Create, name, table)};
}

template <Within W>
PartitionRef<W> ObjectMaker<W>::attachPartition(QualifiedName name, QualifiedName table) const {
    return PartitionRef<W>{detail::attachPartition(*this->recorder_, name, table)};
}

ViewRef<Within::Alter> ObjectBuilder::replaceView(QualifiedName name, const SqlTexts& query) const {
    return ViewRef<Within::Alter>{
        detail::aboutView(*this->recorder_, detail::Act::Replace, name, query, false)};
}

ViewRef<Within::Alter> ObjectBuilder::replaceView(QualifiedName name,
                                                  std::string_view query) const {
    return replaceView(name, everywhere(query));
}

DropRef ObjectBuilder::dropView(QualifiedName name) const {
    return dropped(*this->recorder_, detail::NamedKind::View, name);
}

DropRef ObjectBuilder::dropMaterializedView(QualifiedName name) const {
    return dropped(*this->recorder_, detail::NamedKind::MaterializedView, name);
}

TriggerRef<Within::Alter> ObjectBuilder::replaceTrigger(Name name, QualifiedName table) const {
    return TriggerRef<Within::Alter>{
        detail::aboutTrigger(*this->recorder_, detail::Act::Replace, name, table)};
}

DropRef ObjectBuilder::dropTrigger(Name name, QualifiedName table) const {
    return dropped(*this->recorder_, detail::NamedKind::Trigger, name, table.text());
}

PlainRef<Within::Alter> ObjectBuilder::replaceFunction(QualifiedName name,
                                                       const SqlTexts& parameters,
                                                       const SqlTexts& definition) const {
    return routineOf<Within::Alter>(*this->recorder_,
                                    detail::Act::Replace,
                                    false,
                                    name,
                                    parameters,
                                    definition);
}

PlainRef<Within::Alter> ObjectBuilder::replaceFunction(QualifiedName name,
                                                       std::string_view parameters,
                                                       const SqlTexts& definition) const {
    return replaceFunction(name, everywhere(parameters), definition);
}

PlainRef<Within::Alter> ObjectBuilder::replaceProcedure(QualifiedName name,
                                                        const SqlTexts& parameters,
                                                        const SqlTexts& definition) const {
    return routineOf<Within::Alter>(*this->recorder_,
                                    detail::Act::Replace,
                                    true,
                                    name,
                                    parameters,
                                    definition);
}

PlainRef<Within::Alter> ObjectBuilder::replaceProcedure(QualifiedName name,
                                                        std::string_view parameters,
                                                        const SqlTexts& definition) const {
    return replaceProcedure(name, everywhere(parameters), definition);
}

DropRef ObjectBuilder::dropFunction(QualifiedName name, std::string_view parameters) const {
    return dropped(*this->recorder_, detail::NamedKind::Function, name, {}, parameters);
}

DropRef ObjectBuilder::dropProcedure(QualifiedName name, std::string_view parameters) const {
    return dropped(*this->recorder_, detail::NamedKind::Procedure, name, {}, parameters);
}

AlterSequenceRef ObjectBuilder::alterSequence(QualifiedName name) const {
    return AlterSequenceRef{detail::alterSequence(*this->recorder_, name)};
}

DropRef ObjectBuilder::dropSequence(QualifiedName name) const {
    return dropped(*this->recorder_, detail::NamedKind::Sequence, name);
}

DropRef ObjectBuilder::dropSchema(Name name) const {
    return dropped(*this->recorder_, detail::NamedKind::Schema, name);
}

DropRef ObjectBuilder::disableExtension(Name name) const {
    return dropped(*this->recorder_, detail::NamedKind::Extension, name);
}

DropRef ObjectBuilder::disableRowLevelSecurity(QualifiedName table) const {
    return dropped(*this->recorder_, detail::NamedKind::RowSecurity, table, table.text());
}

DropRef ObjectBuilder::dropPolicy(Name name, QualifiedName table) const {
    return dropped(*this->recorder_, detail::NamedKind::Policy, name, table.text());
}

DropRef ObjectBuilder::dropRole(Name name) const {
    return dropped(*this->recorder_, detail::NamedKind::Role, name);
}

RevokeRef ObjectBuilder::revoke(Privileges privileges, QualifiedName table) const {
    return RevokeRef{detail::aboutGrant(*this->recorder_, detail::Act::Drop, privileges, table)};
}

RevokeRef ObjectBuilder::revoke(Privileges privileges, const GrantTarget& on) const {
    return RevokeRef{detail::aboutGrant(*this->recorder_, detail::Act::Drop, privileges, on)};
}

RevokeRef ObjectBuilder::revokeRole(Name role) const {
    return RevokeRef{detail::aboutMembership(*this->recorder_, detail::Act::Drop, role)};
}

DropRef ObjectBuilder::dropPartition(QualifiedName name, QualifiedName table) const {
    return dropped(*this->recorder_, detail::NamedKind::Partition, name, table.text());
}

DetachRef ObjectBuilder::detachPartition(QualifiedName name, QualifiedName table) const {
    return DetachRef{detail::detachPartition(*this->recorder_, name, table, false)};
}

CallRef ReversibleObjectBuilder::replaceView(QualifiedName name,
                                             const SqlTexts& to,
                                             const SqlTexts& from) const {
    return CallRef{detail::replaceView(*this->recorder_, name, to, from)};
}

CallRef ReversibleObjectBuilder::replaceView(QualifiedName name,
                                             std::string_view to,
                                             std::string_view from) const {
    return replaceView(name, everywhere(to), everywhere(from));
}

ViewRef<Within::Change> ReversibleObjectBuilder::dropView(QualifiedName name,
                                                          const SqlTexts& query) const {
    return ViewRef<Within::Change>{
        detail::aboutView(*this->recorder_, detail::Act::Drop, name, query, false)};
}

ViewRef<Within::Change> ReversibleObjectBuilder::dropView(QualifiedName name,
                                                          std::string_view query) const {
    return dropView(name, everywhere(query));
}

MaterializedViewRef<Within::Change> ReversibleObjectBuilder::dropMaterializedView(
    QualifiedName name,
    const SqlTexts& query) const {
    return MaterializedViewRef<Within::Change>{
        detail::aboutView(*this->recorder_, detail::Act::Drop, name, query, true)};
}

MaterializedViewRef<Within::Change> ReversibleObjectBuilder::dropMaterializedView(
    QualifiedName name,
    std::string_view query) const {
    return dropMaterializedView(name, everywhere(query));
}

TriggerRef<Within::Change> ReversibleObjectBuilder::dropTrigger(Name name,
                                                                QualifiedName table) const {
    return TriggerRef<Within::Change>{
        detail::aboutTrigger(*this->recorder_, detail::Act::Drop, name, table)};
}

CallRef ReversibleObjectBuilder::replaceFunction(QualifiedName name,
                                                 const SqlTexts& parameters,
                                                 const SqlTexts& to,
                                                 const SqlTexts& from) const {
    return CallRef{detail::replaceRoutine(*this->recorder_, false, name, parameters, to, from)};
}

CallRef ReversibleObjectBuilder::replaceProcedure(QualifiedName name,
                                                  const SqlTexts& parameters,
                                                  const SqlTexts& to,
                                                  const SqlTexts& from) const {
    return CallRef{detail::replaceRoutine(*this->recorder_, true, name, parameters, to, from)};
}

PlainRef<Within::Change> ReversibleObjectBuilder::dropFunction(QualifiedName name,
                                                               const SqlTexts& parameters,
                                                               const SqlTexts& definition) const {
    return routineOf<Within::Change>(*this->recorder_,
                                     detail::Act::Drop,
                                     false,
                                     name,
                                     parameters,
                                     definition);
}

PlainRef<Within::Change> ReversibleObjectBuilder::dropFunction(QualifiedName name,
                                                               std::string_view parameters,
                                                               const SqlTexts& definition) const {
    return dropFunction(name, everywhere(parameters), definition);
}

PlainRef<Within::Change> ReversibleObjectBuilder::dropProcedure(QualifiedName name,
                                                                const SqlTexts& parameters,
                                                                const SqlTexts& definition) const {
    return routineOf<Within::Change>(*this->recorder_,
                                     detail::Act::Drop,
                                     true,
                                     name,
                                     parameters,
                                     definition);
}

PlainRef<Within::Change> ReversibleObjectBuilder::dropProcedure(QualifiedName name,
                                                                std::string_view parameters,
                                                                const SqlTexts& definition) const {
    return dropProcedure(name, everywhere(parameters), definition);
}

SequenceRef<Within::Change> ReversibleObjectBuilder::dropSequence(QualifiedName name) const {
    return SequenceRef<Within::Change>{
        detail::aboutSequence(*this->recorder_, detail::Act::Drop, name)};
}

PlainRef<Within::Change> ReversibleObjectBuilder::dropSchema(Name name) const {
    return PlainRef<Within::Change>{detail::aboutSchema(*this->recorder_, detail::Act::Drop, name)};
}

ExtensionRef<Within::Change> ReversibleObjectBuilder::disableExtension(Name name) const {
    return ExtensionRef<Within::Change>{
        detail::aboutExtension(*this->recorder_, detail::Act::Drop, name)};
}

RowSecurityRef<Within::Change> ReversibleObjectBuilder::disableRowLevelSecurity(
    QualifiedName table) const {
    return RowSecurityRef<Within::Change>{
        detail::aboutRowSecurity(*this->recorder_, detail::Act::Drop, table)};
}

PolicyRef<Within::Change> ReversibleObjectBuilder::dropPolicy(Name name,
                                                              QualifiedName table) const {
    return PolicyRef<Within::Change>{
        detail::aboutPolicy(*this->recorder_, detail::Act::Drop, name, table)};
}

RoleRef<Within::Change> ReversibleObjectBuilder::dropRole(Name name) const {
    return RoleRef<Within::Change>{detail::aboutRole(*this->recorder_, detail::Act::Drop, name)};
}

RevokeRef ReversibleObjectBuilder::revoke(Privileges privileges, QualifiedName table) const {
    return RevokeRef{detail::aboutGrant(*this->recorder_, detail::Act::Drop, privileges, table)};
}

RevokeRef ReversibleObjectBuilder::revoke(Privileges privileges, const GrantTarget& on) const {
    return RevokeRef{detail::aboutGrant(*this->recorder_, detail::Act::Drop, privileges, on)};
}

RevokeRef ReversibleObjectBuilder::revokeRole(Name role) const {
    return RevokeRef{detail::aboutMembership(*this->recorder_, detail::Act::Drop, role)};
}

PartitionRef<Within::Change> ReversibleObjectBuilder::dropPartition(QualifiedName name,
                                                                    QualifiedName table) const {
    return PartitionRef<Within::Change>{
        detail::aboutPartition(*this->recorder_, detail::Act::Drop, name, table)};
}

PartitionRef<Within::Change> ReversibleObjectBuilder::detachPartition(QualifiedName name,
                                                                      QualifiedName table) const {
    return PartitionRef<Within::Change>{
        detail::detachPartition(*this->recorder_, name, table, true)};
}

template class ObjectMaker<Within::Alter>;
template class ObjectMaker<Within::Change>;

}  // namespace godwit
