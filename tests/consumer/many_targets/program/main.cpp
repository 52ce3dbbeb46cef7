#include <cstdio>

#include <empty_part/migrations.hpp>
#include <program/migrations.hpp>
#include <shared_part/migrations.hpp>
#include <static-part/migrations.hpp>

namespace {

void print(const char* name, const godwit::MigrationSet& set) {
    std::printf("%s %zu", name, set.size());
    for (const godwit::MigrationEntry& entry : set) {
        std::printf(" %s", entry.id);
        entry.make();
    }
    std::printf("\n");
}

}  // namespace

int main() {
    print("static_part", static_part::migrations());
    print("shared_part", shared_part::migrations());
    print("empty_part", empty_part::migrations());
    print("program", program::migrations());
    print("company::audit", company::audit::migrations());
}
