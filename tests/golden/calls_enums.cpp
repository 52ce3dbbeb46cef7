#include "golden/calls.hpp"

namespace godwit::test {

void addEnumCalls(std::vector<ReferenceTheme>& themes) {
    themes.push_back({.page = "enums",
                      .title = "Enumerations by themselves",
                      .text = "[Enumerations](../enums.md) says what they are and when they go.",
                      GODWIT_GIVEN(schema.createEnum("colour", {"red", "green"})),
                      .calls = {
                          GODWIT_CALL(schema.createEnum("genre", {"novel", "essay"})),
                          GODWIT_CALL(schema.createEnum("genre", {"novel", "essay"}).ifNotExists()),
                          GODWIT_CALL(schema.renameEnum("colour", "paint")),
                          GODWIT_CALL(schema.dropEnum("colour")),
                          GODWIT_CALL(schema.dropEnum("colour").ifExists()),
                          GODWIT_CHANGE(schema.createEnum("genre", {"novel", "essay"})),
                          GODWIT_CHANGE(schema.renameEnum("colour", "paint")),
                          GODWIT_CHANGE(schema.dropEnum("colour", {"red", "green"})),
                      }});
    themes.push_back(
        {.page = "enums",
         .title = "Their values",
         .text = "",
         GODWIT_GIVEN(schema.createTable(
             "covers",
             [](Table& t) {
                 t.id();
                 t.enumeration("colour", "colour", {"red", "green"}).defaultTo("red");
             })),
         .calls = {
             GODWIT_CALL(schema.alterEnum("colour").addValue("blue")),
             GODWIT_CALL(schema.alterEnum("colour").addValue("blue").after("red")),
             GODWIT_CALL(schema.alterEnum("colour").addValue("blue").before("green").ifNotExists()),
             GODWIT_CALL(schema.alterEnum("colour").renameValue("green", "lime")),
             GODWIT_CALL(schema.alterEnum("colour").renameValue("green", "lime").ifExists()),
             GODWIT_CALL(schema.alterEnum("colour").removeValue("green", "red")),
             GODWIT_CALL(schema.alterEnum("colour").removeValue("green")),
             GODWIT_CALL(schema.renameEnum("colour", "paint")),
             GODWIT_CHANGE(schema.alterEnum("colour").addValue("blue").before("green")),
             GODWIT_CHANGE(schema.alterEnum("colour").renameValue("green", "lime")),
             GODWIT_CHANGE(schema.alterEnum("colour").removeValue("green", "red")),
         }});
}

}  // namespace godwit::test
