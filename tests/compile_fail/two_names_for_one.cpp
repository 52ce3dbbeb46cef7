// expect: no matching function
// expect-clang: no matching
#include <godwit/migration.hpp>

void drop(godwit::AlterBuilder& t) { t.dropColumn({"first", "second"}); }
