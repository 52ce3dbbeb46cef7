#include "plan/definitions.hpp"

#include <algorithm>

#include <fmt/format.h>

#include <godwit/error.hpp>

#include "json/differences.hpp"
#include "model/changed_column.hpp"
#include "model/enum_values.hpp"
#include "model/replacing.hpp"
#include "model/resolve.hpp"

namespace godwit::detail {

namespace {

template <class Part>
const Part* namedIn(const std::vector<Part>& parts, const std::string& name) {
    const auto found = std::find_if(parts.begin(), parts.end(), [&name](const Part& part) {
        return part.name == name;
    });
    return found == parts.end() ? nullptr : &*found;
}

// What an operation says otherwise than what is known; nothing where it says nothing or nothing is
// known.
class Claim {
public:
    explicit Claim(const Schema& schema) : schema_(schema) {}

    std::string operator()(const op::DropTable& o) const {
        return different(o.definition, table(o.table));
    }
    std::string operator()(const op::SetTableComment& o) const {
        const Table* known = table(o.table);
        return known == nullptr ? std::string{} : different(o.former, known->comment);
    }
    std::string operator()(const op::DropColumn& o) const {
        return different(o.definition, column(o.table, o.column));
    }
    std::string operator()(const op::SetColumnComment& o) const {
        const Column* known = column(o.table, o.column);
        return known == nullptr ? std::string{} : different(o.former, known->comment);
    }
    std::string operator()(const op::ChangeType& o) const {
        const Column* known = column(o.table, o.column);
        if (known == nullptr || !o.former) {
            return {};
        }
        const std::string type = differences(*o.former, known->type, schema_.databases);
        return type.empty() ? textAttributes(o, *known) : type;
    }
    std::string operator()(const op::SetDefault& o) const {
        const Column* known = column(o.table, o.column);
        return known == nullptr || !o.former ? std::string{}
                                             : differences(*o.former, known->defaultValue);
    }
    std::string operator()(const op::DropPrimaryKey& o) const {
        const Table* known = table(o.table);
        return known == nullptr || !known->primaryKey
                   ? std::string{}
                   : different(o.definition, &*known->primaryKey);
    }
    std::string operator()(const op::DropUniqueKey& o) const {
        return different(o.definition, named(o, &Table::uniqueKeys));
    }
    std::string operator()(const op::DropForeignKey& o) const {
        return different(o.definition, named(o, &Table::foreignKeys));
    }
    std::string operator()(const op::DropIndex& o) const {
        return different(o.definition, named(o, &Table::indexes));
    }
    std::string operator()(const op::DropCheck& o) const {
        const Table* known = table(o.table);
        return known == nullptr ? std::string{}
                                : different(o.definition, namedIn(known->checks, o.name));
    }
    std::string operator()(const op::DropExclusion& o) const {
        const Table* known = table(o.table);
        return known == nullptr ? std::string{}
                                : different(o.definition, namedIn(known->exclusions, o.name));
    }
    std::string operator()(const op::CreateObject& o) const {
        const KnownObject* known = findObject(schema_, identityOf(o.object));
        return known == nullptr ? otherParameters(o)
                                : different(formerOf(o, known), object(identityOf(o.object)));
    }
    std::string operator()(const op::DropObject& o) const {
        return different(o.definition, object(o.object));
    }
    std::string operator()(const op::DetachPartition& o) const {
        return different(o.definition ? std::optional<Object>{*o.definition} : std::nullopt,
                         object({ObjectKind::Partition, o.partition, o.table, {}}));
    }
    std::string operator()(const op::DropEnum& o) const {
        const std::vector<std::string> known = enumValues(schema_, o.type);
        return !o.definition || known.empty() || *o.definition == known
                   ? std::string{}
                   : fmt::format("values are {} (known: {})",
                                 fmt::join(*o.definition, ", "),
                                 fmt::join(known, ", "));
    }
    template <class AnyOther>
    std::string operator()(const AnyOther&) const {
        return {};
    }

private:
    // Raw SQL may have made it anything.
    const Table* table(const std::string& name) const {
        const Table* known = findTable(schema_, name);
        return known == nullptr || known->touchedByRawSql ? nullptr : known;
    }

    const Column* column(const std::string& tableName, const std::string& name) const {
        const Table* known = table(tableName);
        return known == nullptr ? nullptr : findColumn(*known, name);
    }

    // Its texts may name what is called otherwise by now.
    const Object* object(const ObjectName& name) const {
        const KnownObject* known = findObject(schema_, name);
        return known == nullptr || known->outdated ? nullptr : &known->object;
    }

    template <class Drop, class Part>
    const Part* named(const Drop& o, std::vector<Part> Table::*parts) const {
        const Table* known = table(o.table);
        return known == nullptr ? nullptr : namedIn(known->*parts, resolvedName(o, schema_));
    }

    template <class Part>
    std::string different(const std::optional<Part>& told, const Part* known) const {
        return told && known != nullptr ? differences(*told, *known, schema_.databases)
                                        : std::string{};
    }

    // What is replaced is there: with other parameters it would be made beside what it replaces.
    std::string otherParameters(const op::CreateObject& o) const {
        const ObjectName name = identityOf(o.object);
        const auto alike = [&name](const auto& entry) {
            return entry.first.kind == name.kind && entry.first.name == name.name;
        };
        const auto& all = schema_.objects;
        const auto other = std::find_if(all.begin(), all.end(), alike);
        return !o.former || schema_.touchedByRawSql || other == all.end()
                   ? std::string{}
                   : fmt::format("parameters are {} (known: {})",
                                 name.signature,
                                 other->first.signature);
    }

    // What the change leaves alone, the way back leaves alone too.
    std::string textAttributes(const op::ChangeType& o, const Column& known) const {
        const Column after = changedBy(o, known);
        const bool stay = after.collation == known.collation && after.charset == known.charset &&
                          isEmpty(o.formerCollation) && o.formerCharset.empty();
        Column told = known;
        if (!stay) {
            told.collation = o.formerCollation;
            told.charset = o.formerCharset;
        }
        return differences(told, known, schema_.databases);
    }

    static std::string different(const std::optional<std::string>& told, const std::string& known) {
        return !told || *told == known
                   ? std::string{}
                   : fmt::format("comment is \"{}\" (known: \"{}\")", *told, known);
    }

    const Schema& schema_;
};

bool claimsAnything(const Operation& operation) {
    return std::visit(
        [](const auto& o) {
            if constexpr (requires { o.definition.has_value(); }) {
                return o.definition.has_value();
            } else if constexpr (requires { o.former.has_value(); }) {
                return o.former.has_value();
            } else {
                return false;
            }
        },
        operation);
}

ErrorWhere whereIs(const Operation& operation) {
    return {.migration = {}, .operation = oneLine(operation), .sql = {}, .line = lineOf(operation)};
}

void wantKnown(const Operation& operation, const Schema& before) {
    const std::string found = std::visit(Claim{before}, operation);
    if (!found.empty()) {
        throw UsageError(
            ErrorCode::DefinitionDiffers,
            {fmt::format("{} says otherwise than what the migrations before have made: {}",
                         oneLine(operation),
                         found),
             "Nothing has run.",
             "write what is known, so that the way back makes the same again"},
            whereIs(operation));
    }
}

// Its way back is put behind that of the renames beside it: see `bringNamesFirst`.
bool comesBackLast(const Operation& operation) {
    const auto* drop = std::get_if<op::DropObject>(&operation);
    return std::holds_alternative<op::CreateObject>(operation) ||
           (drop != nullptr && drop->object.kind == ObjectKind::Trigger);
}

// What the way back would write, and the server would not know any more.
void wantNamesOfToday(const Operation& operation, const Schema& before, const FormerNames& former) {
    const std::string found = former.saidBy(operation, before);
    if (!found.empty()) {
        throw UsageError(ErrorCode::DefinitionDiffers,
                         {fmt::format("{} says SQL as it was written, and that names {}",
                                      oneLine(operation),
                                      found),
                          "Nothing has run.",
                          "say it as it reads today, with the new name; if it means something "
                          "else by the old one, write up() and down()"},
                         whereIs(operation));
    }
}

// The foreign keys that an operation makes, by their table and name.
std::vector<std::pair<std::string, std::string>> foreignKeysMadeBy(const Operation& o) {
    std::vector<std::pair<std::string, std::string>> keys;
    if (const auto* create = std::get_if<op::CreateTable>(&o)) {
        for (const ForeignKey& key : create->table.foreignKeys) {
            keys.emplace_back(create->table.name, key.name);
        }
    } else if (const auto* add = std::get_if<op::AddForeignKey>(&o)) {
        keys.emplace_back(add->table, add->foreignKey.name);
    }
    return keys;
}

// What was renamed meanwhile is referenced by its new name.
void wantThere(const std::string& table,
               const std::string& name,
               const Operation& operation,
               const Schema& after) {
    const Table* known = findTable(after, table);
    const ForeignKey* key = known == nullptr ? nullptr : namedIn(known->foreignKeys, name);
    if (key == nullptr || !after.goneTables.contains(key->referencedTable) ||
        after.touchedByRawSql) {
        return;
    }
    throw UsageError(
        ErrorCode::UnknownTable,
        {fmt::format("{} references the table {}, which is not there any more",
                     name,
                     key->referencedTable),
         "Nothing has run.",
         "the migrations up to here dropped or renamed it"},
        {.migration = {}, .operation = oneLine(operation), .sql = {}, .line = key->line});
}

}  // namespace

void wantReferencedTables(const std::vector<Operation>& operations, const Schema& after) {
    for (const Operation& operation : operations) {
        if ((operation.only & after.databases) != noDatabase) {
            for (const auto& [table, name] : foreignKeysMadeBy(operation)) {
                wantThere(table, name, operation, after);
            }
        }
    }
}

void wantKnownDefinitions(const std::vector<Operation>& operations,
                          const Schema& before,
                          const FormerNames& former) {
    if (std::none_of(operations.begin(), operations.end(), claimsAnything)) {
        return;
    }
    Schema schema = before;
    FormerNames now = former;
    for (const Operation& operation : operations) {
        if ((operation.only & schema.databases) != noDatabase) {
            wantKnown(operation, schema);
            wantNamesOfToday(operation, schema, comesBackLast(operation) ? former : now);
            now.pass(operation);
        }
        replay(operation, schema);
    }
}

}  // namespace godwit::detail
