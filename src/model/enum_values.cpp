#include "model/enum_values.hpp"

#include <algorithm>
#include <iterator>

#include "model/replay.hpp"

// What becomes of enumerations that are made by themselves, and of columns whose values change.

namespace godwit::detail {

namespace {

bool isOf(const Column& column, std::string_view type) {
    return column.type.kind == ColumnType::Kind::Enumeration && column.type.enumName == type;
}

// One column of the type, with its table; null when none is known.
std::pair<const Table*, const Column*> anyUseOf(const Schema& schema, const std::string& type) {
    for (const auto& [name, table] : schema.tables) {
        for (const Column& column : table.columns) {
            if (isOf(column, type)) {
                return {&table, &column};
            }
        }
    }
    return {};
}

bool isDefaultOf(const Column& column, const std::string& value) {
    return column.defaultValue == DefaultValue{TextDefault{value}};
}

}  // namespace

bool concerns(const op::ChangeEnum& o, const Column& column) { return isOf(column, o.type); }

std::string_view enumIn(const Operation& operation) {
    return std::visit(
        [](const auto& o) -> std::string_view {
            if constexpr (requires { std::string_view{o.type}; }) {
                return o.type;
            } else {
                return {};
            }
        },
        static_cast<const AnyOperation&>(operation));
}

bool usesEnum(const Table& table, std::string_view type) {
    return std::any_of(table.columns.begin(), table.columns.end(), [&](const Column& column) {
        return isOf(column, type);
    });
}

std::vector<std::string> enumValues(const Schema& schema, const std::string& type) {
    const auto made = schema.enums.find(type);
    if (made != schema.enums.end()) {
        return made->second;
    }
    const Column* column = anyUseOf(schema, type).second;
    return column == nullptr ? std::vector<std::string>{} : column->type.values;
}

// After raw SQL a value may be there already, or be gone.
std::vector<std::string> changedBy(const op::ChangeEnum& o, std::vector<std::string> values) {
    const auto find = [&values](const std::string& value) {
        return std::find(values.begin(), values.end(), value);
    };
    const bool made = o.change != EnumChange::RemoveValue &&
                      holds(values, o.change == EnumChange::AddValue ? o.value : o.to);
    if (o.change == EnumChange::RemoveValue || (made && o.change == EnumChange::RenameValue)) {
        std::erase(values, o.value);
    } else if (o.change == EnumChange::RenameValue) {
        std::replace(values.begin(), values.end(), o.value, o.to);
    } else if (!made) {
        const auto next = find(o.before.empty() ? o.after : o.before);
        const bool behind = o.before.empty() && next != values.end();
        values.insert(behind ? next + 1 : next, o.value);
    }
    return values;
}

Column changedBy(const op::ChangeEnum& o, Column column) {
    column.type.values = changedBy(o, std::move(column.type.values));
    if (o.change != EnumChange::AddValue && isDefaultOf(column, o.value)) {
        column.defaultValue = TextDefault{o.to};
    }
    return column;
}

std::vector<Operation> inverseOf(const op::ChangeEnum& o, const Schema& before) {
    op::ChangeEnum back{.type = o.type, .value = o.value, .line = o.line};
    switch (o.change) {
    case EnumChange::AddValue:
        back.change = EnumChange::RemoveValue;
        return {back};
    case EnumChange::RenameValue:
        back.change = EnumChange::RenameValue;
        back.value = o.to;
        back.to = o.value;
        return {back};
    case EnumChange::RemoveValue:
        break;
    }
    const std::vector<std::string> values = enumValues(before, o.type);
    const auto gone = std::find(values.begin(), values.end(), o.value);
    if (gone != values.end() && std::next(gone) != values.end()) {
        back.before = *std::next(gone);
    }
    std::vector<Operation> all{back};
    for (const auto& [name, table] : before.tables) {
        for (const Column& column : table.columns) {
            if (concerns(o, column) && isDefaultOf(column, o.value)) {
                all.emplace_back(op::SetDefault{.table = name,
                                                .column = column.name,
                                                .value = column.defaultValue,
                                                .line = o.line});
            }
        }
    }
    return all;
}

void Replay::play(const op::CreateEnum& o) {
    if (!enumValues(schema_, o.type).empty()) {
        refuse(ErrorCode::DuplicateObjectName,
               fmt::format("the enumeration {} is there already", o.type),
               "leave the call out, choose another name, or change the values with alterEnum");
    }
    schema_.enums[o.type] = o.values;
}

void Replay::play(const op::DropEnum& o) {
    const auto [table, column] = anyUseOf(schema_, o.type);
    if (column != nullptr) {
        refuse(
            ErrorCode::TableStillReferenced,
            fmt::format("{}.{} is still of the enumeration {}", table->name, column->name, o.type),
            schema_.enums.contains(o.type)
                ? "drop the column first, or change its type"
                : "leave the call out: the enumeration goes with the last column of it");
    }
    schema_.enums.erase(o.type);
}

void Replay::play(const op::RenameEnum& o) {
    if (!enumValues(schema_, o.to).empty()) {
        refuse(ErrorCode::DuplicateObjectName,
               fmt::format("the enumeration {} is there already", o.to),
               "choose another name");
    }
    if (auto made = schema_.enums.extract(o.type)) {
        made.key() = o.to;
        schema_.enums.erase(o.to);
        schema_.enums.insert(std::move(made));
    }
    for (auto& [name, table] : schema_.tables) {
        for (Column& column : table.columns) {
            if (isOf(column, o.type)) {
                column.type.enumName = o.to;
            }
        }
    }
}

void Replay::play(const op::ChangeEnum& o) {
    const Names values = enumValues(schema_, o.type);
    if (values.empty()) {
        return;  // A type that the migrations have not made may well exist.
    }
    wantFittingChange(o, values);
    if (const auto made = schema_.enums.find(o.type); made != schema_.enums.end()) {
        made->second = changedBy(o, std::move(made->second));
    }
    for (auto& [name, table] : schema_.tables) {
        for (Column& column : table.columns) {
            if (concerns(o, column)) {
                wantDefaultKept(o, table, column);
                column = changedBy(o, std::move(column));
            }
        }
    }
}

void Replay::wantFittingChange(const op::ChangeEnum& o, const Names& values) {
    const auto wantValue = [&](const std::string& value) {
        if (!value.empty() && !holds(values, value)) {
            refuse(ErrorCode::BadType,
                   fmt::format("the enumeration {} has no value {}", o.type, value),
                   fmt::format("its values are {}", fmt::join(values, ", ")));
        }
    };
    const std::string& made = o.change == EnumChange::AddValue ? o.value : o.to;
    if (o.change != EnumChange::RemoveValue && holds(values, made)) {
        refuse(ErrorCode::BadType,
               fmt::format("the enumeration {} has the value {} already", o.type, made),
               "leave the call out, or give it another value");
    }
    wantValue(o.before);
    wantValue(o.after);
    if (o.change != EnumChange::AddValue) {
        wantValue(o.value);
    }
    if (o.change != EnumChange::RemoveValue) {
        return;
    }
    wantValue(o.to);
    if (values.size() == 1 || o.to == o.value) {
        refuse(ErrorCode::BadType,
               fmt::format("the enumeration {} would be left without {}",
                           o.type,
                           values.size() == 1 ? "values" : "the value that rows become"),
               "keep one value, and let rows become another one");
    }
}

void Replay::wantDefaultKept(const op::ChangeEnum& o, const Table& table, const Column& column) {
    if (o.change == EnumChange::RemoveValue && o.to.empty() && isDefaultOf(column, o.value)) {
        refuse(ErrorCode::BadDefault,
               fmt::format("{}.{} has the default {}, which is to go",
                           table.name,
                           column.name,
                           o.value),
               "say what rows and defaults become: removeValue(\"...\", \"...\")");
    }
}

}  // namespace godwit::detail
