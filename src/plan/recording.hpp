#pragma once

#include <vector>

#include <godwit/plan.hpp>

namespace godwit::detail {

/// What a migration does one way, and the C++ that its operations name.
struct Recording {
    std::vector<Operation> operations;
    std::vector<DataCallback> callbacks;
};

/// As `record`.
/// @throws UsageError (1xx, 2xx)
Recording recordAll(const Migration& migration, Direction direction, const KnownSchema& before);

}  // namespace godwit::detail
