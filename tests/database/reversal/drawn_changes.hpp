#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <godwit/migration.hpp>

#include "database/reversal/drawn_schema.hpp"

namespace godwit::test {

/// Draws calls of a change(), beginning with `firstTables`. What it records depends on the seed and
/// the kind of server alone, and is what a server can take: it renames no column that some SQL
/// names, and drops no key that another table's foreign key needs.
class DrawnChanges {
public:
    DrawnChanges(ReversibleSchemaBuilder& schema, unsigned seed);

    void make(int count);

private:
    // Beside and with whole tables.
    void changeTables();
    void createTable();
    void dropTable(std::size_t at);
    void renameTable(DrawnTable& table);
    void changeEnums();
    void changeEnumValues(DrawnEnum& type);
    void changeViews();
    void createView(const DrawnTable& table);
    void replaceView(DrawnView& view);
    void renameView(DrawnView& view);
    void dropView();
    void changeSequences();

    // Within a table.
    void change(const ReversibleAlterBuilder& t, DrawnTable& table);
    void changeColumns(const ReversibleAlterBuilder& t, DrawnTable& table);
    void addColumn(const ReversibleAlterBuilder& t, DrawnTable& table);
    void dropColumn(const ReversibleAlterBuilder& t, DrawnTable& table, std::size_t at);
    void renameColumn(const ReversibleAlterBuilder& t, DrawnTable& table, DrawnColumn& column);
    void changeType(const ReversibleAlterBuilder& t, DrawnTable& table, DrawnColumn& column);
    void changeNull(const ReversibleAlterBuilder& t, DrawnTable& table, DrawnColumn& column);
    void changeDefault(const ReversibleAlterBuilder& t, DrawnColumn& column);
    void changePrimaryKey(const ReversibleAlterBuilder& t, DrawnTable& table);
    void changeUniques(const ReversibleAlterBuilder& t, DrawnTable& table);
    void changeChecks(const ReversibleAlterBuilder& t, DrawnTable& table);
    void changeExclusions(const ReversibleAlterBuilder& t, DrawnTable& table);
    void changeIndexes(const ReversibleAlterBuilder& t, DrawnTable& table);
    void addIndex(const ReversibleAlterBuilder& t, DrawnTable& table);
    void changeForeignKeys(const ReversibleAlterBuilder& t, DrawnTable& table);
    void addForeignKey(const ReversibleAlterBuilder& t, DrawnTable& table);
    void renameConstraint(const ReversibleAlterBuilder& t, DrawnTable& table);

    std::size_t below(std::size_t end) { return random_() % end; }
    bool heads() { return below(2) == 0; }
    std::string newName(std::string_view what);
    std::vector<std::string> drawColumns(const DrawnTable& table, bool forKey);
    bool isReferenced(const DrawnTable& table, const DrawnKey& key) const;
    bool isReferencedByOthers(const DrawnTable& table) const;
    bool isNeededByForeignKey(const DrawnTable& table, const DrawnKey& key) const;
    bool isTied(const DrawnTable& table, const std::string& column) const;
    bool mayDrop(const DrawnTable& table, std::size_t at) const;

    ReversibleSchemaBuilder& schema_;
    std::minstd_rand random_;
    DrawnSchema drawn_ = firstTables();
    int names_ = 0;
};

}  // namespace godwit::test
