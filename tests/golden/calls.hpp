#pragma once

#include <string_view>
#include <vector>

#include "golden/golden.hpp"

// Every builder call that the reference shows, with the code that makes it: the pages below
// docs/reference/calls are made of them, and each runs on the servers that tests run on.

namespace godwit::test {

/// A call, or a few that belong together.
struct ReferenceCall {
    using Change = void (*)(ReversibleSchemaBuilder&);

    /// Where it stands: on its own, in a new table `reviews`, or in a change of `books`.
    enum class Place { Schema, Create, Alter };

    std::string_view code;  ///< As written.
    Place place = Place::Schema;
    GoldenCase::Body up = nullptr;
    Change change = nullptr;  ///< Instead, where the way back is derived.
    /// What PostgreSQL must have, of which the servers of the tests may have none.
    std::string_view extension{};
};

/// Calls of one kind; a heading of a page.
struct ReferenceTheme {
    std::string_view page;  ///< The file's name without ".md".
    std::string_view title;
    std::string_view text;         ///< What a reader wants to know of all of them; may be empty.
    std::string_view givenCode{};  ///< What there is beside the bookshop.
    GoldenCase::Body given = nullptr;
    std::vector<ReferenceCall> calls{};
};

/// All of them, in the order of the pages.
const std::vector<ReferenceTheme>& referenceThemes();

/// The tables that are there before each call.
void bookshop(SchemaBuilder& schema);

/// What the call does on a server, and what takes it back where that is derived.
struct CompiledCall {
    std::vector<Statement> given{};
    std::vector<Statement> up{};
    std::vector<Statement> down{};
};

/// @throws UnsupportedError when the server has no such thing
CompiledCall compiled(const ReferenceTheme& theme,
                      const ReferenceCall& call,
                      const Dialect& dialect);

/// The new table without the call that stands in it.
std::vector<Statement> emptyReviews(const Dialect& dialect);

// What a migration calls these.
#define GODWIT_CALL_NAMES                        \
    using Table [[maybe_unused]] = TableBuilder; \
    using Alter [[maybe_unused]] = AlterBuilder;

// A macro alone has both the code and its text.
#define GODWIT_IN_CREATE(...)                                        \
    ReferenceCall {                                                  \
        .code = #__VA_ARGS__, .place = ReferenceCall::Place::Create, \
        .up = [](SchemaBuilder& schema) {                            \
            schema.createTable("reviews", [](TableBuilder& t) {      \
                t.integer("stars");                                  \
                __VA_ARGS__;                                         \
            });                                                      \
        }                                                            \
    }

/// Where PostgreSQL needs an extension.
#define GODWIT_IN_CREATE_WITH(name, ...)                             \
    ReferenceCall {                                                  \
        .code = #__VA_ARGS__, .place = ReferenceCall::Place::Create, \
        .up =                                                        \
            [](SchemaBuilder& schema) {                              \
                schema.createTable("reviews", [](TableBuilder& t) {  \
                    t.integer("stars");                              \
                    __VA_ARGS__;                                     \
                });                                                  \
            },                                                       \
        .extension = name                                            \
    }

#define GODWIT_IN_ALTER(...)                                                  \
    ReferenceCall {                                                           \
        .code = #__VA_ARGS__, .place = ReferenceCall::Place::Alter,           \
        .up = [](SchemaBuilder& schema) {                                     \
            schema.alterTable("books", [](AlterBuilder& t) { __VA_ARGS__; }); \
        }                                                                     \
    }

#define GODWIT_CALL(...)                                        \
    ReferenceCall {                                             \
        .code = #__VA_ARGS__, .up = [](SchemaBuilder& schema) { \
            GODWIT_CALL_NAMES                                   \
            __VA_ARGS__;                                        \
        }                                                       \
    }

#define GODWIT_CHANGE_IN_ALTER(...)                                                     \
    ReferenceCall {                                                                     \
        .code = #__VA_ARGS__, .place = ReferenceCall::Place::Alter,                     \
        .change = [](ReversibleSchemaBuilder& schema) {                                 \
            schema.alterTable("books", [](ReversibleAlterBuilder& t) { __VA_ARGS__; }); \
        }                                                                               \
    }

#define GODWIT_CHANGE(...)                                                    \
    ReferenceCall {                                                           \
        .code = #__VA_ARGS__, .change = [](ReversibleSchemaBuilder& schema) { \
            using Table [[maybe_unused]] = TableBuilder;                      \
            using Alter [[maybe_unused]] = ReversibleAlterBuilder;            \
            __VA_ARGS__;                                                      \
        }                                                                     \
    }

/// What there is before the calls of a theme.
#define GODWIT_GIVEN(...)                                           \
    .givenCode = #__VA_ARGS__, .given = [](SchemaBuilder& schema) { \
        GODWIT_CALL_NAMES                                           \
        __VA_ARGS__;                                                \
    }

// One function per file of calls.
void addTypeCalls(std::vector<ReferenceTheme>& themes);
void addColumnCalls(std::vector<ReferenceTheme>& themes);
void addKeyCalls(std::vector<ReferenceTheme>& themes);
void addTableCalls(std::vector<ReferenceTheme>& themes);
void addStructCalls(std::vector<ReferenceTheme>& themes);
void addAlterCalls(std::vector<ReferenceTheme>& themes);
void addDataCalls(std::vector<ReferenceTheme>& themes);
void addEnumCalls(std::vector<ReferenceTheme>& themes);
void addObjectCalls(std::vector<ReferenceTheme>& themes);
void addAccessCalls(std::vector<ReferenceTheme>& themes);
void addPartitionCalls(std::vector<ReferenceTheme>& themes);

}  // namespace godwit::test
