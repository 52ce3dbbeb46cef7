#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <godwit/database.hpp>
#include <godwit/export.hpp>
#include <godwit/operation.hpp>
#include <godwit/statement.hpp>
#include <godwit/value.hpp>

namespace godwit {

/// A variable of the session that the SQL relies on.
struct Setting {
    std::string name;
    std::string value;  ///< As SQL: "'UTC'", "on".
    friend bool operator==(const Setting&, const Setting&) = default;
};

/// Turns operations into the SQL of one server and version. Stateless, thread-safe, pure.
class GODWIT_API Dialect {
public:
    virtual ~Dialect() = default;
    Dialect(const Dialect&) = delete;
    Dialect& operator=(const Dialect&) = delete;

    /// What the SQL is written for.
    virtual const Server& server() const = 0;

    /// The statements of one migration's direction, in order.
    /// @param before what is known of the schema before the first operation.
    /// @throws UnsupportedError (3xx) for what the server cannot do, UsageError (2xx) for
    /// operations that contradict each other or the schema; both with file and line of the call.
    virtual std::vector<Statement> compile(const std::vector<Operation>& operations,
                                           const Schema& before) const = 0;

    /// What godwit sets before its statements run: on PostgreSQL for each transaction, on MySQL and
    /// MariaDB for the session, which gets its own values back afterwards.
    virtual std::vector<Setting> settings() const = 0;

    /// A statement that fails, or a crash, leaves nothing of the migration behind.
    virtual bool transactionalDdl() const = 0;

    /// `"orders"` or `` `orders` ``, with quotes inside doubled.
    virtual std::string identifier(std::string_view name) const = 0;

    /// The same of what lives in a schema: `"billing"."invoices"` of "billing.invoices".
    std::string objectName(std::string_view name) const;

    /// A text literal that reads back equal under the session settings that godwit pins.
    virtual std::string literal(std::string_view text) const = 0;

    /// The value as SQL that reads back equal, in a plan that people read.
    /// @throws UsageError (GW103, GW109) for what no server, or not this one, can hold: a text that
    /// is not UTF-8 or holds a zero byte, a number that is not finite, on SQLite an integer above
    /// 9223372036854775807.
    virtual std::string valueLiteral(const Value& value) const = 0;

protected:
    Dialect() = default;
};

/// The dialect of a server.
/// @throws UnsupportedError (GW303) when its version is below `oldestSupported`.
GODWIT_API std::unique_ptr<Dialect> makeDialect(const Server& server);

}  // namespace godwit
