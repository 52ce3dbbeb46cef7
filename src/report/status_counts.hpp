#pragma once

#include <cstddef>

#include <godwit/migrator.hpp>

namespace godwit::detail::report {

/// How many migrations are in each state.
struct StatusCounts {
    std::size_t applied = 0;
    std::size_t pending = 0;
    std::size_t modified = 0;
    std::size_t unknown = 0;
};

StatusCounts countsOf(const Status& status);

}  // namespace godwit::detail::report
