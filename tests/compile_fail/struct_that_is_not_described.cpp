// expect: write BOOST_DESCRIBE_STRUCT for it
#include <godwit/describe.hpp>

namespace {
struct Article {
    std::int64_t id;
};
}  // namespace

void create(godwit::SchemaBuilder& schema);
void create(godwit::SchemaBuilder& schema) {
    schema.createTable<Article>("articles", [](godwit::TypedTable<Article>&) {});
}
