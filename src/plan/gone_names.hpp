#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <godwit/database.hpp>
#include <godwit/operation.hpp>

namespace godwit::detail {

/// A name that SQL may use and that is nobody's from now on, or somebody else's.
struct GoneName {
    enum class What : std::uint8_t {
        Table,
        Column,  ///< Of the table `name`.
        View,
        Routine,
        Sequence,
        Schema,
        Enumeration,
        Value,  ///< Of an enumeration, for the column of the table.
    };

    What what = What::Table;
    std::string name{};
    std::string column{};
    std::string value{};
    std::string to{};                    ///< Its other name; empty when it is no more.
    std::vector<std::string> columns{};  ///< Table: that it had.
};

/// What an operation renames or takes away.
/// @param before the schema that it finds.
std::vector<GoneName> goneBy(const Operation& operation, const Schema& before, DatabaseKind kind);

/// True when one of the operations may rename or take away something.
bool takesNames(const std::vector<Operation>& operations);

/// True when something has the name in the end: what was meant, or what has taken its place.
bool isThere(const GoneName& gone, const Schema& after);

/// The columns that a table had, and that the one in its place has not; none when there is none.
std::vector<std::string> columnsLost(const GoneName& gone, const Schema& after);

/// "orders.total", "'lost' of orders.state".
std::string spelled(const GoneName& gone);

}  // namespace godwit::detail
