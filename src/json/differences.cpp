#include "json/differences.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <godwit/operation.hpp>

#include "json/canonical_schema.hpp"
#include "model/signatures.hpp"

namespace godwit::detail {

namespace {

using Json = CanonicalJson;

// How something is to be made, and names that a text may still call by others, are not what it is.
constexpr std::array<std::string_view, 4> kNoAttributes = {"concurrently",
                                                           "algorithm",
                                                           "lock",
                                                           "with_data"};

bool isByDatabase(const Json& value) { return value.is_object() && value.contains("postgresql"); }

bool isOfNamed(const Json& value) {
    return value.is_array() && std::all_of(value.begin(), value.end(), [](const Json& element) {
               return element.is_object() && element.contains("name");
           });
}

Json byName(const Json& list) {
    Json out = Json::object();
    for (const Json& element : list) {
        out[element["name"].get<std::string>()] = element;
    }
    return out;
}

const Json& textFor(const Json& sql, std::string_view database) {
    return isByDatabase(sql) ? sql[std::string{database}] : sql;
}

std::string spelled(const Json& value) {
    if (value.is_null()) {
        return "nothing";
    }
    return value.is_string() ? fmt::format("\"{}\"", value.get<std::string>()) : value.dump();
}

class Comparison {
public:
    explicit Comparison(DatabaseSet databases) : databases_(databases) {}

    void compare(const std::string& what, const Json& told, const Json& known) {
        if (isByDatabase(told) || isByDatabase(known)) {
            compareTexts(what, told, known);
        } else if (isOfNamed(told) && isOfNamed(known)) {
            compareParts(what, byName(told), byName(known));
        } else if (told.is_object() && known.is_object()) {
            compareParts(what, told, known);
        } else if (told != known) {
            found_.push_back(
                fmt::format("{} is {} (known: {})", what, spelled(told), spelled(known)));
        }
    }

    std::string found() const { return fmt::format("{}", fmt::join(found_, "; ")); }

private:
    void compareTexts(const std::string& what, const Json& told, const Json& known) {
        for (std::size_t i = 0; i < kDatabaseKinds; ++i) {
            const auto kind = static_cast<DatabaseKind>(i);
            const std::string_view database = godwit::nameOf(kind);
            if ((databases_ & setOf(kind)) != noDatabase) {
                compare(fmt::format("{}.{}", what, database),
                        textFor(told, database),
                        textFor(known, database));
            }
        }
    }

    void compareParts(const std::string& what, const Json& told, const Json& known) {
        const auto part = [](const Json& whole, const std::string& key) {
            return whole.contains(key) ? whole[key] : Json{};
        };
        Json keys = told;
        keys.update(known);
        for (const auto& [key, value] : keys.items()) {
            if (std::find(kNoAttributes.begin(), kNoAttributes.end(), key) == kNoAttributes.end()) {
                compare(what.empty() ? key : what + "." + key, part(told, key), part(known, key));
            }
        }
    }

    DatabaseSet databases_;
    std::vector<std::string> found_;
};

std::string compared(const Json& told,
                     const Json& known,
                     DatabaseSet databases,
                     const char* what = "") {
    Comparison comparison{databases};
    comparison.compare(what, told, known);
    return comparison.found();
}

// A decimal's "0.5" is a number where the type was known, and a text where it was not.
Json plainText(const std::optional<DefaultValue>& value) {
    if (!value) {
        return {};
    }
    const auto* number = std::get_if<NumberDefault>(&*value);
    return canonical(number == nullptr ? *value : TextDefault{number->digits});
}

// SQL calls columns that were renamed since by their old names.
void forgetOutdated(SqlByDatabase& told, const SqlByDatabase& known) {
    if (isEmpty(told) == isEmpty(known)) {
        told = known;
    }
}

void forgetOutdated(Check& told, const Check& known) {
    if (!known.renamedColumns.empty()) {
        forgetOutdated(told.sql, known.sql);
    }
}

void forgetOutdated(Index& told, const Index& known) {
    if (!known.renamedColumns.empty()) {
        forgetOutdated(told.where, known.where);
        for (std::size_t i = 0; i < std::min(told.parts.size(), known.parts.size()); ++i) {
            forgetOutdated(told.parts[i].expression, known.parts[i].expression);
        }
    }
}

void forgetOutdated(Column& told, const Column& known) {
    if (told.computed && known.computed && !known.computed->renamedColumns.empty()) {
        forgetOutdated(told.computed->sql, known.computed->sql);
    }
}

template <class Part>
void forgetOutdated(std::vector<Part>& told, const std::vector<Part>& known) {
    for (Part& part : told) {
        for (const Part& other : known) {
            if (other.name == part.name) {
                forgetOutdated(part, other);
            }
        }
    }
}

// PostgreSQL has more than one name for many a type.
void forgetSpelling(Object& told, const Object& known, DatabaseSet databases) {
    auto* routine = std::get_if<Routine>(&told);
    const auto* other = std::get_if<Routine>(&known);
    if (routine == nullptr || other == nullptr || (databases & postgresql) == noDatabase) {
        return;
    }
    const auto at = static_cast<std::size_t>(DatabaseKind::PostgreSQL);
    auto& parameters = routine->parameters[at];
    if (areSameParameters(parameters.value_or(""), other->parameters[at].value_or(""))) {
        parameters = other->parameters[at];
    }
}

// No other database has names of primary keys.
void forgetName(PrimaryKey& told, const PrimaryKey& known, DatabaseSet databases) {
    if ((databases & postgresql) == noDatabase) {
        told.name = known.name;
    }
}

}  // namespace

std::string differences(const Table& told, const Table& known, DatabaseSet databases) {
    Table comparable = told;
    comparable.name = known.name;
    if (comparable.primaryKey && known.primaryKey) {
        forgetName(*comparable.primaryKey, *known.primaryKey, databases);
    }
    for (Column& column : comparable.columns) {
        const Column* other = findColumn(known, column.name);
        column.typeCheck = other == nullptr ? std::string{} : other->typeCheck;
    }
    forgetOutdated(comparable.columns, known.columns);
    forgetOutdated(comparable.checks, known.checks);
    forgetOutdated(comparable.indexes, known.indexes);
    return compared(canonical(comparable), canonical(known), databases);
}

std::string differences(const Column& told, const Column& known, DatabaseSet databases) {
    Column comparable = told;
    comparable.typeCheck = known.typeCheck;
    forgetOutdated(comparable, known);
    return compared(canonical(comparable), canonical(known), databases);
}

std::string differences(const ColumnType& told, const ColumnType& known, DatabaseSet databases) {
    return compared(canonical(told), canonical(known), databases, "type");
}

std::string differences(const PrimaryKey& told, const PrimaryKey& known, DatabaseSet databases) {
    PrimaryKey comparable = told;
    forgetName(comparable, known, databases);
    return compared(canonical(comparable), canonical(known), databases);
}

std::string differences(const UniqueKey& told, const UniqueKey& known, DatabaseSet databases) {
    return compared(canonical(told), canonical(known), databases);
}

std::string differences(const ForeignKey& told, const ForeignKey& known, DatabaseSet databases) {
    return compared(canonical(told), canonical(known), databases);
}

std::string differences(const Check& told, const Check& known, DatabaseSet databases) {
    Check comparable = told;
    forgetOutdated(comparable, known);
    return compared(canonical(comparable), canonical(known), databases);
}

std::string differences(const Exclusion& told, const Exclusion& known, DatabaseSet databases) {
    return compared(canonical(told), canonical(known), databases);
}

std::string differences(const Index& told, const Index& known, DatabaseSet databases) {
    Index comparable = told;
    forgetOutdated(comparable, known);
    return compared(canonical(comparable), canonical(known), databases);
}

std::string differences(const Object& told, const Object& known, DatabaseSet databases) {
    Object comparable = told;
    forgetSpelling(comparable, known, databases);
    return compared(canonical(comparable), canonical(known), databases);
}

std::string differences(const std::optional<DefaultValue>& told,
                        const std::optional<DefaultValue>& known) {
    return compared(plainText(told), plainText(known), everyDatabase, "default");
}

}  // namespace godwit::detail
