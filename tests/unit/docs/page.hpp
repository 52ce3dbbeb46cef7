#pragma once

#include <string>

namespace godwit::test {

/// The page below docs/reference/ must be this text; GODWIT_UPDATE_DOCS=1 writes it.
void expectPage(const std::string& path, const std::string& text);

}  // namespace godwit::test
