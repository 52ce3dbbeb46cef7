#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

#include <godwit/alter_builder.hpp>
#include <godwit/constraint_builder.hpp>
#include <godwit/data_builder.hpp>
#include <godwit/enum_builder.hpp>
#include <godwit/export.hpp>
#include <godwit/name.hpp>
#include <godwit/object_builder.hpp>
#include <godwit/sql_text.hpp>
#include <godwit/table_builder.hpp>
#include <godwit/words.hpp>

namespace godwit {

namespace detail {
GODWIT_API Block beginTable(Recorder& recorder, const QualifiedName& table, bool creating);
GODWIT_API Handle endTable(Recorder& recorder);
GODWIT_API Block beginDrop(Recorder& recorder, const QualifiedName& table);
GODWIT_API Handle dropTable(Recorder& recorder, const QualifiedName& table);
GODWIT_API Handle renameTable(Recorder& recorder,
                              const QualifiedName& from,
                              const QualifiedName& to);
GODWIT_API Handle addSql(Recorder& recorder, const SqlTexts& texts, SourceLine line);
GODWIT_API Handle addSql(Recorder& recorder,
                         const SqlTexts& up,
                         const SqlTexts& down,
                         SourceLine line);
GODWIT_API bool hasTable(Recorder& recorder, const QualifiedName& table);
GODWIT_API bool hasColumn(Recorder& recorder, const QualifiedName& table, const Name& column);
GODWIT_API bool hasIndex(Recorder& recorder, const QualifiedName& table, const Name& index);
}  // namespace detail

// From described structs: <godwit/describe.hpp>.
template <class T>
class TypedTable;
template <class T, class Alter, Within W>
class TypedChanges;

/// Records what a migration does; it never talks to a database.
class GODWIT_API SchemaBuilder : public ObjectBuilder, public DataChanges {
public:
    explicit SchemaBuilder(detail::Recorder& recorder)
        : ObjectBuilder(recorder), DataChanges(recorder) {}

    /// `body` receives a `TableBuilder&`; the table is complete where it ends.
    template <class Body>
    CreateRef createTable(QualifiedName table, Body&& body) {
        TableBuilder builder{detail::beginTable(*recorder_, table, true)};
        body(builder);
        return CreateRef{detail::endTable(*recorder_)};
    }

    /// The same from a described struct: `body` receives a `TypedTable<T>&`
    /// (<godwit/describe.hpp>).
    template <class T, class Body>
    CreateRef createTable(QualifiedName table, Body&& body) {
        TypedTable<T> builder{detail::beginTable(*recorder_, table, true), table.line()};
        body(builder);
        return CreateRef{detail::endTable(*recorder_)};
    }

    /// `body` receives an `AlterBuilder&`; the changes happen in the order of its calls.
    template <class Body>
    void alterTable(QualifiedName table, Body&& body) {
        AlterBuilder builder{detail::beginTable(*recorder_, table, false)};
        body(builder);
        detail::endTable(*recorder_);
    }

    /// The same by the members of a described struct: `body` receives a `TypedAlter<T>&`
    /// (<godwit/describe.hpp>).
    template <class T, class Body>
    void alterTable(QualifiedName table, Body&& body) {
        AlterBuilder builder{detail::beginTable(*recorder_, table, false)};
        TypedChanges<T, AlterBuilder, Within::Alter> typed{builder};
        body(typed);
        detail::endTable(*recorder_);
    }

    DropDataRef<Within::Alter> dropTable(QualifiedName table) {
        return DropDataRef<Within::Alter>{detail::dropTable(*recorder_, table)};
    }
    DropRef renameTable(QualifiedName from, QualifiedName to) {
        return DropRef{detail::renameTable(*recorder_, from, to)};
    }

    /// An enumeration that stays until `dropEnum`, whether a column is of it or not: a type of its
    /// own on PostgreSQL; elsewhere no statement is made, and its columns must have these values.
    CreateRef createEnum(Name type, std::initializer_list<std::string_view> values) {
        return CreateRef{detail::createEnum(*recorder_, type, values)};
    }
    /// No column may be of it any more.
    DropRef dropEnum(Name type) { return DropRef{detail::dropEnum(*recorder_, type)}; }

    /// The type of all columns that have it; values and rows stay.
    DropRef renameEnum(Name from, Name to) {
        return DropRef{detail::renameEnum(*recorder_, from, to)};
    }

    /// Changes the values of an enumeration, by the name of its type, wherever it is used:
    /// `schema.alterEnum("order_status").addValue("refunded").after("shipped")`.
    EnumChanges<Within::Alter> alterEnum(Name type) {
        return EnumChanges<Within::Alter>{detail::enumInHand(*recorder_, type)};
    }

    /// Whether the table is there at this point of the migrations, as they have made it on whatever
    /// database. The answer stands in the plan, and a run whose database says otherwise stops
    /// before it changes anything (GW720). To ask the database instead, say `ifNotExists()` or
    /// `ifExists()` of a call.
    bool hasTable(QualifiedName table) { return detail::hasTable(*recorder_, table); }
    /// The same for a column.
    bool hasColumn(QualifiedName table, Name column) {
        return detail::hasColumn(*recorder_, table, column);
    }
    /// The same for an index.
    bool hasIndex(QualifiedName table, Name index) {
        return detail::hasIndex(*recorder_, table, index);
    }

    /// One statement of raw SQL per database:
    /// `schema.sql({.postgresql = "…", .mysql = "…", .mariadb = godwit::sameAs::mysql,
    ///              .sqlite = godwit::nothing});`
    CallRef sql(const SqlTexts& texts,
                std::uint32_t line = __builtin_LINE(),
                const char* file = __builtin_FILE()) {
        return CallRef{detail::addSql(*recorder_, texts, SourceLine{file, line})};
    }

private:
    friend class ReversibleMigration;
    using DataChanges::recorder_;
};

/// Records a migration whose inverse is derived. What cannot be taken back is not there to be
/// called.
class GODWIT_API ReversibleSchemaBuilder : public ReversibleObjectBuilder,
                                           public ReversibleDataChanges {
public:
    explicit ReversibleSchemaBuilder(detail::Recorder& recorder)
        : ReversibleObjectBuilder(recorder), ReversibleDataChanges(recorder) {}

    /// `body` receives a `TableBuilder&`; the table is complete where it ends.
    template <class Body>
    CallRef createTable(QualifiedName table, Body&& body) {
        TableBuilder builder{detail::beginTable(*recorder_, table, true)};
        body(builder);
        return CallRef{detail::endTable(*recorder_)};
    }

    /// The same from a described struct: `body` receives a `TypedTable<T>&`.
    template <class T, class Body>
    CallRef createTable(QualifiedName table, Body&& body) {
        TypedTable<T> builder{detail::beginTable(*recorder_, table, true), table.line()};
        body(builder);
        return CallRef{detail::endTable(*recorder_)};
    }

    /// `body` receives a `ReversibleAlterBuilder&`; the changes happen in the order of its calls.
    template <class Body>
    void alterTable(QualifiedName table, Body&& body) {
        ReversibleAlterBuilder builder{detail::beginTable(*recorder_, table, false)};
        body(builder);
        detail::endTable(*recorder_);
    }

    /// The same by the members of a described struct: `body` receives a
    /// `ReversibleTypedAlter<T>&`.
    template <class T, class Body>
    void alterTable(QualifiedName table, Body&& body) {
        ReversibleAlterBuilder builder{detail::beginTable(*recorder_, table, false)};
        TypedChanges<T, ReversibleAlterBuilder, Within::Change> typed{builder};
        body(typed);
        detail::endTable(*recorder_);
    }

    /// `body` says what goes, as for `createTable`.
    template <class Body>
    DropDataRef<Within::Change> dropTable(QualifiedName table, Body&& body) {
        TableBuilder builder{detail::beginDrop(*recorder_, table)};
        body(builder);
        return DropDataRef<Within::Change>{detail::endTable(*recorder_)};
    }

    // What a user may try: each says what to write instead.
    template <class... Never>
    requires(sizeof...(Never) == 0) void dropTable(QualifiedName) {
        static_assert(detail::kNever<Never...>,
                      "godwit: in change() a drop says what it drops, so that it can come back: "
                      "schema.dropTable(\"orders\", [](Table& t) { ... }), as in createTable");
    }
    template <class... Never>
    void dropEnum(Name) {
        static_assert(detail::kNever<Never...>,
                      "godwit: in change() a drop says what it drops, so that it can come back: "
                      "schema.dropEnum(\"status\", {\"open\", \"paid\"})");
    }
    template <class... Never>
    void sql(const SqlTexts&) {
        static_assert(detail::kNever<Never...>,
                      "godwit: in change() raw SQL comes with the raw SQL that takes it back: "
                      "schema.sql({...}, {...})");
    }

    CallRef renameTable(QualifiedName from, QualifiedName to) {
        return CallRef{detail::renameTable(*recorder_, from, to)};
    }

    /// An enumeration that stays until it is dropped.
    CallRef createEnum(Name type, std::initializer_list<std::string_view> values) {
        return CallRef{detail::createEnum(*recorder_, type, values)};
    }
    /// Says the values that it has, so that it can come back.
    CallRef dropEnum(Name type, std::initializer_list<std::string_view> values) {
        return CallRef{detail::dropEnum(*recorder_, type, values)};
    }

    CallRef renameEnum(Name from, Name to) {
        return CallRef{detail::renameEnum(*recorder_, from, to)};
    }

    /// Changes the values of an enumeration. The way down takes a new value out again, which fails
    /// while a row holds it; one that was removed comes back to its place, and its rows do not.
    EnumChanges<Within::Change> alterEnum(Name type) {
        return EnumChanges<Within::Change>{detail::enumInHand(*recorder_, type)};
    }

    /// Raw SQL, and the raw SQL that takes it back.
    CallRef sql(const SqlTexts& up,
                const SqlTexts& down,
                std::uint32_t line = __builtin_LINE(),
                const char* file = __builtin_FILE()) {
        return CallRef{detail::addSql(*recorder_, up, down, SourceLine{file, line})};
    }

private:
    using ReversibleDataChanges::recorder_;
};

}  // namespace godwit
