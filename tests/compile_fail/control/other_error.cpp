// expect: godwit: a name must not be empty
#include <godwit/migration.hpp>

static_assert(sizeof(char) == 2, "another error than the expected one");
