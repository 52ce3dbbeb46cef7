#include <algorithm>
#include <utility>

#include "model/sql_words.hpp"
#include "sqlite/rebuild_groups.hpp"

namespace godwit::detail {

namespace {

template <class Op>
const Op* sourceAs(const Piece& piece) {
    return std::get_if<Op>(piece.source);
}

bool addsColumn(const Piece& piece) {
    return sourceAs<op::AddColumn>(piece) != nullptr && !piece.table.empty();
}

bool dropsColumn(const Piece& piece) {
    return sourceAs<op::DropColumn>(piece) != nullptr && !piece.table.empty();
}

// An index that is renamed is dropped, and made under its new name.
bool drops(const Piece& piece) { return piece.statement.sql.starts_with("DROP INDEX "); }

bool addsIndex(const Piece& piece) {
    return sourceAs<op::AddIndex>(piece) != nullptr ||
           (sourceAs<op::RenameIndex>(piece) != nullptr && !drops(piece));
}

// The index of a column that goes is dropped by that operation.
bool dropsIndex(const Piece& piece) {
    return sourceAs<op::DropIndex>(piece) != nullptr ||
           (sourceAs<op::RenameIndex>(piece) != nullptr && drops(piece)) ||
           (sourceAs<op::DropColumn>(piece) != nullptr && piece.table.empty());
}

bool isGuarded(const Piece& piece) {
    return piece.source->guarded || !piece.statement.onlyIf.empty();
}

// One rebuild in the making.
class OpenRebuild {
public:
    OpenRebuild(const Piece& first, const Dialect& dialect) : dialect_(dialect) {
        members_.push_back(&first);
        remember(first);
    }

    // True when the piece became part of it.
    bool take(const Piece& piece) {
        if (isGuarded(piece) || isGuarded(*members_.front()) ||
            tableOf(*piece.source) != table().name) {
            return false;
        }
        if (addsIndex(piece)) {
            after_.push_back(&piece);
            return true;
        }
        if (dropsIndex(piece)) {
            const bool first = after_.empty() && isThereBefore(piece);
            if (first) {
                before_.push_back(&piece);
            }
            return first;
        }
        const bool joins = piece.rebuild || addsColumn(piece) || dropsColumn(piece);
        if (!joins || !isIndependent(piece)) {
            return false;
        }
        members_.push_back(&piece);
        remember(piece);
        return true;
    }

    void close(std::vector<RebuildGroup>& groups) const {
        const auto alone = [&groups](const std::vector<const Piece*>& pieces) {
            for (const Piece* piece : pieces) {
                groups.push_back({{piece}});
            }
        };
        alone(before_);
        groups.push_back({members_});
        alone(after_);
    }

private:
    const Table& table() const { return members_.front()->rebuild->before; }

    bool isThereBefore(const Piece& drop) const {
        const std::vector<Index>& indexes = table().indexes;
        return std::any_of(indexes.begin(), indexes.end(), [&](const Index& index) {
            return drop.statement.sql == "DROP INDEX " + dialect_.identifier(index.name);
        });
    }

    // All values are taken from the table as it was before.
    bool isIndependent(const Piece& piece) const {
        if (const auto* add = sourceAs<op::AddColumn>(piece)) {
            if (findColumn(table(), add->column.name) != nullptr) {
                return false;
            }
        }
        if (!piece.rebuild) {
            return true;
        }
        const std::vector<action::ColumnValue>& values = piece.rebuild->values;
        return std::none_of(values.begin(), values.end(), [this](const auto& value) {
            const Words words = wordsOf(value.sql);
            return std::any_of(changed_.begin(), changed_.end(), [&](const std::string& column) {
                return column == value.column || mentions(words, column);
            });
        });
    }

    void remember(const Piece& piece) {
        if (const auto* add = sourceAs<op::AddColumn>(piece)) {
            changed_.push_back(add->column.name);
        }
        if (piece.rebuild) {
            for (const action::ColumnValue& value : piece.rebuild->values) {
                changed_.push_back(value.column);
            }
        }
    }

    const Dialect& dialect_;
    std::vector<const Piece*> before_;
    std::vector<const Piece*> members_;
    std::vector<const Piece*> after_;
    std::vector<std::string> changed_;
};

}  // namespace

std::vector<RebuildGroup> rebuildGroups(const std::vector<Piece>& pieces, const Dialect& dialect) {
    std::vector<RebuildGroup> groups;
    std::optional<OpenRebuild> open;
    for (const Piece& piece : pieces) {
        if (open && open->take(piece)) {
            continue;
        }
        if (open) {
            open->close(groups);
            open.reset();
        }
        if (piece.rebuild) {
            open.emplace(piece, dialect);
        } else {
            groups.push_back({{&piece}});
        }
    }
    if (open) {
        open->close(groups);
    }
    return groups;
}

}  // namespace godwit::detail
