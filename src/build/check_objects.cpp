#include <algorithm>

#include <fmt/format.h>

#include "build/objects.hpp"

// What must be said of an object, and what excludes what.

namespace godwit::detail {

namespace {

class ObjectCheck {
public:
    void operator()(const View& o) const {
        want(!o.securityInvoker || !o.materialized,
             o,
             "is materialized",
             "leave securityInvoker() out");
    }

    void operator()(const Trigger& o) const {
        want(o.events.bits != 0,
             o,
             "does not say when it fires",
             "say .before(...), .after(...) or .insteadOf(...)");
        want(isEmpty(o.body) == !o.function.empty(),
             o,
             "does not say what it does",
             "say either .body(...) or .executes(...)");
        want(o.updateOf.empty() || (o.events.bits & onUpdate.bits) != 0,
             o,
             "names columns and does not fire on updates",
             "leave ofColumns(...) out");
    }

    void operator()(const Routine& o) const {
        for (const auto& text : o.parameters) {
            want(!text || text->empty() || (text->starts_with('(') && text->ends_with(')')),
                 o,
                 "has parameters without parentheses",
                 "write them as \"(a integer, b text)\"");
        }
    }

    void operator()(const Sequence& o) const {
        using Kind = ColumnType::Kind;
        want(!o.type || *o.type == Kind::SmallInteger || *o.type == Kind::Integer ||
                 *o.type == Kind::BigInteger,
             o,
             "is of no type that can be counted",
             "give it smallInteger(), integer() or bigInteger()");
        wantSteps(o, o.increment, o.cache);
    }

    void operator()(const Policy& o) const {
        constexpr Privileges kCommands[] = {select, insert, update, erase, allPrivileges};
        want(
            std::find(std::begin(kCommands), std::end(kCommands), o.command) != std::end(kCommands),
            o,
            "is for several commands",
            "make one for each, or leave forCommand(...) out for all");
        want(!o.usingExpression.empty() || !o.checkExpression.empty(),
             o,
             "has no expression",
             "say .usingExpression(...) or .withCheck(...)");
        want(o.command != insert || o.usingExpression.empty(),
             o,
             "is for insert, before which there is no row to look at",
             "say .withCheck(...) instead of .usingExpression(...)");
        want((o.command != select && o.command != erase) || o.checkExpression.empty(),
             o,
             "is for a command that writes no row",
             "say .usingExpression(...) alone");
    }

    void operator()(const Grant& o) const {
        want(!o.roles.empty(), o, "names no role", "say .to({\"role\"}), or .from({\"role\"})");
        want(o.on == Grant::On::Role || o.privileges.bits != 0,
             o,
             "names no privilege",
             "say which, as godwit::select | godwit::insert");
        want(o.columns.empty() || o.on == Grant::On::Table,
             o,
             "names columns of what has none",
             "leave columns(...) out");
    }

    void operator()(const Partition& o) const {
        const int ways = (o.from.empty() && o.to.empty() ? 0 : 1) + (o.values.empty() ? 0 : 1) +
                         (o.modulus == 0 ? 0 : 1) + (o.isDefault ? 1 : 0);
        want(ways == 1 && o.from.empty() == o.to.empty(),
             o,
             "does not say which rows it takes",
             "say .from({...}).to({...}), or .in({...}), .modulus(...) or .takesTheRest()");
        want(o.modulus == 0 || o.remainder < o.modulus,
             o,
             "has a remainder that no row has",
             "let it be below the modulus");
    }

    void operator()(const op::AlterSequence& o) const {
        const Sequence sequence{.name = o.sequence, .line = o.line};
        want(o.increment || o.lowest || o.highest || o.cache || o.cycle || o.restart,
             sequence,
             "is not told what to become",
             "say .restartsAt(...), .incrementsBy(...) or another");
        wantSteps(sequence, o.increment, o.cache);
    }

    void operator()(const op::RefreshView& o) const {
        want(!o.concurrently || o.withData,
             View{.name = o.view, .materialized = true, .line = o.line},
             "is refreshed for its readers, and left without rows",
             "leave .concurrently() or .withNoData() out");
    }

    template <class NothingToSay>
    void operator()(const NothingToSay&) const {}

private:
    static void wantSteps(const Object& o,
                          const std::optional<std::int64_t>& increment,
                          const std::optional<std::int64_t>& cache) {
        want(!increment || *increment != 0, o, "counts by 0", "let incrementsBy(...) be another");
        want(!cache || *cache > 0,
             o,
             "fetches less than one number",
             "let cache(...) be 1 or more");
    }

    static void want(bool holds, const Object& object, std::string_view lack, std::string hint) {
        if (!holds) {
            ObjectName name = identityOf(object);
            name.signature.clear();
            refuse(ErrorCode::IncompleteObject,
                   fmt::format("{} {}", describe(name), lack),
                   std::move(hint),
                   godwit::lineOf(object));
        }
    }
};

void checkObject(const Object& object) { std::visit(ObjectCheck{}, object); }

}  // namespace

void checkObjects(const Operation& operation) {
    const auto checkIf = [](const auto& object) {
        if (object) {
            checkObject(*object);
        }
    };
    if (const auto* made = std::get_if<op::CreateObject>(&operation)) {
        checkObject(made->object);
        checkIf(made->former);
    } else if (const auto* dropped = std::get_if<op::DropObject>(&operation)) {
        checkIf(dropped->definition);
    } else if (const auto* attached = std::get_if<op::AttachPartition>(&operation)) {
        checkObject(attached->partition);
    } else if (const auto* detached = std::get_if<op::DetachPartition>(&operation)) {
        checkIf(detached->definition);
    } else if (const auto* altered = std::get_if<op::AlterSequence>(&operation)) {
        ObjectCheck{}(*altered);
    } else if (const auto* refreshed = std::get_if<op::RefreshView>(&operation)) {
        ObjectCheck{}(*refreshed);
    }
}

}  // namespace godwit::detail
