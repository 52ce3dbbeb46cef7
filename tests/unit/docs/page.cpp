#include "unit/docs/page.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "support/source_tree.hpp"

namespace godwit::test {

void expectPage(const std::string& path, const std::string& text) {
    const std::filesystem::path file = sourceTree() / "docs/reference" / path;
    if (std::getenv("GODWIT_UPDATE_DOCS") != nullptr) {
        std::ofstream(file) << text;
    }
    std::stringstream found;
    found << std::ifstream(file).rdbuf();
    EXPECT_EQ(found.str(), text) << file
                                 << " is not what the code says; GODWIT_UPDATE_DOCS=1 writes it";
}

}  // namespace godwit::test
