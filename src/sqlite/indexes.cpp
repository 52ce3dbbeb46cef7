#include <algorithm>

#include <fmt/format.h>

#include "sqlite/dialect.hpp"

// Indexes, which come and go without a rebuild of their table.

namespace godwit::detail {

std::string SqliteDialect::indexNote(const Index& index, const Script& script) const {
    return note(index.comment, index.line, script);
}

// There is no way to rename an index, so it is made again.
// https://www.sqlite.org/lang_altertable.html
void SqliteDialect::write(const op::RenameIndex& o, Script& script) const {
    Index index = knownIndex(o.table, o.index, script);
    script.statement("DROP INDEX " + identifier(o.index));
    index.name = o.to;
    script.statement(createIndex(o.table, index, script));
}

const Index& SqliteDialect::knownIndex(const std::string& table,
                                       const std::string& name,
                                       const Script& script) const {
    const Table* known = script.table(table);
    const auto refuse = [&](std::string_view why) {
        script.refuse({},
                      ErrorCode::NotSupportedByServer,
                      fmt::format("SQLite can only rename the index {} of {} by making it again, "
                                  "and {}",
                                  name,
                                  table,
                                  why),
                      "drop the index, and add one of the other name");
    };
    if (known == nullptr || known->touchedByRawSql) {
        refuse(known == nullptr ? "what it is over is not known here"
                                : "raw SQL may have changed it");
    }
    const auto found = std::find_if(known->indexes.begin(),
                                    known->indexes.end(),
                                    [&name](const Index& index) { return index.name == name; });
    if (found == known->indexes.end()) {
        refuse("it is not known here");
    }
    if (!found->renamedColumns.empty()) {
        refuse("a column that its SQL names was renamed since");
    }
    return *found;
}

}  // namespace godwit::detail
