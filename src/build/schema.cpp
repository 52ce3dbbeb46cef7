#include <fmt/format.h>

#include "build/recorder.hpp"

// What is done with tables as a whole, and what stands outside of any table.

namespace godwit::detail {

Block beginTable(Recorder& recorder, const Name& table, bool creating) {
    const auto kind = creating ? Recorder::BlockKind::Create : Recorder::BlockKind::Alter;
    return {&recorder, recorder.begin(table.text(), table.line(), kind)};
}

Handle endTable(Recorder& recorder) { return recorder.end(); }

Block beginDrop(Recorder& recorder, const Name& table) {
    return {&recorder, recorder.begin(table.text(), table.line(), Recorder::BlockKind::Drop)};
}

Handle dropTable(Recorder& recorder, const Name& table) {
    return recorder.append(op::DropTable{textOf(table), table.line()});
}

Handle renameTable(Recorder& recorder, const Name& from, const Name& to) {
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

bool hasTable(Recorder& recorder, const Name& table) {
    const bool exists = findTable(recorder.schemaNow(), table.text()) != nullptr;
    recorder.append(op::Assume{textOf(table), {}, exists, table.line()});
    return exists;
}

bool hasColumn(Recorder& recorder, const Name& table, const Name& column) {
    const Table* known = findTable(recorder.schemaNow(), table.text());
    const bool exists = known != nullptr && findColumn(*known, column.text()) != nullptr;
    recorder.append(op::Assume{textOf(table), textOf(column), exists, column.line()});
    return exists;
}

}  // namespace godwit::detail
