#include "golden/calls.hpp"

#include <godwit/migration.hpp>
#include <godwit/plan.hpp>

#include "model/copies.hpp"

namespace godwit::test {

namespace {

class OneCall final : public Migration {
public:
    explicit OneCall(GoldenCase::Body body) : body_(body) {}
    void up(SchemaBuilder& schema) const override { body_(schema); }
    void down(SchemaBuilder&) const override {}

private:
    GoldenCase::Body body_;
};

class OneChange final : public ReversibleMigration {
public:
    explicit OneChange(ReferenceCall::Change body) : body_(body) {}
    void change(SchemaBuilder& schema) const override { body_(schema); }

private:
    ReferenceCall::Change body_;
};

std::vector<Operation> givenTo(const ReferenceTheme& theme) {
    std::vector<Operation> operations = operationsOf(bookshop);
    for (const Operation& operation : operationsOf(theme.given)) {
        operations.push_back(operation);
    }
    return operations;
}

}  // namespace

void bookshop(SchemaBuilder& schema) {
    using Table = TableBuilder;
    schema.createTable("authors", [](Table& t) {
        t.id();
        t.string("name", 80);
    });
    schema.createTable("readers", [](Table& t) { t.uuid("id").primaryKey().generated(); });
    schema.createTable("books", [](Table& t) {
        t.id();
        t.foreignId("author_id").references("authors");
        t.string("title", 200);
        t.string("subtitle", 200).nullable();
        t.integer("pages").defaultTo(0);
        t.decimal("price", 10, 2);
        t.boolean("in_print").defaultTo(true);
        t.index({"title"});
        t.unique({"author_id", "title"}).named("books_once");
        t.check("books_have_pages", "pages >= 0");
    });
}

const std::vector<ReferenceTheme>& referenceThemes() {
    static const std::vector<ReferenceTheme> kThemes = [] {
        std::vector<ReferenceTheme> themes;
        addTypeCalls(themes);
        addColumnCalls(themes);
        addKeyCalls(themes);
        addTableCalls(themes);
        addStructCalls(themes);
        addAlterCalls(themes);
        addDataCalls(themes);
        addEnumCalls(themes);
        addObjectCalls(themes);
        addAccessCalls(themes);
        addPartitionCalls(themes);
        return themes;
    }();
    return kThemes;
}

CompiledCall compiled(const ReferenceTheme& theme,
                      const ReferenceCall& call,
                      const Dialect& dialect) {
    const std::vector<Operation> given = givenTo(theme);
    const Schema before = schemaAfter(given);
    CompiledCall out;
    if (call.change == nullptr) {
        out.up = dialect.compile(record(OneCall{call.up}, Direction::Up, [&] { return before; }),
                                 before);
    } else {
        const OneChange change{call.change};
        const auto known = [&] { return before; };
        const std::vector<Operation> up = record(change, Direction::Up, known);
        std::vector<Operation> down = record(change, Direction::Down, known);
        detail::markRestored(up, down);
        Schema after = before;
        for (const Operation& operation : up) {
            replay(operation, after);
        }
        out.up = dialect.compile(up, before);
        out.down = dialect.compile(down, after);
    }
    out.given = dialect.compile(given, Schema{});
    return out;
}

std::vector<Statement> emptyReviews(const Dialect& dialect) {
    const ReferenceCall call = GODWIT_IN_CREATE();
    return dialect.compile(operationsOf(call.up), Schema{});
}

}  // namespace godwit::test
