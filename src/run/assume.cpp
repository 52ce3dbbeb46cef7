#include <fmt/format.h>

#include <godwit/error.hpp>

#include "run/answers.hpp"
#include "run/perform.hpp"

namespace godwit::detail {

void perform(const action::Assume& action, const Scene& scene) {
    const Rows rows = scene.driver.query(textOf(scene.statement));
    if (saysYes(rows[0][0]) == action.exists) {
        return;
    }
    throw DatabaseError(
        ErrorCode::AssumptionWrong,
        {fmt::format("it took for granted that {} is {}there, as the migrations before have made "
                     "it, and the database says otherwise",
                     action.object,
                     action.exists ? "" : "not "),
         {},
         fmt::format("bring {} to what the migrations say; or let the migration ask the database, "
                     "with ifNotExists() or ifExists() of its calls",
                     action.object)},
        {});
}

}  // namespace godwit::detail
