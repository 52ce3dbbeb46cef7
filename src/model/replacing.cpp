#include "model/replacing.hpp"

namespace godwit::detail {

namespace {

Object filledIn(const Object& said, const KnownObject* known) {
    const auto* view = std::get_if<View>(&said);
    const auto* former = known == nullptr ? nullptr : std::get_if<View>(&known->object);
    if (view == nullptr || former == nullptr) {
        return said;
    }
    View whole = *view;
    whole.columns = whole.columns.empty() ? former->columns : whole.columns;
    whole.checkOption =
        whole.checkOption == CheckOption::None ? former->checkOption : whole.checkOption;
    whole.securityInvoker = whole.securityInvoker || former->securityInvoker;
    return whole;
}

}  // namespace

Object inPlaceOf(const op::CreateObject& create, const KnownObject* known) {
    return create.replace ? filledIn(create.object, known) : create.object;
}

bool forcesMore(const Object& made, const KnownObject* known) {
    const auto isForced = [](const Object& object) {
        const auto* security = std::get_if<RowSecurity>(&object);
        return security != nullptr && security->forced;
    };
    return isForced(made) && (known == nullptr || !isForced(known->object));
}

std::optional<Object> formerOf(const op::CreateObject& create, const KnownObject* known) {
    return create.former ? std::optional{filledIn(*create.former, known)} : std::nullopt;
}

}  // namespace godwit::detail
