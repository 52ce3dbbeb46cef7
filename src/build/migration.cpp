#include <godwit/migration.hpp>

namespace godwit {

Migration::~Migration() = default;

std::string_view Migration::description() const { return {}; }

}  // namespace godwit
