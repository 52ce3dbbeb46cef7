#pragma once

#include <chrono>
#include <vector>

#include <godwit/connection.hpp>
#include <godwit/dialect.hpp>
#include <godwit/statement.hpp>

#include "run/portions.hpp"

namespace godwit::detail {

/// What an action works with.
struct Scene {
    Driver& driver;
    const Dialect& dialect;
    const Statement& statement;
    const std::vector<DataCallback>& callbacks;  ///< Of the step.
    const Keeping& keeping;
    std::chrono::milliseconds patience;  ///< SQLite: how long a transaction may wait for others.
};

// Does what a statement is there for: one overload for each alternative of Action, in a file of its
// own. Unless the statement runs outside of transactions, one is open where the server has them.
// They throw DatabaseError.

void perform(const action::SendSql& action, const Scene& scene);
void perform(const action::RunBatches& batches, const Scene& scene);
void perform(const action::CallData& call, const Scene& scene);
void perform(const action::Verify& verify, const Scene& scene);

/// In rebuild.cpp. SQLite, with foreign keys off.
///
/// It looks at the table first and changes what it finds, so that nothing is lost that somebody
/// else has made of it; it counts the rows before and after; indexes and triggers come back as they
/// were; and every view and trigger of the database can still be read in the end.
/// @throws DatabaseError (GW713, GW715) when that cannot be had, and for what SQLite refuses.
void perform(const action::RebuildTable& action, const Scene& scene);

/// In assume.cpp.
/// @throws DatabaseError (GW720) when the database says otherwise.
void perform(const action::Assume& action, const Scene& scene);

}  // namespace godwit::detail
