// expect: cannot bind non-const lvalue reference
// expect-clang: non-const lvalue reference
#include <godwit/migration.hpp>

void keep(godwit::TableBuilder& t) {
    auto& column = t.string("x").nullable();
    column.unique();
}
