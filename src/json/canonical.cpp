#include <nlohmann/json.hpp>

#include "json/canonical.hpp"

namespace godwit::detail {

namespace {

using Json = nlohmann::json;

std::string_view nameOf(ColumnType::Kind kind) {
    using enum ColumnType::Kind;
    switch (kind) {
    case TinyInteger:
        return "tiny_integer";
    case SmallInteger:
        return "small_integer";
    case Integer:
        return "integer";
    case BigInteger:
        return "big_integer";
    case Decimal:
        return "decimal";
    case String:
        return "string";
    case Text:
        return "text";
    case Boolean:
        return "boolean";
    case Date:
        return "date";
    case Timestamp:
        return "timestamp";
    case TimestampTz:
        return "timestamp_tz";
    case Json:
        return "json";
    case Bytes:
        return "bytes";
    case Uuid:
        return "uuid";
    case Enumeration:
        return "enumeration";
    }
    return {};
}

std::string_view nameOf(ForeignKeyAction action) {
    switch (action) {
    case ForeignKeyAction::NoAction:
        return "no_action";
    case ForeignKeyAction::Restrict:
        return "restrict";
    case ForeignKeyAction::Cascade:
        return "cascade";
    case ForeignKeyAction::SetNull:
        return "set_null";
    case ForeignKeyAction::SetDefault:
        return "set_default";
    }
    return {};
}

Json jsonOf(const ColumnType& type) {
    Json out{{"kind", nameOf(type.kind)}};
    switch (type.kind) {
    case ColumnType::Kind::Decimal:
        out["scale"] = type.scale;
        out["precision"] = type.precision;
        break;
    case ColumnType::Kind::Timestamp:
    case ColumnType::Kind::TimestampTz:
        out["precision"] = type.precision;
        break;
    case ColumnType::Kind::String:
        out["length"] = type.length;
        break;
    case ColumnType::Kind::Enumeration:
        out["enum"] = type.enumName;
        out["values"] = type.values;
        break;
    case ColumnType::Kind::TinyInteger:
    case ColumnType::Kind::SmallInteger:
    case ColumnType::Kind::Integer:
    case ColumnType::Kind::BigInteger:
    case ColumnType::Kind::Text:
    case ColumnType::Kind::Boolean:
    case ColumnType::Kind::Date:
    case ColumnType::Kind::Json:
    case ColumnType::Kind::Bytes:
    case ColumnType::Kind::Uuid:
        break;
    }
    return out;
}

Json defaultJson(bool value) { return {{"boolean", value}}; }
Json defaultJson(const NumberDefault& value) { return {{"number", value.digits}}; }
Json defaultJson(const TextDefault& value) { return {{"text", value.text}}; }
Json defaultJson(const NowDefault&) { return {{"now", true}}; }
Json defaultJson(const ExpressionDefault& value) { return {{"expression", value.sql}}; }

Json jsonOf(const Column& column) {
    Json out{{"name", column.name},
             {"type", jsonOf(column.type)},
             {"nullable", column.nullable},
             {"generated", column.generated},
             {"renewed_at_update", column.renewedAtUpdate},
             {"default", nullptr},
             {"comment", column.comment}};
    if (column.defaultValue) {
        out["default"] =
            std::visit([](const auto& value) { return defaultJson(value); }, *column.defaultValue);
    }
    return out;
}

Json jsonOf(const PrimaryKey& key) { return {{"name", key.name}, {"columns", key.columns}}; }
Json jsonOf(const UniqueKey& key) { return {{"name", key.name}, {"columns", key.columns}}; }
Json jsonOf(const Check& check) { return {{"name", check.name}, {"sql", check.sql}}; }

Json jsonOf(const Index& index) {
    return {{"name", index.name}, {"columns", index.columns}, {"unique", index.unique}};
}

Json jsonOf(const ForeignKey& key) {
    return {{"name", key.name},
            {"columns", key.columns},
            {"referenced_table", key.referencedTable},
            {"referenced_columns", key.referencedColumns},
            {"on_delete", nameOf(key.onDelete)},
            {"on_update", nameOf(key.onUpdate)}};
}

template <class Object>
Json listOf(const std::vector<Object>& objects) {
    Json out = Json::array();
    for (const Object& object : objects) {
        out.push_back(jsonOf(object));
    }
    return out;
}

Json fieldsOf(const op::CreateTable& o) {
    return {{"table", o.table.name},
            {"comment", o.table.comment},
            {"columns", listOf(o.table.columns)},
            {"primary_key", o.table.primaryKey ? jsonOf(*o.table.primaryKey) : Json{}},
            {"unique_keys", listOf(o.table.uniqueKeys)},
            {"foreign_keys", listOf(o.table.foreignKeys)},
            {"checks", listOf(o.table.checks)},
            {"indexes", listOf(o.table.indexes)}};
}
Json fieldsOf(const op::DropTable& o) { return {{"table", o.table}}; }
Json fieldsOf(const op::RenameTable& o) { return {{"table", o.table}, {"to", o.to}}; }
Json fieldsOf(const op::SetTableComment& o) { return {{"table", o.table}, {"comment", o.comment}}; }
Json fieldsOf(const op::AddColumn& o) { return {{"table", o.table}, {"column", jsonOf(o.column)}}; }
Json fieldsOf(const op::DropColumn& o) { return {{"table", o.table}, {"column", o.column}}; }
Json fieldsOf(const op::RenameColumn& o) {
    return {{"table", o.table}, {"column", o.column}, {"to", o.to}};
}
Json fieldsOf(const op::SetColumnComment& o) {
    return {{"table", o.table}, {"column", o.column}, {"comment", o.comment}};
}
Json fieldsOf(const op::AddPrimaryKey& o) {
    return {{"table", o.table}, {"primary_key", jsonOf(o.primaryKey)}};
}
Json fieldsOf(const op::DropPrimaryKey& o) { return {{"table", o.table}}; }
Json fieldsOf(const op::AddUniqueKey& o) {
    return {{"table", o.table}, {"unique_key", jsonOf(o.uniqueKey)}};
}
Json fieldsOf(const op::DropUniqueKey& o) {
    return {{"table", o.table}, {"name", o.name}, {"columns", o.columns}};
}
Json fieldsOf(const op::AddForeignKey& o) {
    return {{"table", o.table}, {"foreign_key", jsonOf(o.foreignKey)}};
}
Json fieldsOf(const op::DropForeignKey& o) {
    return {{"table", o.table}, {"name", o.name}, {"columns", o.columns}};
}
Json fieldsOf(const op::AddCheck& o) { return {{"table", o.table}, {"check", jsonOf(o.check)}}; }
Json fieldsOf(const op::DropCheck& o) { return {{"table", o.table}, {"name", o.name}}; }
Json fieldsOf(const op::AddIndex& o) { return {{"table", o.table}, {"index", jsonOf(o.index)}}; }
Json fieldsOf(const op::DropIndex& o) {
    return {{"table", o.table}, {"name", o.name}, {"columns", o.columns}};
}

// A checkout with other line ends is the same migration.
std::string withPlainLineEnds(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n') {
            out += text[i];
        }
    }
    return out;
}

Json fieldsOf(const op::RawSql& o) {
    Json texts = Json::object();
    for (std::size_t i = 0; i < o.texts.size(); ++i) {
        const std::string key{godwit::nameOf(static_cast<DatabaseKind>(i))};
        texts[key] = o.texts[i] ? Json(withPlainLineEnds(*o.texts[i])) : Json{};
    }
    return {{"sql", std::move(texts)}};
}

}  // namespace

std::string canonicalOperations(const std::vector<Operation>& operations) {
    Json out = Json::array();
    for (const Operation& operation : operations) {
        Json object = std::visit([](const auto& o) { return fieldsOf(o); }, operation);
        object["op"] = godwit::nameOf(operation);
        out.push_back(std::move(object));
    }
    return out.dump();
}

std::string canonicalTexts(const std::vector<std::string>& texts) { return Json(texts).dump(); }

}  // namespace godwit::detail
