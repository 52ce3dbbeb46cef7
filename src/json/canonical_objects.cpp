#include "json/canonical_schema.hpp"
#include "model/object_names.hpp"
#include "support/hex.hpp"

// Views, triggers and all else beside tables. What is as usual is left out.

namespace godwit::detail {

namespace {

using Json = CanonicalJson;

std::string_view nameOf(CheckOption option) {
    switch (option) {
    case CheckOption::None:
        return "none";
    case CheckOption::Local:
        return "local";
    case CheckOption::Cascaded:
        return "cascaded";
    }
    return {};
}

std::string_view nameOf(Trigger::Timing timing) {
    switch (timing) {
    case Trigger::Timing::Before:
        return "before";
    case Trigger::Timing::After:
        return "after";
    case Trigger::Timing::InsteadOf:
        return "instead_of";
    }
    return {};
}

std::string_view nameOf(Grant::On on) {
    switch (on) {
    case Grant::On::Table:
        return "table";
    case Grant::On::Sequence:
        return "sequence";
    case Grant::On::Function:
        return "function";
    case Grant::On::Procedure:
        return "procedure";
    case Grant::On::Schema:
        return "schema";
    case Grant::On::TablesOfSchema:
        return "tables_of_schema";
    case Grant::On::Role:
        return "role";
    }
    return {};
}

std::string_view nameOf(Partitioning::Method method) {
    switch (method) {
    case Partitioning::Method::Range:
        return "range";
    case Partitioning::Method::List:
        return "list";
    case Partitioning::Method::Hash:
        return "hash";
    }
    return {};
}

template <class Value>
void addUnless(Json& out, const char* key, const Value& value, const Value& usual = {}) {
    if (!(value == usual)) {
        out[key] = value;
    }
}

void addSql(Json& out, const char* key, const SqlByDatabase& sql) {
    if (!isEmpty(sql)) {
        out[key] = canonical(sql);
    }
}

void addNumber(Json& out, const char* key, const std::optional<std::int64_t>& number) {
    if (number) {
        out[key] = *number;
    }
}

Json fieldsOf(const View& o) {
    Json out{{"name", o.name}, {"query", canonical(o.query)}};
    addUnless(out, "columns", o.columns);
    if (o.checkOption != CheckOption::None) {
        out["check_option"] = nameOf(o.checkOption);
    }
    addUnless(out, "security_invoker", o.securityInvoker);
    addUnless(out, "materialized", o.materialized);
    addUnless(out, "with_data", o.withData, true);
    return out;
}

Json fieldsOf(const Trigger& o) {
    Json out{{"name", o.name},
             {"table", o.table},
             {"timing", nameOf(o.timing)},
             {"events", wordsOfEvents(o.events)}};
    addUnless(out, "update_of", o.updateOf);
    addUnless(out, "for_each_row", o.forEachRow, true);
    addSql(out, "when", o.when);
    addSql(out, "body", o.body);
    addUnless(out, "function", o.function);
    addUnless(out, "arguments", o.arguments);
    addUnless(out, "old_table", o.oldTable);
    addUnless(out, "new_table", o.newTable);
    return out;
}

Json fieldsOf(const Routine& o) {
    Json out{{"name", o.name}, {"definition", canonical(o.definition)}};
    addUnless(out, "procedure", o.procedure);
    addSql(out, "parameters", o.parameters);
    return out;
}

Json fieldsOf(const Sequence& o) {
    Json out{{"name", o.name}};
    if (o.type) {
        out["type"] = canonical(ColumnType{.kind = *o.type})["kind"];
    }
    addNumber(out, "start", o.start);
    addNumber(out, "increment", o.increment);
    addNumber(out, "lowest", o.lowest);
    addNumber(out, "highest", o.highest);
    addNumber(out, "cache", o.cache);
    addUnless(out, "cycle", o.cycle);
    addUnless(out, "owner_table", o.ownerTable);
    addUnless(out, "owner_column", o.ownerColumn);
    return out;
}

Json fieldsOf(const Namespace& o) { return {{"name", o.name}}; }

Json fieldsOf(const Extension& o) {
    Json out{{"name", o.name}};
    addUnless(out, "schema", o.schema);
    addUnless(out, "version", o.version);
    return out;
}

Json fieldsOf(const RowSecurity& o) {
    Json out{{"table", o.table}};
    addUnless(out, "forced", o.forced);
    return out;
}

Json fieldsOf(const Policy& o) {
    Json out{{"name", o.name}, {"table", o.table}};
    if (o.command != allPrivileges) {
        out["command"] = wordsOfPrivileges(o.command);
    }
    addUnless(out, "restrictive", o.restrictive);
    addUnless(out, "roles", o.roles);
    addUnless(out, "using", o.usingExpression);
    addUnless(out, "check", o.checkExpression);
    return out;
}

Json fieldsOf(const Role& o) {
    Json out{{"name", o.name}};
    addUnless(out, "can_login", o.canLogin);
    return out;
}

Json fieldsOf(const Grant& o) {
    Json out{{"on", nameOf(o.on)}, {"name", o.name}, {"roles", o.roles}};
    addUnless(out, "privileges", wordsOfPrivileges(o.privileges));
    addUnless(out, "signature", o.signature);
    addUnless(out, "columns", o.columns);
    addUnless(out, "grantable", o.grantable);
    return out;
}

Json boundJson(const Value& value) {
    struct Spelled {
        Json operator()(Null) const { return nullptr; }
        Json operator()(bool yes) const { return yes; }
        Json operator()(std::int64_t number) const { return number; }
        Json operator()(std::uint64_t number) const { return number; }
        Json operator()(double number) const { return number; }
        Json operator()(const std::string& text) const { return text; }
        Json operator()(const Bytes& bytes) const { return {{"bytes", hexOf(bytes.data)}}; }
    };
    return std::visit(Spelled{}, value.data);
}

Json boundJson(const NowValue&) { return {{"now", true}}; }

Json boundJson(const ExpressionValue& value) { return {{"expression", value.sql}}; }

Json boundsJson(const std::vector<Bound>& bounds) {
    Json out = Json::array();
    for (const Bound& bound : bounds) {
        switch (bound.kind) {
        case Bound::Kind::Value:
            out.push_back(
                std::visit([](const auto& value) { return boundJson(value); }, bound.value));
            break;
        case Bound::Kind::Lowest:
            out.push_back({{"lowest", true}});
            break;
        case Bound::Kind::Highest:
            out.push_back({{"highest", true}});
            break;
        }
    }
    return out;
}

Json fieldsOf(const Partition& o) {
    Json out{{"name", o.name}, {"table", o.table}};
    const auto addBounds = [&out](const char* key, const std::vector<Bound>& bounds) {
        if (!bounds.empty()) {
            out[key] = boundsJson(bounds);
        }
    };
    addBounds("from", o.from);
    addBounds("to", o.to);
    addBounds("values", o.values);
    if (o.modulus != 0) {
        out["modulus"] = o.modulus;
        out["remainder"] = o.remainder;
    }
    addUnless(out, "default", o.isDefault);
    return out;
}

}  // namespace

CanonicalJson canonical(DatabaseSet databases) {
    CanonicalJson names = CanonicalJson::array();
    for (std::size_t i = 0; i < kDatabaseKinds; ++i) {
        const unsigned bit = 1U << i;
        if ((databases.bits & bit) != 0) {
            names.push_back(godwit::nameOf(static_cast<DatabaseKind>(i)));
        }
    }
    return names;
}

CanonicalJson canonical(const Object& object) {
    return std::visit([](const auto& o) { return fieldsOf(o); }, object);
}

CanonicalJson canonical(const Partitioning& partitioning) {
    Json out{{"by", nameOf(partitioning.method)}, {"columns", partitioning.columns}};
    addUnless(out, "partitions", partitioning.partitions);
    if (partitioning.only != everyDatabase) {
        out["only"] = canonical(partitioning.only);
    }
    return out;
}

}  // namespace godwit::detail
