// expect: cannot convert
// expect-clang: no matching constructor
#include <godwit/migration.hpp>

void drop(godwit::AlterBuilder& t) { t.dropColumn({"first", "second"}); }
