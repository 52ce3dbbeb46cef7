#include "run/actor.hpp"

#include <pwd.h>
#include <unistd.h>

#include <array>
#include <vector>

namespace godwit::detail {

namespace {

std::string userName() {
    passwd entry{};
    passwd* found = nullptr;
    std::vector<char> buffer(4096);
    if (getpwuid_r(geteuid(), &entry, buffer.data(), buffer.size(), &found) == 0 &&
        found != nullptr) {
        return found->pw_name;
    }
    return "uid " + std::to_string(geteuid());
}

std::string hostName() {
    std::array<char, 256> buffer{};
    return gethostname(buffer.data(), buffer.size() - 1) == 0 ? std::string{buffer.data()}
                                                              : std::string{"unknown host"};
}

}  // namespace

std::string currentActor() { return userName() + "@" + hostName(); }

}  // namespace godwit::detail
