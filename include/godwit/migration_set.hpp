#pragma once

#include <cstddef>
#include <string_view>

#include <godwit/export.hpp>
#include <godwit/migration.hpp>

namespace godwit {

/// One row of the index that `godwit_add_migrations()` writes.
struct MigrationEntry {
    const char* id;              ///< YYYYMMDDHHMMSS_name, static storage.
    const Migration& (*make)();  ///< Returns the one instance.
};

namespace detail {
/// True when the ids are unique and ascending.
template <std::size_t N>
constexpr bool ascending(const MigrationEntry (&entries)[N]) {
    for (std::size_t i = 1; i < N; ++i) {
        if (std::string_view{entries[i - 1].id} >= std::string_view{entries[i].id}) {
            return false;
        }
    }
    return true;
}
}  // namespace detail

/// Migrations in the order of their ids. Copyable; never owns a migration.
class GODWIT_API MigrationSet {
public:
    MigrationSet() = default;

    /// @param entries ascending by id and alive as long as the set.
    /// @throws UsageError (GW104, GW105, GW106) for an id that is malformed, there twice or out of
    /// order.
    MigrationSet(const MigrationEntry* entries, std::size_t count);
    MigrationSet(const MigrationSet& other);
    MigrationSet(MigrationSet&& other) noexcept;
    MigrationSet& operator=(MigrationSet other) noexcept;
    ~MigrationSet();

    /// Appends a migration by class, as tests do.
    /// @throws UsageError as the constructor does.
    template <class M>
    MigrationSet& add(const char* id) {
        return append({id, []() -> const Migration& {
                           static const M migration;
                           return migration;
                       }});
    }

    const MigrationEntry* begin() const { return entries_; }
    const MigrationEntry* end() const { return entries_ + size_; }
    std::size_t size() const { return size_; }

private:
    MigrationSet& append(MigrationEntry entry);

    MigrationEntry* entries_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace godwit
