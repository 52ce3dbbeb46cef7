#include "database/reversal/drawn_schema.hpp"

#include <algorithm>

namespace godwit::test {

bool DrawnKey::holds(const std::string& column) const {
    return std::find(columns.begin(), columns.end(), column) != columns.end();
}

const DrawnEnum* DrawnSchema::findEnum(const std::string& name) const {
    const auto found = std::find_if(enums.begin(), enums.end(), [&name](const DrawnEnum& e) {
        return e.name == name;
    });
    return found == enums.end() ? nullptr : &*found;
}

ColumnSpec specOf(const DrawnColumn& column, const DrawnSchema& schema) {
    ColumnSpec spec = column.big ? bigInteger() : integer();
    if (const DrawnEnum* type = schema.findEnum(column.enumeration)) {
        spec = withValues(type->values,
                          [type](auto values) { return enumeration(name(type->name), values); });
    }
    if (column.nullable) {
        spec = spec.nullable();
    }
    return column.value ? spec.defaultTo(*column.value) : spec;
}

void declareAll(const TableBuilder& t, const DrawnTable& table, const DrawnSchema& schema) {
    for (const DrawnColumn& column : table.columns) {
        declare(t, column, schema);
    }
    if (table.primaryKey) {
        declarePrimaryKey(t, *table.primaryKey);
    }
    for (const DrawnKey& key : table.uniques) {
        declareUnique(t, key);
    }
    for (const DrawnKey& check : table.checks) {
        declareCheck(t, check);
    }
    for (const DrawnKey& key : table.exclusions) {
        declareExclusion(t, key);
    }
    for (const DrawnIndex& index : table.indexes) {
        declareIndex(t, index);
    }
    for (const DrawnForeignKey& key : table.foreignKeys) {
        declareForeignKey(t, key);
    }
}

DrawnSchema firstTables() {
    DrawnTable authors{.name = "authors", .columns = {{"id"}, {"code"}, {"grade", true, true}}};
    authors.primaryKey = DrawnKey{"authors_key", {"id"}};
    authors.uniques = {{"authors_code", {"code", "grade"}}};
    DrawnTable books{.name = "books",
                     .columns = {{"id"}, {"author"}, {"pages", false, true}, {"shelf", true}}};
    books.primaryKey = DrawnKey{"books_key", {"id"}};
    DrawnForeignKey written;
    written.name = "books_written_by";
    written.columns = {"author"};
    written.table = "authors";
    written.referenced = {"id"};
    books.foreignKeys = {written};
    return {{authors, books}};
}

void createFirstTables(SchemaBuilder& schema) {
    const DrawnSchema first = firstTables();
    for (const DrawnTable& table : first.tables) {
        schema.createTable(name(table.name), [&](TableBuilder& t) { declareAll(t, table, first); });
    }
    schema.insert("authors", {"id", "code", "grade"}, {{1, 1, 1}, {2, 2, 2}, {3, 3, 3}});
    schema.insert("books",
                  {"id", "author", "pages", "shelf"},
                  {{1, 1, 1, 1}, {2, 2, 2, 2}, {3, 3, 3, 3}});
}

}  // namespace godwit::test
