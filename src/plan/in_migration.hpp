#pragma once

#include <exception>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include <godwit/error.hpp>
#include <godwit/plan.hpp>

namespace godwit::detail {

/// "20250217143000_create_orders", or the same and " down()".
inline std::string placeOf(std::string_view id, Direction direction) {
    return std::string{id} + (direction == Direction::Up ? "" : " down()");
}

/// Errors of recording and compiling do not know whose they are.
template <class E>
[[noreturn]] void rethrowFor(const std::string& migration, const E& error) {
    ErrorWhere where = error.where();
    if (where.migration.empty()) {
        where.migration = migration;
    }
    throw E(error.code(), {error.message(), error.state(), error.hint()}, std::move(where));
}

/// Does work on behalf of a migration: errors get its id, foreign exceptions become errors.
template <class Work>
auto inMigration(const std::string& migration, Work work) {
    try {
        return work();
    } catch (const UsageError& error) {
        rethrowFor(migration, error);
    } catch (const UnsupportedError& error) {
        rethrowFor(migration, error);
    } catch (const Error&) {
        throw;
    } catch (const std::exception& error) {
        throw UsageError(
            ErrorCode::MigrationThrew,
            {fmt::format("migration {} threw an exception: {}", migration, error.what()),
             "Nothing has run.",
             "let up(), down() and change() only record; mend what they do besides"},
            {.migration = migration, .operation = {}, .sql = {}, .line = {}});
    }
}

}  // namespace godwit::detail
