// C++ of a migration that works on rows.

#include <algorithm>
#include <exception>

#include <fmt/format.h>

#include <godwit/data.hpp>
#include <godwit/error.hpp>

#include "run/perform.hpp"
#include "run/portions.hpp"

namespace godwit::detail {

namespace {

const DataCallback& callbackOf(const action::CallData& call, const Scene& scene) {
    const auto found = std::find_if(scene.callbacks.begin(),
                                    scene.callbacks.end(),
                                    [&](const DataCallback& one) { return one.name == call.name; });
    if (found == scene.callbacks.end()) {
        throw Error(ErrorCode::Internal,
                    {fmt::format("the plan holds no C++ for the data step '{}'", call.name),
                     "Nothing of the step has run.",
                     "run the plan that the Migrator made"});
    }
    return *found;
}

[[noreturn]] void failWith(const action::CallData& call, std::string_view what) {
    throw DatabaseError(ErrorCode::DataStepFailed,
                        {fmt::format("the C++ of the data step '{}' threw: {}", call.name, what),
                         "",
                         "mend the migration and start again"},
                        {});
}

// On SQLite, which has no lock between transactions, another process may take the step over at a
// checkpoint. No std::exception, so that the step does not take it for one of its own.
struct TakenOver {};

// Errors of the server keep their own words; all else is the step's.
void run(const action::CallData& call, const DataCallback& callback, DataContext& db) {
    try {
        call.back ? callback.back(db) : callback.call(db);
    } catch (const TakenOver&) {
        throw;
    } catch (const DatabaseError&) {
        throw;
    } catch (const std::exception& error) {
        failWith(call, error.what());
    } catch (...) {
        failWith(call, "something that is no std::exception");
    }
}

// Each transaction goes on from where the database says that the step is. When that is not where
// this process has left it, somebody else went on, and the step is called again from there.
bool callFromPosition(const action::CallData& call,
                      const DataCallback& callback,
                      const Scene& scene,
                      Portions& portions) {
    DataContext db(scene.driver, portions.position(), [&](const std::string& cursor) {
        portions.commit(cursor, 0);
        const bool open = portions.begin();
        if (scene.driver.kind() == DatabaseKind::SQLite &&
            (!open || portions.position() != cursor)) {
            portions.abandon();
            throw TakenOver{};
        }
    });
    try {
        run(call, callback, db);
    } catch (const TakenOver&) {
        return false;
    }
    portions.finish(0);
    return true;
}

void callInPortions(const action::CallData& call,
                    const DataCallback& callback,
                    const Scene& scene) {
    Portions portions(scene.driver, scene.keeping, scene.patience);
    while (portions.begin() && !callFromPosition(call, callback, scene, portions)) {
    }
}

[[noreturn]] void refuseCheckpoint(const std::string& name) {
    throw UsageError(ErrorCode::BadArgument,
                     {fmt::format("the data step '{}' has no checkpoints: it is one transaction "
                                  "with what stands beside it",
                                  name),
                      "Nothing of the step is committed.",
                      "say so where it is recorded: schema.data(...).resumable()"});
}

}  // namespace

void perform(const action::CallData& call, const Scene& scene) {
    const DataCallback& callback = callbackOf(call, scene);
    if (!call.resumable) {
        DataContext db(scene.driver, "", [&](const std::string&) { refuseCheckpoint(call.name); });
        run(call, callback, db);
        return;
    }
    callInPortions(call, callback, scene);
}

}  // namespace godwit::detail
