#pragma once

#include <godwit/export.hpp>
#include <godwit/migrator.hpp>

namespace godwit {

/// The whole command line over a migrator: `up`, `down`, `rollback`, `redo`, `status`, `plan`.
/// Prints results to standard output and errors to standard error, and throws nothing.
/// @return the exit code: 0, or as `docs/reference/cli.md` lists.
GODWIT_API int runCli(int argc, const char* const* argv, Migrator& migrator);

}  // namespace godwit
