#pragma once

#include <string>
#include <string_view>

#include "golden/calls.hpp"

// How the pages of all calls show a call and what becomes of it.

namespace godwit::test {

/// The code as a person would write it: a macro knows it as one line alone.
std::string laidOut(std::string_view code);

/// The section of a call: its code, its SQL on each database, and who refuses it.
std::string sectionOf(const ReferenceTheme& theme, const ReferenceCall& call);

}  // namespace godwit::test
