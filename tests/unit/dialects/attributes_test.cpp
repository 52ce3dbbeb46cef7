#include <gtest/gtest.h>

#include <fmt/format.h>

#include <godwit/dialect.hpp>
#include <godwit/error.hpp>

#include "golden/golden.hpp"

// Nothing that can be said of a key, constraint, index or change is silently ignored: on every
// server it is seen in the SQL, or it is refused.

namespace godwit::test {

namespace {

SqlByDatabase everywhere(std::string_view sql) { return sqlEverywhere(sql); }

void givenTables(SchemaBuilder& schema) {
    schema.createTable("parents", [](TableBuilder& t) {
        t.integer("id").primaryKey();
        t.integer("number").unique();
    });
    schema.createTable("others", [](TableBuilder& t) { t.integer("id").primaryKey(); });
    schema.createTable("things", [](TableBuilder& t) {
        t.integer("id");
        t.integer("number").nullable();
        t.integer("weight").nullable();
        t.string("name", 40).nullable();
    });
}

// What becomes of an operation: its SQL, or a mark of its own when it is refused.
std::string outcome(const Operation& operation, DatabaseKind kind) {
    const auto dialect = makeDialect(serverOf({}, kind));
    std::string sql;
    try {
        for (const Statement& statement :
             dialect->compile({operation}, schemaAfter(operationsOf(givenTables)))) {
            sql += statement.sql + '\n';
        }
    } catch (const UnsupportedError& error) {
        EXPECT_FALSE(error.hint().empty()) << error.message();
        return "refused";
    }
    return sql;
}

template <class Object>
struct Saying {
    std::string_view attribute;
    void (*say)(Object&);
    DatabaseSet silentOn{0};  ///< Where it says what is so anyway, as the documentation tells.
};

// Both with an operation that makes the object in a table that is there.
template <class Object, class Make>
void expectSeen(const Object& plain, const std::vector<Saying<Object>>& sayings, Make operation) {
    for (const DatabaseKind kind : kAllKinds) {
        const std::string without = outcome(operation(plain), kind);
        for (const Saying<Object>& saying : sayings) {
            if ((saying.silentOn.bits >> static_cast<unsigned>(kind) & 1U) != 0) {
                continue;
            }
            Object said = plain;
            saying.say(said);
            const std::string with = outcome(operation(said), kind);
            EXPECT_TRUE(with == "refused" || with != without)
                << nameOf(kind) << " ignores " << saying.attribute << ": " << with;
        }
    }
}

// A member more, and this no longer compiles: say it in the test below it.

TEST(NoAttributeIsIgnored, OfAnIndex) {
    [[maybe_unused]] const auto [name,
                                 parts,
                                 unique,
                                 kind,
                                 method,
                                 where,
                                 include,
                                 nullsNotDistinct,
                                 invisible,
                                 concurrently,
                                 algorithm,
                                 lock,
                                 parameters,
                                 tablespace,
                                 comment,
                                 renamedColumns,
                                 line] = Index{};
    expectSeen<Index>({.name = "plain", .parts = {partOf("number")}},
                      {{"name", [](Index& i) { i.name = "other"; }},
                       {"parts", [](Index& i) { i.parts.push_back(partOf("weight")); }},
                       {"unique", [](Index& i) { i.unique = true; }},
                       {"full text", [](Index& i) { i.kind = Index::Kind::FullText; }},
                       {"spatial", [](Index& i) { i.kind = Index::Kind::Spatial; }},
                       {"method", [](Index& i) { i.method = IndexMethod::Hash; }},
                       {"where", [](Index& i) { i.where = everywhere("weight > 0"); }},
                       {"include", [](Index& i) { i.include = {"weight"}; }},
                       {"nullsNotDistinct", [](Index& i) { i.unique = i.nullsNotDistinct = true; }},
                       {"invisible", [](Index& i) { i.invisible = true; }},
                       {"concurrently", [](Index& i) { i.concurrently = true; }},
                       {"algorithm", [](Index& i) { i.algorithm = Algorithm::InPlace; }},
                       {"lock", [](Index& i) { i.lock = LockMode::Shared; }},
                       {"parameters",
                        [](Index& i) {
                            i.parameters = {{"fillfactor", "70"}};
                        }},
                       {"tablespace", [](Index& i) { i.tablespace = "fast"; }},
                       {"comment", [](Index& i) { i.comment = "For the list."; }}},
                      [](const Index& index) -> Operation {
                          return op::AddIndex{"things", index};
                      });
}

TEST(NoAttributeIsIgnored, OfAUniqueIndexWithNulls) {
    expectSeen<Index>({.name = "plain", .parts = {partOf("number")}, .unique = true},
                      {{"nullsNotDistinct", [](Index& i) { i.nullsNotDistinct = true; }}},
                      [](const Index& index) -> Operation {
                          return op::AddIndex{"things", index};
                      });
}

TEST(NoAttributeIsIgnored, OfAnIndexPart) {
    [[maybe_unused]] const auto [column, expression, order, nulls, prefix, opclass, collation] =
        IndexPart{};
    expectSeen<IndexPart>(
        partOf("name"),
        {{"column", [](IndexPart& p) { p.column = "number"; }},
         {"expression",
          [](IndexPart& p) {
              p.column.clear();
              p.expression = everywhere("lower(name)");
          }},
         {"order", [](IndexPart& p) { p.order = SortOrder::Descending; }},
         {"nulls first",
          [](IndexPart& p) { p.nulls = NullsOrder::First; },
          mysql | mariadb | sqlite},
         {"nulls last", [](IndexPart& p) { p.nulls = NullsOrder::Last; }},
         {"prefix", [](IndexPart& p) { p.prefix = 10; }},
         {"operatorClass", [](IndexPart& p) { p.operatorClass = "varchar_pattern_ops"; }},
         {"collation", [](IndexPart& p) { p.collation = "C"; }}},
        [](const IndexPart& part) -> Operation {
            return op::AddIndex{"things", {.name = "plain", .parts = {part}}};
        });
}

TEST(NoAttributeIsIgnored, OfAPrimaryKey) {
    [[maybe_unused]] const auto [name, columns, deferral, line] = PrimaryKey{};
    expectSeen<PrimaryKey>(
        {.name = "plain", .columns = {"id"}},
        {{"name", [](PrimaryKey& k) { k.name = "other"; }, mysql | mariadb | sqlite},
         {"deferrable", [](PrimaryKey& k) { k.deferral = Deferral::InitiallyImmediate; }},
         {"deferred", [](PrimaryKey& k) { k.deferral = Deferral::InitiallyDeferred; }}},
        [](const PrimaryKey& key) -> Operation {
            return op::AddPrimaryKey{"things", key};
        });
}

TEST(NoAttributeIsIgnored, OfAUniqueConstraint) {
    [[maybe_unused]] const auto [name, columns, nullsNotDistinct, deferral, line] = UniqueKey{};
    expectSeen<UniqueKey>(
        {.name = "plain", .columns = {"number"}},
        {{"name", [](UniqueKey& k) { k.name = "other"; }},
         {"columns", [](UniqueKey& k) { k.columns = {"weight"}; }},
         {"nullsNotDistinct", [](UniqueKey& k) { k.nullsNotDistinct = true; }},
         {"deferrable", [](UniqueKey& k) { k.deferral = Deferral::InitiallyImmediate; }},
         {"deferred", [](UniqueKey& k) { k.deferral = Deferral::InitiallyDeferred; }}},
        [](const UniqueKey& key) -> Operation {
            return op::AddUniqueKey{"things", key};
        });
}

TEST(NoAttributeIsIgnored, OfAForeignKey) {
    [[maybe_unused]] const auto [name,
                                 columns,
                                 referencedTable,
                                 referencedColumns,
                                 onDelete,
                                 onUpdate,
                                 deferral,
                                 validated,
                                 line] = ForeignKey{};
    using Action = ForeignKeyAction;
    expectSeen<ForeignKey>(
        {.name = "plain",
         .columns = {"number"},
         .referencedTable = "parents",
         .referencedColumns = {"id"}},
        {{"name", [](ForeignKey& k) { k.name = "other"; }},
         {"columns", [](ForeignKey& k) { k.columns = {"weight"}; }},
         {"referencedTable", [](ForeignKey& k) { k.referencedTable = "others"; }},
         {"referencedColumns", [](ForeignKey& k) { k.referencedColumns = {"number"}; }},
         {"on delete restrict", [](ForeignKey& k) { k.onDelete = Action::Restrict; }},
         {"on delete cascade", [](ForeignKey& k) { k.onDelete = Action::Cascade; }},
         {"on delete set null", [](ForeignKey& k) { k.onDelete = Action::SetNull; }},
         {"on delete set default", [](ForeignKey& k) { k.onDelete = Action::SetDefault; }},
         {"on update restrict", [](ForeignKey& k) { k.onUpdate = Action::Restrict; }},
         {"on update cascade", [](ForeignKey& k) { k.onUpdate = Action::Cascade; }},
         {"on update set null", [](ForeignKey& k) { k.onUpdate = Action::SetNull; }},
         {"on update set default", [](ForeignKey& k) { k.onUpdate = Action::SetDefault; }},
         {"deferrable", [](ForeignKey& k) { k.deferral = Deferral::InitiallyImmediate; }},
         {"deferred", [](ForeignKey& k) { k.deferral = Deferral::InitiallyDeferred; }},
         {"notValid", [](ForeignKey& k) { k.validated = false; }}},
        [](const ForeignKey& key) -> Operation {
            return op::AddForeignKey{"things", key};
        });
}

TEST(NoAttributeIsIgnored, OfACheck) {
    [[maybe_unused]] const auto [name, sql, renamedColumns, validated, line] = Check{};
    expectSeen<Check>({.name = "plain", .sql = everywhere("weight > 0")},
                      {{"name", [](Check& c) { c.name = "other"; }},
                       {"sql", [](Check& c) { c.sql = everywhere("weight > 1"); }},
                       {"notValid", [](Check& c) { c.validated = false; }}},
                      [](const Check& check) -> Operation {
                          return op::AddCheck{"things", check};
                      });
}

TEST(NoAttributeIsIgnored, OfAnExclusion) {
    [[maybe_unused]] const auto [name, method, parts, where, deferral, line] = Exclusion{};
    [[maybe_unused]] const auto [sql, operation] = ExclusionPart{};
    expectSeen<Exclusion>(
        {.name = "plain", .parts = {{"number", "="}}},
        {{"name", [](Exclusion& e) { e.name = "other"; }},
         {"method", [](Exclusion& e) { e.method = IndexMethod::BTree; }},
         {"parts",
          [](Exclusion& e) {
              e.parts.push_back({"weight", "="});
          }},
         {"column", [](Exclusion& e) { e.parts.front().sql = "weight"; }},
         {"operator", [](Exclusion& e) { e.parts.front().operation = "<>"; }},
         {"where", [](Exclusion& e) { e.where = "weight > 0"; }},
         {"deferrable", [](Exclusion& e) { e.deferral = Deferral::InitiallyImmediate; }},
         {"deferred", [](Exclusion& e) { e.deferral = Deferral::InitiallyDeferred; }}},
        [](const Exclusion& exclusion) -> Operation {
            return op::AddExclusion{"things", exclusion};
        });
}

TEST(NoAttributeIsIgnored, OfAPlaceInATable) {
    expectSeen<op::AddColumn>(
        {.table = "things", .column = {.name = "height", .type = {}, .nullable = true}},
        {{"first", [](op::AddColumn& o) { o.first = true; }},
         {"after", [](op::AddColumn& o) { o.after = "id"; }}},
        [](const op::AddColumn& o) -> Operation { return o; });
}

TEST(NoAttributeIsIgnored, OfAChangeOfType) {
    const ColumnType longer{.kind = ColumnType::Kind::String, .length = 60};
    expectSeen<op::ChangeType>(
        {.table = "things", .column = "name", .type = longer},
        {{"type", [](op::ChangeType& o) { o.type.length = 80; }},
         {"castUsing", [](op::ChangeType& o) { o.castUsing = everywhere("lower(name)"); }}},
        [](const op::ChangeType& o) -> Operation { return o; });
}

TEST(NoAttributeIsIgnored, OfAColumnThatIsNeverNull) {
    expectSeen<op::SetNotNull>(
        {.table = "things", .column = "weight"},
        {{"backfill", [](op::SetNotNull& o) { o.backfill = everywhere("0"); }},
         {"backfillFrom", [](op::SetNotNull& o) { o.backfillFrom = "number"; }}},
        [](const op::SetNotNull& o) -> Operation { return o; });
}

TEST(NoAttributeIsIgnored, OfAnIndexThatGoes) {
    const auto index = [](const op::DropIndex& drop) {
        return std::vector<Operation>{
            op::AddIndex{"things", {.name = "plain", .parts = {partOf("number")}}},
            drop};
    };
    for (const DatabaseKind kind : kAllKinds) {
        const auto dialect = makeDialect(serverOf({}, kind));
        const Schema before = schemaAfter(operationsOf(givenTables));
        op::DropIndex drop{"things", "plain"};
        const std::string plain = dialect->compile(index(drop), before).back().sql;
        drop.concurrently = true;
        try {
            EXPECT_NE(dialect->compile(index(drop), before).back().sql, plain) << nameOf(kind);
        } catch (const UnsupportedError&) {
            EXPECT_EQ(kind, DatabaseKind::SQLite);
        }
    }
}

}  // namespace

}  // namespace godwit::test
