#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <godwit/error.hpp>
#include <godwit/operation.hpp>
#include <godwit/schema_builder.hpp>

#include "model/naming.hpp"

namespace godwit::detail {

/// Where builder calls become operations.
///
/// A block is the body of one `createTable` or `alterTable`. Its calls are kept as operations on
/// the table while it is open, so that modifiers can still change them; when it ends, those of a
/// new table are folded into one CreateTable.
class Recorder {
public:
    /// What is known of a schema; asked only when a migration asks.
    using KnownSchema = std::function<Schema()>;

    Recorder() = default;

    /// @param here what is known where the recording begins.
    /// @param beforeMigration what was known before the migration's up: the same, unless what is
    /// recorded is its down.
    Recorder(KnownSchema here, KnownSchema beforeMigration)
        : here_(std::move(here)), beforeMigration_(std::move(beforeMigration)) {}

    /// Everything recorded so far; leaves the recorder empty.
    std::vector<Operation> take();

    /// What a block of a table becomes.
    enum class BlockKind : std::uint8_t { Create, Alter, Drop };

    /// Keeps the C++ of a data step beside the recording.
    /// @throws UsageError when another step of this recording has the name.
    void keep(DataCallback callback, SourceLine line);

    /// The C++ of the data steps recorded so far, in order; leaves the recorder without.
    std::vector<DataCallback> takeCallbacks() { return std::exchange(callbacks_, {}); }

    /// Opens a block and returns its number.
    /// @throws UsageError when another block is open.
    std::uint32_t begin(std::string_view table, SourceLine line, BlockKind kind);

    /// Completes names, checks the block's parts and appends its operations.
    /// @return the last of them
    Handle end();

    /// Adds to the open block.
    Handle add(std::uint32_t block, Operation operation);

    /// The same of a key that is said of a column: the column's guard and databases are the key's.
    Handle addOf(const Handle& column, Operation operation);

    /// Appends an operation that stands for itself.
    Handle append(Operation operation);

    /// The call behind a handle, as the kind of operation it must be.
    /// @throws UsageError (GW111) when its block has ended.
    template <class Op>
    Op& at(const Handle& handle) {
        return std::get<Op>(at(handle));
    }
    Operation& at(const Handle& handle);

    /// The column wants a foreign key before its block ends.
    void wantReference(std::string_view column, SourceLine line);

    /// The table of the open block.
    const std::string& table() const { return table_; }

    /// Where the open block begins.
    SourceLine line() const { return line_; }

    /// What the table being created is beside its columns.
    TableOptions& options() { return options_; }

    /// What is known of the schema behind everything recorded so far.
    const Schema& schemaNow();

    /// What was known of it before the migration's up.
    Schema schemaBeforeMigration() const {
        return beforeMigration_ ? beforeMigration_() : Schema{};
    }

private:
    /// What is said of `whole` is meant of `part` too.
    struct Belonging {
        std::size_t whole;
        std::size_t part;
    };

    void complete();
    void checkReferences() const;
    void endNew();
    Operation folded();

    KnownSchema here_;
    KnownSchema beforeMigration_;
    std::optional<Schema> now_;
    std::size_t replayed_ = 0;
    std::vector<Operation> operations_;
    std::vector<Belonging> belongingOperations_;
    std::vector<DataCallback> callbacks_;

    std::uint32_t blocks_ = 0;
    bool open_ = false;
    BlockKind kind_ = BlockKind::Create;
    std::string table_;
    SourceLine line_;
    TableOptions options_;
    std::vector<Operation> parts_;
    std::vector<Belonging> belongingParts_;
    std::vector<std::pair<std::string, SourceLine>> wantedReferences_;
};

/// A text as given, refused when it is not UTF-8 or holds a NUL byte.
/// @throws UsageError (GW103)
std::string plainText(std::string_view text, std::string_view what, SourceLine line);

/// A name as given. @throws UsageError (GW103) when it is not UTF-8.
std::string textOf(const Name& name);
std::string textOf(const QualifiedName& name);

/// The names' texts, in order.
std::vector<std::string> textsOf(std::initializer_list<Name> names);

/// The line of the first name; unknown for none.
SourceLine lineOf(std::initializer_list<Name> names);

/// Refuses a column whose type is out of range or whose default does not fit, and spells a decimal
/// default as a number.
/// @throws UsageError (GW207, GW208)
void checkColumn(const std::string& table, Column& column);

/// SQL that is part of a statement, as a check or the condition of an index.
/// @throws UsageError (GW103, GW109)
SqlByDatabase sqlFragment(const SqlTexts& texts, std::string_view what, SourceLine line);

/// What is said of an index between its parentheses. `otherwise` is its line when no part has one.
Index indexOf(std::initializer_list<IndexWord> words, SourceLine otherwise);

/// An exclusion as it is added or dropped.
Exclusion exclusionOf(const Name& name, std::initializer_list<ExclusionWord> parts);

/// The column behind a place.
Column& columnAt(const ColumnPlace& place);

/// Raw SQL as an operation: one statement, without closing semicolons.
/// @throws UsageError (GW109, GW214)
op::RawSql rawSql(const SqlTexts& texts, SourceLine line);

/// Refuses a call about rows that has not said all that it must.
/// @throws UsageError (GW234)
void checkRows(const Operation& operation);

/// A refusal of the open call.
[[noreturn]] void refuse(ErrorCode code, std::string message, std::string hint, SourceLine line);

}  // namespace godwit::detail
