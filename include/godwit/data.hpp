#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <godwit/connection.hpp>
#include <godwit/export.hpp>
#include <godwit/value.hpp>

namespace godwit {

/// What the C++ of a data step talks to the database with. All it does happens inside a
/// transaction, which the step itself neither opens nor ends.
///
/// A step that works on many rows calls `checkpoint` between portions, and begins at `cursor`:
///
///     [](godwit::DataContext& db) {
///         std::string last = db.cursor();  // Empty at first.
///         for (;;) {
///             const auto rows = db.query("SELECT slug FROM posts WHERE slug > ? ORDER BY slug "
///                                        "LIMIT 1000", {last});
///             if (rows.empty()) { return; }
///             …
///             last = *rows[rows.size() - 1][0];
///             db.checkpoint(last);
///         }
///     }
///
/// Not thread-safe; not to be kept beyond the call it was given to.
class GODWIT_API DataContext {
public:
    /// Writes the cursor down, commits, and opens the next transaction.
    using Commit = std::function<void(const std::string& cursor)>;

    /// A step is given one; a test of a step makes its own over `Connection::driver()`.
    DataContext(Driver& driver, std::string cursor, Commit commit);

    DataContext(const DataContext&) = delete;
    DataContext& operator=(const DataContext&) = delete;

    /// Which database it is, for steps whose SQL differs.
    DatabaseKind kind() const { return driver_.kind(); }

    /// Runs one statement with a value for each `?` in it; see `Connection::query`.
    /// @throws UsageError (GW103, GW109), DatabaseError (7xx)
    Rows query(std::string_view sql, const std::vector<Value>& values = {});

    /// The same; returns how many rows were written; see `Connection::execute`.
    /// @throws UsageError (GW103, GW109), DatabaseError (7xx)
    std::uint64_t execute(std::string_view sql, const std::vector<Value>& values = {});

    /// How far an earlier run that was interrupted has come: what it gave to `checkpoint` last.
    /// Empty when the step begins at its beginning.
    const std::string& cursor() const { return cursor_; }

    /// Commits what was done so far together with `cursor`, a text that only the step understands:
    /// a run that is interrupted from here on hands it to the next one. What has been committed is
    /// no longer undone when the step fails.
    /// @throws UsageError (GW103) when `cursor` is not UTF-8 or holds a zero byte.
    /// @throws DatabaseError (7xx)
    void checkpoint(std::string_view cursor);

private:
    Driver& driver_;
    std::string cursor_;
    Commit commit_;
};

}  // namespace godwit
