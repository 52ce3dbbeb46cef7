#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <memory>
#include <optional>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <godwit/error.hpp>

#include "database/support/own_names.hpp"
#include "database/support/schema_runner.hpp"
#include "database/support/scratch_database.hpp"
#include "golden/calls.hpp"

// Every call of the reference runs on the server under test, compiled for the version that it has,
// or is refused as its page says.

namespace godwit::test {

namespace {

// What of a theme would outlive its database.
constexpr const char* kRoles[] = {"bookshop_clerk",
                                  "bookshop_manager",
                                  "bookshop_reader",
                                  "bookshop_seller"};
constexpr const char* kSchemas[] = {"bookshop_archive", "bookshop_lent", "bookshop_past"};

// A database of the server under test, for as many calls as it is fit for: to make one takes longer
// than most calls.
struct Place {
    ScratchDatabase database{};
    Connection connection = database.connect();
    GoldenCase::Body holds = nullptr;  ///< What it holds beside the bookshop, when `filled`.
    bool filled = false;
};

class ReferenceCallOnServer : public testing::TestWithParam<const ReferenceTheme*> {
protected:
    static void SetUpTestSuite() {
        empty_.emplace();
        dialect_ = makeDialect(empty_->connection.server());
    }

    static void TearDownTestSuite() {
        dialect_.reset();
        scratch_.reset();
        empty_.reset();
    }

    void runCall(const ReferenceCall& call) {
        const GoldenCase newest;
        CompiledCall statements;
        try {
            statements = compiled(theme_, call, *dialect_);
        } catch (const UnsupportedError& error) {
            EXPECT_TRUE(pageRefuses(call) ||
                        dialect_->server().version < serverOf(newest, kind()).version)
                << error.message();
            return;
        }
        EXPECT_TRUE(!pageRefuses(call) ||
                    dialect_->server().version > serverOf(newest, kind()).version);
        if (call.extension.empty() || kind() != DatabaseKind::PostgreSQL ||
            isAvailable(call.extension)) {
            run(call, statements);
        }
    }

private:
    static DatabaseKind kind() { return testServer().kind; }

    bool pageRefuses(const ReferenceCall& call) const {
        try {
            compiled(theme_, call, *makeDialect(serverOf(GoldenCase{}, kind())));
            return false;
        } catch (const UnsupportedError&) {
            return true;
        }
    }

    // Where it is not, the page says that nothing has run.
    static bool isAvailable(std::string_view extension) {
        return onlyValue(empty_->connection.query(
                   fmt::format("SELECT count(*) FROM pg_available_extensions WHERE name = '{}'",
                               extension))) == "1";
    }

    void run(const ReferenceCall& call, const CompiledCall& statements) const {
        if (statements.up.empty() && statements.down.empty()) {
            return;
        }
        if (kind() == DatabaseKind::PostgreSQL && isOneTransaction(statements)) {
            inTransaction(empty_->connection,
                          {&statements.given, &statements.up, &statements.down});
            return;
        }
        if (!scratch_ || !scratch_->filled || scratch_->holds != theme_.given) {
            scratch_.reset();
            scratch_.emplace();
            runEach(scratch_->connection, statements.given);
        }
        scratch_->holds = theme_.given;
        scratch_->filled = true;
        if (changesRowsOnly(statements.up) && call.change == nullptr) {
            inTransaction(scratch_->connection, {&statements.up});
            return;
        }
        runEach(scratch_->connection, statements.up);
        runEach(scratch_->connection, statements.down);
        takeAway(call, statements.given);
        forgetOwnNames(call);
    }

    // Leaves the place as it was, where that is quicker than to make another.
    static void takeAway(const ReferenceCall& call, std::vector<Statement> given) {
        if (call.change != nullptr) {
            return;  // It was taken back.
        }
        if (call.place == ReferenceCall::Place::Create) {
            scratch_->connection.execute("DROP TABLE reviews");
        } else if (call.place == ReferenceCall::Place::Alter && !contains(call.code, "keepCopy")) {
            scratch_->connection.execute("DROP TABLE books");
            std::erase_if(given, [](const Statement& statement) {
                return statement.operation != "create_table books";
            });
            runEach(scratch_->connection, given);
        } else {
            scratch_->filled = false;
        }
    }

    static bool contains(std::string_view code, std::string_view word) {
        return code.find(word) != std::string_view::npos;
    }

    // What walks through rows, or is C++, has transactions of its own when godwit runs it.
    static bool isOneTransaction(const CompiledCall& statements) {
        for (const auto* part : {&statements.given, &statements.up, &statements.down}) {
            for (const Statement& statement : *part) {
                const bool sent = std::holds_alternative<action::SendSql>(statement.action);
                if (statement.commitAfter || (sent && statement.outsideTransaction)) {
                    return false;
                }
            }
        }
        return true;
    }

    static bool changesRowsOnly(const std::vector<Statement>& statements) {
        return std::all_of(statements.begin(), statements.end(), [](const Statement& statement) {
            return statement.rowsOnly;
        });
    }

    static void inTransaction(Connection& connection,
                              std::initializer_list<const std::vector<Statement>*> parts) {
        connection.execute("BEGIN");
        for (const std::vector<Statement>* part : parts) {
            runEach(connection, *part, [](Connection& inside, const Statement& statement) {
                if (statement.onlyIf.empty() || onlyValue(inside.query(statement.onlyIf)) == "t") {
                    inside.execute(statement.sql);
                }
            });
        }
        connection.execute("ROLLBACK");
    }

    static void runEach(Connection& connection,
                        const std::vector<Statement>& statements,
                        void (*run)(Connection&, const Statement&) = runAsShown) {
        for (Statement statement : statements) {
            statement.sql = withOwnNames(std::move(statement.sql), "bookshop_");
            statement.onlyIf = withOwnNames(std::move(statement.onlyIf), "bookshop_");
            SCOPED_TRACE(statement.sql);
            // C++ is run by the tests of data.
            if (!std::holds_alternative<action::CallData>(statement.action)) {
                EXPECT_NO_THROW(run(connection, statement));
            }
        }
    }

    void forgetOwnNames(const ReferenceCall& call) const {
        const auto forget = [&](const char* drop, const char* name) {
            if (contains(call.code, name) || contains(theme_.givenCode, name)) {
                scratch_->filled = false;
                scratch_->connection.execute(
                    withOwnNames(fmt::format("{} IF EXISTS {}", drop, name), "bookshop_"));
            }
        };
        if (kind() == DatabaseKind::SQLite) {
            return;
        }
        for (const char* schema : kSchemas) {
            forget("DROP SCHEMA", schema);
        }
        for (const char* role : kRoles) {
            forget("DROP ROLE", role);
        }
    }

    static inline std::optional<Place> empty_;
    static inline std::optional<Place> scratch_;
    static inline std::unique_ptr<Dialect> dialect_;
    const ReferenceTheme& theme_ = *GetParam();
};

TEST_P(ReferenceCallOnServer, RunsOrIsRefusedAsThePageSays) {
    for (const ReferenceCall& call : GetParam()->calls) {
        SCOPED_TRACE(call.code);
        runCall(call);
    }
}

std::vector<const ReferenceTheme*> allThemes() {
    std::vector<const ReferenceTheme*> all;
    for (const ReferenceTheme& theme : referenceThemes()) {
        all.push_back(&theme);
    }
    return all;
}

// "Why, and for whom" as "WhyAndForWhom".
std::string nameOfTheme(const testing::TestParamInfo<const ReferenceTheme*>& info) {
    std::string name;
    bool begins = true;
    for (const char c : info.param->title) {
        const bool letter = std::isalnum(static_cast<unsigned char>(c)) != 0;
        if (letter) {
            name += begins ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
        }
        begins = !letter;
    }
    return fmt::format("{}_{}", info.param->page, name);
}

INSTANTIATE_TEST_SUITE_P(Themes,
                         ReferenceCallOnServer,
                         testing::ValuesIn(allThemes()),
                         nameOfTheme);

}  // namespace

}  // namespace godwit::test
