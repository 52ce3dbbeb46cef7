#include <fmt/format.h>

#include "run/pragma.hpp"

namespace godwit::detail {

Pragma::Pragma(Driver& driver, std::string_view name, bool on) : driver_(driver), name_(name) {
    const Rows rows = driver_.query(fmt::format("PRAGMA {}", name_));
    before_ = !rows.empty() && rows[0][0] == "1";
    if (before_ != on) {
        set(on);
    }
}

Pragma::~Pragma() {
    try {
        set(before_);
    } catch (...) {  // NOLINT(bugprone-empty-catch): a lost connection has no switches.
    }
}

void Pragma::set(bool on) {
    driver_.execute(fmt::format("PRAGMA {} = {}", name_, on ? "ON" : "OFF"));
}

ForeignKeysOff::~ForeignKeysOff() {
    try {
        if (driver_.inTransaction()) {
            driver_.execute("ROLLBACK");
        }
    } catch (...) {  // NOLINT(bugprone-empty-catch): a lost connection has none.
    }
}

}  // namespace godwit::detail
