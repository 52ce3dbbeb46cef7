#include "build/objects.hpp"

// Partitions of tables.

namespace godwit::detail {

namespace {

Partition partitionOf(const QualifiedName& name, const QualifiedName& table) {
    return {.name = textOf(name), .table = textOf(table), .line = name.line()};
}

// Of a partition that is made, dropped with its definition, attached or detached.
Partition& partitionAt(const Handle& handle) {
    Operation& operation = handle.recorder->at(handle);
    if (auto* attach = std::get_if<op::AttachPartition>(&operation)) {
        return attach->partition;
    }
    if (auto* detach = std::get_if<op::DetachPartition>(&operation)) {
        return *detach->definition;
    }
    return objectAs<Partition>(handle);
}

Bound boundOf(const BoundWord& word, SourceLine line) {
    switch (word.kind()) {
    case BoundWord::Kind::Lowest:
        return {Bound::Kind::Lowest, {}};
    case BoundWord::Kind::Highest:
        return {Bound::Kind::Highest, {}};
    case BoundWord::Kind::Value:
        break;
    }
    if (word.value().kind() == DataValue::Kind::Text) {
        plainText(word.value().text(), "a bound", line);
    }
    return {Bound::Kind::Value, cellOf(word.value())};
}

}  // namespace

Handle aboutPartition(Recorder& recorder,
                      Act act,
                      const QualifiedName& name,
                      const QualifiedName& table) {
    return recordObject(recorder, act, partitionOf(name, table));
}

Handle attachPartition(Recorder& recorder, const QualifiedName& name, const QualifiedName& table) {
    return recorder.append(op::AttachPartition{partitionOf(name, table), name.line()});
}

Handle detachPartition(Recorder& recorder,
                       const QualifiedName& name,
                       const QualifiedName& table,
                       bool whole) {
    op::DetachPartition detach{.table = textOf(table),
                               .partition = textOf(name),
                               .line = name.line()};
    if (whole) {
        detach.definition = partitionOf(name, table);
    }
    return recorder.append(std::move(detach));
}

void setDetachConcurrently(const Handle& detach) {
    detach.recorder->at<op::DetachPartition>(detach).concurrently = true;
}

void setPartitionBounds(const Handle& handle,
                        PartitionPart part,
                        std::initializer_list<BoundWord> words) {
    Partition& partition = partitionAt(handle);
    std::vector<Bound> bounds;
    for (const BoundWord& word : words) {
        bounds.push_back(boundOf(word, partition.line));
    }
    switch (part) {
    case PartitionPart::From:
        partition.from = std::move(bounds);
        return;
    case PartitionPart::To:
        partition.to = std::move(bounds);
        return;
    case PartitionPart::In:
        partition.values = std::move(bounds);
        return;
    }
}

void setPartitionModulus(const Handle& handle, std::uint32_t modulus, std::uint32_t remainder) {
    Partition& partition = partitionAt(handle);
    partition.modulus = modulus;
    partition.remainder = remainder;
}

void setPartitionDefault(const Handle& handle) { partitionAt(handle).isDefault = true; }

}  // namespace godwit::detail
