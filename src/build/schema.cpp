#include <fmt/format.h>

#include "build/recorder.hpp"
#include "model/sought.hpp"

// What is done with tables as a whole, and what stands outside of any table.

namespace godwit::detail {

namespace {

// One migration has one answer, and not one for each database.
void wantSameEverywhere(const op::Assume& assumption, const Schema& known) {
    const std::string& table = assumption.table;
    const std::string& part = assumption.column.empty() ? assumption.index : assumption.column;
    if (known.tablesOfSome.contains(table) || known.partsOfSome.contains({table, part})) {
        refuse(
            ErrorCode::BadArgument,
            fmt::format("whether {}{}{} is there is not the same on all databases: the "
                        "migrations before say only(...) of {}",
                        table,
                        part.empty() ? "" : ".",
                        part,
                        part.empty() ? "it" : "the table or of it"),
            "guard the calls instead, with ifExists() or ifNotExists(), or say only(...) of them",
            assumption.line);
    }
}

// The answer is part of the recording: another one makes another migration.
bool answered(Recorder& recorder, op::Assume assumption) {
    wantSameEverywhere(assumption, recorder.schemaNow());
    assumption.exists = isKnown(conditionOf(assumption).object, recorder.schemaNow());
    const bool exists = assumption.exists;
    recorder.append(std::move(assumption));
    return exists;
}

}  // namespace

Block beginTable(Recorder& recorder, const QualifiedName& table, bool creating) {
    const auto kind = creating ? Recorder::BlockKind::Create : Recorder::BlockKind::Alter;
    return {&recorder, recorder.begin(table.text(), table.line(), kind)};
}

Handle endTable(Recorder& recorder) { return recorder.end(); }

Block beginDrop(Recorder& recorder, const QualifiedName& table) {
    return {&recorder, recorder.begin(table.text(), table.line(), Recorder::BlockKind::Drop)};
}

Handle dropTable(Recorder& recorder, const QualifiedName& table) {
    return recorder.append(op::DropTable{textOf(table), table.line()});
}

Handle renameTable(Recorder& recorder, const QualifiedName& from, const QualifiedName& to) {
    return recorder.append(op::RenameTable{textOf(from), textOf(to), from.line()});
}

Handle addSql(Recorder& recorder, const SqlTexts& texts, SourceLine line) {
    return recorder.append(rawSql(texts, line));
}

Handle addSql(Recorder& recorder, const SqlTexts& up, const SqlTexts& down, SourceLine line) {
    op::RawSql raw = rawSql(up, line);
    raw.inverse = rawSql(down, line).texts;
    return recorder.append(std::move(raw));
}

bool hasTable(Recorder& recorder, const QualifiedName& table) {
    return answered(recorder, {.table = textOf(table), .line = table.line()});
}

bool hasColumn(Recorder& recorder, const QualifiedName& table, const Name& column) {
    return answered(recorder,
                    {.table = textOf(table), .column = textOf(column), .line = column.line()});
}

bool hasIndex(Recorder& recorder, const QualifiedName& table, const Name& index) {
    return answered(recorder,
                    {.table = textOf(table), .index = textOf(index), .line = index.line()});
}

}  // namespace godwit::detail
