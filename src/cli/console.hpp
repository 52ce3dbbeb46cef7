#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace godwit::detail::cli {

/// Standard output and standard error of the program, written without a buffer. A reader that
/// went away (`| head`) neither kills the process nor stops a run: SIGPIPE is ignored while this
/// object lives. Never throws.
class Console {
public:
    Console();
    ~Console();
    Console(const Console&) = delete;
    Console& operator=(const Console&) = delete;

    /// Writes to standard output.
    void out(std::string_view text) noexcept;

    /// Writes to standard error.
    void err(std::string_view text) noexcept;

    /// On a terminal: shows one line that the next text or line replaces. Else nothing.
    void progress(std::string_view line) noexcept;

    /// Whether `progress` shows anything.
    bool showsProgress() const { return columns_ > 0; }

    /// Why standard output could not be written, as errno; 0 when all went well.
    int outFailure() const { return outFailure_; }

private:
    void clearProgress() noexcept;

    std::size_t columns_ = 0;  // of the terminal at standard error; 0: there is none
    bool progressShown_ = false;
    int outFailure_ = 0;
    bool ignoresPipe_ = false;
};

}  // namespace godwit::detail::cli
