#include <gtest/gtest.h>

#include <godwit/describe.hpp>

#include "unit/support/recording.hpp"

// Another file has a struct of the same name: in unnamed namespaces each migration keeps its own.

namespace {
namespace shop {

struct Article {
    std::int64_t id;
    std::string title;
    bool published;
};
BOOST_DESCRIBE_STRUCT(Article, (), (id, title, published))

}  // namespace shop
}  // namespace

namespace godwit {
namespace {

TEST(DescribedStruct, IsNotMistakenForOneOfTheSameNameElsewhere) {
    const auto operations = test::recorded([](SchemaBuilder& schema) {
        schema.createTable<shop::Article>("articles", [](TypedTable<shop::Article>&) {});
    });
    EXPECT_EQ(std::get<op::CreateTable>(operations.at(0)).table.columns.size(), 3U);
}

}  // namespace
}  // namespace godwit
