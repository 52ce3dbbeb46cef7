#pragma once

#include <string>

#include <godwit/plan.hpp>

namespace godwit::test {

/// All statements of a plan both ways, for the message of a test that fails.
std::string shown(const Plan& plan);

}  // namespace godwit::test
