#include "plan/left_behind.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include <fmt/format.h>

#include <godwit/error.hpp>

#include "model/enum_values.hpp"
#include "model/qualified.hpp"
#include "model/replay.hpp"
#include "model/sql_words.hpp"

// Bodies of functions are texts to every server. MySQL and MariaDB keep views and triggers as they
// were written too; PostgreSQL knows what a view reads, SQLite rewrites both when something gets
// another name, and looks at them when a column goes, but not when a table does.
// https://www.postgresql.org/docs/current/ddl-depend.html
// https://dev.mysql.com/doc/refman/8.4/en/create-view.html
// https://www.sqlite.org/lang_altertable.html

namespace godwit::detail {

namespace {

bool isRoutine(ObjectKind kind) {
    return kind == ObjectKind::Function || kind == ObjectKind::Procedure;
}

bool isView(ObjectKind kind) {
    return kind == ObjectKind::View || kind == ObjectKind::MaterializedView;
}

// What goes by a name from now on nobody, or something else.
struct Gone {
    std::string name;      // Of the table, view or routine.
    std::string column{};  // Empty: all of it.
    std::string to{};      // Its other name; empty when it is no more.
    bool routine = false;
    std::string value{};  // Of an enumeration that the column is of; empty: the column itself.
};

std::optional<Gone> goneBy(const Operation& operation) {
    if (const auto* o = std::get_if<op::DropTable>(&operation)) {
        return Gone{.name = o->table};
    }
    if (const auto* o = std::get_if<op::RenameTable>(&operation)) {
        return Gone{.name = o->table, .to = o->to};
    }
    if (const auto* o = std::get_if<op::DropColumn>(&operation)) {
        return Gone{.name = o->table, .column = o->column};
    }
    if (const auto* o = std::get_if<op::RenameColumn>(&operation)) {
        return Gone{.name = o->table, .column = o->column, .to = o->to};
    }
    const auto* drop = std::get_if<op::DropObject>(&operation);
    const auto* rename = std::get_if<op::RenameObject>(&operation);
    const ObjectName* object = drop != nullptr     ? &drop->object
                               : rename != nullptr ? &rename->object
                                                   : nullptr;
    if (object == nullptr || (!isView(object->kind) && !isRoutine(object->kind))) {
        return {};
    }
    return Gone{.name = object->name,
                .to = rename == nullptr ? std::string{} : rename->to,
                .routine = isRoutine(object->kind)};
}

// A value of an enumeration, in each column that is of it.
std::vector<Gone> valuesGoneBy(const Operation& operation, const Schema& schema) {
    std::vector<Gone> gone;
    const auto* change = std::get_if<op::ChangeEnum>(&operation);
    if (change == nullptr || change->change == EnumChange::AddValue) {
        return gone;
    }
    const bool renamed = change->change == EnumChange::RenameValue;
    for (const auto& [name, table] : schema.tables) {
        for (const Column& column : table.columns) {
            if (concerns(*change, column)) {
                gone.push_back({.name = name,
                                .column = column.name,
                                .to = renamed ? change->to : std::string{},
                                .value = change->value});
            }
        }
    }
    return gone;
}

// Somebody has the name in the end: what was meant, or what has taken its place.
bool isThere(const Gone& gone, const Schema& schema) {
    const bool object = std::any_of(schema.objects.begin(), schema.objects.end(), [&](auto& entry) {
        return entry.first.name == gone.name &&
               (gone.routine ? isRoutine(entry.first.kind) : isView(entry.first.kind));
    });
    if (object || gone.routine) {
        return object;
    }
    const Table* table = findTable(schema, gone.name);
    const auto isIt = [&gone](const Column& column) {
        const std::vector<std::string>& values = column.type.values;
        return lowerCase(column.name) == lowerCase(gone.column) &&
               (gone.value.empty() ||
                std::find(values.begin(), values.end(), gone.value) != values.end());
    };
    return table != nullptr &&
           (gone.column.empty() || std::any_of(table->columns.begin(), table->columns.end(), isIt));
}

// The SQL of an object that the server takes as it is and will not look at.
class Unwatched {
public:
    Unwatched(const Gone& gone, DatabaseKind kind) : gone_(gone), kind_(kind) {}

    std::string operator()(const View& o) const {
        if (!gone_.value.empty()) {
            return {};  // Where it does not follow, the dialect refuses the call.
        }
        const bool ofMysql = kind_ == DatabaseKind::MySQL || kind_ == DatabaseKind::MariaDB;
        return ofMysql || tableGoesOnSqlite() ? textOf(o.query) : std::string{};
    }
    std::string operator()(const Trigger& o) const {
        if (!gone_.value.empty()) {
            return {};
        }
        switch (kind_) {
        case DatabaseKind::PostgreSQL:
            return textOf(o.body);
        case DatabaseKind::MySQL:
        case DatabaseKind::MariaDB:
            return textOf(o.when) + '\n' + textOf(o.body);
        case DatabaseKind::SQLite:
            return tableGoesOnSqlite() ? textOf(o.when) + '\n' + textOf(o.body) : std::string{};
        }
        return {};
    }
    // PostgreSQL knows what a body in the standard's form reads. Others may be texts in quotes.
    std::string operator()(const Routine& o) const {
        std::string sql = textOf(o.definition);
        const Words words = wordsOf(sql);
        if (mentions(words, "atomic")) {
            return {};
        }
        for (const std::string& text : words.texts) {
            sql += '\n' + text;
        }
        return sql;
    }
    template <class AnyOther>
    std::string operator()(const AnyOther&) const {
        return {};
    }

private:
    bool tableGoesOnSqlite() const {
        return kind_ == DatabaseKind::SQLite && gone_.column.empty() && gone_.to.empty();
    }
    std::string textOf(const SqlByDatabase& sql) const {
        return sql[static_cast<std::size_t>(kind_)].value_or("");
    }

    const Gone& gone_;
    DatabaseKind kind_;
};

// "SELECT *", "o.*" and ", *", which a server spells out once for all; not "count(*)" or "a * b".
bool takesAllColumns(std::string_view sql) {
    for (std::size_t at = sql.find('*'); at != std::string_view::npos; at = sql.find('*', at + 1)) {
        const std::size_t last = sql.substr(0, at).find_last_not_of(" \t\r\n");
        if (last == std::string_view::npos) {
            continue;
        }
        const std::string before = lowerCase(sql.substr(0, last + 1));
        const auto endsIn = [&before](std::string_view word) { return before.ends_with(word); };
        if (endsIn(".") || endsIn(",") || endsIn("select") || endsIn("distinct") || endsIn("all")) {
            return true;
        }
    }
    return false;
}

bool names(const Object& object, const Gone& gone, DatabaseKind kind) {
    const std::string sql = std::visit(Unwatched{gone, kind}, object);
    const Words words = wordsOf(sql);
    const auto* trigger = std::get_if<Trigger>(&object);
    const bool ofItsTable = trigger != nullptr && trigger->table == gone.name;
    if (gone.column.empty()) {
        // With a table its triggers go.
        return !(ofItsTable && gone.to.empty()) && mentions(words, unqualified(gone.name));
    }
    const bool all = std::holds_alternative<View>(object) && takesAllColumns(sql);
    return (ofItsTable || mentions(words, unqualified(gone.name))) &&
           (all || mentions(words, gone.column)) &&
           (gone.value.empty() || holdsText(words, gone.value));
}

// The same words, under whatever name.
bool isSame(const Object& a, const Object& b) {
    const auto texts = [](const Object& object) {
        std::vector<SqlByDatabase> out;
        for (const SqlByDatabase* sql : sqlOf(object)) {
            out.push_back(*sql);
        }
        return out;
    };
    return a.index() == b.index() && texts(a) == texts(b);
}

bool isAmong(const Object& object, const Objects& objects) {
    return std::any_of(objects.begin(), objects.end(), [&object](const auto& entry) {
        return isSame(object, entry.second.object);
    });
}

class Watch {
public:
    Watch(const Schema& before, DatabaseKind kind, const Objects& older)
        : schema_(before), kind_(kind), older_(older) {}

    void pass(const Operation& operation) {
        if (const auto* raw = std::get_if<op::RawSql>(&operation)) {
            raw_ += raw->texts[static_cast<std::size_t>(kind_)].value_or("") + '\n';
        }
        if (const auto* create = std::get_if<op::CreateObject>(&operation)) {
            const ObjectName made = identityOf(create->object);
            std::erase_if(found_, [&made](const Found& found) {
                const ObjectName name = identityOf(found.object);
                return name.kind == made.kind && name.name == made.name;
            });
        }
        if (const std::optional<Gone> gone = goneBy(operation)) {
            lookFor(*gone, operation);
        }
        for (const Gone& gone : valuesGoneBy(operation, schema_)) {
            lookFor(gone, operation);
        }
        replay(operation, schema_);
    }

    void wantNothing() const {
        const Words raw = wordsOf(raw_);
        for (const Found& found : found_) {
            const ObjectName name = identityOf(found.object);
            if (!isThere(found.gone, schema_) && isAmong(found.object, schema_.objects) &&
                !mentions(raw, unqualified(name.name))) {
                refuse(found, name);
            }
        }
    }

private:
    struct Found {
        const Operation* by;
        Gone gone;
        Object object;
    };

    void lookFor(const Gone& gone, const Operation& operation) {
        for (const auto& [name, known] : schema_.objects) {
            if (names(known.object, gone, kind_) && !isAmong(known.object, older_)) {
                found_.push_back({&operation, gone, known.object});
            }
        }
    }

    [[noreturn]] void refuse(const Found& found, const ObjectName& name) const {
        const Gone& gone = found.gone;
        const std::string what = fmt::format("{}{}{}{}",
                                             gone.value.empty() ? "" : "'" + gone.value + "' of ",
                                             gone.name,
                                             gone.column.empty() ? "" : ".",
                                             gone.column);
        const std::string fate =
            gone.to.empty() ? "goes" : fmt::format("is called {} from now on", gone.to);
        throw UsageError(
            ErrorCode::TableStillReferenced,
            {fmt::format("{} names {}, which {}: {} keeps its SQL as it is, and it would fail when "
                         "it is used",
                         godwit::describe(name),
                         what,
                         fate,
                         titleOf(kind_)),
             "Nothing has run.",
             fmt::format("in the same migration, make it again behind this call with what is true "
                         "then, schema.{}, or drop it; if it speaks of something else by that "
                         "name, make it again as it is",
                         replaceOf(name.kind))},
            {.migration = {},
             .operation = oneLine(*found.by),
             .sql = {},
             .line = lineOf(*found.by)});
    }

    static std::string_view replaceOf(ObjectKind kind) {
        switch (kind) {
        case ObjectKind::Trigger:
            return "replaceTrigger(...)";
        case ObjectKind::Function:
            return "replaceFunction(...)";
        case ObjectKind::Procedure:
            return "replaceProcedure(...)";
        default:
            return "replaceView(...)";
        }
    }

    Schema schema_;
    DatabaseKind kind_;
    const Objects& older_;
    std::string raw_;
    std::vector<Found> found_;
};

}  // namespace

bool takesNames(const std::vector<Operation>& operations) {
    return std::any_of(operations.begin(), operations.end(), [](const Operation& operation) {
        return goneBy(operation) || std::holds_alternative<op::ChangeEnum>(operation);
    });
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
