#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

#include <godwit/describe.hpp>
#include <godwit/describe_json.hpp>
#include <godwit/error.hpp>

#include "unit/support/recording.hpp"

namespace {
namespace shop {

enum class OrderStatus { pending, paid };
BOOST_DESCRIBE_ENUM(OrderStatus, pending, paid)

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct Numbers {
    bool yes;
    std::int8_t tiny;
    std::int16_t small;
    std::int32_t usual;
    std::int64_t big;
    std::uint8_t unsignedTiny;
    std::uint16_t unsignedSmall;
    std::uint32_t unsignedUsual;
    std::uint64_t unsignedBig;
    float real;
    double precise;
    godwit::Decimal<12, 2> price;
};
BOOST_DESCRIBE_STRUCT(Numbers,
                      (),
                      (yes,
                       tiny,
                       small,
                       usual,
                       big,
                       unsignedTiny,
                       unsignedSmall,
                       unsignedUsual,
                       unsignedBig,
                       real,
                       precise,
                       price))

struct Texts {
    std::string any;
    godwit::Varchar<80> upTo80;
    std::array<char, 2> country;
    std::vector<std::byte> bytes;
    std::array<std::byte, 16> digest;
    godwit::Uuid uuid;
    nlohmann::json json;
    OrderStatus status;
    godwit::Set<Colour> colours;
    std::vector<std::string> tags;
    std::array<float, 3> embedding;
    std::bitset<8> flags;
};
BOOST_DESCRIBE_STRUCT(
    Texts,
    (),
    (any, upTo80, country, bytes, digest, uuid, json, status, colours, tags, embedding, flags))

struct Times {
    std::chrono::year_month_day day;
    std::chrono::hh_mm_ss<std::chrono::seconds> time;
    std::chrono::local_time<std::chrono::milliseconds> wallClock;
    std::chrono::sys_time<std::chrono::microseconds> instant;
    std::chrono::microseconds length;
    std::chrono::year year;
    std::optional<std::chrono::sys_seconds> maybe;
};
BOOST_DESCRIBE_STRUCT(Times, (), (day, time, wallClock, instant, length, year, maybe))

struct Base {
    std::int64_t id;
};
BOOST_DESCRIBE_STRUCT(Base, (), (id))

struct Derived : Base {
    std::string title;
    std::string subtitle;
};
BOOST_DESCRIBE_STRUCT(Derived, (Base), (title, subtitle))

struct CamelCase {
    std::int64_t id;
    std::string createdAt;
    std::string HTTPStatus;
};
BOOST_DESCRIBE_STRUCT(CamelCase, (), (id, createdAt, HTTPStatus))

struct Article {
    std::int64_t id;
    std::string title;
};
BOOST_DESCRIBE_STRUCT(Article, (), (id, title))
GODWIT_FREEZE(Article, godwit::shapeOf<Article>())

namespace v2 {
struct Article {
    std::int64_t id;
    std::optional<std::string> title;
};
BOOST_DESCRIBE_STRUCT(Article, (), (id, title))
}  // namespace v2

// Two that differ in what their columns, or the type of one, are called.
struct AsWritten {
    int idNo = 0;
};
BOOST_DESCRIBE_STRUCT(AsWritten, (), (idNo))
struct InSnakeCase {
    int idNo = 0;
};
BOOST_DESCRIBE_STRUCT(InSnakeCase, (), (idNo))

enum class Side { Left, Right };
BOOST_DESCRIBE_ENUM(Side, Left, Right)
enum class Hand { Left, Right };
BOOST_DESCRIBE_ENUM(Hand, Left, Right)
struct OfSide {
    Side side = Side::Left;
};
BOOST_DESCRIBE_STRUCT(OfSide, (), (side))
struct OfHand {
    Hand side = Hand::Left;
};
BOOST_DESCRIBE_STRUCT(OfHand, (), (side))

}  // namespace shop
}  // namespace

template <>
inline constexpr godwit::Naming godwit::kNamingOf<shop::InSnakeCase> = godwit::Naming::SnakeCase;
template <>
inline constexpr godwit::Naming godwit::kNamingOf<shop::CamelCase> = godwit::Naming::SnakeCase;
template <>
inline constexpr std::string_view godwit::kTypeNameOf<shop::Colour> = "paint";

namespace godwit {
namespace {

using Kind = ColumnType::Kind;

template <class T, class Body>
Table tableOf(const Body& body) {
    const auto operations =
        test::recorded([&](SchemaBuilder& schema) { schema.createTable<T>("things", body); });
    return std::get<op::CreateTable>(operations.at(0)).table;
}

template <class T>
Table tableOf() {
    return tableOf<T>([](TypedTable<T>&) {});
}

std::vector<std::string> namesOf(const Table& table) {
    std::vector<std::string> names;
    for (const Column& column : table.columns) {
        names.push_back(column.name);
    }
    return names;
}

Column likeSpec(const Column& column, const ColumnSpec& spec) {
    Column wanted = spec.column();
    wanted.name = column.name;
    wanted.line = column.line;
    return wanted;
}

void expectColumns(const Table& table, const std::vector<ColumnSpec>& specs) {
    ASSERT_EQ(table.columns.size(), specs.size());
    for (std::size_t i = 0; i < specs.size(); ++i) {
        EXPECT_EQ(table.columns[i], likeSpec(table.columns[i], specs[i])) << table.columns[i].name;
    }
}

TEST(DescribedStruct, GivesNumbersTheColumnsThatHoldThem) {
    expectColumns(tableOf<shop::Numbers>(),
                  {boolean(),
                   tinyInteger(),
                   smallInteger(),
                   integer(),
                   bigInteger(),
                   unsignedTinyInteger(),
                   unsignedSmallInteger(),
                   unsignedInteger(),
                   unsignedBigInteger(),
                   real(),
                   doublePrecision(),
                   decimal(12, 2)});
}

TEST(DescribedStruct, GivesTextsAndListsTheColumnsThatHoldThem) {
    expectColumns(tableOf<shop::Texts>(),
                  {text(),
                   string(80),
                   fixedString(2),
                   bytes(),
                   binary(16),
                   uuid(),
                   json(),
                   enumeration("order_status", {"pending", "paid"}),
                   set("paint", {"red", "green"}),
                   array(text()),
                   vector(3),
                   bit(8)});
}

TEST(DescribedStruct, GivesTimesTheDigitsThatTheyHave) {
    expectColumns(tableOf<shop::Times>(),
                  {date(),
                   time(0),
                   timestamp(3),
                   timestampTz(6),
                   duration(),
                   year(),
                   timestampTz(0).nullable()});
}

TEST(DescribedStruct, HasTheColumnsOfItsBaseFirst) {
    EXPECT_EQ(namesOf(tableOf<shop::Derived>()),
              (std::vector<std::string>{"id", "title", "subtitle"}));
}

TEST(DescribedStruct, NamesColumnsInSnakeCaseWhereItSaysSo) {
    EXPECT_EQ(namesOf(tableOf<shop::CamelCase>()),
              (std::vector<std::string>{"id", "created_at", "httpstatus"}));
}

TEST(DescribedStruct, IsTheSameTableAsOneWrittenByHand) {
    const Table described = tableOf<shop::Derived>([](TypedTable<shop::Derived>& t) {
        t.column<&shop::Derived::id>().primaryKey().generated();
        t.column<&shop::Derived::title>().length(200).unique();
        t.column<&shop::Derived::subtitle>().nullable().comment("As printed.");
        t.index<&shop::Derived::subtitle, &shop::Derived::title>();
        t.timestamps();
    });
    const auto operations = test::recorded([](SchemaBuilder& schema) {
        schema.createTable("things", [](TableBuilder& t) {
            t.bigInteger("id").primaryKey().generated();
            t.string("title", 200).unique();
            t.text("subtitle").nullable().comment("As printed.");
            t.index({"subtitle", "title"});
            t.timestamps();
        });
    });
    const Table written = std::get<op::CreateTable>(operations.at(0)).table;
    const auto withoutLines = [](Table table) {
        table.line = {};
        for (Column& column : table.columns) {
            column.line = {};
        }
        table.primaryKey->line = {};
        table.uniqueKeys.at(0).line = {};
        table.indexes.at(0).line = {};
        return table;
    };
    EXPECT_EQ(withoutLines(described), withoutLines(written));
}

TEST(DescribedStruct, AddsAndDropsColumnsOfATable) {
    const auto operations = test::recorded([](SchemaBuilder& schema) {
        schema.alterTable<shop::v2::Article>("articles", [](TypedAlter<shop::v2::Article>& t) {
            t.add<&shop::v2::Article::title>().comment("New.");
            t.drop<&shop::v2::Article::id>();
            t->renameColumn("a", "b");
        });
    });
    ASSERT_EQ(operations.size(), 3U);
    const Column& added = std::get<op::AddColumn>(operations[0]).column;
    EXPECT_EQ(added.name, "title");
    EXPECT_TRUE(added.nullable);
    EXPECT_EQ(std::get<op::DropColumn>(operations[1]).definition->type.kind, Kind::BigInteger);
    EXPECT_EQ(std::get<op::RenameColumn>(operations[2]).to, "b");
}

TEST(DescribedStruct, PointsAtTheCallOfAColumn) {
    const auto operations = test::recorded([](SchemaBuilder& schema) {
        schema.createTable<shop::Article>("articles", [](TypedTable<shop::Article>& t) {
            t.index<&shop::Article::title>();
        });
    });
    const Table table = std::get<op::CreateTable>(operations.at(0)).table;
    EXPECT_EQ(table.indexes.at(0).line.line, table.columns.at(0).line.line + 1);
}

TEST(FrozenShape, DependsOnNamesTypesAndOrder) {
    EXPECT_NE(shapeOf<shop::Article>(), shapeOf<shop::v2::Article>());
    EXPECT_NE(shapeOf<shop::Base>(), shapeOf<shop::Article>());
    EXPECT_NE(shapeOf<shop::Numbers>(), shapeOf<shop::Texts>());
}

TEST(FrozenShape, DependsOnHowColumnsAndEnumsAreNamed) {
    EXPECT_NE(shapeOf<shop::AsWritten>(), shapeOf<shop::InSnakeCase>());
    EXPECT_NE(shapeOf<shop::OfSide>(), shapeOf<shop::OfHand>());
}

// The number stands in migrations that are applied: it is the same with every compiler, for ever.
TEST(FrozenShape, IsThisForEver) { EXPECT_EQ(shapeOf<shop::Article>(), 17427960790853397381U); }

}  // namespace
}  // namespace godwit
