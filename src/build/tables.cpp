#include <fmt/format.h>

#include "build/recorder.hpp"

// What can be added to a table, dropped from it, and done with tables as a whole.

namespace godwit {

using detail::Handle;
using detail::lineOf;
using detail::plainText;
using detail::textsOf;

namespace {

std::string textOf(const Name& name) { return plainText(name.text(), "a name", name.line()); }

Handle addColumn(detail::Recorder& recorder,
                 std::uint32_t block,
                 const Name& name,
                 ColumnType type) {
    Column column{.name = textOf(name), .type = std::move(type), .line = name.line()};
    return recorder.add(
        block,
        op::AddColumn{.table = recorder.table(), .column = std::move(column), .line = name.line()});
}

ColumnType plain(ColumnType::Kind kind) { return {.kind = kind, .enumName = {}}; }

ColumnType withPrecision(ColumnType::Kind kind, std::uint32_t precision) {
    return {.kind = kind, .precision = precision, .enumName = {}};
}

void wantNames(std::initializer_list<Name> columns, std::string_view what) {
    if (columns.size() == 0) {
        detail::refuse(ErrorCode::BadArgument,
                       fmt::format("{} names no column", what),
                       "name one or more",
                       {});
    }
}

}  // namespace

ColumnRef TableParts::id(Name column) const { return bigInteger(column).primaryKey().generated(); }

ColumnRef TableParts::id(std::uint32_t line, const char* file) const {
    return id(name("id", line, file));
}

ColumnRef TableParts::uuid(Name column) const {
    return ColumnRef{addColumn(*recorder_, block_, column, plain(ColumnType::Kind::Uuid))};
}

ColumnRef TableParts::tinyInteger(Name column) const {
    return ColumnRef{addColumn(*recorder_, block_, column, plain(ColumnType::Kind::TinyInteger))};
}

ColumnRef TableParts::smallInteger(Name column) const {
    return ColumnRef{addColumn(*recorder_, block_, column, plain(ColumnType::Kind::SmallInteger))};
}

ColumnRef TableParts::integer(Name column) const {
    return ColumnRef{addColumn(*recorder_, block_, column, plain(ColumnType::Kind::Integer))};
}

ColumnRef TableParts::bigInteger(Name column) const {
    return ColumnRef{addColumn(*recorder_, block_, column, plain(ColumnType::Kind::BigInteger))};
}

ColumnRef TableParts::decimal(Name column, std::uint32_t precision, std::uint32_t scale) const {
    return ColumnRef{addColumn(*recorder_,
                               block_,
                               column,
                               {.kind = ColumnType::Kind::Decimal,
                                .precision = precision,
                                .scale = scale,
                                .enumName = {}})};
}

ColumnRef TableParts::string(Name column, std::uint32_t length) const {
    return ColumnRef{
        addColumn(*recorder_,
                  block_,
                  column,
                  {.kind = ColumnType::Kind::String, .length = length, .enumName = {}})};
}

ColumnRef TableParts::text(Name column) const {
    return ColumnRef{addColumn(*recorder_, block_, column, plain(ColumnType::Kind::Text))};
}

ColumnRef TableParts::boolean(Name column) const {
    return ColumnRef{addColumn(*recorder_, block_, column, plain(ColumnType::Kind::Boolean))};
}

ColumnRef TableParts::date(Name column) const {
    return ColumnRef{addColumn(*recorder_, block_, column, plain(ColumnType::Kind::Date))};
}

ColumnRef TableParts::timestamp(Name column, std::uint32_t precision) const {
    return ColumnRef{addColumn(*recorder_,
                               block_,
                               column,
                               withPrecision(ColumnType::Kind::Timestamp, precision))};
}

ColumnRef TableParts::timestampTz(Name column, std::uint32_t precision) const {
    return ColumnRef{addColumn(*recorder_,
                               block_,
                               column,
                               withPrecision(ColumnType::Kind::TimestampTz, precision))};
}

void TableParts::timestamps() const {
    // The lines of these names would point in here; the table's own is what a user can open.
    const SourceLine line = recorder_->line();
    timestampTz(name("created_at", line.line, line.file)).defaultTo(now);
    const ColumnRef updated = timestampTz(name("updated_at", line.line, line.file)).defaultTo(now);
    recorder_->at<op::AddColumn>(updated.handle_).column.renewedAtUpdate = true;
}

ColumnRef TableParts::json(Name column) const {
    return ColumnRef{addColumn(*recorder_, block_, column, plain(ColumnType::Kind::Json))};
}

ColumnRef TableParts::bytes(Name column) const {
    return ColumnRef{addColumn(*recorder_, block_, column, plain(ColumnType::Kind::Bytes))};
}

ColumnRef TableParts::enumeration(Name column,
                                  Name type,
                                  std::initializer_list<std::string_view> values) const {
    ColumnType enumeration{.kind = ColumnType::Kind::Enumeration, .enumName = textOf(type)};
    for (const std::string_view value : values) {
        enumeration.values.push_back(plainText(value, "an enum value", type.line()));
    }
    return ColumnRef{addColumn(*recorder_, block_, column, std::move(enumeration))};
}

ColumnRef TableParts::foreignId(Name column) const {
    recorder_->wantReference(column.text(), column.line());
    return bigInteger(column);
}

ColumnRef TableParts::foreignUuid(Name column) const {
    recorder_->wantReference(column.text(), column.line());
    return uuid(column);
}

KeyRef TableParts::primaryKey(std::initializer_list<Name> columns) const {
    wantNames(columns, "primaryKey");
    const SourceLine line = lineOf(columns);
    return KeyRef{
        recorder_->add(
            block_,
            op::AddPrimaryKey{.table = recorder_->table(),
                              .primaryKey = {.name = {}, .columns = textsOf(columns), .line = line},
                              .line = line}),
        KeyRef::Kind::Primary};
}

KeyRef TableParts::unique(std::initializer_list<Name> columns) const {
    wantNames(columns, "unique");
    const SourceLine line = lineOf(columns);
    return KeyRef{
        recorder_->add(
            block_,
            op::AddUniqueKey{.table = recorder_->table(),
                             .uniqueKey = {.name = {}, .columns = textsOf(columns), .line = line},
                             .line = line}),
        KeyRef::Kind::Unique};
}

ForeignKeyRef TableParts::foreignKey(std::initializer_list<Name> columns) const {
    wantNames(columns, "foreignKey");
    const SourceLine line = lineOf(columns);
    return ForeignKeyRef{
        recorder_->add(block_,
                       op::AddForeignKey{.table = recorder_->table(),
                                         .foreignKey = {.name = {},
                                                        .columns = textsOf(columns),
                                                        .referencedTable = {},
                                                        .referencedColumns = {},
                                                        .line = line},
                                         .line = line})};
}

IndexRef TableParts::index(std::initializer_list<Name> columns) const {
    wantNames(columns, "index");
    const SourceLine line = lineOf(columns);
    return IndexRef{recorder_->add(
        block_,
        op::AddIndex{.table = recorder_->table(),
                     .index = {.name = {}, .columns = textsOf(columns), .line = line},
                     .line = line})};
}

void TableParts::check(Name name, std::string_view sql) const {
    recorder_->add(block_,
                   op::AddCheck{.table = recorder_->table(),
                                .check = {.name = textOf(name),
                                          .sql = plainText(sql, "a check", name.line()),
                                          .line = name.line()},
                                .line = name.line()});
}

void TableParts::comment(std::string_view text) const {
    recorder_->add(block_,
                   op::SetTableComment{.table = recorder_->table(),
                                       .comment = plainText(text, "a comment", {}),
                                       .line = recorder_->line()});
}

void AlterBuilder::dropColumn(Name column) const {
    recorder_->add(block_, op::DropColumn{recorder_->table(), textOf(column), column.line()});
}

void AlterBuilder::renameColumn(Name from, Name to) const {
    recorder_->add(block_,
                   op::RenameColumn{recorder_->table(), textOf(from), textOf(to), from.line()});
}

void AlterBuilder::dropPrimaryKey() const {
    recorder_->add(block_, op::DropPrimaryKey{recorder_->table(), recorder_->line()});
}

void AlterBuilder::dropUnique(Name name) const {
    recorder_->add(block_, op::DropUniqueKey{recorder_->table(), textOf(name), {}, name.line()});
}

void AlterBuilder::dropUnique(std::initializer_list<Name> columns) const {
    wantNames(columns, "dropUnique");
    recorder_->add(block_,
                   op::DropUniqueKey{recorder_->table(), {}, textsOf(columns), lineOf(columns)});
}

void AlterBuilder::dropForeignKey(Name name) const {
    recorder_->add(block_, op::DropForeignKey{recorder_->table(), textOf(name), {}, name.line()});
}

void AlterBuilder::dropForeignKey(std::initializer_list<Name> columns) const {
    wantNames(columns, "dropForeignKey");
    recorder_->add(block_,
                   op::DropForeignKey{recorder_->table(), {}, textsOf(columns), lineOf(columns)});
}

void AlterBuilder::dropIndex(Name name) const {
    recorder_->add(block_, op::DropIndex{recorder_->table(), textOf(name), {}, name.line()});
}

void AlterBuilder::dropIndex(std::initializer_list<Name> columns) const {
    wantNames(columns, "dropIndex");
    recorder_->add(block_,
                   op::DropIndex{recorder_->table(), {}, textsOf(columns), lineOf(columns)});
}

void AlterBuilder::dropCheck(Name name) const {
    recorder_->add(block_, op::DropCheck{recorder_->table(), textOf(name), name.line()});
}

void AlterBuilder::commentOn(Name column, std::string_view text) const {
    recorder_->add(block_,
                   op::SetColumnComment{recorder_->table(),
                                        textOf(column),
                                        plainText(text, "a comment", column.line()),
                                        column.line()});
}

void SchemaBuilder::dropTable(Name table) {
    recorder_->append(op::DropTable{textOf(table), table.line()});
}

void SchemaBuilder::renameTable(Name from, Name to) {
    recorder_->append(op::RenameTable{textOf(from), textOf(to), from.line()});
}

void SchemaBuilder::sql(const SqlTexts& texts, std::uint32_t line, const char* file) {
    recorder_->append(detail::rawSql(texts, {file, line}));
}

std::uint32_t SchemaBuilder::begin(Name table, bool creating) {
    return recorder_->begin(table.text(), table.line(), creating);
}

void SchemaBuilder::end() { recorder_->end(); }

}  // namespace godwit
