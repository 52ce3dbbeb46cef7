// expect: could not convert
// expect-clang: no viable conversion
#include <godwit/value.hpp>

godwit::Value sum() { return godwit::expr("1 + 1"); }
