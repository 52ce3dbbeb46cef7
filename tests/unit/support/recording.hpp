#pragma once

#include <functional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <godwit/error.hpp>
#include <godwit/operation.hpp>
#include <godwit/schema_builder.hpp>

#include "build/recorder.hpp"

namespace godwit::test {

using Calls = std::function<void(SchemaBuilder&)>;

/// What builder calls are recorded as.
inline std::vector<Operation> recorded(const Calls& calls) {
    detail::Recorder recorder;
    SchemaBuilder schema{recorder};
    calls(schema);
    return recorder.take();
}

/// The schema that builder calls lead to, from an empty one.
inline Schema schemaAfter(const Calls& calls) {
    Schema schema;
    for (const Operation& operation : recorded(calls)) {
        replay(operation, schema);
    }
    return schema;
}

/// The error that `work` throws; a failure of the test when it throws none of that code.
template <class Work>
std::string messageOf(ErrorCode code, Work work) {
    try {
        work();
    } catch (const Error& error) {
        EXPECT_EQ(codeText(error.code()), codeText(code)) << error.what();
        EXPECT_FALSE(error.state().empty()) << error.what();
        EXPECT_FALSE(error.hint().empty()) << error.what();
        return error.message();
    }
    ADD_FAILURE() << "nothing was thrown";
    return {};
}

}  // namespace godwit::test
