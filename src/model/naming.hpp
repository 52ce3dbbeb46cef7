#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <godwit/schema.hpp>

namespace godwit::detail {

// Names that godwit makes: `<table>_<column>_<column>_<suffix>`, PostgreSQL's own habit, so that a
// key reads the same whichever way it was made. A name over 63 bytes is cut at a character and
// gets eight hex digits of the SHA-256 of the whole before its suffix. The schema of a table is no
// part of them: keys and indexes live in it too.

std::string primaryKeyName(std::string_view table);
std::string uniqueKeyName(std::string_view table, const std::vector<std::string>& columns);
std::string foreignKeyName(std::string_view table, const std::vector<std::string>& columns);
std::string indexName(std::string_view table, const std::vector<std::string>& columns);

/// Of an index with expressions: the words of its expressions stand for them.
std::string nameForIndex(std::string_view table, const Index& index);

/// Of the table, in the same schema, that keeps the rows of a dropped table, or the values of one
/// of its columns. It always ends in a hash: what a name is made of cannot be told from the name
/// alone.
std::string copyName(std::string_view table, std::string_view column = {});

/// What every such name begins with.
inline constexpr std::string_view kCopyPrefix = "godwit_copy_";
/// Of the function on PostgreSQL that holds the body of a trigger.
std::string triggerFunctionName(std::string_view table, std::string_view trigger);

/// Of one of the triggers that stand for one of several events: "touch_update".
std::string triggerNameFor(std::string_view trigger, std::string_view event);

/// Of a partition that is made with its table: "orders_p0".
std::string partitionName(std::string_view table, std::uint32_t number);

/// Of an enum type that another one has taken the place of, while its columns move over.
std::string formerTypeName(std::string_view type);

/// Of the CHECK that stands for a type where the database lacks it.
std::string typeCheckName(std::string_view table, const Column& column);

/// The column gets new names; the CHECK of its type keeps its own.
void renameColumn(Column& column,
                  std::string_view table,
                  std::string_view newTable,
                  const std::string& newName);

}  // namespace godwit::detail
