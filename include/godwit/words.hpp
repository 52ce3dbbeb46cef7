#pragma once

#include <cstdint>
#include <string_view>

// The lower-case words that builder calls are given.

namespace godwit {

/// What happens to a row when the row that it references is deleted or its key is updated.
enum class ForeignKeyAction : std::uint8_t { NoAction, Restrict, Cascade, SetNull, SetDefault };

inline constexpr ForeignKeyAction noAction = ForeignKeyAction::NoAction;
inline constexpr ForeignKeyAction restrict = ForeignKeyAction::Restrict;
inline constexpr ForeignKeyAction cascade = ForeignKeyAction::Cascade;
inline constexpr ForeignKeyAction setNull = ForeignKeyAction::SetNull;
/// Refused on MySQL and MariaDB: InnoDB has no such action.
inline constexpr ForeignKeyAction setDefault = ForeignKeyAction::SetDefault;

/// When a constraint is looked at: after each statement, or at the end of the transaction.
enum class Deferral : std::uint8_t { NotDeferrable, InitiallyImmediate, InitiallyDeferred };

/// Looked at after each statement, unless a transaction says SET CONSTRAINTS.
inline constexpr Deferral initiallyImmediate = Deferral::InitiallyImmediate;
/// Looked at when the transaction ends.
inline constexpr Deferral initiallyDeferred = Deferral::InitiallyDeferred;

/// Which way an index is sorted by a column.
enum class SortOrder : std::uint8_t { Ascending, Descending };

/// Where NULL stands in that order; by default as the server has it.
enum class NullsOrder : std::uint8_t { ServerDefault, First, Last };

inline constexpr NullsOrder nullsFirst = NullsOrder::First;
inline constexpr NullsOrder nullsLast = NullsOrder::Last;

/// How an index is built.
enum class IndexMethod : std::uint8_t { ServerDefault, BTree, Hash, Gin, Gist, SpGist, Brin };

inline constexpr IndexMethod btree = IndexMethod::BTree;
inline constexpr IndexMethod hash = IndexMethod::Hash;
inline constexpr IndexMethod gin = IndexMethod::Gin;
inline constexpr IndexMethod gist = IndexMethod::Gist;
inline constexpr IndexMethod spgist = IndexMethod::SpGist;
inline constexpr IndexMethod brin = IndexMethod::Brin;

/// ALGORITHM of a change on MySQL and MariaDB: the statement fails when it cannot be done that way.
enum class Algorithm : std::uint8_t { ServerDefault, Instant, InPlace, Copy };

inline constexpr Algorithm instant = Algorithm::Instant;
inline constexpr Algorithm inPlace = Algorithm::InPlace;
inline constexpr Algorithm copying = Algorithm::Copy;

/// LOCK of a change on MySQL and MariaDB: what others may do while it runs.
enum class LockMode : std::uint8_t { ServerDefault, None, Shared, Exclusive };

inline constexpr LockMode lockNone = LockMode::None;
inline constexpr LockMode lockShared = LockMode::Shared;
inline constexpr LockMode lockExclusive = LockMode::Exclusive;

/// How large a text or a block of bytes may grow on MySQL and MariaDB: 255 bytes, 64 KB, 16 MB or
/// 4 GB. The other databases have one size.
enum class TextSize : std::uint8_t { Tiny, Small, Medium, Long };

inline constexpr TextSize tinySize = TextSize::Tiny;
inline constexpr TextSize smallSize = TextSize::Small;
inline constexpr TextSize mediumSize = TextSize::Medium;
inline constexpr TextSize longSize = TextSize::Long;

/// Some of the four databases: `godwit::mysql | godwit::mariadb`.
struct DatabaseSet {
    std::uint8_t bits = 0;  ///< One bit for each DatabaseKind, the first the lowest.

    friend constexpr DatabaseSet operator|(DatabaseSet a, DatabaseSet b) {
        return {static_cast<std::uint8_t>(a.bits | b.bits)};
    }
    friend constexpr DatabaseSet operator&(DatabaseSet a, DatabaseSet b) {
        return {static_cast<std::uint8_t>(a.bits & b.bits)};
    }
    friend constexpr bool operator==(DatabaseSet, DatabaseSet) = default;
};

inline constexpr DatabaseSet postgresql{1};
inline constexpr DatabaseSet mysql{2};
inline constexpr DatabaseSet mariadb{4};
inline constexpr DatabaseSet sqlite{8};
inline constexpr DatabaseSet everyDatabase{15};
inline constexpr DatabaseSet noDatabase{0};

/// SQL that stands for itself instead of a quoted value. It is given to every database as written.
struct Expression {
    std::string_view sql;
};

/// A default that the database computes: `defaultTo(godwit::expr("1 + 1"))`; part of an index:
/// `t.index(godwit::expr("lower(email)"))`.
constexpr Expression expr(std::string_view sql) { return {sql}; }

/// The moment of the insert, as a default of date and timestamp columns.
struct Now {};
inline constexpr Now now{};

}  // namespace godwit
