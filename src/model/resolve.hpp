#pragma once

#include <string>

#include <godwit/operation.hpp>

namespace godwit::detail {

// The name of what a drop means: the one given; else that of the object over these columns in
// `before`; else the one that the naming rule gives.

std::string resolvedName(const op::DropUniqueKey& drop, const Schema& before);
std::string resolvedName(const op::DropForeignKey& drop, const Schema& before);
std::string resolvedName(const op::DropIndex& drop, const Schema& before);

}  // namespace godwit::detail
