#include "model/partitions.hpp"

namespace godwit::detail {

namespace {

using KnownObjects = std::map<ObjectName, KnownObject>;

template <class Predicate>
const Partition* knownPartition(const std::string& table,
                                const KnownObjects& objects,
                                Predicate holds) {
    for (const auto& [name, known] : objects) {
        const auto* partition = std::get_if<Partition>(&known.object);
        if (partition != nullptr && partition->table == table && holds(*partition)) {
            return partition;
        }
    }
    return nullptr;
}

}  // namespace

const Partition* partitionMadeBy(const Operation& operation, const std::string& table) {
    const auto* create = std::get_if<op::CreateObject>(&operation);
    const auto* made = create == nullptr ? nullptr : std::get_if<Partition>(&create->object);
    return made != nullptr && made->table == table && !operation.guarded ? made : nullptr;
}

const Partition* splitOffFrom(const Partition& made,
                              const KnownObjects& objects,
                              std::span<const Operation> following) {
    if (!made.values.empty()) {
        return knownPartition(made.table, objects, [](const Partition& known) {
            return known.isDefault;
        });
    }
    if (made.to.empty()) {
        return nullptr;
    }
    const auto isAbove = [&made](const Partition& other) { return other.from == made.to; };
    if (const Partition* above = knownPartition(made.table, objects, isAbove)) {
        return above;
    }
    for (std::size_t i = 0; i < following.size(); ++i) {
        const Partition* between = partitionMadeBy(following[i], made.table);
        if (between != nullptr && isAbove(*between)) {
            return splitOffFrom(*between, objects, following.subspan(i + 1));
        }
    }
    return nullptr;
}

const Partition* heirOf(const op::DropObject& drop) {
    const auto* said = drop.definition ? std::get_if<Partition>(&*drop.definition) : nullptr;
    return said != nullptr && said->name != drop.object.name ? said : nullptr;
}

}  // namespace godwit::detail
