// expect: deleted
#include <godwit/migration.hpp>

void add(godwit::TableBuilder& t) { t.string("x").defaultTo(nullptr); }
