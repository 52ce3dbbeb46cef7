#pragma once

#include <string>

#include <godwit/migrator.hpp>

namespace godwit::detail::report {

/// "applied 20250217143000_create_orders_table (3 statements, 12 ms)", without a newline.
std::string lineOf(const StepReport& step);

/// "2 migrations applied in 15 ms.", without a newline.
std::string summaryOf(const Report& report);

}  // namespace godwit::detail::report
