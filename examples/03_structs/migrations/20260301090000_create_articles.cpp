// A table from a struct that Boost.Describe knows.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include <godwit/describe.hpp>
#include <godwit/migration.hpp>

namespace {

// The migration's own copy of the struct. The application's may change; this one may not, and
// GODWIT_FREEZE sees to it.
namespace v1 {

enum class Visibility { draft, members, everybody };
BOOST_DESCRIBE_ENUM(Visibility, draft, members, everybody)

struct Article {
    std::int64_t id;
    godwit::Varchar<200> title;
    std::optional<std::string> summary;  // may be NULL
    Visibility visibility;
    std::chrono::sys_time<std::chrono::microseconds> created_at;
};
BOOST_DESCRIBE_STRUCT(Article, (), (id, title, summary, visibility, created_at))
GODWIT_FREEZE(Article, 16028787157745622850U)

}  // namespace v1

class CreateArticles final : public godwit::Migration {
public:
    void up(SchemaBuilder& schema) const override {
        using v1::Article;
        schema.createTable<Article>("articles", [](godwit::TypedTable<Article>& t) {
            t.column<&Article::id>().primaryKey().generated();
            t.column<&Article::title>().unique();
            t.column<&Article::visibility>().defaultTo("draft");
            t.column<&Article::created_at>().defaultTo(godwit::now);
            t.index<&Article::visibility, &Article::created_at>();
        });
    }
    void down(SchemaBuilder& schema) const override { schema.dropTable("articles"); }
};

}  // namespace

GODWIT_MIGRATION(20260301090000_create_articles, CreateArticles)
