#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <godwit/plan.hpp>

namespace godwit::detail::cli {

/// What the command line asks for.
struct Arguments {
    enum class Command : std::uint8_t { Run, Plan, Status };

    Command command = Command::Run;
    Target target{};           ///< Run, Plan.
    bool json = false;         ///< Standard output gets one JSON document and nothing else.
    bool yes = false;          ///< The destruction is meant.
    bool stateInExit = false;  ///< Plan, Status: the exit code tells how the database stands.
};

/// A command line that was understood.
struct Parsed {
    Arguments arguments;
    std::optional<std::string> answer;  ///< `--help` and `--version`: print this, do nothing.
};

/// Talks to nobody.
/// @throws UsageError (GW109) for what is not understood.
Parsed parseArguments(int argc, const char* const* argv);

/// Whether `--json` is among the arguments, be they understood or not.
bool wantsJson(int argc, const char* const* argv);

/// The program as it was called, without its folder.
std::string programName(int argc, const char* const* argv);

}  // namespace godwit::detail::cli
