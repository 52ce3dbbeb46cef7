#include "support/source_tree.hpp"

namespace godwit::test {

std::filesystem::path sourceTree() { return GODWIT_SOURCE_DIRECTORY; }

}  // namespace godwit::test
