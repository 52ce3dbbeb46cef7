#include "model/enum_values.hpp"
#include "mysql/dialect.hpp"

// How the values of ENUM columns change.

namespace godwit::detail {

void MysqlDialect::write(const op::ChangeEnum& o, Script& script) const {
    for (const EnumUse& use : columnsToChange(o, script)) {
        static_cast<void>(knownColumn(use.table.name, use.column.name, "the values", script));
        if (use.column.type.form == ColumnType::Form::Check) {
            changeCheckedEnum(o, use, script);
        } else {
            changeEnumColumn(o, use, script);
        }
    }
}

// Rows are moved while the column has both values: what a column does not list is refused.
// https://dev.mysql.com/doc/refman/8.4/en/alter-table.html#alter-table-redefine-column
void MysqlDialect::changeEnumColumn(const op::ChangeEnum& o,
                                    const EnumUse& use,
                                    Script& script) const {
    wantNotComputed(o, use, script);
    wantNoForeignKeyOver(use.table.name, use.column.name, script);
    if (o.change == EnumChange::RenameValue) {
        Column both = use.column;
        both.type.values.push_back(o.to);
        modify(use.table.name, std::move(both), script);
    }
    moveRows(o, use, script);
    modify(use.table.name, changedBy(o, use.column), script);
}

}  // namespace godwit::detail
