#pragma once

#include <string>

#include <godwit/error.hpp>
#include <godwit/schema.hpp>

namespace godwit::detail {

/// A column that is looked at, and how it is refused.
struct ColumnInHand {
    const std::string& table;
    const Column& column;

    const ColumnType& type() const { return column.type; }

    /// "orders.total " and what is wrong with it.
    /// @throws UsageError
    [[noreturn]] void refuse(ErrorCode code, const std::string& what, std::string hint) const;
};

}  // namespace godwit::detail
