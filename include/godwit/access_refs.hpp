#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

#include <godwit/constraint_builder.hpp>
#include <godwit/export.hpp>
#include <godwit/name.hpp>
#include <godwit/object_refs.hpp>
#include <godwit/object_words.hpp>

// What can be said of who may see and write what.

namespace godwit {

/// Row level security: PostgreSQL.
template <Within W>
class GODWIT_API RowSecurityRef : public ObjectRef<RowSecurityRef<W>, W> {
public:
    using ObjectRef<RowSecurityRef<W>, W>::ObjectRef;

    /// For the table's owner as well, who otherwise sees everything.
    RowSecurityRef forced() const;
};

/// A policy: PostgreSQL.
template <Within W>
class GODWIT_API PolicyRef : public ObjectRef<PolicyRef<W>, W> {
public:
    using ObjectRef<PolicyRef<W>, W>::ObjectRef;

    /// Which rows can be seen, updated and deleted:
    /// `usingExpression("tenant_id = current_setting('app.tenant')::uuid")`.
    PolicyRef usingExpression(std::string_view sql) const;
    /// Which rows can be written; without it, those that can be seen.
    PolicyRef withCheck(std::string_view sql) const;
    /// `godwit::select`, `insert`, `update` or `erase`; without it, all of them.
    PolicyRef forCommand(Privileges command) const;
    /// For these roles; without it, for everybody.
    PolicyRef to(std::initializer_list<Name> roles) const;
    /// Must hold beside the others, where one of them is otherwise enough.
    PolicyRef restrictive() const;
};

/// A role. Roles belong to the whole server: other databases see them.
template <Within W>
class GODWIT_API RoleRef : public ObjectRef<RoleRef<W>, W> {
public:
    using ObjectRef<RoleRef<W>, W>::ObjectRef;

    /// PostgreSQL: may log in. Passwords are no matter of migrations.
    RoleRef canLogin() const;
};

/// Privileges as they are granted.
class GODWIT_API GrantRef : public CallModifiers<GrantRef> {
public:
    explicit GrantRef(detail::Handle handle) : handle_(handle) {}

    GrantRef to(std::initializer_list<Name> roles) const;
    /// Of a table or view only these columns.
    GrantRef columns(std::initializer_list<Name> columns) const;
    /// They may grant it to others.
    GrantRef withGrantOption() const;

private:
    friend class CallModifiers<GrantRef>;
    const detail::Handle& handle() const { return handle_; }
    detail::Handle handle_;
};

/// Privileges as they are taken away.
class GODWIT_API RevokeRef : public CallModifiers<RevokeRef> {
public:
    explicit RevokeRef(detail::Handle handle) : handle_(handle) {}

    RevokeRef from(std::initializer_list<Name> roles) const;
    /// Of a table or view only these columns.
    RevokeRef columns(std::initializer_list<Name> columns) const;

private:
    friend class CallModifiers<RevokeRef>;
    const detail::Handle& handle() const { return handle_; }
    detail::Handle handle_;
};

/// What privileges are about, when it is no table and no view.
struct GrantTarget {
    enum class Kind : std::uint8_t { Sequence, Function, Procedure, Schema, TablesOfSchema };

    Kind kind;
    QualifiedName name;
    std::string_view parameters{};
};

inline GrantTarget onSequence(QualifiedName sequence) {
    return {GrantTarget::Kind::Sequence, sequence};
}
/// `parameters` tell functions of one name apart on PostgreSQL: "(bigint)".
inline GrantTarget onFunction(QualifiedName function, std::string_view parameters = {}) {
    return {GrantTarget::Kind::Function, function, parameters};
}
inline GrantTarget onProcedure(QualifiedName procedure, std::string_view parameters = {}) {
    return {GrantTarget::Kind::Procedure, procedure, parameters};
}
inline GrantTarget onSchema(Name schema) { return {GrantTarget::Kind::Schema, schema}; }
/// All tables and views that are in the schema by then; on MySQL and MariaDB those to come as well.
inline GrantTarget onTablesOf(Name schema) { return {GrantTarget::Kind::TablesOfSchema, schema}; }

}  // namespace godwit
