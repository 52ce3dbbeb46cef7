#include "plan/comments.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "build/recorder.hpp"

namespace godwit::detail {

namespace {

std::string reasonOf(const Migration& migration) {
    return plainText(migration.reason(), "the migration's reason", {});
}

}  // namespace

void describe(const Migration& migration, std::vector<Statement>& statements) {
    const std::string description =
        plainText(migration.description(), "the migration's description", {});
    const std::string reason = reasonOf(migration);
    std::string words;
    for (const auto& [what, text] :
         {std::pair{"description", &description}, std::pair{"reason", &reason}}) {
        if (!text->empty()) {
            words += fmt::format("{}{}: {}", words.empty() ? "" : "; ", what, *text);
        }
    }
    if (statements.empty() || words.empty()) {
        return;
    }
    std::string& comment = statements.front().comment;
    comment = comment.empty() ? words : words + "; " + comment;
}

std::string reasonsOf(const Migration& migration, const std::vector<Operation>& operations) {
    std::string reasons = reasonOf(migration);
    for (const Operation& operation : operations) {
        if (!operation.because.empty()) {
            reasons += fmt::format("{}{}: {}",
                                   reasons.empty() ? "" : "\n",
                                   oneLine(operation),
                                   operation.because);
        }
    }
    return reasons;
}

}  // namespace godwit::detail
