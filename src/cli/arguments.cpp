#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <godwit/error.hpp>
#include <godwit/version.hpp>

#include "cli/arguments.hpp"

namespace godwit::detail::cli {

namespace {

// How a command says where the run shall end.
enum class End : std::uint8_t { Fixed, UpTo, Back };

// The commands that run migrations; `plan` takes the same.
struct RunCommand {
    const char* name;
    const char* help;
    End end;
    Target (*target)();
};

constexpr std::array<RunCommand, 4> kRunCommands = {{
    {"up", "Apply what is pending", End::UpTo, [] { return Target::up(); }},
    {"rollback",
     "Take back the latest migrations, 1 unless said otherwise",
     End::Back,
     [] { return Target::rollback(1); }},
    {"down", "The same as `rollback 1`", End::Fixed, [] { return Target::rollback(1); }},
    {"redo",
     "Take back the latest migration and apply it again",
     End::Fixed,
     [] { return Target::redo(); }},
}};

constexpr const char* kPlanExitCode = "Exit with 2 when there is something to do";

[[noreturn]] void refuse(std::string message, const std::string& hint) {
    throw UsageError(ErrorCode::BadArgument,
                     {std::move(message), "The database is untouched.", hint});
}

// "shop plan rollback": what the user typed up to the last command.
std::string commandLineOf(const CLI::App& app) {
    const CLI::App* parent = app.get_parent();
    return parent == nullptr ? app.get_name() : commandLineOf(*parent) + ' ' + app.get_name();
}

const CLI::App& lastCommand(const CLI::App& app) {
    const std::vector<CLI::App*> chosen = app.get_subcommands();
    return chosen.empty() ? app : lastCommand(*chosen.back());
}

class CommandLine {
public:
    explicit CommandLine(const std::string& program) {
        app_.name(program);
        app_.description("Migrates the database of this program.");
        app_.footer(fmt::format("`{} COMMAND --help` tells more about a command.", program));
        app_.set_version_flag("--version",
                              fmt::format("godwit {}", kVersion),
                              "Print the version of godwit");
        app_.require_subcommand(1);
        dress(app_);
        addRunCommands(app_);
        addExitCode(*addCommand(app_, "status", "Show how every migration stands"),
                    "Exit with 2 for pending, 21 for unknown, 22 for modified");
        plan_ = addCommand(app_, "plan", "Show the statements that a run would execute");
        addTarget(*plan_, End::UpTo);
        addRunCommands(*plan_);
        addExitCode(*plan_, kPlanExitCode);
        plan_->require_subcommand(0, 1);
        plan_->footer("Without a command: the plan of `up`.");
    }

    Parsed parse(std::vector<std::string> words) {
        std::reverse(words.begin(), words.end());  // as CLI11 wants them
        try {
            app_.parse(words);
        } catch (const CLI::CallForHelp&) {
            const CLI::App& command = lastCommand(app_);
            const CLI::App* parent = command.get_parent();
            return {{}, command.help(parent == nullptr ? "" : commandLineOf(*parent))};
        } catch (const CLI::CallForVersion& version) {
            return {{}, std::string{version.what()} + '\n'};
        } catch (const CLI::ParseError& error) {
            explain(error);
        }
        const CLI::App& command = lastCommand(app_);
        refuseTargetBeforeCommand(command);
        arguments_.command = commandKind(command);
        if (arguments_.command != Arguments::Command::Status) {
            arguments_.target = target(command);
        }
        return {arguments_, std::nullopt};
    }

private:
    // The flags that stand everywhere, so that they may come before or after a command's name.
    void dress(CLI::App& app) {
        app.set_help_flag("--help,-h", "Print this help");
        addFlag(app, "--json", arguments_.json, "Answer with one JSON document");
        addFlag(app, "--yes", arguments_.yes, "Mean it: `rollback --all` asks for this");
        app.get_formatter()->label("SUBCOMMAND", "COMMAND");
        app.get_formatter()->column_width(24);
    }

    static void addFlag(CLI::App& app, const char* name, bool& value, const char* help) {
        app.add_flag(name, value, help)->disable_flag_override();
    }

    CLI::App* addCommand(CLI::App& parent, const char* name, const char* help) {
        CLI::App* command = parent.add_subcommand(name, help);
        command->group("Commands");
        command->footer("");
        dress(*command);
        return command;
    }

    void addRunCommands(CLI::App& parent) {
        for (const RunCommand& row : kRunCommands) {
            CLI::App* command = addCommand(parent, row.name, row.help);
            addTarget(*command, row.end);
            if (&parent == plan_) {
                addExitCode(*command, kPlanExitCode);
            }
        }
    }

    void addTarget(CLI::App& command, End end) {
        if (end == End::UpTo) {
            command.add_option("--to", to_, "The last migration to apply")->type_name("ID");
        } else if (end == End::Back) {
            command.add_option("N", count_, "How many migrations, 1 or more")->type_name("");
            command.add_option("--to", to_, "The last migration to stay applied")->type_name("ID");
            addFlag(command, "--all", all_, "Take back everything; needs --yes");
        }
    }

    void addExitCode(CLI::App& command, const char* help) {
        addFlag(command, "--exit-code", arguments_.stateInExit, help);
    }

    [[noreturn]] void explain(const CLI::ParseError& error) const {
        const CLI::App& command = lastCommand(app_);
        const std::string line = commandLineOf(command);
        const std::string hint = fmt::format("`{} --help` lists what there is", line);
        const std::vector<std::string> unknown = app_.remaining(true);
        if (!unknown.empty()) {
            refuse(fmt::format("`{}` takes no `{}`", line, unknown.front()), hint);
        }
        if (error.get_name() == "RequiredError") {
            refuse("there is no command", hint);
        }
        const std::string words = error.what();
        if (error.get_name() == "ArgumentMismatch") {
            refuse(words.starts_with("--to") ? "`--to` takes one ID" : "a flag takes no value",
                   hint);
        }
        refuse(words, hint);
    }

    // `plan --to ID rollback` would silently forget the id.
    void refuseTargetBeforeCommand(const CLI::App& command) const {
        if (command.get_parent() == plan_ && plan_->count("--to") > 0) {
            refuse("`--to` stands before the command that it belongs to",
                   fmt::format("write it behind: {} --to ID", commandLineOf(command)));
        }
    }

    Arguments::Command commandKind(const CLI::App& command) const {
        if (&command == plan_ || command.get_parent() == plan_) {
            return Arguments::Command::Plan;
        }
        return command.get_name() == "status" ? Arguments::Command::Status
                                              : Arguments::Command::Run;
    }

    Target target(const CLI::App& command) const {
        const auto* row = std::find_if(kRunCommands.begin(),
                                       kRunCommands.end(),
                                       [&command](const RunCommand& candidate) {
                                           return candidate.name == command.get_name();
                                       });
        if (row == kRunCommands.end() || row->end == End::UpTo) {
            return to_ ? Target::upTo(*to_) : Target::up();
        }
        return row->end == End::Back ? targetOfRollback(commandLineOf(command)) : row->target();
    }

    Target targetOfRollback(const std::string& line) const {
        if ((to_ && count_) || (to_ && all_) || (count_ && all_)) {
            refuse("N, `--to` and `--all` exclude each other",
                   fmt::format("say one of them: `{0} 2`, `{0} --to ID` or `{0} --all`", line));
        }
        if (all_) {
            return Target::rollbackAll();
        }
        return to_ ? Target::rollbackTo(*to_) : Target::rollback(count_ ? number(*count_) : 1);
    }

    static std::size_t number(const std::string& text) {
        std::size_t value = 0;
        const char* end = text.data() + text.size();
        const auto [rest, failure] = std::from_chars(text.data(), end, value);
        if (failure != std::errc{} || rest != end || value == 0) {
            refuse(fmt::format("`{}` is no number of migrations", text),
                   "write a whole number, 1 or more");
        }
        return value;
    }

    CLI::App app_;
    CLI::App* plan_ = nullptr;
    Arguments arguments_;
    std::optional<std::string> to_;
    std::optional<std::string> count_;
    bool all_ = false;
};

}  // namespace

Parsed parseArguments(int argc, const char* const* argv) {
    CommandLine commandLine{programName(argc, argv)};
    return commandLine.parse(argc > 1 ? std::vector<std::string>{argv + 1, argv + argc}
                                      : std::vector<std::string>{});
}

bool wantsJson(int argc, const char* const* argv) {
    return argc > 1 && std::find(argv + 1, argv + argc, std::string_view{"--json"}) != argv + argc;
}

std::string programName(int argc, const char* const* argv) {
    if (argc < 1 || argv[0] == nullptr) {
        return "godwit";
    }
    const std::string_view path = argv[0];
    const std::size_t slash = path.rfind('/');
    return std::string{slash == std::string_view::npos ? path : path.substr(slash + 1)};
}

}  // namespace godwit::detail::cli
