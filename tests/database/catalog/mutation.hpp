#pragma once

#include <string_view>
#include <vector>

namespace godwit::test {

/// One change of one attribute, which a catalog dump must show.
struct Mutation {
    std::string_view attribute;  ///< "index predicate"
    std::string_view change;     ///< One statement.
    std::string_view undo;       ///< One statement; empty where a transaction takes it back.
    unsigned from = 0;           ///< The first major version of the server that has it.
};

}  // namespace godwit::test
