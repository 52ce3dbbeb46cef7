#include "run/portions.hpp"

#include "run/lock.hpp"

namespace godwit::detail {

namespace {

// What stands in the table: nothing, "at " and the action's own position, or "finished".
constexpr std::string_view kAt = "at ";
constexpr std::string_view kFinished = "finished";

std::string positionIn(const std::string& written) {
    return written.starts_with(kAt) ? written.substr(kAt.size()) : std::string{};
}

// Asks until SQLite lets the statement through; other servers wait by themselves.
void executePatiently(Driver& driver, std::string_view sql, std::chrono::milliseconds patience) {
    const auto attempt = [&] {
        try {
            driver.execute(sql);
            return true;
        } catch (const DatabaseError& error) {
            if (error.code() != ErrorCode::DatabaseBusy || driver.kind() != DatabaseKind::SQLite) {
                throw;
            }
            return false;
        }
    };
    if (!retry(patience, attempt, [](auto) {})) {
        driver.execute(sql);
    }
}

}  // namespace

void Portions::abandon() {
    if (!open_) {
        return;
    }
    open_ = false;
    try {
        driver_.execute("ROLLBACK");
    } catch (...) {  // NOLINT(bugprone-empty-catch): a lost connection has none.
    }
}

bool Portions::begin() {
    executePatiently(driver_,
                     driver_.kind() == DatabaseKind::SQLite ? "BEGIN IMMEDIATE" : "BEGIN",
                     patience_);
    open_ = true;
    if (!keeping_.position.empty()) {
        written_ = lastWritten();
    }
    if (written_ != kFinished) {
        position_ = positionIn(written_);
        return true;
    }
    open_ = false;
    driver_.execute("ROLLBACK");
    return false;
}

// On SQLite, which has no lock between transactions, somebody else may have finished the action,
// and the whole migration too.
std::string Portions::lastWritten() {
    try {
        const Rows rows = driver_.query(keeping_.position);
        return rows.empty() ? std::string{kFinished} : rows[0][0].value_or("");
    } catch (const DatabaseError& error) {
        if (error.code() != ErrorCode::TableNotFound || driver_.kind() != DatabaseKind::SQLite) {
            throw;
        }
        return std::string{kFinished};
    }
}

void Portions::commit(std::string_view position, std::uint64_t rows) {
    write(std::string{kAt} + std::string{position}, rows);
}

void Portions::finish(std::uint64_t rows) { write(std::string{kFinished}, rows); }

void Portions::write(const std::string& text, std::uint64_t rows) {
    written_ = text;
    if (keeping_.note) {
        driver_.execute(keeping_.note(text));
    }
    executePatiently(driver_, "COMMIT", patience_);
    open_ = false;
    rows_ += rows;
    if (keeping_.told) {
        keeping_.told(rows_);
    }
}

}  // namespace godwit::detail
