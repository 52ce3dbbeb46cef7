#include <algorithm>

#include <fmt/format.h>

#include "model/sql_words.hpp"
#include "mysql/merge_alters.hpp"

namespace godwit::detail {

namespace {

// How the servers do a change, from cheap to dear; of the two and their versions the dearest.
// https://dev.mysql.com/doc/refman/8.4/en/innodb-online-ddl-operations.html
// https://mariadb.com/docs/server/server-usage/storage-engines/innodb/innodb-online-ddl/innodb-online-ddl-operations-with-the-instant-alter-algorithm
// Two go with their like alone. MySQL 9.7 refuses to add a column and rename one that a foreign key
// references in one statement, with "Table doesn't exist", and has done it. And no statement drops
// a key together with the foreign key of the same table that references it ("needed in a foreign
// key constraint").
enum class Way : std::uint8_t { Instant, Rename, InPlace, DropForeignKey, Copy };

Way wayOf(const op::CreateTable&) { return Way::Instant; }
Way wayOf(const op::DropTable&) { return Way::Instant; }
Way wayOf(const op::RenameTable&) { return Way::Instant; }
Way wayOf(const op::SetTableComment&) { return Way::InPlace; }
Way wayOf(const op::AddColumn& o) {
    const Column& column = o.column;
    if (column.generated) {
        return column.type.kind == ColumnType::Kind::Uuid ? Way::Copy : Way::InPlace;
    }
    const bool computed =
        column.defaultValue && std::holds_alternative<ExpressionDefault>(*column.defaultValue);
    return computed ? Way::Copy : Way::Instant;
}
Way wayOf(const op::DropColumn&) { return Way::InPlace; }  // Its indexes go with it.
Way wayOf(const op::RenameColumn&) { return Way::Rename; }
Way wayOf(const op::SetColumnComment&) { return Way::Instant; }
Way wayOf(const op::ChangeType&) { return Way::Copy; }
Way wayOf(const op::SetNotNull&) { return Way::Copy; }
Way wayOf(const op::DropNotNull&) { return Way::Copy; }
Way wayOf(const op::SetDefault&) { return Way::Instant; }
Way wayOf(const op::AddPrimaryKey&) { return Way::InPlace; }
Way wayOf(const op::DropPrimaryKey&) { return Way::Copy; }
Way wayOf(const op::AddUniqueKey&) { return Way::InPlace; }
Way wayOf(const op::DropUniqueKey&) { return Way::InPlace; }
Way wayOf(const op::AddForeignKey&) { return Way::Copy; }
Way wayOf(const op::DropForeignKey&) { return Way::DropForeignKey; }
Way wayOf(const op::AddCheck&) { return Way::Copy; }
Way wayOf(const op::DropCheck&) { return Way::Instant; }
Way wayOf(const op::AddExclusion&) { return Way::Instant; }
Way wayOf(const op::DropExclusion&) { return Way::Instant; }
Way wayOf(const op::RenameConstraint&) { return Way::Copy; }  // It is made again.
Way wayOf(const op::ValidateConstraint&) { return Way::Instant; }
Way wayOf(const op::AddIndex&) { return Way::InPlace; }
Way wayOf(const op::DropIndex&) { return Way::InPlace; }
Way wayOf(const op::RenameIndex&) { return Way::Instant; }
Way wayOf(const op::SetIndexVisibility&) { return Way::Instant; }
// No ALTER TABLE is written for these.
Way wayOf(const op::InsertRows&) { return Way::Copy; }
Way wayOf(const op::UpdateRows&) { return Way::Copy; }
Way wayOf(const op::EraseRows&) { return Way::Copy; }
Way wayOf(const op::Backfill&) { return Way::Copy; }
Way wayOf(const op::CallData&) { return Way::Copy; }
Way wayOf(const op::Verify&) { return Way::Copy; }
Way wayOf(const op::CopyRows&) { return Way::Copy; }
Way wayOf(const op::CopyColumn&) { return Way::Copy; }
Way wayOf(const op::ForgetChanged&) { return Way::Copy; }
Way wayOf(const op::CreateObject&) { return Way::Instant; }
Way wayOf(const op::DropObject&) { return Way::Instant; }
Way wayOf(const op::RenameObject&) { return Way::Instant; }
Way wayOf(const op::AlterSequence&) { return Way::Instant; }
Way wayOf(const op::RefreshView&) { return Way::Instant; }
Way wayOf(const op::AttachPartition&) { return Way::Instant; }
Way wayOf(const op::DetachPartition&) { return Way::Instant; }
Way wayOf(const op::CreateEnum&) { return Way::Copy; }
Way wayOf(const op::DropEnum&) { return Way::Copy; }
Way wayOf(const op::RenameEnum&) { return Way::Copy; }
Way wayOf(const op::ChangeEnum&) { return Way::Copy; }
Way wayOf(const op::Assume&) { return Way::Instant; }
Way wayOf(const op::RawSql&) { return Way::Instant; }

Way wayOf(const Piece& piece) {
    return std::visit([](const auto& o) { return wayOf(o); }, *piece.source);
}

// One ALTER TABLE in the making.
struct Group {
    std::vector<const Piece*> pieces;
    std::vector<Words> words;
};

bool speaksOfNamesIn(const Words& text, const Words& names) {
    return std::any_of(names.quoted.begin(), names.quoted.end(), [&text](const std::string& name) {
        return mentions(text, name);
    });
}

// What ALTER TABLE says of how it is to be done goes for all that it does.
bool saysHow(const Operation& operation) {
    if (const auto* add = std::get_if<op::AddIndex>(&operation)) {
        const Index& index = add->index;
        return index.concurrently || index.algorithm != Algorithm::ServerDefault ||
               index.lock != LockMode::ServerDefault;
    }
    const auto* drop = std::get_if<op::DropIndex>(&operation);
    return drop != nullptr && drop->concurrently;
}

// Runs when its turn comes, and with its neighbours.
bool runsPlainly(const Piece& piece) {
    const Statement& statement = piece.statement;
    return !saysHow(*piece.source) && statement.onlyIf.empty() && !statement.outsideTransaction &&
           !statement.commitAfter;
}

bool fits(const Piece& piece, const Words& words, const Group& group) {
    const Piece& first = *group.pieces.front();
    if (piece.table.empty() || piece.table != first.table || wayOf(piece) != wayOf(first) ||
        !runsPlainly(piece) || !runsPlainly(first)) {
        return false;
    }
    return std::none_of(group.words.begin(), group.words.end(), [&words](const Words& other) {
        return speaksOfNamesIn(words, other) || speaksOfNamesIn(other, words);
    });
}

Statement statementOf(const Group& group, const Dialect& dialect) {
    const Piece& first = *group.pieces.front();
    if (first.table.empty()) {
        return statementFor(group.pieces, first.statement.sql);
    }
    std::vector<std::string> clauses;
    for (const Piece* piece : group.pieces) {
        clauses.push_back(piece->statement.sql);
    }
    const std::string text = fmt::format("{}", fmt::join(clauses, ",\n    "));
    const bool several = text.find(",\n    ") != std::string::npos;
    return statementFor(group.pieces,
                        fmt::format("ALTER TABLE {}{}{}",
                                    dialect.objectName(first.table),
                                    several ? "\n    " : " ",
                                    text));
}

}  // namespace

std::vector<Statement> mergedStatements(const std::vector<Piece>& pieces, const Dialect& dialect) {
    std::vector<Group> groups;
    for (const Piece& piece : pieces) {
        Words words = piece.table.empty() ? Words{} : wordsOf(piece.statement.sql);
        if (groups.empty() || !fits(piece, words, groups.back())) {
            groups.emplace_back();
        }
        groups.back().pieces.push_back(&piece);
        groups.back().words.push_back(std::move(words));
    }
    std::vector<Statement> statements;
    statements.reserve(groups.size());
    for (const Group& group : groups) {
        statements.push_back(statementOf(group, dialect));
    }
    return statements;
}

}  // namespace godwit::detail
