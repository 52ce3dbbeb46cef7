#pragma once

#include <vector>

#include <nlohmann/json.hpp>

#include <godwit/schema.hpp>

namespace godwit::detail {

using CanonicalJson = nlohmann::json;

// The parts of a schema as JSON: the same on every machine and in every version of godwit that
// knows them.

CanonicalJson canonical(DatabaseSet databases);
CanonicalJson canonical(const SqlByDatabase& sql);  ///< One text when all four are the same.
CanonicalJson canonicalByDatabase(const SqlByDatabase& sql);
CanonicalJson canonical(const IndexPart& part);
CanonicalJson canonical(const ColumnType& type);
CanonicalJson canonical(const DefaultValue& value);
CanonicalJson canonical(const Column& column);
CanonicalJson canonical(const PrimaryKey& key);
CanonicalJson canonical(const UniqueKey& key);
CanonicalJson canonical(const ForeignKey& key);
CanonicalJson canonical(const Check& check);
CanonicalJson canonical(const Exclusion& exclusion);
CanonicalJson canonical(const Index& index);
CanonicalJson canonical(const TableOptions& options);
CanonicalJson canonical(const Object& object);
CanonicalJson canonical(const Partitioning& partitioning);
CanonicalJson canonical(const Table& table);

template <class Object>
CanonicalJson canonicalList(const std::vector<Object>& objects) {
    CanonicalJson out = CanonicalJson::array();
    for (const Object& object : objects) {
        out.push_back(canonical(object));
    }
    return out;
}

}  // namespace godwit::detail
