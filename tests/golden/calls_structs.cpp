#include <cstdint>
#include <optional>
#include <string>

#include <godwit/describe.hpp>

#include "golden/calls.hpp"

namespace godwit::test {

namespace {

struct Review {
    std::int64_t id;
    std::int32_t stars;
    std::string title;
    std::optional<std::string> text;
};
BOOST_DESCRIBE_STRUCT(Review, (), (id, stars, title, text))

// The way the struct is once the migration is done.
namespace v2 {
struct Review {
    std::int64_t id;
    std::int32_t stars;
    std::string title;
    Varchar<40> reader;
};
BOOST_DESCRIBE_STRUCT(Review, (), (id, stars, title, reader))
}  // namespace v2

}  // namespace

void addStructCalls(std::vector<ReferenceTheme>& themes) {
    themes.push_back(
        {.page = "structs",
         .title = "New tables",
         .text = "",
         .calls = {
             GODWIT_CALL(
                 schema.createTable<Review>("reviews",
                                            [](TypedTable<Review>& t) {
                                                t.column<&Review::id>().primaryKey().generated();
                                                t.column<&Review::title>().length(200).unique();
                                                t.column<&Review::text>().as(string(2000));
                                                t.index<&Review::stars, &Review::title>();
                                            })),
             GODWIT_CALL(schema.createTable<Review>("reviews",
                                                    [](TypedTable<Review>& t) {
                                                        t.column<&Review::title>().length(200);
                                                        t.primaryKey<&Review::id>();
                                                        t.unique<&Review::title>();
                                                    })),
         }});
    themes.push_back(
        {.page = "structs",
         .title = "Changes",
         .text = "All the other calls of `t` stand behind an arrow.",
         GODWIT_GIVEN(schema.createTable<Review>(
             "reviews",
             [](TypedTable<Review>& t) { t.column<&Review::id>().primaryKey().generated(); })),
         .calls = {
             GODWIT_CALL(schema.alterTable<v2::Review>(
                 "reviews",
                 [](TypedAlter<v2::Review>& t) {
                     t.add<&v2::Review::reader>().defaultTo("somebody");
                     t.index<&v2::Review::reader, &v2::Review::stars>();
                     t->renameColumn("title", "heading");
                 })),
             GODWIT_CALL(
                 schema.alterTable<Review>("reviews",
                                           [](TypedAlter<Review>& t) { t.drop<&Review::text>(); })),
             GODWIT_CHANGE(schema.createTable<v2::Review>(
                 "votes",
                 [](TypedTable<v2::Review>& t) { t.primaryKey<&v2::Review::id>(); })),
             GODWIT_CHANGE(schema.alterTable<Review>(
                 "reviews",
                 [](ReversibleTypedAlter<Review>& t) { t.drop<&Review::text>(); })),
         }});
}

}  // namespace godwit::test
