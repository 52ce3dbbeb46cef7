#include "plan/former_names.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "model/qualified.hpp"
#include "model/replacing.hpp"
#include "model/resolve.hpp"
#include "model/sql_words.hpp"

namespace godwit::detail {

namespace {

using Former = FormerNames::Former;
using Formers = std::vector<Former>;

// Other objects are called by no SQL, or go by their own rules.
bool isNamedInSql(ObjectKind kind) {
    return kind == ObjectKind::View || kind == ObjectKind::MaterializedView ||
           kind == ObjectKind::Function || kind == ObjectKind::Procedure ||
           kind == ObjectKind::Sequence || kind == ObjectKind::Schema;
}

template <class Part>
const Part* ofName(const std::vector<Part>& parts, const std::string& name) {
    const auto found = std::find_if(parts.begin(), parts.end(), [&name](const Part& part) {
        return part.name == name;
    });
    return found == parts.end() ? nullptr : &*found;
}

std::string spelled(const Former& former) {
    return former.table.empty()
               ? fmt::format("{}, which is called {} by now", former.name, former.now)
               : fmt::format("{} of {}, which is called {} by now",
                             former.name,
                             former.table,
                             former.now);
}

// The texts of the databases that both say alike.
std::string saidAlike(const SqlByDatabase& told, const SqlByDatabase& known, DatabaseSet on) {
    std::string out;
    for (std::size_t i = 0; i < told.size(); ++i) {
        const bool concerned = (on & setOf(static_cast<DatabaseKind>(i))) != noDatabase;
        if (concerned && told[i] && told[i] == known[i]) {
            out += *told[i] + '\n';
        }
    }
    return out;
}

// What of an object's SQL follows when something gets another name, where both say it alike. MySQL
// and MariaDB keep everything as it was written, and every server the bodies of functions.
class Following {
public:
    Following(const Object& known, DatabaseSet databases) : known_(known), databases_(databases) {}

    std::string operator()(const View& told) const {
        const auto* known = std::get_if<View>(&known_);
        return known == nullptr ? "" : saidAlike(told.query, known->query, following());
    }
    std::string operator()(const Trigger& told) const {
        const auto* known = std::get_if<Trigger>(&known_);
        return known == nullptr ? ""
                                : saidAlike(told.when, known->when, following()) +
                                      saidAlike(told.body, known->body, databases_ & sqlite);
    }
    std::string operator()(const Policy& told) const {
        const auto* known = std::get_if<Policy>(&known_);
        if (known == nullptr) {
            return {};
        }
        const bool read = told.usingExpression == known->usingExpression;
        const bool written = told.checkExpression == known->checkExpression;
        return (read ? told.usingExpression + '\n' : "") + (written ? told.checkExpression : "");
    }
    template <class AnyOther>
    std::string operator()(const AnyOther&) const {
        return {};
    }

private:
    DatabaseSet following() const { return databases_ & (postgresql | sqlite); }

    const Object& known_;
    DatabaseSet databases_;
};

// Finds the first former name in what an operation says as it was made.
class Search {
public:
    Search(const Formers& all, const Schema& schema) : all_(all), schema_(schema) {}

    std::string operator()(const op::DropTable& o) const {
        const Table* table = tableOf(o.table);
        if (table == nullptr || !o.definition) {
            return {};
        }
        std::string found;
        const auto look = [&](const auto& told, const auto& known) {
            for (const auto& part : told) {
                const auto* other = ofName(known, part.name);
                if (found.empty() && other != nullptr) {
                    found = in(part, *other, o.table);
                }
            }
        };
        look(o.definition->checks, table->checks);
        look(o.definition->indexes, table->indexes);
        look(o.definition->columns, table->columns);
        return found;
    }
    std::string operator()(const op::DropColumn& o) const {
        const Table* table = tableOf(o.table);
        return table == nullptr ? "" : inDrop(o, findColumn(*table, o.column));
    }
    std::string operator()(const op::DropCheck& o) const {
        const Table* table = tableOf(o.table);
        return table == nullptr ? "" : inDrop(o, ofName(table->checks, o.name));
    }
    std::string operator()(const op::DropIndex& o) const {
        const Table* table = tableOf(o.table);
        return table == nullptr ? "" : inDrop(o, ofName(table->indexes, resolvedName(o, schema_)));
    }
    std::string operator()(const op::CreateObject& o) const {
        const KnownObject* known = findObject(schema_, identityOf(o.object));
        const std::optional<Object> former = formerOf(o, known);
        return former ? in(*former, known) : std::string{};
    }
    std::string operator()(const op::DropObject& o) const {
        return o.definition ? in(*o.definition, findObject(schema_, o.object)) : std::string{};
    }
    template <class AnyOther>
    std::string operator()(const AnyOther&) const {
        return {};
    }

private:
    // Raw SQL may have made it anything.
    const Table* tableOf(const std::string& name) const {
        const Table* known = findTable(schema_, name);
        return known == nullptr || known->touchedByRawSql ? nullptr : known;
    }

    template <class Drop, class Part>
    std::string inDrop(const Drop& o, const Part* known) const {
        return o.definition && known != nullptr ? in(*o.definition, *known, o.table)
                                                : std::string{};
    }

    std::string in(const Column& told, const Column& known, const std::string& table) const {
        return told.computed && known.computed
                   ? among(known.computed->renamedColumns,
                           saidAlike(told.computed->sql, known.computed->sql, schema_.databases),
                           table)
                   : std::string{};
    }

    std::string in(const Check& told, const Check& known, const std::string& table) const {
        return among(known.renamedColumns,
                     saidAlike(told.sql, known.sql, schema_.databases),
                     table);
    }

    std::string in(const Index& told, const Index& known, const std::string& table) const {
        std::string sql = saidAlike(told.where, known.where, schema_.databases);
        for (std::size_t i = 0; i < std::min(told.parts.size(), known.parts.size()); ++i) {
            sql +=
                saidAlike(told.parts[i].expression, known.parts[i].expression, schema_.databases);
        }
        return among(known.renamedColumns, sql, table);
    }

    // A part of a table speaks of its columns.
    std::string among(const std::vector<std::string>& renamed,
                      const std::string& sql,
                      const std::string& table) const {
        const Words words = wordsOf(sql);
        for (const Former& former : all_) {
            const bool concerned =
                former.table == table &&
                std::find(renamed.begin(), renamed.end(), former.now) != renamed.end();
            if (concerned && mentions(words, former.name)) {
                return spelled(former);
            }
        }
        return {};
    }

    std::string in(const Object& told, const KnownObject* known) const {
        if (known == nullptr || !known->outdated) {
            return {};
        }
        const std::string sql = std::visit(Following{known->object, schema_.databases}, told);
        const Words words = wordsOf(sql);
        const std::string table = identityOf(told).table;
        for (const Former& former : all_) {
            const bool ofTable = former.table.empty() || (!sql.empty() && former.table == table) ||
                                 mentionsTable(words, former.table);
            if (ofTable && mentions(words, unqualified(former.name))) {
                return spelled(former);
            }
        }
        return {};
    }

    bool mentionsTable(const Words& words, const std::string& table) const {
        return mentions(words, unqualified(table)) ||
               std::any_of(all_.begin(), all_.end(), [&](const Former& other) {
                   return other.table.empty() && other.now == table &&
                          mentions(words, unqualified(other.name));
               });
    }

    const Formers& all_;
    const Schema& schema_;
};

}  // namespace

void FormerNames::pass(const Operation& operation) {
    if (const auto* column = std::get_if<op::RenameColumn>(&operation)) {
        rename(column->table, column->column, column->to);
    } else if (const auto* table = std::get_if<op::RenameTable>(&operation)) {
        rename({}, table->table, table->to);
        for (Former& former : all_) {
            former.table = former.table == table->table ? table->to : former.table;
        }
    } else if (const auto* object = std::get_if<op::RenameObject>(&operation)) {
        const std::string& from = object->object.name;
        if (isNamedInSql(object->object.kind)) {
            rename({}, from, object->to);
        }
        for (Former& former : all_) {
            if (object->object.kind == ObjectKind::Schema && schemaOf(former.table) == from) {
                former.table = fmt::format("{}.{}", object->to, unqualified(former.table));
            }
        }
    }
}

std::string FormerNames::saidBy(const Operation& operation, const Schema& before) const {
    return all_.empty() ? std::string{} : std::visit(Search{all_, before}, operation);
}

// What gets its old name again was called nothing else.
void FormerNames::rename(const std::string& table, const std::string& from, const std::string& to) {
    bool known = false;
    for (Former& former : all_) {
        if (former.table == table && former.now == from) {
            former.now = to;
        }
        known = known || (former.table == table && former.name == from);
    }
    if (!known) {
        all_.push_back({.table = table, .name = from, .now = to});
    }
    std::erase_if(all_, [](const Former& former) { return former.name == former.now; });
}

}  // namespace godwit::detail
