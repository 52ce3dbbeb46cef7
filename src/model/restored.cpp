#include <algorithm>

#include <fmt/format.h>

#include "model/copies.hpp"
#include "model/naming.hpp"

namespace godwit::detail {

namespace {

// What kept a copy, and what takes it back.
struct KeptCopy {
    std::string table;
    std::string column;  // Empty: of the table itself.
    SourceLine line;

    bool isRestoredBy(op::CreateTable& o) const {
        return column.empty() && o.table.name == table && (o.restores = true);
    }
    bool isRestoredBy(op::AddColumn& o) const {
        return o.table == table && o.column.name == column && (o.restores = true);
    }
    bool isRestoredBy(op::ChangeType& o) const {
        return o.table == table && o.column == column && (o.restores = true);
    }
    template <class AnyOther>
    bool isRestoredBy(AnyOther&) const {
        return false;
    }
};

std::vector<KeptCopy> keptBy(const std::vector<Operation>& operations) {
    std::vector<KeptCopy> kept;
    for (const Operation& operation : operations) {
        std::visit(
            [&kept](const auto& o) {
                if constexpr (requires {
                                  o.keepsCopy;
                                  o.column;
                              }) {
                    if (o.keepsCopy) {
                        kept.push_back({o.table, o.column, o.line});
                    }
                } else if constexpr (requires { o.keepsCopy; }) {
                    if (o.keepsCopy) {
                        kept.push_back({o.table, {}, o.line});
                    }
                }
            },
            operation);
    }
    return kept;
}

}  // namespace

void markRestored(const std::vector<Operation>& up, std::vector<Operation>& down) {
    for (const KeptCopy& copy : keptBy(up)) {
        const auto restores = [&copy](Operation& operation) {
            return std::visit([&copy](auto& o) { return copy.isRestoredBy(o); }, operation);
        };
        const auto found = std::find_if(down.begin(), down.end(), restores);
        if (found == down.end()) {
            Operation drop{op::DropTable{copyName(copy.table, copy.column), copy.line}};
            drop.guarded = true;
            down.push_back(std::move(drop));
        } else if (found->guarded) {
            refuseCopy(*found,
                       ErrorCode::CopyNotPossible,
                       fmt::format("it restores the copy that the way up keeps of {}, and says "
                                   "ifNotExists()",
                                   copy.table),
                       "leave ifNotExists() out: what is there already cannot be restored");
        }
    }
}

}  // namespace godwit::detail
