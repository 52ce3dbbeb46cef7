#pragma once

#include <string>
#include <string_view>

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

/// Refuses what is said of a column where its type alone is wanted; `what` wants it.
/// @throws UsageError (GW109)
void wantTypeAlone(const Column& column, std::string_view what, SourceLine line);

}  // namespace godwit::detail
