// expect: could not convert
// expect-clang: no viable conversion
#include <godwit/value.hpp>

godwit::Value address(const int* number) { return number; }
