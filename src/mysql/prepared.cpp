#include "mysql/prepared.hpp"

#include <cstring>
#include <memory>
#include <string>
#include <type_traits>

#include "connect/failure.hpp"

namespace godwit::detail {

namespace {

struct CloseStatement {
    void operator()(MYSQL_STMT* statement) const { mysql_stmt_close(statement); }
};
using PreparedStatement = std::unique_ptr<MYSQL_STMT, CloseStatement>;

struct FreeResult {
    void operator()(MYSQL_RES* result) const { mysql_free_result(result); }
};

// What a MYSQL_BIND points at; the values themselves outlive it.
struct Bound {
    MYSQL_BIND bind{};
    std::int64_t integer = 0;
    double number = 0;
};

// https://dev.mysql.com/doc/c-api/9.7/en/c-api-prepared-statement-type-codes.html
class Binder {
public:
    explicit Binder(Bound& bound) : bound_(bound) {}

    void operator()(Null) const { bound_.bind.buffer_type = MYSQL_TYPE_NULL; }
    void operator()(bool value) const { (*this)(std::int64_t{value}); }
    void operator()(std::int64_t value) const {
        bound_.integer = value;
        bound_.bind.buffer_type = MYSQL_TYPE_LONGLONG;
        bound_.bind.buffer = &bound_.integer;
    }
    void operator()(std::uint64_t value) const {
        std::memcpy(&bound_.integer, &value, sizeof value);
        bound_.bind.buffer_type = MYSQL_TYPE_LONGLONG;
        bound_.bind.is_unsigned = true;
        bound_.bind.buffer = &bound_.integer;
    }
    void operator()(double value) const {
        bound_.number = value;
        bound_.bind.buffer_type = MYSQL_TYPE_DOUBLE;
        bound_.bind.buffer = &bound_.number;
    }
    void operator()(const std::string& value) const { text(value, MYSQL_TYPE_STRING); }
    void operator()(const Bytes& value) const { text(value.data, MYSQL_TYPE_BLOB); }

private:
    void text(const std::string& value, enum_field_types type) const {
        bound_.bind.buffer_type = type;
        bound_.bind.buffer = const_cast<char*>(value.data());  // It is only read.
        bound_.bind.buffer_length = static_cast<unsigned long>(value.size());
    }

    Bound& bound_;
};

DatabaseError::Native nativeOf(MYSQL_STMT* statement) {
    return {mysql_stmt_sqlstate(statement),
            static_cast<int>(mysql_stmt_errno(statement)),
            mysql_stmt_error(statement)};
}

bool bindAll(MYSQL_STMT* statement, const std::vector<Value>& values) {
    std::vector<Bound> bound(values.size());
    std::vector<MYSQL_BIND> binds;
    for (std::size_t i = 0; i < values.size(); ++i) {
        std::visit(Binder{bound[i]}, values[i].data);
        binds.push_back(bound[i].bind);
    }
    return (binds.empty() || mysql_stmt_bind_param(statement, binds.data()) == 0) &&
           mysql_stmt_execute(statement) == 0;
}

// One column of the current row as text.
std::optional<std::string> columnOf(MYSQL_STMT* statement, unsigned column) {
    unsigned long size = 0;
    std::remove_pointer_t<decltype(MYSQL_BIND::is_null)> isNull{};  // bool or my_bool.
    MYSQL_BIND bind{};
    bind.buffer_type = MYSQL_TYPE_STRING;
    bind.length = &size;
    bind.is_null = &isNull;
    // Room for any number: the client library rounds one to the room that it finds.
    constexpr std::size_t kRoom = 512;
    std::string text(kRoom, '\0');
    const auto fetch = [&] {
        bind.buffer = text.data();
        bind.buffer_length = static_cast<unsigned long>(text.size());
        mysql_stmt_fetch_column(statement, &bind, column, 0);
    };
    fetch();
    if (isNull) {
        return std::nullopt;
    }
    if (size > text.size()) {
        text.resize(size);
        fetch();
    }
    text.resize(size);
    return text;
}

// False when the server stopped in the middle.
bool readRows(MYSQL_STMT* statement, Rows& rows) {
    const std::unique_ptr<MYSQL_RES, FreeResult> columns(mysql_stmt_result_metadata(statement));
    if (!columns) {
        return true;
    }
    const unsigned count = mysql_num_fields(columns.get());
    // Buffers of no size: each column is asked for on its own, once its size is known.
    std::vector<MYSQL_BIND> binds(count);
    for (MYSQL_BIND& bind : binds) {
        bind.buffer_type = MYSQL_TYPE_STRING;
    }
    if (mysql_stmt_bind_result(statement, binds.data()) != 0 ||
        mysql_stmt_store_result(statement) != 0) {
        return false;
    }
    int fetched = mysql_stmt_fetch(statement);
    for (; fetched == 0 || fetched == MYSQL_DATA_TRUNCATED; fetched = mysql_stmt_fetch(statement)) {
        auto& values = rows.values.emplace_back();
        for (unsigned column = 0; column < count; ++column) {
            values.push_back(columnOf(statement, column));
        }
    }
    mysql_stmt_free_result(statement);
    return fetched == MYSQL_NO_DATA;
}

}  // namespace

MysqlAnswer runPrepared(MYSQL* handle, std::string_view sql, const std::vector<Value>& values) {
    MysqlAnswer answer;
    const PreparedStatement statement(mysql_stmt_init(handle));
    if (mysql_stmt_prepare(statement.get(), sql.data(), static_cast<unsigned long>(sql.size())) !=
        0) {
        answer.failure = nativeOf(statement.get());
        return answer;
    }
    const std::size_t placeholders = mysql_stmt_param_count(statement.get());
    if (placeholders != values.size()) {
        throw wrongNumberOfValues(sql, placeholders, values.size());
    }
    bool done = bindAll(statement.get(), values);
    answer.written = done ? mysqlWritten(mysql_stmt_affected_rows(statement.get())) : 0;
    // A CALL gives several results. All must be read, or the next statement is refused (2014).
    for (int more = done ? 0 : -1; more == 0 && done;
         more = mysql_stmt_next_result(statement.get())) {
        done = readRows(statement.get(), answer.rows);
    }
    if (!done || mysql_stmt_errno(statement.get()) != 0) {
        answer.failure = nativeOf(statement.get());
    }
    return answer;
}

}  // namespace godwit::detail
