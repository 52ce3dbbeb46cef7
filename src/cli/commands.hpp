#pragma once

#include <string>

#include <godwit/migrator.hpp>

#include "cli/arguments.hpp"
#include "cli/console.hpp"

namespace godwit::detail::cli {

/// What every command is given.
struct Context {
    Console& console;
    Migrator& migrator;
    const Arguments& arguments;
    std::string program;  ///< As it was called, for hints.
};

// Each returns the exit code and throws what stops it.

/// `up`, `rollback`, `down`, `redo`.
int runMigrations(const Context& context);

/// `plan`.
int showPlan(const Context& context);

/// `status`.
int showStatus(const Context& context);

}  // namespace godwit::detail::cli
