#pragma once

#include <optional>
#include <string>

#include <godwit/operation.hpp>

namespace godwit::detail {

/// Something that a database has, or has not.
struct Sought {
    enum class What : std::uint8_t {
        Table,
        Column,
        PrimaryKey,  ///< Of whatever name.
        UniqueKey,
        ForeignKey,
        Check,
        Exclusion,
        Constraint,  ///< Any of the five above.
        Index,
        Object,       ///< What is beside tables: `object`.
        Enumeration,  ///< Its type's name is in the place of the table's.
        EnumValue,
    };

    What what = What::Table;
    std::string table;
    std::string name{};  ///< Empty for a table and a primary key.
    ObjectName object{};
};

/// What a guarded operation depends on.
struct Condition {
    Sought object;
    bool whenThere = false;  ///< Else it is done only when the object is not there.
};

/// The condition under which a guarded operation is done; nothing for one that knows no guard.
/// @param before in which a drop by columns finds the name.
std::optional<Condition> conditionOf(const Operation& operation, const Schema& before);

/// What a migration took for granted: `whenThere` tells whether it was there.
Condition conditionOf(const op::Assume& assumption);

/// True when the object is known to be there. An unknown one may be there all the same.
bool isKnown(const Sought& object, const Schema& schema);

}  // namespace godwit::detail
