#include "model/names_first.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "model/qualified.hpp"
#include "model/sql_words.hpp"

namespace godwit::detail {

namespace {

// The name that SQL may use once the operation is done; empty for none.
struct NameBrought {
    std::string_view operator()(const op::CreateTable& o) const { return o.table.name; }
    std::string_view operator()(const op::RenameTable& o) const { return o.to; }
    std::string_view operator()(const op::AddColumn& o) const { return o.column.name; }
    std::string_view operator()(const op::RenameColumn& o) const { return o.to; }
    template <class AnyOther>
    std::string_view operator()(const AnyOther&) const {
        return {};
    }
};

bool namesIn(const Object& object, std::string_view name) {
    const std::vector<const SqlByDatabase*> texts = sqlOf(object);
    return std::any_of(texts.begin(), texts.end(), [name](const SqlByDatabase* sql) {
        return std::any_of(sql->begin(), sql->end(), [name](const auto& text) {
            return text && mentions(wordsOf(*text), name);
        });
    });
}

// Nothing refers to one, so that it may come later than it stood.
bool isTrigger(const Object& object) { return std::holds_alternative<Trigger>(object); }

bool waitsFor(const op::CreateObject& create, const Operation& other) {
    const AnyOperation& any = other;
    const std::string_view name = unqualified(std::visit(NameBrought{}, any));
    return !name.empty() && namesIn(create.object, name);
}

}  // namespace

void bringNamesFirst(std::vector<Operation>& back) {
    for (auto at = back.rbegin(); at != back.rend(); ++at) {
        const auto* create = std::get_if<op::CreateObject>(&*at);
        if (create == nullptr || !(create->replace || isTrigger(create->object))) {
            continue;
        }
        const auto last = std::find_if(back.rbegin(), at, [create](const Operation& other) {
            return waitsFor(*create, other);
        });
        if (last != at) {
            std::rotate(std::prev(at.base()), at.base(), last.base());
        }
    }
}

}  // namespace godwit::detail
