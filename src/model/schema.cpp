#include <algorithm>

#include <godwit/schema.hpp>

namespace godwit {

const Table* findTable(const Schema& schema, std::string_view table) {
    const auto found = schema.tables.find(table);
    return found == schema.tables.end() ? nullptr : &found->second;
}

const Column* findColumn(const Table& table, std::string_view column) {
    const auto found = std::find_if(table.columns.begin(),
                                    table.columns.end(),
                                    [column](const Column& c) { return c.name == column; });
    return found == table.columns.end() ? nullptr : &*found;
}

std::vector<std::string> columnsOf(const Index& index) {
    std::vector<std::string> columns;
    for (const IndexPart& part : index.parts) {
        if (!part.column.empty()) {
            columns.push_back(part.column);
        }
    }
    return columns;
}

IndexPart partOf(std::string_view column) { return {.column = std::string{column}}; }

std::vector<IndexPart> partsOf(const std::vector<std::string>& columns) {
    std::vector<IndexPart> parts;
    for (const std::string& column : columns) {
        parts.push_back(partOf(column));
    }
    return parts;
}

bool isEmpty(const SqlByDatabase& sql) {
    return std::none_of(sql.begin(), sql.end(), [](const auto& text) { return text.has_value(); });
}

SqlByDatabase sqlEverywhere(std::string_view sql) {
    SqlByDatabase texts;
    texts.fill(std::string{sql});
    return texts;
}

}  // namespace godwit
