#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <godwit/database.hpp>
#include <godwit/error.hpp>
#include <godwit/export.hpp>
#include <godwit/value.hpp>

namespace godwit {

/// The answer to a query, as text.
struct Rows {
    std::vector<std::vector<std::optional<std::string>>> values;  ///< Row by row; absent is NULL.

    std::size_t size() const { return values.size(); }
    bool empty() const { return values.empty(); }
    const std::vector<std::optional<std::string>>& operator[](std::size_t row) const {
        return values[row];
    }
};

/// What a database driver does for godwit. Everything godwit says to a server goes through here.
///
/// Connects at the first call that needs the server. Not thread-safe. Every failure is a
/// DatabaseError whose texts hold no password.
class GODWIT_API Driver {
public:
    virtual ~Driver() = default;

    /// Known without I/O.
    virtual DatabaseKind kind() const = 0;

    /// Where it leads, for people: "postgresql://user@host:5432/shop"; never a password.
    virtual std::string describe() const = 0;

    /// Kind and version as the server says.
    virtual Server server() = 0;

    /// One statement that may return rows.
    virtual Rows query(std::string_view sql) = 0;

    /// One statement, given to the server byte by byte: nothing in it is taken for a bind. Returns
    /// how many rows it wrote, as `Connection::execute` counts them.
    virtual std::uint64_t execute(std::string_view sql) = 0;

    /// One statement with a value for each of its placeholders, as `Connection::query` describes.
    /// @throws UsageError (GW103, GW109)
    virtual Rows query(std::string_view sql, const std::vector<Value>& values) = 0;

    /// The same for a statement that changes rows; returns how many.
    /// @throws UsageError (GW103, GW109)
    virtual std::uint64_t execute(std::string_view sql, const std::vector<Value>& values) = 0;

    /// Several statements in order, in one message where the protocol has it. On failure the
    /// error need not say which one: on PostgreSQL all of them are undone with the transaction.
    virtual void executeTogether(const std::vector<std::string>& statements);

    /// True between BEGIN and COMMIT or ROLLBACK, as the server sees it.
    virtual bool inTransaction() = 0;
};

/// A connection to a database. Making one never talks to a server: a bad URL or an unreachable
/// host is reported at first use. Movable, not copyable, not thread-safe.
class GODWIT_API Connection {
public:
    explicit Connection(std::unique_ptr<Driver> driver);
    Connection(Connection&&) noexcept;
    Connection& operator=(Connection&&) noexcept;
    ~Connection();

    DatabaseKind kind() const { return driver_->kind(); }
    std::string describe() const { return driver_->describe(); }

    /// @throws DatabaseError (7xx) when the server cannot be reached.
    Server server() { return driver_->server(); }

    /// Runs one statement and returns its rows as text.
    /// @throws DatabaseError (7xx)
    Rows query(std::string_view sql) { return driver_->query(sql); }

    /// Runs one statement.
    /// @return how many rows an INSERT, UPDATE or DELETE wrote. MySQL and MariaDB do not count the
    /// rows of an UPDATE that hold the new values already. Of other statements it says nothing.
    /// @throws DatabaseError (7xx)
    std::uint64_t execute(std::string_view sql) { return driver_->execute(sql); }

    /// Runs one statement with a value for each of its placeholders and returns its rows as text:
    /// `query("SELECT name FROM users WHERE id = ? AND active = ?", {7, true})`.
    ///
    /// A placeholder is a question mark outside of quotes and comments, on every database. On
    /// PostgreSQL, whose operators are made of question marks too, `??` is one that is none. The
    /// server is handed the values apart from the statement: nothing in them is ever read as SQL.
    /// @throws UsageError (GW109) when there are more or fewer values than placeholders, for
    /// numbers that are not finite and, on SQLite, for integers above 9223372036854775807; (GW103)
    /// for a text that is not UTF-8 or holds a zero byte.
    /// @throws DatabaseError (7xx)
    Rows query(std::string_view sql, const std::vector<Value>& values) {
        return driver_->query(sql, values);
    }

    /// Runs one statement with a value for each of its placeholders, as `query` does.
    /// @return how many rows it wrote, as `execute` without values.
    /// @throws UsageError (GW103, GW109)
    /// @throws DatabaseError (7xx)
    std::uint64_t execute(std::string_view sql, const std::vector<Value>& values) {
        return driver_->execute(sql, values);
    }

    Driver& driver() { return *driver_; }

private:
    std::unique_ptr<Driver> driver_;
};

}  // namespace godwit
