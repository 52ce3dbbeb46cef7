#pragma once

#include <cstdint>

// The lower-case words that calls about views, triggers, policies, grants and partitions are given.

namespace godwit {

/// What makes a trigger fire: `godwit::onInsert | godwit::onUpdate`.
struct TriggerEvents {
    std::uint8_t bits = 0;

    friend constexpr TriggerEvents operator|(TriggerEvents a, TriggerEvents b) {
        return {static_cast<std::uint8_t>(a.bits | b.bits)};
    }
    friend constexpr bool operator==(TriggerEvents, TriggerEvents) = default;
};

inline constexpr TriggerEvents onInsert{1};
inline constexpr TriggerEvents onUpdate{2};
inline constexpr TriggerEvents onDelete{4};
inline constexpr TriggerEvents onTruncate{8};  ///< PostgreSQL.

/// What a role may do: `godwit::select | godwit::insert`. Some of the words say as well what a
/// policy is for.
struct Privileges {
    std::uint16_t bits = 0;

    friend constexpr Privileges operator|(Privileges a, Privileges b) {
        return {static_cast<std::uint16_t>(a.bits | b.bits)};
    }
    friend constexpr bool operator==(Privileges, Privileges) = default;
};

inline constexpr Privileges select{1};
inline constexpr Privileges insert{2};
inline constexpr Privileges update{4};
inline constexpr Privileges erase{8};            ///< DELETE.
inline constexpr Privileges truncating{16};      ///< TRUNCATE: PostgreSQL.
inline constexpr Privileges referencing{32};     ///< REFERENCES: foreign keys to it.
inline constexpr Privileges makingTriggers{64};  ///< TRIGGER.
inline constexpr Privileges usage{128};          ///< USAGE of a sequence or schema: PostgreSQL.
inline constexpr Privileges executing{256};      ///< EXECUTE of a function or procedure.
inline constexpr Privileges creating{512};       ///< CREATE in a schema.
inline constexpr Privileges allPrivileges{
    1024};  ///< Everything that there is for the kind of object.

/// What rows that are written through a view must satisfy: its own condition, or those of the views
/// below it too.
enum class CheckOption : std::uint8_t { None, Local, Cascaded };

inline constexpr CheckOption local = CheckOption::Local;
inline constexpr CheckOption cascaded = CheckOption::Cascaded;

/// The end of the values of a partition, where it has none.
struct Lowest {};
struct Highest {};
inline constexpr Lowest lowest{};
inline constexpr Highest highest{};

}  // namespace godwit
