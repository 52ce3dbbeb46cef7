#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <godwit/database.hpp>
#include <godwit/error.hpp>
#include <godwit/export.hpp>

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

    /// One statement, given to the server byte by byte: nothing in it is taken for a bind.
    virtual void execute(std::string_view sql) = 0;

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
    /// @throws DatabaseError (7xx)
    void execute(std::string_view sql) { driver_->execute(sql); }

    Driver& driver() { return *driver_; }

private:
    std::unique_ptr<Driver> driver_;
};

}  // namespace godwit
