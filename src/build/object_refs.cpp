#include "build/objects.hpp"

// What can be said of objects under construction: each call writes into the recording.

namespace godwit {

template <Within W>
ViewRef<W> ViewRef<W>::columns(std::initializer_list<Name> names) const {
    detail::setViewColumns(this->handle_, names);
    return *this;
}

template <Within W>
ViewRef<W> ViewRef<W>::withCheckOption(CheckOption option) const {
    detail::setCheckOption(this->handle_, option);
    return *this;
}

template <Within W>
ViewRef<W> ViewRef<W>::securityInvoker() const {
    detail::setSecurityInvoker(this->handle_);
    return *this;
}

template <Within W>
MaterializedViewRef<W> MaterializedViewRef<W>::columns(std::initializer_list<Name> names) const {
    detail::setViewColumns(this->handle_, names);
    return *this;
}

template <Within W>
MaterializedViewRef<W> MaterializedViewRef<W>::withNoData() const {
    detail::setWithNoData(this->handle_);
    return *this;
}

template <Within W>
RefreshRef<W> RefreshRef<W>::concurrently() const {
    detail::setRefresh(handle_, true, true);
    return *this;
}

template <Within W>
RefreshRef<W> RefreshRef<W>::withNoData() const {
    detail::setRefresh(handle_, false, false);
    return *this;
}

template <Within W>
TriggerRef<W> TriggerRef<W>::before(TriggerEvents events) const {
    return at(detail::TriggerTime::Before, events);
}

template <Within W>
TriggerRef<W> TriggerRef<W>::after(TriggerEvents events) const {
    return at(detail::TriggerTime::After, events);
}

template <Within W>
TriggerRef<W> TriggerRef<W>::insteadOf(TriggerEvents events) const {
    return at(detail::TriggerTime::InsteadOf, events);
}

template <Within W>
TriggerRef<W> TriggerRef<W>::ofColumns(std::initializer_list<Name> columns) const {
    detail::setTriggerColumns(this->handle_, columns);
    return *this;
}

template <Within W>
TriggerRef<W> TriggerRef<W>::forEachRow() const {
    detail::setForEachRow(this->handle_, true);
    return *this;
}

template <Within W>
TriggerRef<W> TriggerRef<W>::forEachStatement() const {
    detail::setForEachRow(this->handle_, false);
    return *this;
}

template <Within W>
TriggerRef<W> TriggerRef<W>::when(const SqlTexts& sql) const {
    detail::setTriggerWhen(this->handle_, sql);
    return *this;
}

template <Within W>
TriggerRef<W> TriggerRef<W>::when(std::string_view sql) const {
    return when(everywhere(sql));
}

template <Within W>
TriggerRef<W> TriggerRef<W>::body(const SqlTexts& sql) const {
    detail::setTriggerBody(this->handle_, sql);
    return *this;
}

template <Within W>
TriggerRef<W> TriggerRef<W>::body(std::string_view sql) const {
    return body(everywhere(sql));
}

template <Within W>
TriggerRef<W> TriggerRef<W>::executes(QualifiedName function,
                                      std::initializer_list<std::string_view> arguments) const {
    detail::setTriggerFunction(this->handle_, function, arguments);
    return *this;
}

template <Within W>
TriggerRef<W> TriggerRef<W>::oldTableAs(Name name) const {
    detail::setTransitionTable(this->handle_, false, name);
    return *this;
}

template <Within W>
TriggerRef<W> TriggerRef<W>::newTableAs(Name name) const {
    detail::setTransitionTable(this->handle_, true, name);
    return *this;
}

template <Within W>
TriggerRef<W> TriggerRef<W>::at(detail::TriggerTime time, TriggerEvents events) const {
    detail::setTrigger(this->handle_, time, events);
    return *this;
}

template <Within W>
SequenceRef<W> SequenceRef<W>::startsAt(std::int64_t number) const {
    return set(detail::SequencePart::Start, number);
}

template <Within W>
SequenceRef<W> SequenceRef<W>::incrementsBy(std::int64_t number) const {
    return set(detail::SequencePart::Increment, number);
}

template <Within W>
SequenceRef<W> SequenceRef<W>::minValue(std::int64_t number) const {
    return set(detail::SequencePart::Lowest, number);
}

template <Within W>
SequenceRef<W> SequenceRef<W>::maxValue(std::int64_t number) const {
    return set(detail::SequencePart::Highest, number);
}

template <Within W>
SequenceRef<W> SequenceRef<W>::cache(std::int64_t number) const {
    return set(detail::SequencePart::Cache, number);
}

template <Within W>
SequenceRef<W> SequenceRef<W>::cycles() const {
    detail::setSequenceCycle(this->handle_, true);
    return *this;
}

template <Within W>
SequenceRef<W> SequenceRef<W>::type(const ColumnSpec& integer) const {
    detail::setSequenceType(this->handle_, integer);
    return *this;
}

template <Within W>
SequenceRef<W> SequenceRef<W>::ownedBy(QualifiedName table, Name column) const {
    detail::setSequenceOwner(this->handle_, table, column);
    return *this;
}

template <Within W>
SequenceRef<W> SequenceRef<W>::set(detail::SequencePart part, std::int64_t number) const {
    detail::setSequenceNumber(this->handle_, part, number);
    return *this;
}

AlterSequenceRef AlterSequenceRef::incrementsBy(std::int64_t number) const {
    return set(detail::SequencePart::Increment, number);
}

AlterSequenceRef AlterSequenceRef::minValue(std::int64_t number) const {
    return set(detail::SequencePart::Lowest, number);
}

AlterSequenceRef AlterSequenceRef::maxValue(std::int64_t number) const {
    return set(detail::SequencePart::Highest, number);
}

AlterSequenceRef AlterSequenceRef::cache(std::int64_t number) const {
    return set(detail::SequencePart::Cache, number);
}

AlterSequenceRef AlterSequenceRef::cycles() const { return cycle(true); }

AlterSequenceRef AlterSequenceRef::doesNotCycle() const { return cycle(false); }

AlterSequenceRef AlterSequenceRef::restartsAt(std::int64_t number) const {
    return set(detail::SequencePart::Restart, number);
}

AlterSequenceRef AlterSequenceRef::ifExists() const {
    detail::setGuarded(handle_);
    return *this;
}

AlterSequenceRef AlterSequenceRef::set(detail::SequencePart part, std::int64_t number) const {
    detail::setSequenceNumber(handle_, part, number);
    return *this;
}

AlterSequenceRef AlterSequenceRef::cycle(bool yes) const {
    detail::setSequenceCycle(handle_, yes);
    return *this;
}

template <Within W>
ExtensionRef<W> ExtensionRef<W>::inSchema(Name schema) const {
    detail::setExtensionPlace(this->handle_, schema);
    return *this;
}

template <Within W>
ExtensionRef<W> ExtensionRef<W>::version(std::string_view version) const {
    detail::setExtensionVersion(this->handle_, version);
    return *this;
}

template <Within W>
PartitionRef<W> PartitionRef<W>::from(std::initializer_list<BoundWord> values) const {
    return set(detail::PartitionPart::From, values);
}

template <Within W>
PartitionRef<W> PartitionRef<W>::to(std::initializer_list<BoundWord> values) const {
    return set(detail::PartitionPart::To, values);
}

template <Within W>
PartitionRef<W> PartitionRef<W>::in(std::initializer_list<BoundWord> values) const {
    return set(detail::PartitionPart::In, values);
}

template <Within W>
PartitionRef<W> PartitionRef<W>::modulus(std::uint32_t modulus, std::uint32_t remainder) const {
    detail::setPartitionModulus(this->handle_, modulus, remainder);
    return *this;
}

template <Within W>
PartitionRef<W> PartitionRef<W>::takesTheRest() const {
    detail::setPartitionDefault(this->handle_);
    return *this;
}

template <Within W>
PartitionRef<W> PartitionRef<W>::set(detail::PartitionPart part,
                                     std::initializer_list<BoundWord> values) const {
    detail::setPartitionBounds(this->handle_, part, values);
    return *this;
}

DetachRef DetachRef::concurrently() const {
    detail::setDetachConcurrently(handle_);
    return *this;
}

DetachRef DetachRef::ifExists() const {
    detail::setGuarded(handle_);
    return *this;
}

template <Within W>
RowSecurityRef<W> RowSecurityRef<W>::forced() const {
    detail::setForced(this->handle_);
    return *this;
}

template <Within W>
PolicyRef<W> PolicyRef<W>::usingExpression(std::string_view sql) const {
    detail::setPolicyUsing(this->handle_, sql);
    return *this;
}

template <Within W>
PolicyRef<W> PolicyRef<W>::withCheck(std::string_view sql) const {
    detail::setPolicyCheck(this->handle_, sql);
    return *this;
}

template <Within W>
PolicyRef<W> PolicyRef<W>::forCommand(Privileges command) const {
    detail::setPolicyCommand(this->handle_, command);
    return *this;
}

template <Within W>
PolicyRef<W> PolicyRef<W>::to(std::initializer_list<Name> roles) const {
    detail::setPolicyRoles(this->handle_, roles);
    return *this;
}

template <Within W>
PolicyRef<W> PolicyRef<W>::restrictive() const {
    detail::setRestrictive(this->handle_);
    return *this;
}

template <Within W>
RoleRef<W> RoleRef<W>::canLogin() const {
    detail::setCanLogin(this->handle_);
    return *this;
}

GrantRef GrantRef::to(std::initializer_list<Name> roles) const {
    detail::setGrantRoles(handle_, roles);
    return *this;
}

GrantRef GrantRef::columns(std::initializer_list<Name> columns) const {
    detail::setGrantColumns(handle_, columns);
    return *this;
}

GrantRef GrantRef::withGrantOption() const {
    detail::setGrantable(handle_);
    return *this;
}

RevokeRef RevokeRef::from(std::initializer_list<Name> roles) const {
    detail::setGrantRoles(handle_, roles);
    return *this;
}

RevokeRef RevokeRef::columns(std::initializer_list<Name> columns) const {
    detail::setGrantColumns(handle_, columns);
    return *this;
}

template class ViewRef<Within::Alter>;
template class ViewRef<Within::Change>;
template class MaterializedViewRef<Within::Alter>;
template class MaterializedViewRef<Within::Change>;
template class RenameRef<Within::Alter>;
template class RenameRef<Within::Change>;
template class RefreshRef<Within::Alter>;
template class RefreshRef<Within::Change>;
template class TriggerRef<Within::Alter>;
template class TriggerRef<Within::Change>;
template class SequenceRef<Within::Alter>;
template class SequenceRef<Within::Change>;
template class ExtensionRef<Within::Alter>;
template class ExtensionRef<Within::Change>;
template class PartitionRef<Within::Alter>;
template class PartitionRef<Within::Change>;
template class RowSecurityRef<Within::Alter>;
template class RowSecurityRef<Within::Change>;
template class PolicyRef<Within::Alter>;
template class PolicyRef<Within::Change>;
template class RoleRef<Within::Alter>;
template class RoleRef<Within::Change>;

}  // namespace godwit
