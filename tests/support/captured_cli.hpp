#pragma once

#include <unistd.h>

#include <cstdio>
#include <initializer_list>
#include <string>
#include <vector>

#include <godwit/cli.hpp>

namespace godwit::test {

/// Puts a temporary file in the place of a standard stream.
class CapturedStream {
public:
    explicit CapturedStream(int file) : file_(file), before_(::dup(file)), to_(std::tmpfile()) {
        std::fflush(nullptr);
        ::dup2(::fileno(to_), file_);
    }

    ~CapturedStream() { end(); }
    CapturedStream(const CapturedStream&) = delete;
    CapturedStream& operator=(const CapturedStream&) = delete;

    /// Puts the stream back and returns what was written.
    std::string end() {
        if (to_ == nullptr) {
            return {};
        }
        std::fflush(nullptr);
        ::dup2(before_, file_);
        ::close(before_);
        std::rewind(to_);
        std::string text;
        for (int c = std::fgetc(to_); c != EOF; c = std::fgetc(to_)) {
            text += static_cast<char>(c);
        }
        std::fclose(to_);
        to_ = nullptr;
        return text;
    }

private:
    int file_;
    int before_;
    std::FILE* to_;
};

/// What a command line did.
struct CliResult {
    int exitCode = 0;
    std::string out;
    std::string err;
};

/// Runs `shop WORDS...`.
inline CliResult runShop(Migrator& migrator, std::initializer_list<const char*> words) {
    std::vector<const char*> argv = {"/usr/local/bin/shop"};
    argv.insert(argv.end(), words);
    CapturedStream out{STDOUT_FILENO};
    CapturedStream err{STDERR_FILENO};
    CliResult result;
    result.exitCode = runCli(static_cast<int>(argv.size()), argv.data(), migrator);
    result.err = err.end();
    result.out = out.end();
    return result;
}

}  // namespace godwit::test
