#pragma once

#include <string_view>

#include <godwit/export.hpp>
#include <godwit/schema_builder.hpp>

namespace godwit {

/// One step of a schema's life: a pure recording of what to do (`up`) and how to take it back
/// (`down`). It never talks to a database; building it twice gives the same operations.
class GODWIT_API Migration {
public:
    virtual ~Migration();

    virtual void up(godwit::SchemaBuilder& schema) const = 0;
    virtual void down(godwit::SchemaBuilder& schema) const = 0;

    /// One line for people, kept in the history and written above the SQL. Empty means: the words
    /// of the id, which stand in the history alone.
    virtual std::string_view description() const;

    /// Why, in the business's words: kept in the history and written above the SQL. Empty means:
    /// not said.
    virtual std::string_view reason() const;

protected:
    using SchemaBuilder = godwit::SchemaBuilder;
    using Table = TableBuilder;
    using Alter = AlterBuilder;
};

/// A migration that is written once: `change()` says the way up, and the way down is derived from
/// it and from what is known of the schema before. What cannot be taken back is not there to be
/// called.
class GODWIT_API ReversibleMigration : public Migration {
public:
    virtual void change(ReversibleSchemaBuilder& schema) const = 0;

    void up(godwit::SchemaBuilder& schema) const final;

    /// @throws UsageError (GW218) when what was there before is neither said nor known.
    void down(godwit::SchemaBuilder& schema) const final;

protected:
    using SchemaBuilder = ReversibleSchemaBuilder;
    using Table = TableBuilder;
    using Alter = ReversibleAlterBuilder;
};

namespace detail {
/// True for YYYYMMDDHHMMSS_name: 14 digits, an underscore, lower-case letters, digits and
/// underscores; at most 190 bytes.
constexpr bool isMigrationId(std::string_view id) {
    if (id.size() < 16 || id.size() > 190 || id[14] != '_') {
        return false;
    }
    for (std::size_t i = 0; i < id.size(); ++i) {
        const char c = id[i];
        const bool digit = c >= '0' && c <= '9';
        const bool lower = (c >= 'a' && c <= 'z') || c == '_';
        if (i < 14 ? !digit : !(digit || lower)) {
            return false;
        }
    }
    return true;
}

/// True for a class in an unnamed namespace. Two files may then have classes of one name; elsewhere
/// the linker would take one for the other without a word.
template <class T>
constexpr bool isLocal() {
    const std::string_view name = __PRETTY_FUNCTION__;
    return name.find("{anonymous}") != std::string_view::npos ||
           name.find("(anonymous namespace)") != std::string_view::npos;
}
}  // namespace detail

}  // namespace godwit

#ifndef GODWIT_MIGRATION_NAMESPACE
#define GODWIT_MIGRATION_NAMESPACE godwit_migrations
#endif

/// Makes a migration class known under its id, which is also the file's name:
/// `GODWIT_MIGRATION(20250217143000_create_orders_table, CreateOrdersTable)`.
/// Defines a function that the index written by `godwit_add_migrations()` names, so that no linker
/// drops it from a static library.
#define GODWIT_MIGRATION(id, Class)                                                  \
    static_assert(::godwit::detail::isMigrationId(#id),                              \
                  "godwit: a migration id reads YYYYMMDDHHMMSS_name_in_lower_case"); \
    static_assert(::godwit::detail::isLocal<Class>(),                                \
                  "godwit: a migration class belongs into an unnamed namespace");    \
    namespace GODWIT_MIGRATION_NAMESPACE {                                           \
    const ::godwit::Migration& godwit_migration_##id();                              \
    const ::godwit::Migration& godwit_migration_##id() {                             \
        static const Class migration{};                                              \
        return migration;                                                            \
    }                                                                                \
    }
