#include <algorithm>
#include <optional>

#include <godwit/apply.hpp>
#include <godwit/plan.hpp>

#include "build/recorder.hpp"
#include "run/executor.hpp"
#include "run/lock.hpp"
#include "run/pragma.hpp"
#include "run/run.hpp"
#include "run/session.hpp"

namespace godwit::detail {

namespace {

// As long as SQLite may wait for another process's transaction.
constexpr std::chrono::minutes kWait{1};

void beginPatiently(Executor& executor, const Driver& driver, std::size_t done) {
    if (!retry(
            kWait,
            [&executor] { return executor.tryBegin(); },
            [](auto) {})) {
        throw LockError(ErrorCode::LockNotAcquired,
                        {"another process is writing to " + driver.describe(),
                         done == 0 ? "This process has changed nothing."
                                   : "What this process ran before stands.",
                         "start again when it is done"});
    }
}

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
    const std::vector<Segment> segments = segmentsOf(step, dialect->transactionalDdl());
    std::size_t done = 0;
    for (const Segment& segment : segments) {
        const std::size_t end = segment.first + segment.count;
        if (end <= done) {
            continue;
        }
        const std::size_t begin = std::max(segment.first, done);
        const Stage stage{.step = step,
                          .segment = {begin, end - begin, segment.transaction},
                          .only = segments.size() == 1};
        std::optional<ForeignKeysOff> foreignKeysOff;
        if (rebuildsTable(stage.step, stage.segment)) {
            foreignKeysOff.emplace(driver);
        }
        if (driver.kind() == DatabaseKind::SQLite && segment.transaction) {
            beginPatiently(executor, driver, done);
        }
        done = executor.run(stage, {});
    }
}

}  // namespace godwit::detail
