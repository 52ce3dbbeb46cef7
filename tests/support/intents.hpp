#pragma once

#include <string>
#include <vector>

namespace godwit::test {

/// One thing that a migration builder is asked for: a line of tests/conformance/intents.txt.
struct Intent {
    std::string theme;     ///< "Tables".
    std::string id;        ///< "tables-1".
    std::string askedBy;   ///< Where other builders' suites ask for it.
    std::string wanted;    ///< What is asked, in our words.
    std::string proof;     ///< "ConformanceTables.NeedNoKey", "compile_fail/empty_name", or empty.
    bool refusal = false;  ///< It is a refusal that is asked.
    bool instead = false;  ///< The test shows what is there in place of it: it is not met.
    std::string whyNot;    ///< Where it is not met, or met in another way.
};

/// All of them, in order. Throws std::runtime_error for a line that is not of five parts.
std::vector<Intent> intents();

}  // namespace godwit::test
