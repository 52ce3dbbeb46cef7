#include "run/executor.hpp"

#include <utility>

#include <fmt/format.h>

#include "run/answers.hpp"
#include "run/foreign_key_faults.hpp"
#include "run/lock.hpp"
#include "run/perform.hpp"
#include "run/session.hpp"

namespace godwit::detail {

namespace {

using Clock = std::chrono::steady_clock;

std::chrono::microseconds since(Clock::time_point start) {
    return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start);
}

// What ends the transaction would tear a migration from its history row. A setting that is local to
// the transaction ends with it, which the last statement of the message notices.
// https://www.postgresql.org/docs/current/sql-set.html
constexpr const char* kFence = "SET LOCAL godwit.fence = 'stands'";
constexpr const char* kFenceIsDown = "GW214";
constexpr const char* kFenceStands =
    "DO $godwit$ BEGIN IF current_setting('godwit.fence', true) IS DISTINCT FROM 'stands' THEN "
    "RAISE EXCEPTION 'the transaction has ended early' USING ERRCODE = 'GW214'; END IF; END "
    "$godwit$";

}  // namespace

std::size_t Executor::run(const Stage& stage, const StageFrame& frame) {
    if (!stage.segment.transaction) {
        return runOneByOne(stage, frame);
    }
    return dialect_.server().kind == DatabaseKind::PostgreSQL ? runInMessages(stage, frame)
                                                              : runInTransaction(stage, frame);
}

bool Executor::tryBegin() {
    try {
        driver_.execute("BEGIN IMMEDIATE");
        return true;
    } catch (const DatabaseError& error) {
        if (error.code() == ErrorCode::DatabaseBusy) {
            return false;
        }
        throw;
    }
}

void Executor::abandon() {
    try {
        if (driver_.inTransaction()) {
            driver_.execute("ROLLBACK");
        }
    } catch (...) {  // NOLINT(bugprone-empty-catch): a lost connection has none.
    }
}

void Executor::perform(const Stage& stage, const StageFrame& frame, std::size_t index) {
    const Statement& statement = stage.step.statements[index];
    const Scene scene{.driver = driver_,
                      .dialect = dialect_,
                      .statement = statement,
                      .callbacks = stage.step.callbacks,
                      .keeping = frame.keeping,
                      .patience = patience_};
    std::visit([&](const auto& action) { detail::perform(action, scene); }, statement.action);
}

bool Executor::holds(const std::string& query) {
    const Rows rows = driver_.query(query);
    return !rows.empty() && !rows[0].empty() && saysYes(rows[0][0]);
}

// A guarded call is decided before its first statement. Who goes on in its middle knows that it was
// decided with yes: a call that is not wanted is done with as a whole.
bool Executor::asks(const Step& step, std::size_t index) {
    const std::vector<Statement>& statements = step.statements;
    return !statements[index].onlyIf.empty() &&
           (index == 0 || !decidedTogether(statements[index - 1], statements[index]));
}

// Where a call begins that is not wanted, the index behind the call. Else `index`.
std::size_t Executor::nextWanted(const Step& step, std::size_t index) {
    const std::vector<Statement>& statements = step.statements;
    if (!asks(step, index) || holds(statements[index].onlyIf)) {
        return index;
    }
    std::size_t end = index + 1;
    while (end < statements.size() && decidedTogether(statements[index], statements[end])) {
        ++end;
    }
    return end;
}

void Executor::close(const StageFrame& frame, const Outcome& outcome) {
    if (frame.closing) {
        for (const std::string& sql : frame.closing(outcome)) {
            driver_.execute(sql);
        }
    }
}

// Each statement sees what was committed before it: what waits for a lock must see what it waited
// for. https://www.postgresql.org/docs/current/transaction-iso.html
std::vector<std::string> Executor::opening(const StageFrame& frame) const {
    std::vector<std::string> opening = {"BEGIN ISOLATION LEVEL READ COMMITTED"};
    for (const Setting& setting : dialect_.settings()) {
        opening.push_back(fmt::format("SET LOCAL {} = {}", setting.name, setting.value));
    }
    if (!frame.searchPath.empty()) {
        opening.push_back(fmt::format("SELECT set_config('search_path', {}, true)",
                                      dialect_.literal(frame.searchPath)));
    }
    opening.emplace_back(kFence);
    return opening;
}

// What waits to be sent together.
class Executor::Message {
public:
    explicit Message(Driver& driver) : driver_(driver) {}

    void add(std::string sql) { statements_.push_back(std::move(sql)); }
    void add(const std::vector<std::string>& statements) {
        statements_.insert(statements_.end(), statements.begin(), statements.end());
    }

    void sendOpening() { driver_.executeTogether(std::exchange(statements_, {})); }

    void send() {
        if (!statements_.empty()) {
            add(kFenceStands);
            driver_.executeTogether(std::exchange(statements_, {}));
        }
    }

private:
    Driver& driver_;
    std::vector<std::string> statements_;
};

// `at` is the statement that has a message of its own, while that is under way.
std::size_t Executor::send(const Stage& stage, const StageFrame& frame, std::size_t& at) {
    Message message{driver_};
    message.add(opening(frame));
    if (frame.openApart) {
        message.sendOpening();
    }
    message.add(frame.before);
    std::size_t done = stage.segment.first;
    while (done < stage.end()) {
        const Statement& statement = stage.step.statements[done];
        const bool isMore = !std::holds_alternative<action::SendSql>(statement.action);
        if (isMore || asks(stage.step, done)) {
            message.send();
            at = done;
        }
        const std::size_t next = nextWanted(stage.step, done);
        if (next == done && isMore) {
            perform(stage, frame, done);
        } else if (next == done) {
            message.add(textOf(statement));
        }
        at = kNoStatement;
        done = next == done ? done + 1 : next;
    }
    if (frame.closing) {
        message.add(frame.closing({.done = done, .duration = {}}));
    }
    message.send();
    return done;
}

std::size_t Executor::runInMessages(const Stage& stage, const StageFrame& frame) {
    std::size_t done = 0;
    std::size_t at = kNoStatement;
    try {
        done = send(stage, frame, at);
    } catch (const DatabaseError& error) {
        abandon();
        if (error.sqlstate() == kFenceIsDown) {
            failUnfenced(stage);
        }
        // What was cancelled or waited in vain must not be tried again behind its back.
        const bool refused = failureCode(error) == ErrorCode::MigrationRolledBack ||
                             failureCode(error) == ErrorCode::PermissionDenied;
        if (at == kNoStatement && refused) {
            at = refusedStatement(stage, frame);
        }
        failTogether(stage, dialect_, error, at);
    }
    commit(stage);
    return done;
}

// The message says only that one of its statements was refused. Each alone, in a transaction that
// is never committed, says which.
std::size_t Executor::refusedStatement(const Stage& stage, const StageFrame& frame) {
    std::size_t index = kNoStatement;
    try {
        driver_.executeTogether(opening(frame));
        for (const std::string& sql : frame.before) {
            driver_.execute(sql);
        }
        index = stage.segment.first;
        while (index < stage.end()) {
            const std::size_t next = nextWanted(stage.step, index);
            if (next == index) {
                perform(stage, frame, index);
            }
            index = next == index ? index + 1 : next;
        }
        index = kNoStatement;
    } catch (const DatabaseError& error) {
        if (error.code() == ErrorCode::ConnectionLost) {
            index = kNoStatement;
        }
    }
    abandon();
    return index;
}

std::size_t Executor::runInTransaction(const Stage& stage, const StageFrame& frame) {
    const Clock::time_point start = Clock::now();
    // Elsewhere only godwit's own statements about rows come here, and they end no transaction.
    const bool sqlite = dialect_.server().kind == DatabaseKind::SQLite;
    std::size_t done = stage.segment.first;
    std::size_t at = kNoStatement;
    try {
        if (!sqlite) {
            driver_.execute("BEGIN");
        }
        for (const std::string& sql : frame.before) {
            driver_.execute(sql);
        }
        const bool rebuilds = rebuildsTable(stage.step, stage.segment);
        const std::vector<ForeignKeyFault> faults =
            rebuilds ? foreignKeyFaults(driver_, dialect_) : std::vector<ForeignKeyFault>{};
        while (done < stage.end()) {
            at = done;
            const std::size_t next = nextWanted(stage.step, done);
            if (next == done) {
                perform(stage, frame, done);
            }
            done = next == done ? done + 1 : next;
            if (sqlite && !driver_.inTransaction()) {
                failUnfenced(stage);
            }
            if (frame.statementFinished) {
                frame.statementFinished(done);
            }
        }
        at = kNoStatement;
        if (rebuilds) {
            wantNoNewFaults(driver_, dialect_, faults);
        }
        close(frame, {.done = done, .duration = since(start)});
    } catch (const MigrationFailed&) {
        throw;
    } catch (const DatabaseError& error) {
        abandon();
        failTogether(stage, dialect_, error, at);
    }
    commit(stage);
    return done;
}

void Executor::commit(const Stage& stage) {
    const auto attempt = [this] {
        try {
            driver_.execute("COMMIT");
            return true;
        } catch (const DatabaseError& error) {
            // SQLite: somebody reads, and the transaction stays open until he has done.
            // https://www.sqlite.org/lang_transaction.html
            if (error.code() != ErrorCode::DatabaseBusy || !driver_.inTransaction() ||
                dialect_.server().kind != DatabaseKind::SQLite) {
                throw;
            }
            return false;
        }
    };
    try {
        if (!retry(patience_, attempt, [](auto) {})) {
            driver_.execute("COMMIT");
        }
    } catch (const DatabaseError& error) {
        if (error.code() == ErrorCode::ConnectionLost) {
            failInDoubt(stage, error);
        }
        abandon();
        failTogether(stage, dialect_, error, kNoStatement);
    }
}

std::size_t Executor::runOneByOne(const Stage& stage, const StageFrame& frame) {
    const Clock::time_point start = Clock::now();
    std::size_t done = stage.segment.first;
    try {
        const SettingsOutside settings{driver_, dialect_, frame.searchPath};
        bool inDoubt = stage.retries;
        while (done < stage.end()) {
            const std::size_t next = nextWanted(stage.step, done);
            const Statement& statement = stage.step.statements[done];
            if (next == done && !(inDoubt && alreadyDone(statement.retry))) {
                perform(stage, frame, done);
            }
            inDoubt = false;
            done = next == done ? done + 1 : next;
            if (frame.statementFinished) {
                frame.statementFinished(done);
            }
        }
        close(frame, {.done = done, .duration = since(start)});
        // Raw SQL may have begun a transaction or switched autocommit off.
        if (!dialect_.transactionalDdl() && driver_.inTransaction()) {
            driver_.execute("COMMIT");
        }
    } catch (const DatabaseError& error) {
        failAlone(stage, dialect_, error, done);
    }
    return done;
}

// What an interrupted attempt has left: all that was wanted, or something to clear away.
bool Executor::alreadyDone(const Retry& retry) {
    if (!retry.doneIf.empty() && holds(retry.doneIf)) {
        return true;
    }
    if (!retry.clear.empty()) {
        driver_.execute(retry.clear);
    }
    return false;
}

}  // namespace godwit::detail
