// expect: specialize godwit::ColumnTypeOf<T>
#include <godwit/describe.hpp>

namespace {
struct Money {};
struct Article {
    Money price;
};
BOOST_DESCRIBE_STRUCT(Article, (), (price))
}  // namespace

void create(godwit::SchemaBuilder& schema);
void create(godwit::SchemaBuilder& schema) {
    schema.createTable<Article>("articles", [](godwit::TypedTable<Article>&) {});
}
