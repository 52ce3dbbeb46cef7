#include <array>
#include <string_view>

#include <nlohmann/json.hpp>

#include "json/canonical.hpp"
#include "json/canonical_data.hpp"
#include "json/canonical_schema.hpp"

namespace godwit::detail {

namespace {

using Json = CanonicalJson;

// What a drop or change may say of what was there before.
template <class Object>
void addIf(Json& out, const char* key, const std::optional<Object>& object) {
    if (object) {
        out[key] = canonical(*object);
    }
}

void addIf(Json& out, const char* key, const std::string& text) {
    if (!text.empty()) {
        out[key] = text;
    }
}

void addIf(Json& out, const char* key, const std::optional<std::string>& text) {
    if (text) {
        out[key] = *text;
    }
}

void addIf(Json& out, const char* key, bool holds) {
    if (holds) {
        out[key] = true;
    }
}

void addIf(Json& out, const char* key, const SqlByDatabase& sql) {
    if (!isEmpty(sql)) {
        out[key] = canonical(sql);
    }
}

Json fieldsOf(const op::CreateTable& o) { return canonical(o.table); }
Json fieldsOf(const op::DropTable& o) {
    Json out{{"table", o.table}};
    addIf(out, "definition", o.definition);
    addIf(out, "keeps_copy", o.keepsCopy);
    return out;
}
Json fieldsOf(const op::RenameTable& o) { return {{"table", o.table}, {"to", o.to}}; }
Json fieldsOf(const op::SetTableComment& o) {
    Json out{{"table", o.table}, {"comment", o.comment}};
    addIf(out, "former", o.former);
    return out;
}
Json fieldsOf(const op::AddColumn& o) {
    Json out{{"table", o.table}, {"column", canonical(o.column)}};
    if (o.first) {
        out["first"] = true;
    }
    addIf(out, "after", o.after);
    return out;
}
Json fieldsOf(const op::DropColumn& o) {
    Json out{{"table", o.table}, {"column", o.column}};
    addIf(out, "definition", o.definition);
    addIf(out, "keeps_copy", o.keepsCopy);
    return out;
}
Json fieldsOf(const op::RenameColumn& o) {
    return {{"table", o.table}, {"column", o.column}, {"to", o.to}};
}
Json fieldsOf(const op::SetColumnComment& o) {
    Json out{{"table", o.table}, {"column", o.column}, {"comment", o.comment}};
    addIf(out, "former", o.former);
    return out;
}
Json fieldsOf(const op::ChangeType& o) {
    Json out{{"table", o.table}, {"column", o.column}, {"type", canonical(o.type)}};
    addIf(out, "collation", o.collation);
    addIf(out, "charset", o.charset);
    addIf(out, "cast_using", o.castUsing);
    addIf(out, "former", o.former);
    addIf(out, "former_collation", o.formerCollation);
    addIf(out, "former_charset", o.formerCharset);
    addIf(out, "cast_back", o.castBack);
    addIf(out, "keeps_copy", o.keepsCopy);
    return out;
}
Json fieldsOf(const op::SetNotNull& o) {
    Json out{{"table", o.table}, {"column", o.column}};
    addIf(out, "backfill", o.backfill);
    addIf(out, "backfill_from", o.backfillFrom);
    return out;
}
Json fieldsOf(const op::DropNotNull& o) { return {{"table", o.table}, {"column", o.column}}; }
Json fieldsOf(const op::SetDefault& o) {
    Json out{{"table", o.table}, {"column", o.column}, {"value", nullptr}};
    addIf(out, "value", o.value);
    if (o.former) {
        out["former"] = *o.former ? canonical(**o.former) : Json{};
    }
    return out;
}
Json fieldsOf(const op::AddPrimaryKey& o) {
    return {{"table", o.table}, {"primary_key", canonical(o.primaryKey)}};
}
Json fieldsOf(const op::DropPrimaryKey& o) {
    Json out{{"table", o.table}};
    addIf(out, "definition", o.definition);
    return out;
}
Json fieldsOf(const op::AddUniqueKey& o) {
    return {{"table", o.table}, {"unique_key", canonical(o.uniqueKey)}};
}
Json fieldsOf(const op::DropUniqueKey& o) {
    Json out{{"table", o.table}, {"name", o.name}, {"columns", o.columns}};
    addIf(out, "definition", o.definition);
    return out;
}
Json fieldsOf(const op::AddForeignKey& o) {
    return {{"table", o.table}, {"foreign_key", canonical(o.foreignKey)}};
}
Json fieldsOf(const op::DropForeignKey& o) {
    Json out{{"table", o.table}, {"name", o.name}, {"columns", o.columns}};
    addIf(out, "definition", o.definition);
    return out;
}
Json fieldsOf(const op::AddCheck& o) { return {{"table", o.table}, {"check", canonical(o.check)}}; }
Json fieldsOf(const op::DropCheck& o) {
    Json out{{"table", o.table}, {"name", o.name}};
    addIf(out, "definition", o.definition);
    return out;
}
Json fieldsOf(const op::AddExclusion& o) {
    return {{"table", o.table}, {"exclusion", canonical(o.exclusion)}};
}
Json fieldsOf(const op::DropExclusion& o) {
    Json out{{"table", o.table}, {"name", o.name}};
    addIf(out, "definition", o.definition);
    return out;
}
Json fieldsOf(const op::RenameConstraint& o) {
    return {{"table", o.table}, {"constraint", o.constraint}, {"to", o.to}};
}
Json fieldsOf(const op::ValidateConstraint& o) {
    return {{"table", o.table}, {"constraint", o.constraint}};
}
Json fieldsOf(const op::AddIndex& o) { return {{"table", o.table}, {"index", canonical(o.index)}}; }
Json fieldsOf(const op::DropIndex& o) {
    Json out{{"table", o.table}, {"name", o.name}, {"columns", o.columns}};
    addIf(out, "definition", o.definition);
    if (o.concurrently) {
        out["concurrently"] = true;
    }
    return out;
}
Json fieldsOf(const op::RenameIndex& o) {
    return {{"table", o.table}, {"index", o.index}, {"to", o.to}};
}
Json fieldsOf(const op::SetIndexVisibility& o) {
    return {{"table", o.table}, {"index", o.index}, {"visible", o.visible}};
}
// Of an object, what it is called stands in the operation's name and in its own fields.
Json fieldsOf(const op::CreateObject& o) {
    Json out = canonical(o.object);
    addIf(out, "former", o.former);
    return out;
}
Json fieldsOf(const op::DropObject& o) {
    Json out = Json::object();
    addIf(out, "name", o.object.name);
    addIf(out, "table", o.object.table);
    addIf(out, "signature", o.object.signature);
    addIf(out, "definition", o.definition);
    return out;
}
Json fieldsOf(const op::RenameObject& o) {
    Json out{{"name", o.object.name}, {"to", o.to}};
    addIf(out, "table", o.object.table);
    addIf(out, "signature", o.object.signature);
    return out;
}
Json fieldsOf(const op::AlterSequence& o) {
    Json out{{"name", o.sequence}};
    const auto add = [&out](const char* key, const auto& value) {
        if (value) {
            out[key] = *value;
        }
    };
    add("increment", o.increment);
    add("lowest", o.lowest);
    add("highest", o.highest);
    add("cache", o.cache);
    add("cycle", o.cycle);
    add("restart", o.restart);
    return out;
}
Json fieldsOf(const op::RefreshView& o) {
    Json out{{"name", o.view}};
    if (o.concurrently) {
        out["concurrently"] = true;
    }
    if (!o.withData) {
        out["with_data"] = false;
    }
    return out;
}
Json fieldsOf(const op::AttachPartition& o) { return canonical(Object{o.partition}); }
Json fieldsOf(const op::DetachPartition& o) {
    Json out{{"name", o.partition}, {"table", o.table}};
    if (o.concurrently) {
        out["concurrently"] = true;
    }
    if (o.definition) {
        out["definition"] = canonical(Object{*o.definition});
    }
    return out;
}
Json fieldsOf(const op::CreateEnum& o) { return {{"type", o.type}, {"values", o.values}}; }
Json fieldsOf(const op::DropEnum& o) {
    Json out{{"type", o.type}};
    if (o.definition) {
        out["definition"] = *o.definition;
    }
    return out;
}
Json fieldsOf(const op::RenameEnum& o) { return {{"type", o.type}, {"to", o.to}}; }
Json fieldsOf(const op::ChangeEnum& o) {
    constexpr std::array<std::string_view, 3> kChanges = {"add_value",
                                                          "rename_value",
                                                          "remove_value"};
    return {{"type", o.type},
            {"change", kChanges.at(static_cast<std::size_t>(o.change))},
            {"value", o.value},
            {"before", o.before},
            {"after", o.after},
            {"to", o.to}};
}
Json fieldsOf(const op::Assume& o) {
    Json out{{"table", o.table}, {"exists", o.exists}};
    addIf(out, "column", o.column);
    addIf(out, "index", o.index);
    return out;
}
Json fieldsOf(const op::RawSql& o) {
    Json out{{"sql", canonicalByDatabase(o.texts)}};
    addIf(out, "inverse", o.inverse);
    return out;
}

}  // namespace

// A reason is for people: to word it better changes nothing of what the migration does.
std::string canonicalOperations(const std::vector<Operation>& operations) {
    Json out = Json::array();
    for (const Operation& operation : operations) {
        Json object = std::visit([](const auto& o) { return fieldsOf(o); }, operation);
        object["op"] = godwit::nameOf(operation);
        if (operation.guarded) {
            object["guarded"] = true;
        }
        if (operation.only != everyDatabase) {
            object["only"] = canonical(operation.only);
        }
        out.push_back(std::move(object));
    }
    return out.dump();
}

std::string canonicalTexts(const std::vector<std::string>& texts) { return Json(texts).dump(); }

}  // namespace godwit::detail
