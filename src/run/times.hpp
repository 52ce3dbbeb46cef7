#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include <godwit/database.hpp>

namespace godwit::detail {

/// A time column as text: "2025-02-17 14:30:00.123456" in UTC, whatever the session's time zone
/// and date style.
std::string timeAsText(DatabaseKind kind, std::string_view column);

/// When something happened, as SQL.
struct Times {
    std::string started;
    std::string finished;
    std::string durationMs;
};

/// Of what has just ended. On PostgreSQL it began with the transaction, and `duration` is the time
/// before that; elsewhere it began `duration` ago.
Times timesOf(DatabaseKind kind, std::chrono::microseconds duration);

}  // namespace godwit::detail
