#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <godwit/operation.hpp>

namespace godwit::detail {

/// True for a column whose values the operation changes.
bool concerns(const op::ChangeEnum& o, const Column& column);

/// The enumeration that the operation is about; empty for one that is about none.
std::string_view enumIn(const Operation& operation);

/// True when a column of the table is of that type.
bool usesEnum(const Table& table, std::string_view type);

/// The values of the enumeration of that type name; none when it is not known.
std::vector<std::string> enumValues(const Schema& schema, const std::string& type);

/// The values as they are after the change.
std::vector<std::string> changedBy(const op::ChangeEnum& o, std::vector<std::string> values);

/// The column as it is after the change; it is one of those that are concerned.
Column changedBy(const op::ChangeEnum& o, Column column);

/// What takes the change back. A value that went comes back to where it stood, and is the default
/// again where it was; the rows that have become another one stay that.
std::vector<Operation> inverseOf(const op::ChangeEnum& o, const Schema& before);

}  // namespace godwit::detail
