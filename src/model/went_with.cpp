#include "model/went_with.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "model/reversed_rows.hpp"

namespace godwit::detail {

namespace {

// The keys and indexes that a table does not have any more without one of its columns.
struct WentWithColumn {
    const Operation& operation;
    const Table& had;
    const Table& has;
    const op::DropColumn& drop;
    std::vector<Operation>& back;

    template <class Part, class Readd>
    void readd(std::vector<Part> Table::*parts, Readd readd) {
        for (const Part& part : had.*parts) {
            const auto& left = has.*parts;
            if (std::none_of(left.begin(), left.end(), [&part](const Part& other) {
                    return other.name == part.name;
                })) {
                back.emplace_back(readd(part));
            }
        }
    }

    void wantToday(const Index& index) const {
        if (!index.renamedColumns.empty()) {
            refuseReversal(
                operation,
                fmt::format("the index {} goes with it, and its SQL names what was renamed since",
                            index.name),
                "drop it by itself before, saying it as it reads today");
        }
    }

    void comeBack() {
        const auto& table = drop.table;
        const auto& line = drop.line;
        if (had.primaryKey && !has.primaryKey) {
            back.emplace_back(op::AddPrimaryKey{table, *had.primaryKey, line});
        }
        readd(&Table::uniqueKeys, [&](const UniqueKey& key) {
            return op::AddUniqueKey{table, key, line};
        });
        readd(&Table::indexes, [&](const Index& index) {
            wantToday(index);
            return op::AddIndex{table, index, line};
        });
        readd(&Table::exclusions, [&](const Exclusion& exclusion) {
            return op::AddExclusion{table, exclusion, line};
        });
        readd(&Table::foreignKeys, [&](const ForeignKey& key) {
            return op::AddForeignKey{table, key, line};
        });
    }
};

// An old text would name what is called otherwise by then, or be another one than went.
void wantToday(const ObjectName& name, const KnownObject& known, const Operation& drop) {
    if (known.outdated) {
        refuseReversal(drop,
                       fmt::format("{} goes with it, and its text names what was renamed since, or "
                                   "may have been changed by raw SQL",
                                   describe(name)),
                       "drop it by itself before, saying it as it reads today");
    }
}

}  // namespace

bool takesAlong(const Operation& operation) {
    return std::holds_alternative<op::DropTable>(operation) ||
           std::holds_alternative<op::DropColumn>(operation) ||
           std::holds_alternative<op::DropObject>(operation);
}

void bringBackWhatWentWith(const Operation& drop,
                           const Schema& before,
                           const Schema& after,
                           std::vector<Operation>& back) {
    if (const auto* column = std::get_if<op::DropColumn>(&drop)) {
        const Table* had = findTable(before, column->table);
        const Table* has = findTable(after, column->table);
        if (had != nullptr && has != nullptr) {
            WentWithColumn{drop, *had, *has, *column, back}.comeBack();
        }
    }
    const auto* object = std::get_if<op::DropObject>(&drop);
    const KnownObject* itself = object == nullptr ? nullptr : findObject(before, object->object);
    const auto isPartition = [](const auto& entry) {
        return entry.first.kind == ObjectKind::Partition;
    };
    for (const bool partitions : {true, false}) {
        for (const auto& entry : before.objects) {
            const KnownObject& known = entry.second;
            if (isPartition(entry) == partitions && &known != itself &&
                !after.objects.contains(entry.first)) {
                wantToday(entry.first, known, drop);
                back.emplace_back(op::CreateObject{.object = known.object, .line = lineOf(drop)});
            }
        }
    }
}

}  // namespace godwit::detail
