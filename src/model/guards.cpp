#include "model/guards.hpp"

#include "model/sought.hpp"

namespace godwit::detail {

bool hasNothingToDo(const Operation& operation, const Schema& schema) {
    const auto condition = conditionOf(operation, schema);
    return condition && isKnown(condition->object, schema) != condition->whenThere;
}

}  // namespace godwit::detail
