#pragma once

#include <string>
#include <string_view>

#include <godwit/connection.hpp>

namespace godwit::test {

/// The server that this run of the test program is for; `main` sets it before any test runs.
struct TestServer {
    std::string name;  ///< "sqlite", "postgresql-17", "mysql-9.7"
    std::string url;   ///< An existing database of a user who may create others; empty for SQLite.
    DatabaseKind kind = DatabaseKind::SQLite;
};

const TestServer& testServer();
void setTestServer(TestServer server);

/// True when `name` is the kind of the server under test; for the few tests that are about one.
inline bool runningOn(DatabaseKind kind) { return testServer().kind == kind; }

/// A new, empty database on the server under test, dropped at the end of its life. Each is its own:
/// tests of one run, and other runs on the same server, do not see each other.
///
///     ScratchDatabase database;
///     Connection connection = database.connect();
///     connection.execute("CREATE TABLE t (id INT)");
class ScratchDatabase {
public:
    ScratchDatabase();
    ~ScratchDatabase();
    ScratchDatabase(const ScratchDatabase&) = delete;
    ScratchDatabase& operator=(const ScratchDatabase&) = delete;

    DatabaseKind kind() const { return testServer().kind; }
    const std::string& serverName() const { return testServer().name; }

    const std::string& url() const { return url_; }    ///< With the password in it.
    const std::string& name() const { return name_; }  ///< For SQLite the path of the file.

    /// The URL of a database that exists beside this one; empty for SQLite.
    const std::string& adminUrl() const { return testServer().url; }

    /// A new connection of our own to the database.
    Connection connect() const;

    /// The only value of the only row of a query on a new connection; "NULL" for NULL.
    std::string value(std::string_view sql) const;

private:
    std::string name_;
    std::string url_;
};

/// Drops the databases of PostgreSQL that were emptied to be used again: for the end of `main`, as
/// libpqxx does not work behind it.
void dropEmptyDatabases();

/// The only value of the only row; "NULL" for NULL, and a sentence when there is not one row.
std::string onlyValue(const Rows& rows);

/// `url` with another name in place of its database.
std::string withDatabase(std::string_view url, std::string_view database);

/// `url` with another user and password.
std::string withLogin(std::string_view url, std::string_view user, std::string_view password);

/// `url` with another port.
std::string withPort(std::string_view url, int port);

/// A port of this machine on which nothing listens.
int closedPort();

}  // namespace godwit::test
