#pragma once

#include <filesystem>

namespace godwit::test {

/// The folder that README.md is in: tests read pages and golden files there.
std::filesystem::path sourceTree();

}  // namespace godwit::test
