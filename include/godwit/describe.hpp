#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#if !__has_include(<boost/describe/class.hpp>)
#error \
    "godwit: <godwit/describe.hpp> needs Boost.Describe, which Boost has from 1.77 on (Debian: libboost1.81-dev)"
#endif
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

#include <godwit/column_type_of.hpp>
#include <godwit/schema.hpp>
#include <godwit/schema_builder.hpp>

// Tables, columns, indexes and enums from structs that Boost.Describe knows. The only header of
// godwit that includes Boost.

namespace godwit {

/// How a member's or enum's C++ name becomes the name of a column or type.
enum class Naming : std::uint8_t {
    Verbatim,   ///< `createdAt` stays as it is.
    SnakeCase,  ///< `createdAt` becomes `created_at`.
};

/// The naming of a described struct's columns; specialize it for a struct of your own.
template <class T>
inline constexpr Naming kNamingOf = Naming::Verbatim;

/// The name of a described enum's type on PostgreSQL; empty for its own in snake case. Specialize
/// it for an enum of your own.
template <class E>
inline constexpr std::string_view kTypeNameOf{};

namespace detail {

inline std::string snakeCase(std::string_view name) {
    std::string out;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        const bool upper = c >= 'A' && c <= 'Z';
        const bool begins = i > 0 && !(name[i - 1] >= 'A' && name[i - 1] <= 'Z');
        if (upper && begins && out.back() != '_') {
            out += '_';
        }
        out += upper ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return out;
}

template <class E>
using EnumeratorsOf = boost::describe::describe_enumerators<E>;

template <class T>
using MembersOf =
    boost::describe::describe_members<T,
                                      boost::describe::mod_public | boost::describe::mod_inherited>;

template <class T>
concept DescribedEnum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;

template <class T>
concept DescribedStruct = boost::describe::has_describe_members<T>::value;

// "OrderStatus" of "... [with E = shop::OrderStatus]".
template <class E>
constexpr std::string_view ownNameOf() {
    const std::string_view all = __PRETTY_FUNCTION__;
    const std::size_t begin = all.find("E = ") + 4;
    std::string_view name = all.substr(begin, all.find_first_of(";]", begin) - begin);
    name.remove_prefix(name.rfind(':') == std::string_view::npos ? 0 : name.rfind(':') + 1);
    return name;
}

template <DescribedEnum E>
ColumnSpec listed(ColumnType::Kind kind) {
    Column column;
    column.type.kind = kind;
    column.type.enumName =
        kTypeNameOf<E>.empty() ? snakeCase(ownNameOf<E>()) : std::string{kTypeNameOf<E>};
    boost::mp11::mp_for_each<EnumeratorsOf<E>>(
        [&column](auto enumerator) { column.type.values.emplace_back(enumerator.name); });
    return ColumnSpec{column};
}

template <DescribedEnum E>
constexpr std::uint64_t shapeOfEnum() {
    Shape shape;
    shape << (kTypeNameOf<E>.empty() ? ownNameOf<E>() : kTypeNameOf<E>);
    boost::mp11::mp_for_each<EnumeratorsOf<E>>(
        [&shape](auto enumerator) { shape << std::string_view{enumerator.name}; });
    return shape.value();
}

template <class Member>
struct MemberParts;
template <class T, class Value>
struct MemberParts<Value T::*> {
    using Struct = T;
    using Type = Value;
};

template <auto Member>
using TypeOfMember = typename MemberParts<decltype(Member)>::Type;

template <class T>
std::string columnNameOf(std::string_view member) {
    return kNamingOf<T> == Naming::SnakeCase ? snakeCase(member) : std::string{member};
}

/// The described member's name; the pointer's own type tells members of one type apart.
template <class T, auto Member>
constexpr std::string_view memberName() {
    std::string_view name;
    boost::mp11::mp_for_each<MembersOf<T>>([&name](auto described) {
        if constexpr (std::is_same_v<std::remove_cv_t<decltype(described.pointer)>,
                                     decltype(Member)>) {
            if (described.pointer == Member) {
                name = described.name;
            }
        }
    });
    return name;
}

template <class T, auto Member>
Name nameOfColumn(std::uint32_t line, const char* file) {
    constexpr std::string_view kMember = memberName<T, Member>();
    static_assert(!kMember.empty(),
                  "godwit: this member is not among those that BOOST_DESCRIBE_STRUCT names");
    return name(columnNameOf<T>(kMember), line, file);
}

template <class T>
constexpr std::uint64_t shapeOfStruct() {
    Shape shape;
    shape << (kNamingOf<T> == Naming::SnakeCase ? std::string_view{"snake case"}
                                                : std::string_view{"verbatim"});
    boost::mp11::mp_for_each<MembersOf<T>>([&shape](auto described) {
        using Type = typename MemberParts<std::remove_cv_t<decltype(described.pointer)>>::Type;
        shape << std::string_view{described.name} << shapeOfType<Type>();
    });
    return shape.value();
}

template <class T, std::uint64_t NewShape, std::uint64_t FrozenShape>
struct FrozenStruct {
    static_assert(NewShape == FrozenShape,
                  "godwit: the frozen struct of this migration has another shape now. A migration "
                  "that is applied must not change: put the struct back and write a new migration "
                  "with a struct of its own. When it is new, freeze NewShape of this message.");
    static constexpr bool kSame = true;
};

}  // namespace detail

template <detail::DescribedEnum E>
struct ColumnTypeOf<E> {
    static ColumnSpec spec() { return detail::listed<E>(ColumnType::Kind::Enumeration); }
    static constexpr std::uint64_t shape() {
        return detail::shapeOf("enumeration", detail::shapeOfEnum<E>());
    }
};

template <detail::DescribedEnum E>
struct ColumnTypeOf<Set<E>> {
    static ColumnSpec spec() { return detail::listed<E>(ColumnType::Kind::Set); }
    static constexpr std::uint64_t shape() {
        return detail::shapeOf("set", detail::shapeOfEnum<E>());
    }
};

/// A column that a described member has become.
template <Within W>
class TypedColumnRef : public ColumnRef<W> {
public:
    explicit TypedColumnRef(detail::Handle handle) : ColumnRef<W>(handle) {}

    /// A text takes at most so many characters (1 to 16383).
    TypedColumnRef length(std::uint32_t characters) const {
        detail::setType(this->handle_, string(characters));
        return *this;
    }
    /// Another type than that of the member.
    TypedColumnRef as(const ColumnSpec& type) const {
        detail::setType(this->handle_, type);
        return *this;
    }
};

/// A new table whose columns are the public members of a described struct, in their order. What is
/// not said of a column follows from its member: its name, its type, and NULL for std::optional.
template <class T>
class TypedTable final : public TableBuilder {
public:
    explicit TypedTable(detail::Block block, SourceLine line) : TableBuilder(block) {
        static_assert(detail::DescribedStruct<T>,
                      "godwit: the struct is not described; write BOOST_DESCRIBE_STRUCT for it");
        boost::mp11::mp_for_each<detail::MembersOf<T>>([&](auto described) {
            using Pointer = std::remove_cv_t<decltype(described.pointer)>;
            using Type = typename detail::MemberParts<Pointer>::Type;
            const std::string column = detail::columnNameOf<T>(described.name);
            columns_.push_back(detail::addColumn(this->block_,
                                                 name(column, line.line, line.file),
                                                 detail::specOf<Type>()));
            names_.push_back(column);
        });
    }

    using TableBuilder::column;
    using TableBuilder::index;
    using TableBuilder::primaryKey;
    using TableBuilder::unique;

    /// The column of a member: `t.column<&Article::title>().length(200).unique()`.
    template <auto Member>
    TypedColumnRef<Within::Create> column(std::uint32_t line = __builtin_LINE(),
                                          const char* file = __builtin_FILE()) const {
        const Name wanted = detail::nameOfColumn<T, Member>(line, file);
        std::size_t at = 0;
        while (names_[at] != wanted.text()) {
            ++at;
        }
        return TypedColumnRef<Within::Create>{columns_[at]};
    }

    /// An index over the columns of members: `t.index<&Article::author, &Article::created_at>()`.
    template <auto... Members>
    requires(sizeof...(Members) >
             0) IndexRef<Within::Create> index(std::uint32_t line = __builtin_LINE(),
                                               const char* file = __builtin_FILE())
    const { return index({IndexWord{detail::nameOfColumn<T, Members>(line, file)}...}); }
    template <auto... Members>
    requires(sizeof...(Members) >
             0) KeyRef<Within::Create> unique(std::uint32_t line = __builtin_LINE(),
                                              const char* file = __builtin_FILE())
    const { return unique({detail::nameOfColumn<T, Members>(line, file)...}); }
    template <auto... Members>
    requires(sizeof...(Members) >
             0) KeyRef<Within::Create> primaryKey(std::uint32_t line = __builtin_LINE(),
                                                  const char* file = __builtin_FILE())
    const { return primaryKey({detail::nameOfColumn<T, Members>(line, file)...}); }

private:
    std::vector<detail::Handle> columns_;
    std::vector<std::string> names_;
};

/// Changes of a table by the members of a described struct: `t.add<&Article::subtitle>()`. `Alter`
/// is AlterBuilder, or ReversibleAlterBuilder in `change()`.
template <class T, class Alter, Within W>
class TypedChanges {
public:
    explicit TypedChanges(Alter& table) : table_(table) {}

    /// A new column that is what the member says.
    template <auto Member>
    TypedColumnRef<W> add(std::uint32_t line = __builtin_LINE(),
                          const char* file = __builtin_FILE()) const {
        return TypedColumnRef<W>{detail::addColumn(table_.block(),
                                                   detail::nameOfColumn<T, Member>(line, file),
                                                   detail::specOf<detail::TypeOfMember<Member>>())};
    }

    /// The column goes; it was what the member says.
    template <auto Member>
    auto drop(std::uint32_t line = __builtin_LINE(), const char* file = __builtin_FILE()) const {
        return table_.dropColumn(detail::nameOfColumn<T, Member>(line, file),
                                 detail::specOf<detail::TypeOfMember<Member>>());
    }

    template <auto... Members>
    requires(sizeof...(Members) > 0) IndexRef<W> index(std::uint32_t line = __builtin_LINE(),
                                                       const char* file = __builtin_FILE())
    const { return table_.index({IndexWord{detail::nameOfColumn<T, Members>(line, file)}...}); }

    /// All the other calls.
    Alter* operator->() const { return &table_; }

private:
    Alter& table_;
};

template <class T>
using TypedAlter = TypedChanges<T, AlterBuilder, Within::Alter>;
template <class T>
using ReversibleTypedAlter = TypedChanges<T, ReversibleAlterBuilder, Within::Change>;

/// The number to give to GODWIT_FREEZE: of the names and column types of the struct's members.
template <class T>
constexpr std::uint64_t shapeOf() {
    return detail::shapeOfStruct<T>();
}

}  // namespace godwit

/// Holds a described struct to its shape: the build breaks when a member's name, type or place
/// changes, and the message shows the new shape. Stands behind BOOST_DESCRIBE_STRUCT.
#define GODWIT_FREEZE(Struct, shape) \
    static_assert(                   \
        ::godwit::detail::FrozenStruct<Struct, ::godwit::shapeOf<Struct>(), (shape)>::kSame);
