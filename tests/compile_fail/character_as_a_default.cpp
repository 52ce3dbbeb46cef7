// expect: a single character is no default
#include <godwit/migration.hpp>

void letter(godwit::TableBuilder& t) { t.string("grade", 1).defaultTo('a'); }
