#pragma once

#include <godwit/migration.hpp>

namespace godwit::test {

using WrittenBody = void (*)(SchemaBuilder&);

inline void nothingToDo(SchemaBuilder&) {}

/// A migration out of two functions.
template <WrittenBody kUp, WrittenBody kDown = nothingToDo>
class Written final : public Migration {
public:
    void up(SchemaBuilder& schema) const override { kUp(schema); }
    void down(SchemaBuilder& schema) const override { kDown(schema); }
};

}  // namespace godwit::test
