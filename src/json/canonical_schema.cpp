#include <algorithm>

#include "json/canonical_schema.hpp"

namespace godwit::detail {

namespace {

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
    case Real:
        return "real";
    case DoublePrecision:
        return "double_precision";
    case Decimal:
        return "decimal";
    case String:
        return "string";
    case FixedString:
        return "fixed_string";
    case Text:
        return "text";
    case CaseInsensitiveText:
        return "case_insensitive_text";
    case Boolean:
        return "boolean";
    case Date:
        return "date";
    case Time:
        return "time";
    case Timestamp:
        return "timestamp";
    case TimestampTz:
        return "timestamp_tz";
    case Duration:
        return "duration";
    case Year:
        return "year";
    case Json:
        return "json";
    case Bytes:
        return "bytes";
    case Binary:
        return "binary";
    case Varbinary:
        return "varbinary";
    case Bit:
        return "bit";
    case VarBit:
        return "var_bit";
    case Uuid:
        return "uuid";
    case Enumeration:
        return "enumeration";
    case Set:
        return "set";
    case Array:
        return "array";
    case Range:
        return "range";
    case Inet:
        return "inet";
    case Cidr:
        return "cidr";
    case MacAddress:
        return "mac_address";
    case TextSearchVector:
        return "text_search_vector";
    case TextSearchQuery:
        return "text_search_query";
    case Vector:
        return "vector";
    case Point:
        return "point";
    case Geometry:
        return "geometry";
    case Xml:
        return "xml";
    case Custom:
        return "custom";
    }
    return {};
}

std::string_view nameOf(ColumnType::Form form) {
    using enum ColumnType::Form;
    switch (form) {
    case Usual:
        return "usual";
    case Check:
        return "check";
    case Text:
        return "text";
    case Binary:
        return "binary";
    case Plain:
        return "plain";
    case ScaledInteger:
        return "scaled_integer";
    case NativeTimestamp:
        return "native_timestamp";
    case Json:
        return "json";
    }
    return {};
}

std::string_view nameOf(TextSize size) {
    using enum TextSize;
    switch (size) {
    case Tiny:
        return "tiny";
    case Small:
        return "small";
    case Medium:
        return "medium";
    case Long:
        return "long";
    }
    return {};
}

std::string_view nameOf(ForeignKeyAction action) {
    using enum ForeignKeyAction;
    switch (action) {
    case NoAction:
        return "no_action";
    case Restrict:
        return "restrict";
    case Cascade:
        return "cascade";
    case SetNull:
        return "set_null";
    case SetDefault:
        return "set_default";
    }
    return {};
}

std::string_view nameOf(Deferral deferral) {
    using enum Deferral;
    switch (deferral) {
    case NotDeferrable:
        return "not_deferrable";
    case InitiallyImmediate:
        return "initially_immediate";
    case InitiallyDeferred:
        return "initially_deferred";
    }
    return {};
}

std::string_view nameOf(SortOrder order) {
    using enum SortOrder;
    switch (order) {
    case Ascending:
        return "ascending";
    case Descending:
        return "descending";
    }
    return {};
}

std::string_view nameOf(NullsOrder order) {
    using enum NullsOrder;
    switch (order) {
    case ServerDefault:
        return "server_default";
    case First:
        return "first";
    case Last:
        return "last";
    }
    return {};
}

std::string_view nameOf(IndexMethod method) {
    using enum IndexMethod;
    switch (method) {
    case ServerDefault:
        return "server_default";
    case BTree:
        return "btree";
    case Hash:
        return "hash";
    case Gin:
        return "gin";
    case Gist:
        return "gist";
    case SpGist:
        return "spgist";
    case Brin:
        return "brin";
    }
    return {};
}

std::string_view nameOf(Index::Kind kind) {
    using enum Index::Kind;
    switch (kind) {
    case Usual:
        return "usual";
    case FullText:
        return "full_text";
    case Spatial:
        return "spatial";
    }
    return {};
}

std::string_view nameOf(Algorithm algorithm) {
    using enum Algorithm;
    switch (algorithm) {
    case ServerDefault:
        return "server_default";
    case Instant:
        return "instant";
    case InPlace:
        return "in_place";
    case Copy:
        return "copy";
    }
    return {};
}

std::string_view nameOf(LockMode lock) {
    using enum LockMode;
    switch (lock) {
    case ServerDefault:
        return "server_default";
    case None:
        return "none";
    case Shared:
        return "shared";
    case Exclusive:
        return "exclusive";
    }
    return {};
}

CanonicalJson defaultJson(bool value) { return {{"boolean", value}}; }
CanonicalJson defaultJson(const NumberDefault& value) { return {{"number", value.digits}}; }
CanonicalJson defaultJson(const TextDefault& value) { return {{"text", value.text}}; }
CanonicalJson defaultJson(const NowDefault&) { return {{"now", true}}; }
CanonicalJson defaultJson(const ExpressionDefault& value) { return {{"expression", value.sql}}; }

// What is as usual is left out, so that a word that godwit learns later changes no checksum.
template <class Value>
void add(CanonicalJson& out, const char* key, const Value& value, const Value& usual) {
    if (!(value == usual)) {
        if constexpr (std::is_enum_v<Value>) {
            out[key] = nameOf(value);
        } else {
            out[key] = value;
        }
    }
}

void add(CanonicalJson& out, const char* key, const SqlByDatabase& sql) {
    if (!isEmpty(sql)) {
        out[key] = canonical(sql);
    }
}

void addParameters(CanonicalJson& out,
                   const std::vector<std::pair<std::string, std::string>>& parameters) {
    if (!parameters.empty()) {
        out["parameters"] = parameters;
    }
}

}  // namespace

CanonicalJson canonical(const IndexPart& part) {
    CanonicalJson out = CanonicalJson::object();
    add(out, "column", part.column, std::string{});
    add(out, "expression", part.expression);
    add(out, "order", part.order, SortOrder::Ascending);
    add(out, "nulls", part.nulls, NullsOrder::ServerDefault);
    add(out, "prefix", part.prefix, std::uint32_t{0});
    add(out, "operator_class", part.operatorClass, std::string{});
    add(out, "collation", part.collation, std::string{});
    return out;
}

namespace {

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

}  // namespace

CanonicalJson canonical(const SqlByDatabase& sql) {
    const bool same = sql[0] && std::all_of(sql.begin(), sql.end(), [&sql](const auto& text) {
                          return text == sql[0];
                      });
    return same ? CanonicalJson(withPlainLineEnds(*sql[0])) : canonicalByDatabase(sql);
}

CanonicalJson canonicalByDatabase(const SqlByDatabase& sql) {
    CanonicalJson texts = CanonicalJson::object();
    for (std::size_t i = 0; i < sql.size(); ++i) {
        const std::string key{godwit::nameOf(static_cast<DatabaseKind>(i))};
        texts[key] = sql[i] ? CanonicalJson(withPlainLineEnds(*sql[i])) : CanonicalJson{};
    }
    return texts;
}

CanonicalJson canonical(const ColumnType& type) {
    CanonicalJson out{{"kind", nameOf(type.kind)}};
    add(out, "unsigned", type.isUnsigned, false);
    add(out, "length", type.length, std::uint32_t{0});
    if (type.kind == ColumnType::Kind::Decimal) {
        out["scale"] = type.scale;
    }
    switch (type.kind) {
    case ColumnType::Kind::Decimal:
    case ColumnType::Kind::Time:
    case ColumnType::Kind::Timestamp:
    case ColumnType::Kind::TimestampTz:
        out["precision"] = type.precision;
        break;
    default:
        break;
    }
    add(out, "srid", type.srid, std::uint32_t{0});
    add(out, "size", type.size, TextSize::Long);
    add(out, "form", type.form, ColumnType::Form::Usual);
    add(out, "enum", type.enumName, std::string{});
    add(out, "values", type.values, std::vector<std::string>{});
    if (!type.element.empty()) {
        out["element"] = canonical(type.element.front());
    }
    add(out, "custom", type.custom);
    return out;
}

CanonicalJson canonical(const DefaultValue& value) {
    return std::visit([](const auto& v) { return defaultJson(v); }, value);
}

CanonicalJson canonical(const Column& column) {
    CanonicalJson out{{"name", column.name},
                      {"type", canonical(column.type)},
                      {"nullable", column.nullable},
                      {"generated", column.generated},
                      {"renewed_at_update", column.renewedAtUpdate},
                      {"default", nullptr},
                      {"comment", column.comment}};
    if (column.defaultValue) {
        out["default"] = canonical(*column.defaultValue);
    }
    if (column.identity != Identity{}) {
        out["identity"] = {{"always", column.identity.always},
                           {"start", column.identity.start},
                           {"increment", column.identity.increment}};
    }
    add(out, "invisible", column.invisible, false);
    if (column.computed) {
        out["computed"] = {{"sql", canonical(column.computed->sql)},
                           {"stored", column.computed->stored}};
    }
    add(out, "collation", column.collation);
    add(out, "charset", column.charset, std::string{});
    add(out, "type_check", column.typeCheck, std::string{});
    return out;
}

CanonicalJson canonical(const PrimaryKey& key) {
    CanonicalJson out{{"name", key.name}, {"columns", key.columns}};
    add(out, "deferral", key.deferral, Deferral::NotDeferrable);
    return out;
}

CanonicalJson canonical(const UniqueKey& key) {
    CanonicalJson out{{"name", key.name}, {"columns", key.columns}};
    add(out, "nulls_not_distinct", key.nullsNotDistinct, false);
    add(out, "deferral", key.deferral, Deferral::NotDeferrable);
    return out;
}

CanonicalJson canonical(const ForeignKey& key) {
    CanonicalJson out{{"name", key.name},
                      {"columns", key.columns},
                      {"referenced_table", key.referencedTable},
                      {"referenced_columns", key.referencedColumns},
                      {"on_delete", nameOf(key.onDelete)},
                      {"on_update", nameOf(key.onUpdate)}};
    add(out, "deferral", key.deferral, Deferral::NotDeferrable);
    add(out, "validated", key.validated, true);
    return out;
}

CanonicalJson canonical(const Check& check) {
    CanonicalJson out{{"name", check.name}, {"sql", canonical(check.sql)}};
    add(out, "validated", check.validated, true);
    return out;
}

CanonicalJson canonical(const Exclusion& exclusion) {
    CanonicalJson parts = CanonicalJson::array();
    for (const ExclusionPart& part : exclusion.parts) {
        parts.push_back({{"sql", part.sql}, {"operator", part.operation}});
    }
    CanonicalJson out{{"name", exclusion.name},
                      {"method", nameOf(exclusion.method)},
                      {"parts", std::move(parts)}};
    add(out, "where", exclusion.where, std::string{});
    add(out, "deferral", exclusion.deferral, Deferral::NotDeferrable);
    return out;
}

CanonicalJson canonical(const Index& index) {
    CanonicalJson out{{"name", index.name}, {"unique", index.unique}};
    if (std::all_of(index.parts.begin(), index.parts.end(), [](const IndexPart& part) {
            return part == partOf(part.column);
        })) {
        out["columns"] = columnsOf(index);
    } else {
        out["parts"] = canonicalList(index.parts);
    }
    add(out, "kind", index.kind, Index::Kind::Usual);
    add(out, "method", index.method, IndexMethod::ServerDefault);
    add(out, "where", index.where);
    add(out, "include", index.include, std::vector<std::string>{});
    add(out, "nulls_not_distinct", index.nullsNotDistinct, false);
    add(out, "invisible", index.invisible, false);
    add(out, "concurrently", index.concurrently, false);
    add(out, "algorithm", index.algorithm, Algorithm::ServerDefault);
    add(out, "lock", index.lock, LockMode::ServerDefault);
    addParameters(out, index.parameters);
    add(out, "tablespace", index.tablespace, std::string{});
    add(out, "comment", index.comment, std::string{});
    return out;
}

CanonicalJson canonical(const TableOptions& options) {
    CanonicalJson out = CanonicalJson::object();
    add(out, "engine", options.engine, std::string{});
    add(out, "charset", options.charset, std::string{});
    add(out, "collation", options.collation, std::string{});
    add(out, "row_format", options.rowFormat, std::string{});
    add(out, "strict", options.strict, true);
    add(out, "without_rowid", options.withoutRowid, false);
    add(out, "unlogged", options.unlogged, false);
    add(out, "temporary", options.temporary, false);
    add(out, "tablespace", options.tablespace, std::string{});
    addParameters(out, options.parameters);
    if (options.partitioning) {
        out["partitioning"] = canonical(*options.partitioning);
    }
    return out;
}

CanonicalJson canonical(const Table& table) {
    CanonicalJson out{
        {"table", table.name},
        {"comment", table.comment},
        {"columns", canonicalList(table.columns)},
        {"primary_key", table.primaryKey ? canonical(*table.primaryKey) : CanonicalJson{}},
        {"unique_keys", canonicalList(table.uniqueKeys)},
        {"foreign_keys", canonicalList(table.foreignKeys)},
        {"checks", canonicalList(table.checks)},
        {"indexes", canonicalList(table.indexes)}};
    if (!table.exclusions.empty()) {
        out["exclusions"] = canonicalList(table.exclusions);
    }
    if (table.options != TableOptions{}) {
        out["options"] = canonical(table.options);
    }
    return out;
}

}  // namespace godwit::detail
