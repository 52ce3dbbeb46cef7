// expect: godwit: migration ids must be unique and ascending in the list
#include <godwit/migration_set.hpp>

constexpr godwit::MigrationEntry kEntries[] = {{"20260102000000_b", nullptr},
                                               {"20260102000000_b", nullptr}};
static_assert(godwit::detail::ascending(kEntries),
              "godwit: migration ids must be unique and ascending in the list");
