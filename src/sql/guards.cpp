#include "sql/guards.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "sql/sql_dialect.hpp"

// Guards become the server's own IF [NOT] EXISTS where one statement can say it. Everything else is
// decided by a question that the run asks first, inside the same transaction where there is one.

namespace godwit::detail {

namespace {

// Of MySQL and MariaDB, where one call may be several clauses.
bool isOneClause(const std::string& sql) { return sql.find(",\n    ") == std::string::npos; }

// Its name may be another one than godwit thinks, which no IF EXISTS would say. Roles of MySQL and
// MariaDB stand in a catalog that not everybody who makes them may read.
bool isAskedFor(const Condition& condition, const Piece& piece) {
    const Sought& object = condition.object;
    return object.what == Sought::What::PrimaryKey ||
           (object.what == Sought::What::Object && object.object.kind != ObjectKind::Role) ||
           piece.statement.outsideTransaction ||
           !std::holds_alternative<action::SendSql>(piece.statement.action);
}

}  // namespace

bool SqlDialect::guardBySyntax(const Condition& condition, Piece& piece) const {
    std::string& sql = piece.statement.sql;
    if (isAskedFor(condition, piece) || (!piece.table.empty() && !isOneClause(sql))) {
        return false;
    }
    const auto forms = guardedForms();
    const auto form = std::find_if(forms.begin(), forms.end(), [&sql](const GuardedForm& f) {
        return sql.starts_with(f.plain);
    });
    if (form == forms.end()) {
        return false;
    }
    sql.replace(0, form->plain.size(), form->guarded);
    // What is not there for want of its table is not there either.
    if (!piece.table.empty() && condition.whenThere) {
        sql = fmt::format("ALTER TABLE IF EXISTS {} {}", objectName(piece.table), sql);
        piece.table.clear();
    }
    return true;
}

void SqlDialect::guard(Script& script, std::size_t first) const {
    if (std::holds_alternative<op::ChangeEnum>(script.current())) {
        return;  // Several columns and a type, which each know for themselves.
    }
    const auto condition = conditionOf(script.current(), script.nearby());
    const std::span<Piece> written = std::span{script.pieces()}.subspan(first);
    if (!condition || (written.size() == 1 && guardBySyntax(*condition, written.front()))) {
        return;
    }
    const Wanted wanted = condition->whenThere ? Wanted::ToUse : Wanted::ToMake;
    const std::string query = fmt::format("SELECT {}EXISTS ({})",
                                          condition->whenThere ? "" : "NOT ",
                                          thereQuery(condition->object, wanted));
    for (Piece& piece : written) {
        // A question of its own is about what is there.
        if (piece.statement.onlyIf.empty()) {
            piece.statement.onlyIf = query;
        }
    }
}

void SqlDialect::write(const op::Assume& o, Script& script) const {
    const Condition condition = conditionOf(o);
    const std::string& part = condition.object.name;
    Statement& statement = script.statement(
        fmt::format("SELECT EXISTS ({})", thereQuery(condition.object, Wanted::ToUse)));
    statement.action = action::Assume{o.table + (part.empty() ? "" : ".") + part, o.exists};
}

namespace {

bool isOneOf(const std::string& name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// True when the operation may make or take away what was taken for granted.
struct Touch {
    const op::Assume& assumption;

    bool operator()(const op::CreateTable& o) const { return o.table.name == assumption.table; }
    bool operator()(const op::DropTable& o) const { return o.table == assumption.table; }
    bool operator()(const op::RenameTable& o) const {
        return isOneOf(assumption.table, {o.table, o.to});
    }
    bool operator()(const op::AddColumn& o) const {
        return column(o.table, {o.column.name}) || index(o.table);
    }
    bool operator()(const op::DropColumn& o) const {
        return column(o.table, {o.column}) || index(o.table);
    }
    bool operator()(const op::RenameColumn& o) const { return column(o.table, {o.column, o.to}); }
    bool operator()(const op::AddIndex& o) const { return index(o.table); }
    bool operator()(const op::DropIndex& o) const { return index(o.table); }
    bool operator()(const op::RenameIndex& o) const { return index(o.table); }
    template <class AnyOther>
    bool operator()(const AnyOther&) const {
        return false;
    }

private:
    bool column(const std::string& table, std::initializer_list<std::string_view> names) const {
        return table == assumption.table && isOneOf(assumption.column, names);
    }
    bool index(const std::string& table) const {
        return table == assumption.table && !assumption.index.empty();
    }
};

}  // namespace

std::vector<Operation> assumptionsFirst(std::vector<Operation> operations) {
    auto next = operations.begin();
    for (auto at = operations.begin(); at != operations.end(); ++at) {
        const auto* assumption = std::get_if<op::Assume>(&*at);
        if (assumption == nullptr) {
            continue;
        }
        const Touch touch{*assumption};
        const bool own = std::any_of(operations.begin(), at, [&touch](const Operation& earlier) {
            return std::visit(touch, earlier);
        });
        if (!own) {
            std::rotate(next, at, std::next(at));
            ++next;
        }
    }
    return operations;
}

}  // namespace godwit::detail
