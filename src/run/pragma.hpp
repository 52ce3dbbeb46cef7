#pragma once

#include <string>
#include <string_view>

#include <godwit/connection.hpp>

namespace godwit::detail {

/// A switch of an SQLite connection, set for the life of this object and put back at its end: the
/// connection may be the application's own.
class Pragma {
public:
    /// @throws DatabaseError
    Pragma(Driver& driver, std::string_view name, bool on);
    ~Pragma();

    Pragma(const Pragma&) = delete;
    Pragma& operator=(const Pragma&) = delete;

private:
    void set(bool on);

    Driver& driver_;
    std::string name_;
    bool before_ = false;
};

/// Foreign keys of an SQLite connection, off for the life of this object.
///
/// The switch does nothing while a transaction is open, so this lives longer than the transaction;
/// one that is still open at its end failed, and is rolled back.
/// https://www.sqlite.org/pragma.html#pragma_foreign_keys
class ForeignKeysOff {
public:
    /// No transaction may be open.
    /// @throws DatabaseError
    explicit ForeignKeysOff(Driver& driver)
        : driver_(driver), pragma_(driver, "foreign_keys", false) {}
    ~ForeignKeysOff();

    ForeignKeysOff(const ForeignKeysOff&) = delete;
    ForeignKeysOff& operator=(const ForeignKeysOff&) = delete;

private:
    Driver& driver_;
    Pragma pragma_;
};

}  // namespace godwit::detail
