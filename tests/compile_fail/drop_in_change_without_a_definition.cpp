// expect: no matching function
#include <godwit/migration.hpp>

void change(godwit::ReversibleAlterBuilder& t) { t.dropColumn("x"); }
