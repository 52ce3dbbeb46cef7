#include <fmt/format.h>

#include "sql/sql_dialect.hpp"

// What is said of keys and constraints, and which server has it.

namespace godwit::detail {

namespace {

constexpr std::string_view kLeaveOutDeferrable =
    "leave it out, and change rows in an order in which each statement is right by itself, or say "
    ".only(godwit::postgresql)";

constexpr std::string_view kLeaveOutNotValid =
    "leave it out: the server looks at every row that is there; mend those that break the rule "
    "first, or say .only(godwit::postgresql)";

bool isDeferrable(Deferral deferral) { return deferral != Deferral::NotDeferrable; }

bool setsDefault(const ForeignKey& key) {
    return key.onDelete == ForeignKeyAction::SetDefault ||
           key.onUpdate == ForeignKeyAction::SetDefault;
}

}  // namespace

void SqlDialect::checkConstraints(const Script& script) const {
    const Operation& operation = script.current();
    if (const auto* create = std::get_if<op::CreateTable>(&operation)) {
        const Table& table = create->table;
        const auto checkAll = [&](const auto& constraints) {
            for (const auto& constraint : constraints) {
                checkConstraint(table.name, constraint, script);
            }
        };
        if (table.primaryKey) {
            checkConstraint(table.name, *table.primaryKey, script);
        }
        checkAll(table.uniqueKeys);
        checkAll(table.foreignKeys);
        checkAll(table.checks);
        checkAll(table.exclusions);
    } else if (const auto* primary = std::get_if<op::AddPrimaryKey>(&operation)) {
        checkConstraint(primary->table, primary->primaryKey, script);
    } else if (const auto* unique = std::get_if<op::AddUniqueKey>(&operation)) {
        checkConstraint(unique->table, unique->uniqueKey, script);
    } else if (const auto* foreign = std::get_if<op::AddForeignKey>(&operation)) {
        checkConstraint(foreign->table, foreign->foreignKey, script);
    } else if (const auto* rule = std::get_if<op::AddCheck>(&operation)) {
        checkConstraint(rule->table, rule->check, script);
    } else if (const auto* exclusion = std::get_if<op::AddExclusion>(&operation)) {
        checkConstraint(exclusion->table, exclusion->exclusion, script);
    }
}

void SqlDialect::checkConstraint(const std::string& table,
                                 const PrimaryKey& key,
                                 const Script& script) const {
    wantAttributes(fmt::format("the primary key of {}", table),
                   key.line,
                   {{isDeferrable(key.deferral),
                     can().constraint.deferrableKeys,
                     "deferrable(...)",
                     kLeaveOutDeferrable}},
                   script);
}

void SqlDialect::checkConstraint(const std::string& table,
                                 const UniqueKey& key,
                                 const Script& script) const {
    wantAttributes(
        fmt::format("the unique constraint {} of {}", key.name, table),
        key.line,
        {{isDeferrable(key.deferral),
          can().constraint.deferrableKeys,
          "deferrable(...)",
          kLeaveOutDeferrable},
         {key.nullsNotDistinct,
          can().constraint.nullsNotDistinct,
          "nullsNotDistinct()",
          "make the columns NOT NULL, or a unique index over an expression in which something "
          "stands for NULL"}},
        script);
}

void SqlDialect::checkConstraint(const std::string& table,
                                 const ForeignKey& key,
                                 const Script& script) const {
    wantAttributes(
        fmt::format("the foreign key {} of {}", key.name, table),
        key.line,
        {{setsDefault(key),
          can().constraint.setDefault,
          "setDefault",
          "use godwit::setNull or godwit::cascade"},
         {isDeferrable(key.deferral),
          can().constraint.deferrableForeignKeys,
          "deferrable(...)",
          "leave it out, and change rows in an order in which each statement is right by itself, "
          "or say .only(godwit::postgresql | godwit::sqlite)"},
         {!key.validated, can().constraint.notValid, "notValid()", kLeaveOutNotValid}},
        script);
}

void SqlDialect::checkConstraint(const std::string& table,
                                 const Check& check,
                                 const Script& script) const {
    wantAttributes(fmt::format("the check {} of {}", check.name, table),
                   check.line,
                   {{!check.validated, can().constraint.notValid, "notValid()", kLeaveOutNotValid}},
                   script);
}

void SqlDialect::checkConstraint(const std::string& table,
                                 const Exclusion& exclusion,
                                 const Script& script) const {
    wantAttributes(table,
                   exclusion.line,
                   {{true,
                     can().constraint.exclusions,
                     "exclude(...)",
                     "look for such rows in a trigger, or say .only(godwit::postgresql)"}},
                   script);
}

}  // namespace godwit::detail
