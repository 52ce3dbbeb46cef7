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

/// SQL that stands for itself instead of a quoted value. It is given to every database as written.
struct Expression {
    std::string_view sql;
};

/// A default that the database computes: `defaultTo(godwit::expr("1 + 1"))`.
constexpr Expression expr(std::string_view sql) { return {sql}; }

/// The moment of the insert, as a default of date and timestamp columns.
struct Now {};
inline constexpr Now now{};

}  // namespace godwit
