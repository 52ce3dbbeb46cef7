#pragma once

#include <string>

namespace godwit::detail {

/// The operating system's user and host, as in "deploy@web-3".
std::string currentActor();

}  // namespace godwit::detail
