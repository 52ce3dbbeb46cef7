#pragma once

#include <string>
#include <string_view>

#include <godwit/error.hpp>

#include "database/support/scratch_database.hpp"

namespace godwit::test {

/// A password that occurs nowhere else; tests look for it in everything an error says. The raw
/// characters are those that connection strings and URLs treat specially.
inline constexpr std::string_view kCanary = "CaNaRy' \\7";
inline constexpr std::string_view kCanaryInUrl = "CaNaRy%27%20%5C7";

/// A new account that may do everything in one database and nothing elsewhere, with `kCanary` as
/// its password. Nothing on SQLite, which has no accounts. Must outlive no database it owns:
/// declare it after the database.
class CanaryAccount {
public:
    explicit CanaryAccount(const ScratchDatabase& database);
    ~CanaryAccount();
    CanaryAccount(const CanaryAccount&) = delete;
    CanaryAccount& operator=(const CanaryAccount&) = delete;

    const std::string& name() const { return name_; }

    /// The URL of the database with this account's login; the database's own on SQLite.
    const std::string& url() const { return url_; }

private:
    std::string name_;
    std::string url_;
};

/// What `action` throws, checked for the canary in all its texts; fails the test when it throws no
/// DatabaseError.
template <class Action>
DatabaseError failureOf(const Action& action);

/// Fails the test when a text of the error that people see holds the canary.
void expectNoPassword(const Error& error);
void expectNoPassword(std::string_view text);

template <class Action>
DatabaseError failureOf(const Action& action) {
    try {
        action();
    } catch (const DatabaseError& error) {
        expectNoPassword(error);
        expectNoPassword(error.serverText());
        return error;
    }
    return DatabaseError(ErrorCode::Internal, {"nothing was thrown", "", ""}, {});
}

}  // namespace godwit::test
