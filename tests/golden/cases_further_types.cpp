#include "golden/golden.hpp"

// The types that not every server has, and those that a server has in another form.

namespace godwit::test {

namespace {

template <void (*Columns)(TableBuilder&)>
void tableOf(SchemaBuilder& schema) {
    schema.createTable("things", Columns);
}

void numbers(TableBuilder& t) {
    t.unsignedTinyInteger("tiny").defaultTo(255);
    t.unsignedSmallInteger("small").defaultTo(65535);
    t.unsignedInteger("whole").defaultTo(4294967295);
    t.unsignedBigInteger("big").asText().defaultTo(18446744073709551615U);
    t.real("ratio").defaultTo(0.5);
    t.doublePrecision("exact_ratio").defaultTo(-1.5e300);
    t.decimal("price", 12, 2).asText().defaultTo("-12.5");
    t.decimal("scaled", 18, 4).scaledInteger().defaultTo("0.0001");
    t.bit("flags", 10).defaultTo("1000000001");
}

void texts(TableBuilder& t) {
    t.fixedString("code", 3).defaultTo("EUR");
    t.text("tiny", tinySize).defaultTo("a");
    t.text("small", smallSize);
    t.text("medium", mediumSize);
    t.caseInsensitiveText("email", 100).unique();
    t.bytes("icon", tinySize);
    t.bytes("scan", mediumSize).nullable();
    t.binary("digest", 32);
    t.varbinary("salt", 64);
    t.xml("page").nullable();
}

void times(TableBuilder& t) {
    t.time("opens").defaultTo("08:30:00");
    t.time("closes", 0).nullable();
    t.duration("lasts").defaultTo(90'000'000);
    t.year("built").defaultTo(1999);
    t.timestampTz("seen", 0).nativeTimestamp().defaultTo(now);
    t.timestampTz("paid", 3).nativeTimestamp().defaultTo("2024-02-29 12:30:00.5");
}

void documents(TableBuilder& t) {
    t.uuid("token").binary().defaultTo("6ba7b810-9dad-41d1-80b4-00c04fd430c8");
    t.json("plain").plain().defaultTo("[]");
    t.array("tags", text()).orJson().defaultTo("[]");
    t.array("sizes", decimal(6, 2)).orJson().nullable();
    t.enumeration("mood", "mood", {"good", "bad"}).asCheck().defaultTo("good");
}

void addresses(TableBuilder& t) {
    t.inet("host").defaultTo("192.0.2.1");
    t.cidr("network").defaultTo("192.0.2.0/24");
    t.macAddress("card").defaultTo("08:00:2b:01:02:03");
}

void ranges(TableBuilder& t) {
    t.range("seats", integer());
    t.range("prices", decimal(10, 2));
    t.range("stay", date()).defaultTo("[2024-02-28,2024-03-01)");
    t.range("during", timestampTz());
}

void words(TableBuilder& t) {
    t.textSearchVector("words");
    t.textSearchQuery("wanted").nullable();
}

void shapes(TableBuilder& t) {
    t.point("place", 4326);
    t.geometry("outline").nullable();
}

void unsignedBigInteger(TableBuilder& t) { t.unsignedBigInteger("n"); }

void bits(TableBuilder& t) { t.bit("flags", 64); }

void varyingBits(TableBuilder& t) { t.varbit("flags", 90).defaultTo("101"); }

void sets(TableBuilder& t) { t.set("days", "days", {"mo", "tu", "it's"}).defaultTo("mo,it's"); }

void arrays(TableBuilder& t) { t.array("tags", string(20)).defaultTo("[]"); }

void pairs(TableBuilder& t) {
    t.customType(
         "pair",
         {.postgresql = "int4[]", .mysql = "json", .mariadb = sameAs::mysql, .sqlite = "ANY"})
        .nullable();
}

void amounts(TableBuilder& t) {
    t.customType("amount",
                 {.postgresql = "money",
                  .mysql = "decimal(20, 2)",
                  .mariadb = sameAs::mysql,
                  .sqlite = "NUMERIC"});
}

// PostgreSQL has vectors and geometries in extensions that are not everywhere.
void vectors(SchemaBuilder& schema) {
    schema.createTable("things", [](TableBuilder& t) { t.vector("meaning", 3); })
        .only(mysql | mariadb | sqlite);
}

void addRefusedSomewhere(std::vector<GoldenCase>& cases) {
    cases.push_back({.name = "type_unsigned_big_integer", .when = tableOf<unsignedBigInteger>});
    cases.push_back({.name = "type_bit_64", .when = tableOf<bits>});
    cases.push_back({.name = "type_varbit", .when = tableOf<varyingBits>});
    cases.push_back({.name = "type_set", .when = tableOf<sets>});
    cases.push_back({.name = "type_array", .when = tableOf<arrays>});
    cases.push_back({.name = "type_range", .when = tableOf<ranges>});
    cases.push_back({.name = "type_text_search", .when = tableOf<words>});
    cases.push_back({.name = "type_vector", .when = vectors, .byVersion = true});
    cases.push_back({.name = "type_point_and_geometry", .when = [](SchemaBuilder& schema) {
                         schema.createTable("things", shapes).only(mysql | mariadb | sqlite);
                     }});
    cases.push_back({.name = "type_custom", .when = tableOf<pairs>});
    cases.push_back({.name = "type_custom_that_is_not_strict", .when = tableOf<amounts>});
}

}  // namespace

void addFurtherTypeCases(std::vector<GoldenCase>& cases) {
    cases.push_back({.name = "types_of_numbers", .when = tableOf<numbers>});
    cases.push_back({.name = "types_of_texts", .when = tableOf<texts>});
    cases.push_back({.name = "types_of_times", .when = tableOf<times>});
    cases.push_back({.name = "types_of_documents", .when = tableOf<documents>});
    cases.push_back({.name = "types_of_addresses", .when = tableOf<addresses>});
    addRefusedSomewhere(cases);
}

}  // namespace godwit::test
