// expect: in change() a drop says what it drops, so that it can come back
#include <godwit/migration.hpp>

void change(godwit::ReversibleAlterBuilder& t) { t.dropColumn("x"); }
