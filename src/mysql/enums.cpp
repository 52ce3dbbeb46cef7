#include "model/enum_values.hpp"
#include "mysql/dialect.hpp"

// How the values of ENUM columns change.

namespace godwit::detail {

namespace {

// Then the numbers of the values that are there stay, and foreign keys may compare them meanwhile.
// https://dev.mysql.com/doc/refman/8.4/en/innodb-online-ddl-operations.html#online-ddl-column-operations
bool addsBehind(const op::ChangeEnum& o, const EnumUse& use) {
    return o.change == EnumChange::AddValue &&
           changedBy(o, use.column.type.values).back() == o.value;
}

}  // namespace

void MysqlDialect::write(const op::ChangeEnum& o, Script& script) const {
    const std::vector<EnumUse> uses = columnsToChange(o, script);
    wantNoRowsOf(o, uses, script);
    std::vector<EnumUse> compared;
    for (const EnumUse& use : uses) {
        if (use.column.type.form == ColumnType::Form::Check ? movesRows(o) : !addsBehind(o, use)) {
            compared.push_back(use);
        }
        // Rows of which some may be refused, with no way to take back what was done before.
        if (o.change == EnumChange::RemoveValue && movesRows(o)) {
            wantNoForeignKeyOver(use.table.name, use.column.name, "values", script);
        }
    }
    withoutForeignKeys(compared, script, [&] {
        for (const EnumUse& use : uses) {
            static_cast<void>(knownColumn(use.table.name, use.column.name, "the values", script));
            if (use.column.type.form == ColumnType::Form::Check) {
                changeCheckedEnum(o, use, script);
            } else {
                changeEnumColumn(o, use, script);
            }
        }
    });
}

// Rows are moved while the column has both values: what a column does not list is refused.
// https://dev.mysql.com/doc/refman/8.4/en/alter-table.html#alter-table-redefine-column
void MysqlDialect::changeEnumColumn(const op::ChangeEnum& o,
                                    const EnumUse& use,
                                    Script& script) const {
    wantNotComputed(o, use, script);
    wantNotSpelledOut(o, use, script);
    if (o.change == EnumChange::RenameValue) {
        Column both = use.column;
        both.type.values.push_back(o.to);
        modify(use.table.name, std::move(both), script);
    }
    moveRows(o, use, script);
    modify(use.table.name, changedBy(o, use.column), script);
}

}  // namespace godwit::detail
