#pragma once

#include <cstdint>
#include <string_view>

#include <godwit/access_refs.hpp>
#include <godwit/constraint_builder.hpp>
#include <godwit/detail/source_line.hpp>
#include <godwit/export.hpp>
#include <godwit/name.hpp>
#include <godwit/object_refs.hpp>
#include <godwit/object_words.hpp>
#include <godwit/sql_text.hpp>

namespace godwit {

/// What is made and renamed beside tables: the calls that a usual and a reversible migration have
/// in common.
template <Within W>
class GODWIT_API ObjectMaker {
public:
    /// `schema.createView("open_orders", "SELECT id FROM orders WHERE paid_at IS NULL");`
    ViewRef<W> createView(QualifiedName name, const SqlTexts& query) const;
    ViewRef<W> createView(QualifiedName name, std::string_view query) const;
    RenameRef<W> renameView(QualifiedName from, QualifiedName to) const;

    /// A view that keeps its rows: PostgreSQL.
    MaterializedViewRef<W> createMaterializedView(QualifiedName name, const SqlTexts& query) const;
    MaterializedViewRef<W> createMaterializedView(QualifiedName name, std::string_view query) const;
    RenameRef<W> renameMaterializedView(QualifiedName from, QualifiedName to) const;
    RefreshRef<W> refreshMaterializedView(QualifiedName name) const;

    /// `schema.createTrigger("touch", "orders").before(godwit::onUpdate).body({…});`
    TriggerRef<W> createTrigger(Name name, QualifiedName table) const;
    RenameRef<W> renameTrigger(Name from, QualifiedName table, Name to) const;

    /// `definition` is all that follows the parameters:
    /// `schema.createFunction("twice", "(n integer)", {.postgresql = "RETURNS integer LANGUAGE sql
    /// AS $$ SELECT 2 * n $$", .mysql = "RETURNS integer NO SQL RETURN 2 * n", …});`
    PlainRef<W> createFunction(QualifiedName name,
                               const SqlTexts& parameters,
                               const SqlTexts& definition) const;
    PlainRef<W> createFunction(QualifiedName name,
                               std::string_view parameters,
                               const SqlTexts& definition) const;
    PlainRef<W> createProcedure(QualifiedName name,
                                const SqlTexts& parameters,
                                const SqlTexts& definition) const;
    PlainRef<W> createProcedure(QualifiedName name,
                                std::string_view parameters,
                                const SqlTexts& definition) const;
    /// `parameters` tell functions of one name apart on PostgreSQL: "(integer)".
    RenameRef<W> renameFunction(QualifiedName from,
                                QualifiedName to,
                                std::string_view parameters = {}) const;
    RenameRef<W> renameProcedure(QualifiedName from,
                                 QualifiedName to,
                                 std::string_view parameters = {}) const;

    /// PostgreSQL and MariaDB.
    SequenceRef<W> createSequence(QualifiedName name) const;
    RenameRef<W> renameSequence(QualifiedName from, QualifiedName to) const;

    /// A place for tables: `schema.createTable("billing.invoices", …)`. On MySQL and MariaDB it is
    /// a database.
    PlainRef<W> createSchema(Name name) const;
    /// PostgreSQL.
    RenameRef<W> renameSchema(Name from, Name to) const;

    /// PostgreSQL.
    ExtensionRef<W> enableExtension(Name name) const;

    /// Rows of the table are there only for whom a policy lets see them: PostgreSQL.
    RowSecurityRef<W> enableRowLevelSecurity(QualifiedName table) const;
    /// `schema.createPolicy("own_rows", "orders").usingExpression("owner = current_user");`
    PolicyRef<W> createPolicy(Name name, QualifiedName table) const;
    RenameRef<W> renamePolicy(Name from, QualifiedName table, Name to) const;

    RoleRef<W> createRole(Name name) const;
    /// PostgreSQL.
    RenameRef<W> renameRole(Name from, Name to) const;
    /// `schema.grant(godwit::select | godwit::insert, "orders").to({"app"});` for a table or view.
    GrantRef grant(Privileges privileges, QualifiedName table) const;
    /// `schema.grant(godwit::usage, godwit::onSequence("invoice_no")).to({"app"});`
    GrantRef grant(Privileges privileges, const GrantTarget& on) const;
    /// Lets roles do what `role` may.
    GrantRef grantRole(Name role) const;

    /// A part of a table that was created with `t.partitionByRange(...)`.
    PartitionRef<W> createPartition(QualifiedName name, QualifiedName table) const;
    /// Makes a table that is there a partition: PostgreSQL and MariaDB.
    PartitionRef<W> attachPartition(QualifiedName name, QualifiedName table) const;

protected:
    explicit ObjectMaker(detail::Recorder& recorder) : recorder_(&recorder) {}
    ~ObjectMaker() = default;
    ObjectMaker(const ObjectMaker&) = default;
    ObjectMaker& operator=(const ObjectMaker&) = default;

    detail::Recorder* recorder_;
};

/// Everything that happens beside tables in a migration with `up` and `down`.
class GODWIT_API ObjectBuilder : public ObjectMaker<Within::Alter> {
public:
    /// Makes the view, or puts this query in place of the one that it has. On PostgreSQL the new
    /// query must give the columns of the old one, and may give more behind them.
    ViewRef<Within::Alter> replaceView(QualifiedName name, const SqlTexts& query) const;
    ViewRef<Within::Alter> replaceView(QualifiedName name, std::string_view query) const;
    DropRef dropView(QualifiedName name) const;
    DropRef dropMaterializedView(QualifiedName name) const;

    TriggerRef<Within::Alter> replaceTrigger(Name name, QualifiedName table) const;
    DropRef dropTrigger(Name name, QualifiedName table) const;

    PlainRef<Within::Alter> replaceFunction(QualifiedName name,
                                            const SqlTexts& parameters,
                                            const SqlTexts& definition) const;
    PlainRef<Within::Alter> replaceFunction(QualifiedName name,
                                            std::string_view parameters,
                                            const SqlTexts& definition) const;
    PlainRef<Within::Alter> replaceProcedure(QualifiedName name,
                                             const SqlTexts& parameters,
                                             const SqlTexts& definition) const;
    PlainRef<Within::Alter> replaceProcedure(QualifiedName name,
                                             std::string_view parameters,
                                             const SqlTexts& definition) const;
    /// `parameters` tell functions of one name apart on PostgreSQL: "(integer)".
    DropRef dropFunction(QualifiedName name, std::string_view parameters = {}) const;
    DropRef dropProcedure(QualifiedName name, std::string_view parameters = {}) const;

    /// `schema.alterSequence("invoice_no").restartsAt(5000);`
    AlterSequenceRef alterSequence(QualifiedName name) const;
    DropRef dropSequence(QualifiedName name) const;

    /// It must be empty.
    DropRef dropSchema(Name name) const;
    DropRef disableExtension(Name name) const;

    DropRef disableRowLevelSecurity(QualifiedName table) const;
    DropRef dropPolicy(Name name, QualifiedName table) const;
    DropRef dropRole(Name name) const;
    /// `schema.revoke(godwit::insert, "orders").from({"app"});`
    RevokeRef revoke(Privileges privileges, QualifiedName table) const;
    RevokeRef revoke(Privileges privileges, const GrantTarget& on) const;
    RevokeRef revokeRole(Name role) const;

    /// With its rows.
    DropRef dropPartition(QualifiedName name, QualifiedName table) const;
    /// Makes it a table of its own, rows and all: PostgreSQL and MariaDB.
    DetachRef detachPartition(QualifiedName name, QualifiedName table) const;

protected:
    explicit ObjectBuilder(detail::Recorder& recorder) : ObjectMaker(recorder) {}
};

/// What happens beside tables in a migration whose inverse is derived: what goes is said in full.
class GODWIT_API ReversibleObjectBuilder : public ObjectMaker<Within::Change> {
public:
    // What a user may try: each says what to write instead.
    template <class... Never>
    void dropView(QualifiedName) const {
        static_assert(detail::kNever<Never...>,
                      "godwit: in change() a drop says what goes: schema.dropView(\"v\", query)");
    }
    template <class... Never>
    void dropFunction(QualifiedName, std::string_view = {}) const {
        static_assert(detail::kNever<Never...>,
                      "godwit: in change() a drop says what goes, as createFunction does");
    }
    template <class... Never>
    void replaceView(QualifiedName, std::string_view) const {
        static_assert(detail::kNever<Never...>,
                      "godwit: in change() say both: schema.replaceView(\"v\", query, former)");
    }

    /// This query in place of the other.
    CallRef replaceView(QualifiedName name, const SqlTexts& to, const SqlTexts& from) const;
    CallRef replaceView(QualifiedName name, std::string_view to, std::string_view from) const;
    ViewRef<Within::Change> dropView(QualifiedName name, const SqlTexts& query) const;
    ViewRef<Within::Change> dropView(QualifiedName name, std::string_view query) const;
    MaterializedViewRef<Within::Change> dropMaterializedView(QualifiedName name,
                                                             const SqlTexts& query) const;
    MaterializedViewRef<Within::Change> dropMaterializedView(QualifiedName name,
                                                             std::string_view query) const;
    TriggerRef<Within::Change> dropTrigger(Name name, QualifiedName table) const;
    CallRef replaceFunction(QualifiedName name,
                            const SqlTexts& parameters,
                            const SqlTexts& to,
                            const SqlTexts& from) const;
    CallRef replaceProcedure(QualifiedName name,
                             const SqlTexts& parameters,
                             const SqlTexts& to,
                             const SqlTexts& from) const;
    PlainRef<Within::Change> dropFunction(QualifiedName name,
                                          const SqlTexts& parameters,
                                          const SqlTexts& definition) const;
    PlainRef<Within::Change> dropFunction(QualifiedName name,
                                          std::string_view parameters,
                                          const SqlTexts& definition) const;
    PlainRef<Within::Change> dropProcedure(QualifiedName name,
                                           const SqlTexts& parameters,
                                           const SqlTexts& definition) const;
    PlainRef<Within::Change> dropProcedure(QualifiedName name,
                                           std::string_view parameters,
                                           const SqlTexts& definition) const;
    SequenceRef<Within::Change> dropSequence(QualifiedName name) const;
    PlainRef<Within::Change> dropSchema(Name name) const;
    ExtensionRef<Within::Change> disableExtension(Name name) const;
    RowSecurityRef<Within::Change> disableRowLevelSecurity(QualifiedName table) const;
    PolicyRef<Within::Change> dropPolicy(Name name, QualifiedName table) const;
    RoleRef<Within::Change> dropRole(Name name) const;
    RevokeRef revoke(Privileges privileges, QualifiedName table) const;
    RevokeRef revoke(Privileges privileges, const GrantTarget& on) const;
    RevokeRef revokeRole(Name role) const;
    PartitionRef<Within::Change> dropPartition(QualifiedName name, QualifiedName table) const;
    PartitionRef<Within::Change> detachPartition(QualifiedName name, QualifiedName table) const;

protected:
    explicit ReversibleObjectBuilder(detail::Recorder& recorder) : ObjectMaker(recorder) {}
};

}  // namespace godwit
