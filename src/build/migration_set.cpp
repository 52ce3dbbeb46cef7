#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include <godwit/error.hpp>
#include <godwit/migration_set.hpp>

namespace godwit {

namespace {

constexpr const char* kNothingRan = "Nothing has run.";

void wantNext(const MigrationEntry* before, const MigrationEntry& entry) {
    const std::string_view id = entry.id;
    const ErrorWhere where{.migration = std::string{id}, .operation = {}, .sql = {}, .line = {}};
    if (!detail::isMigrationId(id)) {
        throw UsageError(ErrorCode::BadMigrationId,
                         {fmt::format("{} is no migration id", id),
                          kNothingRan,
                          "ids read YYYYMMDDHHMMSS_name_in_lower_case"},
                         where);
    }
    if (before == nullptr || std::string_view{before->id} < id) {
        return;
    }
    if (before->id == id) {
        throw UsageError(ErrorCode::DuplicateMigrationId,
                         {fmt::format("the migration {} is there twice", id),
                          kNothingRan,
                          "give the later one a new id"},
                         where);
    }
    throw UsageError(ErrorCode::MigrationsOutOfOrder,
                     {fmt::format("the migration {} stands behind {}", id, before->id),
                      kNothingRan,
                      "add migrations in the order of their ids"},
                     where);
}

}  // namespace

MigrationSet::MigrationSet(const MigrationEntry* entries, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        wantNext(i == 0 ? nullptr : &entries[i - 1], entries[i]);
    }
    entries_ = new MigrationEntry[count];
    size_ = count;
    std::copy_n(entries, count, entries_);
}

MigrationSet::MigrationSet(const MigrationSet& other)
    : entries_(new MigrationEntry[other.size_]), size_(other.size_) {
    std::copy_n(other.entries_, size_, entries_);
}

MigrationSet::MigrationSet(MigrationSet&& other) noexcept
    : entries_(std::exchange(other.entries_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MigrationSet& MigrationSet::operator=(MigrationSet other) noexcept {
    std::swap(entries_, other.entries_);
    std::swap(size_, other.size_);
    return *this;
}

MigrationSet::~MigrationSet() { delete[] entries_; }

MigrationSet& MigrationSet::append(MigrationEntry entry) {
    wantNext(size_ == 0 ? nullptr : &entries_[size_ - 1], entry);
    MigrationSet longer;
    longer.entries_ = new MigrationEntry[size_ + 1];
    longer.size_ = size_ + 1;
    std::copy_n(entries_, size_, longer.entries_);
    longer.entries_[size_] = entry;
    return *this = std::move(longer);
}

}  // namespace godwit
