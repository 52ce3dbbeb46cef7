#include "json/canonical_data.hpp"

#include "support/hex.hpp"

namespace godwit::detail {

namespace {

using Json = CanonicalJson;

// A text, a number and a boolean are what they are in JSON; what JSON has not is an object.
class ValueJson {
public:
    Json operator()(Null) const { return nullptr; }
    Json operator()(const Bytes& bytes) const { return {{"bytes", hexOf(bytes.data)}}; }
    template <class PlainValue>
    Json operator()(const PlainValue& value) const {
        return value;
    }
};

Json canonical(const Value& value) { return std::visit(ValueJson{}, value.data); }
Json canonical(const NowValue&) { return {{"now", true}}; }
Json canonical(const ExpressionValue& value) { return {{"sql", value.sql}}; }
Json canonical(const CellValue& value) {
    return std::visit([](const auto& v) { return canonical(v); }, value);
}

Json pairs(const std::vector<Cell>& cells) {
    Json out = Json::array();
    for (const Cell& cell : cells) {
        out.push_back(Json::array({cell.column, canonical(cell.value)}));
    }
    return out;
}

void addIf(Json& out, const char* key, const SqlByDatabase& sql) {
    if (!isEmpty(sql)) {
        out[key] = detail::canonical(sql);
    }
}

template <class Element>
void addIf(Json& out, const char* key, const std::vector<Element>& elements) {
    if (!elements.empty()) {
        out[key] = elements;
    }
}

void addCells(Json& out, const char* key, const std::vector<Cell>& cells) {
    if (!cells.empty()) {
        out[key] = pairs(cells);
    }
}

void add(Json& out, const RowList& list) {
    if (list.rows.empty()) {
        return;
    }
    Json rows = Json::array();
    for (const auto& row : list.rows) {
        Json values = Json::array();
        for (const CellValue& value : row) {
            values.push_back(canonical(value));
        }
        rows.push_back(std::move(values));
    }
    out["columns"] = list.columns;
    out["rows"] = std::move(rows);
    addIf(out, "key", list.key);
}

void add(Json& out, const RowChoice& choice) {
    addCells(out, "by", choice.by);
    addIf(out, "where", choice.where);
    if (choice.all) {
        out["all"] = true;
    }
}

std::string_view nameOf(Comparison comparison) {
    switch (comparison) {
    case Comparison::Equals:
        return "equals";
    case Comparison::AtLeast:
        return "at_least";
    case Comparison::AtMost:
        return "at_most";
    case Comparison::IsEmpty:
        return "is_empty";
    case Comparison::IsNotEmpty:
        return "is_not_empty";
    }
    return {};
}

Json canonical(const op::Backfill::Assignment& one) {
    return Json::array(
        {one.column, isEmpty(one.sql) ? canonical(one.value) : detail::canonical(one.sql)});
}

}  // namespace

CanonicalJson fieldsOf(const op::InsertRows& o) {
    Json out{{"table", o.table}};
    add(out, o.list);
    return out;
}

CanonicalJson fieldsOf(const op::UpdateRows& o) {
    Json out{{"table", o.table}, {"set", pairs(o.set)}};
    add(out, o.choice);
    addCells(out, "former", o.former);
    return out;
}

CanonicalJson fieldsOf(const op::EraseRows& o) {
    Json out{{"table", o.table}};
    add(out, o.choice);
    add(out, o.list);
    return out;
}

// How large the portions are, and how long the pauses, changes nothing of what is done.
CanonicalJson fieldsOf(const op::Backfill& o) {
    Json set = Json::array();
    for (const op::Backfill::Assignment& one : o.set) {
        set.push_back(canonical(one));
    }
    Json out{{"table", o.table}, {"set", std::move(set)}};
    addIf(out, "where", o.where);
    addIf(out, "key", o.key);
    return out;
}

CanonicalJson fieldsOf(const op::CallData& o) {
    Json out{{"name", o.name}, {"revision", o.revision}};
    if (o.resumable) {
        out["resumable"] = true;
    }
    return out;
}

CanonicalJson fieldsOf(const op::Verify& o) {
    Json out{{"name", o.name}, {"query", detail::canonical(o.query)}};
    if (o.comparison) {
        out["comparison"] = nameOf(*o.comparison);
        out["expected"] = canonical(o.expected);
    }
    return out;
}

CanonicalJson fieldsOf(const op::CopyRows& o) {
    return {{"table", o.table},
            {"columns", o.columns},
            {"from", o.from},
            {"from_columns", o.fromColumns}};
}

CanonicalJson fieldsOf(const op::CopyColumn& o) {
    return {{"table", o.table},
            {"column", o.column},
            {"from", o.from},
            {"from_column", o.fromColumn},
            {"key", o.key}};
}

CanonicalJson fieldsOf(const op::ForgetChanged& o) {
    return {{"table", o.table},
            {"column", o.column},
            {"from", o.from},
            {"from_column", o.fromColumn},
            {"key", o.key}};
}

}  // namespace godwit::detail
