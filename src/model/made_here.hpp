#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <godwit/operation.hpp>

namespace godwit::detail {

/// What the operations of a migration so far have made themselves, by the names that it has now.
struct MadeHere {
    std::set<std::string> tables{};
    std::set<std::pair<std::string, std::string>> columns{};  // By the table's name and their own.

    void operator()(const op::CreateTable& o) { tables.insert(o.table.name); }
    void operator()(const op::DropTable& o) {
        tables.erase(o.table);
        std::erase_if(columns, [&o](const auto& column) { return column.first == o.table; });
    }
    void operator()(const op::RenameTable& o) {
        if (tables.erase(o.table) != 0) {
            tables.insert(o.to);
        }
        std::set<std::pair<std::string, std::string>> renamed;
        for (const auto& [table, column] : columns) {
            renamed.emplace(table == o.table ? o.to : table, column);
        }
        columns = std::move(renamed);
    }
    void operator()(const op::AddColumn& o) { columns.emplace(o.table, o.column.name); }
    void operator()(const op::DropColumn& o) { columns.erase({o.table, o.column}); }
    void operator()(const op::RenameColumn& o) {
        if (columns.erase({o.table, o.column}) != 0) {
            columns.emplace(o.table, o.to);
        }
    }
    template <class AnyOther>
    void operator()(const AnyOther&) {}

    bool anyOf(const std::string& table, const std::vector<std::string>& names) const {
        return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
            return columns.contains({table, name});
        });
    }
};

}  // namespace godwit::detail
