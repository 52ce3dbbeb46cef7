#include <algorithm>
#include <map>
#include <span>

#include <fmt/format.h>

#include "model/copies.hpp"
#include "model/naming.hpp"

namespace godwit::detail {

namespace {

// Of the copy of a changed column: its value before the change and after it.
constexpr const char* kBefore = "godwit_before";
constexpr const char* kAfter = "godwit_after";

// Values of an enumeration are kept as text, so that the type is not held by the copy.
ColumnType keptType(const ColumnType& type) {
    constexpr std::uint32_t kLongestValue = 255;
    switch (type.kind) {
    case ColumnType::Kind::Enumeration:
        return {.kind = ColumnType::Kind::String, .length = kLongestValue};
    case ColumnType::Kind::Set:
        return {.kind = ColumnType::Kind::Text};
    default:
        return type;
    }
}

Column kept(const Column& column, std::string name, bool nullable) {
    return {.name = std::move(name),
            .type = keptType(column.type),
            .nullable = nullable,
            .collation = column.collation,
            .charset = column.charset,
            .line = column.line};
}

Column kept(const Column& column, bool nullable) { return kept(column, column.name, nullable); }

// Texts compare in the copy as they do in the table.
Table emptyCopy(const Table& table, std::string name, SourceLine line) {
    Table copy{.name = std::move(name), .line = line};
    copy.options.charset = table.options.charset;
    copy.options.collation = table.options.collation;
    return copy;
}

void giveKey(Table& copy, const std::vector<std::string>& columns) {
    copy.primaryKey = PrimaryKey{.name = primaryKeyName(copy.name), .columns = columns};
}

std::vector<std::string> namesOf(const Table& table) {
    std::vector<std::string> names;
    for (const Column& column : table.columns) {
        names.push_back(column.name);
    }
    return names;
}

bool has(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool makesPartition(const Operation& operation, const std::string& table) {
    const auto* create = std::get_if<op::CreateObject>(&operation);
    const auto* made = create == nullptr ? nullptr : std::get_if<Partition>(&create->object);
    const auto* attach = std::get_if<op::AttachPartition>(&operation);
    return (made != nullptr && made->table == table) ||
           (attach != nullptr && attach->partition.table == table);
}

// How many of the operations there are before the rows of the table that the first of them creates
// can come back: on PostgreSQL its partitions are made behind it.
std::size_t beforeItsRows(std::span<const Operation> operations) {
    const auto* create = std::get_if<op::CreateTable>(&operations.front());
    if (create == nullptr || !create->restores) {
        return 1;
    }
    const auto last =
        std::find_if(operations.rbegin(), operations.rend(), [create](const Operation& operation) {
            return makesPartition(operation, create->table.name);
        });
    return last == operations.rend() ? 1 : static_cast<std::size_t>(operations.rend() - last);
}

// The steps of one operation. Those beside the operation itself have its line and its databases.
class Steps {
public:
    explicit Steps(const Operation& operation) : operation_(operation) {}

    void add(Operation step) {
        step.only = operation_.only;
        steps_.push_back(std::move(step));
    }
    template <class Op>
    void addItself(Op op) {
        Operation itself{std::move(op)};
        itself.because = operation_.because;
        itself.guarded = operation_.guarded;
        add(std::move(itself));
    }
    // Whoever has let go of a copy by hand, or in a migration that was rolled back since, must
    // still get back.
    void addDropOf(const std::string& copy) {
        Operation drop{op::DropTable{copy, lineOf(operation_)}};
        drop.guarded = true;
        add(std::move(drop));
    }
    std::vector<Operation> take() { return std::move(steps_); }

private:
    const Operation& operation_;
    std::vector<Operation> steps_;
};

class Copying {
public:
    Copying(const Operation& operation, const Schema& schema, DatabaseKind kind)
        : operation_(operation), schema_(schema), kind_(kind), steps_(operation) {}

    std::vector<Operation> operator()(const op::DropTable& o) {
        return o.keepsCopy ? keeping(o) : alone();
    }
    std::vector<Operation> operator()(const op::DropColumn& o) {
        return o.keepsCopy ? keeping(o) : alone();
    }
    std::vector<Operation> operator()(const op::ChangeType& o) {
        return o.keepsCopy ? keeping(o) : o.restores ? restoring(o) : alone();
    }
    std::vector<Operation> operator()(const op::CreateTable& o) {
        return o.restores ? restoring(o) : alone();
    }
    std::vector<Operation> operator()(const op::AddColumn& o) {
        return o.restores ? restoring(o) : alone();
    }
    template <class AnyOther>
    std::vector<Operation> operator()(const AnyOther&) {
        return alone();
    }

private:
    std::vector<Operation> alone() { return {operation_}; }

    std::vector<Operation> keeping(op::DropTable o) {
        const Table& table = knownTable(o.table);
        if (table.touchedByRawSql) {
            refuseCopy(operation_,
                       ErrorCode::CopyNotPossible,
                       fmt::format("raw SQL may have changed {}, so what is to be kept of it is "
                                   "not known",
                                   o.table),
                       "copy the rows with schema.sql(...) before the drop, and leave keepCopy() "
                       "out");
        }
        Table copy = emptyCopy(table, freeName(o.table, {}), o.line);
        for (const Column& column : table.columns) {
            const bool inKey = table.primaryKey && has(table.primaryKey->columns, column.name);
            if (!column.computed) {
                copy.columns.push_back(kept(column, !inKey));
            }
        }
        if (table.primaryKey) {
            giveKey(copy, table.primaryKey->columns);
        }
        fill(copy, namesOf(copy), table.name, o.line);
        o.keepsCopy = false;
        steps_.addItself(std::move(o));
        return steps_.take();
    }

    std::vector<Operation> keeping(op::DropColumn o) {
        const Table& table = knownTable(o.table);
        const Column& column = knownColumn(table, o.column);
        Table copy = copyByKey(table, o.column, o.line);
        copy.columns.push_back(kept(column, true));
        fill(copy, namesOf(copy), table.name, o.line);
        o.keepsCopy = false;
        steps_.addItself(std::move(o));
        return steps_.take();
    }

    std::vector<Operation> keeping(op::ChangeType o) {
        const Table& table = knownTable(o.table);
        const Column& column = knownColumn(table, o.column);
        Column changed = column;
        changed.type = o.type;
        changed.collation = o.collation;
        changed.charset = o.charset;
        Table copy = copyByKey(table, o.column, o.line);
        std::vector<std::string> from = namesOf(copy);
        copy.columns.push_back(kept(column, kBefore, true));
        from.push_back(column.name);
        Table withAfter = copy;
        withAfter.columns.push_back(kept(changed, kAfter, true));
        fill(withAfter, from, table.name, o.line);
        const op::CopyColumn after{.table = copy.name,
                                   .column = kAfter,
                                   .from = o.table,
                                   .fromColumn = o.column,
                                   .key = copy.primaryKey->columns,
                                   .line = o.line};
        o.keepsCopy = false;
        steps_.addItself(std::move(o));
        steps_.add(after);
        return steps_.take();
    }

    std::vector<Operation> restoring(op::CreateTable o) {
        const Table* copy = findTable(schema_, copyName(o.table.name));
        o.restores = false;
        if (copy == nullptr) {
            steps_.addItself(std::move(o));
            return steps_.take();
        }
        std::vector<std::string> columns;
        for (const Column& column : o.table.columns) {
            if (!column.computed && findColumn(*copy, column.name) != nullptr) {
                columns.push_back(column.name);
            }
        }
        const std::vector<ForeignKey> later = takeOwnKeys(o.table);
        const SourceLine line = o.line;
        const std::string table = o.table.name;
        steps_.addItself(std::move(o));
        steps_.add(op::CopyRows{table, columns, copy->name, columns, line});
        for (const ForeignKey& key : later) {
            steps_.add(op::AddForeignKey{table, key, key.line});
        }
        steps_.addDropOf(copy->name);
        return steps_.take();
    }

    std::vector<Operation> restoring(op::AddColumn o) {
        const Table* copy = findTable(schema_, copyName(o.table, o.column.name));
        o.restores = false;
        if (copy == nullptr) {
            steps_.addItself(std::move(o));
            return steps_.take();
        }
        // Rows that are there have no value until they get theirs back.
        const bool later = !o.column.nullable && !o.column.defaultValue && !o.column.generated;
        o.column.nullable = o.column.nullable || later;
        const op::CopyColumn back{.table = o.table,
                                  .column = o.column.name,
                                  .from = copy->name,
                                  .fromColumn = o.column.name,
                                  .key = copy->primaryKey->columns,
                                  .line = o.line};
        const op::SetNotNull notNull{.table = o.table, .column = o.column.name, .line = o.line};
        steps_.addItself(std::move(o));
        steps_.add(back);
        if (later) {
            steps_.add(notNull);
        }
        steps_.addDropOf(copy->name);
        return steps_.take();
    }

    std::vector<Operation> restoring(op::ChangeType o) {
        const Table* copy = findTable(schema_, copyName(o.table, o.column));
        o.restores = false;
        if (copy == nullptr) {
            steps_.addItself(std::move(o));
            return steps_.take();
        }
        const std::vector<std::string>& key = copy->primaryKey->columns;
        const op::CopyColumn back{.table = o.table,
                                  .column = o.column,
                                  .from = copy->name,
                                  .fromColumn = kBefore,
                                  .key = key,
                                  .line = o.line};
        steps_.add(op::ForgetChanged{copy->name, kAfter, o.table, o.column, key, o.line});
        steps_.addItself(std::move(o));
        steps_.add(back);
        steps_.addDropOf(copy->name);
        return steps_.take();
    }

    const Table& knownTable(const std::string& name) {
        if (operation_.guarded) {
            refuseCopy(operation_,
                       ErrorCode::CopyNotPossible,
                       fmt::format("keepCopy() of {} stands beside ifExists()", name),
                       "say one of them: what may not be there cannot be kept");
        }
        const Table* table = findTable(schema_, name);
        if (table == nullptr) {
            refuseCopy(operation_,
                       ErrorCode::CopyNotPossible,
                       fmt::format("no migration has made table {}, so what is to be kept of it is "
                                   "not known",
                                   name),
                       "copy the rows with schema.sql(...), and leave keepCopy() out");
        }
        return *table;
    }

    const Column& knownColumn(const Table& table, const std::string& name) {
        const Column* column = findColumn(table, name);
        if (column == nullptr || column->computed) {
            refuseCopy(operation_,
                       column == nullptr ? ErrorCode::UnknownColumn : ErrorCode::CopyNotPossible,
                       column == nullptr
                           ? fmt::format("table {} has no column {}", table.name, name)
                           : fmt::format("{}.{} is computed by the database, so that it has "
                                         "nothing to keep",
                                         table.name,
                                         name),
                       column == nullptr ? "name one of its columns" : "leave keepCopy() out");
        }
        return *column;
    }

    // A copy of the columns that tell the rows of the table apart, and of nothing else yet.
    Table copyByKey(const Table& table, const std::string& column, SourceLine line) {
        if (!table.primaryKey || has(table.primaryKey->columns, column)) {
            refuseCopy(operation_,
                       ErrorCode::CopyNotPossible,
                       table.primaryKey
                           ? fmt::format("{}.{} belongs to the primary key, by which a copy tells "
                                         "the rows apart",
                                         table.name,
                                         column)
                           : fmt::format("table {} has no primary key by which a copy could tell "
                                         "its rows apart",
                                         table.name),
                       "copy the table with schema.sql(...), or give it a primary key first");
        }
        Table copy = emptyCopy(table, freeName(table.name, column), line);
        for (const std::string& name : table.primaryKey->columns) {
            copy.columns.push_back(kept(knownColumn(table, name), false));
        }
        giveKey(copy, table.primaryKey->columns);
        return copy;
    }

    std::string freeName(const std::string& table, const std::string& column) {
        std::string name = copyName(table, column);
        if (schema_.tables.contains(name)) {
            const std::string what = column.empty() ? table : table + '.' + column;
            refuseCopy(operation_,
                       ErrorCode::CopyExists,
                       fmt::format("a copy of {} is kept already", what),
                       column.empty()
                           ? fmt::format("let go of it first: schema.dropCopy(\"{}\")", table)
                           : fmt::format("let go of it first: schema.dropCopy(\"{}\", \"{}\")",
                                         table,
                                         column));
        }
        return name;
    }

    // `from` pairs up with the first columns of the copy.
    void fill(const Table& copy,
              const std::vector<std::string>& from,
              const std::string& table,
              SourceLine line) {
        steps_.add(op::CreateTable{copy, line});
        std::vector<std::string> columns = namesOf(copy);
        columns.resize(from.size());
        steps_.add(op::CopyRows{copy.name, columns, table, from, line});
    }

    // MySQL and MariaDB look at each row alone, also where the row that it refers to comes later in
    // the same statement.
    // https://dev.mysql.com/doc/refman/8.4/en/ansi-diff-foreign-keys.html
    std::vector<ForeignKey> takeOwnKeys(Table& table) const {
        std::vector<ForeignKey> own;
        if (kind_ == DatabaseKind::MySQL || kind_ == DatabaseKind::MariaDB) {
            const auto isOwn = [&](const ForeignKey& key) {
                return key.referencedTable == table.name;
            };
            std::copy_if(table.foreignKeys.begin(),
                         table.foreignKeys.end(),
                         std::back_inserter(own),
                         isOwn);
            std::erase_if(table.foreignKeys, isOwn);
        }
        return own;
    }

    const Operation& operation_;
    const Schema& schema_;
    DatabaseKind kind_;
    Steps steps_;
};

}  // namespace

void refuseCopy(const Operation& operation, ErrorCode code, std::string message, std::string hint) {
    throw UsageError(
        code,
        {std::move(message), "Nothing has run.", std::move(hint)},
        {.migration = {}, .operation = oneLine(operation), .sql = {}, .line = lineOf(operation)});
}

bool involvesCopies(const Operation& operation) {
    return std::visit(
        [](const auto& o) {
            bool involved = false;
            if constexpr (requires { o.keepsCopy; }) {
                involved = involved || o.keepsCopy;
            }
            if constexpr (requires { o.restores; }) {
                involved = involved || o.restores;
            }
            return involved;
        },
        operation);
}

std::vector<Operation> withCopies(const Operation& operation,
                                  const Schema& before,
                                  DatabaseKind kind) {
    return std::visit(Copying{operation, before, kind}, operation);
}

std::vector<Operation> withCopies(const std::vector<Operation>& operations,
                                  const Schema& before,
                                  DatabaseKind kind) {
    if (std::none_of(operations.begin(), operations.end(), involvesCopies)) {
        return operations;
    }
    Schema schema = before;
    std::vector<Operation> out;
    std::multimap<std::size_t, Operation> later;  // By the number of operations before them.
    for (std::size_t at = 0; at < operations.size(); ++at) {
        std::vector<Operation> steps = withCopies(operations[at], schema, kind);
        replay(operations[at], schema);
        const std::size_t rowsAt = at + beforeItsRows(std::span{operations}.subspan(at));
        for (Operation& step : steps) {
            if (std::holds_alternative<op::CreateTable>(step) || rowsAt == at + 1) {
                out.push_back(std::move(step));
            } else {
                later.emplace(rowsAt, std::move(step));
            }
        }
        const auto due = later.equal_range(at + 1);
        for (auto step = due.first; step != due.second; ++step) {
            out.push_back(std::move(step->second));
        }
    }
    return out;
}

}  // namespace godwit::detail
