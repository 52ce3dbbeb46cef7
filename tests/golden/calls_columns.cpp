#include "golden/calls.hpp"

namespace godwit::test {

void addColumnCalls(std::vector<ReferenceTheme>& themes) {
    themes.push_back({.page = "columns",
                      .title = "NULL and defaults",
                      .text = "A column is NOT NULL unless it says `nullable()`.",
                      .calls = {
                          GODWIT_IN_CREATE(t.string("x").nullable()),
                          GODWIT_IN_CREATE(t.string("x", 5).defaultTo("de_DE")),
                          GODWIT_IN_CREATE(t.integer("x").defaultTo(42)),
                          GODWIT_IN_CREATE(t.boolean("x").defaultTo(true)),
                          GODWIT_IN_CREATE(t.decimal("x", 5, 2).defaultTo("0.25")),
                          GODWIT_IN_CREATE(t.timestampTz("x").defaultTo(now)),
                          GODWIT_IN_CREATE(t.integer("x").defaultTo(expr("1 + 1"))),
                          GODWIT_IN_CREATE(t.timestampTz("x").defaultTo(now).renewedOnUpdate()),
                      }});
    themes.push_back({.page = "columns",
                      .title = "Computed columns",
                      .text = "",
                      .calls = {
                          GODWIT_IN_CREATE(t.integer("x").storedAs("stars * 20")),
                          GODWIT_IN_CREATE(t.integer("x").virtualAs("stars * 20")),
                      }});
    themes.push_back({.page = "columns",
                      .title = "Comments, collations, visibility",
                      .text = "",
                      .calls = {
                          GODWIT_IN_CREATE(t.integer("x").comment("As printed.")),
                          GODWIT_IN_CREATE(t.string("x", 20).collate({.postgresql = "C",
                                                                      .mysql = "utf8mb4_general_ci",
                                                                      .mariadb = sameAs::mysql,
                                                                      .sqlite = "NOCASE"})),
                          GODWIT_IN_CREATE(t.string("x", 20).charset("latin1")),
                          GODWIT_IN_CREATE(t.integer("x").nullable().invisible()),
                      }});
}

}  // namespace godwit::test
