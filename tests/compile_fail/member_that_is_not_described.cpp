// expect: this member is not among those that BOOST_DESCRIBE_STRUCT names
#include <godwit/describe.hpp>

namespace {
struct Article {
    std::int64_t id;
    std::string title;
};
BOOST_DESCRIBE_STRUCT(Article, (), (id))
}  // namespace

void create(godwit::SchemaBuilder& schema);
void create(godwit::SchemaBuilder& schema) {
    schema.createTable<Article>("articles",
                                [](godwit::TypedTable<Article>& t) { t.index<&Article::title>(); });
}
