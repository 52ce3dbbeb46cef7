// expect: has no member named
// expect-clang: no member named
#include <godwit/migration.hpp>

void add(godwit::TableBuilder& t) { t.string("x").nulable(); }
