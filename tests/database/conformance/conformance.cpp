#include "database/conformance/conformance.hpp"

#include <array>
#include <cstdlib>
#include <utility>

#include <fmt/format.h>

#include <godwit/error.hpp>

#include "database/support/catalog.hpp"
#include "database/support/own_names.hpp"
#include "support/expected_changes.hpp"

namespace godwit::test {

namespace {

constexpr std::size_t kMost = 8;

struct Calls {
    void (*up)(SchemaBuilder&) = nullptr;
    void (*change)(ReversibleSchemaBuilder&) = nullptr;
};

std::array<Calls, kMost>& calls() {
    static std::array<Calls, kMost> calls{};
    return calls;
}

// A migration set holds classes; each test fills them with its own calls.
template <std::size_t Slot>
class Filled final : public Migration {
public:
    void up(SchemaBuilder& schema) const override { calls()[Slot].up(schema); }
    void down(SchemaBuilder&) const override {}
};

template <std::size_t Slot>
class FilledWithAChange final : public ReversibleMigration {
public:
    void change(SchemaBuilder& schema) const override { calls()[Slot].change(schema); }
};

template <std::size_t Slot>
void addTo(MigrationSet& set) {
    static const std::string kId = fmt::format("2026010100000{}_step", Slot);
    if (calls()[Slot].change != nullptr) {
        set.add<FilledWithAChange<Slot>>(kId.c_str());
    } else {
        set.add<Filled<Slot>>(kId.c_str());
    }
}

template <std::size_t... Slots>
void add(MigrationSet& set, Calls next, std::index_sequence<Slots...>) {
    const std::size_t slot = set.size();
    calls().at(slot) = next;
    ((Slots == slot ? addTo<Slots>(set) : void()), ...);
}

void add(MigrationSet& set, Calls next) { add(set, next, std::make_index_sequence<kMost>{}); }

std::string sentence(const Error& error) {
    return fmt::format("{}{} {}\nhint: {}\n",
                       kRefused,
                       codeText(error.code()),
                       error.message(),
                       error.hint());
}

}  // namespace

void Conformance::given(Body body) {
    add(migrations_, {.up = body});
    Migrator(connection_, migrations_).up();
}

bool Conformance::changes(const std::function<void()>& step) {
    ++whens_;
    const std::string before = catalogOf(connection_);
    const auto refusal = [&](const Error& error) {
        refused_ = true;
        compare(sentence(error));
        EXPECT_EQ(catalogChange(before, catalogOf(connection_)), "");
        return false;
    };
    try {
        step();
    } catch (const UnsupportedError& error) {
        return refusal(error);
    } catch (const UsageError& error) {
        return refusal(error);
    }
    const std::string change = catalogChange(before, catalogOf(connection_));
    compare(change.empty() ? "nothing changes\n" : change);
    return true;
}

void Conformance::when(Body body) {
    changes([&] { given(body); });
}

void Conformance::goesBack(Change change) {
    const std::string before = catalogOf(connection_);
    add(migrations_, {.up = nullptr, .change = change});
    Migrator migrator(connection_, migrations_);
    if (!changes([&] { migrator.up(); })) {
        return;
    }
    const std::string after = catalogOf(connection_);
    migrator.rollback();
    EXPECT_EQ(catalogChange(before, catalogOf(connection_)), "") << "after the way back";
    migrator.up();
    EXPECT_EQ(catalogChange(after, catalogOf(connection_)), "") << "after the second way up";
}

// Names that belong to the whole server are other ones in each run.
void Conformance::compare(std::string text) {
    text = withoutOwnNames(std::move(text));
    const testing::TestInfo& info = *testing::UnitTest::GetInstance()->current_test_info();
    const std::string test = whens_ == 1 ? info.name() : fmt::format("{} {}", info.name(), whens_);
    const std::string server = knownServer(connection_.server());
    ExpectedChanges expected(expectedFile(info.test_suite_name()));
    if (std::getenv("GODWIT_UPDATE_GOLDEN") != nullptr) {
        expected.put(test, server, text);
    }
    const std::string* found = expected.find(test, server);
    EXPECT_EQ(found == nullptr ? "" : *found, text)
        << expectedFile(info.test_suite_name()) << " says otherwise for " << server
        << "; GODWIT_UPDATE_GOLDEN=1 writes down what happens";
}

void Conformance::dropsSchema(const std::string& name) {
    if (on(DatabaseKind::MySQL) || on(DatabaseKind::MariaDB)) {
        connection_.execute("DROP DATABASE IF EXISTS " + name);
    }
}

void Conformance::rows(std::initializer_list<std::string_view> statements) {
    for (const std::string_view statement : statements) {
        connection_.execute(statement);
    }
}

void Conformance::takes(std::string_view statement) {
    if (!refused_) {
        EXPECT_NO_THROW(connection_.execute(statement)) << statement;
    }
}

void Conformance::refuses(std::string_view statement) {
    if (!refused_) {
        EXPECT_THROW(connection_.execute(statement), DatabaseError) << statement;
    }
}

void Conformance::holds(std::string_view query, std::string_view value) {
    if (!refused_) {
        EXPECT_EQ(onlyValue(connection_.query(query)), value) << query;
    }
}

}  // namespace godwit::test
