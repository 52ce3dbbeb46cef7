#include "database/support/shown_plan.hpp"

#include <fmt/format.h>

namespace godwit::test {

std::string shown(const Plan& plan) {
    std::string text;
    for (const Step& step : plan.steps) {
        for (const auto* statements : {&step.statements, &step.downStatements}) {
            text += statements == &step.statements ? "up\n" : "down\n";
            for (const Statement& statement : *statements) {
                text += fmt::format("  {}\n    {}\n", statement.operation, statement.sql);
            }
        }
    }
    return text;
}

}  // namespace godwit::test
