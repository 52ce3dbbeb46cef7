#include <godwit/apply.hpp>
#include <godwit/plan.hpp>

#include "build/recorder.hpp"
#include "run/executor.hpp"
#include "run/lock.hpp"
#include "run/run.hpp"
#include "run/session.hpp"

namespace godwit::detail {

namespace {

// As long as SQLite may wait for another process's transaction.
constexpr std::chrono::minutes kWait{1};

}  // namespace

LooseRecording::LooseRecording() : recorder_(std::make_unique<Recorder>()) {}

LooseRecording::~LooseRecording() = default;

SchemaBuilder LooseRecording::builder() { return SchemaBuilder{*recorder_}; }

void LooseRecording::run(Connection& connection) {
    Driver& driver = connection.driver();
    const std::unique_ptr<Dialect> dialect = makeDialect(driver.server());
    Step step;
    step.statements = compileAlone(recorder_->take(), *dialect);
    if (step.statements.empty()) {
        return;
    }
    wantNoTransaction(driver);
    const Session session{driver, *dialect, kWait};
    Executor executor{driver, *dialect, kWait};
    if (driver.kind() == DatabaseKind::SQLite && !retry(
                                                     kWait,
                                                     [&executor] { return executor.tryBegin(); },
                                                     [](auto) {})) {
        throw LockError(ErrorCode::LockNotAcquired,
                        {"another process is writing to " + driver.describe(),
                         "This process has changed nothing.",
                         "start again when it is done"});
    }
    executor.run(step, {});
}

}  // namespace godwit::detail
