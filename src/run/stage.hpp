#pragma once

#include <cstddef>

#include <godwit/dialect.hpp>
#include <godwit/error.hpp>
#include <godwit/plan.hpp>

namespace godwit::detail {

/// The part of a step that runs: a segment, or what is left of one.
struct Stage {
    const Step& step;
    Segment segment{};
    bool only = true;        ///< The step has no other segment.
    bool last = true;        ///< The history row comes with it.
    bool resumable = false;  ///< A later run goes on behind what stands.
    bool retries = false;    ///< The run before this one may have begun the first statement.

    std::size_t end() const { return segment.first + segment.count; }
};

/// For a failure that is not about one of the step's own statements.
constexpr std::size_t kNoStatement = static_cast<std::size_t>(-1);

// What a failure left behind, in exact sentences. `index` is the statement that failed, counted in
// the step, or kNoStatement. All throw MigrationFailed.

/// Nothing of the stage stands, because its transaction was rolled back.
[[noreturn]] void failTogether(const Stage& stage,
                               const Dialect& dialect,
                               const DatabaseError& error,
                               std::size_t index);

/// The statements before `done` stand, each committed by itself. When it is the stage's end, what
/// failed came after them: the note of how far the step has come, or the history row.
[[noreturn]] void failAlone(const Stage& stage,
                            const Dialect& dialect,
                            const DatabaseError& error,
                            std::size_t done);

/// The connection was lost during COMMIT.
[[noreturn]] void failInDoubt(const Stage& stage, const DatabaseError& error);

/// Raw SQL ended the transaction.
[[noreturn]] void failUnfenced(const Stage& stage);

/// What an error comes to as the failure of a migration: causes that starting again may cure, or
/// that are not the migration's fault, keep their code.
ErrorCode failureCode(const DatabaseError& error);

}  // namespace godwit::detail
