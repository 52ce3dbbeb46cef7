#pragma once

#include <string>
#include <vector>

#include <godwit/operation.hpp>

namespace godwit::detail {

/// Operations as canonical JSON: an array of objects in recorded order, keys sorted, nothing left
/// to a default, no blanks. Equal operations give equal bytes on every machine, and where a call
/// stands in a source file is no part of it.
///
///     operation  = {"op": name, ...the fields of the struct in snake_case}
///     column     = {"name", "type", "nullable", "generated", "renewed_at_update", "default",
///                   "comment"}
///     type       = {"kind", then "length" | "precision", "scale" | "enum", "values"}
///     default    = null | {"boolean"} | {"number"} | {"text"} | {"now": true} | {"expression"}
///
/// The checksum of a migration is made of these bytes: a change here is a new checksum algorithm.
std::string canonicalOperations(const std::vector<Operation>& operations);

/// Texts as a JSON array, in order.
std::string canonicalTexts(const std::vector<std::string>& texts);

}  // namespace godwit::detail
