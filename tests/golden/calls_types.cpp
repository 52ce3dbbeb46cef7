#include "golden/calls.hpp"

namespace godwit::test {

namespace {

void addNumberCalls(std::vector<ReferenceTheme>& themes) {
    themes.push_back(
        {.page = "types",
         .title = "Keys that the database makes",
         .text = "",
         .calls = {
             GODWIT_IN_CREATE(t.id()),
             GODWIT_IN_CREATE(t.id("number")),
             GODWIT_IN_CREATE(t.foreignId("book_id").references("books")),
             GODWIT_IN_CREATE(t.foreignUuid("reader_id").references("readers")),
             GODWIT_IN_CREATE(t.uuid("x")),
             GODWIT_IN_CREATE(t.uuid("x").generated()),
             GODWIT_IN_CREATE(t.uuid("x").binary()),
             GODWIT_IN_CREATE(t.integer("x").primaryKey().generated()),
             GODWIT_IN_CREATE(
                 t.integer("x").generatedAlways().startingAt(10).inStepsOf(5).primaryKey()),
         }});
    themes.push_back({.page = "types",
                      .title = "Numbers",
                      .text = "Signed integers on SQLite and `tinyInteger` on PostgreSQL keep more "
                              "than their range.",
                      .calls = {
                          GODWIT_IN_CREATE(t.tinyInteger("x")),
                          GODWIT_IN_CREATE(t.smallInteger("x")),
                          GODWIT_IN_CREATE(t.integer("x")),
                          GODWIT_IN_CREATE(t.bigInteger("x")),
                          GODWIT_IN_CREATE(t.unsignedTinyInteger("x")),
                          GODWIT_IN_CREATE(t.unsignedSmallInteger("x")),
                          GODWIT_IN_CREATE(t.unsignedInteger("x")),
                          GODWIT_IN_CREATE(t.unsignedBigInteger("x")),
                          GODWIT_IN_CREATE(t.unsignedBigInteger("x").asText()),
                          GODWIT_IN_CREATE(t.real("x")),
                          GODWIT_IN_CREATE(t.doublePrecision("x")),
                          GODWIT_IN_CREATE(t.decimal("x", 12, 2)),
                          GODWIT_IN_CREATE(t.decimal("x", 30, 2)),
                          GODWIT_IN_CREATE(t.decimal("x", 12, 2).asText()),
                          GODWIT_IN_CREATE(t.decimal("x", 12, 2).scaledInteger()),
                          GODWIT_IN_CREATE(t.boolean("x")),
                          GODWIT_IN_CREATE(t.bit("x", 10)),
                          GODWIT_IN_CREATE(t.varbit("x", 90)),
                      }});
}

void addTextCalls(std::vector<ReferenceTheme>& themes) {
    themes.push_back({.page = "types",
                      .title = "Texts and bytes",
                      .text = "Texts compare byte by byte unless `collate` says otherwise.",
                      .calls = {
                          GODWIT_IN_CREATE(t.string("x", 50)),
                          GODWIT_IN_CREATE(t.fixedString("x", 3)),
                          GODWIT_IN_CREATE(t.text("x")),
                          GODWIT_IN_CREATE(t.text("x", mediumSize)),
                          GODWIT_IN_CREATE(t.caseInsensitiveText("x", 100)),
                          GODWIT_IN_CREATE(t.bytes("x")),
                          GODWIT_IN_CREATE(t.bytes("x", smallSize)),
                          GODWIT_IN_CREATE(t.binary("x", 32)),
                          GODWIT_IN_CREATE(t.varbinary("x", 64)),
                      }});
    themes.push_back({.page = "types",
                      .title = "Times",
                      .text = "",
                      .calls = {
                          GODWIT_IN_CREATE(t.date("x")),
                          GODWIT_IN_CREATE(t.time("x")),
                          GODWIT_IN_CREATE(t.time("x", 0)),
                          GODWIT_IN_CREATE(t.timestamp("x")),
                          GODWIT_IN_CREATE(t.timestampTz("x")),
                          GODWIT_IN_CREATE(t.timestampTz("x").nativeTimestamp()),
                          GODWIT_IN_CREATE(t.timestamps()),
                          GODWIT_IN_CREATE(t.duration("x")),
                          GODWIT_IN_CREATE(t.year("x")),
                      }});
}

void addOtherTypeCalls(std::vector<ReferenceTheme>& themes) {
    themes.push_back(
        {.page = "types",
         .title = "Documents, lists of values, arrays",
         .text = "How an enumeration changes later is on the page of [enumerations](enums.md).",
         .calls = {
             GODWIT_IN_CREATE(t.json("x")),
             GODWIT_IN_CREATE(t.json("x").plain()),
             GODWIT_IN_CREATE(t.xml("x")),
             GODWIT_IN_CREATE(t.enumeration("x", "size", {"s", "m"})),
             GODWIT_IN_CREATE(t.enumeration("x", "size", {"s", "m"}).asCheck()),
             GODWIT_IN_CREATE(t.set("x", "size", {"s", "m"})),
             GODWIT_IN_CREATE(t.array("x", integer())),
             GODWIT_IN_CREATE(t.array("x", integer()).orJson()),
             GODWIT_IN_CREATE(t.range("x", date())),
         }});
    themes.push_back({.page = "types",
                      .title = "Addresses, search, places",
                      .text = "",
                      .calls = {
                          GODWIT_IN_CREATE(t.inet("x")),
                          GODWIT_IN_CREATE(t.cidr("x")),
                          GODWIT_IN_CREATE(t.macAddress("x")),
                          GODWIT_IN_CREATE(t.textSearchVector("x")),
                          GODWIT_IN_CREATE(t.textSearchQuery("x")),
                          GODWIT_IN_CREATE_WITH("vector", t.vector("x", 3)),
                          GODWIT_IN_CREATE_WITH("postgis", t.point("x", 4326)),
                          GODWIT_IN_CREATE_WITH("postgis", t.geometry("x")),
                      }});
    themes.push_back({.page = "types",
                      .title = "Any other type, and a type as a value",
                      .text = "",
                      .calls = {
                          GODWIT_IN_CREATE(t.customType("x",
                                                        {.postgresql = "money",
                                                         .mysql = "decimal(19, 2)",
                                                         .mariadb = sameAs::mysql,
                                                         .sqlite = "TEXT"})),
                          GODWIT_IN_CREATE(t.column("x", string(50).nullable())),
                      }});
}

}  // namespace

void addTypeCalls(std::vector<ReferenceTheme>& themes) {
    addNumberCalls(themes);
    addTextCalls(themes);
    addOtherTypeCalls(themes);
}

}  // namespace godwit::test
