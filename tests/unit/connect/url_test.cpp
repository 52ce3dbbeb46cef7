#include <string>
#include <vector>

#include <gmock/gmock.h>

#include <fmt/format.h>

#include <godwit/error.hpp>

#include "connect/url.hpp"

namespace godwit::detail {

namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kCanary = "CaNaRy7";

struct GoodUrl {
    std::string name;
    std::string text;
    std::string parts;  // kind|user|password|host|port|database|parameters
    std::string described;
};

std::string partsOf(const Url& url) {
    std::string out = fmt::format("{}|{}|{}|{}|{}|{}|",
                                  nameOf(url.kind),
                                  url.user,
                                  url.password.reveal(),
                                  url.host,
                                  url.port,
                                  url.database);
    for (const auto& [name, value] : url.parameters) {
        out += fmt::format("{}={};", name, value);
    }
    return out;
}

TEST(Url, IsReadInItsParts) {
    const std::vector<GoodUrl> cases{
        {"everything",
         "postgresql://ann:pw@db.example:5433/shop?sslmode=verify-full&connect_timeout=3",
         "postgresql|ann|pw|db.example|5433|shop|sslmode=verify-full;connect_timeout=3;",
         "postgresql://ann@db.example:5433/shop"},
        {"host and database", "mysql://db/shop", "mysql|||db||shop|", "mysql://db/shop"},
        {"mariadb", "mariadb://ann@db/shop", "mariadb|ann||db||shop|", "mariadb://ann@db/shop"},
        {"libpq's own defaults", "postgresql://", "postgresql||||||", "postgresql://"},
        {"empty password", "mysql://ann:@db/shop", "mysql|ann||db||shop|", "mysql://ann@db/shop"},
        {"colon in password", "mysql://a:p:w@db/s", "mysql|a|p:w|db||s|", "mysql://a@db/s"},
        {"percent-encoded",
         "mysql://a%40b:p%2Fw%3f%23%25@db/sh%20op",
         "mysql|a@b|p/w?#%|db||sh op|",
         "mysql://a@b@db/sh op"},
        {"IPv6",
         "postgresql://a@[::1]:5433/shop",
         "postgresql|a||::1|5433|shop|",
         "postgresql://a@[::1]:5433/shop"},
        {"IPv6 without port", "mysql://[fe80::1]/s", "mysql|||fe80::1||s|", "mysql://[fe80::1]/s"},
        {"socket directory",
         "postgresql://a@%2Fvar%2Frun/shop",
         "postgresql|a||/var/run||shop|",
         "postgresql://a@%2Fvar%2Frun/shop"},
        {"parts as parameters",
         "postgresql://?host=one,two&port=1,2&user=ann&password=pw&dbname=shop&service=x",
         "postgresql|ann|pw|one,two|1,2|shop|service=x;",
         "postgresql://ann@one,two:1,2/shop"},
        {"password as a parameter",
         "mysql://a@db/s?password=p%26w",
         "mysql|a|p&w|db||s|",
         "mysql://a@db/s"},
        {"mysql's parameters",
         "mysql://a@localhost/s?unix_socket=/tmp/s&sslca=/ca&connect_timeout=3",
         "mysql|a||localhost||s|unix_socket=/tmp/s;sslca=/ca;connect_timeout=3;",
         "mysql://a@localhost/s"},
        {"relative file", "sqlite:dir/shop.db", "sqlite|||||dir/shop.db|", "sqlite:dir/shop.db"},
        {"absolute file", "sqlite:/srv/shop.db", "sqlite|||||/srv/shop.db|", "sqlite:/srv/shop.db"},
        {"file with odd characters",
         "sqlite:my %3Fsh@op#:1%25.db",
         "sqlite|||||my ?sh@op#:1%.db|",
         "sqlite:my ?sh@op#:1%.db"},
        {"memory", "sqlite::memory:", "sqlite|||||:memory:|", "sqlite::memory:"},
    };
    for (const GoodUrl& one : cases) {
        SCOPED_TRACE(one.name);
        const Url url = parseUrl(one.text);
        EXPECT_EQ(partsOf(url), one.parts);
        EXPECT_EQ(describe(url), one.described);
    }
}

// "" when the URL is taken.
std::string refusal(std::string_view text) {
    try {
        parseUrl(text);
        return "";
    } catch (const UsageError& error) {
        EXPECT_EQ(error.code(), ErrorCode::BadUrl);
        EXPECT_FALSE(error.hint().empty());
        return fmt::format("{} | {}", error.message(), error.hint());
    }
}

TEST(Url, IsRefusedWithWhatToWriteInstead) {
    struct Case {
        std::string text;
        std::string expected;
    };
    const std::vector<Case> cases{
        {"", "it is empty"},
        {"shop.db", "does not start with postgresql://, mysql://, mariadb:// or sqlite:"},
        {"host=db password=x", "does not start with postgresql://"},
        {"oracle://db/shop", "does not start with postgresql://"},
        {"postgres://db/shop", "write postgresql://"},
        {"POSTGRESQL://db/shop", "write postgresql://"},
        {"pgsql://db/shop", "write postgresql://"},
        {"psql://db/shop", "write postgresql://"},
        {"jdbc:postgresql://db/shop", "write postgresql://"},
        {"postgresql+psycopg2://db/shop", "write postgresql://"},
        {"postgresql:db/shop", "write postgresql://"},
        {"mysqlx://db/shop", "write mysql://"},
        {"mysql2://db/shop", "write mysql://"},
        {"maria://db/shop", "write mariadb://"},
        {"sqlite3:shop.db", "write sqlite:path/to/file.db"},
        {"file:shop.db", "write sqlite:path/to/file.db"},
        {"sqlite://shop.db", "write sqlite:shop.db"},
        {"sqlite:///srv/shop.db", "sqlite:/srv/shop.db"},
        {"sqlite:", "it names no file"},
        {"sqlite::memory", "write sqlite::memory:"},
        {"sqlite:shop.db?mode=ro", "has no parameters"},
        {"sqlite:shop.db\n", "control character"},
        {"mysql://db", "it names no database"},
        {"mariadb://db/", "it names no database"},
        {"mysql://db/shop/more", "holds a /"},
        {"mysql://db:0/shop", "the port is not a number from 1 to 65535"},
        {"mysql://db:65536/shop", "the port is not a number"},
        {"mysql://db:99999999999999999999/shop", "the port is not a number"},
        {"mysql://db:3306x/shop", "the port is not a number"},
        {"mysql://db:-1/shop", "the port is not a number"},
        {"mysql://::1/shop", "in brackets"},
        {"mysql://[::1/shop", "has no ]"},
        {"mysql://[::1]3306/shop", "only a port follows"},
        {"mysql://d[b/shop", "bracket inside the host"},
        {"postgresql://one,two/shop", "?host=first,second"},
        {"mysql://:pw@db/shop", "a password and no user"},
        {"mysql://a:b@c@db/shop", "more than one @"},
        {"mysql://a:b/c@db/shop", "an @ behind the host"},
        {"mysql://a:5/c@db/shop", "an @ behind the host"},
        {"mysql://a:b?c@db/shop", "an @ behind the host"},
        {"mysql://a:b#c@db/shop", "it holds a #"},
        {"mysql://a:b%2@db/shop", "not followed by two hex digits"},
        {"mysql://a:b%zz@db/shop", "not followed by two hex digits"},
        {"mysql://a:b%@db/shop", "not followed by two hex digits"},
        {"mysql://a:b@db/shop%", "not followed by two hex digits"},
        {"mysql://a:b%00@db/shop", "a zero byte"},
        {"mysql://a:b c@db/shop", "a blank"},
        {"mysql://db/shop ", "a blank"},
        {"mysql://db/shop?sslmode=require", "sslca, sslcert, sslkey, unix_socket"},
        {"mysql://db/shop?connect_timeout=0", "not a number of seconds"},
        {"mysql://db/shop?connect_timeout=soon", "not a number of seconds"},
        {"mysql://db/shop?sslca", "not of the form name=value"},
        {"mysql://db/shop?=x", "not of the form name=value"},
        {"mysql://db/shop?", "not of the form name=value"},
        {"mysql://db/shop?sslca=a&sslca=b", "sslca is given twice"},
        {"postgresql://db/shop?dbname=other", "dbname is given twice"},
        {"postgresql://a:b@db/shop?password=c", "it has two passwords"},
        {"postgresql://db/shop?SSLMODE=require", "not of the form name=value"},
    };
    for (const Case& one : cases) {
        SCOPED_TRACE(one.text);
        EXPECT_THAT(refusal(one.text), HasSubstr(one.expected));
    }
}

// Everything that a URL with the password in some place shows to people.
std::string shown(const std::string& text) {
    try {
        return describe(parseUrl(text));
    } catch (const Error& error) {
        return fmt::format("{} {} {} {}",
                           error.what(),
                           error.message(),
                           error.state(),
                           error.hint());
    }
}

TEST(Url, NeverShowsThePassword) {
    // What people put around and into passwords, raw, at every place where a URL may break.
    const std::vector<std::string> pieces{"",    "@",  "/", "?",    "#",  "%",  "%2",  "%zz",
                                          ":",   "[",  "]", " ",    "\n", "&",  "=",   "%00",
                                          "%40", "\\", "'", "\x80", "5/", "//", "?a=", "@x:"};
    const std::vector<std::string> starts{"postgresql://",
                                          "mysql://",
                                          "mariadb://",
                                          "postgres://",
                                          "pg:",
                                          "sqlite://",
                                          "http://",
                                          "",
                                          "mysql:",
                                          "postgresql:/"};
    const std::vector<std::string>
        ends{"@db:5432/shop", "@db/shop?x=y", "@[::1/shop", "@db:x/shop", "@", "@db/a/b", "@db"};
    for (const std::string& start : starts) {
        for (const std::string& before : pieces) {
            for (const std::string& after : pieces) {
                for (const std::string& end : ends) {
                    const std::string text =
                        fmt::format("{}ann:{}{}{}{}", start, before, kCanary, after, end);
                    ASSERT_THAT(shown(text), Not(HasSubstr(kCanary))) << text;
                }
            }
        }
    }
    for (const char* text : {"mysql://ann@db/shop?password=CaNaRy7",
                             "mysql://ann@db/shop?password=CaNaRy7&password=CaNaRy7",
                             "mysql://ann@db/shop?passwort=CaNaRy7",
                             "mysql://ann@db/shop?password=%CaNaRy7",
                             "postgresql://?password=CaNaRy7",
                             "postgresql://db/shop?sslpassword=CaNaRy7",
                             "host=db user=ann password=CaNaRy7",
                             "ann:CaNaRy7@db/shop"}) {
        EXPECT_THAT(shown(text), Not(HasSubstr(kCanary))) << text;
    }
}

TEST(Redaction, RemovesThePasswordInEveryFormThatADriverUses) {
    const Secret secret("p'a\\s@s");
    EXPECT_EQ(redact("a p'a\\s@s b p%27a%5Cs%40s c p%27a%5cs%40s d p\\'a\\\\s@s e", secret),
              "a *** b *** c *** d *** e");
}

TEST(Redaction, RemovesEveryOccurrence) {
    EXPECT_EQ(redact("pwpw p pw", Secret("pw")), "****** p ***");
    EXPECT_EQ(redact("***", Secret("*")), "*********");
}

TEST(Redaction, LeavesTextAloneWithoutAPassword) {
    EXPECT_EQ(redact("text", Secret()), "text");
    EXPECT_EQ(redact("text", parseUrl("mysql://ann@db/shop")), "text");
}

TEST(Redaction, KnowsThePasswordOfTheClientKey) {
    EXPECT_EQ(redact("key pass", parseUrl("postgresql://db/shop?sslpassword=pass")), "key ***");
}

}  // namespace

}  // namespace godwit::detail
