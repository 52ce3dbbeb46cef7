#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "model/sql_words.hpp"
#include "sqlite/merge_definitions.hpp"
#include "sqlite/tokens.hpp"

namespace godwit::detail {

namespace {

using Texts = std::vector<std::string>;
using At = Texts::iterator;

bool haveOneName(const std::string& a, const std::string& b) {
    const std::string name = constraintNameOf(a);
    return !name.empty() && name == constraintNameOf(b);
}

bool haveOneContent(const std::string& a, const std::string& b) {
    return contentOf(a) == contentOf(b);
}

bool areEqual(const std::string& a, const std::string& b) { return normalText(a) == normalText(b); }

// The one that is `text` or, failing that, is named like it or says the same.
template <class List>
auto findLike(List& list, const std::string& text) {
    for (const auto alike : {areEqual, haveOneName, haveOneContent}) {
        const auto found = std::find_if(list.begin(), list.end(), [&](const std::string& other) {
            return alike(text, other);
        });
        if (found != list.end()) {
            return found;
        }
    }
    return list.end();
}

bool holdsEqual(const Texts& list, const std::string& text) {
    return std::any_of(list.begin(), list.end(), [&text](const std::string& other) {
        return areEqual(text, other);
    });
}

// One list of clauses or constraints; `place` names their owner in conflicts.
class ListMerge {
public:
    ListMerge(const Texts& known, Texts& found, const Texts& wanted, Texts& conflicts)
        : known_(known), result_(found), wanted_(wanted), conflicts_(conflicts) {}

    void run(const std::string& place) {
        std::copy_if(wanted_.begin(),
                     wanted_.end(),
                     std::back_inserter(new_),
                     [this](const std::string& text) { return !holdsEqual(known_, text); });
        for (const std::string& text : known_) {
            if (!holdsEqual(wanted_, text)) {
                change(text, place);
            }
        }
        insertNew(place);
    }

private:
    // In `wanted`, `text` is another one or none. Of several that say the same, one becomes it.
    void change(const std::string& text, const std::string& place) {
        const At there = findLike(result_, text);
        const At instead = findLike(new_, text);
        const At other = only(text);
        if (there == result_.end() && other != result_.end()) {
            conflicts_.push_back(fmt::format("{} has {} and not {}", place, *other, text));
            result_.erase(other);
        } else if (there == result_.end()) {
            conflicts_.push_back(fmt::format("{} has no {} any more", place, text));
        } else if (instead == new_.end()) {
            result_.erase(there);
        } else {
            if (!haveOneContent(*there, text)) {
                conflicts_.push_back(fmt::format("{} has {} and not {}", place, *there, text));
            }
            *there = *instead;
            new_.erase(instead);
        }
    }

    // Each behind the one that precedes it in `wanted`.
    void insertNew(const std::string& place) {
        std::ptrdiff_t at = 0;
        for (const std::string& text : wanted_) {
            const At there = inResult(text);
            const bool isNew = !holdsEqual(known_, text);
            if (isNew && there != result_.end() && !haveOneContent(*there, text)) {
                conflicts_.push_back(fmt::format("{} has {} already", place, *there));
            } else if (there != result_.end()) {
                at = there - result_.begin() + 1;
            } else if (const At other = only(text); isNew && other != result_.end()) {
                conflicts_.push_back(fmt::format("{} has {} already", place, *other));
            } else if (isNew) {
                result_.insert(result_.begin() + at, text);
                ++at;
            }
        }
    }

    // Another one that is wanted beside it may say the same under its own name.
    At inResult(const std::string& text) {
        const At there = findLike(result_, text);
        const bool another = there != result_.end() && !areEqual(*there, text) &&
                             !haveOneName(*there, text) && holdsEqual(wanted_, *there);
        return another ? result_.end() : there;
    }

    // The one that is there of what there can be but one, as a default.
    At only(const std::string& text) {
        const std::string kind = kindOf(text);
        return kind.empty() ? result_.end()
                            : std::find_if(result_.begin(), result_.end(), [&](const auto& other) {
                                  return kindOf(other) == kind;
                              });
    }

    static std::string kindOf(const std::string& text) {
        const std::string content = contentOf(text);
        for (const std::string_view kind : {"default ", "collate ", "not ", "primary "}) {
            if (content.starts_with(kind)) {
                return std::string{kind};
            }
        }
        return {};
    }

    const Texts& known_;
    Texts& result_;
    const Texts& wanted_;
    Texts new_{};  // What is wanted, and no known one has become yet.
    Texts& conflicts_;
};

class TableMerge {
public:
    TableMerge(const TableText& known, const TableText& found, const TableText& wanted)
        : known_(known), wanted_(wanted), result_{found, {}, {}} {}

    MergedTable run() {
        mergeRest();
        for (const std::string& column : known_.columns) {
            const std::string* wanted = findColumnText(wanted_, columnNameOf(column));
            if (wanted == nullptr) {
                dropColumn(column);
            } else if (*wanted != column) {
                changeColumn(column, *wanted);
            }
        }
        addColumns();
        ListMerge{known_.constraints, table().constraints, wanted_.constraints, conflicts()}.run(
            "it");
        wantNoneOfTheDropped();
        return std::move(result_);
    }

private:
    TableText& table() { return result_.table; }
    Texts& conflicts() { return result_.conflicts; }

    At columnAt(const std::string& definition) {
        const std::string name = columnNameOf(definition);
        return std::find_if(table().columns.begin(),
                            table().columns.end(),
                            [&name](const std::string& c) { return columnNameOf(c) == name; });
    }

    void mergeRest() {
        if (wanted_.note != known_.note) {
            table().note = wanted_.note;
        }
        if (normalText(wanted_.options) != normalText(known_.options)) {
            table().options = wanted_.options;
        }
    }

    void dropColumn(const std::string& definition) {
        const At there = columnAt(definition);
        if (there == table().columns.end()) {
            missing(definition);
            return;
        }
        result_.dropped.push_back(columnNameOf(definition));
        table().columns.erase(there);
    }

    void changeColumn(const std::string& definition, const std::string& wantedDefinition) {
        const At there = columnAt(definition);
        if (there == table().columns.end()) {
            missing(definition);
            return;
        }
        const ColumnText known = readColumn(definition);
        const ColumnText wanted = readColumn(wantedDefinition);
        ColumnText column = readColumn(*there);
        const std::string place = fmt::format("its column {}", columnNameAsWritten(definition));
        if (known.head != wanted.head) {
            column.head = wanted.head;
        }
        if (!areEqual(known.type, wanted.type)) {
            if (!areEqual(known.type, column.type)) {
                conflicts().push_back(
                    fmt::format("{} has the type {} and not {}", place, column.type, known.type));
            }
            column.type = wanted.type;
        }
        ListMerge{known.clauses, column.clauses, wanted.clauses, conflicts()}.run(place);
        *there = columnText(column);
    }

    // Those behind all that are known go behind all that are found, as ADD COLUMN puts them.
    void addColumns() {
        const auto isKnown = [this](const std::string& column) {
            return findColumnText(known_, columnNameOf(column)) != nullptr;
        };
        const auto last =
            std::find_if(wanted_.columns.rbegin(), wanted_.columns.rend(), isKnown).base();
        At place = table().columns.begin();
        for (auto column = wanted_.columns.begin(); column != wanted_.columns.end(); ++column) {
            const At there = columnAt(*column);
            const bool known = isKnown(*column);
            if (known && there != table().columns.end()) {
                place = there + 1;
            } else if (!known && there != table().columns.end()) {
                conflicts().push_back(
                    fmt::format("it has a column {} already", columnNameAsWritten(*column)));
            } else if (!known) {
                place =
                    table().columns.insert(column < last ? place : table().columns.end(), *column) +
                    1;
            }
        }
    }

    void missing(const std::string& definition) {
        conflicts().push_back(
            fmt::format("it has no column {} any more", columnNameAsWritten(definition)));
    }

    // What godwit knows of was looked at when the plan was made.
    void wantNoneOfTheDropped() {
        const auto check = [this](const Texts& all, const Texts& known, const Texts& wanted) {
            for (const std::string& text : all) {
                if (findLike(known, text) == known.end() && !holdsEqual(wanted, text)) {
                    wantNoDroppedIn(text);
                }
            }
        };
        check(table().constraints, known_.constraints, wanted_.constraints);
        check(table().columns, known_.columns, wanted_.columns);
    }

    void wantNoDroppedIn(const std::string& text) {
        for (const std::string& column : result_.dropped) {
            if (namesColumn(text, column)) {
                conflicts().push_back(
                    fmt::format("{} names the column {}, which goes", text, column));
            }
        }
    }

    const TableText& known_;
    const TableText& wanted_;
    MergedTable result_;
};

}  // namespace

MergedTable mergeDefinitions(const TableText& known,
                             const TableText& found,
                             const TableText& wanted) {
    return TableMerge{known, found, wanted}.run();
}

void dropConstraint(TableText& table, std::string_view name) {
    const std::string plain = lowerCase(name);
    const auto isMeant = [&plain](const std::string& text) {
        return constraintNameOf(text) == plain;
    };
    std::erase_if(table.constraints, isMeant);
    for (std::string& definition : table.columns) {
        ColumnText column = readColumn(definition);
        if (std::erase_if(column.clauses, isMeant) != 0) {
            definition = columnText(column);
        }
    }
}

}  // namespace godwit::detail
