#pragma once

#include <chrono>
#include <cstddef>

#include <godwit/migrator.hpp>

#include "cli/console.hpp"

namespace godwit::detail::cli {

/// Shows a run as it goes: a line on standard output for each finished migration (unless JSON is
/// wanted), on a terminal also where the run stands. While it lives it receives the migrator's
/// events, and passes them on to whoever received them before.
class Progress {
public:
    Progress(Console& console, Migrator& migrator, bool json);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// How many finished migrations were shown.
    std::size_t finished() const { return finished_; }

private:
    void show(const Event& event);
    void showWaiting(const Event& event);

    Console& console_;
    Migrator& migrator_;
    bool json_;
    std::function<void(const Event&)> before_;
    std::size_t finished_ = 0;
    std::chrono::microseconds nextWaiting_{0};
};

}  // namespace godwit::detail::cli
