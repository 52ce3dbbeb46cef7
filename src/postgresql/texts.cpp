#include "postgresql/texts.hpp"

#include <fmt/format.h>

#include "sql/block.hpp"

namespace godwit::detail {

std::string dollarQuoted(std::string_view text) {
    std::string tag = "$godwit$";
    for (int i = 1; text.find(tag.substr(0, tag.size() - 1)) != std::string_view::npos; ++i) {
        tag = fmt::format("$godwit{}$", i);
    }
    return fmt::format("{}{}{}", tag, text, tag);
}

std::string inCurrentSchema(std::string_view alter, const Dialect& dialect) {
    std::string format;
    for (const char c : alter) {
        format.append(c == '%' ? 2 : 1, c);
    }
    return "DO " + dollarQuoted(fmt::format("BEGIN EXECUTE format({}, current_schema()); END",
                                            dialect.literal(format + "%I")));
}

// Behind a RETURN of the body, which may stand in a branch, another does no harm. A block with
// BEGIN and END is a statement. https://www.postgresql.org/docs/current/plpgsql-trigger.html
// https://www.postgresql.org/docs/current/plpgsql-structure.html
std::string triggerSource(std::string_view body, bool forEachRow) {
    return fmt::format("\nBEGIN\n    {}\n    {}\nEND\n",
                       statementsOfBody(body, DatabaseKind::PostgreSQL),
                       forEachRow ? "RETURN COALESCE(NEW, OLD);" : "RETURN NULL;");
}

}  // namespace godwit::detail
