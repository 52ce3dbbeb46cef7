#include "plan/left_behind.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include <godwit/error.hpp>

#include "model/qualified.hpp"
#include "model/replay.hpp"
#include "model/sql_words.hpp"
#include "plan/gone_names.hpp"

// Bodies of functions are texts to every server. MySQL and MariaDB keep views and triggers as they
// were written too; PostgreSQL knows what a view reads, SQLite rewrites both when something gets
// another name, and looks at them when a column goes, but not when a table does.
// https://www.postgresql.org/docs/current/ddl-depend.html
// https://dev.mysql.com/doc/refman/8.4/en/create-view.html
// https://www.sqlite.org/lang_altertable.html

namespace godwit::detail {

namespace {

using What = GoneName::What;

// SQL with what stands in its quotes behind it, which may be SQL itself.
std::string withTexts(std::string sql) {
    const Words words = wordsOf(sql);
    for (const std::string& text : words.texts) {
        sql += '\n' + text;
    }
    return sql;
}

// PostgreSQL reads a body in the standard's form when it is made, and knows what it names.
// https://www.postgresql.org/docs/current/sql-createfunction.html
bool isOfTheStandard(std::string_view sql) {
    const std::vector<std::string> words = wordsOf(sql).bare;
    const auto begins = [](const std::string& a, const std::string& b) {
        return a == "begin" && b == "atomic";
    };
    return std::adjacent_find(words.begin(), words.end(), begins) != words.end();
}

// The SQL of an object that the server takes as it is and will not look at.
class Unwatched {
public:
    Unwatched(const GoneName& gone, DatabaseKind kind) : gone_(gone), kind_(kind) {}

    // A value that does not follow into these is refused by the dialect itself.
    std::string operator()(const View& o) const {
        const bool here = kind_ == DatabaseKind::SQLite ? goesOnSqlite() : !isPostgresql();
        return here && gone_.what != What::Value ? textOf(o.query) : std::string{};
    }
    std::string operator()(const Trigger& o) const {
        if (gone_.what == What::Value || (kind_ == DatabaseKind::SQLite && !goesOnSqlite())) {
            return {};
        }
        const std::string body = withTexts(textOf(o.body));
        return isPostgresql() ? body : textOf(o.when) + '\n' + body;
    }
    // The type of a parameter follows, what the body reads of it does not.
    std::string operator()(const Routine& o) const {
        const std::string sql = textOf(o.definition);
        if (isPostgresql() && isOfTheStandard(sql)) {
            return {};
        }
        const bool ofRow = gone_.what == What::Column || gone_.what == What::Value;
        return withTexts(sql) + (ofRow ? '\n' + textOf(o.parameters) : std::string{});
    }
    template <class AnyOther>
    std::string operator()(const AnyOther&) const {
        return {};
    }

private:
    bool isPostgresql() const { return kind_ == DatabaseKind::PostgreSQL; }

    // A view is renamed there by being made anew.
    bool goesOnSqlite() const {
        return gone_.what == What::View || (gone_.what == What::Table && gone_.to.empty());
    }
    std::string textOf(const SqlByDatabase& sql) const {
        return sql[static_cast<std::size_t>(kind_)].value_or("");
    }

    const GoneName& gone_;
    DatabaseKind kind_;
};

// What names things in an object.
struct Namer {
    Words words;
    bool ofItsTable = false;  // It belongs to the table whose name or column goes.
    bool takesAll = false;
};

bool namesWhole(const Namer& by, const GoneName& gone) {
    const std::string_view name = unqualified(gone.name);
    if (gone.what == What::Sequence) {  // nextval('numbers')
        return mentions(by.words, name) || holdsText(by.words, name) ||
               holdsText(by.words, gone.name);
    }
    return mentions(by.words, name);
}

bool names(const Namer& by, const GoneName& gone) {
    if (gone.what != What::Column && gone.what != What::Value) {
        const bool goesWithIt = by.ofItsTable && gone.what == What::Table && gone.to.empty();
        return !goesWithIt && namesWhole(by, gone);
    }
    return (by.ofItsTable || namesWhole(by, gone)) &&
           (by.takesAll || mentions(by.words, gone.column)) &&
           (gone.value.empty() || holdsText(by.words, gone.value));
}

// True for the function of a trigger of the table, whose NEW and OLD are rows of it.
bool servesTable(const Routine& routine, const std::string& table, const Objects& objects) {
    return std::any_of(objects.begin(), objects.end(), [&](const auto& entry) {
        const auto* trigger = std::get_if<Trigger>(&entry.second.object);
        return trigger != nullptr && trigger->table == table && trigger->function == routine.name;
    });
}

Namer namerIn(const Object& object,
              const GoneName& gone,
              const Objects& objects,
              DatabaseKind kind) {
    const std::string sql = std::visit(Unwatched{gone, kind}, object);
    const auto* trigger = std::get_if<Trigger>(&object);
    const auto* routine = std::get_if<Routine>(&object);
    return {.words = wordsOf(sql),
            .ofItsTable =
                (trigger != nullptr && trigger->table == gone.name) ||
                (routine != nullptr && !sql.empty() && servesTable(*routine, gone.name, objects)),
            .takesAll = std::holds_alternative<View>(object) && takesAllColumns(sql)};
}

std::vector<SqlByDatabase> textsOf(const Object& object) {
    std::vector<SqlByDatabase> out;
    for (const SqlByDatabase* sql : sqlOf(object)) {
        out.push_back(*sql);
    }
    return out;
}

class Watch {
public:
    Watch(const Schema& before, DatabaseKind kind, const Objects& older)
        : schema_(before), kind_(kind), older_(older) {}

    void pass(const Operation& operation) {
        follow(operation);
        for (const GoneName& gone : goneBy(operation, schema_, kind_)) {
            lookFor(gone, operation);
        }
        replay(operation, schema_);
    }

    void wantNothing() const {
        const Words raw = wordsOf(raw_);
        for (const Found& found : found_) {
            if (mentions(raw, unqualified(found.name.name)) ||
                findObject(schema_, found.name) == nullptr) {
                continue;
            }
            if (!isThere(found.gone, schema_)) {
                refuse(found, found.gone);
            }
            for (const std::string& column : columnsLost(found.gone, schema_)) {
                if (mentions(found.by.words, column)) {
                    refuse(found,
                           {.what = What::Column, .name = found.gone.name, .column = column});
                }
            }
        }
    }

private:
    struct Found {
        const Operation* operation;
        GoneName gone;
        ObjectName name;
        Namer by;
    };

    // What was found goes, is made anew or gets another name.
    void follow(const Operation& operation) {
        if (const auto* raw = std::get_if<op::RawSql>(&operation)) {
            raw_ += raw->texts[static_cast<std::size_t>(kind_)].value_or("") + '\n';
        } else if (const auto* create = std::get_if<op::CreateObject>(&operation)) {
            // What was found is there, so that createView(...).ifNotExists() does nothing.
            if (create->replace || !operation.guarded) {
                forget(identityOf(create->object));
            }
        } else if (const auto* drop = std::get_if<op::DropObject>(&operation)) {
            forget(drop->object);
        } else if (const auto* object = std::get_if<op::RenameObject>(&operation)) {
            for (Found& found : found_) {
                if (isOne(found.name, object->object)) {
                    found.name.name = object->to;
                }
            }
        } else if (const auto* table = std::get_if<op::RenameTable>(&operation)) {
            for (Found& found : found_) {
                if (found.name.table == table->table) {
                    found.name.table = table->to;
                }
            }
        }
    }

    // Of functions of one name any: one that is left out is made anew as well as it can be.
    static bool isOne(const ObjectName& a, const ObjectName& b) {
        return a.kind == b.kind && a.name == b.name && a.table == b.table;
    }

    void forget(const ObjectName& name) {
        std::erase_if(found_, [&name](const Found& found) { return isOne(found.name, name); });
    }

    void lookFor(const GoneName& gone, const Operation& operation) {
        for (const auto& [name, known] : schema_.objects) {
            // What SQLite has rewritten reads otherwise than the migrations say.
            if (kind_ == DatabaseKind::SQLite && known.outdated) {
                continue;
            }
            Namer by = namerIn(known.object, gone, schema_.objects, kind_);
            if (names(by, gone) && !isOlder(name, known.object)) {
                found_.push_back({&operation, gone, name, std::move(by)});
            }
        }
    }

    bool isOlder(const ObjectName& name, const Object& object) const {
        const auto found = older_.find(name);
        return found != older_.end() && textsOf(found->second.object) == textsOf(object);
    }

    [[noreturn]] void refuse(const Found& found, const GoneName& gone) const {
        const std::string fate =
            gone.to.empty() ? "goes" : fmt::format("is called {} from now on", gone.to);
        throw UsageError(
            ErrorCode::TableStillReferenced,
            {fmt::format("{} names {}, which {}: {} keeps its SQL as it is, and it would fail when "
                         "it is used",
                         godwit::describe(found.name),
                         spelled(gone),
                         fate,
                         titleOf(kind_)),
             "Nothing has run.",
             "in the same migration, drop it before this call and create it behind with what is "
             "true then, or replace it behind; if it speaks of something else by that name, make "
             "it again as it is"},
            {.migration = {},
             .operation = oneLine(*found.operation),
             .sql = {},
             .line = lineOf(*found.operation)});
    }

    Schema schema_;
    DatabaseKind kind_;
    const Objects& older_;
    std::string raw_;
    std::vector<Found> found_;
};

}  // namespace

Objects keptBy(const std::vector<Operation>& operations, const Objects& objects) {
    Objects kept = objects;
    for (const Operation& operation : operations) {
        if (const auto* create = std::get_if<op::CreateObject>(&operation)) {
            kept.erase(identityOf(create->object));
        }
    }
    return kept;
}

void wantNothingLeftBehind(const std::vector<Operation>& operations,
                           const Schema& before,
                           DatabaseKind kind,
                           const Objects& older) {
    if (before.objects.empty() || !takesNames(operations)) {
        return;
    }
    const std::vector<Operation> concerned = operationsFor(kind, operations);
    Watch watch{before, kind, older};
    for (const Operation& operation : concerned) {
        watch.pass(operation);
    }
    watch.wantNothing();
}

}  // namespace godwit::detail
