#include "database/support/scratch_database.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <godwit/connect.hpp>
#include <godwit/error.hpp>

namespace godwit::test {

namespace {

TestServer& mutableServer() {
    static TestServer server;
    return server;
}

std::string newName() {
    static std::atomic<int> count{0};
    return fmt::format("gw_{}_{}", getpid(), ++count);
}

// Where SQLite's files lie: in memory where the system has a place for that, because a test that
// kills processes by the hundred waits for the disk otherwise.
std::filesystem::path placeOfFiles() {
    const char* const memory = "/dev/shm";
    return ::access(memory, W_OK) == 0 ? memory : std::filesystem::temp_directory_path();
}

// One connection makes and drops them all: a new one costs as much as what it is for.
void asAdmin(const std::string& sql) {
    static std::unique_ptr<Connection> admin;
    if (admin) {
        try {
            admin->execute(sql);
            return;
        } catch (const DatabaseError& error) {
            if (error.code() != ErrorCode::ConnectionLost) {
                throw;
            }
        }
    }
    admin = std::make_unique<Connection>(godwit::connect(testServer().url));
    admin->execute(sql);
}

void dropDatabase(const TestServer& server, const std::string& name) {
    if (server.kind == DatabaseKind::SQLite) {
        std::error_code ignored;
        for (const char* suffix : {"", "-journal", "-wal", "-shm"}) {
            std::filesystem::remove(name + suffix, ignored);
        }
        return;
    }
    if (server.kind == DatabaseKind::PostgreSQL) {
        // DROP DATABASE ... WITH (FORCE) is there from PostgreSQL 13 on.
        asAdmin(
            fmt::format("DO $$ BEGIN PERFORM pg_terminate_backend(pid) FROM pg_stat_activity "
                        "WHERE datname = '{}'; END $$",
                        name));
    }
    asAdmin(fmt::format("DROP DATABASE IF EXISTS {}", name));
}

void createDatabase(const TestServer& server, const std::string& name) {
    const bool postgresql = server.kind == DatabaseKind::PostgreSQL;
    const std::string create =
        fmt::format("CREATE DATABASE {}{}", name, postgresql ? "" : " CHARACTER SET utf8mb4");
    try {
        asAdmin(create);
    } catch (const DatabaseError&) {
        // A run that was killed, of a process with the same number, has left it.
        dropDatabase(server, name);
        asAdmin(create);
    }
}

void dropLoudly(const std::string& name) {
    try {
        dropDatabase(testServer(), name);
    } catch (const std::exception& error) {
        fmt::print(stderr, "the database {} was not dropped: {}\n", name, error.what());
    }
}

// PostgreSQL takes longer to make a database, and to open it for the first time, than most tests
// take: what is emptied is used again.
class EmptyDatabases {
public:
    void dropAll() {
        for (const std::string& name : std::exchange(names_, {})) {
            dropLoudly(name);
        }
    }

    std::optional<std::string> take() {
        if (names_.empty()) {
            return std::nullopt;
        }
        std::string name = std::move(names_.back());
        names_.pop_back();
        return name;
    }

    /// False when something of the database would be left.
    bool add(const std::string& name) {
        try {
            Connection connection = godwit::connect(withDatabase(testServer().url, name));
            connection.execute(kEmpty);
            if (onlyValue(connection.query(kIsAsNew)) != "t") {
                return false;
            }
        } catch (const DatabaseError&) {
            return false;
        }
        names_.push_back(name);
        return true;
    }

private:
    // With the schema "public" as initdb makes it, its first privileges among what was there first.
    static constexpr const char* kEmpty = R"sql(DO $empty$
DECLARE name text;
BEGIN
  PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid();
  FOR name IN SELECT nspname FROM pg_namespace
               WHERE nspname NOT LIKE 'pg\_%' AND nspname <> 'information_schema' LOOP
    EXECUTE format('DROP SCHEMA %I CASCADE', name);
  END LOOP;
  CREATE SCHEMA public;
  IF current_setting('server_version_num')::integer < 150000 THEN
    GRANT ALL ON SCHEMA public TO PUBLIC;
  ELSE
    ALTER SCHEMA public OWNER TO pg_database_owner;
    GRANT USAGE ON SCHEMA public TO PUBLIC;
  END IF;
  INSERT INTO pg_init_privs
    SELECT oid, 'pg_namespace'::regclass, 0, 'i', nspacl FROM pg_namespace WHERE nspname = 'public';
END $empty$)sql";
    static constexpr const char* kIsAsNew =
        "SELECT datacl IS NULL AND NOT EXISTS (SELECT FROM pg_db_role_setting WHERE setdatabase = "
        "pg_database.oid) AND NOT EXISTS (SELECT FROM pg_default_acl) "
        "AND (SELECT count(*) FROM pg_extension) = 1 "
        "FROM pg_database WHERE datname = current_database()";

    std::vector<std::string> names_;
};

EmptyDatabases& emptyDatabases() {
    static EmptyDatabases databases;
    return databases;
}

// [begin, end) of "user:password@host:port" in a URL.
std::pair<std::size_t, std::size_t> authority(std::string_view url) {
    const std::size_t begin = url.find("://") + 3;
    return {begin, std::min(url.find_first_of("/?", begin), url.size())};
}

}  // namespace

const TestServer& testServer() { return mutableServer(); }
void setTestServer(TestServer server) { mutableServer() = std::move(server); }

ScratchDatabase::ScratchDatabase() : name_(newName()) {
    if (kind() == DatabaseKind::SQLite) {
        name_ = (placeOfFiles() / (name_ + ".db")).string();
        dropDatabase(testServer(), name_);
        url_ = "sqlite:" + name_;
        return;
    }
    if (const auto empty = emptyDatabases().take()) {
        name_ = *empty;
    } else {
        createDatabase(testServer(), name_);
    }
    url_ = withDatabase(adminUrl(), name_);
}

ScratchDatabase::~ScratchDatabase() {
    if (kind() == DatabaseKind::PostgreSQL && emptyDatabases().add(name_)) {
        return;
    }
    dropLoudly(name_);
}

void dropEmptyDatabases() { emptyDatabases().dropAll(); }

Connection ScratchDatabase::connect() const { return godwit::connect(url_); }

std::string ScratchDatabase::value(std::string_view sql) const {
    return onlyValue(connect().query(sql));
}

std::string onlyValue(const Rows& rows) {
    if (rows.size() != 1 || rows[0].empty()) {
        return fmt::format("({} rows instead of one)", rows.size());
    }
    return rows[0][0].value_or("NULL");
}

std::string withDatabase(std::string_view url, std::string_view database) {
    const auto [begin, end] = authority(url);
    const std::size_t parameters = std::min(url.find('?', end), url.size());
    return fmt::format("{}/{}{}", url.substr(0, end), database, url.substr(parameters));
}

std::string withLogin(std::string_view url, std::string_view user, std::string_view password) {
    const auto [begin, end] = authority(url);
    const std::size_t at = url.substr(0, end).rfind('@');
    const std::size_t host = at == std::string_view::npos ? begin : at + 1;
    return fmt::format("{}{}:{}@{}", url.substr(0, begin), user, password, url.substr(host));
}

std::string withPort(std::string_view url, int port) {
    const auto [begin, end] = authority(url);
    const std::string_view before = url.substr(0, end);
    const std::size_t colon = before.rfind(':');
    const bool hasPort = colon >= begin && before.find('@', colon) == std::string_view::npos;
    return fmt::format("{}:{}{}", before.substr(0, hasPort ? colon : end), port, url.substr(end));
}

int closedPort() {
    // The port of a socket that is bound and closed again; nobody takes it within a test's time.
    const int descriptor = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    int port = 1;
    if (bind(descriptor, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
        getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &size) == 0) {
        port = ntohs(address.sin_port);
    }
    close(descriptor);
    return port;
}

}  // namespace godwit::test
