#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include <godwit/connection.hpp>

namespace godwit::detail {

/// How an action that has transactions of its own writes down how far it has come, so that a run
/// that was killed goes on from there. Without a history, as in godwit::apply, all is empty.
struct Keeping {
    /// A query of one value: the position that was written down last. No row: somebody else has
    /// finished the action meanwhile.
    std::string position;

    /// The statement that writes a position down.
    std::function<std::string(std::string_view position)> note;

    /// Told after each portion: the rows that all of them wrote.
    std::function<void(std::uint64_t rows)> told;
};

/// The transactions of one action, one after another.
class Portions {
public:
    /// @param patience SQLite: how long the beginning and the end of a transaction may wait.
    Portions(Driver& driver, const Keeping& keeping, std::chrono::milliseconds patience)
        : driver_(driver), keeping_(keeping), patience_(patience) {}

    ~Portions() { abandon(); }

    Portions(const Portions&) = delete;
    Portions& operator=(const Portions&) = delete;

    /// Opens a transaction. True when there is something to do: `position()` says how far the
    /// action has come, by the word of the database. Else nothing is open.
    bool begin();

    /// Rolls back what was not committed.
    void abandon();

    const std::string& position() const { return position_; }

    /// Writes down how far the action has come, and commits.
    void commit(std::string_view position, std::uint64_t rows);

    /// The same after the last portion: from now on `begin` is false.
    void finish(std::uint64_t rows);

private:
    std::string lastWritten();
    void write(const std::string& text, std::uint64_t rows);

    Driver& driver_;
    const Keeping& keeping_;
    std::chrono::milliseconds patience_;
    std::string written_;
    std::string position_;
    std::uint64_t rows_ = 0;
    bool open_ = false;
};

}  // namespace godwit::detail
