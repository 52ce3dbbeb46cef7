#include <utility>

#include <fmt/format.h>

#include <godwit/error.hpp>

namespace godwit {

namespace {

// "GW302 message [migration, operation, file:line] State. Hint: ..."
std::string joined(ErrorCode code, const Error::Text& text, const ErrorWhere& where) {
    std::string place = where.migration;
    const auto add = [&place](const std::string& part) {
        if (!part.empty()) {
            place += (place.empty() ? "" : ", ") + part;
        }
    };
    add(where.operation);
    if (where.line.line != 0) {
        add(fmt::format("{}:{}", where.line.file, where.line.line));
    }
    std::string out = fmt::format("{} {}", codeText(code), text.message);
    if (!place.empty()) {
        out += fmt::format(" [{}]", place);
    } else if (!text.state.empty() || !text.hint.empty()) {
        out += text.message.ends_with('.') ? "" : ".";
    }
    if (!text.state.empty()) {
        out += fmt::format(" {}", text.state);
    }
    if (!text.hint.empty()) {
        out += fmt::format(" Hint: {}", text.hint);
    }
    return out;
}

}  // namespace

std::string codeText(ErrorCode code) { return fmt::format("GW{}", static_cast<int>(code)); }

Error::Error(ErrorCode code, Text text, ErrorWhere where)
    : std::runtime_error(joined(code, text, where)),
      code_(code),
      text_(std::move(text)),
      where_(std::move(where)) {}

int Error::exitCode() const {
    for (const ErrorInfo& info : errorCatalog()) {
        if (info.code == code_) {
            return info.exitCode;
        }
    }
    return 70;
}

DatabaseError::DatabaseError(ErrorCode code, Text text, Native native, ErrorWhere where)
    : Error(code, std::move(text), std::move(where)), native_(std::move(native)) {}

MigrationFailed::MigrationFailed(ErrorCode code,
                                 Text text,
                                 Native native,
                                 ErrorWhere where,
                                 Progress progress)
    : DatabaseError(code, std::move(text), std::move(native), std::move(where)),
      progress_(std::move(progress)) {}

}  // namespace godwit
