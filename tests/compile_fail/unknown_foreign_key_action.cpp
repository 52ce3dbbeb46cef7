// expect: cannot convert
// expect-clang: cannot initialize
#include <godwit/migration.hpp>

void add(godwit::TableBuilder& t) { t.foreignId("x").references("y").onDelete("vanish"); }
