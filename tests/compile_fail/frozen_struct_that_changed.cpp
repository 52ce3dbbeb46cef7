// expect: the frozen struct of this migration has another shape now
#include <godwit/describe.hpp>

namespace {
struct Article {
    std::int64_t id;
};
BOOST_DESCRIBE_STRUCT(Article, (), (id))
GODWIT_FREEZE(Article, 1)
}  // namespace
