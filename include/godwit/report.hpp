#pragma once

#include <string>

#include <godwit/export.hpp>
#include <godwit/migrator.hpp>
#include <godwit/plan.hpp>

namespace godwit {

/// The plan as SQL with comments: what a person reads before saying yes, and what a DBA may run.
GODWIT_API std::string toText(const Plan& plan);

/// The plan as JSON, one object; its format is described in `docs/reference/json.md`.
GODWIT_API std::string toJson(const Plan& plan);

GODWIT_API std::string toText(const Status& status);
GODWIT_API std::string toJson(const Status& status);

GODWIT_API std::string toText(const Report& report);
GODWIT_API std::string toJson(const Report& report);

/// An error as JSON: code, message, state, hint, where, exit code.
GODWIT_API std::string toJson(const Error& error);

}  // namespace godwit
