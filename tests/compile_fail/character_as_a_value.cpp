// expect: a single character is no value
#include <godwit/value.hpp>

godwit::Value letter() { return 'x'; }
