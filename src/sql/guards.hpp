#pragma once

#include <string_view>

namespace godwit::detail {

/// A beginning of a statement, or of a clause of ALTER TABLE, and the same with the server's own
/// guard in it.
struct GuardedForm {
    std::string_view plain;
    std::string_view guarded;
};

/// What for something is sought in a database: PostgreSQL looks in other places.
enum class Wanted { ToMake, ToUse };

}  // namespace godwit::detail
