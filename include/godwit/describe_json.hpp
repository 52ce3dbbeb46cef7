#pragma once

#include <cstdint>

#include <nlohmann/json_fwd.hpp>

#include <godwit/column_type_of.hpp>

namespace godwit {

/// A member of type nlohmann::json becomes a json column.
template <>
struct ColumnTypeOf<nlohmann::json> {
    static ColumnSpec spec() { return json(); }
    static constexpr std::uint64_t shape() { return detail::shapeOf("json"); }
};

}  // namespace godwit
