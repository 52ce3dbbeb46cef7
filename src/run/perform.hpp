#pragma once

#include <godwit/connection.hpp>
#include <godwit/dialect.hpp>
#include <godwit/statement.hpp>

namespace godwit::detail {

/// What an action works with.
struct Scene {
    Driver& driver;
    const Dialect& dialect;
    const Statement& statement;
};

// Does what a statement is there for: one overload for each alternative of Action, in a file of its
// own. Unless the statement runs outside of transactions, one is open where the server has them.
// They throw DatabaseError.

/// In send_sql.cpp.
void perform(const action::SendSql& action, const Scene& scene);

}  // namespace godwit::detail
