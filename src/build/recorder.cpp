#include <algorithm>

#include <fmt/format.h>

#include "build/objects.hpp"
#include "build/recorder.hpp"
#include "model/naming.hpp"
#include "support/utf8.hpp"

namespace godwit::detail {

namespace {

// Names that were not given. One overload for each kind of part that has something to complete.
struct Completion {
    const std::string& table;

    void operator()(op::AddColumn& o) const { checkColumn(table, o.column); }
    void operator()(op::AddPrimaryKey& o) const { complete(o.primaryKey); }
    void operator()(op::AddUniqueKey& o) const { complete(o.uniqueKey); }
    void operator()(op::AddForeignKey& o) const { complete(o.foreignKey); }
    void operator()(op::AddIndex& o) const { complete(o.index); }
    void operator()(op::DropColumn& o) const {
        if (o.definition) {
            checkColumn(table, *o.definition);
        }
    }
    void operator()(op::ChangeType& o) const {
        checkType(o, o.type, o.collation, o.charset);
        if (o.former) {
            checkType(o, *o.former, o.formerCollation, o.formerCharset);
        }
    }
    void operator()(op::DropPrimaryKey& o) const { completeDefinition(o); }
    void operator()(op::DropUniqueKey& o) const { completeDefinition(o); }
    void operator()(op::DropForeignKey& o) const { completeDefinition(o); }
    void operator()(op::DropIndex& o) const { completeDefinition(o); }
    template <class AnyOther>
    void operator()(AnyOther&) const {}

private:
    void checkType(const op::ChangeType& o,
                   const ColumnType& type,
                   const SqlByDatabase& collation,
                   const std::string& charset) const {
        Column column{.name = o.column,
                      .type = type,
                      .collation = collation,
                      .charset = charset,
                      .line = o.line};
        checkColumn(table, column);
    }
    void complete(PrimaryKey& key) const {
        if (key.name.empty()) {
            key.name = primaryKeyName(table);
        }
    }
    void complete(UniqueKey& key) const {
        if (key.name.empty()) {
            key.name = uniqueKeyName(table, key.columns);
        }
    }
    void complete(ForeignKey& key) const {
        if (key.name.empty()) {
            key.name = foreignKeyName(table, key.columns);
        }
    }
    void complete(Index& index) const {
        if (index.name.empty()) {
            index.name = nameForIndex(table, index);
        }
    }
    template <class Drop>
    void completeDefinition(Drop& o) const {
        if (o.definition) {
            complete(*o.definition);
        }
    }
};

void fold(op::AddColumn&& o, Table& table) { table.columns.push_back(std::move(o.column)); }
void fold(op::AddPrimaryKey&& o, Table& table) {
    if (table.primaryKey) {
        refuse(ErrorCode::SecondPrimaryKey,
               fmt::format("table {} is given two primary keys", table.name),
               R"(a key of several columns is t.primaryKey({"a", "b"}))",
               o.line);
    }
    table.primaryKey = std::move(o.primaryKey);
}
void fold(op::AddUniqueKey&& o, Table& table) {
    table.uniqueKeys.push_back(std::move(o.uniqueKey));
}
void fold(op::AddForeignKey&& o, Table& table) {
    table.foreignKeys.push_back(std::move(o.foreignKey));
}
void fold(op::AddCheck&& o, Table& table) { table.checks.push_back(std::move(o.check)); }
void fold(op::AddExclusion&& o, Table& table) {
    table.exclusions.push_back(std::move(o.exclusion));
}
void fold(op::AddIndex&& o, Table& table) { table.indexes.push_back(std::move(o.index)); }
void fold(op::SetTableComment&& o, Table& table) { table.comment = std::move(o.comment); }
template <class NoPartOfANewTable>
void fold(NoPartOfANewTable&&, Table&) {}

template <class Belongings>
void spread(const Belongings& belongings, std::vector<Operation>& operations) {
    for (const auto& [whole, part] : belongings) {
        operations[part].guarded = operations[part].guarded || operations[whole].guarded;
        operations[part].only = operations[part].only & operations[whole].only;
    }
}

}  // namespace

void refuse(ErrorCode code, std::string message, std::string hint, SourceLine line) {
    throw UsageError(code,
                     {std::move(message), "Nothing has run.", std::move(hint)},
                     {.migration = {}, .operation = {}, .sql = {}, .line = line});
}

std::string plainText(std::string_view text, std::string_view what, SourceLine line) {
    if (!isPlainUtf8(text)) {
        refuse(ErrorCode::TextNotUtf8,
               fmt::format("{} is not UTF-8, or holds a NUL byte", what),
               "convert it to UTF-8; no server stores it as written",
               line);
    }
    return std::string{text};
}

std::string textOf(const Name& name) { return plainText(name.text(), "a name", name.line()); }

std::string textOf(const QualifiedName& name) {
    return plainText(name.text(), "a name", name.line());
}

std::vector<std::string> textsOf(std::initializer_list<Name> names) {
    std::vector<std::string> texts;
    texts.reserve(names.size());
    for (const Name& name : names) {
        texts.push_back(textOf(name));
    }
    return texts;
}

SourceLine lineOf(std::initializer_list<Name> names) {
    return names.size() == 0 ? SourceLine{} : names.begin()->line();
}

std::vector<Operation> Recorder::take() {
    if (open_) {
        refuse(ErrorCode::HandleOutlivesItsTable,
               fmt::format("the block of table {} has not ended", table_),
               "record nothing else from inside it",
               line_);
    }
    for (const Operation& operation : operations_) {
        checkRows(operation);
        checkObjects(operation);
    }
    now_.reset();
    replayed_ = 0;
    spread(std::exchange(belongingOperations_, {}), operations_);
    return std::exchange(operations_, {});
}

void Recorder::keep(DataCallback callback, SourceLine line) {
    const bool taken = std::any_of(callbacks_.begin(), callbacks_.end(), [&](const auto& other) {
        return other.name == callback.name;
    });
    if (taken) {
        refuse(ErrorCode::BadArgument,
               fmt::format("two data steps of a migration are named '{}'", callback.name),
               "give each a name of its own",
               line);
    }
    callbacks_.push_back(std::move(callback));
}

std::uint32_t Recorder::begin(std::string_view table, SourceLine line, BlockKind kind) {
    if (open_) {
        refuse(ErrorCode::HandleOutlivesItsTable,
               fmt::format("table {} is begun inside the block of table {}", table, table_),
               "end the one block before the next",
               line);
    }
    table_ = plainText(table, "a table name", line);
    line_ = line;
    kind_ = kind;
    options_ = {};
    open_ = true;
    return ++blocks_;
}

Handle Recorder::end() {
    complete();
    checkReferences();
    spread(std::exchange(belongingParts_, {}), parts_);
    const std::size_t first = operations_.size();
    if (kind_ != BlockKind::Alter) {
        endNew();
    } else {
        std::move(parts_.begin(), parts_.end(), std::back_inserter(operations_));
    }
    parts_.clear();
    wantedReferences_.clear();
    open_ = false;
    return {this, 0, static_cast<std::uint32_t>(first)};
}

// What only some databases have of a table is no part of it on the others: it is added behind it.
void Recorder::endNew() {
    const auto apart = std::stable_partition(parts_.begin(), parts_.end(), [](const Operation& o) {
        return o.only == everyDatabase;
    });
    std::vector<Operation> ofSome(std::make_move_iterator(apart),
                                  std::make_move_iterator(parts_.end()));
    parts_.erase(apart, parts_.end());
    if (kind_ == BlockKind::Drop && !ofSome.empty()) {
        refuse(ErrorCode::BadArgument,
               fmt::format("dropTable says only(...) of {}", oneLine(ofSome.front())),
               "say only(...) of dropTable itself, with a call for each definition",
               godwit::lineOf(ofSome.front()));
    }
    const std::size_t whole = operations_.size();
    operations_.push_back(folded());
    for (Operation& part : ofSome) {
        belongingOperations_.push_back({whole, operations_.size()});
        operations_.push_back(std::move(part));
    }
}

Handle Recorder::add(std::uint32_t block, Operation operation) {
    if (!open_ || block != blocks_) {
        refuse(ErrorCode::HandleOutlivesItsTable,
               fmt::format("{} comes after the block of its table has ended", oneLine(operation)),
               "call it inside the block",
               godwit::lineOf(operation));
    }
    parts_.push_back(std::move(operation));
    return {this, block, static_cast<std::uint32_t>(parts_.size() - 1)};
}

Handle Recorder::addOf(const Handle& column, Operation operation) {
    const Handle part = add(column.block, std::move(operation));
    belongingParts_.push_back({column.index, part.index});
    return part;
}

Handle Recorder::append(Operation operation) {
    if (open_) {
        refuse(ErrorCode::HandleOutlivesItsTable,
               fmt::format("{} stands inside the block of table {}", oneLine(operation), table_),
               "move it behind that block",
               godwit::lineOf(operation));
    }
    operations_.push_back(std::move(operation));
    return {this, 0, static_cast<std::uint32_t>(operations_.size() - 1)};
}

Operation& Recorder::at(const Handle& handle) {
    if (handle.block == 0 && handle.index < operations_.size()) {
        return operations_[handle.index];
    }
    if (!open_ || handle.block != blocks_) {
        refuse(ErrorCode::HandleOutlivesItsTable,
               "a column or key is changed after the block of its table has ended",
               "finish it inside the block",
               {});
    }
    return parts_[handle.index];
}

void Recorder::wantReference(std::string_view column, SourceLine line) {
    wantedReferences_.emplace_back(column, line);
}

// Names that were not given, and columns that can be checked now that they are finished.
void Recorder::complete() {
    const Completion completion{table_};
    for (Operation& part : parts_) {
        std::visit([&completion](auto& o) { completion(o); }, part);
    }
}

void Recorder::checkReferences() const {
    std::vector<std::string> referencing;
    for (const Operation& part : parts_) {
        const auto* foreign = std::get_if<op::AddForeignKey>(&part);
        if (foreign == nullptr) {
            continue;
        }
        const ForeignKey& key = foreign->foreignKey;
        if (key.referencedTable.empty() || key.columns.size() != key.referencedColumns.size()) {
            refuse(ErrorCode::IncompleteForeignKey,
                   fmt::format("the foreign key of {} ({}) references {} column(s) of {}",
                               table_,
                               fmt::join(key.columns, ", "),
                               key.referencedColumns.size(),
                               key.referencedTable.empty() ? "no table" : key.referencedTable),
                   R"(say .references("table", {...}) with as many columns)",
                   key.line);
        }
        referencing.insert(referencing.end(), key.columns.begin(), key.columns.end());
    }
    for (const auto& [column, line] : wantedReferences_) {
        if (std::find(referencing.begin(), referencing.end(), column) == referencing.end()) {
            refuse(ErrorCode::IncompleteForeignKey,
                   fmt::format("{}.{} does not say which table it references", table_, column),
                   R"(say .references("table"))",
                   line);
        }
    }
}

Operation Recorder::folded() {
    Table table{.name = table_, .options = options_, .line = line_};
    std::string because;
    for (Operation& part : parts_) {
        if (!part.because.empty()) {
            because += fmt::format("{}{}", because.empty() ? "" : "; ", part.because);
        }
        std::visit([&table](auto& o) { fold(std::move(o), table); }, part);
    }
    Operation made = kind_ == BlockKind::Create
                         ? Operation{op::CreateTable{.table = std::move(table), .line = line_}}
                         : Operation{op::DropTable{table_, line_, std::move(table)}};
    made.because = std::move(because);
    return made;
}

const Schema& Recorder::schemaNow() {
    if (!now_) {
        now_ = here_ ? here_() : Schema{};
    }
    for (; replayed_ < operations_.size(); ++replayed_) {
        replay(operations_[replayed_], *now_);
    }
    return *now_;
}

}  // namespace godwit::detail
