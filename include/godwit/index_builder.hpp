#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

#include <godwit/constraint_builder.hpp>

// Indexes of a table under construction.

namespace godwit {

/// One of the things that an index is sorted by: a column, or an expression.
class IndexWord {
public:
    /// A column, from its lowest value to its highest.
    template <std::size_t N>
    consteval IndexWord(const char (&column)[N],
                        std::uint32_t line = __builtin_LINE(),
                        const char* file = __builtin_FILE())
        : name_(Name{column, line, file}), named_(true) {}
    constexpr IndexWord(const Name& column) : name_(column), named_(true) {}
    constexpr IndexWord(const Expression& expression) : sql_(everywhere(expression.sql)) {}

    constexpr IndexWord descending() const {
        IndexWord word = *this;
        word.order_ = SortOrder::Descending;
        return word;
    }
    /// Where NULL stands: PostgreSQL and SQLite.
    constexpr IndexWord nulls(NullsOrder order) const {
        IndexWord word = *this;
        word.nulls_ = order;
        return word;
    }
    /// Only so many characters (of a text) or bytes at the beginning: MySQL and MariaDB.
    constexpr IndexWord prefix(std::uint32_t length) const {
        IndexWord word = *this;
        word.prefix_ = length;
        return word;
    }
    /// PostgreSQL: "text_pattern_ops".
    constexpr IndexWord operatorClass(std::string_view name) const {
        IndexWord word = *this;
        word.operatorClass_ = name;
        return word;
    }
    /// PostgreSQL and SQLite: how texts are sorted in the index.
    constexpr IndexWord collate(std::string_view name) const {
        IndexWord word = *this;
        word.collation_ = name;
        return word;
    }

    constexpr const Name* name() const { return named_ ? &name_ : nullptr; }
    constexpr const SqlTexts& sql() const { return sql_; }
    constexpr SortOrder order() const { return order_; }
    constexpr NullsOrder nullsOrder() const { return nulls_; }
    constexpr std::uint32_t prefixLength() const { return prefix_; }
    constexpr std::string_view operatorClassName() const { return operatorClass_; }
    constexpr std::string_view collationName() const { return collation_; }

private:
    Name name_{"expression"};
    bool named_ = false;
    SqlTexts sql_;
    SortOrder order_ = SortOrder::Ascending;
    NullsOrder nulls_ = NullsOrder::ServerDefault;
    std::uint32_t prefix_ = 0;
    std::string_view operatorClass_;
    std::string_view collation_;
};

/// A column of an index, for the words that belong to it: `column("name").operatorClass("...")`.
constexpr IndexWord column(const Name& name) { return {name}; }

/// An index is sorted by this column from its highest value to its lowest.
constexpr IndexWord desc(const Name& column) { return IndexWord{column}.descending(); }

/// Only so many characters (of a text) or bytes at the beginning are indexed: MySQL and MariaDB.
constexpr IndexWord prefix(const Name& column, std::uint32_t length) {
    return IndexWord{column}.prefix(length);
}

namespace detail {
GODWIT_API void setConcurrently(const Handle& index);
}  // namespace detail

/// An index, or one that is dropped with its definition.
template <Within W>
class GODWIT_API IndexRef : public CallModifiers<IndexRef<W>> {
public:
    explicit IndexRef(detail::Handle handle) : handle_(handle) {}

    /// No two rows hold the same values.
    IndexRef unique() const;
    /// Instead of the name made of table and columns.
    IndexRef named(Name name) const;
    /// Only rows that satisfy `sql`: PostgreSQL and SQLite.
    IndexRef where(const SqlTexts& sql) const;
    IndexRef where(std::string_view sql) const { return where(everywhere(sql)); }
    /// Columns that are kept in the index but not sorted by: PostgreSQL.
    IndexRef include(std::initializer_list<Name> columns) const;
    /// How the index is built: `godwit::gin`.
    IndexRef method(IndexMethod method) const;
    /// A unique index takes two NULLs for equal: PostgreSQL 15.
    IndexRef nullsNotDistinct() const;
    /// Kept up to date, and not used by the planner: MySQL and MariaDB.
    IndexRef invisible() const;
    /// The table can be written to while the index is built or dropped: PostgreSQL. The statement
    /// runs outside of any transaction.
    IndexRef concurrently() const requires(W != Within::Create);
    /// How MySQL and MariaDB must do it; else the statement fails.
    IndexRef algorithm(Algorithm algorithm) const requires(W != Within::Create);
    /// What others may do meanwhile on MySQL and MariaDB; else the statement fails.
    IndexRef lock(LockMode lock) const requires(W != Within::Create);
    /// A storage parameter of PostgreSQL: `parameter("fillfactor", "70")`.
    IndexRef parameter(std::string_view name, std::string_view value) const;
    /// PostgreSQL.
    IndexRef tablespace(Name name) const;
    /// A note that the database keeps with the index.
    IndexRef comment(std::string_view text) const;
    /// Nothing is done when there is one of that name already.
    IndexRef ifNotExists() const requires(W == Within::Alter);

private:
    friend class CallModifiers<IndexRef>;
    const detail::Handle& handle() const { return handle_; }
    detail::Handle handle_;
};

/// An index that goes, by its name.
class DropIndexRef : public CallModifiers<DropIndexRef> {
public:
    explicit DropIndexRef(detail::Handle handle) : handle_(handle) {}

    /// Nothing is done when there is none.
    DropIndexRef ifExists() const {
        detail::setGuarded(handle_);
        return *this;
    }
    /// The table can be written to meanwhile: PostgreSQL. Runs outside of any transaction.
    DropIndexRef concurrently() const {
        detail::setConcurrently(handle_);
        return *this;
    }

private:
    friend class CallModifiers<DropIndexRef>;
    const detail::Handle& handle() const { return handle_; }
    detail::Handle handle_;
};

}  // namespace godwit
