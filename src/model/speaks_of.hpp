#pragma once

#include <string>

#include <godwit/schema.hpp>

namespace godwit::detail {

// What of a table concerns a column. SQL is not understood: in doubt it speaks of the column.

bool speaksOf(const SqlByDatabase& sql, const std::string& column);
bool speaksOf(const Check& check, const std::string& column);
bool speaksOf(const ComputedValue& value, const std::string& column);
bool speaksOf(const Exclusion& exclusion, const std::string& column);

/// The index is over the column, or keeps it, or its SQL speaks of it.
bool speaksOf(const Index& index, const std::string& column);

/// Its SQL speaks of the column; what the index names otherwise follows a rename.
bool sqlSpeaksOf(const Index& index, const std::string& column);

}  // namespace godwit::detail
