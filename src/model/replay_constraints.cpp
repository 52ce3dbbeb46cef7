#include <array>

#include "model/qualified.hpp"
#include "model/replay.hpp"
#include "model/sql_words.hpp"

// What happens to constraints and indexes by their names, and what raw SQL may have changed.

namespace godwit::detail {

namespace {

// Statements that change rows and nothing else, as far as their first word tells.
constexpr std::array<std::string_view, 8> kRowWords =
    {"insert", "update", "delete", "replace", "merge", "analyze", "vacuum", "truncate"};
// Statements that change what they name.
constexpr std::array<std::string_view, 7> kObjectWords =
    {"create", "alter", "drop", "rename", "comment", "grant", "revoke"};

template <std::size_t N>
bool isOneOf(const std::string& word, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

void Replay::play(const op::DropExclusion& o) {
    with(o.table, [&](Table& t) { eraseNamed(t, t.exclusions, o.name, "exclusion"); });
}

void Replay::play(const op::RenameConstraint& o) {
    with(o.table, [&](Table& table) {
        bool found = false;
        const auto renameIn = [&](auto& objects) {
            for (auto& object : objects) {
                if (object.name == o.constraint) {
                    object.name = o.to;
                    found = true;
                }
            }
        };
        renameIn(table.uniqueKeys);
        renameIn(table.foreignKeys);
        renameIn(table.checks);
        renameIn(table.exclusions);
        if (table.primaryKey && table.primaryKey->name == o.constraint) {
            table.primaryKey->name = o.to;
            found = true;
        }
        if (!found) {
            refuse(ErrorCode::UnknownConstraint,
                   fmt::format("table {} has no constraint named {}", table.name, o.constraint),
                   "name one that the migrations before have made");
        }
    });
}

void Replay::play(const op::ValidateConstraint& o) {
    with(o.table, [&](Table& table) {
        const auto key = named(table.foreignKeys, o.constraint);
        const auto check = named(table.checks, o.constraint);
        if (key != table.foreignKeys.end()) {
            key->validated = true;
        } else if (check != table.checks.end()) {
            check->validated = true;
        } else {
            refuse(ErrorCode::UnknownConstraint,
                   fmt::format("table {} has no foreign key or check named {}",
                               table.name,
                               o.constraint),
                   "name one that was added with notValid()");
        }
    });
}

void Replay::play(const op::RenameIndex& o) {
    with(o.table, [&](Table& table) {
        const auto index = named(table.indexes, o.index);
        if (index == table.indexes.end()) {
            refuse(ErrorCode::UnknownConstraint,
                   fmt::format("table {} has no index named {}", table.name, o.index),
                   "name one that the migrations before have made");
            return;
        }
        wantFreeIndexName(table, o.to, o.line);
        index->name = o.to;
    });
}

void Replay::play(const op::SetIndexVisibility& o) {
    with(o.table, [&](Table& table) {
        const auto index = named(table.indexes, o.index);
        if (index != table.indexes.end()) {
            index->invisible = !o.visible;
        } else {
            refuse(ErrorCode::UnknownConstraint,
                   fmt::format("table {} has no index named {}", table.name, o.index),
                   "name one that the migrations before have made");
        }
    });
}

// What changes rows leaves the tables as they are; what makes, changes or drops something may
// concern each table that it names; anything else may do whatever it likes.
void Replay::play(const op::RawSql& o) {
    for (const auto& text : o.texts) {
        if (!text || text->empty()) {
            continue;
        }
        const Words words = wordsOf(*text);
        const std::string first = words.bare.empty() ? std::string{} : words.bare.front();
        if (isOneOf(first, kRowWords)) {
            continue;
        }
        schema_.touchedByRawSql = true;
        for (auto& [name, table] : schema_.tables) {
            if (!isOneOf(first, kObjectWords) || mentions(words, unqualified(name))) {
                table.touchedByRawSql = true;
            }
        }
        for (auto& [name, known] : schema_.objects) {
            const std::string& called = name.name.empty() ? name.table : name.name;
            known.outdated = known.outdated ||
                             (isOneOf(first, kObjectWords) && mentions(words, unqualified(called)));
        }
    }
}

void Replay::add(Table& table, const Exclusion& exclusion) {
    if (named(table.exclusions, exclusion.name) != table.exclusions.end()) {
        refuse(ErrorCode::DuplicateObjectName,
               fmt::format("table {} has an exclusion {} already", table.name, exclusion.name),
               "give one of them another name",
               exclusion.line);
    }
    table.exclusions.push_back(exclusion);
}

}  // namespace godwit::detail
