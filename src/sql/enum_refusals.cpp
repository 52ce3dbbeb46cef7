#include <algorithm>

#include <fmt/format.h>

#include "model/qualified.hpp"
#include "model/sql_words.hpp"
#include "sql/sql_dialect.hpp"

// SQL that spells out a value of an enumeration. No server but PostgreSQL, for types of its own,
// lets it follow when the value gets another name; and there it is made again of what the
// migrations say when another value goes, so that the former name would come back.
// https://www.postgresql.org/docs/current/sql-altertype.html

namespace godwit::detail {

namespace {

bool isSpelledIn(std::string_view sql, const std::string& value) {
    return holdsText(wordsOf(sql), value);
}

bool isAmong(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view lost(const op::ChangeEnum& o) {
    return o.change == EnumChange::RenameValue ? "gets another name" : "goes";
}

[[noreturn]] void refuseSpelling(const op::ChangeEnum& o,
                                 const EnumUse& use,
                                 std::string_view what,
                                 std::string_view call,
                                 const Script& script) {
    script.refuse(
        {},
        ErrorCode::NotSupportedByServer,
        fmt::format("{} says '{}' of {}.{}, in SQL that says so still when the value {}",
                    what,
                    o.value,
                    use.table.name,
                    use.column.name,
                    lost(o)),
        fmt::format("call {} first, and make it again behind with what holds then", call));
}

std::string_view dropOf(ObjectKind kind) {
    return kind == ObjectKind::Trigger            ? "schema.dropTrigger(...)"
           : kind == ObjectKind::Policy           ? "schema.dropPolicy(...)"
           : kind == ObjectKind::MaterializedView ? "schema.dropMaterializedView(...)"
                                                  : "schema.dropView(...)";
}

// Their SQL is not for several servers.
bool spells(const Exclusion& exclusion, const std::string& value) {
    return isSpelledIn(exclusion.where, value) ||
           std::any_of(exclusion.parts.begin(), exclusion.parts.end(), [&](const auto& part) {
               return isSpelledIn(part.sql, value);
           });
}

bool spells(const Policy& policy, const std::string& column, const std::string& value) {
    const std::string both = policy.usingExpression + '\n' + policy.checkExpression;
    const Words words = wordsOf(both);
    return mentions(words, column) && holdsText(words, value);
}

}  // namespace

bool SqlDialect::spellsHere(const SqlByDatabase& sql, const std::string& value) const {
    const auto& text = sql[static_cast<std::size_t>(server().kind)];
    return text && isSpelledIn(*text, value);
}

void SqlDialect::wantNotSpelledOutInTable(const op::ChangeEnum& o,
                                          const EnumUse& use,
                                          const Script& script) const {
    const std::string& column = use.column.name;
    const auto concerned = [&](const SqlByDatabase& sql, const std::vector<std::string>& renamed) {
        return spellsHere(sql, o.value) && (speaksHere(sql, column) || isAmong(renamed, column));
    };
    for (const Check& check : use.table.checks) {
        if (concerned(check.sql, check.renamedColumns)) {
            const std::string call = fmt::format("t.dropCheck(\"{}\")", check.name);
            refuseSpelling(o, use, "the check " + check.name, call, script);
        }
    }
    for (const Column& other : use.table.columns) {
        if (other.computed && concerned(other.computed->sql, other.computed->renamedColumns)) {
            const std::string call = fmt::format("t.dropColumn(\"{}\")", other.name);
            refuseSpelling(o, use, "the computed column " + other.name, call, script);
        }
    }
    for (const Index& index : use.table.indexes) {
        const bool part = std::any_of(index.parts.begin(), index.parts.end(), [&](const auto& p) {
            return concerned(p.expression, index.renamedColumns);
        });
        if (part || concerned(index.where, index.renamedColumns)) {
            const std::string call = fmt::format("t.dropIndex(\"{}\")", index.name);
            refuseSpelling(o, use, "the index " + index.name, call, script);
        }
    }
    for (const Exclusion& exclusion : use.table.exclusions) {
        if (spells(exclusion, o.value)) {
            const std::string call = fmt::format("t.dropExclusion(\"{}\")", exclusion.name);
            refuseSpelling(o, use, "the exclusion " + exclusion.name, call, script);
        }
    }
    const auto* sql = use.column.defaultValue
                          ? std::get_if<ExpressionDefault>(&*use.column.defaultValue)
                          : nullptr;
    if (sql != nullptr && isSpelledIn(sql->sql, o.value)) {
        const std::string call = fmt::format("t.dropDefault(\"{}\")", column);
        refuseSpelling(o, use, "the SQL of a default", call, script);
    }
}

// A table or column that was renamed since is called by another name in the text.
bool SqlDialect::speaksOfUse(const SqlByDatabase& sql,
                             const std::string& table,
                             bool outdated,
                             const EnumUse& use) const {
    const bool ofTable =
        table == use.table.name || speaksHere(sql, std::string{unqualified(use.table.name)});
    const bool ofColumn = speaksHere(sql, use.column.name);
    return outdated ? ofTable || ofColumn : ofTable && ofColumn;
}

bool SqlDialect::spellsOut(const KnownObject& known,
                           const op::ChangeEnum& o,
                           const EnumUse& use) const {
    const Object& object = known.object;
    if (const auto* policy = std::get_if<Policy>(&object)) {
        return policy->table == use.table.name && spells(*policy, use.column.name, o.value);
    }
    if (const auto* view = std::get_if<View>(&object)) {
        return spellsHere(view->query, o.value) &&
               speaksOfUse(view->query, {}, known.outdated, use);
    }
    const auto* trigger = std::get_if<Trigger>(&object);
    return trigger != nullptr && trigger->table == use.table.name &&
           spellsHere(trigger->when, o.value) &&
           speaksOfUse(trigger->when, trigger->table, known.outdated, use);
}

void SqlDialect::wantNotSpelledOutInBodies(const op::ChangeEnum& o,
                                           const EnumUse& use,
                                           const Script& script) const {
    for (const auto& [name, known] : script.objects()) {
        const auto* trigger = std::get_if<Trigger>(&known.object);
        if (trigger != nullptr && spellsHere(trigger->body, o.value) &&
            speaksOfUse(trigger->body, trigger->table, known.outdated, use)) {
            refuseSpelling(o, use, describe(name), dropOf(name.kind), script);
        }
    }
}

void SqlDialect::wantNotSpelledOut(const op::ChangeEnum& o,
                                   const EnumUse& use,
                                   const Script& script) const {
    if (o.change == EnumChange::AddValue) {
        return;
    }
    wantNotSpelledOutInTable(o, use, script);
    for (const auto& [name, known] : script.objects()) {
        if (spellsOut(known, o, use)) {
            refuseSpelling(o, use, describe(name), dropOf(name.kind), script);
        }
    }
    wantNotSpelledOutInBodies(o, use, script);
}

// Of MySQL and MariaDB, errors 3780, 1832 and 1833.
void SqlDialect::wantNoForeignKeyOver(const std::string& table,
                                      const std::string& column,
                                      std::string_view what,
                                      const Script& script) const {
    static_cast<void>(script.anyTable([&](const Table& other) {
        for (const ForeignKey& key : other.foreignKeys) {
            if ((other.name == table && isAmong(key.columns, column)) ||
                (key.referencedTable == table && isAmong(key.referencedColumns, column))) {
                script.refuse({},
                              ErrorCode::NotSupportedByServer,
                              fmt::format("{} does not change the {} of {}.{} while the foreign "
                                          "key {} of {} compares it",
                                          title(),
                                          what,
                                          table,
                                          column,
                                          key.name,
                                          other.name),
                              fmt::format("drop the foreign key {} first, and add it again when "
                                          "both columns have the new {}",
                                          key.name,
                                          what));
            }
        }
        return false;
    }));
}

}  // namespace godwit::detail
