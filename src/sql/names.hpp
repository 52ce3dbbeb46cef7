#pragma once

#include <string_view>
#include <vector>

#include <godwit/operation.hpp>

namespace godwit::detail {

/// A name that an operation gives to something.
struct GivenName {
    enum class What : std::uint8_t {
        Table,
        Column,
        Index,
        Constraint,
        View,
        Trigger,
        Routine,
        Sequence,
        Schema,
        Policy,
        Role,
        Partition
    };

    std::string_view name;
    What what = What::Table;
    SourceLine line{};
};

/// The names that an operation gives, in its own order; those it only mentions are left out.
std::vector<GivenName> namesGivenBy(const Operation& operation);

/// "table", "column", "index" and so on.
std::string_view wordOf(GivenName::What what);

}  // namespace godwit::detail
