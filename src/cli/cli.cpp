#include <cerrno>
#include <cstring>

#include <fmt/format.h>

#include <godwit/cli.hpp>
#include <godwit/report.hpp>

#include "cli/commands.hpp"
#include "report/error_text.hpp"

namespace godwit {

namespace {

using namespace detail::cli;

// The work is done, but nobody could be told.
constexpr int kOutputLost = 1;

int runCommand(const Context& context) {
    switch (context.arguments.command) {
    case Arguments::Command::Run:
        return runMigrations(context);
    case Arguments::Command::Plan:
        return showPlan(context);
    case Arguments::Command::Status:
        return showStatus(context);
    }
    return {};
}

int tell(Console& console, const Error& error, bool json) {
    if (json) {
        console.out(toJson(error) + '\n');
    } else {
        console.err(detail::report::toText(error));
    }
    return error.exitCode();
}

Error unexpected(const char* what) {
    return {ErrorCode::Internal,
            {fmt::format("something unexpected happened: {}", what),
             "`status` tells how the database stands.",
             "report it with the whole message"}};
}

int answer(Console& console, int argc, const char* const* argv, Migrator& migrator) {
    const bool json = wantsJson(argc, argv);
    try {
        const Parsed parsed = parseArguments(argc, argv);
        if (parsed.answer) {
            console.out(*parsed.answer);
            return 0;
        }
        return runCommand({console, migrator, parsed.arguments, programName(argc, argv)});
    } catch (const Error& error) {
        return tell(console, error, json);
    } catch (const std::exception& error) {
        return tell(console, unexpected(error.what()), json);
    } catch (...) {
        return tell(console, unexpected("an exception of no known type"), json);
    }
}

}  // namespace

int runCli(int argc, const char* const* argv, Migrator& migrator) {
    Console console;
    const int exitCode = answer(console, argc, argv, migrator);
    const int failure = console.outFailure();
    if (failure == 0) {
        return exitCode;
    }
    if (failure != EPIPE) {
        console.err(
            fmt::format("standard output could not be written: {}\n", std::strerror(failure)));
    }
    return exitCode == 0 ? kOutputLost : exitCode;
}

}  // namespace godwit
