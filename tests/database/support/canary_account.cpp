#include "database/support/canary_account.hpp"

#include <exception>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <godwit/connect.hpp>

namespace godwit::test {

CanaryAccount::CanaryAccount(const ScratchDatabase& database)
    : name_(database.name() + "_user"), url_(database.url()) {
    if (database.kind() == DatabaseKind::SQLite) {
        return;
    }
    Connection admin = connect(database.adminUrl());
    if (database.kind() == DatabaseKind::PostgreSQL) {
        admin.execute(fmt::format("CREATE ROLE {} LOGIN PASSWORD E'CaNaRy'' \\\\7'", name_));
        admin.execute(fmt::format("ALTER DATABASE {} OWNER TO {}", database.name(), name_));
    } else {
        admin.execute(fmt::format("CREATE USER '{}'@'%' IDENTIFIED BY 'CaNaRy'' \\\\7'", name_));
        admin.execute(fmt::format("GRANT ALL ON {}.* TO '{}'@'%'", database.name(), name_));
    }
    url_ = withLogin(url_, name_, kCanaryInUrl);
}

CanaryAccount::~CanaryAccount() {
    try {
        if (runningOn(DatabaseKind::PostgreSQL)) {
            // A role that owns anything cannot be dropped, and the database outlives the account.
            const std::string owned = url_.substr(url_.rfind('/') + 1);
            Connection admin = connect(testServer().url);
            admin.execute(fmt::format("ALTER DATABASE {} OWNER TO CURRENT_USER", owned));
            connect(withDatabase(testServer().url, owned))
                .execute(fmt::format("DROP OWNED BY {} CASCADE", name_));
            admin.execute(fmt::format("DROP ROLE {}", name_));
        } else if (!runningOn(DatabaseKind::SQLite)) {
            connect(testServer().url).execute(fmt::format("DROP USER '{}'@'%'", name_));
        }
    } catch (const std::exception& error) {
        fmt::print(stderr, "the account {} was not dropped: {}\n", name_, error.what());
    }
}

void expectNoPassword(std::string_view text) {
    EXPECT_THAT(std::string(text), testing::Not(testing::HasSubstr("CaNaRy")));
}

void expectNoPassword(const Error& error) {
    expectNoPassword(error.what());
    expectNoPassword(error.message());
    expectNoPassword(error.state());
    expectNoPassword(error.hint());
}

}  // namespace godwit::test
