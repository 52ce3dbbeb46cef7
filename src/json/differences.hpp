#pragma once

#include <string>

#include <godwit/schema.hpp>

namespace godwit::detail {

// How a definition that a migration tells differs from the one that is known, in words: "nullable
// is true (known: false); type.length is 80 (known: 40)". Empty when it does not. Parts that only
// say how something is to be made, like `concurrently`, are no difference.

std::string differences(const Table& told, const Table& known, DatabaseSet databases);
std::string differences(const Column& told, const Column& known, DatabaseSet databases);
std::string differences(const ColumnType& told, const ColumnType& known, DatabaseSet databases);
std::string differences(const PrimaryKey& told, const PrimaryKey& known, DatabaseSet databases);
std::string differences(const UniqueKey& told, const UniqueKey& known, DatabaseSet databases);
std::string differences(const ForeignKey& told, const ForeignKey& known, DatabaseSet databases);
std::string differences(const Check& told, const Check& known, DatabaseSet databases);
std::string differences(const Exclusion& told, const Exclusion& known, DatabaseSet databases);
std::string differences(const Index& told, const Index& known, DatabaseSet databases);
std::string differences(const Object& told, const Object& known, DatabaseSet databases);
std::string differences(const std::optional<DefaultValue>& told,
                        const std::optional<DefaultValue>& known);

}  // namespace godwit::detail
