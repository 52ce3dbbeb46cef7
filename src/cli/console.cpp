#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>

#include "cli/console.hpp"

namespace godwit::detail::cli {

namespace {

constexpr int kOut = 1;
constexpr int kErr = 2;
constexpr std::string_view kClearLine = "\r\x1b[K";

// Returns 0 or an errno.
int writeAll(int file, std::string_view text) noexcept {
    while (!text.empty()) {
        const auto written = ::write(file, text.data(), text.size());
        if (written > 0) {
            text.remove_prefix(static_cast<std::size_t>(written));
        } else if (written < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
            pollfd ready{file, POLLOUT, 0};
            ::poll(&ready, 1, -1);
        } else if (written == 0 || errno != EINTR) {
            return errno == 0 ? EIO : errno;
        }
    }
    return 0;
}

std::size_t terminalColumns() {
    const char* kind = std::getenv("TERM");
    if (::isatty(kErr) == 0 || kind == nullptr || std::string_view{kind} == "dumb") {
        return 0;
    }
    winsize size{};
    const bool known = ::ioctl(kErr, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? size.ws_col : 80;
}

// A connection must never get the number of a standard stream that was closed: what is meant for
// people would go to the server. Reading where one should write keeps the stream unusable.
void occupyClosedStreams() {
    for (const int file : {0, kOut, kErr}) {
        if (::fcntl(file, F_GETFD) == -1) {
            static_cast<void>(::open("/dev/null", file == 0 ? O_WRONLY : O_RDONLY));
        }
    }
}

}  // namespace

Console::Console() : columns_(terminalColumns()) {
    occupyClosedStreams();
    // What the application has written comes first.
    std::cout.flush();
    std::fflush(stdout);

    struct sigaction now {};
    if (::sigaction(SIGPIPE, nullptr, &now) == 0 && now.sa_handler == SIG_DFL) {
        std::signal(SIGPIPE, SIG_IGN);
        ignoresPipe_ = true;
    }
}

Console::~Console() {
    clearProgress();
    if (ignoresPipe_) {
        std::signal(SIGPIPE, SIG_DFL);
    }
}

void Console::out(std::string_view text) noexcept {
    clearProgress();
    if (outFailure_ == 0) {
        outFailure_ = writeAll(kOut, text);
    }
}

void Console::err(std::string_view text) noexcept {
    clearProgress();
    writeAll(kErr, text);
}

void Console::progress(std::string_view line) noexcept {
    if (columns_ == 0) {
        return;
    }
    clearProgress();
    writeAll(kErr, line.substr(0, columns_ - 1));  // a line that wraps could not be taken back
    progressShown_ = true;
}

void Console::clearProgress() noexcept {
    if (progressShown_) {
        writeAll(kErr, kClearLine);
        progressShown_ = false;
    }
}

}  // namespace godwit::detail::cli
