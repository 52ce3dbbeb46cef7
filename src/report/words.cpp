#include <fmt/format.h>

#include "report/words.hpp"

namespace godwit::detail::report {

namespace {

bool isControl(unsigned char byte) { return byte < 0x20 || byte == 0x7F; }

// U+0080 to U+009F: terminals take some of them for the start of a command.
bool isControlPair(unsigned char first, unsigned char second) {
    return first == 0xC2 && second >= 0x80 && second <= 0x9F;
}

std::string spelledOut(std::string_view text, std::string_view allowed) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const auto next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : '\0');
        if (isControlPair(byte, next)) {
            out += fmt::format("\\x{:02x}", next);
            ++i;
        } else if (text[i] == '\n' && allowed.empty()) {
            out += "\\n";
        } else if (isControl(byte) && allowed.find(text[i]) == std::string_view::npos) {
            out += fmt::format("\\x{:02x}", byte);
        } else {
            out += text[i];
        }
    }
    return out;
}

}  // namespace

std::string versionOf(const Server& server) {
    const Version& version = server.version;
    if (server.kind == DatabaseKind::PostgreSQL) {
        return fmt::format("{}.{}", version.major, version.minor);
    }
    return fmt::format("{}.{}.{}", version.major, version.minor, version.patch);
}

std::string titleOf(const Server& server) {
    return fmt::format("{} {}", godwit::titleOf(server.kind), versionOf(server));
}

std::string_view nameOf(Direction direction) { return direction == Direction::Up ? "up" : "down"; }

std::string_view nameOf(MigrationStatus::State state) {
    switch (state) {
    case MigrationStatus::State::Pending:
        return "pending";
    case MigrationStatus::State::Applied:
        return "applied";
    case MigrationStatus::State::Modified:
        return "modified";
    case MigrationStatus::State::Unknown:
        return "unknown";
    }
    return {};
}

std::string counted(std::size_t count, std::string_view noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string briefly(std::chrono::microseconds duration) {
    const auto us = duration.count();
    if (us < 1'000) {
        return "<1 ms";
    }
    if (us < 1'000'000) {
        return fmt::format("{} ms", us / 1'000);
    }
    if (us < 60'000'000) {
        return fmt::format("{}.{} s", us / 1'000'000, us / 100'000 % 10);
    }
    return fmt::format("{} min {} s", us / 60'000'000, us / 1'000'000 % 60);
}

std::string placeOf(const SourceLine& line) {
    return line.line == 0 ? std::string{} : fmt::format("{}:{}", line.file, line.line);
}

std::string printable(std::string_view text) { return spelledOut(text, "\n\t"); }

std::string printableLine(std::string_view text) { return spelledOut(text, ""); }

}  // namespace godwit::detail::report
